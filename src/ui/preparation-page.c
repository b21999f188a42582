/* Prepares a meeting: what is ready, what is still to be done, and the way to do it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/preparation-page.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/preparation.h"
#include "ui/invite-dialog.h"
#include "ui/meeting-print.h"
#include "ui/meeting-words.h"
#include "ui/present.h"
#include "ui/record-dialog.h"
#include "ui/segment-bar.h"
#include "ui/undo-button.h"

/* The place of a check that is no part. */
#define WHOLE G_MAXUINT

struct _AkkPreparationPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  AdwStatusPage *ready;
  GtkWidget *progress, *present_button;
  GtkLabel *progress_label;
  AkkSegmentBar *segments;
  GtkListBox *rows;

  AkkStore *store;
  AkkMeeting *meeting;
  AkkPreparation *preparation;
  gboolean open[AKK_N_CHECKS]; /* its parts are shown */
  guint update;
};

G_DEFINE_FINAL_TYPE (AkkPreparationPage, akk_preparation_page, ADW_TYPE_NAVIGATION_PAGE)

static const char button_key[] = "akk-mend";
static const char check_key[] = "akk-check";

/* --- Rows --- */

static AkkGlyph
glyph_of (const AkkCheck *check)
{
  switch (check->state) {
  case AKK_CHECK_DONE:
    return AKK_GLYPH_DONE;
  case AKK_CHECK_TO_DO:
    return AKK_GLYPH_ATTENTION;
  case AKK_CHECK_ADVICE:
  default:
    return AKK_GLYPH_OPEN;
  }
}

static const char *
state_words (const AkkCheck *check)
{
  switch (check->state) {
  case AKK_CHECK_DONE:
    return _ ("done");
  case AKK_CHECK_TO_DO:
    return _ ("to do");
  case AKK_CHECK_ADVICE:
  default:
    return _ ("advice");
  }
}

/* What the button does, in words. */
static const char *
mend_words (AkkMend mend)
{
  static const char *const words[] = {
    [AKK_MEND_TAKE] = N_ ("Put on the Agenda"),
    [AKK_MEND_ITEM] = N_ ("Go to the Agenda"),
    [AKK_MEND_SEATS] = N_ ("Go to the Seats"),
    [AKK_MEND_INVITE] = N_ ("Send the Invitation"),
    [AKK_MEND_PACK] = N_ ("Save the Meeting Pack as PDF"),
    [AKK_MEND_MEETING] = N_ ("Go to That Meeting"),
    [AKK_MEND_ACTION] = N_ ("Show the Action"),
    [AKK_MEND_INDICATOR] = N_ ("Show the Indicator"),
    [AKK_MEND_SIGNAL] = N_ ("Show the Signal"),
    [AKK_MEND_EVALUATION] = N_ ("Show the Evaluation"),
    [AKK_MEND_BODY] = N_ ("Show the Body"),
    [AKK_MEND_DATES] = N_ ("Plan Dates"),
  };

  return _ (words[mend]);
}

/* Which of the many: last, as its row names it after itself. */
static void
name_button (GtkWidget *button, const AkkCheck *check)
{
  g_autofree char *words = g_strdup_printf ("%s: %s", mend_words (check->mend), check->sentence);

  gtk_widget_set_tooltip_text (button, mend_words (check->mend));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static GtkWidget *
mend_button_new (const AkkCheck *check, guint index, guint part)
{
  const char *label = check->mend == AKK_MEND_INDICATOR ? _ ("Show") : _ ("Solve");
  GtkWidget *button =
      gtk_button_new_with_label (check->mend == AKK_MEND_PACK ? _ ("Save…") : label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  name_button (button, check);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", index, part);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preparation.mend");
  return button;
}

/* Title, sign and, to who hears it, the state. */
static void
dress_row (GtkWidget *row, const AkkCheck *check)
{
  g_autofree char *words = g_strdup_printf ("%s, %s", check->sentence, state_words (check));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), check->sentence);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
glyph_new (const AkkCheck *check)
{
  GtkWidget *glyph = akk_state_glyph_new (glyph_of (check));

  gtk_widget_add_css_class (glyph, "akk-row-glyph");
  return glyph;
}

static GtkWidget *
row_new (const AkkCheck *check, guint index, guint part)
{
  GtkWidget *row = adw_action_row_new ();

  dress_row (row, check);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), check->detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph_new (check));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    check->mend != AKK_MEND_NONE && part == WHOLE);
  if (check->mend != AKK_MEND_NONE) {
    GtkWidget *button = mend_button_new (check, index, part);

    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    g_object_set_data (G_OBJECT (row), button_key, button);
    if (part != WHOLE)
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    name_button (button, check);
  }
  return row;
}

