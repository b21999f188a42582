/* Tests of what agreements owe as a whole: plans, first plans, the end, notice.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/meetings.h"
#include "core/plan.h"
#include "core/signing.h"
#include "duty-fixture.h"

#define TERM "title=A stage=3 starts_on=2022-01-01 ends_on=2024-12-31"

static const DutyCase plans[] = {
  { "one a year, in any body", TERM " yearly_plan=1", "times=1", "2022-03-01:a:P 2024-12-01:p:p",
    "2024-11-17", AKK_OBLIGATION_PLAN,
    "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 0+0 missed; "
    "2024-01-01/2024-12-31 1 0+1 planned" },
  { "nothing planned", TERM " yearly_plan=1", NULL, "", "2022-11-17", AKK_OBLIGATION_PLAN,
    "2022-01-01/2022-12-31 1 0+0 due; 2023-01-01/2023-12-31 1 0+0 future; "
    "2024-01-01/2024-12-31 1 0+0 future" },
  { "a broken year asks for none",
    "title=A stage=3 starts_on=2022-10-01 ends_on=2023-12-31 "
    "yearly_plan=1",
    NULL, "", "2022-11-17", AKK_OBLIGATION_PLAN, "2023-01-01/2023-12-31 1 0+0 future" },
  { "not agreed", TERM, NULL, "", "2022-11-17", AKK_OBLIGATION_PLAN, "" },
};

/* Signed elsewhere: counted from the start. */
static const DutyCase first_plans[] = {
  { "within six months", TERM " first_plan_months=6", "times=1", "2022-07-01:a:P", "2024-11-17",
    AKK_OBLIGATION_FIRST_PLAN, "2022-01-01/2022-07-01 1 1+0 met" },
  { "a day late", TERM " first_plan_months=6", "times=1", "2022-07-02:a:P", "2024-11-17",
    AKK_OBLIGATION_FIRST_PLAN, "2022-01-01/2022-07-01 1 0+0 missed" },
  { "on the agenda in time", TERM " first_plan_months=6", "times=1", "2022-06-02:p:p", "2022-05-01",
    AKK_OBLIGATION_FIRST_PLAN, "2022-01-01/2022-07-01 1 0+1 planned" },
  { "still to be planned", TERM " first_plan_months=6", "times=1", "", "2022-05-01",
    AKK_OBLIGATION_FIRST_PLAN, "2022-01-01/2022-07-01 1 0+0 due" },
  { "not signed yet", "title=A stage=2 starts_on=2022-01-01 ends_on=2024-12-31 first_plan_months=6",
    NULL, "", "2022-05-01", AKK_OBLIGATION_FIRST_PLAN, "-/- 1 0+0 future" },
};

static const DutyCase ends[] = {
  { "far ahead", TERM, NULL, "", "2022-05-01", AKK_OBLIGATION_END, "2022-01-01/2024-12-31 future" },
  { "in a year", TERM, NULL, "", "2023-12-31", AKK_OBLIGATION_END, "2022-01-01/2024-12-31 due" },
  { "over", TERM, NULL, "", "2025-01-01", AKK_OBLIGATION_END, "2022-01-01/2024-12-31 met" },
  { "indefinite", "title=A stage=3 starts_on=2022-01-01 indefinite=1", NULL, "", "2025-01-01",
    AKK_OBLIGATION_END, "" },
};

static const DutyCase notices[] = {
  { "the end minus the term",
    "title=A stage=3 starts_on=2026-01-01 ends_on=2031-12-31 "
    "notice_months=6",
    NULL, "", "2026-05-01", AKK_OBLIGATION_NOTICE, "2026-01-01/2031-06-30 future" },
  { "soon", "title=A stage=3 starts_on=2026-01-01 ends_on=2031-12-31 notice_months=6", NULL, "",
    "2031-05-01", AKK_OBLIGATION_NOTICE, "2026-01-01/2031-06-30 due" },
  { "over", "title=A stage=3 starts_on=2026-01-01 ends_on=2031-12-31 notice_months=6", NULL, "",
    "2031-07-01", AKK_OBLIGATION_NOTICE, "2026-01-01/2031-06-30 met" },
  { "indefinite: what notice today would mean",
    "title=A stage=3 starts_on=2017-05-24 indefinite=1 notice_months=6", NULL, "", "2025-08-31",
    AKK_OBLIGATION_NOTICE, "2025-08-31/2026-02-28 future" },
  { "no term of notice", "title=A stage=3 starts_on=2017-05-24 indefinite=1", NULL, "",
    "2025-08-31", AKK_OBLIGATION_NOTICE, "" },
};

