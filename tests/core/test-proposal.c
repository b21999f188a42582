/* Tests of proposed dates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "plan-fixture.h"

#define TERM "2021-10-01/2031-12-31"

static char *
propose (AkkPlanner *planner, AkkProposalFlags flags)
{
  g_autoptr (AkkProposal) proposal = akk_planner_propose (planner, flags);

  return plan_words (proposal);
}

/* --- Spread, windows, terms --- */

static const struct {
  const char *what;
  const char *from, *to, *today;
  gint64 times;
  gint64 period_months;
  AkkBodyBasis basis;
  const char *term;
  const char *meetings;
  const char *dates;
} spreads[] = {
  { "the last of the year", "2025-11-17", "2025-12-31", "2025-11-17", 3, 12, AKK_BASIS_CALENDAR,
    TERM, "2025-02-18 2025-06-12", "2025-12-11 09:30 5" },
  { "up to the summer: its share", "2025-11-17", "2026-06-30", "2025-11-17", 3, 12,
    AKK_BASIS_CALENDAR, TERM, "2025-02-18 2025-06-12",
    "2025-12-11 09:30 5; 2026-03-05 09:30 3; 2026-06-25 09:30 7" },
  { "a whole year", "2026-01-01", "2026-12-31", "2025-11-17", 3, 12, AKK_BASIS_CALENDAR, TERM, "",
    "2026-03-05 09:30 3; 2026-06-25 09:30 7; 2026-10-29 09:30 3" },
  { "what is planned counts", "2026-01-01", "2026-12-31", "2025-11-17", 3, 12, AKK_BASIS_CALENDAR,
    TERM, "2026-06-25", "2026-03-05 09:30 3; 2026-10-29 09:30 3" },
  { "enough is planned", "2026-01-01", "2026-12-31", "2025-11-17", 1, 12, AKK_BASIS_CALENDAR, TERM,
    "2026-06-25", "" },
  { "the year is over", "2025-01-01", "2025-12-31", "2026-02-01", 3, 12, AKK_BASIS_CALENDAR, TERM,
    "", "" },
  { "only inside the term", "2025-11-17", "2027-12-31", "2025-11-17", 1, 12, AKK_BASIS_CALENDAR,
    "2026-01-01/2026-12-31", "", "2026-06-25 09:30 7" },
  { "half-yearly", "2026-01-01", "2026-12-31", "2025-11-17", 1, 6, AKK_BASIS_CALENDAR, TERM, "",
    "2026-04-02 09:30 1; 2026-10-01 09:30 0" },
  { "once in ten years", "2026-01-01", "2026-12-31", "2025-11-17", 1, 120, AKK_BASIS_CALENDAR,
    "2026-01-01/2036-12-31", "", "" },
  { "twice in four years", "2026-01-01", "2027-12-31", "2025-11-17", 2, 48, AKK_BASIS_CALENDAR,
    "2026-01-01/2036-12-31", "", "2027-01-07 09:30 6" },
  { "by year of the agreement", "2025-11-17", "2026-09-30", "2025-11-17", 1, 12,
    AKK_BASIS_AGREEMENT, TERM, "", "2026-04-30 09:30 2" },
  { "rolling: by the deadline", "2025-11-17", "2026-12-31", "2025-11-17", 1, 12, AKK_BASIS_ROLLING,
    TERM, "2025-06-12", "2026-06-04 09:30 8" },
  { "rolling: it is too late already", "2025-11-17", "2026-06-30", "2025-11-17", 1, 12,
    AKK_BASIS_ROLLING, TERM, "2024-06-12", "2025-12-04 09:30 3" },
};

static void
test_spread (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++) {
    g_autoptr (AkkPlanner) planner = akk_plan_new (
        plan_day (spreads[i].from), plan_day (spreads[i].to), plan_day (spreads[i].today));
    AkkPlanBody *body = plan_body (planner, 1, "Werkgroep", spreads[i].times, spreads[i].term);
    g_autofree char *dates = NULL;

    g_test_message ("%s", spreads[i].what);
    g_array_index (body->frequencies, AkkFrequency, 0).basis = spreads[i].basis;
    g_array_index (body->frequencies, AkkFrequency, 0).period_months = spreads[i].period_months;
    plan_meet (body, spreads[i].meetings);
    akk_plan_ready (planner);
    dates = propose (planner, 0);
    g_assert_cmpstr (dates, ==, spreads[i].dates);
  }
}

/* --- Two rules --- */

