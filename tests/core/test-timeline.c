/* Days to places on a line, and what of an action is drawn there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/timeline.h"

static gint64
day (const char *iso)
{
  return iso != NULL ? akk_date_parse (iso) : AKK_NO_DATE;
}

static void
a_stretch_is_whole_quarters_around_a_day (void)
{
  static const struct {
    const char *day;
    AkkTimelineZoom zoom;
    const char *first, *last;
    guint n;
  } cases[] = {
    { "2025-11-17", AKK_TIMELINE_YEAR, "2025-01-01", "2026-03-31", 5 },
    { "2025-01-01", AKK_TIMELINE_YEAR, "2025-01-01", "2026-03-31", 5 },
    { "2025-11-17", AKK_TIMELINE_TWO_YEARS, "2025-01-01", "2026-12-31", 8 },
    { "2025-11-17", AKK_TIMELINE_QUARTER, "2025-07-01", "2026-03-31", 3 },
    { "2024-02-29", AKK_TIMELINE_QUARTER, "2023-10-01", "2024-06-30", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkTimeline stretch = akk_timeline_around (day (cases[i].day), cases[i].zoom);
    g_autofree char *first = akk_date_format (stretch.first);
    g_autofree char *last = akk_date_format (stretch.last);

    g_assert_cmpstr (first, ==, cases[i].first);
    g_assert_cmpstr (last, ==, cases[i].last);
    g_assert_cmpuint (akk_timeline_n_quarters (stretch), ==, cases[i].n);
  }
}

static void
a_stretch_moves_by_quarters (void)
{
  AkkTimeline stretch = akk_timeline_around (day ("2025-11-17"), AKK_TIMELINE_YEAR);
  AkkTimeline earlier = akk_timeline_moved (stretch, -4), later = akk_timeline_moved (stretch, 1);

  g_assert_cmpint (earlier.first, ==, day ("2024-01-01"));
  g_assert_cmpint (earlier.last, ==, day ("2025-03-31"));
  g_assert_cmpint (later.first, ==, day ("2025-04-01"));
  g_assert_cmpint (akk_timeline_moved (later, -1).last, ==, stretch.last);
}

static void
days_lie_evenly_on_the_line (void)
{
  AkkTimeline stretch = akk_timeline_around (day ("2025-11-17"), AKK_TIMELINE_YEAR);
  int year;

  g_assert_cmpfloat (akk_timeline_at (stretch, stretch.first), ==, 0);
  g_assert_cmpfloat (akk_timeline_at (stretch, stretch.last + 1), ==, 1);
  g_assert_cmpfloat_with_epsilon (akk_timeline_at (stretch, day ("2026-01-01")), 365.0 / 455, 1e-9);
  g_assert_cmpfloat (akk_timeline_at (stretch, day ("2024-12-31")), <, 0);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (akk_quarter_of (akk_timeline_quarter (stretch, i), &year), ==, i % 4 + 1);
  g_assert_cmpint (year, ==, 2026);
  g_assert_cmpint (akk_timeline_quarter (stretch, 5), ==, stretch.last + 1);
}

typedef struct {
  const char *starts_on, *deadline, *follow_up, *reported_on;
  AkkActionStatus status;
  const char *from, *to;
  gboolean open_end;
  const char *late_to, *mark;
  gboolean empty;
} SpanCase;

static void
a_bar_says_no_more_than_the_dates_do (void)
{
  static const SpanCase cases[] = {
    /* Start and deadline: from the one to the other. */
    { "2025-02-01", "2025-12-31", NULL, NULL, AKK_ACTION_BUSY, "2025-02-01", "2025-12-31", FALSE,
      NULL, NULL, FALSE },
    /* Late: a tail up to today. Done: none. */
    { "2025-02-01", "2025-10-31", NULL, NULL, AKK_ACTION_BUSY, "2025-02-01", "2025-10-31", FALSE,
      "2025-11-17", NULL, FALSE },
    { "2025-02-01", "2025-10-31", NULL, NULL, AKK_ACTION_DONE, "2025-02-01", "2025-10-31", FALSE,
      NULL, NULL, FALSE },
    /* No deadline: up to the day to look again, or else today; the end is open. */
    { "2025-02-01", NULL, "2026-02-15", NULL, AKK_ACTION_BUSY, "2025-02-01", "2026-02-15", TRUE,
      NULL, "2026-02-15", FALSE },
    { "2025-02-01", NULL, NULL, NULL, AKK_ACTION_BUSY, "2025-02-01", "2025-11-17", TRUE, NULL, NULL,
      FALSE },
    /* Done without a deadline: up to the last news, or its first day alone. */
    { "2025-02-01", NULL, "2026-02-15", "2025-06-01", AKK_ACTION_DONE, "2025-02-01", "2025-06-01",
      FALSE, NULL, NULL, FALSE },
    { "2025-02-01", NULL, NULL, NULL, AKK_ACTION_STOPPED, "2025-02-01", "2025-02-01", FALSE, NULL,
      NULL, FALSE },
    /* A deadline alone is a diamond, no bar. */
    { NULL, "2025-12-31", NULL, NULL, AKK_ACTION_TO_START, NULL, NULL, FALSE, NULL, NULL, FALSE },
    { NULL, NULL, NULL, NULL, AKK_ACTION_BUSY, NULL, NULL, FALSE, NULL, NULL, TRUE },
    /* A deadline before the start is drawn on the start. */
    { "2025-06-01", "2025-05-01", NULL, NULL, AKK_ACTION_DONE, "2025-06-01", "2025-06-01", FALSE,
      NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpanCase *c = &cases[i];
    AkkActionRow row = { .starts_on = day (c->starts_on),
                         .deadline = day (c->deadline),
                         .follow_up = day (c->follow_up),
                         .reported_on = day (c->reported_on),
                         .status = (guint8) c->status };
    AkkTimelineSpan span = akk_timeline_span (&row, day ("2025-11-17"));

    g_test_message ("case %u", i);
    g_assert_cmpint (span.from, ==, day (c->from));
    g_assert_cmpint (span.to, ==, day (c->to));
    g_assert_cmpint (span.open_end, ==, c->open_end);
    g_assert_cmpint (span.deadline, ==, row.deadline);
    g_assert_cmpint (span.late_to, ==, day (c->late_to));
    g_assert_cmpint (span.follow_up, ==, day (c->mark));
    g_assert_cmpint (akk_timeline_span_empty (&span), ==, c->empty);
  }
}

