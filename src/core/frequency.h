/* How often a body must meet: "at least n per m months or years", counted in windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/body.h"

G_BEGIN_DECLS

/* One rule: a frequency that a clause states, or one that follows from another duty (a yearly
 * evaluation that is held in this body asks for at least one meeting a year). */
typedef struct {
  gint64 times; /* > 0 */
  gint64 period_months; /* > 0 */
  AkkBodyBasis basis;
  gboolean derived; /* from the yearly evaluation */
  gint64 section_id; /* the clause; 0: none is named */
} AkkFrequency;

/* A stretch of time in which `required` meetings must be held: both days included. */
typedef struct {
  gint64 from, to;
  gint64 required;
} AkkFrequencyWindow;

/* The rules of a body, those that are stated first; none for "ad hoc". Elements AkkFrequency. */
GArray *akk_frequencies (const AkkBody *body) G_GNUC_WARN_UNUSED_RESULT;
/* The strictest of them: most meetings over a common number of months, a stated one before a
 * derived one when equal; NULL for none. */
const AkkFrequency *akk_frequency_strictest (const GArray *frequencies);

/* The windows of a term that runs from `start` up to and including `end` (AKK_NO_DATE: it goes on;
 * then windows up to and including the one that holds `until`, the first one at least). Calendar:
 * from 1 January of the start year in steps of the period; agreement: from the start date. A window
 * that the term cuts keeps its days inside the term and asks for the floor of its share of `times`,
 * counted in whole months (domain: werkgroep 3 a year from 01-10-2021 to 31-12-2025 is 0+3+3+3+3 by
 * calendar year and 3+3+3+3+0 by agreement year). Windows that ask for nothing are there too.
 * Rolling: only the window that ends on `until`, if it lies wholly inside the term. Elements
 * AkkFrequencyWindow, a thousand at most. */
GArray *akk_frequency_windows (const AkkFrequency *self, gint64 start, gint64 end, gint64 until)
    G_GNUC_WARN_UNUSED_RESULT;
/* The sum of `required` over a term that ends; a rolling rule counts as many as fit side by side.
 */
gint64 akk_frequency_total (const AkkFrequency *self, gint64 start, gint64 end);

/* The same day of the month so many months later (or, below zero, earlier), or the last day of that
 * month; AKK_NO_DATE outside the years 1 to 9999. */
gint64 akk_date_add_months (gint64 date, gint64 months);
/* How many whole months fit from the first day up to and including the last. */
gint64 akk_date_whole_months (gint64 from, gint64 to);

G_END_DECLS
