/* The marks of a year in which those that would lie on each other are one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/year-runs.h"

/* Marks of fewer days apart would lie on each other; with fewer than so many to the next one there
 * is no room for the number of the day. */
#define NEAR_DAYS 11
#define ROOMY_DAYS 22

#define MARK(marks, i) (&g_array_index (marks, AkkYearMark, i))
#define RUN(runs, i) (&g_array_index (runs, AkkYearRun, i))

GArray *
akk_year_runs_new (const GArray *marks)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (AkkYearRun));

  for (guint i = 0, next; i < marks->len; i = next) {
    gint64 until = G_MAXINT64;
    AkkYearRun run;

    for (next = i + 1; next < marks->len; next++) {
      until = MARK (marks, next)->date - MARK (marks, i)->date;
      if (until >= NEAR_DAYS)
        break;
      until = G_MAXINT64;
    }
    run = (AkkYearRun) { i, next - i, until >= ROOMY_DAYS };
    g_array_append_val (runs, run);
  }
  return runs;
}

static gboolean
marks_equal (const AkkYearMark *one, const AkkYearMark *two)
{
  return one->id == two->id && one->date == two->date && one->glyph == two->glyph &&
         g_str_equal (one->state, two->state);
}

static gboolean
runs_equal (const AkkYearRun *one, const GArray *marks, const AkkYearRun *two, const GArray *others)
{
  if (one->n != two->n || one->roomy != two->roomy)
    return FALSE;
  for (guint i = 0; i < one->n; i++)
    if (!marks_equal (MARK (marks, one->first + i), MARK (others, two->first + i)))
      return FALSE;
  return TRUE;
}

void
akk_year_runs_compare (const GArray *old_runs,
                       const GArray *old_marks,
                       const GArray *runs,
                       const GArray *marks,
                       guint *at_start,
                       guint *at_end)
{
  guint most = MIN (old_runs->len, runs->len);

  *at_start = *at_end = 0;
  while (*at_start < most &&
         runs_equal (RUN (old_runs, *at_start), old_marks, RUN (runs, *at_start), marks))
    (*at_start)++;
  while (*at_end < most - *at_start &&
         runs_equal (RUN (old_runs, old_runs->len - 1 - *at_end), old_marks,
                     RUN (runs, runs->len - 1 - *at_end), marks))
    (*at_end)++;
}
