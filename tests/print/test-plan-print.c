/* Tests of action plans on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/plan-print.h"

#include "../core/plan-example.h"
#include "checked-pdf.h"

#define LONG_WORD "Arbeidsmarktregiobeleidsafstemmingsoverlegvoorbereidingsvergadering"

/* The words of a paper that conforms and prints each character, as they are read aloud, then its
 * footer. `n_pages` may be NULL. */
static char *
print_with (PlanExample *self, const AkkPlanPrint *wanted, guint *n_pages, guint n_missing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      akk_plan_document_new (self->rows, self->agreement, wanted, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL, *footer = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_missing_glyphs (document->pages), ==, n_missing);
  if (n_pages != NULL)
    *n_pages = akk_pages_count (document->pages);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  words = checked_words (pdf, &footer);
  return g_strjoin (" ", words, footer, NULL);
}

static char *
print (PlanExample *self, const AkkPlanPrint *wanted, guint *n_pages)
{
  return print_with (self, wanted, n_pages, 0);
}

static guint
count (const char *text, const char *mark)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, mark)) != NULL; at += strlen (mark))
    n++;
  return n;
}

static void
assert_says (const char *words, const char *text)
{
  g_test_message ("“%s” in “%s”", text, words);
  g_assert_nonnull (strstr (words, text));
}

static AkkPlanReport *
report_of (PlanExample *self, const AkkPlanPrint *wanted)
{
  return akk_plan_report_new (self->rows, self->agreement, self->phrases, wanted->filter,
                              wanted->sort, wanted->descending, wanted->is_public);
}

/* Each line of the report is printed, once and with its words. */
static void
assert_lines (const AkkPlanReport *report, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < report->parts->len; i++) {
    const AkkPlanPart *part = report->parts->pdata[i];
    for (guint j = 0; j < part->lines->len; j++, n++) {
      const AkkPlanLine *line = part->lines->pdata[j];
      g_autofree char *begin = g_strdup_printf ("%s %s", line->number, line->title);
      g_assert_cmpuint (count (words, begin), ==, 1);
    }
  }
  g_assert_cmpuint (n, ==, report->n_lines);
}

static void
test_filtered (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025,
                                   .lead_id = plan_example_party (self, "VDAB"),
                                   .statuses = 1 << AKK_ACTION_BUSY };
  const AkkPlanPrint wanted = { .filter = &filter };
  g_autoptr (AkkPlanReport) report = report_of (self, &wanted);
  g_autofree char *words = print (self, &wanted, NULL);

  g_assert_cmpuint (report->n_lines, >, 2);
  g_assert_cmpuint (report->n_lines, <, report->n_all);
  assert_lines (report, words);
  g_assert_cmpuint (count (words, " Bezig"), ==, report->n_lines);
  assert_says (words, "Selectie: trekker VDAB; status bezig");
  assert_says (words, report->totals);
  assert_says (words, "Actieplan 2025, stand op ");
}

/* Over more pages than one, with the head of the table again on each. */
static void
test_public (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  const AkkPlanPrint wanted = { .filter = &filter, .is_public = TRUE };
  g_autoptr (AkkPlanReport) report = report_of (self, &wanted);
  guint n_pages = 0;
  g_autofree char *words = print (self, &wanted, &n_pages);

  g_assert_cmpuint (n_pages, >, 1);
  assert_lines (report, words);
  assert_says (words, "Openbare uitgave");
  assert_says (words, report->totals);
  assert_names_nobody (self, words);
}

/* Neither where people wrote down who it is. */
static void
test_public_papers (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025, .party_id = plan_example_party (self, "Zele") };

  plan_example_name_somebody (self);
  for (AkkPlanPaper paper = AKK_PLAN_OVERVIEW; paper <= AKK_PLAN_MATRIX; paper++) {
    const AkkPlanPrint wanted = { .paper = paper, .filter = &filter, .is_public = TRUE };
    g_autofree char *words = print (self, &wanted, NULL);
    assert_says (words, paper == AKK_PLAN_MATRIX ? "Zele" : "een medewerker");
    assert_names_nobody (self, words);
  }
}

/* Nor who is in no register. */
static void
test_stranger (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };

  plan_example_plant_stranger (self, 2025);
  for (AkkPlanPaper paper = AKK_PLAN_OVERVIEW; paper <= AKK_PLAN_PRIORITY; paper++) {
    const AkkPlanPrint wanted = { .paper = paper, .filter = &filter, .is_public = TRUE };
    g_autofree char *words = print (self, &wanted, NULL);
    assert_says (words, "Huisbezoeken met een medewerker");
    g_assert_cmpuint (count (words, "Piet"), ==, 0);
    g_assert_cmpuint (count (words, "Vander Elst"), ==, 0);
  }
}

