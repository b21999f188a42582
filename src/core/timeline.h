/* A stretch of time on a line: days to places and back, quarters, and what of an action is drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places are fractions of the line: 0 is its left end, 1 its right end. A day takes the room from
 * akk_timeline_at (day) to akk_timeline_at (day + 1). */
#pragma once

#include "core/action-rows.h"

G_BEGIN_DECLS

typedef enum {
  AKK_TIMELINE_QUARTER, /* the quarter, and one before and after it */
  AKK_TIMELINE_YEAR, /* its four quarters and the next */
  AKK_TIMELINE_TWO_YEARS,
  AKK_TIMELINE_N_ZOOMS,
} AkkTimelineZoom;

typedef struct {
  gint64 first, last; /* the days at its ends, inclusive: whole quarters */
} AkkTimeline;

/* The stretch that shows `day`: the year of it, or two from that year on, or three quarters with
 * its own in the middle. */
AkkTimeline akk_timeline_around (gint64 day, AkkTimelineZoom zoom);
/* The same stretch so many quarters later (or earlier). */
AkkTimeline akk_timeline_moved (AkkTimeline self, int quarters);
guint akk_timeline_n_quarters (AkkTimeline self);
/* The first day of a quarter of it, counted from 0; n_quarters gives the day after the last. */
gint64 akk_timeline_quarter (AkkTimeline self, guint quarter);
/* The quarter of its year that a day is in: 1 to 4. */
int akk_quarter_of (gint64 day, int *year);
/* May lie outside 0..1. */
double akk_timeline_at (AkkTimeline self, gint64 day);

/* What of an action is drawn. A date that is missing is AKK_NO_DATE. */
typedef struct {
  gint64 from, to; /* the bar, inclusive; none: `from` is AKK_NO_DATE */
  gboolean open_end; /* nobody said when the bar ends */
  gint64 deadline; /* the diamond */
  gint64 late_to; /* the tail from the deadline up to the day; none: AKK_NO_DATE */
  gint64 follow_up; /* the hollow mark */
} AkkTimelineSpan;

/* A bar needs a start. Without a deadline it goes up to the day to look again, else (open) up to
 * `day`, else up to the last news. */
AkkTimelineSpan akk_timeline_span (const AkkActionRow *row, gint64 day);
/* Whether nothing is drawn: it has no dates. */
gboolean akk_timeline_span_empty (const AkkTimelineSpan *self);
/* The first and last day that anything is drawn on. Not of an empty one. */
void akk_timeline_span_extent (const AkkTimelineSpan *self, gint64 *first, gint64 *last);

G_END_DECLS
