/* The page Evaluatie: what is written, left out, concluded and carried out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/evaluations.h"
#include "core/office.h"
#include "core/person.h"
#include "core/plan.h"
#include "core/representative.h"
#include "print/evaluation-freeze.h"
#include "register-fixture.h"
#include "ui/editor.h"
#include "ui/evaluation-page-private.h"

#define CASE(name, test) g_test_add (name, RegisterFixture, NULL, set_up, test, register_tear_down)

static void
add (RegisterFixture *f, gpointer record)
{
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, record);
  g_assert_true (akk_store_commit (f->store, NULL));
}

/* A priority with two actions in 2025, of which one is done. */
static void
set_up (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkPriority) priority = akk_record_new (&akk_priority_record);
  g_autoptr (AkkPlan) plan = akk_record_new (&akk_plan_record);

  register_set_up (f, data);
  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  akk_store_begin (f->store, "Date");
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_from_ymd (2025, 1, 1));
  akk_store_set_int (f->store, f->agreement, "ends_on", akk_date_from_ymd (2030, 12, 31));
  g_assert_true (akk_store_commit (f->store, NULL));
  g_object_set (priority, "agreement-id", f->agreement->record.id, "title", "Taal", "position",
                "a0", NULL);
  add (f, priority);
  g_object_set (plan, "agreement-id", f->agreement->record.id, "first-year", (gint64) 2025,
                "last-year", (gint64) 2025, NULL);
  add (f, plan);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);

    g_object_set (action, "agreement-id", f->agreement->record.id, "plan-id", plan->record.id,
                  "priority-id", priority->record.id, "number", i == 0 ? "A1" : "A2", "position",
                  i == 0 ? "a0" : "a1", "title", i == 0 ? "Taalcoach" : "Taalkamp", "status",
                  (gint64) (i == 0 ? AKK_ACTION_DONE : AKK_ACTION_BUSY), NULL);
    add (f, action);
  }
}

static AkkEvaluationPage *
show_page (RegisterFixture *f)
{
  GtkWidget *page = g_object_new (AKK_TYPE_EVALUATION_PAGE, NULL);

  akk_evaluation_page_set_agreement (AKK_EVALUATION_PAGE (page), f->store, f->agreement);
  register_show (f, page);
  return AKK_EVALUATION_PAGE (page);
}

static AkkEvaluation *
report_of (RegisterFixture *f)
{
  return akk_evaluation_find (f->store, f->agreement->record.id, 2025);
}

static AkkEvaluationPart *
part_of (RegisterFixture *f, AkkEvaluationPartKind kind)
{
  g_autoptr (AkkEvaluation) report = report_of (f);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (f->store, report);

  for (guint i = 0; i < parts->len; i++)
    if (((AkkEvaluationPart *) parts->pdata[i])->kind == (gint64) kind)
      return g_object_ref (parts->pdata[i]);
  g_assert_not_reached ();
}

static AkkEvaluationPage *
begin (RegisterFixture *f)
{
  AkkEvaluationPage *page = show_page (f);

  register_click (f, "_Begin the Report of 2025");
  register_settle ();
  return page;
}

/* The first one that is shown, with this style if there is one. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *style)
{
  if (gtk_widget_get_mapped (widget) && g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (style == NULL || gtk_widget_has_css_class (widget, style)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, style);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Selects the part with this heading in the list. */
static void
choose (AkkEvaluationPage *page, const char *heading)
{
  GtkWidget *list = find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, "navigation-sidebar");

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_has_prefix (gtk_widget_get_tooltip_text (row), heading)) {
      gtk_widget_activate (row);
      register_settle ();
      return;
    }
  g_assert_not_reached ();
}

static void
write_narrative (AkkEvaluationPage *page, const char *text)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (GTK_WIDGET (page), AKK_TYPE_EDITOR, NULL)));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/* --- Claims --- */

static void
a_report_is_begun (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = NULL;

  begin (f);
  report = report_of (f);
  g_assert_nonnull (report);
  register_expect (f, "0 of 11 ready");
  g_assert_cmpuint (register_count (f, &akk_evaluation_part_record), ==, 0);
}

