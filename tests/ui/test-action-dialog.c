/* The dialogs of an action plan, as somebody fills them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/appraisal.h"
#include "core/attachment.h"
#include "core/body.h"
#include "core/contact.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/fulfilment.h"
#include "core/log-entry.h"
#include "core/meeting.h"
#include "core/principle.h"
#include "core/section.h"
#include "core/tags.h"
#include "register-fixture.h"
#include "ui/action-dialog.h"
#include "ui/action-plan-dialogs.h"
#include "ui/close-year-dialog.h"
#include "ui/record-list-dialog.h"

static AkkPlan *
add_plan (RegisterFixture *f, gint64 year)
{
  AkkPlan *plan = akk_record_new (&akk_plan_record);

  g_object_set (plan, "agreement-id", f->agreement->record.id, "first-year", year, "last-year",
                year, NULL);
  akk_store_begin (f->store, "Plan");
  akk_store_add (f->store, plan);
  g_assert_true (akk_store_commit (f->store, NULL));
  return plan;
}

static AkkAction *
add_action (RegisterFixture *f, AkkPlan *plan, const char *title, const char *number)
{
  AkkAction *action = akk_record_new (&akk_action_record);

  g_object_set (action, "agreement-id", f->agreement->record.id, "plan-id", plan->record.id,
                "title", title, "number", number, "position", number, NULL);
  akk_store_begin (f->store, "Action");
  akk_store_add (f->store, action);
  g_assert_true (akk_store_commit (f->store, NULL));
  return action;
}

static void
add_commitment (RegisterFixture *f)
{
  g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);

  g_object_set (section, "agreement-id", f->agreement->record.id, "heading", "Wat we doen", "body",
                "- {{commitment:71}}we luisteren naar wie werk zoekt;\n", NULL);
  akk_store_begin (f->store, "Section");
  akk_store_add (f->store, section);
  g_assert_true (akk_store_commit (f->store, NULL));
}

static void
show (RegisterFixture *f, AdwDialog *dialog)
{
  if (adw_window_get_content (ADW_WINDOW (f->window)) == NULL)
    register_show (f, adw_bin_new ());
  adw_dialog_present (dialog, f->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    g_main_context_iteration (NULL, TRUE);
}

/* Shows one of the parts of the dialog. */
static void
turn_to (AdwDialog *dialog, const char *page)
{
  AdwViewStack *stack = ADW_VIEW_STACK (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), AKK_TYPE_ACTION_DIALOG, "stack"));

  adw_view_stack_set_visible_child_name (stack, page);
  register_settle ();
}

