/* Tests of what bodies owe: meetings, evaluations, minutes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "duty-fixture.h"

/* 3 is running, 4 ended; 0, 1, 2 count by calendar, by agreement, rolling. */
#define SCHELDELAND "title=A stage=3 starts_on=2021-10-01 ends_on=2025-12-31"
#define FOUR_YEARS "title=A stage=3 starts_on=2022-01-01 ends_on=2025-12-31"
#define YEAR "title=A stage=3 starts_on=2025-01-01 ends_on=2025-12-31"

/* --- Meetings --- */

static const DutyCase meetings[] = {
  { "nothing was held", SCHELDELAND, "times=3", "", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2021-10-01/2021-12-31 0 0+0 met; 2022-01-01/2022-12-31 3 0+0 missed; "
    "2023-01-01/2023-12-31 3 0+0 missed; 2024-01-01/2024-12-31 3 0+0 missed; "
    "2025-01-01/2025-12-31 3 0+0 due" },
  { "by year of the agreement", SCHELDELAND, "times=3 basis=1",
    "2021-10-01:a 2022-01-01:a 2022-09-30:a 2025-09-30:h 2025-10-01:h", "2025-11-17",
    AKK_OBLIGATION_MEETING,
    "2021-10-01/2022-09-30 3 3+0 met; 2022-10-01/2023-09-30 3 0+0 missed; "
    "2023-10-01/2024-09-30 3 0+0 missed; 2024-10-01/2025-09-30 3 1+0 missed; "
    "2025-10-01/2025-12-31 0 1+0 met" },
  { "rolling: the window that ends on the day", SCHELDELAND, "times=3 basis=2",
    "2024-11-17:a 2024-11-18:a 2025-06-12:a 2025-11-17:h", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2024-11-18/2025-11-17 3 3+0 met" },
  { "rolling: a day later one falls out", SCHELDELAND, "times=3 basis=2",
    "2024-11-18:a 2025-06-12:a 2025-11-17:h 2025-12-11:p", "2025-11-18", AKK_OBLIGATION_MEETING,
    "2024-11-19/2025-11-18 3 2+0 due" },
  { "rolling: today's meeting would meet it", SCHELDELAND, "times=3 basis=2",
    "2025-02-18:a 2025-06-12:a 2025-11-17:i", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2024-11-18/2025-11-17 3 2+1 planned" },
  { "rolling: in the first year", SCHELDELAND, "times=3 basis=2", "2021-11-01:h", "2022-02-01",
    AKK_OBLIGATION_MEETING, "2021-10-01/2022-09-30 3 1+0 due" },
  { "rolling: before the start", SCHELDELAND, "times=3 basis=2", "", "2021-02-01",
    AKK_OBLIGATION_MEETING, "2021-10-01/2022-09-30 3 0+0 future" },
  { "rolling: after the end", SCHELDELAND, "times=1 basis=2", "2025-05-01:a", "2026-07-01",
    AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 1 1+0 met" },
  { "rolling: the term is shorter", YEAR, "times=1 period=2 basis=2", "", "2025-07-01",
    AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 0 0+0 met" },
  { "one more to plan", YEAR, "times=3", "2025-02-18:a 2025-06-12:h", "2025-11-17",
    AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 3 2+0 due" },
  { "planned and invited ones would meet it", YEAR, "times=3",
    "2025-02-18:a 2025-11-20:i 2025-12-11:p", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2025-01-01/2025-12-31 3 1+2 planned" },
  { "cancelled and postponed ones do not count", YEAR, "times=3",
    "2025-02-18:a 2025-06-12:c 2025-09-12:x 2025-12-11:c", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2025-01-01/2025-12-31 3 1+0 due" },
  { "postponed over new year: the year in which it is held", FOUR_YEARS, "times=1",
    "2022-05-01:a 2023-12-14:x 2024-01-11:a 2025-05-01:a", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 0+0 missed; "
    "2024-01-01/2024-12-31 1 1+0 met; 2025-01-01/2025-12-31 1 1+0 met" },
  { "held on the first and the last day", YEAR, "times=2", "2025-01-01:h 2025-12-31:h",
    "2025-12-31", AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 2 2+0 met" },
  { "held outside the window", YEAR, "times=2", "2024-12-31:h 2026-01-01:h", "2026-02-01",
    AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 2 0+0 missed" },
  { "what was held later was planned then", YEAR, "times=2", "2025-02-18:a 2025-06-12:a",
    "2025-03-01", AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 2 1+1 planned" },
  { "planned, but the day is over", YEAR, "times=1", "2025-06-12:p", "2025-06-13",
    AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 1 0+0 due" },
  { "ahead and not planned", FOUR_YEARS, "times=1 period=2", "", "2021-05-01",
    AKK_OBLIGATION_MEETING,
    "2022-01-01/2023-12-31 1 0+0 future; 2024-01-01/2025-12-31 1 0+0 future" },
  { "ahead and planned", FOUR_YEARS, "times=1 period=2", "2022-03-01:p", "2021-05-01",
    AKK_OBLIGATION_MEETING,
    "2022-01-01/2023-12-31 1 0+1 planned; 2024-01-01/2025-12-31 1 0+0 future" },
  { "ended early", "title=A stage=4 starts_on=2025-01-01 ends_on=2025-08-31", "times=3",
    "2025-02-18:a 2025-06-12:a", "2025-11-17", AKK_OBLIGATION_MEETING,
    "2025-01-01/2025-08-31 2 2+0 met" },
  { "half-yearly", YEAR, "times=1 period=6 unit=1", "2025-06-30:a", "2025-07-01",
    AKK_OBLIGATION_MEETING, "2025-01-01/2025-06-30 1 1+0 met; 2025-07-01/2025-12-31 1 0+0 due" },
  { "a leap year", "title=A stage=3 starts_on=2024-02-29 ends_on=2026-02-27", "times=1 basis=1",
    "2025-02-27:a", "2025-02-28", AKK_OBLIGATION_MEETING,
    "2024-02-29/2025-02-27 1 1+0 met; 2025-02-28/2026-02-27 1 0+0 due" },
  { "goes on", "title=A stage=3 starts_on=2024-01-01 indefinite=1 ends_on=2024-06-30", "times=1",
    "", "2025-02-28", AKK_OBLIGATION_MEETING,
    "2024-01-01/2024-12-31 1 0+0 missed; 2025-01-01/2025-12-31 1 0+0 due" },
  { "one in two years, but evaluates yearly", FOUR_YEARS, "times=1 period=2 evaluates=1",
    "2022-05-01:a:E 2023-05-01:a 2024-05-01:a:E 2025-05-01:a:E", "2025-11-17",
    AKK_OBLIGATION_MEETING,
    "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 1+0 met; "
    "2024-01-01/2024-12-31 1 1+0 met; 2025-01-01/2025-12-31 1 1+0 met" },
  { "no number, nothing planned", YEAR, "times=0", "2025-02-18:a 2025-06-12:h", "2025-11-17",
    AKK_OBLIGATION_MEETING, "-/- - 2+0 future" },
  { "no number, one planned", YEAR, "times=0", "2025-02-18:a 2025-12-12:p", "2025-11-17",
    AKK_OBLIGATION_MEETING, "-/- - 1+1 planned" },
  { "no number, and it is over", YEAR, "times=0", "", "2026-11-17", AKK_OBLIGATION_MEETING,
    "-/- - 0+0 met" },
  { "starts at signing, nobody signed", "title=A stage=2 starts_at_signing=1 indefinite=1",
    "times=3", "", "2025-11-17", AKK_OBLIGATION_MEETING, "-/- 3 -1+-1 future" },
  { "starts at signing, whatever day stood there",
    "title=A stage=2 starts_on=2024-01-01 starts_at_signing=1 indefinite=1", "times=3", "",
    "2025-11-17", AKK_OBLIGATION_MEETING, "-/- 3 -1+-1 future" },
  { "starts at signing, signed elsewhere",
    "title=A stage=3 starts_on=2025-01-01 starts_at_signing=1 indefinite=1", "times=3", "",
    "2025-11-17", AKK_OBLIGATION_MEETING, "2025-01-01/2025-12-31 3 0+0 due" },
  { "a concept owes nothing", "title=A stage=0 starts_on=2025-01-01 ends_on=2025-12-31", "times=3",
    "", "2025-11-17", AKK_OBLIGATION_MEETING, "" },
};

/* --- Evaluations --- */

static const DutyCase evaluations[] = {
  { "dealt with, only discussed by half, forgotten", FOUR_YEARS, "times=1 evaluates=1",
    "2022-05-01:a:E 2023-05-01:a:-e 2024-05-01:h:e 2025-05-01:h:P", "2025-11-17",
    AKK_OBLIGATION_EVALUATION,
    "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 0+0 missed; "
    "2024-01-01/2024-12-31 1 0+0 missed; 2025-01-01/2025-12-31 1 0+0 due" },
  { "on the agenda", YEAR, "times=1 evaluates=1", "2025-05-01:a 2025-11-20:i:e", "2025-11-17",
    AKK_OBLIGATION_EVALUATION, "2025-01-01/2025-12-31 1 0+1 planned" },
  { "off the agenda", YEAR, "times=1 evaluates=1", "2025-05-01:a 2025-11-20:i:!e", "2025-11-17",
    AKK_OBLIGATION_EVALUATION, "2025-01-01/2025-12-31 1 0+0 due" },
  { "dealt with at a meeting that was cancelled", YEAR, "times=1 evaluates=1", "2025-05-01:c:E",
    "2025-11-17", AKK_OBLIGATION_EVALUATION, "2025-01-01/2025-12-31 1 0+0 due" },
  { "a broken year asks for none", SCHELDELAND, "times=3 evaluates=1", "", "2022-11-17",
    AKK_OBLIGATION_EVALUATION,
    "2022-01-01/2022-12-31 1 0+0 due; 2023-01-01/2023-12-31 1 0+0 future; "
    "2024-01-01/2024-12-31 1 0+0 future; 2025-01-01/2025-12-31 1 0+0 future" },
  { "rolling", SCHELDELAND, "times=3 evaluates=1 basis=2", "2025-01-05:a:E", "2025-11-17",
    AKK_OBLIGATION_EVALUATION, "2024-11-18/2025-11-17 1 1+0 met" },
  { "another body", YEAR, "times=1", "2025-05-01:a:E", "2025-11-17", AKK_OBLIGATION_EVALUATION,
    "" },
};

/* --- Minutes --- */

static const DutyCase minutes[] = {
  { "approved, and on the agenda of the next", YEAR, "times=3",
    "2025-02-18:a 2025-06-12:h 2025-12-11:p:m", "2025-11-17", AKK_OBLIGATION_MINUTES,
    "2025-02-18/2025-06-12 met; 2025-06-12/2025-12-11 planned" },
  { "not on the agenda of the next", YEAR, "times=3", "2025-06-12:h 2025-12-11:p:e", "2025-11-17",
    AKK_OBLIGATION_MINUTES, "2025-06-12/2025-12-11 due" },
  { "no next meeting", YEAR, "times=3", "2025-06-12:h 2025-12-11:c", "2025-11-17",
    AKK_OBLIGATION_MINUTES, "2025-06-12/- due" },
  { "the next meeting passed them by", YEAR, "times=3", "2025-02-18:h 2025-06-12:h:-m",
    "2025-11-17", AKK_OBLIGATION_MINUTES, "2025-02-18/2025-06-12 missed; 2025-06-12/- due" },
  { "an item of the next meeting approved them", YEAR, "times=3", "2025-02-18:h 2025-06-12:h:M",
    "2025-11-17", AKK_OBLIGATION_MINUTES, "2025-02-18/2025-06-12 met; 2025-06-12/- due" },
  { "then it was not approved yet", YEAR, "times=3", "2025-02-18:h 2025-06-12:h:M", "2025-04-01",
    AKK_OBLIGATION_MINUTES, "2025-02-18/2025-06-12 planned" },
  { "what is not held has none", YEAR, "times=3", "2025-02-18:p 2025-06-12:x 2025-07-12:c",
    "2025-11-17", AKK_OBLIGATION_MINUTES, "" },
};

static void
check_all (const DutyCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    duty_check (&cases[i]);
}

static void
test_meetings (void)
{
  check_all (meetings, G_N_ELEMENTS (meetings));
}

static void
test_evaluations (void)
{
  check_all (evaluations, G_N_ELEMENTS (evaluations));
}

static void
test_minutes (void)
{
  check_all (minutes, G_N_ELEMENTS (minutes));
}

/* --- Words --- */

static gint64
add_section (AkkStore *store,
             gint64 agreement,
             gint64 parent,
             AkkScheme scheme,
             const char *heading,
             const char *position)
{
  return model_add (store, &akk_section_record, "agreement_id", ID (agreement), "parent_id",
                    ID (parent), "scheme", ID (scheme), "heading", heading, "position", position,
                    NULL);
}

/* Steering group: once in two years by Deel IV, yearly because of the evaluation of Deel III. */
static void
test_sources (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) obligations = NULL;
  const AkkObligation *row;
  gint64 agreement, three, four, evaluation, steering, body, total = 0;

  duty_fixture_open (&fixture);
  akk_store_begin (fixture.store, "Make");
  agreement = duty_add (fixture.store, &akk_agreement_record, FOUR_YEARS);
  three = add_section (fixture.store, agreement, 0, AKK_SCHEME_PART, "Resultaten", "A");
  four = add_section (fixture.store, agreement, 0, AKK_SCHEME_PART, "Overleg", "B");
  evaluation = add_section (fixture.store, agreement, three, AKK_SCHEME_LETTER, "Evaluatie", "C");
  add_section (fixture.store, agreement, four, AKK_SCHEME_LETTER, "Werkgroep", "D");
  steering = add_section (fixture.store, agreement, four, AKK_SCHEME_LETTER, "Stuurgroep", "E");
  body = model_add (fixture.store, &akk_body_record, "name", "Stuurgroep", "agreement_id",
                    ID (agreement), "times", "1", "period", "2", "section_id", ID (steering),
                    "evaluates", "1", "evaluation_section_id", ID (evaluation), NULL);
  fixture_commit (&fixture);

  obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse ("2025-11-17"));
  for (guint i = 0; i < obligations->len; i++) {
    row = obligations->pdata[i];
    if (row->kind != AKK_OBLIGATION_MEETING)
      continue;
    total += row->required;
    g_assert_true (row->derived);
    g_assert_cmpint (row->section_id, ==, evaluation);
    g_assert_cmpstr (row->title, ==, "Stuurgroep");
    g_assert_cmpstr (row->source, ==, "Deel II, B. Stuurgroep; Deel I, A. Evaluatie");
    g_assert_cmpstr (row->requirement, ==,
                     "at least once a year, because of the yearly evaluation (also: at least 1 "
                     "time every 2 years)");
  }
  g_assert_cmpint (total, ==, 4);
  row = akk_obligations_of_body (obligations, body, akk_date_parse ("2025-11-17"));
  g_assert_nonnull (row);
  g_assert_cmpint (row->to, ==, akk_date_parse ("2025-12-31"));
  g_assert_cmpstr (row->next_step, ==, "1 more by 31 December");
  g_clear_pointer (&obligations, g_ptr_array_unref);
  fixture_tear_down (&fixture, NULL);
}

static const struct {
  const char *meetings, *day;
  AkkObligationKind kind;
  const char *next_step; /* of the last row of the kind that has one */
} todos[] = {
  { "2025-02-18:a", "2025-11-17", AKK_OBLIGATION_MEETING, "2 more by 31 December" },
  { "", "2024-11-17", AKK_OBLIGATION_MEETING, "" },
  { "2025-02-18:a 2025-11-20:p 2025-12-11:p", "2025-11-17", AKK_OBLIGATION_MEETING,
    "Planned on 20 November" },
  { "2025-02-18:a 2025-11-10:i", "2025-11-17", AKK_OBLIGATION_MEETING,
    "Note whether the meeting of 10 November was held" },
  { "2025-02-18:a 2025-11-10:i", "2026-11-17", AKK_OBLIGATION_MEETING,
    "Note whether the meeting of 10 November 2025 was held" },
  { "2025-02-18:a", "2026-11-17", AKK_OBLIGATION_MEETING, "" },
  { "2025-12-11:p", "2025-11-17", AKK_OBLIGATION_EVALUATION,
    "Put it on the agenda of 11 December" },
  { "", "2025-11-17", AKK_OBLIGATION_EVALUATION, "Plan a meeting for it by 31 December" },
  { "2025-12-11:p:e", "2025-11-17", AKK_OBLIGATION_EVALUATION, "Planned on 11 December" },
  { "2025-02-18:h 2025-12-11:p", "2025-11-17", AKK_OBLIGATION_MINUTES,
    "Put it on the agenda of 11 December" },
  { "2025-02-18:h 2025-11-17:p", "2025-11-17", AKK_OBLIGATION_MINUTES,
    "Put it on the agenda of 17 November" },
  { "2025-02-18:h 2025-11-17:a:-m", "2025-11-17", AKK_OBLIGATION_MINUTES,
    "Note whether they were approved on 17 November" },
  { "2025-02-18:h", "2025-11-17", AKK_OBLIGATION_MINUTES,
    "Plan the next meeting, or have them approved in writing" },
};

static void
test_todos (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (todos); i++) {
    DutyCase each = { "", YEAR, "times=3 evaluates=1", todos[i].meetings };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    const char *next_step = "";

    duty_fixture_open (&fixture);
    duty_add_case (&fixture, &each);
    obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse (todos[i].day));
    for (guint n = 0; n < obligations->len; n++) {
      const AkkObligation *row = obligations->pdata[n];

      if (row->kind == todos[i].kind && *row->next_step != '\0')
        next_step = row->next_step;
    }
    g_assert_cmpstr (next_step, ==, todos[i].next_step);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

/* Of a body the window that holds the day, else the nearest; never the reminder of another. */
static void
test_of_body (void)
{
  static const struct {
    const char *day, *to;
  } days[] = {
    { "2021-05-01", "2022-12-31" }, { "2022-01-01", "2022-12-31" }, { "2022-12-31", "2022-12-31" },
    { "2023-01-01", "2023-12-31" }, { "2027-01-01", "2025-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    DutyCase each = { "", FOUR_YEARS, "times=3", "" };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    gint64 day = akk_date_parse (days[i].day);
    const AkkObligation *row;

    duty_fixture_open (&fixture);
    duty_add_case (&fixture, &each);
    obligations = akk_obligations_new (fixture.store, NULL, day);
    row = obligations->pdata[0];
    row = akk_obligations_of_body (obligations, row->body_id, day);
    g_assert_cmpint (row->to, ==, akk_date_parse (days[i].to));
    g_assert_null (akk_obligations_of_body (obligations, 1, day));
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/obligations/meetings-count-in-their-window", test_meetings);
  g_test_add_func ("/obligations/an-evaluation-is-held-when-dealt-with", test_evaluations);
  g_test_add_func ("/obligations/minutes-are-approved-at-the-next-meeting", test_minutes);
  g_test_add_func ("/obligations/the-strictest-rule-counts-and-all-are-named", test_sources);
  g_test_add_func ("/obligations/say-what-to-do-next", test_todos);
  g_test_add_func ("/obligations/of-a-body-the-window-that-holds-the-day", test_of_body);
  return g_test_run ();
}