static void
test_priority (PlanExample *self, gconstpointer data)
{
  GPtrArray *priorities = akk_action_rows_priorities (self->rows);
  const AkkActionFilter filter = { .year = 2025,
                                   .priority_id = ((AkkRecord *) priorities->pdata[0])->id };
  const AkkPlanPrint wanted = { .paper = AKK_PLAN_PRIORITY, .filter = &filter };
  g_autoptr (AkkPlanReport) report = report_of (self, &wanted);
  g_autofree char *words = print (self, &wanted, NULL);

  assert_lines (report, words);
  assert_says (words, "Meer mensen aan de slag Intern");
  assert_says (words, "Aanspreekpunten Partner Contact Bereikbaar Antwoordt binnen VDAB");
  assert_says (words, "Voert uit artikel ");
  assert_says (words, "Mensen en middelen");
  assert_says (words, "Partner Rol Inbreng");
}

/* With the action that it tests, in the whole paper; in no public edition. */
static void
test_card (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  AkkPlanPrint wanted = { .paper = AKK_PLAN_PRIORITY, .filter = &filter };
  g_autofree char *words = print (self, &wanted, NULL), *public_words = NULL;

  g_assert_cmpuint (count (words, "Toetskaart Voldoet Toelichting"), ==, 3);
  assert_says (words, "Op maat Ja De brugfiguur begint bij de vragen van het gezin.");
  assert_says (words, "Nog niet De halftijdse functie in Zele loopt af in 2026.");
  assert_says (words, "Nog niet getoetst: ");
  wanted.is_public = TRUE;
  public_words = print (self, &wanted, NULL);
  g_assert_cmpuint (count (public_words, "Toetskaart"), ==, 0);
  g_assert_cmpuint (count (public_words, "De brugfiguur begint"), ==, 0);
}

static void
test_partner (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025, .party_id = plan_example_party (self, "VDAB") };
  const AkkPlanPrint wanted = { .paper = AKK_PLAN_PARTNER, .filter = &filter };
  g_autoptr (AkkPlanReport) report = report_of (self, &wanted);
  g_autofree char *words = print (self, &wanted, NULL);
  const char *leads = strstr (words, "Als trekker"), *helps = strstr (words, "Als partner");

  assert_lines (report, words);
  g_assert_nonnull (leads);
  g_assert_true (helps > leads);
  assert_says (helps, "Aanspreekpunten");
  assert_says (words, report->totals);
}

static void
test_matrix (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025 };
  const AkkPlanPrint wanted = { .paper = AKK_PLAN_MATRIX, .filter = &filter };
  g_autoptr (GArray) shown = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, 0);
  g_autoptr (AkkActionMatrix) matrix = akk_action_matrix_new (self->rows, shown);
  guint n_pages = 0;
  g_autofree char *words = print (self, &wanted, &n_pages);

  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (words, "Samenwerkingsvlak WZW met multiproblematiek");
  g_assert_cmpuint (count (words, "verwacht, geen actie"), ==, akk_action_matrix_missing (matrix));
}

/* A row that is taller than a page is divided; nothing of it is lost. */
static void
test_extremes (PlanExample *self, gconstpointer data)
{
  const AkkActionFilter filter = { .year = 2025, .lead_id = plan_example_party (self, "VDAB") };
  const AkkPlanPrint wanted = { .filter = &filter };
  g_autoptr (AkkPlanReport) report = report_of (self, &wanted);
  const AkkPlanLine *line = ((const AkkPlanPart *) report->parts->pdata[0])->lines->pdata[0];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 1; i <= 700; i++)
    g_string_append_printf (text, "woord%u ", i);
  akk_store_begin (self->base.store, "Change");
  akk_store_set_text (self->base.store, line->action, "description", text->str);
  akk_store_set_text (self->base.store, line->action, "number", "2025-Meerjarenplan-12");
  akk_store_set_text (self->base.store, line->action, "progress", LONG_WORD " 😀");
  akk_store_set_text (self->base.store, line->action, "title", LONG_WORD);
  akk_store_set_int (self->base.store, line->action, "lead_office_id", 0);
  fixture_commit (&self->base);
  words = print_with (self, &wanted, NULL, 1);
  for (guint i = 1; i <= 700; i += 33) {
    g_autofree char *word = g_strdup_printf ("woord%u ", i);
    g_assert_cmpuint (count (words, word), ==, 1);
  }
}

#define ADD(name, test)                                                                            \
  g_test_add (name, PlanExample, NULL, plan_example_set_up, test, plan_example_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-print/filtered-plan-has-its-rows-totals-and-filter", test_filtered);
  ADD ("/plan-print/tall-rows-are-divided", test_extremes);
  ADD ("/plan-print/public-plan-names-nobody", test_public);
  ADD ("/plan-print/public-papers-name-nobody-whom-people-wrote-down", test_public_papers);
  ADD ("/plan-print/public-papers-do-not-name-who-is-in-no-register", test_stranger);
  ADD ("/plan-print/priority-has-all-of-its-actions", test_priority);
  ADD ("/plan-print/a-test-card-goes-with-its-action-inside-only", test_card);
  ADD ("/plan-print/partner-has-what-it-leads-and-helps-with", test_partner);
  ADD ("/plan-print/matrix-says-where-actions-are-expected", test_matrix);
  return g_test_run ();
}
