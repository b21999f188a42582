/* The dialog that notes what the council of a party decided.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/decision-dialog.h"

#include <glib/gi18n.h>

#include "core/council-decision.h"
#include "core/organisation.h"
#include "ui/date-row.h"
#include "ui/dialog-size.h"

struct _AkkDecisionDialog {
  AdwDialog parent_instance;

  AdwWindowTitle *title;
  AdwComboRow *result_row;
  AdwEntryRow *organ_row, *reference_row, *note_row;
  AkkDateRow *planned_row, *decided_row;

  AkkStore *store;
  AkkCouncilDecision *decision; /* NULL: nothing was noted yet */
  AkkCouncilDecision *draft; /* what the rows show */
};

G_DEFINE_FINAL_TYPE (AkkDecisionDialog, akk_decision_dialog, ADW_TYPE_DIALOG)

static const AkkField *
field (const char *name)
{
  return akk_record_type_field (&akk_council_decision_record, name);
}

static void
read_rows (AkkDecisionDialog *self)
{
  akk_record_set_int (self->draft, field ("result"), adw_combo_row_get_selected (self->result_row));
  akk_record_set_text (self->draft, field ("organ"),
                       gtk_editable_get_text (GTK_EDITABLE (self->organ_row)));
  akk_record_set_text (self->draft, field ("reference"),
                       gtk_editable_get_text (GTK_EDITABLE (self->reference_row)));
  akk_record_set_text (self->draft, field ("note"),
                       gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  akk_record_set_int (self->draft, field ("planned_on"), akk_date_row_get_date (self->planned_row));
  akk_record_set_int (self->draft, field ("decided_on"), akk_date_row_get_date (self->decided_row));
}

/* --- Callbacks --- */

/* What the result makes pointless is not asked. */
static void
result_changed_cb (AkkDecisionDialog *self)
{
  gint64 result = adw_combo_row_get_selected (self->result_row);
  gboolean decided = result == AKK_COUNCIL_APPROVED || result == AKK_COUNCIL_REJECTED;

  gtk_widget_set_visible (GTK_WIDGET (self->organ_row), result != AKK_COUNCIL_NOT_NEEDED);
  gtk_widget_set_visible (GTK_WIDGET (self->planned_row), result == AKK_COUNCIL_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->decided_row), decided);
  gtk_widget_set_visible (GTK_WIDGET (self->reference_row), decided);
  akk_dialog_size_grow (ADW_DIALOG (self));
}

static void
cancel_cb (AkkDecisionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
is_wrong (AkkDateRow *row)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (row)) || akk_date_row_is_valid (row))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
save_cb (AkkDecisionDialog *self)
{
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;

  if (is_wrong (self->planned_row) || is_wrong (self->decided_row))
    return;
  read_rows (self);
  akk_store_begin (self->store, N_ ("Note council decision"));
  if (self->decision == NULL)
    akk_store_add (self->store, self->draft);
  else
    akk_store_apply (self->store, self->decision, self->draft);
  if (akk_store_commit (self->store, &error)) {
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  alert = adw_alert_dialog_new (_ ("The decision was not noted"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* --- Virtual functions --- */

static void
akk_decision_dialog_dispose (GObject *object)
{
  AkkDecisionDialog *self = AKK_DECISION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_DECISION_DIALOG);
  g_clear_object (&self->decision);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_decision_dialog_parent_class)->dispose (object);
}

static void
akk_decision_dialog_class_init (AkkDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_decision_dialog_dispose;
  g_type_ensure (AKK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, result_row);
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, organ_row);
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, planned_row);
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, decided_row);
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, AkkDecisionDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, result_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
akk_decision_dialog_init (AkkDecisionDialog *self)
{
  g_autoptr (GtkStringList) results = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const AkkChoice *result = akk_council_results; result->code != NULL; result++)
    gtk_string_list_append (results, _ (result->label));
  adw_combo_row_set_model (self->result_row, G_LIST_MODEL (results));
}

/* --- Public --- */

static void
show_draft (AkkDecisionDialog *self)
{
  adw_combo_row_set_selected (self->result_row, self->draft->result);
  gtk_editable_set_text (GTK_EDITABLE (self->organ_row), self->draft->organ);
  gtk_editable_set_text (GTK_EDITABLE (self->reference_row), self->draft->reference);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), self->draft->note);
  akk_date_row_set_date (self->planned_row, self->draft->planned_on);
  akk_date_row_set_date (self->decided_row, self->draft->decided_on);
  result_changed_cb (self);
}

AkkDecisionDialog *
akk_decision_dialog_new (AkkStore *store, AkkParty *party)
{
  AkkDecisionDialog *self = g_object_new (AKK_TYPE_DECISION_DIALOG, NULL);
  g_autoptr (GListModel) decisions =
      akk_store_list (store, &akk_council_decision_record, "party_id", party->record.id);
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (store, &akk_organisation_record, party->organisation_id);

  self->store = g_object_ref (store);
  self->decision = g_list_model_get_item (decisions, 0);
  self->draft = self->decision != NULL ? akk_record_duplicate (self->decision)
                                       : akk_record_new (&akk_council_decision_record);
  if (self->decision == NULL)
    akk_record_set_int (self->draft, field ("party_id"), party->record.id);
  if (organisation != NULL)
    adw_window_title_set_subtitle (self->title, akk_organisation_short (organisation));
  show_draft (self);
  return self;
}
