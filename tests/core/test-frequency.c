/* Tests of frequencies: windows, what they ask for, which rule is the strictest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/frequency.h"

/* --- Windows --- */

static const struct {
  const char *what;
  gint64 times, period_months;
  AkkBodyBasis basis;
  const char *start, *end, *until; /* `end` "": it goes on */
  const char *windows; /* from/to:required … */
  gint64 total; /* -1: the term does not end */
} cases[] = {
  { "working group by calendar year", 3, 12, AKK_BASIS_CALENDAR, "2021-10-01", "2025-12-31",
    "2025-11-17",
    "2021-10-01/2021-12-31:0 2022-01-01/2022-12-31:3 2023-01-01/2023-12-31:3 "
    "2024-01-01/2024-12-31:3 2025-01-01/2025-12-31:3",
    12 },
  { "working group by year of the agreement", 3, 12, AKK_BASIS_AGREEMENT, "2021-10-01",
    "2025-12-31", "2025-11-17",
    "2021-10-01/2022-09-30:3 2022-10-01/2023-09-30:3 2023-10-01/2024-09-30:3 "
    "2024-10-01/2025-09-30:3 2025-10-01/2025-12-31:0",
    12 },
  { "working group in any twelve months", 3, 12, AKK_BASIS_ROLLING, "2021-10-01", "2025-12-31",
    "2025-11-17", "2024-11-18/2025-11-17:3", 12 },
  { "the first twelve months", 3, 12, AKK_BASIS_ROLLING, "2021-10-01", "2025-12-31", "2022-09-30",
    "2021-10-01/2022-09-30:3", 12 },
  { "a day too early for twelve months", 3, 12, AKK_BASIS_ROLLING, "2021-10-01", "2025-12-31",
    "2022-09-29", "", 12 },
  { "a day after the term", 3, 12, AKK_BASIS_ROLLING, "2021-10-01", "2025-12-31", "2026-01-01", "",
    12 },
  { "rolling over a leap day", 1, 12, AKK_BASIS_ROLLING, "2020-01-01", "", "2024-02-29",
    "2023-03-01/2024-02-29:1", -1 },
  { "rolling until the end of a short month", 2, 6, AKK_BASIS_ROLLING, "2020-01-01", "",
    "2025-02-28", "2024-09-01/2025-02-28:2", -1 },
  { "one in two of four full years", 1, 24, AKK_BASIS_CALENDAR, "2022-01-01", "2025-12-31",
    "2025-11-17", "2022-01-01/2023-12-31:1 2024-01-01/2025-12-31:1", 2 },
  { "one in each of four full years", 1, 12, AKK_BASIS_CALENDAR, "2022-01-01", "2025-12-31",
    "2025-11-17",
    "2022-01-01/2022-12-31:1 2023-01-01/2023-12-31:1 2024-01-01/2024-12-31:1 "
    "2025-01-01/2025-12-31:1",
    4 },
  { "half-yearly from 1 October", 1, 6, AKK_BASIS_CALENDAR, "2024-10-01", "2025-09-30",
    "2025-01-01", "2024-10-01/2024-12-31:0 2025-01-01/2025-06-30:1 2025-07-01/2025-09-30:0", 1 },
  { "half-yearly by the agreement", 1, 6, AKK_BASIS_AGREEMENT, "2024-10-01", "2025-09-30",
    "2025-01-01", "2024-10-01/2025-03-31:1 2025-04-01/2025-09-30:1", 2 },
  { "quarterly, ended early in a quarter", 1, 3, AKK_BASIS_CALENDAR, "2025-01-01", "2025-08-15",
    "2025-03-01", "2025-01-01/2025-03-31:1 2025-04-01/2025-06-30:1 2025-07-01/2025-08-15:0", 2 },
  { "ended early: the floor of the share", 4, 12, AKK_BASIS_CALENDAR, "2025-01-01", "2025-08-31",
    "2025-03-01", "2025-01-01/2025-08-31:2", 2 },
  { "one day less than eight months", 3, 12, AKK_BASIS_CALENDAR, "2025-01-01", "2025-08-30",
    "2025-03-01", "2025-01-01/2025-08-30:1", 1 },
  { "a broken year with a whole share", 4, 12, AKK_BASIS_CALENDAR, "2025-10-01", "2026-12-31",
    "2025-11-01", "2025-10-01/2025-12-31:1 2026-01-01/2026-12-31:4", 5 },
  { "broken at both sides", 12, 12, AKK_BASIS_CALENDAR, "2025-02-15", "2025-04-20", "2025-03-01",
    "2025-02-15/2025-04-20:2", 2 },
  { "a term of one day", 3, 12, AKK_BASIS_AGREEMENT, "2025-02-15", "2025-02-15", "2025-02-15",
    "2025-02-15/2025-02-15:0", 0 },
  { "a leap day to start on", 2, 12, AKK_BASIS_AGREEMENT, "2024-02-29", "2028-02-28", "2025-01-01",
    "2024-02-29/2025-02-27:2 2025-02-28/2026-02-27:2 2026-02-28/2027-02-27:2 "
    "2027-02-28/2028-02-28:2",
    8 },
  { "the end of a month to start on", 1, 1, AKK_BASIS_AGREEMENT, "2025-01-31", "2025-05-30",
    "2025-02-01",
    "2025-01-31/2025-02-27:1 2025-02-28/2025-03-30:1 2025-03-31/2025-04-29:1 "
    "2025-04-30/2025-05-30:1",
    4 },
  { "goes on: up to the window of the day", 1, 12, AKK_BASIS_CALENDAR, "2024-03-01", "",
    "2025-06-01", "2024-03-01/2024-12-31:0 2025-01-01/2025-12-31:1", -1 },
  { "goes on, and has not begun", 1, 12, AKK_BASIS_CALENDAR, "2024-01-01", "", "2020-06-01",
    "2024-01-01/2024-12-31:1", -1 },
  { "ends before it starts", 1, 12, AKK_BASIS_CALENDAR, "2024-01-01", "2023-12-31", "2024-01-01",
    "", 0 },
  { "has no start", 1, 12, AKK_BASIS_CALENDAR, "", "", "2024-01-01", "", -1 },
  { "up to the end of the calendar", 1, 12, AKK_BASIS_CALENDAR, "9998-07-01", "9999-06-30",
    "9998-08-01", "9998-07-01/9998-12-31:0", 0 },
};