static void
a_narrative_keeps_its_part_and_its_figures (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autoptr (AkkEvaluationPart) part = NULL;

  choose (page, "1. Taal");
  write_narrative (page, "Van de 2 acties is er 1 uitgevoerd.");
  choose (page, "Samenvatting");
  part = part_of (f, AKK_PART_PRIORITY);
  g_assert_cmpint (part->record.id, !=, 0);
  g_assert_cmpstr (part->narrative, ==, "Van de 2 acties is er 1 uitgevoerd.\n");
  g_assert_nonnull (strstr (part->figures, "actions-planned#0=2"));
  g_assert_nonnull (strstr (part->figures, "actions-done#0=1"));
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (register_count (f, &akk_evaluation_part_record), ==, 0);
}

static void
a_figure_that_is_no_longer_true_is_corrected (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autoptr (GListModel) actions = akk_store_list (f->store, &akk_action_record, NULL, 0);
  g_autoptr (AkkAction) second = g_list_model_get_item (actions, 1);
  g_autoptr (AkkEvaluationPart) part = NULL;
  AkkAction *busy = second;
  g_autoptr (AkkAction) first = g_list_model_get_item (actions, 0);

  if (first->status == AKK_ACTION_BUSY)
    busy = first;
  choose (page, "1. Taal");
  write_narrative (page, "Er is 1 actie uitgevoerd, in 2025.");
  choose (page, "Samenvatting");
  akk_store_begin (f->store, "Done");
  akk_store_set_int (f->store, busy, "status", AKK_ACTION_DONE);
  g_assert_true (akk_store_commit (f->store, NULL));
  register_settle ();
  choose (page, "1. Taal");
  register_row (f, "The text says 1, but “Uitgevoerd” is now 2");
  register_click (f, "Write 2 in its place");
  part = part_of (f, AKK_PART_PRIORITY);
  g_assert_cmpstr (part->narrative, ==, "Er is 2 actie uitgevoerd, in 2025.\n");
}

static void
a_fact_is_left_out_and_shown_again (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autoptr (AkkEvaluationPart) part = NULL;
  GtkWidget *eye;

  choose (page, "1. Taal");
  eye = register_button (f, "Leave “Lopend” out of the report");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (eye), TRUE);
  register_settle ();
  part = part_of (f, AKK_PART_PRIORITY);
  g_assert_cmpstr (part->hidden, ==, "actions-busy");
  eye = register_button (f, "Show “Lopend” in the report");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (eye), FALSE);
  g_assert_cmpstr (part->hidden, ==, "");
}

static void
a_part_is_marked_as_ready (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autoptr (AkkEvaluationPart) part = NULL;
  GtkWidget *button;

  choose (page, "1. Taal");
  button = register_button (f, "Nothing more is to be written here");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  register_expect (f, "1 of 11 ready");
  part = part_of (f, AKK_PART_PRIORITY);
  g_assert_true (part->ready);
  g_assert_true (akk_store_undo (f->store, NULL));
  register_expect (f, "0 of 11 ready");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
add_conclusion (RegisterFixture *f, const char *text)
{
  register_write (f, "New conclusion", text);
  g_signal_emit_by_name (register_row (f, "New conclusion"), "apply");
  register_settle ();
}

static void
a_conclusion_becomes_an_action_of_the_next_plan (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autoptr (GListModel) conclusions = akk_store_list (f->store, &akk_conclusion_record, NULL, 0);
  g_autoptr (AkkConclusion) conclusion = NULL;
  g_autoptr (AkkAction) action = NULL;
  g_autoptr (AkkPlan) plan = NULL;

  choose (page, "Conclusies");
  add_conclusion (f, "Meer taalcoaches");
  g_assert_cmpuint (g_list_model_get_n_items (conclusions), ==, 1);
  conclusion = g_list_model_get_item (conclusions, 0);
  g_assert_cmpstr (conclusion->text, ==, "Meer taalcoaches");
  register_click (f, "Put in the Action _Plan of 2026…");
  register_click (f, "_Put in the Plan");
  register_settle ();
  action = akk_store_get (f->store, &akk_action_record, conclusion->action_id);
  g_assert_nonnull (action);
  g_assert_cmpstr (action->title, ==, "Meer taalcoaches");
  plan = akk_store_get (f->store, &akk_plan_record, action->plan_id);
  g_assert_cmpint (plan->first_year, ==, 2026);
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpint (conclusion->action_id, ==, 0);
  g_assert_true (plan->record.deleted);
}

static void
expect_actions (GMenuModel *menu, guint *n_items)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    g_autofree char *action = NULL;

    if (section != NULL) {
      expect_actions (section, n_items);
      continue;
    }
    g_assert_true (g_menu_model_get_item_attribute (menu, i, "action", "s", &action));
    g_test_message ("%s", action);
    /* A detailed name is no action: its item would never do anything. */
    g_assert_null (strchr (action, '('));
    (*n_items)++;
  }
}

