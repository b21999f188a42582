/* The page Ondertekening: the route of an agreement from draft to signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/signing-page-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/frozen.h"
#include "ui/day.h"
#include "ui/signing-line.h"
#include "ui/undo-button.h"

G_DEFINE_FINAL_TYPE (AkkSigningPage, akk_signing_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, PROP_HAS_PARTIES, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- The parts of the page --- */

static void
show_title (AkkSigningPage *self)
{
  const AkkVersion *version = self->signing->version;
  g_autofree char *day = version != NULL ? akk_day_long (version->frozen_on) : NULL;
  g_autofree char *words =
      version != NULL
          /* Translators: as in "Version 3, frozen on 6 October 2025". */
          ? g_strdup_printf (_ ("Version %d, frozen on %s"), (int) version->number, day)
          : g_strdup (_ ("Not frozen yet"));

  adw_window_title_set_subtitle (self->title, words);
}

/* Above the first line. Cells below one another have no columns, and no heads. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AkkSigningPage *self = data;

  if (before != NULL || gtk_list_box_row_get_header (row) != NULL)
    return;
  gtk_list_box_row_set_header (row, akk_signing_heads_new (self->columns));
  g_object_bind_property (self, "narrow", gtk_list_box_row_get_header (row), "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
add_line (AkkSigningPage *self, GtkWidget *line)
{
  for (guint n = 0; n < G_N_ELEMENTS (self->columns); n++)
    gtk_size_group_add_widget (self->columns[n],
                               akk_signing_line_get_column (AKK_SIGNING_LINE (line), n));
  akk_signing_line_set_narrow (AKK_SIGNING_LINE (line), self->narrow);
  gtk_list_box_append (self->list, line);
}

static void
show_rows (AkkSigningPage *self)
{
  gint64 today = akk_store_today (self->store);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->signing->rows->len; i++)
    add_line (self, akk_signing_line_new (self->signing->rows->pdata[i], today));
  gtk_stack_set_visible_child (self->stack,
                               self->signing->rows->len > 0 ? self->table : self->empty);
}

static void
show_count (AkkSigningPage *self)
{
  const AkkSigning *signing = self->signing;
  g_autofree char *words =
      /* Translators: signatures, as in "13 of 18". */
      g_strdup_printf (_ ("%u of %u"), signing->n_signed, signing->n_places);
  gboolean frozen = signing->version != NULL;

  akk_signing_show_segments (signing, self->segments);
  gtk_label_set_label (self->count_label, words);
  gtk_widget_set_visible (self->remind_button, frozen && signing->n_signed < signing->n_places);
  gtk_widget_set_visible (self->note_button, frozen && signing->n_signed < signing->n_places);
  gtk_widget_set_visible (self->freeze_button, !frozen);
}

/* The first that refused, for the banner. */
static const AkkSigningPlace *
find_refused (const AkkSigning *signing, const AkkSigningRow **row)
{
  for (guint i = 0; i < signing->rows->len; i++) {
    *row = signing->rows->pdata[i];
    for (guint n = 0; n < (*row)->places->len; n++) {
      const AkkSigningPlace *place = (*row)->places->pdata[n];

      if (place->signature != NULL && place->signature->state == AKK_SIGNATURE_REFUSED)
        return place;
    }
  }
  return NULL;
}

/* Only what blocks, and one thing at a time. */
static void
show_banner (AkkSigningPage *self)
{
  const AkkSigning *signing = self->signing;
  const AkkSigningRow *row = NULL;
  const AkkSigningPlace *refused = find_refused (signing, &row);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const char *button = NULL;

  self->refused = 0;
  self->shows_namesake = FALSE;
  if (signing->version != NULL && !akk_version_check (self->store, signing->version, &error)) {
    words = g_strdup (error->message);
  } else if (refused != NULL) {
    self->refused = refused->signatory->record.id;
    words = *refused->signature->reason != '\0'
                /* Translators: a party, a person, the reason. */
                ? g_strdup_printf (_ ("%s: %s refused: %s"), row->name, refused->name,
                                   refused->signature->reason)
                : g_strdup_printf (_ ("%s: %s refused to sign."), row->name, refused->name);
    button = _ ("_Resolve");
  } else if (signing->version != NULL &&
             (words = akk_version_namesake_words (self->store, signing->version)) != NULL) {
    self->shows_namesake = TRUE;
    button = _ ("_Versions");
  } else if (signing->version != NULL && signing->n_signed == signing->n_places &&
             signing->n_places > 0 && self->agreement->stage == AKK_STAGE_SIGNING) {
    words = g_strdup_printf (
        ngettext ("The signature is there.", "All %u signatures are there.", signing->n_places),
        signing->n_places);
    button = _ ("Mark as _Running");
  }
  adw_banner_set_title (self->banner, words != NULL ? words : "");
  adw_banner_set_button_label (self->banner, button);
  adw_banner_set_revealed (self->banner, words != NULL);
}

