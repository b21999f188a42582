/* Findings as rows: going there, mending, accepting with a reason.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/definition.h"
#include "core/dossier.h"
#include "core/section.h"
#include "example-fixture.h"
#include "ui/findings-list.h"
#include "ui/record-dialog.h"

typedef struct {
  ExampleFixture at;
  AkkFindingsList *list;
  const AkkFinding *activated, *mended;
  guint n_changing;
} Fixture;

static void
activated_cb (Fixture *self, const AkkFinding *finding)
{
  self->activated = finding;
}

static void
changing_cb (Fixture *self)
{
  self->n_changing++;
}

static void
mended_cb (Fixture *self, const AkkFinding *finding)
{
  self->mended = finding;
}

static void
show (Fixture *self)
{
  g_autoptr (GPtrArray) findings =
      akk_findings_new (self->at.store, self->at.agreement, akk_store_today (self->at.store));

  akk_findings_list_set_findings (self->list, findings);
  example_settle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  example_set_up (&self->at, "gent-concept", 1);
  self->list = AKK_FINDINGS_LIST (akk_findings_list_new ());
  akk_findings_list_set_agreement (self->list, self->at.store, self->at.agreement);
  g_signal_connect_swapped (self->list, "finding-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->list, "changing", G_CALLBACK (changing_cb), self);
  g_signal_connect_swapped (self->list, "mended", G_CALLBACK (mended_cb), self);
  example_show (&self->at, GTK_WIDGET (self->list));
  show (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  example_tear_down (&self->at);
}

/* Below `widget`, in the order of the screen: the first row with that title. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child, title);
    if (row != NULL)
      return row;
  }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *button = find_button (child, label);
    if (button != NULL)
      return button;
  }
  return NULL;
}

static GtkWidget *
row (Fixture *self, const char *title)
{
  return find_row (GTK_WIDGET (self->list), title);
}

static void
click (GtkWidget *inside, const char *label)
{
  GtkWidget *button = find_button (inside, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  example_settle ();
}

static void
rows_lead_there (Fixture *self, gconstpointer data)
{
  GtkWidget *number = row (self, "The number “5” stands twice");

  g_assert_nonnull (number);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The number “5” stands twice");
  g_assert_null (find_button (number, "Accept…"));
  gtk_widget_activate (number);
  example_settle ();
  g_assert_cmpstr (self->activated->id, ==, "number-twice");
}

static void
a_button_mends (Fixture *self, gconstpointer data)
{
  click (row (self, "The number “5” stands twice"), "Mend");
  g_assert_cmpuint (self->n_changing, ==, 1);
  g_assert_cmpstr (self->mended->id, ==, "number-twice");
  show (self);
  g_assert_null (row (self, "The number “5” stands twice"));
  g_assert_true (akk_store_undo (self->at.store, NULL));
  show (self);
  g_assert_nonnull (row (self, "The number “5” stands twice"));
}

static void
write_body (Fixture *self, const char *body)
{
  g_autoptr (GListModel) sections = akk_store_list (self->at.store, &akk_section_record,
                                                    "agreement_id", self->at.agreement->record.id);
  g_autoptr (AkkSection) section = g_list_model_get_item (sections, 0);
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->at.store, "Write");
  akk_store_set_text (self->at.store, section, "body", body);
  akk_store_commit (self->at.store, &error);
  g_assert_no_error (error);
}

/* What an abbreviation stands for that the program does not know, people write at once. */
static void
an_abbreviation_is_explained_there (Fixture *self, gconstpointer data)
{
  AkkDefinition *definition;
  AdwDialog *dialog;

  write_body (self, "De WZX.");
  show (self);
  click (row (self, "Nobody explains “WZX”"), "Explain…");
  g_assert_cmpuint (self->n_changing, ==, 1);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->at.window));
  g_assert_true (AKK_IS_RECORD_DIALOG (dialog));
  definition = akk_record_dialog_get_record (AKK_RECORD_DIALOG (dialog));
  g_assert_cmpstr (definition->term, ==, "WZX");
  g_object_set (definition, "meaning", "wat niemand kent", NULL);
  akk_record_dialog_apply (AKK_RECORD_DIALOG (dialog));
  example_settle ();
  show (self);
  g_assert_null (row (self, "Nobody explains “WZX”"));
  g_assert_nonnull (row (self, "The list of abbreviations stands nowhere in the text"));
}

static void
a_reason_accepts (Fixture *self, gconstpointer data)
{
  const char *title = "No term of notice is named";
  AdwDialog *dialog;
  GtkWidget *entry;

  click (row (self, title), "Accept…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->at.window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  entry = gtk_widget_get_last_child (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Zo beslist");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  g_signal_emit_by_name (dialog, "response", "accept");
  adw_dialog_force_close (dialog);
  show (self);
  g_assert_null (find_button (row (self, title), "Insert"));
  click (row (self, title), "No Longer Accept");
  show (self);
  g_assert_nonnull (find_button (row (self, title), "Insert"));
}

/* Without an agreement, as in an evaluation, rows only lead there. */
static void
a_list_without_agreement_only_leads (Fixture *self, gconstpointer data)
{
  akk_findings_list_set_agreement (self->list, NULL, NULL);
  show (self);
  g_assert_null (find_button (GTK_WIDGET (self->list), "Mend"));
  g_assert_null (find_button (GTK_WIDGET (self->list), "Accept…"));
  g_assert_nonnull (row (self, "No term of notice is named"));
}

#define ADD(path, test) g_test_add ("/findings-list/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("GTK_A11Y", "test", TRUE); /* names can be asked for */
  adw_init ();
  ADD ("rows-lead-there", rows_lead_there);
  ADD ("a-button-mends", a_button_mends);
  ADD ("an-abbreviation-is-explained-there", an_abbreviation_is_explained_there);
  ADD ("a-reason-accepts", a_reason_accepts);
  ADD ("a-list-without-agreement-only-leads", a_list_without_agreement_only_leads);
  return g_test_run ();
}
