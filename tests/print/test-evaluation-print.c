/* Tests of evaluation reports on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-print.h"

#include "../core/plan-example.h"
#include "checked-pdf.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/evaluations.h"
#include "core/frozen.h"
#include "print/evaluation-internal.h"

#define CODE "ABCDEFGHJKMNPQRS"

/* The words of a paper that conforms and prints each character, as they are read aloud, then its
 * footer. `n_pages` may be NULL. */
static char *
print (PlanExample *self, int year, const AkkReportPrint *wanted, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      akk_report_document_new (self->base.store, self->agreement, year, wanted, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL, *footer = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_missing_glyphs (document->pages), ==, 0);
  if (n_pages != NULL)
    *n_pages = akk_pages_count (document->pages);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  words = checked_words (pdf, &footer);
  return g_strjoin (" ", words, footer, NULL);
}

static char *
print_whole (PlanExample *self, int year)
{
  return print (self, year, &(AkkReportPrint) { .edition = AKK_REPORT_WHOLE }, NULL);
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

static AkkEvaluationFacts *
facts_of (PlanExample *self, int year)
{
  return akk_evaluation_facts_new (self->base.store, self->agreement, year,
                                   akk_store_today (self->base.store));
}

static AkkEvaluationPart *
part_of (PlanExample *self, int year, AkkEvaluationPartKind kind)
{
  g_autoptr (AkkEvaluation) evaluation =
      akk_evaluation_find (self->base.store, self->agreement->record.id, year);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, evaluation);

  for (guint i = 0; i < parts->len; i++)
    if (((AkkEvaluationPart *) parts->pdata[i])->kind == (gint64) kind)
      return g_object_ref (parts->pdata[i]);
  g_assert_not_reached ();
}

/* --- Editions --- */

static void
test_editions (PlanExample *self, gconstpointer data)
{
  for (int year = 2021; year <= 2025; year++)
    for (AkkReportEdition edition = AKK_REPORT_WHOLE; edition <= AKK_REPORT_DASHBOARD; edition++) {
      if (edition != AKK_REPORT_SUMMARY && year != 2021 && year != 2025)
        continue; /* 2024 is that of the other tests */
      const AkkReportPrint wanted = { .edition = edition };
      guint n_pages = 0;
      g_autofree char *words = print (self, year, &wanted, &n_pages);
      g_autofree char *text = g_strdup_printf ("%d", year);

      assert_says (words, text);
      if (edition == AKK_REPORT_SUMMARY)
        g_assert_cmpuint (n_pages, ==, 2);
      if (edition == AKK_REPORT_MUNICIPALITY)
        g_assert_cmpuint (n_pages, ==, 8);
    }
}

/* Two pages are two, and a page is one, however much there is to tell. */
static void
test_fits (PlanExample *self, gconstpointer data)
{
  const AkkReportPrint summary = { .edition = AKK_REPORT_SUMMARY };
  const AkkReportPrint municipality = { .edition = AKK_REPORT_MUNICIPALITY,
                                        .party_id = plan_example_party (self, "Zele") };
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2024);
  g_autoptr (AkkEvaluationPart) lead = part_of (self, 2024, AKK_PART_SUMMARY);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_pages = 0;
  g_autofree char *words = NULL, *page = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "woord%u ", i);
  akk_store_begin (self->base.store, "Write much");
  akk_store_set_text (self->base.store, lead, "narrative", text->str);
  for (guint i = 0; i < 12; i++) {
    g_autoptr (AkkConclusion) it = akk_record_new (&akk_conclusion_record);
    g_object_set (it, "evaluation-id", lead->evaluation_id, "text", text->str, "kind",
                  (gint64) (i % 2), NULL);
    akk_store_add (self->base.store, it);
  }
  for (guint i = 0; i < facts->priorities->len; i++) {
    const AkkPriorityFact *priority = facts->priorities->pdata[i];
    for (guint j = 0; j < priority->actions->len; j++) {
      const AkkActionFact *fact = priority->actions->pdata[j];
      akk_store_set_int (self->base.store, fact->action, "kind", AKK_ACTION_MUNICIPALITY);
      akk_store_set_int (self->base.store, fact->action, "municipality_id", municipality.party_id);
    }
  }
  fixture_commit (&self->base);
  words = print (self, 2024, &summary, &n_pages);
  g_assert_cmpuint (n_pages, ==, 2);
  assert_says (words, "woord1 ");
  page = print (self, 2024, &municipality, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (page, "Zele");
}

