/* How often a body must meet, counted in windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/frequency.h"

#include "core/dates.h"

#define MAX_WINDOWS 1000
#define MONTHS_PER_YEAR 12

/* --- Months --- */

gint64
akk_date_add_months (gint64 date, gint64 months)
{
  int year, month, day;
  gint64 counted;

  if (date == AKK_NO_DATE)
    return AKK_NO_DATE;
  akk_date_to_ymd (date, &year, &month, &day);
  counted = (gint64) year * MONTHS_PER_YEAR + month - 1 + months;
  if (counted < MONTHS_PER_YEAR || counted >= 10000 * MONTHS_PER_YEAR)
    return AKK_NO_DATE;
  for (; day > 0; day--) {
    gint64 found = akk_date_from_ymd ((int) (counted / MONTHS_PER_YEAR),
                                      (int) (counted % MONTHS_PER_YEAR) + 1, day);

    if (found != AKK_NO_DATE)
      return found;
  }
  return AKK_NO_DATE;
}

gint64
akk_date_whole_months (gint64 from, gint64 to)
{
  int year, month, last_year, last_month;
  gint64 months;

  akk_date_to_ymd (from, &year, &month, NULL);
  akk_date_to_ymd (to + 1, &last_year, &last_month, NULL);
  months = (gint64) (last_year - year) * MONTHS_PER_YEAR + last_month - month;
  while (months > 0 && akk_date_add_months (from, months) > to + 1)
    months--;
  return MAX (months, 0);
}

/* --- Rules --- */

GArray *
akk_frequencies (const AkkBody *body)
{
  GArray *frequencies = g_array_new (FALSE, FALSE, sizeof (AkkFrequency));

  if (body->times > 0) {
    AkkFrequency stated = { body->times,
                            MAX (body->period, 1) *
                                (body->unit == AKK_BODY_YEARS ? MONTHS_PER_YEAR : 1),
                            (AkkBodyBasis) body->basis, FALSE, body->section_id };
    g_array_append_val (frequencies, stated);
  }
  if (body->evaluates) {
    AkkFrequency derived = { 1, MONTHS_PER_YEAR, (AkkBodyBasis) body->basis, TRUE,
                             body->evaluation_section_id };
    g_array_append_val (frequencies, derived);
  }
  return frequencies;
}

const AkkFrequency *
akk_frequency_strictest (const GArray *frequencies)
{
  const AkkFrequency *strictest = NULL;

  for (guint i = 0; i < frequencies->len; i++) {
    const AkkFrequency *rule = &g_array_index (frequencies, AkkFrequency, i);

    if (strictest == NULL ||
        rule->times * strictest->period_months > strictest->times * rule->period_months)
      strictest = rule;
  }
  return strictest;
}

/* --- Windows --- */

static void
add_window (GArray *windows, gint64 from, gint64 to, gint64 required)
{
  AkkFrequencyWindow window = { from, to, required };

  g_array_append_val (windows, window);
}

static void
add_rolling_window (
    GArray *windows, const AkkFrequency *self, gint64 start, gint64 end, gint64 until)
{
  gint64 from = akk_date_add_months (until + 1, -self->period_months);

  if (from != AKK_NO_DATE && from >= start && (end == AKK_NO_DATE || until <= end))
    add_window (windows, from, until, self->times);
}

/* The day from which the windows are counted. */
static gint64
first_day (const AkkFrequency *self, gint64 start)
{
  int year;

  if (self->basis == AKK_BASIS_AGREEMENT)
    return start;
  akk_date_to_ymd (start, &year, NULL, NULL);
  return akk_date_from_ymd (year, 1, 1);
}

GArray *
akk_frequency_windows (const AkkFrequency *self, gint64 start, gint64 end, gint64 until)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (AkkFrequencyWindow));
  gint64 last = end != AKK_NO_DATE ? end : MAX (until, start);
  gint64 first, from;

  if (start == AKK_NO_DATE || last < start)
    return windows;
  if (self->basis == AKK_BASIS_ROLLING) {
    add_rolling_window (windows, self, start, end, until);
    return windows;
  }
  first = first_day (self, start);
  from = first;
  for (gint64 i = 1; from <= last && windows->len < MAX_WINDOWS; i++) {
    gint64 next = akk_date_add_months (first, i * self->period_months);
    gint64 cut_from = MAX (from, start), cut_to;

    if (next == AKK_NO_DATE)
      break;
    cut_to = end != AKK_NO_DATE ? MIN (next - 1, end) : next - 1;
    if (cut_from == from && cut_to == next - 1)
      add_window (windows, from, cut_to, self->times);
    else if (cut_to >= cut_from)
      add_window (windows, cut_from, cut_to,
                  self->times * akk_date_whole_months (cut_from, cut_to) / self->period_months);
    from = next;
  }
  return windows;
}

gint64
akk_frequency_total (const AkkFrequency *self, gint64 start, gint64 end)
{
  g_autoptr (GArray) windows = NULL;
  gint64 total = 0;

  g_return_val_if_fail (start != AKK_NO_DATE && end != AKK_NO_DATE, 0);

  if (self->basis == AKK_BASIS_ROLLING)
    return end < start ? 0 : akk_date_whole_months (start, end) / self->period_months * self->times;
  windows = akk_frequency_windows (self, start, end, end);
  for (guint i = 0; i < windows->len; i++)
    total += g_array_index (windows, AkkFrequencyWindow, i).required;
  return total;
}
