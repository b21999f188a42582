/* Dates as days since 1970-01-01.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"

#include "core/record.h"

/* Years are counted from March, so that the leap day is the last of its year; eras of 400 years
 * have the same number of days. */
#define DAYS_PER_ERA 146097
#define DAYS_BEFORE_1970 719468 /* from 1 March of the year 0 */

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

gint64
akk_date_from_ymd (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return AKK_NO_DATE;
  if (day < 1 || day > days_in_month (year, month))
    return AKK_NO_DATE;

  int march_year = month <= 2 ? year - 1 : year;
  int era = march_year / 400;
  int year_of_era = march_year % 400;
  int day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (gint64) era * DAYS_PER_ERA + day_of_era - DAYS_BEFORE_1970;
}

void
akk_date_to_ymd (gint64 days, int *year, int *month, int *day)
{
  gint64 since = days + DAYS_BEFORE_1970;

  g_return_if_fail (since >= 0 && since < 10001 * (gint64) 366);

  int era = (int) (since / DAYS_PER_ERA);
  int day_of_era = (int) (since % DAYS_PER_ERA);
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int civil_month = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year != NULL)
    *year = era * 400 + year_of_era + (civil_month <= 2 ? 1 : 0);
  if (month != NULL)
    *month = civil_month;
  if (day != NULL)
    *day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

int
akk_date_weekday (gint64 days)
{
  /* 1 January 1970 was a Thursday. */
  return (int) ((((days + 3) % 7) + 7) % 7) + 1;
}

gint64
akk_date_parse (const char *iso)
{
  static const char pattern[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof pattern; i++) {
    gboolean fits = pattern[i] == 'd' ? g_ascii_isdigit (iso[i]) : iso[i] == pattern[i];

    if (!fits)
      return AKK_NO_DATE;
  }
  return akk_date_from_ymd (atoi (iso), atoi (iso + 5), atoi (iso + 8));
}

char *
akk_date_format (gint64 days)
{
  int year, month, day;

  if (days == AKK_NO_DATE)
    return g_strdup ("");
  akk_date_to_ymd (days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}