/* --- Numbers --- */

/* "7 van 12", as the key figure says it. */
static void
assert_actions_done (PlanExample *self, const char *words, int year)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, year);
  g_autofree char *figure =
      g_strdup_printf ("%u van %u Acties uitgevoerd", facts->counts.done, facts->counts.planned);

  assert_says (words, figure);
}

static void
test_action_moves_the_number (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2025);
  const AkkPriorityFact *priority = facts->priorities->pdata[0];
  g_autofree char *before = print_whole (self, 2025), *after = NULL, *row = NULL;
  const AkkActionFact *open = NULL;

  for (guint i = 0; i < priority->actions->len; i++) {
    const AkkActionFact *it = priority->actions->pdata[i];
    if (akk_action_open (it->action) && !it->carried)
      open = it;
  }
  g_assert_nonnull (open);
  assert_actions_done (self, before, 2025);
  akk_store_begin (self->base.store, "Done");
  akk_store_set_int (self->base.store, open->action, "status", AKK_ACTION_DONE);
  fixture_commit (&self->base);
  after = print_whole (self, 2025);
  assert_actions_done (self, after, 2025);
  row = g_strdup_printf ("%u van %u acties uitgevoerd", priority->counts.done + 1,
                         priority->counts.planned);
  assert_says (after, row);
}

/* The number of inhabitants, or any other that is a sum. */
static AkkIndicatorFact *
sum_of (const AkkEvaluationFacts *facts)
{
  for (guint i = 0; i < facts->indicators->len; i++) {
    AkkIndicatorFact *fact = facts->indicators->pdata[i];
    if (fact->indicator->by_municipality && fact->indicator->kind == AKK_INDICATOR_NUMBER &&
        fact->indicator->rule == AKK_RULE_SUM && fact->figure.state == AKK_FIGURE_KNOWN &&
        fact->figure.measurement_id == 0 && !fact->indicator->by_target_group)
      return fact;
  }
  g_assert_not_reached ();
}

static void
test_measurement_moves_the_total (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2024);
  const AkkIndicatorFact *fact = sum_of (facts);
  GPtrArray *municipalities = akk_figures_municipalities (facts->figures);
  const AkkParty *party = municipalities->pdata[0];
  AkkFigure own = akk_figures_get (facts->figures, fact->indicator, 2024, party->record.id, NULL);
  g_autoptr (AkkMeasurement) measurement =
      akk_store_get (self->base.store, &akk_measurement_record, own.measurement_id);
  g_autofree char *total = akk_figure_words (self->phrases, fact->indicator, &fact->figure, FALSE);
  g_autofree char *before = print_whole (self, 2024), *after = NULL, *changed = NULL;
  const AkkFigure grown = { .state = AKK_FIGURE_KNOWN,
                            .low = fact->figure.low + 1234 * AKK_DECIMAL,
                            .high = fact->figure.low + 1234 * AKK_DECIMAL };
  gint64 sum = 0;

  for (guint i = 0; i < municipalities->len; i++)
    sum += akk_figures_get (facts->figures, fact->indicator, 2024,
                            ((AkkParty *) municipalities->pdata[i])->record.id, NULL)
               .low;
  g_assert_cmpint (sum, ==, fact->figure.low);
  changed = akk_figure_words (self->phrases, fact->indicator, &grown, FALSE);
  g_assert_cmpuint (count (before, total), >=, 3); /* in the tables of indicators, stand, series */
  g_assert_cmpuint (count (before, changed), ==, 0);
  akk_store_begin (self->base.store, "Count again");
  akk_store_set_int (self->base.store, measurement, "value",
                     measurement->value + 1234 * AKK_DECIMAL);
  fixture_commit (&self->base);
  after = print_whole (self, 2024);
  g_assert_cmpuint (count (after, changed), >=, 3);
  g_assert_cmpuint (count (after, total), <, count (before, total));
}