static void
test_both_rules (void)
{
  g_autoptr (AkkPlanner) planner =
      akk_plan_new (plan_day ("2026-01-01"), plan_day ("2027-12-31"), plan_day ("2025-11-17"));
  AkkPlanBody *body = plan_body (planner, 1, "Stuurgroep", 1, "2026-01-01/2031-12-31");
  AkkFrequency yearly = { 1, 12, AKK_BASIS_CALENDAR, TRUE, 0 };
  g_autofree char *once = NULL, *twice = NULL;

  /* Every two years, but every year an evaluation. */
  g_array_index (body->frequencies, AkkFrequency, 0).period_months = 24;
  akk_plan_ready (planner);
  once = propose (planner, 0);
  g_assert_cmpstr (once, ==, "2027-01-07 09:30 6");
  g_array_append_val (body->frequencies, yearly);
  twice = propose (planner, 0);
  g_assert_cmpstr (twice, ==, "2026-06-25 09:30 7; 2027-06-24 09:30 8");
}

/* --- Limits --- */

static AkkPlanner *
december (AkkPlanBody **body)
{
  AkkPlanner *planner =
      akk_plan_new (plan_day ("2025-11-17"), plan_day ("2025-12-31"), plan_day ("2025-11-17"));

  *body = plan_body (planner, 1, "Werkgroep", 1, TERM);
  return planner;
}

static void
test_limits (void)
{
  static const struct {
    const char *date;
    AkkPlanLimit limit;
  } cases[] = {
    { "2025-11-14", AKK_PLAN_PAST },      { "2025-11-20", AKK_PLAN_UNPREPARED },
    { "2025-12-01", AKK_PLAN_TOO_CLOSE }, { "2025-12-06", AKK_PLAN_WEEKEND },
    { "2025-12-09", AKK_PLAN_ABSENT },    { "2025-12-10", AKK_PLAN_FREE },
    { "2025-12-24", AKK_PLAN_SCHOOL },    { "2025-12-25", AKK_PLAN_PUBLIC },
    { "2032-01-08", AKK_PLAN_OUTSIDE },   { "2025-12-11", AKK_PLAN_ABSENT },
    { "2025-12-18", AKK_PLAN_FREE },
  };
  const AkkPlanRules rules = { 0, -1 };
  AkkPlanBody *body;
  g_autoptr (AkkPlanner) planner = december (&body);
  AkkPlanParty *party = plan_party (planner, body, "Zele");

  plan_meet (body, "2025-11-18");
  akk_plan_block (planner, party, plan_day ("2025-12-09"), 0, FALSE);
  akk_plan_block (planner, party, plan_day ("2025-12-11"), 10 * 60, TRUE);
  akk_plan_block (planner, party, plan_day ("2025-12-18"), 19 * 60, TRUE);
  akk_plan_ready (planner);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 date = plan_day (cases[i].date);
    g_autofree char *refusal = NULL;

    g_test_message ("%s", cases[i].date);
    g_assert_cmpint (akk_plan_limit (planner, body, date, 9 * 60 + 30, &rules), ==, cases[i].limit);
    refusal = akk_plan_refusal_words (planner, body, date, 9 * 60 + 30, &rules);
    g_assert_cmpint (refusal == NULL, ==, cases[i].limit == AKK_PLAN_FREE);
  }
}

static void
test_council_takes_the_evening (void)
{
  AkkPlanBody *body;
  g_autoptr (AkkPlanner) planner = december (&body);
  AkkPlanParty *party = plan_party (planner, body, "Lebbeke");
  g_autofree char *dates = NULL;

  /* In the evening of the council it comes in the afternoon, on another day at its hour. */
  body->starts_at = 19 * 60;
  for (gint64 date = plan_day ("2025-12-01"); date <= plan_day ("2025-12-19"); date++)
    akk_plan_block (planner, party, date, 20 * 60, TRUE);
  akk_plan_ready (planner);
  dates = propose (planner, 0);
  g_assert_cmpstr (dates, ==, "2025-12-11 09:30 20");
}

/* --- Costs --- */

