/* The words of obligations, in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/obligations-private.h"

#define DAY_S G_GINT64_CONSTANT (86400)

char *
akk_duty_words (const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list values;

  va_start (values, format);
  words = g_strdup_vprintf (format, values);
  va_end (values);
  return g_ref_string_new (words);
}

const char *
akk_duty_day (AkkWeighing *weighing, gint64 date)
{
  const char *words = g_hash_table_lookup (weighing->days, &date);
  g_autoptr (GDateTime) time = NULL;
  char *made;
  int year, this_year;

  if (words != NULL)
    return words;
  time = g_date_time_new_from_unix_utc (date * DAY_S);
  akk_date_to_ymd (date, &year, NULL, NULL);
  akk_date_to_ymd (weighing->day, &this_year, NULL, NULL);
  made = g_date_time_format (time, year == this_year ? _ ("%-d %B") : _ ("%-d %B %Y"));
  g_hash_table_insert (weighing->days, g_memdup2 (&date, sizeof date), made);
  return made;
}

char *
akk_duty_rhythm (const AkkFrequency *rule)
{
  gboolean years = rule->period_months % 12 == 0;
  int period = (int) (years ? rule->period_months / 12 : rule->period_months);
  int times = (int) rule->times;
  gulong n = (gulong) rule->times;

  if (rule->derived)
    return g_ref_string_new (_ ("at least once a year, because of the yearly evaluation"));
  if (years && period == 1)
    return akk_duty_words (ngettext ("at least %d time a year", "at least %d times a year", n),
                           times);
  if (years)
    return akk_duty_words (
        ngettext ("at least %d time every %d years", "at least %d times every %d years", n), times,
        period);
  if (period == 1)
    return akk_duty_words (ngettext ("at least %d time a month", "at least %d times a month", n),
                           times);
  return akk_duty_words (
      ngettext ("at least %d time every %d months", "at least %d times every %d months", n), times,
      period);
}