static void
test_meeting_moves_the_number (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2024);
  const AkkBodyFact *body = facts->bodies->pdata[0];
  g_autofree char *before = NULL, *after = NULL, *was = NULL, *is = NULL;

  g_assert_cmpint (body->required, >, 0);
  g_assert_cmpint (body->held, >, 0);
  was = g_strdup_printf ("%d van minstens %d", (int) body->held, (int) body->required);
  is = g_strdup_printf ("%d van minstens %d", (int) body->held - 1, (int) body->required);
  before = print_whole (self, 2024);
  akk_store_begin (self->base.store, "Cancel");
  akk_store_set_int (self->base.store, ((AkkMeetingFact *) body->meetings->pdata[0])->meeting,
                     "state", AKK_MEETING_CANCELLED);
  fixture_commit (&self->base);
  after = print_whole (self, 2024);
  g_assert_cmpuint (count (after, is), >, count (before, is));
  g_assert_cmpuint (count (after, was), <, count (before, was));
}

/* --- Words --- */

/* What people wrote stands in it, part after part, and so do the facts that are listed. */
static void
test_order (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2024);
  g_autoptr (AkkEvaluation) evaluation =
      akk_evaluation_find (self->base.store, self->agreement->record.id, 2024);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, evaluation);
  g_autofree char *words = print_whole (self, 2024);
  const char *at = words;
  guint n_written = 0;

  for (guint i = 0; i < parts->len; i++) {
    const AkkEvaluationPart *part = parts->pdata[i];
    g_autofree char *begin = NULL;
    if (*part->narrative == '\0')
      continue;
    begin = g_utf8_substring (part->narrative, 0, 24);
    g_test_message ("“%s”", begin);
    at = strstr (at, begin);
    g_assert_nonnull (at);
    n_written++;
  }
  g_assert_cmpuint (n_written, >, 8);
  for (guint i = 0; i < facts->priorities->len; i++) {
    const AkkPriorityFact *priority = facts->priorities->pdata[i];
    for (guint j = 0; j < priority->actions->len; j++) {
      const AkkAction *action = ((AkkActionFact *) priority->actions->pdata[j])->action;
      g_autofree char *begin = g_strdup_printf ("%s %s", action->number, action->title);
      g_assert_cmpuint (count (words, begin), ==, 1);
    }
  }
  for (guint i = 0; i < facts->decisions->len; i++)
    assert_says (words, ((AkkDecision *) facts->decisions->pdata[i])->number);
  for (guint i = 0; i < facts->signals->len; i++)
    assert_says (words, ((AkkSignal *) facts->signals->pdata[i])->title);
  assert_says (words, "Bron: ");
  assert_says (words, "ontvangen op ");
}

static void
test_hidden (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2024);
  g_autoptr (AkkEvaluationPart) part = part_of (self, 2024, AKK_PART_DECISIONS);
  const AkkDecision *decision = facts->decisions->pdata[0];
  g_autofree char *key = g_strdup_printf ("decision-%" G_GINT64_FORMAT, decision->record.id);
  g_autofree char *before = print_whole (self, 2024), *after = NULL;

  assert_says (before, decision->number);
  akk_store_begin (self->base.store, "Hide");
  akk_evaluation_keep_part (self->base.store, part);
  akk_store_set_text (self->base.store, part, "hidden", key);
  fixture_commit (&self->base);
  after = print_whole (self, 2024);
  g_assert_cmpuint (count (after, decision->number), ==, 0);
}

