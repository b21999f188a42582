/* The page Partijen: the parties of an agreement, its priorities and its bodies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/parties-page.h"

#include <glib/gi18n.h>

#include "core/representative.h"
#include "core/signing.h"
#include "ui/agreement-dialogs.h"
#include "ui/agreement-words.h"
#include "ui/party-dialogs.h"
#include "ui/party-panel.h"
#include "ui/party-words.h"
#include "ui/record-list.h"
#include "ui/record-words.h"
#include "ui/undo-button.h"

struct _AkkPartiesPage {
  AdwBin parent_instance;

  AdwWindowTitle *title;
  AdwOverlaySplitView *split_view;
  GtkWidget *add_button;
  AdwBanner *version_banner;
  AkkRecordList *party_list, *priority_list, *body_list;
  AkkPartyPanel *panel;

  gboolean narrow;
  AkkStore *store;
  AkkAgreement *agreement;
  gint64 shown; /* the party in the panel; 0: none */
};

G_DEFINE_FINAL_TYPE (AkkPartiesPage, akk_parties_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
show_panel (AkkPartiesPage *self, AkkParty *party)
{
  self->shown = party != NULL ? party->record.id : 0;
  akk_party_panel_set_party (self->panel, party != NULL ? self->store : NULL, party);
  adw_overlay_split_view_set_show_sidebar (self->split_view, party != NULL);
}

static void
present (AkkPartiesPage *self, AkkRecordDialog *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* What was frozen does not follow the page. */
static void
show_banner (AkkPartiesPage *self)
{
  g_autoptr (AkkVersion) version = akk_version_newest (self->store, self->agreement);
  g_autofree char *words = NULL;

  if (version != NULL && self->agreement->stage == AKK_STAGE_SIGNING)
    words = g_strdup_printf (_ ("Version %d lies for signing: what you change here comes only into "
                                "the next version."),
                             (int) version->number);
  if (words != NULL)
    adw_banner_set_title (self->version_banner, words);
  adw_banner_set_revealed (self->version_banner, words != NULL);
}

/* --- Callbacks --- */

static void
agreement_changed_cb (AkkPartiesPage *self)
{
  adw_window_title_set_subtitle (self->title, akk_agreement_name (self->agreement));
}

static void
panel_closed_cb (AkkPartiesPage *self)
{
  gint64 id = self->shown;

  show_panel (self, NULL);
  akk_record_list_focus (self->party_list, id);
}

static void
party_activated_cb (AkkPartiesPage *self, AkkRecord *record)
{
  show_panel (self, (AkkParty *) record);
  gtk_widget_grab_focus (GTK_WIDGET (self->panel));
}

static void
priority_activated_cb (AkkPartiesPage *self, AkkRecord *record)
{
  present (self, akk_priority_dialog_new (self->store, (AkkPriority *) record));
}

static void
body_activated_cb (AkkPartiesPage *self, AkkRecord *record)
{
  present (self, akk_body_dialog_new (self->store, (AkkBody *) record));
}

static void
delete_all (AkkStore *store, const AkkRecordType *type, gint64 party)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "party_id", party);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);

    akk_store_delete (store, record);
  }
}

/* Ends the action, and offers to take it back. */
static void
finish_delete (AkkPartiesPage *self, const char *name)
{
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” has been deleted."), name);
  g_autoptr (GError) error = NULL;

  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

static void
party_delete_cb (AkkPartiesPage *self, AkkRecord *record)
{
  g_autofree char *name = akk_party_name (self->store, (AkkParty *) record);

  akk_store_begin (self->store, N_ ("Delete party"));
  delete_all (self->store, &akk_representative_record, record->id);
  delete_all (self->store, &akk_council_decision_record, record->id);
  akk_store_delete (self->store, record);
  finish_delete (self, name);
}

static void
record_delete_cb (AkkPartiesPage *self, AkkRecord *record)
{
  g_autofree char *name = akk_record_words (self->store, record);

  akk_store_begin (self->store,
                   record->type == &akk_body_record ? N_ ("Delete body") : N_ ("Delete priority"));
  akk_store_delete (self->store, record);
  finish_delete (self, name);
}

/* --- Actions --- */

/* Who adds a party then says who represents it. */
static void
party_added_cb (AkkPartiesPage *self, AkkRecord *record, AkkRecordDialog *dialog)
{
  show_panel (self, (AkkParty *) record);
  akk_record_dialog_focus_after (dialog, GTK_WIDGET (self->panel));
}

static gpointer
record_for (AkkPartiesPage *self, const AkkRecordType *type, AkkRecordList *list)
{
  gpointer record = akk_record_new (type);
  g_autofree char *position = akk_record_list_next_position (list);

  g_object_set (record, "agreement-id", self->agreement->record.id, "position", position, NULL);
  return record;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartiesPage *self = AKK_PARTIES_PAGE (widget);
  g_autoptr (AkkParty) party = NULL;
  AkkRecordDialog *dialog;

  if (self->agreement == NULL)
    return;
  party = record_for (self, &akk_party_record, self->party_list);
  dialog = akk_party_dialog_new (self->store, party);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (party_added_cb), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
add_priority_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartiesPage *self = AKK_PARTIES_PAGE (widget);
  g_autoptr (AkkPriority) priority = NULL;
  AkkRecordDialog *dialog;

  if (self->agreement == NULL)
    return;
  priority = record_for (self, &akk_priority_record, self->priority_list);
  dialog = akk_priority_dialog_new (self->store, priority);
  akk_record_list_focus_made (self->priority_list, dialog);
  present (self, dialog);
}

static void
add_body_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartiesPage *self = AKK_PARTIES_PAGE (widget);
  g_autoptr (AkkBody) body = NULL;
  AkkRecordDialog *dialog;

  if (self->agreement == NULL)
    return;
  body = record_for (self, &akk_body_record, self->body_list);
  dialog = akk_body_dialog_new (self->store, body);
  akk_record_list_focus_made (self->body_list, dialog);
  present (self, dialog);
}