static char *
windows_text (const GArray *windows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < windows->len; i++) {
    const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, i);
    g_autofree char *from = akk_date_format (window->from);
    g_autofree char *to = akk_date_format (window->to);

    g_string_append_printf (text, "%s%s/%s:%" G_GINT64_FORMAT, i > 0 ? " " : "", from, to,
                            window->required);
  }
  return g_string_free_and_steal (text);
}

static void
test_windows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkFrequency rule = { cases[i].times, cases[i].period_months, cases[i].basis, FALSE, 0 };
    gint64 start = akk_date_parse (cases[i].start), end = akk_date_parse (cases[i].end);
    g_autoptr (GArray) windows =
        akk_frequency_windows (&rule, start, end, akk_date_parse (cases[i].until));
    g_autofree char *text = windows_text (windows);

    g_test_message ("%s", cases[i].what);
    g_assert_cmpstr (text, ==, cases[i].windows);
    if (cases[i].total >= 0)
      g_assert_cmpint (akk_frequency_total (&rule, start, end), ==, cases[i].total);
  }
}

/* Whatever the rule and the term: no day is in two windows or in none, and a broken window never
 * asks for more than a whole one. */
static void
test_windows_cover_the_term (void)
{
  for (guint i = 0; i < 2000; i++) {
    AkkFrequency rule = { g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 37),
                          (AkkBodyBasis) g_test_rand_int_range (0, 2), FALSE, 0 };
    gint64 start = akk_date_from_ymd (2000, 1, 1) + g_test_rand_int_range (0, 10000);
    gint64 end = start + g_test_rand_int_range (0, 4000), next = start;
    g_autoptr (GArray) windows = akk_frequency_windows (&rule, start, end, start);

    for (guint n = 0; n < windows->len; n++) {
      const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, n);

      g_assert_cmpint (window->from, ==, next);
      g_assert_cmpint (window->to, >=, window->from);
      g_assert_cmpint (window->required, >=, 0);
      g_assert_cmpint (window->required, <=, rule.times);
      if (n > 0 && n + 1 < windows->len)
        g_assert_cmpint (window->required, ==, rule.times);
      next = window->to + 1;
    }
    g_assert_cmpint (next, ==, end + 1);
  }
}