static void
test_draft_and_version (PlanExample *self, gconstpointer data)
{
  const AkkStamp stamp = { 2, 20000, CODE };
  const AkkReportPrint adopted = { .stamp = &stamp };
  g_autoptr (AkkEvaluationPart) part = part_of (self, 2024, AKK_PART_LEARNING);
  g_autofree char *draft = NULL, *version = NULL;

  akk_store_begin (self->base.store, "Take out");
  akk_evaluation_keep_part (self->base.store, part);
  akk_store_set_text (self->base.store, part, "narrative", "");
  fixture_commit (&self->base);
  draft = print_whole (self, 2024);
  version = print (self, 2024, &adopted, NULL);
  assert_says (draft, "Duiding nog te schrijven");
  assert_says (draft, "Voorstel van besluit");
  assert_says (draft, "Ontwerp");
  g_assert_cmpuint (count (version, "nog te schrijven"), ==, 0);
  g_assert_cmpuint (count (version, "Voorstel van besluit"), ==, 0);
  g_assert_cmpuint (count (version, "Ontwerp"), ==, 0);
  assert_says (version, "Versie 2");
  assert_says (version, "ABCD-EFGH-JKMN-PQRS");
}

/* Contents from seven pages on, with the pages on which the parts do stand. */
static void
test_contents (PlanExample *self, gconstpointer data)
{
  const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE };
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      akk_report_document_new (self->base.store, self->agreement, 2024, &wanted, &error);
  g_autofree char *words = print_whole (self, 2024);
  const char *contents = strstr (words, "Inhoud 1 Meer mensen aan de slag 2");
  guint page, n = 0;
  double y, height;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_count (document->pages), >=, 7);
  g_assert_nonnull (contents);
  for (guint i = 0;
       akk_pages_find_line (document->pages, AKK_REPORT_FIRST_PLACE + i, &page, &y, &height); i++) {
    g_autofree char *number = g_strdup_printf (" %u ", page + 1);
    contents = strstr (contents, number);
    g_assert_nonnull (contents);
    contents += strlen (number) - 1;
    n++;
  }
  g_assert_cmpuint (n, >, 10);
}

/* What is asked stands on the first page; the contents on the second, and the first part below
 * them. */
static void
test_first_page (PlanExample *self, gconstpointer data)
{
  const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE };

  for (int year = 2022; year <= 2025; year++) {
    g_autoptr (AkkDocument) document =
        akk_report_document_new (self->base.store, self->agreement, year, &wanted, NULL);
    guint page = 0;
    double y, height;

    g_assert_true (
        akk_pages_find_line (document->pages, AKK_REPORT_FIRST_PLACE, &page, &y, &height));
    g_assert_cmpuint (page, ==, 1);
  }
}

/* A block for each party, with everybody who signs the agreement, under the day of the version. */
static void
test_signatures (PlanExample *self, gconstpointer data)
{
  const AkkStamp stamp = { 2, akk_date_from_ymd (2025, 3, 2), CODE };
  const AkkReportPrint adopted = { .edition = AKK_REPORT_WHOLE, .stamp = &stamp };
  const AkkReportPrint public = { .edition = AKK_REPORT_WHOLE, .is_public = TRUE };
  g_autoptr (AkkEvaluation) report =
      akk_evaluation_find (self->base.store, self->agreement->record.id, 2024);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (GPtrArray) signatories =
      akk_frozen_signatories (self->base.store, self->agreement, phrases);
  g_autofree char *unsigned_ = print (self, 2024, &adopted, NULL);
  g_autofree char *words = NULL, *drafted = NULL, *open = NULL;

  g_assert_cmpuint (count (unsigned_, "Plaats en datum"), ==, 0);
  akk_store_begin (self->base.store, "Sign");
  akk_store_set_int (self->base.store, report, "signs", TRUE);
  fixture_commit (&self->base);
  words = print (self, 2024, &adopted, NULL);
  assert_says (words, "op 2 maart 2025 vast en ondertekenen het");
  g_assert_cmpuint (count (words, "Plaats en datum"), >, 7);
  g_assert_cmpuint (signatories->len, >, 10);
  for (guint i = 0; i < signatories->len; i++)
    assert_says (words, ((AkkSignatory *) signatories->pdata[i])->name);
  assert_says (words, "hoort bij versie 2");
  drafted = print_whole (self, 2024);
  assert_says (drafted, "stellen dit evaluatieverslag vast");
  open = print (self, 2024, &public, NULL);
  g_assert_cmpuint (count (open, "Plaats en datum"), ==, 0);
}

