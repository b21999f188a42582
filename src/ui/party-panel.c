/* A party of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/party-panel.h"

#include <glib/gi18n.h>

#include "core/field-source.h"
#include "ui/party-dialogs.h"
#include "ui/party-words.h"
#include "ui/record-list.h"

struct _AkkPartyPanel {
  AdwBin parent_instance;

  GtkLabel *name_label, *sentence_label;
  GtkWidget *add_button;
  AkkRecordList *representative_list;
  AdwActionRow *decision_row;

  AkkStore *store;
  AkkParty *party;
};

G_DEFINE_FINAL_TYPE (AkkPartyPanel, akk_party_panel, ADW_TYPE_BIN)

enum { CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Showing --- */

/* Which of the parties of the agreement it is, from 0. */
static guint
party_index (AkkPartyPanel *self)
{
  g_autoptr (GListModel) parties =
      akk_store_list (self->store, &akk_party_record, "agreement_id", self->party->agreement_id);
  guint n = g_list_model_get_n_items (parties);

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);

    if (party == self->party)
      return i;
  }
  return n;
}

/* What the agreement says of the party: its item in the clause of the parties. */
static char *
sentence_new (AkkPartyPanel *self)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->party->agreement_id);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  g_autoptr (AkkFieldSource) source = NULL;
  g_autoptr (AkkText) clause = NULL;
  guint index = party_index (self);

  if (phrases == NULL)
    return g_strdup ("");
  source = akk_field_source_new (self->store, agreement, phrases);
  clause = akk_field_source_clause (source, "parties");
  for (guint i = 0; clause != NULL && i < clause->n_lines; i++)
    if (clause->lines[i]->kind == AKK_LINE_NUMBER && index-- == 0)
      return g_strdup (clause->lines[i]->text);
  return g_strdup ("");
}

static void
stepped_cb (AkkPartyPanel *self)
{
  g_autoptr (AkkCouncilDecision) decision = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *decided = NULL;

  if (self->party->record.deleted) {
    g_signal_emit (self, signals[CLOSED], 0);
    return;
  }
  decision = akk_party_decision (self->store, self->party);
  name = akk_party_name (self->store, self->party);
  sentence = sentence_new (self);
  decided = akk_council_decision_words (decision);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->sentence_label, sentence);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->decision_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->decision_row), decided);
  adw_action_row_set_subtitle (self->decision_row, decision != NULL ? decision->note : "");
}

/* --- Actions --- */

static void
present (AkkPartyPanel *self, AkkRecordDialog *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
close_cb (AkkPartyPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartyPanel *self = AKK_PARTY_PANEL (widget);

  present (self, akk_party_dialog_new (self->store, self->party));
}

static void
add_representative_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkPartyPanel *self = AKK_PARTY_PANEL (widget);
  g_autoptr (AkkRepresentative) record = akk_record_new (&akk_representative_record);
  g_autofree char *position = akk_record_list_next_position (self->representative_list);
  AkkRecordDialog *dialog;

  g_object_set (record, "party-id", self->party->record.id, "position", position, NULL);
  dialog = akk_representative_dialog_new (self->store, record);
  akk_record_list_focus_made (self->representative_list, dialog);
  present (self, dialog);
}

static void
show_organisation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "view.show-organisation", "x",
                              AKK_PARTY_PANEL (widget)->party->organisation_id);
}

static void
representative_activated_cb (AkkPartyPanel *self, AkkRecord *record)
{
  present (self, akk_representative_dialog_new (self->store, (AkkRepresentative *) record));
}

static void
representative_delete_cb (AkkPartyPanel *self, AkkRecord *record)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, N_ ("Delete representative"));
  akk_store_delete (self->store, record);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s",
                                _ ("The representative has been deleted."));
}

static void
decision_activated_cb (AkkPartyPanel *self)
{
  g_autoptr (AkkCouncilDecision) decision = akk_party_decision (self->store, self->party);

  present (self, akk_council_decision_dialog_new (self->store, decision, self->party->record.id));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  close_cb (AKK_PARTY_PANEL (widget));
  return GDK_EVENT_STOP;
}

/* --- Virtual functions --- */

static gboolean
akk_party_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AKK_PARTY_PANEL (widget)->add_button);
}

static void
akk_party_panel_dispose (GObject *object)
{
  AkkPartyPanel *self = AKK_PARTY_PANEL (object);

  if (self->representative_list != NULL)
    akk_party_panel_set_party (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PARTY_PANEL);
  G_OBJECT_CLASS (akk_party_panel_parent_class)->dispose (object);
}

static void
akk_party_panel_class_init (AkkPartyPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_party_panel_dispose;
  widget_class->grab_focus = akk_party_panel_grab_focus;
  signals[CLOSED] = g_signal_new ("closed", AKK_TYPE_PARTY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  g_type_ensure (AKK_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/party-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPartyPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, AkkPartyPanel, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, AkkPartyPanel, add_button);
  gtk_widget_class_bind_template_child (widget_class, AkkPartyPanel, representative_list);
  gtk_widget_class_bind_template_child (widget_class, AkkPartyPanel, decision_row);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, representative_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, representative_delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_activated_cb);
  gtk_widget_class_install_action (widget_class, "party.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "party.add-representative", NULL,
                                   add_representative_action);
  gtk_widget_class_install_action (widget_class, "party.show-organisation", NULL,
                                   show_organisation_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
akk_party_panel_init (AkkPartyPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_party_panel_set_party (AkkPartyPanel *self, AkkStore *store, AkkParty *party)
{
  g_return_if_fail (AKK_IS_PARTY_PANEL (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  g_set_object (&self->store, store);
  g_set_object (&self->party, party);
  akk_record_list_set_records (self->representative_list, store, &akk_representative_record,
                               "party_id", party != NULL ? party->record.id : 0,
                               akk_representative_describe, _ ("Nobody represents it yet"));
  if (party == NULL)
    return;
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  stepped_cb (self);
}