static void
expanded_cb (AkkPreparationPage *self, GParamSpec *pspec, GtkWidget *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), check_key));

  self->open[index] = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

static GtkWidget *
parts_row_new (AkkPreparationPage *self, const AkkCheck *check, guint index)
{
  GtkWidget *row = adw_expander_row_new ();

  dress_row (row, check);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), check->detail);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), glyph_new (check));
  if (check->mend != AKK_MEND_NONE)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), mend_button_new (check, index, WHOLE));
  for (guint i = 0; i < check->parts->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), row_new (check->parts->pdata[i], index, i));
  g_object_set_data (G_OBJECT (row), check_key, GUINT_TO_POINTER (index));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->open[index]);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  return row;
}

/* --- Showing --- */

/* The row that has the focus; -1: none has. */
static int
focused_row (AkkPreparationPage *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return child != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

static void
show_rows (AkkPreparationPage *self)
{
  int focused = focused_row (self);

  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < self->preparation->checks->len; i++) {
    const AkkCheck *check = self->preparation->checks->pdata[i];

    gtk_list_box_append (self->rows, check->parts->len > 0 ? parts_row_new (self, check, i)
                                                           : row_new (check, i, WHOLE));
  }
  if (focused >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, focused)));
}

/* One segment for each check that counts: done first. */
static void
show_progress (AkkPreparationPage *self)
{
  const AkkPreparation *preparation = self->preparation;
  AkkGlyph glyphs[AKK_N_CHECKS];
  guint n = 0;
  /* Translators: how much of the preparation is done. */
  g_autofree char *words =
      g_strdup_printf (_ ("%u of %u ready"), preparation->n_done, preparation->n);

  for (AkkCheckState state = AKK_CHECK_DONE; state <= AKK_CHECK_ADVICE; state++)
    for (guint i = 0; i < preparation->checks->len; i++) {
      const AkkCheck *check = preparation->checks->pdata[i];

      if (check->state == state && check->key != AKK_CHECK_PACK)
        glyphs[n++] = glyph_of (check);
    }
  gtk_label_set_text (self->progress_label, words);
  akk_segment_bar_set_glyphs (self->segments, glyphs, n);
}

static void
show_state (AkkPreparationPage *self)
{
  const AkkPreparation *preparation = self->preparation;
  gboolean ahead = akk_meeting_ahead (self->meeting);
  gboolean ready = preparation->n_done == preparation->n;

  adw_status_page_set_title (self->ready,
                             ahead ? _ ("Everything Is Ready") : _ ("Nothing to Prepare"));
  adw_status_page_set_description (
      self->ready, ahead ? _ ("Make the meeting pack, and present the meeting when it is time.")
                         : _ ("This meeting is no longer ahead."));
  gtk_widget_set_visible (GTK_WIDGET (self->ready), ready || !ahead);
  gtk_widget_set_visible (self->progress, !ready && ahead);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), ahead);
  if (ready)
    gtk_widget_add_css_class (self->present_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->present_button, "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.present", ahead);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.present-window", ahead);
}

/* The page of a meeting that is gone goes too. */
static void
leave (AkkPreparationPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) ==
                          ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
update (AkkPreparationPage *self)
{
  AkkPreparation *before = self->preparation;
  g_autofree char *when = NULL, *title = NULL;

  if (self->meeting->record.deleted) {
    leave (self);
    return;
  }
  self->preparation =
      akk_preparation_new (self->store, self->meeting, akk_store_today (self->store));
  g_clear_pointer (&before, akk_preparation_free);
  when = akk_meeting_when (self->meeting);
  /* Translators: the name of a body, whose meeting is prepared. */
  title = g_strdup_printf (_ ("Prepare %s"), self->preparation->agenda->body->name);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, when);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  show_rows (self);
  show_progress (self);
  show_state (self);
}