static void
each_item_of_the_menu_names_an_action (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  GtkWidget *menu = find (GTK_WIDGET (page), AKK_TYPE_EVALUATION_MENU, NULL);
  guint n_items = 0;

  g_assert_nonnull (menu);
  expect_actions (
      gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (gtk_widget_get_first_child (menu))),
      &n_items);
  g_assert_cmpuint (n_items, ==, 10);
}

static void
adopting_makes_a_version_and_locks (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autoptr (AkkEvaluation) report = report_of (f);
  g_autoptr (AkkVersion) version = NULL;
  g_autofree char *words = NULL;
  GtkWidget *editor;

  choose (page, "1. Taal");
  write_narrative (page, "Van de 2 acties is er 1 uitgevoerd.");
  gtk_widget_activate_action (GTK_WIDGET (page), "evaluation.adopt", NULL);
  register_click (f, "_Adopt");
  register_expect (f, "Adopted in writing on 17 November 2025");
  version = akk_evaluation_version (f->store, report);
  g_assert_nonnull (version);
  g_assert_cmpint (version->number, ==, 1);
  g_assert_cmpint (report->adopted_on, ==, akk_date_from_ymd (2025, 11, 17));
  choose (page, "1. Taal");
  editor = find (GTK_WIDGET (page), AKK_TYPE_EDITOR, NULL);
  g_assert_nonnull (editor);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (editor)));
  words = akk_text_plain (akk_editor_get_text (AKK_EDITOR (editor)), NULL, NULL);
  g_assert_cmpstr (g_strchomp (words), ==, "Van de 2 acties is er 1 uitgevoerd.");
}

/* What was shown stays until the facts after the last change are there. */
static void
facts_are_reckoned_aside (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  const AkkEvaluationFacts *before = page->facts;
  g_autoptr (GListModel) actions = akk_store_list (f->store, &akk_action_record, NULL, 0);

  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);

    akk_store_begin (f->store, "Status");
    akk_store_set_int (f->store, action, "status", AKK_ACTION_STOPPED);
    g_assert_true (akk_store_commit (f->store, NULL));
    akk_evaluation_page_refresh (page);
    g_assert_true (page->facts == before);
  }
  while (page->facts == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (page->facts->counts.stopped, ==, 2);
}

/* Of one party with one who signs, adopted with signatures. */
static AkkEvaluationPage *
adopt_to_be_signed (RegisterFixture *f)
{
  g_autoptr (AkkPerson) person = akk_record_new (&akk_person_record);
  g_autoptr (AkkOffice) office = akk_record_new (&akk_office_record);
  g_autoptr (AkkRepresentative) signer = akk_record_new (&akk_representative_record);
  g_autoptr (GListModel) parties =
      akk_store_list (f->store, &akk_party_record, "agreement_id", f->agreement->record.id);
  g_autoptr (AkkParty) party = g_list_model_get_item (parties, 0);
  g_autoptr (AkkEvaluation) report = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GError) error = NULL;
  AkkEvaluationPage *page;

  g_object_set (person, "name", "Ann Verhoeven", NULL);
  add (f, person);
  g_object_set (office, "person-id", person->record.id, "organisation-id", party->organisation_id,
                "function", "burgemeester", NULL);
  add (f, office);
  g_object_set (signer, "party-id", party->record.id, "office-id", office->record.id, "signs",
                (gint64) TRUE, NULL);
  add (f, signer);
  page = begin (f);
  report = report_of (f);
  parts = akk_evaluation_parts (f->store, report);
  akk_store_begin (f->store, "Sign");
  akk_evaluation_keep_part (f->store, parts->pdata[0]);
  akk_store_set_text (f->store, parts->pdata[0], "narrative", "Het loopt.");
  akk_store_set_int (f->store, report, "signs", TRUE);
  g_assert_true (akk_store_commit (f->store, NULL));
  version = akk_evaluation_adopt (f->store, report, 0, akk_store_today (f->store), &error);
  g_assert_no_error (error);
  register_settle ();
  return page;
}