static void
check_all (const DutyCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    duty_check (&cases[i]);
}

static void
test_plans (void)
{
  check_all (plans, G_N_ELEMENTS (plans));
}

static void
test_first_plans (void)
{
  check_all (first_plans, G_N_ELEMENTS (first_plans));
}

static void
test_ends (void)
{
  check_all (ends, G_N_ELEMENTS (ends));
}

static void
test_notices (void)
{
  check_all (notices, G_N_ELEMENTS (notices));
}

/* What was adopted: "2023 2023 1 2", the years, the state, the number of the meeting (0: none). */
static void
test_adopted_plans (void)
{
  static const struct {
    const char *what, *meetings, *plans[3], *day, *rows;
  } cases[] = {
    { "the year before, for its own year",
      "2022-03-24:a:P 2022-11-24:a:P 2023-11-23:a:P 2024-11-20:i:p",
      { "2022 2022 2 1", "2023 2023 2 2", "2024 2024 1 3" },
      "2024-11-17",
      "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 1+0 met; "
      "2024-01-01/2024-12-31 1 1+1 met" },
    { "one for a period",
      "2022-03-24:a:P",
      { "2022 2023 1 1" },
      "2023-05-01",
      "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 1+0 met; "
      "2024-01-01/2024-12-31 1 0+0 future" },
    { "too late, and one in concept",
      "2023-02-01:a:P",
      { "2022 2022 1 1", "2023 2023 0 0" },
      "2023-05-01",
      "2022-01-01/2022-12-31 1 0+0 missed; 2023-01-01/2023-12-31 1 0+0 due; "
      "2024-01-01/2024-12-31 1 0+0 future" },
    { "in no meeting that is known",
      "",
      { "2022 2022 1 0" },
      "2022-05-01",
      "2022-01-01/2022-12-31 1 1+0 met; 2023-01-01/2023-12-31 1 0+0 future; "
      "2024-01-01/2024-12-31 1 0+0 future" },
    { "not yet adopted on the day that is asked about",
      "2022-11-24:a:P",
      { "2022 2022 1 1" },
      "2022-05-01",
      "2022-01-01/2022-12-31 1 0+1 planned; 2023-01-01/2023-12-31 1 0+0 future; "
      "2024-01-01/2024-12-31 1 0+0 future" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DutyCase each = { "", TERM " yearly_plan=1", "times=0", cases[i].meetings };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    g_autofree char *rows = NULL;
    gint64 agreement;

    g_test_message ("%s", cases[i].what);
    duty_fixture_open (&fixture);
    agreement = duty_add_case (&fixture, &each);
    akk_store_begin (fixture.store, "Adopt");
    for (guint n = 0; n < G_N_ELEMENTS (cases[i].plans) && cases[i].plans[n] != NULL; n++) {
      g_auto (GStrv) words = g_strsplit (cases[i].plans[n], " ", -1);
      g_autoptr (AkkMeeting) meeting =
          akk_meeting_nth (fixture.store, agreement, (guint) g_ascii_strtoull (words[3], NULL, 10));

      model_add (fixture.store, &akk_plan_record, "agreement_id", ID (agreement), "first_year",
                 words[0], "last_year", words[1], "state", words[2], "meeting_id",
                 ID (meeting != NULL ? meeting->record.id : 0), NULL);
    }
    fixture_commit (&fixture);
    obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse (cases[i].day));
    rows = duty_rows (obligations, AKK_OBLIGATION_PLAN);
    g_assert_cmpstr (rows, ==, cases[i].rows);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

/* Frozen, to be signed by two, signed one by one. */
static void
test_signing (void)
{
  static const struct {
    const char *dates[2];
    const char *rows;
  } cases[] = {
    { { "", "" }, "-/- 1 0+0 future" },
    { { "2025-09-30", "" }, "-/- 1 0+0 future" },
    { { "2025-09-30", "2025-08-31" }, "2025-09-30/2026-03-30 1 0+0 due" },
    { { "2025-08-30", "2025-08-31" }, "2025-08-31/2026-02-28 1 0+0 due" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DutyCase each = { "", "title=A stage=2 starts_on=2026-01-01 first_plan_months=6", NULL };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    g_autofree char *rows = NULL;
    gint64 agreement, version;

    duty_fixture_open (&fixture);
    agreement = duty_add_case (&fixture, &each);
    akk_store_begin_permanent (fixture.store, "Freeze");
    version = model_add (fixture.store, &akk_version_record, "agreement_id", ID (agreement), NULL);
    for (guint n = 0; n < 2; n++) {
      gint64 signatory = model_add (fixture.store, &akk_signatory_record, "version_id",
                                    ID (version), "number", n == 0 ? "1" : "2", NULL);

      model_add (fixture.store, &akk_signature_record, "signatory_id", ID (signatory), "date",
                 cases[i].dates[n], "state",
                 ID (*cases[i].dates[n] != '\0' ? AKK_SIGNATURE_ON_PAPER : AKK_SIGNATURE_OFFERED),
                 NULL);
    }
    fixture_commit (&fixture);
    obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse ("2025-11-17"));
    rows = duty_rows (obligations, AKK_OBLIGATION_FIRST_PLAN);
    g_assert_cmpstr (rows, ==, cases[i].rows);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

/* The end asks for less once somebody works on what follows. */
static void
test_successor (void)
{
  static const struct {
    AkkAgreementStage stage;
    AkkObligationStatus status;
  } cases[] = {
    { AKK_STAGE_CONCEPT, AKK_OBLIGATION_PLANNED },
    { AKK_STAGE_DECISION, AKK_OBLIGATION_PLANNED },
    { AKK_STAGE_RUNNING, AKK_OBLIGATION_MET },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DutyCase each = { "", TERM, NULL };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    const AkkObligation *row;
    gint64 agreement;

    duty_fixture_open (&fixture);
    agreement = duty_add_case (&fixture, &each);
    akk_store_begin (fixture.store, "Follow");
    model_add (fixture.store, &akk_agreement_record, "title", "B", "predecessor_id", ID (agreement),
               "starts_on", "2025-01-01", "stage", ID (cases[i].stage), NULL);
    fixture_commit (&fixture);
    obligations = akk_obligations_new (fixture.store, NULL, akk_date_parse ("2024-11-17"));
    row = obligations->pdata[0];
    g_assert_cmpint (row->kind, ==, AKK_OBLIGATION_END);
    g_assert_cmpint (row->status, ==, cases[i].status);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

static void
test_count (void)
{
  static const struct {
    const char *meetings, *day;
    gint64 days;
    guint n;
  } cases[] = {
    { "", "2024-11-17", 365, 3 }, /* the meeting, the evaluation, the end */
    { "", "2024-11-17", 14, 0 },
    { "2024-05-01:a:E", "2024-11-17", 60, 1 },
    { "2024-05-01:h:E", "2024-11-17", 60, 1 }, /* its minutes have no day yet */
    { "2024-05-01:h:E 2024-06-01:a", "2024-11-17", 60, 2 }, /* and now they are late */
    { "", "2022-01-01", 30, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DutyCase each = { "", "title=A stage=3 starts_on=2024-01-01 ends_on=2024-12-31",
                      "times=1 evaluates=1", cases[i].meetings };
    Fixture fixture;
    g_autoptr (GPtrArray) obligations = NULL;
    gint64 day = akk_date_parse (cases[i].day);

    duty_fixture_open (&fixture);
    duty_add_case (&fixture, &each);
    obligations = akk_obligations_new (fixture.store, NULL, day);
    g_assert_cmpuint (akk_obligations_count (obligations, day, cases[i].days), ==, cases[i].n);
    g_clear_pointer (&obligations, g_ptr_array_unref);
    fixture_tear_down (&fixture, NULL);
  }
}

static void
test_notice_end (void)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);

  g_assert_cmpint (akk_notice_end (agreement, akk_date_parse ("2025-11-17")), ==, AKK_NO_DATE);
  agreement->notice_months = 6;
  g_assert_cmpint (akk_notice_end (agreement, akk_date_parse ("2025-11-17")), ==,
                   akk_date_parse ("2026-05-17"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/obligations/a-plan-every-year", test_plans);
  g_test_add_func ("/obligations/a-plan-counts-for-its-own-years", test_adopted_plans);
  g_test_add_func ("/obligations/first-plan-within-months-of-the-start", test_first_plans);
  g_test_add_func ("/obligations/first-plan-waits-for-the-last-signature", test_signing);
  g_test_add_func ("/obligations/the-end-comes-near", test_ends);
  g_test_add_func ("/obligations/the-end-asks-for-an-agreement-that-follows", test_successor);
  g_test_add_func ("/obligations/notice-can-be-given-until", test_notices);
  g_test_add_func ("/obligations/notice-today-means-an-end", test_notice_end);
  g_test_add_func ("/obligations/count-what-asks-for-something", test_count);
  return g_test_run ();
}