/* --- Rules --- */

static AkkBody *
new_body (gint64 times, gint64 period, AkkBodyUnit unit, gboolean evaluates)
{
  AkkBody *body = akk_record_new (&akk_body_record);

  body->times = times;
  body->period = period;
  body->unit = unit;
  body->evaluates = evaluates;
  body->section_id = 7;
  body->evaluation_section_id = 8;
  return body;
}

static const struct {
  gint64 times, period;
  AkkBodyUnit unit;
  gboolean evaluates;
  guint n_rules;
  gint64 strictest_times, strictest_months; /* 0: none */
  gboolean derived;
} rules[] = {
  { 1, 2, AKK_BODY_YEARS, FALSE, 1, 1, 24, FALSE },
  { 1, 2, AKK_BODY_YEARS, TRUE, 2, 1, 12, TRUE },
  { 3, 1, AKK_BODY_YEARS, TRUE, 2, 3, 12, FALSE },
  { 1, 1, AKK_BODY_YEARS, TRUE, 2, 1, 12, FALSE }, /* equal: what is stated */
  { 1, 12, AKK_BODY_MONTHS, TRUE, 2, 1, 12, FALSE },
  { 2, 2, AKK_BODY_YEARS, TRUE, 2, 2, 24, FALSE },
  { 3, 2, AKK_BODY_YEARS, TRUE, 2, 3, 24, FALSE },
  { 1, 6, AKK_BODY_MONTHS, TRUE, 2, 1, 6, FALSE },
  { 1, 18, AKK_BODY_MONTHS, TRUE, 2, 1, 12, TRUE },
  { 0, 1, AKK_BODY_YEARS, FALSE, 0, 0, 0, FALSE },
  { 0, 1, AKK_BODY_YEARS, TRUE, 1, 1, 12, TRUE },
};

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (AkkBody) body =
        new_body (rules[i].times, rules[i].period, rules[i].unit, rules[i].evaluates);
    g_autoptr (GArray) found = akk_frequencies (body);
    const AkkFrequency *strictest = akk_frequency_strictest (found);

    g_assert_cmpuint (found->len, ==, rules[i].n_rules);
    g_assert_cmpint (strictest != NULL, ==, rules[i].strictest_times > 0);
    if (strictest == NULL)
      continue;
    g_assert_cmpint (strictest->times, ==, rules[i].strictest_times);
    g_assert_cmpint (strictest->period_months, ==, rules[i].strictest_months);
    g_assert_cmpint (strictest->derived, ==, rules[i].derived);
    g_assert_cmpint (strictest->section_id, ==, rules[i].derived ? 8 : 7);
  }
}

/* --- Months --- */

static void
test_months (void)
{
  static const struct {
    const char *date;
    gint64 months;
    const char *result;
  } sums[] = {
    { "2024-01-31", 1, "2024-02-29" },
    { "2025-01-31", 1, "2025-02-28" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" },
    { "2031-12-31", -6, "2031-06-30" },
    { "2025-08-31", -6, "2025-02-28" },
    { "2025-03-15", 0, "2025-03-15" },
    { "2025-12-01", 1, "2026-01-01" },
    { "2025-01-01", -1, "2024-12-01" },
    { "2100-01-31", 1, "2100-02-28" },
    { "9999-12-31", 1, "" },
    { "0001-01-01", -1, "" },
    { "", 6, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++) {
    g_autofree char *result =
        akk_date_format (akk_date_add_months (akk_date_parse (sums[i].date), sums[i].months));

    g_assert_cmpstr (result, ==, sums[i].result);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frequency/windows-ask-for-the-floor-of-their-share", test_windows);
  g_test_add_func ("/frequency/windows-cover-the-term", test_windows_cover_the_term);
  g_test_add_func ("/frequency/the-strictest-rule-counts", test_rules);
  g_test_add_func ("/frequency/months-are-added", test_months);
  return g_test_run ();
}