static void
test_costs (void)
{
  const AkkPlanRules rules = { AKK_PROPOSAL_ALLOW_UNAVAILABLE, -1 };
  AkkPlanner *planner =
      akk_plan_new (plan_day ("2026-01-01"), plan_day ("2026-12-31"), plan_day ("2025-11-17"));
  AkkPlanBody *body = plan_body (planner, 1, "Werkgroep", 3, TERM);
  AkkPlanBody *steering = plan_body (planner, 2, "Stuurgroep", 0, TERM);
  AkkPlanBody *other = plan_body (planner, 3, "Datagroep", 0, TERM);
  AkkPlanParty *party = plan_party (planner, body, "Hamme");
  guint place = 0;
  static const struct {
    const char *date;
    gint64 starts_at;
    gint64 cost;
  } cases[] = {
    { "2026-02-26", 570, 0 }, /* 28 days before the steering group */
    { "2026-02-26", 810, 10 }, /* another hour */
    { "2026-02-25", 570, 20 }, /* another day */
    { "2026-02-05", 570, 15 }, /* 49 days before the steering group */
    { "2026-03-19", 570, 15 }, /* 7 days before it is not too few; a council */
    { "2026-03-24", 570, 35 }, /* 2 days before it, on a Tuesday */
    { "2026-05-15", 570, 50 }, /* Friday after Ascension */
    { "2026-06-11", 570, 40 }, /* the data group meets */
    { "2026-06-09", 570, 28 }, /* it meets in the same week, on a Tuesday this is */
    { "2026-06-18", 570, 60 }, /* Hamme cannot come */
  };

  steering->kind = AKK_BODY_STEERING;
  plan_meet (steering, "2026-03-26");
  plan_meet (other, "2026-06-11");
  g_array_append_val (other->parties, place);
  akk_plan_block (planner, party, plan_day ("2026-06-18"), 0, FALSE);
  akk_plan_ready (planner);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkPlanParts parts =
        akk_plan_parts (planner, body, plan_day (cases[i].date), cases[i].starts_at, &rules);

    g_test_message ("%s", cases[i].date);
    if (g_str_equal (cases[i].date, "2026-03-19"))
      g_assert_cmpint (akk_plan_sum (&parts), ==, 0);
    else
      g_assert_cmpint (akk_plan_sum (&parts), ==, cases[i].cost);
  }
  akk_planner_free (planner);
}

/* --- Words --- */

static void
test_words (void)
{
  AkkPlanBody *body;
  g_autoptr (AkkPlanner) planner = december (&body);
  AkkPlanParty *hamme = plan_party (planner, body, "Hamme");
  AkkPlanParty *zele = plan_party (planner, body, "Zele");
  AkkPlanParty *lebbeke = plan_party (planner, body, "Lebbeke");
  g_autoptr (AkkProposal) proposal = NULL;
  g_autoptr (AkkProposalDate) late = NULL;
  g_autoptr (AkkProposalDate) absent = NULL;
  g_autofree char *refusal = NULL;
  const AkkProposalMeeting *meeting;
  const AkkProposalDate *date;

  akk_plan_block (planner, hamme, plan_day ("2025-12-09"), 0, FALSE);
  akk_plan_block (planner, zele, plan_day ("2025-12-09"), 0, FALSE);
  akk_plan_block (planner, lebbeke, plan_day ("2025-12-18"), 20 * 60, TRUE);
  akk_plan_ready (planner);
  proposal = akk_planner_propose (planner, 0);
  g_assert_cmpuint (proposal->meetings->len, ==, 1);
  meeting = proposal->meetings->pdata[0];
  g_assert_cmpuint (meeting->dates->len, ==, 4);
  date = meeting->dates->pdata[0];
  g_assert_cmpstr (date->why, ==, "Usual day and hour, all parties free");
  g_assert_cmpstr (date->avoids, ==,
                   "Hamme and Zele cannot come (9 December); council in Lebbeke (18 December)");
  late = akk_planner_weigh (planner, meeting, plan_day ("2025-12-18"), 0, &refusal);
  g_assert_nonnull (late);
  g_assert_cmpstr (late->why, ==,
                   "Council in Lebbeke in the evening; last week before the Christmas holiday");
  g_assert_null (akk_planner_weigh (planner, meeting, plan_day ("2025-12-09"), 0, &refusal));
  g_assert_cmpstr (refusal, ==, "Hamme and Zele cannot come.");
  g_clear_pointer (&refusal, g_free);
  absent = akk_planner_weigh (planner, meeting, plan_day ("2025-12-09"),
                              AKK_PROPOSAL_ALLOW_UNAVAILABLE, &refusal);
  g_assert_cmpstr (absent->why, ==,
                   "Hamme and Zele cannot come; not the usual day; 7 days earlier than evenly "
                   "spread");
}

static void
test_place_in_the_year (void)
{
  g_autoptr (AkkPlanner) planner =
      akk_plan_new (plan_day ("2026-01-01"), plan_day ("2026-12-31"), plan_day ("2025-11-17"));
  AkkPlanBody *body = plan_body (planner, 1, "Werkgroep", 3, TERM);
  AkkPlanParty *hamme = plan_party (planner, body, "Hamme");
  AkkPlanParty *zele = plan_party (planner, body, "Zele");
  g_autoptr (AkkProposal) proposal = NULL;
  const AkkProposalMeeting *meeting;

  akk_plan_block (planner, hamme, plan_day ("2026-02-26"), 0, FALSE);
  akk_plan_block (planner, hamme, plan_day ("2026-03-25"), 20 * 60, TRUE);
  akk_plan_block (planner, zele, plan_day ("2026-03-26"), 20 * 60, TRUE);
  akk_plan_block (planner, zele, plan_day ("2026-03-05"), 0, FALSE);
  body->weekday = AKK_WEEKDAY_MONDAY;
  akk_plan_ready (planner);
  proposal = akk_planner_propose (planner, 0);
  meeting = proposal->meetings->pdata[0];
  g_assert_cmpstr (((const AkkProposalDate *) meeting->dates->pdata[0])->why, ==,
                   "After the Carnival holiday, before the councils of March");
}