static gboolean
update_cb (gpointer data)
{
  AkkPreparationPage *self = data;

  self->update = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Steps come in bursts: once. */
static void
stepped_cb (AkkPreparationPage *self)
{
  if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

/* --- Mending --- */

static void
take (AkkPreparationPage *self, const AkkCheck *check)
{
  guint n = check->items->len;
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (NULL, "%u item is on the agenda now.", "%u items are on the agenda now.", n), n);
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, N_ ("Take offered items"));
  akk_agenda_take (self->store, self->meeting, check->items);
  if (akk_store_commit (self->store, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Added"), error);
}

/* Where a record is shown. */
static const char *
show_action_of (AkkMend mend)
{
  static const char *const actions[] = {
    [AKK_MEND_MEETING] = "view.show-meeting",       [AKK_MEND_ACTION] = "view.show-action",
    [AKK_MEND_INDICATOR] = "view.show-indicator",   [AKK_MEND_SIGNAL] = "view.show-signal",
    [AKK_MEND_EVALUATION] = "view.show-evaluation", [AKK_MEND_BODY] = "view.show-body",
    [AKK_MEND_DATES] = "view.plan-dates",
  };

  return actions[mend];
}

static void
mend (AkkPreparationPage *self, const AkkCheck *check)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint64 meeting = self->meeting->record.id;

  switch (check->mend) {
  case AKK_MEND_NONE:
    break;
  case AKK_MEND_TAKE:
    take (self, check);
    break;
  case AKK_MEND_ITEM:
    gtk_widget_activate_action (widget, "consultation.show-item", "(xx)", meeting, check->record);
    break;
  case AKK_MEND_SEATS:
    gtk_widget_activate_action (widget, "consultation.show-party", "(xx)", meeting, check->record);
    break;
  case AKK_MEND_INVITE:
    adw_dialog_present (ADW_DIALOG (akk_invite_dialog_new (self->store, self->meeting)), widget);
    break;
  case AKK_MEND_PACK:
    akk_pack_save (widget, self->meeting);
    break;
  case AKK_MEND_MEETING:
  case AKK_MEND_ACTION:
  case AKK_MEND_INDICATOR:
  case AKK_MEND_SIGNAL:
  case AKK_MEND_EVALUATION:
  case AKK_MEND_BODY:
  case AKK_MEND_DATES:
  default:
    gtk_widget_activate_action (widget, show_action_of (check->mend), "x", check->record);
  }
}

static void
mend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPreparationPage *self = AKK_PREPARATION_PAGE (widget);
  const AkkCheck *check;
  guint index, part;

  g_variant_get (parameter, "(uu)", &index, &part);
  /* What is shown is of before the last step. */
  if (self->update != 0)
    return;
  check = self->preparation->checks->pdata[index];
  mend (self, part == WHOLE ? check : check->parts->pdata[part]);
}

static void
row_activated_cb (AkkPreparationPage *self, GtkWidget *row)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), button_key);

  if (button != NULL)
    gtk_widget_activate (button);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPreparationPage *self = AKK_PREPARATION_PAGE (widget);

  akk_present_meeting (widget, self->store, self->meeting,
                       g_str_has_suffix (name, "-window") ? AKK_PRESENT_WINDOW
                                                          : AKK_PRESENT_SCREEN);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "view.show-meeting", "x",
                              AKK_PREPARATION_PAGE (widget)->meeting->record.id);
}

/* --- Virtual functions --- */

static void
akk_preparation_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (akk_preparation_page_parent_class)->map (widget);
  if (AKK_PREPARATION_PAGE (widget)->store != NULL)
    update (AKK_PREPARATION_PAGE (widget));
}

static void
akk_preparation_page_dispose (GObject *object)
{
  AkkPreparationPage *self = AKK_PREPARATION_PAGE (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_pointer (&self->preparation, akk_preparation_free);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_preparation_page_parent_class)->dispose (object);
}

static void
akk_preparation_page_class_init (AkkPreparationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_preparation_page_dispose;
  widget_class->map = akk_preparation_page_map;
  g_type_ensure (AKK_TYPE_SEGMENT_BAR);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/preparation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, ready);
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, progress);
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, present_button);
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, segments);
  gtk_widget_class_bind_template_child (widget_class, AkkPreparationPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "preparation.mend", "(uu)", mend_action);
  gtk_widget_class_install_action (widget_class, "preparation.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "preparation.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "preparation.present-window", NULL,
                                   present_action);
}

static void
akk_preparation_page_init (AkkPreparationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

AkkPreparationPage *
akk_preparation_page_new (AkkStore *store, AkkMeeting *meeting)
{
  AkkPreparationPage *self = g_object_new (AKK_TYPE_PREPARATION_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

AkkMeeting *
akk_preparation_page_get_meeting (AkkPreparationPage *self)
{
  g_return_val_if_fail (AKK_IS_PREPARATION_PAGE (self), NULL);

  return self->meeting;
}
