/* Tests of evaluation reports: facts, figures in narratives, findings, conclusions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluations.h"

#include "core/dates.h"
#include "plan-example.h"

static AkkEvaluationFacts *
facts_of (PlanExample *self, int year)
{
  return akk_evaluation_facts_new (self->base.store, self->agreement, year,
                                   akk_date_from_ymd (2025, 11, 17));
}

static void
assert_adds_up (const AkkActionCounts *counts)
{
  g_assert_cmpuint (counts->planned, ==,
                    counts->done + counts->busy + counts->to_start + counts->adjusted +
                        counts->carried + counts->stopped);
}

static void
test_counts (PlanExample *self, gconstpointer data)
{
  for (int year = 2022; year <= 2025; year++) {
    g_autoptr (AkkEvaluationFacts) facts = facts_of (self, year);
    guint planned = 0, done = 0;

    assert_adds_up (&facts->counts);
    for (guint i = 0; i < facts->priorities->len; i++) {
      const AkkPriorityFact *priority = facts->priorities->pdata[i];

      assert_adds_up (&priority->counts);
      g_assert_cmpuint (priority->counts.planned, ==, priority->actions->len);
      planned += priority->counts.planned;
      done += priority->counts.done;
    }
    g_assert_cmpuint (planned, ==, facts->counts.planned);
    g_assert_cmpuint (done, ==, facts->counts.done);
    g_assert_cmpuint (facts->counts.planned, >, 0);
    /* A year that was closed leaves nothing open. */
    g_assert_cmpuint (year < 2025 ? facts->counts.busy + facts->counts.to_start : 0, ==, 0);
  }
}

static void
test_action_moves_the_counts (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) before = facts_of (self, 2025), after = NULL;
  const AkkPriorityFact *priority = before->priorities->pdata[0];
  AkkAction *busy = NULL;

  for (guint i = 0; i < priority->actions->len; i++)
    if (((AkkActionFact *) priority->actions->pdata[i])->action->status == AKK_ACTION_BUSY)
      busy = ((AkkActionFact *) priority->actions->pdata[i])->action;
  g_assert_nonnull (busy);
  akk_store_begin (self->base.store, "Done");
  akk_store_set_int (self->base.store, busy, "status", AKK_ACTION_DONE);
  fixture_commit (&self->base);
  after = facts_of (self, 2025);
  g_assert_cmpuint (after->counts.done, ==, before->counts.done + 1);
  g_assert_cmpuint (after->counts.busy, ==, before->counts.busy - 1);
}

/* As domain.md counts them: three working groups a year are asked for, 2025 still owes one. */
static void
test_meetings (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2025);
  gboolean found = FALSE;

  for (guint i = 0; i < facts->bodies->len; i++) {
    const AkkBodyFact *body = facts->bodies->pdata[i];

    g_assert_cmpint (body->held, ==, body->meetings->len);
    if (body->required == 3) {
      found = TRUE;
      g_assert_cmpint (body->held, ==, 2);
    }
  }
  g_assert_true (found);
  for (guint i = 0; i < facts->presences->len; i++) {
    const AkkPresenceFact *presence = facts->presences->pdata[i];

    g_assert_cmpuint (presence->represented, <=, presence->meetings);
  }
  g_assert_cmpuint (facts->n_expected, ==, 21);
  g_assert_cmpuint (facts->n_covered, ==, 18);
  g_assert_cmpuint (facts->coverage->n_without, ==, 5);
}

static void
test_lines (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluationFacts) facts = facts_of (self, 2025);

  for (AkkEvaluationPartKind kind = 0; kind < AKK_N_PART_KINDS; kind++) {
    g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
    const AkkPriorityFact *priority = facts->priorities->pdata[0];
    g_autoptr (GPtrArray) lines = akk_evaluation_lines (
        facts, self->phrases, kind, kind == AKK_PART_PRIORITY ? priority->priority->record.id : 0,
        "matrix; body-1");

    for (guint i = 0; i < lines->len; i++) {
      const AkkFact *fact = lines->pdata[i];

      g_assert_true (g_hash_table_add (keys, fact->key));
      g_assert_cmpstr (fact->label, !=, "");
      g_assert_cmpstr (fact->value, !=, "");
      g_assert_cmpint (fact->hidden, ==, g_str_equal (fact->key, "matrix"));
    }
    g_assert_cmpstr (akk_evaluation_question (self->phrases, kind), !=, "");
  }
}

/* --- Figures in narratives --- */

static void
line_free (gpointer data)
{
  AkkFact *fact = data;

  g_free (fact->key);
  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static GPtrArray *
lines_of (const char *done, const char *rate)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  const char *const facts[][2] = { { "actions", done }, { "indicator-1", rate } };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    AkkFact *fact = g_new0 (AkkFact, 1);

    fact->key = g_strdup (facts[i][0]);
    fact->label = g_strdup (facts[i][0]);
    fact->value = g_strdup (facts[i][1]);
    g_ptr_array_add (lines, fact);
  }
  return lines;
}