static void
test_impossible (void)
{
  static const struct {
    const char *absent; /* Zele cannot come in these days */
    const char *also; /* nor Hamme in these */
    AkkProposalFlags flags;
    const char *words;
  } cases[] = {
    { "2025-12-01/2025-12-19", "", 0,
      "Werkgroep: no date is left for 1 meeting up to 31 December. Allow school holidays." },
    { "2025-12-01/2025-12-31", "", 0,
      "Werkgroep: no date is left for 1 meeting up to 31 December. Ask Zele to free a day." },
    { "2025-12-01/2025-12-31", "2025-12-01/2025-12-31", 0,
      "Werkgroep: no date is left for 1 meeting up to 31 December. Allow days on which a party "
      "cannot come." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkPlanBody *body;
    g_autoptr (AkkPlanner) planner = december (&body);
    g_autoptr (AkkProposal) proposal = NULL;
    const char *days[] = { cases[i].absent, cases[i].also };
    AkkPlanParty *parties[] = { plan_party (planner, body, "Zele"),
                                plan_party (planner, body, "Hamme") };

    for (guint n = 0; n < G_N_ELEMENTS (days); n++) {
      g_auto (GStrv) pair = g_strsplit (days[n], "/", 2);

      for (gint64 date = *days[n] != '\0' ? plan_day (pair[0]) : G_MAXINT64;
           *days[n] != '\0' && date <= plan_day (pair[1]); date++)
        akk_plan_block (planner, parties[n], date, 0, FALSE);
    }
    akk_plan_ready (planner);
    proposal = akk_planner_propose (planner, cases[i].flags);
    g_assert_cmpuint (proposal->meetings->len, ==, 0);
    g_assert_cmpuint (proposal->impossible->len, ==, 1);
    g_assert_cmpstr (proposal->impossible->pdata[0], ==, cases[i].words);
  }
}

static void
test_no_time_left (void)
{
  g_autoptr (AkkPlanner) planner =
      akk_plan_new (plan_day ("2025-12-22"), plan_day ("2026-12-31"), plan_day ("2025-12-22"));
  AkkPlanBody *body = plan_body (planner, 1, "Werkgroep", 1, TERM);
  g_autoptr (AkkProposal) proposal = NULL;

  body->prepare_days = 14;
  akk_plan_ready (planner);
  proposal = akk_planner_propose (planner, 0);
  g_assert_cmpuint (proposal->meetings->len, ==, 1);
  g_assert_cmpuint (proposal->impossible->len, ==, 1);
  g_assert_cmpstr (proposal->impossible->pdata[0], ==,
                   "Werkgroep: no date is left for 1 meeting up to 31 December. Plan it after 31 "
                   "December: 5 January 2026 is the first day that is possible.");
}

static void
test_counts_unavailable_days (void)
{
  AkkPlanBody *body;
  g_autoptr (AkkPlanner) planner = december (&body);
  AkkPlanParty *hamme = plan_party (planner, body, "Hamme");
  AkkPlanParty *zele = plan_party (planner, body, "Zele");
  guint days, parties;

  plan_party (planner, body, "Lokeren");
  akk_plan_block (planner, hamme, plan_day ("2025-12-09"), 0, FALSE);
  akk_plan_block (planner, zele, plan_day ("2025-12-09"), 0, FALSE);
  akk_plan_block (planner, zele, plan_day ("2025-12-10"), 1200, TRUE);
  akk_plan_ready (planner);
  akk_planner_count_unavailable (planner, &days, &parties);
  g_assert_cmpuint (days, ==, 2);
  g_assert_cmpuint (parties, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/spreads-evenly-over-what-is-left", test_spread);
  g_test_add_func ("/proposal/meets-both-rules-of-a-body", test_both_rules);
  g_test_add_func ("/proposal/knows-every-hard-limit", test_limits);
  g_test_add_func ("/proposal/a-council-takes-only-the-evening", test_council_takes_the_evening);
  g_test_add_func ("/proposal/costs-are-those-of-the-header", test_costs);
  g_test_add_func ("/proposal/says-why-and-why-not", test_words);
  g_test_add_func ("/proposal/says-where-it-stands-in-the-year", test_place_in_the_year);
  g_test_add_func ("/proposal/says-which-rule-to-relax", test_impossible);
  g_test_add_func ("/proposal/says-that-no-time-is-left", test_no_time_left);
  g_test_add_func ("/proposal/counts-days-that-do-not-suit", test_counts_unavailable_days);
  return g_test_run ();
}
