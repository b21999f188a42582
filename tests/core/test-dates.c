/* Tests of dates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/record.h"

static void
test_known_days (void)
{
  static const struct {
    const char *iso;
    gint64 days;
  } cases[] = {
    { "1970-01-01", 0 },       { "1969-12-31", -1 },      { "2000-02-29", 11016 },
    { "2000-03-01", 11017 },   { "1900-03-01", -25508 },  { "2025-11-17", 20409 },
    { "0001-01-01", -719162 }, { "9999-12-31", 2932896 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *iso = akk_date_format (cases[i].days);

    g_assert_cmpint (akk_date_parse (cases[i].iso), ==, cases[i].days);
    g_assert_cmpstr (iso, ==, cases[i].iso);
  }
}

static void
test_every_day_comes_back (void)
{
  gint64 last = akk_date_from_ymd (9999, 12, 31);
  int before = 0;

  for (gint64 days = akk_date_from_ymd (1, 1, 1); days <= last; days++) {
    int year, month, day;

    akk_date_to_ymd (days, &year, &month, &day);
    g_assert_cmpint (akk_date_from_ymd (year, month, day), ==, days);
    g_assert_cmpint (year * 10000 + month * 100 + day, >, before);
    before = year * 10000 + month * 100 + day;
  }
}

static void
test_other_text_is_no_date (void)
{
  static const char *const cases[] = {
    "",           "2025-11-1",  "2025-1-17",  "2025-11-17 ", " 2025-11-17", "2025-02-29",
    "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31",  "0000-01-01",  "2025/11/17",
    "20251117",   "-025-11-17", "2025-11-00", "vandaag"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (akk_date_parse (cases[i]), ==, AKK_NO_DATE);
}

static void
test_no_date_is_empty_text (void)
{
  g_autofree char *iso = akk_date_format (AKK_NO_DATE);

  g_assert_cmpstr (iso, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/known-days", test_known_days);
  g_test_add_func ("/dates/every-day-comes-back", test_every_day_comes_back);
  g_test_add_func ("/dates/other-text-is-no-date", test_other_text_is_no_date);
  g_test_add_func ("/dates/no-date-is-empty-text", test_no_date_is_empty_text);
  return g_test_run ();
}