static void
test_short (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Samen sterk voor werk");
  const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE };
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      akk_report_document_new (fixture->store, agreement, 2024, &wanted, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (akk_pages_count (document->pages), <, 7);
  pdf = akk_document_pdf (document, &error);
  g_assert_no_error (error);
  words = checked_words (pdf, NULL);
  g_assert_cmpuint (count (words, "Inhoud"), ==, 0);
  assert_says (words, "Er zijn nog geen indicatoren.");
}

/* --- In public --- */

static void
name_somebody (PlanExample *self)
{
  static const struct {
    const AkkRecordType *type;
    const char *field;
  } texts[] = { { &akk_evaluation_part_record, "narrative" },
                { &akk_conclusion_record, "text" },
                { &akk_decision_record, "text" },
                { &akk_decision_record, "result" },
                { &akk_signal_record, "title" },
                { &akk_signal_record, "answer" },
                { &akk_measurement_record, "sentence" },
                { &akk_measurement_record, "source" } };
  g_autoptr (GListModel) persons = akk_store_list (self->base.store, &akk_person_record, NULL, 0);
  g_autoptr (AkkPerson) person = g_list_model_get_item (persons, 3);
  g_autofree char *text = g_strdup_printf (
      "Vraag het aan %s of mevrouw %s (iemand@elders.example).", person->name, person->name);

  plan_example_name_somebody (self);
  akk_store_begin (self->base.store, "Name people");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GListModel) list = akk_store_list (self->base.store, texts[i].type, NULL, 0);
    for (guint j = 0; j < g_list_model_get_n_items (list); j++) {
      g_autoptr (GObject) record = g_list_model_get_item (list, j);
      akk_store_set_text (self->base.store, record, texts[i].field, text);
    }
  }
  fixture_commit (&self->base);
}

static void
test_public (PlanExample *self, gconstpointer data)
{
  name_somebody (self);
  for (AkkReportEdition edition = AKK_REPORT_WHOLE; edition <= AKK_REPORT_DASHBOARD; edition++) {
    const AkkReportPrint wanted = { .edition = edition, .is_public = TRUE };
    g_autofree char *words = print (self, 2024, &wanted, NULL);
    assert_names_nobody (self, words);
    if (edition == AKK_REPORT_WHOLE)
      assert_says (words, "een medewerker");
  }
}

#define ADD(name, test)                                                                            \
  g_test_add (name, PlanExample, NULL, plan_example_set_up, test, plan_example_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/evaluation-print/each-edition-of-each-year-conforms", test_editions);
  ADD ("/evaluation-print/two-pages-are-two-and-one-is-one", test_fits);
  ADD ("/evaluation-print/an-action-that-is-done-is-counted", test_action_moves_the_number);
  ADD ("/evaluation-print/totals-follow-their-figures", test_measurement_moves_the_total);
  ADD ("/evaluation-print/a-meeting-that-was-cancelled-is-not-held", test_meeting_moves_the_number);
  ADD ("/evaluation-print/every-text-in-its-order", test_order);
  ADD ("/evaluation-print/what-is-hidden-is-left-out", test_hidden);
  ADD ("/evaluation-print/only-a-draft-shows-what-is-unwritten", test_draft_and_version);
  ADD ("/evaluation-print/contents-say-where-parts-stand", test_contents);
  ADD ("/evaluation-print/the-first-page-says-what-is-asked", test_first_page);
  ADD ("/evaluation-print/a-report-to-be-signed-has-signature-pages", test_signatures);
  g_test_add ("/evaluation-print/a-short-report-has-no-contents", Fixture, NULL, fixture_set_up,
              test_short, fixture_tear_down);
  ADD ("/evaluation-print/public-editions-name-nobody", test_public);
  return g_test_run ();
}
