/* The cheapest dates for a rule that asks for one meeting in any period of that length.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dynamic programme over points: the days that are possible, and the meetings that are there,
 * which none can leap over. A point is in time when it comes by the deadline of the one before. */
#include "config.h"

#include "core/dates.h"
#include "core/proposal-private.h"

#define ONE_MEETING (G_GINT64_CONSTANT (10000000))
#define ONE_LATE (G_GINT64_CONSTANT (1000000) * ONE_MEETING)

/* Where no date is in time: how long after the first one that is possible it may still be. */
#define LATE_DAYS 92
#define DAYS_PER_WEEK 7

typedef struct {
  gint64 date;
  gint64 cost; /* of a day to choose; -1: a meeting that is there */
  gint64 deadline; /* of the meeting after it */
  gint64 best; /* what is still to come after it */
  guint next; /* the point after it; G_MAXUINT: none is needed */
} Point;

typedef struct {
  const AkkPlanBody *body;
  const AkkPlanDays *days;
  const AkkFrequency *rule;
  gint64 until; /* deadlines after this day need not be met */
  GArray *points; /* Point, by date; the first one is where it starts */
  guint last_there; /* the last point that is a meeting that is there */
} Search;

#define POINT(self, i) (&g_array_index ((self)->points, Point, i))

gint64
akk_plan_deadline (const AkkFrequency *rule, gint64 date)
{
  gint64 last;

  /* The first window without the meeting begins the day after it. */
  last = akk_date_add_months (date, rule->period_months);
  if (last == AKK_NO_DATE)
    return G_MAXINT64;
  while (akk_date_add_months (last + 1, -rule->period_months) <= date)
    last++;
  while (akk_date_add_months (last, -rule->period_months) > date)
    last--;
  return last;
}

static AkkPlanChoice
choice_after (Search *self, guint from, guint to)
{
  gint64 before = POINT (self, from)->date, date = POINT (self, to)->date;
  gint64 deadline = POINT (self, from)->deadline;
  /* It is too late already: as soon as possible. */
  gint64 target = MAX (deadline, self->days->first);

  return (AkkPlanChoice) { .date = date,
                           .from = before + 1,
                           .to = MAX (deadline, date),
                           .target = target,
                           .last_week = deadline - DAYS_PER_WEEK + 1,
                           .last_day = deadline };
}

static gint64
cost_after (Search *self, const Point *before, const Point *point)
{
  gint64 deadline = before->deadline;
  gboolean late = point->date > deadline && deadline >= self->days->first;
  gint64 cost = point->best + (late ? ONE_LATE : 0);

  if (point->cost < 0)
    return cost;
  return cost + point->cost + ONE_MEETING +
         akk_plan_window_cost (point->date, MAX (deadline, self->days->first),
                               deadline - DAYS_PER_WEEK + 1, deadline);
}

static void
find_next (Search *self, guint i)
{
  Point *point = POINT (self, i);
  gint64 deadline = point->deadline;
  gint64 latest;
  gboolean any = FALSE;

  point->next = G_MAXUINT;
  point->best = 0;
  if (deadline > self->until)
    return;
  latest = MAX (deadline, self->days->first) + LATE_DAYS;
  /* Never is worse than late, and worse the longer it lasts. */
  point->best = i >= self->last_there
                    ? (self->until - MAX (deadline, self->days->first) + 2) * ONE_LATE
                    : G_MAXINT64;
  for (guint n = i + 1; n < self->points->len; n++) {
    const Point *other = POINT (self, n);
    gint64 cost;

    if (other->cost >= 0 && point->cost >= 0 &&
        other->date - point->date < akk_plan_gap (self->body))
      continue;
    if (any && other->date > latest)
      break;
    cost = cost_after (self, point, other);
    if (cost < point->best) {
      point->best = cost;
      point->next = n;
    }
    any = TRUE;
    if (other->cost < 0)
      break;
  }
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const Point *one = a, *two = b;

  return one->date < two->date ? -1 : one->date > two->date;
}

/* The last meeting before the days to plan, else the day before the term; then the days and the
 * meetings that are there. */
static void
add_points (Search *self)
{
  Point start = { .date = self->body->start - 1, .cost = -1 };

  for (guint i = 0; i < self->body->meetings->len; i++) {
    Point point = { .date = g_array_index (self->body->meetings, gint64, i), .cost = -1 };

    if (point.date < self->days->first)
      start.date = MAX (start.date, point.date);
    else
      g_array_append_val (self->points, point);
  }
  g_array_append_val (self->points, start);
  for (gint64 date = self->days->first; date <= self->days->last; date++) {
    Point point = { .date = date, .cost = self->days->days[date - self->days->first].cost };

    if (point.cost >= 0)
      g_array_append_val (self->points, point);
  }
  g_array_sort (self->points, compare_points);
  for (guint i = 0; i < self->points->len; i++) {
    POINT (self, i)->deadline = akk_plan_deadline (self->rule, POINT (self, i)->date);
    if (POINT (self, i)->cost < 0)
      self->last_there = i;
  }
}

static void
add_short (Search *self, guint i, AkkPlanSolution *solution)
{
  gint64 date = POINT (self, i)->date;
  gint64 deadline = POINT (self, i)->deadline;
  AkkPlanWindow window = { .from = date + 1,
                           .to = deadline,
                           .first = MAX (date + 1, self->days->first),
                           .last = deadline,
                           .need = 1,
                           .last_week = AKK_NO_DATE,
                           .last_day = AKK_NO_DATE };

  if (deadline >= self->days->first)
    g_array_append_val (solution->short_windows, window);
}

static void
walk (Search *self, AkkPlanSolution *solution)
{
  guint i = 0;

  while (POINT (self, i)->next != G_MAXUINT) {
    guint next = POINT (self, i)->next;

    if (POINT (self, next)->cost >= 0) {
      AkkPlanChoice choice = choice_after (self, i, next);

      g_array_append_val (solution->choices, choice);
    }
    if (POINT (self, next)->date > POINT (self, i)->deadline)
      add_short (self, i, solution);
    i = next;
  }
  if (POINT (self, i)->deadline <= self->until)
    add_short (self, i, solution);
}

AkkPlanSolution *
akk_plan_solve_rolling (const AkkPlanner *planner,
                        const AkkPlanBody *body,
                        const AkkPlanRules *rules)
{
  AkkPlanSolution *solution = g_new0 (AkkPlanSolution, 1);
  AkkPlanDays *days = akk_plan_days_new (planner, body, rules);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  Search self = { .body = body,
                  .days = days,
                  .rule = akk_frequency_strictest (body->frequencies),
                  .until = akk_plan_last_day (planner, body),
                  .points = points };

  solution->days = days;
  solution->choices = g_array_new (FALSE, FALSE, sizeof (AkkPlanChoice));
  solution->short_windows = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
  if (body->start == AKK_NO_DATE || days->first > days->last)
    return solution;
  add_points (&self);
  for (guint i = points->len; i-- > 0;)
    find_next (&self, i);
  walk (&self, solution);
  return solution;
}