static void
it_is_noted_who_signed_and_undone (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = adopt_to_be_signed (f);

  g_assert_cmpuint (page->signing->n_places, ==, 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (page->findings_button)), ==,
                   "Signatures: 0 of 1");
  gtk_widget_activate_action (GTK_WIDGET (page), "evaluation.show-signatures", NULL);
  register_settle ();
  register_expect (f, "Ann Verhoeven");
  register_expect (f, "to offer"); /* no council decides on a report */
  register_click (f, "_Note a Signature…");
  adw_combo_row_set_selected (ADW_COMBO_ROW (register_row (f, "S_tate")), AKK_SIGNATURE_ON_PAPER);
  register_click (f, "_Save");
  register_settle ();
  g_assert_cmpuint (page->signing->n_signed, ==, 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (page->findings_button)), ==,
                   "Signatures: 1 of 1");
  g_assert_true (akk_store_undo (f->store, NULL));
  register_settle ();
  g_assert_cmpuint (page->signing->n_signed, ==, 0);
}

static void
a_report_without_signatures_shows_none (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);

  g_assert_null (page->signing);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (page->findings_button)), ==,
                   "evaluation.show-findings");
}

static void
wait_for_findings (AkkEvaluationPage *page)
{
  while (page->findings_id != 0 || akk_aside_is_busy (page->findings_aside))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_blanks (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const AkkFinding *) findings->pdata[i])->id, "blank");
  return n;
}

/* Also when something changes while they are looked for in what was there before. */
static void
findings_are_those_of_the_last_change (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);
  g_autofree char *label = NULL;

  choose (page, "1. Taal");
  write_narrative (page, "Er waren […] deelnemers.");
  akk_evaluation_page_end_burst (page);
  while (!akk_aside_is_busy (page->findings_aside))
    g_main_context_iteration (NULL, TRUE);
  write_narrative (page, " En […] begeleiders.");
  akk_evaluation_page_end_burst (page);
  wait_for_findings (page);
  g_assert_cmpuint (count_blanks (page->findings), ==, 2);
  label = g_strdup_printf ("Findings %u", page->findings->len);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (page->findings_button)), ==, label);
}

static void
nothing_is_found_once_the_page_is_empty (RegisterFixture *f, gconstpointer data)
{
  AkkEvaluationPage *page = begin (f);

  while (!akk_aside_is_busy (page->findings_aside))
    g_main_context_iteration (NULL, TRUE);
  akk_evaluation_page_set_agreement (page, NULL, NULL);
  g_assert_false (akk_aside_is_busy (page->findings_aside));
  wait_for_findings (page);
  g_assert_null (page->findings);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("/evaluation-page/a-report-is-begun", a_report_is_begun);
  CASE ("/evaluation-page/a-narrative-keeps-its-part-and-its-figures",
        a_narrative_keeps_its_part_and_its_figures);
  CASE ("/evaluation-page/a-figure-that-is-no-longer-true-is-corrected",
        a_figure_that_is_no_longer_true_is_corrected);
  CASE ("/evaluation-page/a-fact-is-left-out-and-shown-again", a_fact_is_left_out_and_shown_again);
  CASE ("/evaluation-page/a-part-is-marked-as-ready", a_part_is_marked_as_ready);
  CASE ("/evaluation-page/a-conclusion-becomes-an-action-of-the-next-plan",
        a_conclusion_becomes_an_action_of_the_next_plan);
  CASE ("/evaluation-page/each-item-of-the-menu-names-an-action",
        each_item_of_the_menu_names_an_action);
  CASE ("/evaluation-page/facts-are-reckoned-aside", facts_are_reckoned_aside);
  CASE ("/evaluation-page/adopting-makes-a-version-and-locks", adopting_makes_a_version_and_locks);
  CASE ("/evaluation-page/it-is-noted-who-signed-and-undone", it_is_noted_who_signed_and_undone);
  CASE ("/evaluation-page/a-report-without-signatures-shows-none",
        a_report_without_signatures_shows_none);
  CASE ("/evaluation-page/findings-are-those-of-the-last-change",
        findings_are_those_of_the_last_change);
  CASE ("/evaluation-page/nothing-is-found-once-empty", nothing_is_found_once_the_page_is_empty);
  return g_test_run ();
}