static AkkAction *
only_action (RegisterFixture *f)
{
  g_autoptr (GListModel) list = akk_store_list (f->store, &akk_action_record, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  return g_list_model_get_item (list, 0);
}

static void
tick (RegisterFixture *f, const char *row)
{
  GtkWidget *widget =
      adw_action_row_get_activatable_widget (ADW_ACTION_ROW (register_row (f, row)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
}

/* The header of such a row is a row of the same title in it. */
static void
unfold (RegisterFixture *f, const char *row)
{
  GtkWidget *expander = gtk_widget_get_ancestor (register_row (f, row), ADW_TYPE_EXPANDER_ROW);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
}

static void
an_action_is_written_whole (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  AdwDialog *dialog = akk_action_dialog_new (f->store, f->agreement, NULL, plan);
  g_autoptr (AkkAction) action = NULL;

  show (f, dialog);
  register_write (f, "Title", "Zitdagen in het buurthuis");
  unfold (f, "Target groups");
  register_write (f, "Add a name", "Jongeren");
  unfold (f, "Cooperation domains");
  tick (f, "Matchen");
  turn_to (dialog, "who");
  register_click (f, "Add a Partner");
  register_write (f, "Other partner", "Buurtwerk");
  register_write (f, "Role", "trekker");
  register_write (f, "Deadline", "2025-12-31");
  turn_to (dialog, "follow-up");
  register_click (f, "Add News");
  register_write (f, "News", "We zijn begonnen.");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  action = only_action (f);
  g_assert_cmpstr (action->number, ==, "A1");
  g_assert_cmpstr (action->title, ==, "Zitdagen in het buurthuis");
  g_assert_cmpstr (action->domains, ==, "Matchen");
  g_assert_cmpstr (action->target_groups, ==, "Jongeren");
  g_assert_cmpint (action->plan_id, ==, plan->record.id);
  g_assert_cmpint (action->deadline, ==, akk_date_parse ("2025-12-31"));
  g_assert_cmpuint (register_count (f, &akk_contribution_record), ==, 1);
  g_assert_cmpuint (register_count (f, &akk_log_entry_record), ==, 1);
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (register_count (f, &akk_action_record), ==, 0);
  g_assert_cmpuint (register_count (f, &akk_contribution_record), ==, 0);
}

/* Nothing opens a file of a kind that nobody knows. */
static void
a_file_that_nothing_opens_is_told (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  g_autoptr (AkkAction) action = add_action (f, plan, "Jobbeurs", "A1");
  g_autoptr (AkkAttachment) attachment = akk_record_new (&akk_attachment_record);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autofree char *sha256 = akk_store_add_blob (f->store, bytes, NULL);
  AdwDialog *dialog;

  g_object_set (attachment, "action-id", action->record.id, "name", "nota.akk-unknown", "file",
                sha256, NULL);
  akk_store_begin (f->store, "Attach");
  akk_store_add (f->store, attachment);
  g_assert_true (akk_store_commit (f->store, NULL));
  dialog = akk_action_dialog_new (f->store, f->agreement, action, plan);
  show (f, dialog);
  turn_to (dialog, "follow-up");
  gtk_widget_activate (register_row (f, "nota.akk-unknown"));
  register_expect (f, "The File Cannot Be Opened");
}

static void
a_commitment_becomes_an_action (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  AdwDialog *dialog;
  g_autoptr (AkkAction) action = NULL;
  g_autoptr (GListModel) fulfilments = NULL;
  g_autoptr (AkkFulfilment) fulfilment = NULL;

  add_commitment (f);
  dialog = akk_action_dialog_new (f->store, f->agreement, NULL, plan);
  akk_action_dialog_prefill (AKK_ACTION_DIALOG (dialog), "Nazorg", NULL, 71);
  show (f, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  action = only_action (f);
  g_assert_cmpstr (action->title, ==, "We luisteren naar wie werk zoekt");
  g_assert_true (akk_tags_contain (action->domains, "Nazorg"));
  fulfilments = akk_store_list (f->store, &akk_fulfilment_record, NULL, 0);
  fulfilment = g_list_model_get_item (fulfilments, 0);
  g_assert_cmpint (fulfilment->commitment, ==, 71);
}

static void
an_action_without_title_is_not_saved (RegisterFixture *f, gconstpointer data)
{
  AdwDialog *dialog = akk_action_dialog_new (f->store, f->agreement, NULL, NULL);

  show (f, dialog);
  turn_to (dialog, "follow-up");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  g_assert_cmpuint (register_count (f, &akk_action_record), ==, 0);
  /* It leads to what is missing. */
  register_row (f, "Title");
}

static void
what_was_written_is_not_lost_by_mistake (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  g_autoptr (AkkAction) action = add_action (f, plan, "Luisteren", "A1");
  AdwDialog *dialog = akk_action_dialog_new (f->store, f->agreement, action, NULL);

  show (f, dialog);
  register_write (f, "Title", "Goed luisteren");
  register_click (f, "_Cancel");
  register_expect (f, "Save the Changes?");
  g_assert_cmpstr (action->title, ==, "Luisteren");
}

static void
ten_questions_begin_the_test_card (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  g_autoptr (AkkAction) action = add_action (f, plan, "Luisteren", "A1");
  AdwDialog *dialog = akk_principles_dialog_new (f->store, f->agreement);
  g_autoptr (GListModel) principles = NULL;
  g_autoptr (AkkPrinciple) first = NULL;

  show (f, dialog);
  g_signal_emit_by_name (register_row (f, "Begin with Ten Questions"), "activated");
  principles = akk_store_list (f->store, &akk_principle_record, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (principles), ==, 10);
  adw_dialog_force_close (dialog);
  dialog = akk_action_dialog_new (f->store, f->agreement, action, NULL);
  show (f, dialog);
  turn_to (dialog, "follow-up");
  first = g_list_model_get_item (principles, 0);
  unfold (f, first->title);
  register_write (f, "In a sentence", "Zij vroegen erom.");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  g_assert_cmpuint (register_count (f, &akk_appraisal_record), ==, 1);
}

static void
closed_cb (guint *n_closed)
{
  ++*n_closed;
}

static void
escape_ends_the_search_and_then_the_dialog (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  AdwDialog *dialog = akk_examples_dialog_new (f->store, f->agreement, plan);
  guint n_closed = 0;
  GtkWidget *entry;

  show (f, dialog);
  g_signal_connect_swapped (dialog, "closed", G_CALLBACK (closed_cb), &n_closed);
  entry = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), AKK_TYPE_EXAMPLES_DIALOG,
                                                     "search_entry"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "kinderopvang");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpuint (n_closed, ==, 0);
  g_signal_emit_by_name (entry, "stop-search");
  register_settle ();
  g_assert_cmpuint (n_closed, ==, 1);
}

static void
an_example_is_found_and_inserted (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  AdwDialog *dialog = akk_examples_dialog_new (f->store, f->agreement, plan);
  GtkWidget *entry;
  g_autoptr (AkkAction) action = NULL;

  show (f, dialog);
  entry = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), AKK_TYPE_EXAMPLES_DIALOG,
                                                     "search_entry"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "kinderopvang");
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (register_row (f, "Insert This Action"), "activated");
  action = only_action (f);
  g_assert_nonnull (strstr (action->title, "Kinderopvang"));
  g_assert_cmpint (action->plan_id, ==, plan->record.id);
  g_assert_cmpuint (register_count (f, &akk_contribution_record), ==, 2);
  register_expect (f, "Action A1");
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (register_count (f, &akk_action_record), ==, 0);
}