static void
update (AkkSigningPage *self)
{
  gboolean has_parties;

  g_clear_pointer (&self->signing, akk_signing_free);
  self->signing = akk_signing_new (self->store, self->agreement, NULL);
  show_title (self);
  show_rows (self);
  show_count (self);
  show_banner (self);
  akk_stage_line_show (self->stage_line, self->store, self->agreement, self->signing);
  akk_signing_page_update_actions (self);
  has_parties = self->signing->rows->len > 0;
  if (self->has_parties != has_parties) {
    self->has_parties = has_parties;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_PARTIES]);
  }
}

/* --- Callbacks --- */

static gboolean
update_cb (gpointer data)
{
  AkkSigningPage *self = data;

  self->update = 0;
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Steps come in bursts, and most are made on other pages: once, and only where it is seen. */
static void
stepped_cb (AkkSigningPage *self)
{
  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
banner_clicked_cb (AkkSigningPage *self)
{
  if (self->refused != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "signing.note-signature", "x", self->refused);
  else if (self->shows_namesake)
    gtk_widget_activate_action (GTK_WIDGET (self), "signing.versions", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "signing.stage", "s", "running");
}

/* --- Virtual functions --- */

static void
set_narrow (AkkSigningPage *self, gboolean narrow)
{
  GtkListBoxRow *row;

  self->narrow = narrow;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    akk_signing_line_set_narrow (AKK_SIGNING_LINE (row), narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->footer),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* Cells below one another have no columns. */
  for (guint n = 0; n < G_N_ELEMENTS (self->columns); n++)
    gtk_size_group_set_mode (self->columns[n],
                             narrow ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_HORIZONTAL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
akk_signing_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (object);

  g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->has_parties);
}

static void
akk_signing_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (object);

  if (self->narrow != g_value_get_boolean (value))
    set_narrow (self, g_value_get_boolean (value));
}

static void
akk_signing_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (akk_signing_page_parent_class)->map (widget);
  if (AKK_SIGNING_PAGE (widget)->store != NULL)
    update (AKK_SIGNING_PAGE (widget));
}

static gboolean
akk_signing_page_grab_focus (GtkWidget *widget)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
akk_signing_page_dispose (GObject *object)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (object);

  akk_signing_page_set_agreement (self, NULL, NULL);
  g_clear_handle_id (&self->update, g_source_remove);
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SIGNING_PAGE);
  for (guint n = 0; n < G_N_ELEMENTS (self->columns); n++)
    g_clear_object (&self->columns[n]);
  G_OBJECT_CLASS (akk_signing_page_parent_class)->dispose (object);
}

static void
akk_signing_page_class_init (AkkSigningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_signing_page_get_property;
  object_class->set_property = akk_signing_page_set_property;
  object_class->dispose = akk_signing_page_dispose;
  widget_class->map = akk_signing_page_map;
  widget_class->grab_focus = akk_signing_page_grab_focus;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_HAS_PARTIES] =
      g_param_spec_boolean ("has-parties", NULL, NULL, FALSE, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_STAGE_LINE);
  g_type_ensure (AKK_TYPE_SEGMENT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/signing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, stage_line);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, table);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, list);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, footer);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, segments);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, remind_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, note_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSigningPage, freeze_button);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  akk_signing_page_install_actions (widget_class);
}

static void
akk_signing_page_init (AkkSigningPage *self)
{
  for (guint n = 0; n < G_N_ELEMENTS (self->columns); n++)
    self->columns[n] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
}

/* --- Public --- */

void
akk_signing_page_set_agreement (AkkSigningPage *self, AkkStore *store, AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_SIGNING_PAGE (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_pointer (&self->signing, akk_signing_free);
  if (agreement == NULL)
    store = NULL;
  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
  if (self->store == NULL)
    return;
  g_signal_connect_swapped (self->store, "stepped", G_CALLBACK (stepped_cb), self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}