static void
test_stale (void)
{
  static const struct {
    const char *narrative, *done, *rate; /* as they are later */
    const char *stale; /* what is found: "WRITTEN→NOW …" */
  } cases[] = {
    { "Er zijn 9 acties klaar van 14.", "9 van 14", "79,9\u00a0%", "" },
    { "Er zijn 9 acties klaar van 14.", "10 van 14", "79,9\u00a0%", "9→10 " },
    { "Er zijn 9 acties klaar van 14.", "10 van 15", "79,9\u00a0%", "9→10 14→15 " },
    { "De graad is 79,9 %.", "9 van 14", "80,1\u00a0%", "79,9→80,1 " },
    { "De graad is **79,9**%.", "9 van 14", "1.080,1\u00a0%", "79,9→1080,1 " },
    { "Er waren 250 mensen.", "10 van 15", "80,1\u00a0%", "" },
    { "Op 9 november en in 2024.", "10 van 15", "80,1\u00a0%", "" },
    { "Zie [hier](https://x.be/9/14).", "10 van 15", "80,1\u00a0%", "" },
  };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (GPtrArray) first = lines_of ("9 van 14", "79,9\u00a0%");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) now = lines_of (cases[i].done, cases[i].rate);
    g_autofree char *kept = akk_evaluation_figures (phrases, cases[i].narrative, first, "");
    /* Writing on does not make the number true again. */
    g_autofree char *longer = g_strconcat (cases[i].narrative, " En verder.", NULL);
    g_autofree char *again = akk_evaluation_figures (phrases, longer, now, kept);
    g_autoptr (GPtrArray) stale = akk_evaluation_stale (phrases, longer, again, now);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint j = 0; j < stale->len; j++)
      g_string_append_printf (found, "%s→%s ", ((AkkStaleFigure *) stale->pdata[j])->written,
                              ((AkkStaleFigure *) stale->pdata[j])->now);
    g_assert_cmpstr (found->str, ==, cases[i].stale);
  }
}

/* --- A report --- */

static AkkEvaluation *
add_report (PlanExample *self, int year)
{
  AkkEvaluation *report = akk_record_new (&akk_evaluation_record);

  akk_record_set_int (report, akk_record_type_field (&akk_evaluation_record, "agreement_id"),
                      self->agreement->record.id);
  akk_record_set_int (report, akk_record_type_field (&akk_evaluation_record, "year"), year);
  akk_store_begin (self->base.store, "Report");
  akk_store_add (self->base.store, report);
  fixture_commit (&self->base);
  return report;
}

static gboolean
has_finding (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((AkkFinding *) findings->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* What is in no store yet is led to by its key. */
static void
test_finding_has_the_key_of_its_part (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report =
      akk_evaluation_find (self->base.store, self->agreement->record.id, 2025);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, report);
  g_autoptr (GPtrArray) findings =
      akk_evaluation_findings (self->base.store, report, akk_date_from_ymd (2025, 11, 17));

  for (guint i = 0; i < parts->len; i++) {
    const AkkEvaluationPart *part = parts->pdata[i];
    g_autofree char *key = akk_evaluation_part_key (part->kind, part->priority_id);
    guint n = 0;

    for (guint j = 0; j < findings->len; j++) {
      const AkkFinding *finding = findings->pdata[j];
      n += g_strcmp0 (finding->part, key) == 0 &&
           (g_str_equal (finding->id, "unwritten") || g_str_equal (finding->id, "not-ready"));
    }
    g_assert_cmpuint (n, ==, akk_evaluation_part_state (part) != AKK_PART_READY);
  }
}

static void
test_findings (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = add_report (self, 2019);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, report);
  g_autoptr (GPtrArray) findings = NULL;
  AkkEvaluationPart *part = parts->pdata[0];
  gint64 today = akk_date_from_ymd (2025, 11, 17);

  /* Three priorities stand for one kind. */
  g_assert_cmpuint (parts->len, ==, AKK_N_PART_KINDS + 2);
  g_assert_cmpint (akk_evaluation_part_state (part), ==, AKK_PART_EMPTY);
  findings = akk_evaluation_findings (self->base.store, report, today);
  g_assert_true (has_finding (findings, "unwritten"));
  g_assert_true (has_finding (findings, "no-narrative"));
  g_assert_cmpuint (akk_findings_count_blocking (findings), ==, 1);
  g_assert_false (has_finding (findings, "blank"));
  g_clear_pointer (&findings, g_ptr_array_unref);

  akk_store_begin (self->base.store, "Write");
  akk_evaluation_keep_part (self->base.store, part);
  akk_store_set_text (self->base.store, part, "narrative", "Besproken d.d. …. en klaar.");
  akk_store_set_text (self->base.store, part, "figures", "actions#1=12");
  fixture_commit (&self->base);
  g_assert_cmpint (akk_evaluation_part_state (part), ==, AKK_PART_BEGUN);
  findings = akk_evaluation_findings (self->base.store, report, today);
  g_assert_true (has_finding (findings, "not-ready"));
  g_assert_false (has_finding (findings, "no-narrative"));
  g_assert_true (has_finding (findings, "blank"));
  g_assert_false (has_finding (findings, "stale-figure"));
  g_clear_pointer (&findings, g_ptr_array_unref);

  akk_store_begin (self->base.store, "Write");
  akk_store_set_text (self->base.store, part, "narrative", "Van 12 acties.");
  fixture_commit (&self->base);
  findings = akk_evaluation_findings (self->base.store, report, today);
  g_assert_true (has_finding (findings, "stale-figure"));
  g_assert_cmpuint (akk_findings_count_blocking (findings), ==, 1);
}