/* --- Virtual functions --- */

static void
akk_parties_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_PARTIES_PAGE (object)->narrow);
}

static void
akk_parties_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AKK_PARTIES_PAGE (object)->narrow = g_value_get_boolean (value);
}

static gboolean
akk_parties_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AKK_PARTIES_PAGE (widget)->add_button);
}

static void
akk_parties_page_dispose (GObject *object)
{
  AkkPartiesPage *self = AKK_PARTIES_PAGE (object);

  if (self->panel != NULL)
    akk_parties_page_set_agreement (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PARTIES_PAGE);
  G_OBJECT_CLASS (akk_parties_page_parent_class)->dispose (object);
}

static void
akk_parties_page_class_init (AkkPartiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_parties_page_get_property;
  object_class->set_property = akk_parties_page_set_property;
  object_class->dispose = akk_parties_page_dispose;
  widget_class->grab_focus = akk_parties_page_grab_focus;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_RECORD_LIST);
  g_type_ensure (AKK_TYPE_PARTY_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/parties-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, version_banner);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, party_list);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, priority_list);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, body_list);
  gtk_widget_class_bind_template_child (widget_class, AkkPartiesPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, panel_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, party_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, party_delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, priority_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_delete_cb);
  gtk_widget_class_install_action (widget_class, "parties.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "parties.add-priority", NULL, add_priority_action);
  gtk_widget_class_install_action (widget_class, "parties.add-body", NULL, add_body_action);
}

static void
akk_parties_page_init (AkkPartiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

void
akk_parties_page_set_agreement (AkkPartiesPage *self, AkkStore *store, AkkAgreement *agreement)
{
  gint64 id = agreement != NULL ? agreement->record.id : 0;

  g_return_if_fail (AKK_IS_PARTIES_PAGE (self));

  show_panel (self, NULL);
  if (self->agreement != NULL)
    g_signal_handlers_disconnect_by_func (self->agreement, agreement_changed_cb, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, show_banner, self);
  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
  akk_record_list_set_records (self->party_list, store, &akk_party_record, "agreement_id", id,
                               akk_party_describe, _ ("No parties yet"));
  akk_record_list_set_records (self->priority_list, store, &akk_priority_record, "agreement_id", id,
                               akk_priority_describe, _ ("No priorities yet"));
  akk_record_list_set_records (self->body_list, store, &akk_body_record, "agreement_id", id,
                               akk_body_describe, _ ("No bodies yet"));
  if (agreement == NULL)
    return;
  g_signal_connect_swapped (agreement, "notify", G_CALLBACK (agreement_changed_cb), self);
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (show_banner), self);
  show_banner (self);
  agreement_changed_cb (self);
}

void
akk_parties_page_show_party (AkkPartiesPage *self, gint64 id)
{
  g_autoptr (AkkParty) party = NULL;

  g_return_if_fail (AKK_IS_PARTIES_PAGE (self));

  if (self->agreement == NULL)
    return;
  party = akk_store_get (self->store, &akk_party_record, id);
  if (party == NULL || party->record.deleted || party->agreement_id != self->agreement->record.id)
    return;
  show_panel (self, party);
  akk_record_list_focus (self->party_list, id);
}

void
akk_parties_page_show_record (AkkPartiesPage *self, gint64 id)
{
  g_return_if_fail (AKK_IS_PARTIES_PAGE (self));

  akk_record_list_focus (self->priority_list, id);
  akk_record_list_focus (self->body_list, id);
}
