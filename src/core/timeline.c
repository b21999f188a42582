/* A stretch of time on a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/timeline.h"

#include "core/dates.h"

#define MONTHS_PER_QUARTER 3
#define QUARTERS_PER_YEAR 4

/* Quarters since the year 0. */
static int
quarter_number (gint64 day)
{
  int year, month;

  akk_date_to_ymd (day, &year, &month, NULL);
  return year * QUARTERS_PER_YEAR + (month - 1) / MONTHS_PER_QUARTER;
}

static gint64
quarter_start (int number)
{
  return akk_date_from_ymd (number / QUARTERS_PER_YEAR,
                            number % QUARTERS_PER_YEAR * MONTHS_PER_QUARTER + 1, 1);
}

static AkkTimeline
stretch (int first_quarter, int n)
{
  return (AkkTimeline) { quarter_start (first_quarter), quarter_start (first_quarter + n) - 1 };
}

AkkTimeline
akk_timeline_around (gint64 day, AkkTimelineZoom zoom)
{
  int quarter = quarter_number (day), year = quarter - quarter % QUARTERS_PER_YEAR;

  switch (zoom) {
  case AKK_TIMELINE_QUARTER:
    return stretch (quarter - 1, 3);
  case AKK_TIMELINE_TWO_YEARS:
    return stretch (year, 2 * QUARTERS_PER_YEAR);
  case AKK_TIMELINE_YEAR:
  case AKK_TIMELINE_N_ZOOMS:
  default:
    return stretch (year, QUARTERS_PER_YEAR + 1);
  }
}

AkkTimeline
akk_timeline_moved (AkkTimeline self, int quarters)
{
  return stretch (quarter_number (self.first) + quarters, (int) akk_timeline_n_quarters (self));
}

guint
akk_timeline_n_quarters (AkkTimeline self)
{
  return (guint) (quarter_number (self.last) - quarter_number (self.first) + 1);
}

gint64
akk_timeline_quarter (AkkTimeline self, guint quarter)
{
  return quarter_start (quarter_number (self.first) + (int) quarter);
}

int
akk_quarter_of (gint64 day, int *year)
{
  int number = quarter_number (day);

  if (year != NULL)
    *year = number / QUARTERS_PER_YEAR;
  return number % QUARTERS_PER_YEAR + 1;
}

double
akk_timeline_at (AkkTimeline self, gint64 day)
{
  return (double) (day - self.first) / (double) (self.last + 1 - self.first);
}

static gint64
later (gint64 one, gint64 other)
{
  return one == AKK_NO_DATE || (other != AKK_NO_DATE && other > one) ? other : one;
}

AkkTimelineSpan
akk_timeline_span (const AkkActionRow *row, gint64 day)
{
  gboolean open = akk_action_row_open (row);
  AkkTimelineSpan span = { .from = AKK_NO_DATE,
                           .to = AKK_NO_DATE,
                           .deadline = row->deadline,
                           .late_to = akk_action_row_late (row, day) ? day : AKK_NO_DATE,
                           .follow_up = open ? row->follow_up : AKK_NO_DATE };

  if (row->starts_on == AKK_NO_DATE)
    return span;
  span.from = row->starts_on;
  span.to = row->deadline;
  if (span.to == AKK_NO_DATE) {
    span.open_end = open;
    span.to = later (span.follow_up, open ? day : row->reported_on);
  }
  /* A deadline before the start, or a start after today, still has a day to be drawn on. */
  span.to = later (span.to, span.from);
  return span;
}

gboolean
akk_timeline_span_empty (const AkkTimelineSpan *self)
{
  return self->from == AKK_NO_DATE && self->deadline == AKK_NO_DATE &&
         self->follow_up == AKK_NO_DATE;
}

void
akk_timeline_span_extent (const AkkTimelineSpan *self, gint64 *first, gint64 *last)
{
  const gint64 days[] = { self->from, self->to, self->deadline, self->late_to, self->follow_up };

  *first = *last = AKK_NO_DATE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    if (days[i] == AKK_NO_DATE)
      continue;
    *first = *first == AKK_NO_DATE ? days[i] : MIN (*first, days[i]);
    *last = *last == AKK_NO_DATE ? days[i] : MAX (*last, days[i]);
  }
}