static void
decide (RegisterFixture *f, AdwDialog *dialog, int turn, const char *reason)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "turn.choose", "i", turn);
  register_write (f, "Reason", reason);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "turn.next", NULL);
  register_settle ();
}

static void
a_year_is_closed_one_action_at_a_time (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  g_autoptr (AkkAction) first = add_action (f, plan, "Luisteren", "A1");
  g_autoptr (AkkAction) second = add_action (f, plan, "Wachten", "A2");
  AdwDialog *dialog = akk_close_year_dialog_new (f->store, plan);
  guint n_closed = 0;

  show (f, dialog);
  g_signal_connect_swapped (dialog, "closed-year", G_CALLBACK (closed_cb), &n_closed);
  register_expect (f, "1 of 2");
  decide (f, dialog, 1, "");
  register_expect (f, "Say in a few words why");
  decide (f, dialog, 1, "nog twee gemeenten");
  register_expect (f, "2 of 2");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "turn.back", NULL);
  register_expect (f, "1 of 2");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "turn.next", NULL);
  decide (f, dialog, 3, "geen middelen");
  register_expect (f, "1 carried over, 1 stopped");
  g_assert_cmpuint (register_count (f, &akk_action_record), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "turn.finish", NULL);
  g_assert_cmpuint (n_closed, ==, 1);
  g_assert_cmpint (plan->state, ==, AKK_PLAN_CLOSED);
  g_assert_cmpuint (register_count (f, &akk_plan_record), ==, 2);
  g_assert_cmpuint (register_count (f, &akk_action_record), ==, 3);
  g_assert_cmpint (first->successor_id, !=, 0);
  g_assert_cmpint (second->status, ==, AKK_ACTION_STOPPED);
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (register_count (f, &akk_action_record), ==, 2);
}

static void
nothing_is_written_before_the_end (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  g_autoptr (AkkAction) action = add_action (f, plan, "Luisteren", "A1");
  AdwDialog *dialog = akk_close_year_dialog_new (f->store, plan);
  gint64 before = akk_store_get_last_step (f->store);

  show (f, dialog);
  decide (f, dialog, 3, "geen middelen");
  register_click (f, "_Cancel");
  register_expect (f, "Leave the Year Open?");
  adw_dialog_force_close (dialog);
  g_assert_cmpint (akk_store_get_last_step (f->store), ==, before);
}