/* Marking all parts as ready does not make a report of it; a word in one part does, and what is
 * not ready is advice only. */
static void
test_silent_report_blocks (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = add_report (self, 2019);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (self->base.store, report);
  gint64 today = akk_date_from_ymd (2025, 11, 17);
  static const char *const narratives[] = { "", " \n", "Het loopt." };

  for (guint i = 0; i < G_N_ELEMENTS (narratives); i++) {
    g_autoptr (GPtrArray) findings = NULL;

    akk_store_begin (self->base.store, "Write");
    for (guint j = 0; j < parts->len; j++) {
      akk_evaluation_keep_part (self->base.store, parts->pdata[j]);
      akk_store_set_int (self->base.store, parts->pdata[j], "ready", i < 2);
    }
    akk_store_set_text (self->base.store, parts->pdata[1], "narrative", narratives[i]);
    fixture_commit (&self->base);
    findings = akk_evaluation_findings (self->base.store, report, today);
    g_assert_cmpint (has_finding (findings, "no-narrative"), ==, i < 2);
    g_assert_cmpuint (akk_findings_count_blocking (findings), ==, i < 2);
    g_assert_cmpint (has_finding (findings, "not-ready"), ==, i == 2);
    g_assert_cmpint (has_finding (findings, "unwritten"), ==, i == 2);
  }
}

/* Every place, and no number that only contains it. */
static void
test_mend (void)
{
  static const struct {
    const char *written, *now, *before, *after;
  } cases[] = {
    { "12", "14", "Van de 12 acties, 12 van 120.", "Van de 14 acties, 14 van 120." },
    { "12", "14", "Op 12,5 en 1.200 na: geen 112.", "Op 12,5 en 1.200 na: geen 112." },
    { "46", "51", "**46** % of 46%.", "**51** % of 51%." },
    { "3", "2", "", "" },
    { "3", "2", "Artikel 3", "Artikel 2" },
  };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const AkkStaleFigure stale = { .written = (char *) cases[i].written,
                                   .now = (char *) cases[i].now };
    g_autofree char *mended = akk_evaluation_mend (phrases, cases[i].before, &stale);

    g_assert_cmpstr (mended, ==, cases[i].after);
  }
}

static void
test_conclusions (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = add_report (self, 2019);
  g_autoptr (GPtrArray) plans = akk_plans (self->base.store, self->agreement->record.id);
  g_autoptr (AkkConclusion) conclusion = akk_record_new (&akk_conclusion_record);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (AkkAction) action = NULL;

  akk_record_set_int (conclusion, akk_record_type_field (&akk_conclusion_record, "evaluation_id"),
                      report->record.id);
  akk_record_set_text (conclusion, akk_record_type_field (&akk_conclusion_record, "text"),
                       "Twee buurtwerkers voor de hele regio");
  akk_store_begin (self->base.store, "Conclude");
  akk_store_add (self->base.store, conclusion);
  fixture_commit (&self->base);
  open = akk_conclusions_open (self->base.store, self->agreement->record.id, 2019);
  g_assert_cmpuint (open->len, ==, 1);
  akk_store_begin (self->base.store, "Carry out");
  action = akk_conclusion_carry_out (self->base.store, conclusion, plans->pdata[3]);
  fixture_commit (&self->base);
  g_assert_cmpstr (action->title, ==, conclusion->text);
  g_assert_cmpint (conclusion->action_id, ==, action->record.id);
  g_clear_pointer (&open, g_ptr_array_unref);
  open = akk_conclusions_open (self->base.store, self->agreement->record.id, 2019);
  g_assert_cmpuint (open->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func)                                                                           \
  g_test_add ("/evaluations/" path, PlanExample, NULL, plan_example_set_up, func,                  \
              plan_example_tear_down)
  TEST ("actions-add-up", test_counts);
  TEST ("a-changed-action-moves-the-counts", test_action_moves_the_counts);
  TEST ("meetings-against-what-is-required", test_meetings);
  TEST ("each-fact-has-a-key-and-words", test_lines);
  g_test_add_func ("/evaluations/numbers-that-are-no-longer-true-are-found", test_stale);
  g_test_add_func ("/evaluations/a-number-is-mended-wherever-it-stands", test_mend);
  TEST ("findings", test_findings);
  TEST ("report-without-a-written-word-is-not-adopted", test_silent_report_blocks);
  TEST ("finding-has-the-key-of-its-part", test_finding_has_the_key_of_its_part);
  TEST ("conclusions-start-the-next-plan", test_conclusions);
  return g_test_run ();
}