static void
an_extent_holds_all_that_is_drawn (void)
{
  AkkActionRow row = { .starts_on = day ("2025-02-01"),
                       .deadline = day ("2025-10-31"),
                       .follow_up = AKK_NO_DATE,
                       .reported_on = AKK_NO_DATE,
                       .status = AKK_ACTION_BUSY };
  AkkTimelineSpan span = akk_timeline_span (&row, day ("2025-11-17"));
  gint64 first, last;

  akk_timeline_span_extent (&span, &first, &last);
  g_assert_cmpint (first, ==, day ("2025-02-01"));
  g_assert_cmpint (last, ==, day ("2025-11-17"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/a-stretch-is-whole-quarters-around-a-day",
                   a_stretch_is_whole_quarters_around_a_day);
  g_test_add_func ("/timeline/a-stretch-moves-by-quarters", a_stretch_moves_by_quarters);
  g_test_add_func ("/timeline/days-lie-evenly-on-the-line", days_lie_evenly_on_the_line);
  g_test_add_func ("/timeline/a-bar-says-no-more-than-the-dates-do",
                   a_bar_says_no_more_than_the_dates_do);
  g_test_add_func ("/timeline/an-extent-holds-all-that-is-drawn",
                   an_extent_holds_all_that_is_drawn);
  return g_test_run ();
}