static void
a_plan_with_actions_is_not_deleted (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2025);
  g_autoptr (AkkPlan) empty = add_plan (f, 2026);
  g_autoptr (AkkAction) action = add_action (f, plan, "Luisteren", "A1");
  AdwDialog *dialog = akk_action_plans_dialog_new (f->store, f->agreement);

  show (f, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plans.delete", "x", plan->record.id);
  g_assert_cmpuint (register_count (f, &akk_plan_record), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plans.delete", "x", empty->record.id);
  g_assert_cmpuint (register_count (f, &akk_plan_record), ==, 1);
}

static void
a_new_plan_follows_the_newest (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2035);
  AdwDialog *dialog = akk_action_plans_dialog_new (f->store, f->agreement);
  g_autoptr (GPtrArray) plans = NULL;

  show (f, dialog);
  register_click (f, "New Action Plan");
  register_apply (f);
  plans = akk_plans (f->store, f->agreement->record.id);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_cmpint (((AkkPlan *) plans->pdata[1])->first_year, ==, 2036);
}

static void
a_plan_is_adopted_in_a_meeting (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPlan) plan = add_plan (f, 2026);
  g_autoptr (AkkBody) body = akk_record_new (&akk_body_record);
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);

  g_object_set (body, "agreement-id", f->agreement->record.id, "name", "Stuurgroep", NULL);
  akk_store_begin (f->store, "Meeting");
  akk_store_add (f->store, body);
  g_object_set (meeting, "body-id", body->record.id, "date", akk_date_parse ("2025-12-11"), NULL);
  akk_store_add (f->store, meeting);
  g_assert_true (akk_store_commit (f->store, NULL));
  show (f, ADW_DIALOG (akk_action_plan_adopt_dialog_new (f->store, plan)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (register_row (f, "Adopted in")), 1);
  register_apply (f);
  g_assert_cmpint (plan->state, ==, AKK_PLAN_ADOPTED);
  g_assert_cmpint (plan->meeting_id, ==, meeting->record.id);
}

static void
a_priority_says_whom_to_turn_to (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPriority) priority = akk_record_new (&akk_priority_record);
  g_autoptr (GListModel) contacts = NULL;
  g_autoptr (AkkContact) contact = NULL;

  g_object_set (priority, "agreement-id", f->agreement->record.id, NULL);
  show (f, ADW_DIALOG (akk_action_priority_dialog_new (f->store, priority)));
  register_write (f, "Title", "Meer mensen aan de slag");
  register_click (f, "Add a Contact");
  adw_combo_row_set_selected (ADW_COMBO_ROW (register_row (f, "Party")), 1);
  register_write (f, "Answers within (“two working days”)", "twee werkdagen");
  register_apply (f);
  contacts = akk_store_list (f->store, &akk_contact_record, "priority_id", priority->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 1);
  contact = g_list_model_get_item (contacts, 0);
  g_assert_cmpint (contact->party_id, !=, 0);
  g_assert_cmpstr (contact->answers_within, ==, "twee werkdagen");
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (register_count (f, &akk_contact_record), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (RegisterFixture *f, gconstpointer data);
  } tests[] = {
    { "an-action-is-written-whole", an_action_is_written_whole },
    { "a-commitment-becomes-an-action", a_commitment_becomes_an_action },
    { "a-file-that-nothing-opens-is-told", a_file_that_nothing_opens_is_told },
    { "no-title-no-action", an_action_without_title_is_not_saved },
    { "asks-before-losing-what-was-written", what_was_written_is_not_lost_by_mistake },
    { "ten-questions-begin-the-test-card", ten_questions_begin_the_test_card },
    { "escape-ends-the-search-and-then-the-dialog", escape_ends_the_search_and_then_the_dialog },
    { "an-example-is-found-and-inserted", an_example_is_found_and_inserted },
    { "a-year-is-closed-one-action-at-a-time", a_year_is_closed_one_action_at_a_time },
    { "nothing-is-written-before-the-end", nothing_is_written_before_the_end },
    { "a-plan-with-actions-is-not-deleted", a_plan_with_actions_is_not_deleted },
    { "a-new-plan-follows-the-newest", a_new_plan_follows_the_newest },
    { "a-plan-is-adopted-in-a-meeting", a_plan_is_adopted_in_a_meeting },
    { "a-priority-says-whom-to-turn-to", a_priority_says_whom_to_turn_to },
  };

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strdup_printf ("/action-dialog/%s", tests[i].name);

    g_test_add (path, RegisterFixture, NULL, register_set_up, tests[i].test, register_tear_down);
  }
  return g_test_run ();
}
