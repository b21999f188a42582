/* Tests of holidays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/dates.h"
#include "core/day-off.h"
#include "core/holidays.h"
#include "store-fixture.h"

static void
test_easter (void)
{
  /* The earliest and the latest of these hundred years, and both sides of a leap day. */
  static const char *const days[] = {
    "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2020-04-12",
    "2021-04-04", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25",
    "2049-04-18", "2076-04-19", "2100-03-28",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    gint64 day = akk_date_parse (days[i]);
    int year;

    akk_date_to_ymd (day, &year, NULL, NULL);
    g_assert_cmpint (akk_easter (year), ==, day);
  }
}

static void
assert_holiday (int year, const char *name, const char *from, const char *to)
{
  g_autoptr (GArray) entries = akk_holidays (year);

  for (guint i = 0; i < entries->len; i++) {
    const AkkHoliday *entry = &g_array_index (entries, AkkHoliday, i);
    if (g_str_equal (entry->name, name)) {
      g_autofree char *first = akk_date_format (entry->from);
      g_autofree char *last = akk_date_format (entry->to);
      g_assert_cmpstr (first, ==, from);
      g_assert_cmpstr (last, ==, to);
      return;
    }
  }
  g_error ("%d has no %s", year, name);
}

static void
test_school_holidays (void)
{
  /* As schools published them: each case of each rule. */
  static const struct {
    int year;
    const char *name, *from, *to;
  } cases[] = {
    { 2009, "Autumn holiday", "2009-11-02", "2009-11-08" }, /* 1 November is a Sunday */
    { 2018, "Autumn holiday", "2018-10-29", "2018-11-04" },
    { 2020, "Autumn holiday", "2020-11-02", "2020-11-08" },
    { 2021, "Autumn holiday", "2021-11-01", "2021-11-07" }, /* a Monday */
    { 2024, "Autumn holiday", "2024-10-28", "2024-11-03" },
    { 2006, "Christmas holiday", "2006-12-25", "2007-01-07" },
    { 2007, "Christmas holiday", "2007-12-24", "2008-01-06" },
    { 2021, "Christmas holiday", "2021-12-27", "2022-01-09" }, /* 25 December is a Saturday */
    { 2022, "Christmas holiday", "2022-12-26", "2023-01-08" }, /* a Sunday */
    { 2024, "Christmas holiday", "2024-12-23", "2025-01-05" },
    { 2008, "Carnival holiday", "2008-02-04", "2008-02-10" },
    { 2020, "Carnival holiday", "2020-02-24", "2020-03-01" }, /* over a leap day */
    { 2025, "Carnival holiday", "2025-03-03", "2025-03-09" },
    { 2008, "Easter holiday", "2008-03-24", "2008-04-06" }, /* Easter in March */
    { 2021, "Easter holiday", "2021-04-05", "2021-04-18" },
    { 2022, "Easter holiday", "2022-04-04", "2022-04-17" }, /* Easter after 15 April */
    { 2019, "Easter holiday", "2019-04-08", "2019-04-21" },
    { 2010, "Easter holiday", "2010-04-05", "2010-04-18" },
    { 2025, "Summer holiday", "2025-07-01", "2025-08-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_holiday (cases[i].year, cases[i].name, cases[i].from, cases[i].to);
}

static void
test_every_year_is_whole (void)
{
  for (int year = 2000; year <= 2100; year++) {
    g_autoptr (GArray) entries = akk_holidays (year);
    guint n_public = 0;

    g_assert_cmpuint (entries->len, ==, 15);
    for (guint i = 0; i < entries->len; i++) {
      const AkkHoliday *entry = &g_array_index (entries, AkkHoliday, i);
      int begins;

      akk_date_to_ymd (entry->from, &begins, NULL, NULL);
      g_assert_cmpint (begins, ==, year);
      if (i > 0)
        g_assert_cmpint (entry->from, >=, g_array_index (entries, AkkHoliday, i - 1).from);
      n_public += entry->kind == AKK_HOLIDAY_PUBLIC;
      if (entry->kind == AKK_HOLIDAY_SCHOOL && !g_str_equal (entry->name, "Summer holiday")) {
        g_assert_cmpint (akk_date_weekday (entry->from), ==, AKK_WEEKDAY_MONDAY);
        g_assert_cmpint (akk_date_weekday (entry->to), ==, AKK_WEEKDAY_SUNDAY);
      }
    }
    g_assert_cmpuint (n_public, ==, 10);
  }
}

static void
test_other_years_have_none (void)
{
  g_autoptr (GArray) before = akk_holidays (1999);
  g_autoptr (GArray) after = akk_holidays (2101);

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_christmas_reaches_into_january (void)
{
  gint64 day = akk_date_parse ("2026-01-02");
  g_autoptr (AkkDaysOff) days = akk_days_off_new_computed (day, day);
  const AkkHoliday *school = akk_days_off_on (days, day, AKK_HOLIDAY_SCHOOL);

  g_assert_nonnull (school);
  g_assert_cmpstr (school->name, ==, "Christmas holiday");
  g_assert_null (akk_days_off_on (days, day, AKK_HOLIDAY_PUBLIC));
}

static void
test_bridge_days (void)
{
  gint64 from = akk_date_parse ("2025-01-01");
  g_autoptr (AkkDaysOff) days = akk_days_off_new_computed (from, from + 364);

  g_assert_true (akk_days_off_bridge (days, akk_date_parse ("2025-05-30"))); /* after Ascension */
  g_assert_true (
      akk_days_off_bridge (days, akk_date_parse ("2025-11-10"))); /* before 11 November */
  g_assert_true (akk_days_off_bridge (days, akk_date_parse ("2025-05-02")));
  g_assert_false (akk_days_off_bridge (days, akk_date_parse ("2025-05-29")));
  g_assert_false (akk_days_off_bridge (days, akk_date_parse ("2025-05-31")));
  g_assert_false (akk_days_off_bridge (days, akk_date_parse ("2025-11-12")));
}

static void
add_day_off (AkkStore *store, const char *name, const char *from, const char *to, gboolean removed)
{
  g_autoptr (AkkDayOff) day = akk_record_new (&akk_day_off_record);
  g_autoptr (GError) error = NULL;

  akk_record_set_text (day, akk_record_type_field (&akk_day_off_record, "name"), name);
  day->kind = AKK_DAY_OFF_SCHOOL;
  day->starts_on = akk_date_parse (from);
  day->ends_on = akk_date_parse (to);
  day->removed = removed;
  akk_store_begin (store, "Day off");
  akk_store_add (store, day);
  g_assert_true (akk_store_commit (store, &error));
  g_assert_no_error (error);
}

static void
test_a_dossier_overrides (Fixture *fixture, gconstpointer data)
{
  gint64 from = akk_date_parse ("2025-01-01");
  gint64 to = akk_date_parse ("2025-12-31");

  add_day_off (fixture->store, "Autumn holiday", "2025-10-27", "2025-10-29", TRUE);
  add_day_off (fixture->store, "Feast of the town", "2025-09-08", "2025-09-09", FALSE);

  g_autoptr (AkkDaysOff) days = akk_days_off_new (fixture->store, from, to);
  const AkkHoliday *own = akk_days_off_on (days, akk_date_parse ("2025-09-09"), AKK_HOLIDAY_SCHOOL);
  g_autoptr (GArray) list = akk_days_off_list (days);
  guint found = 0;

  g_assert_nonnull (own);
  g_assert_cmpstr (own->name, ==, "Feast of the town");
  g_assert_null (akk_days_off_on (days, akk_date_parse ("2025-10-29"), AKK_HOLIDAY_SCHOOL));
  g_assert_nonnull (akk_days_off_on (days, akk_date_parse ("2025-10-30"), AKK_HOLIDAY_SCHOOL));
  for (guint i = 0; i < list->len; i++) {
    const AkkHoliday *entry = &g_array_index (list, AkkHoliday, i);
    if (entry->from == akk_date_parse ("2025-10-30")) {
      g_assert_cmpint (entry->to, ==, akk_date_parse ("2025-11-02"));
      found++;
    }
    g_assert_cmpint (entry->from, !=, akk_date_parse ("2025-10-27"));
  }
  g_assert_cmpuint (found, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/school-holidays-follow-the-decree", test_school_holidays);
  g_test_add_func ("/holidays/every-year-has-ten-and-five", test_every_year_is_whole);
  g_test_add_func ("/holidays/other-years-have-none", test_other_years_have_none);
  g_test_add_func ("/holidays/christmas-reaches-into-january", test_christmas_reaches_into_january);
  g_test_add_func ("/holidays/bridge-days", test_bridge_days);
  g_test_add ("/holidays/a-dossier-overrides", Fixture, NULL, fixture_set_up,
              test_a_dossier_overrides, fixture_tear_down);
  return g_test_run ();
}
