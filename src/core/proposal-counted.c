/* The cheapest dates for rules that ask for several meetings in any period of that length.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each meeting has a row of nodes, one for each of its possible days but the last: near means that
 * it comes after that day. What a day costs, and each day away from an even spread, is what it
 * costs to part neighbours in such rows, and what is not possible is never parted: the least cut is
 * the optimum over all combinations. */
#include "config.h"

#include "core/dates.h"
#include "core/least-cut.h"
#include "core/proposal-spans.h"

#define DAYS_PER_WEEK 7
/* Months differ in length: so much shorter than usual are they at most. */
#define SHORT_MONTHS 3

typedef struct {
  AkkPlanSpans *spans;
  gint64 spread;
  guint n; /* meetings */
  guint *rows; /* the first node of each */
  AkkCut *cut;
} Search;

#define EARLIEST(self, k) (g_array_index ((self)->spans->earliest, guint, (k)))
#define LATEST(self, k) (g_array_index ((self)->spans->latest, guint, (k)))
#define DATE(self, i) (AKK_PLAN_POINT ((self)->spans, i)->date)

gint64
akk_plan_spread (const AkkFrequency *rule)
{
  gint64 days = rule->period_months * 3652425 / 120000 - SHORT_MONTHS;

  return MAX ((days - DAYS_PER_WEEK) / rule->times, 1);
}

/* --- The network --- */

/* "The k-th meeting comes after so many of the points." */
static guint
node_after (Search *self, guint k, guint count)
{
  if (count <= EARLIEST (self, k))
    return AKK_CUT_NEAR;
  return count > LATEST (self, k) ? AKK_CUT_FAR : self->rows[k] + count - EARLIEST (self, k) - 1;
}

static void
join (Search *self, guint from, guint to, gint64 cost, gint64 back)
{
  gboolean ends = from == AKK_CUT_FAR || to == AKK_CUT_NEAR;

  if (from != to && (cost + back) > 0 && !(ends && back == 0))
    akk_cut_join (self->cut, from, to, cost, back);
}

/* The last meeting before the days to plan. */
static gint64
last_before (Search *self)
{
  return g_array_index (self->spans->before, gint64, self->spans->before->len - 1);
}

/* Where the meeting after one on that date belongs. */
static gint64
target_after (Search *self, gint64 date)
{
  return MAX (date + self->spread, self->spans->days->first);
}

static void
add_row (Search *self, guint k)
{
  for (guint i = EARLIEST (self, k); i <= LATEST (self, k); i++) {
    const AkkPlanPoint *point = AKK_PLAN_POINT (self->spans, i);
    gint64 cost = MAX (point->cost, 0);

    if (k == 0)
      cost += ABS (point->date - target_after (self, last_before (self)));
    join (self, node_after (self, k, i), node_after (self, k, i + 1), cost, AKK_CUT_NEVER);
  }
}

/* Each day away from an even spread costs a point. */
static void
add_spread (Search *self, guint k)
{
  gint64 from =
      MIN (DATE (self, EARLIEST (self, k + 1)), DATE (self, EARLIEST (self, k)) + self->spread);
  gint64 to = MAX (DATE (self, LATEST (self, k + 1)), DATE (self, LATEST (self, k)) + self->spread);
  guint last_later = AKK_CUT_NEAR, last_before = AKK_CUT_NEAR;
  gint64 cost = 0;

  for (gint64 date = from; date <= to; date++) {
    guint later = node_after (self, k + 1, akk_plan_spans_by (self->spans, date));
    guint before = node_after (self, k, akk_plan_spans_by (self->spans, date - self->spread));

    if (later != last_later || before != last_before) {
      join (self, last_later, last_before, cost, cost);
      cost = 0;
    }
    last_later = later;
    last_before = before;
    cost++;
  }
  join (self, last_later, last_before, cost, cost);
}

/* Where a meeting comes after so many points, others must too. */
static void
add_limits (Search *self, guint k)
{
  AkkPlanSpans *spans = self->spans;
  guint there = spans->points->len; /* the last meeting that is there among them */

  for (guint i = 0; i < EARLIEST (self, k); i++)
    if (AKK_PLAN_POINT (spans, i)->cost < 0)
      there = i;
  for (guint i = EARLIEST (self, k) + 1; i <= LATEST (self, k); i++) {
    guint here = node_after (self, k, i);

    if (AKK_PLAN_POINT (spans, i - 1)->cost < 0)
      there = i - 1;

    if (k + 1 < self->n)
      join (self, here, node_after (self, k + 1, spans->gap_after[i]), AKK_CUT_NEVER, 0);
    for (guint r = 0; r < spans->n_rules; r++)
      if (k >= spans->rules[r]->times)
        join (self, here, node_after (self, k - (guint) spans->rules[r]->times, spans->least[r][i]),
              AKK_CUT_NEVER, 0);
    if (k > 0 && there < spans->points->len)
      join (self, here, node_after (self, k - 1, there), AKK_CUT_NEVER, 0);
  }
}

/* The point of each meeting. */
static guint *
choose (Search *self)
{
  guint *points = g_new (guint, self->n);
  guint n_nodes = AKK_CUT_FIRST;

  self->rows = g_new (guint, self->n);
  for (guint k = 0; k < self->n; k++) {
    self->rows[k] = n_nodes;
    n_nodes += LATEST (self, k) - EARLIEST (self, k);
  }
  self->cut = akk_cut_new (n_nodes);
  for (guint k = 0; k < self->n; k++) {
    add_row (self, k);
    add_limits (self, k);
    if (k + 1 < self->n)
      add_spread (self, k);
  }
  akk_cut_part (self->cut);
  for (guint k = 0; k < self->n; k++) {
    points[k] = EARLIEST (self, k);
    while (points[k] < LATEST (self, k) &&
           akk_cut_is_near (self->cut, node_after (self, k, points[k] + 1)))
      points[k]++;
  }
  akk_cut_free (self->cut);
  g_free (self->rows);
  return points;
}

/* --- The solution --- */

/* The last day on which the k-th meeting is in time. */
static gint64
deadline_of (Search *self, const guint *points, guint k)
{
  gint64 deadline = G_MAXINT64;

  for (guint r = 0; r < self->spans->n_rules; r++) {
    const AkkFrequency *rule = self->spans->rules[r];
    gint64 place = (gint64) k - rule->times;
    gint64 date = place >= 0 ? DATE (self, points[place])
                             : g_array_index (self->spans->before, gint64,
                                              (gint64) self->spans->before->len + place);

    deadline = MIN (deadline, akk_plan_deadline (rule, date));
  }
  return deadline;
}

static void
add_choices (Search *self, const guint *points, GArray *choices)
{
  for (guint k = 0; k < self->n; k++) {
    gint64 date = DATE (self, points[k]);
    gint64 before = k > 0 ? DATE (self, points[k - 1]) : last_before (self);
    AkkPlanChoice choice = { .date = date,
                             .from = before + 1,
                             .to = MAX (deadline_of (self, points, k), date),
                             .target = target_after (self, before),
                             .last_week = AKK_NO_DATE,
                             .last_day = AKK_NO_DATE };

    if (AKK_PLAN_POINT (self->spans, points[k])->cost >= 0)
      g_array_append_val (choices, choice);
  }
}

AkkPlanSolution *
akk_plan_solve_counted (const AkkPlanner *planner,
                        const AkkPlanBody *body,
                        const AkkPlanRules *rules)
{
  AkkPlanSolution *solution = g_new0 (AkkPlanSolution, 1);
  AkkPlanDays *days = akk_plan_days_new (planner, body, rules);
  g_autoptr (AkkPlanSpans) spans = NULL;
  g_autofree guint *points = NULL;
  Search self = { .spread = akk_plan_spread (akk_frequency_strictest (body->frequencies)) };

  solution->days = days;
  solution->choices = g_array_new (FALSE, FALSE, sizeof (AkkPlanChoice));
  solution->short_windows = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
  if (body->start == AKK_NO_DATE || days->first > days->last)
    return solution;
  self.spans = spans = akk_plan_spans_new (planner, body, days);
  self.n = spans->latest->len;
  points = choose (&self);
  add_choices (&self, points, solution->choices);
  g_array_append_vals (solution->short_windows, spans->missed->data, spans->missed->len);
  return solution;
}

/* --- Other days --- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

/* The meetings that come after a choice. */
static GArray *
days_after (const AkkPlanBody *body, const AkkPlanSolution *solution, guint index)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 date = g_array_index (solution->choices, AkkPlanChoice, index).date;

  for (guint i = 0; i < body->meetings->len; i++)
    if (g_array_index (body->meetings, gint64, i) > date)
      g_array_append_val (days, g_array_index (body->meetings, gint64, i));
  for (guint i = index + 1; i < solution->choices->len; i++)
    g_array_append_val (days, g_array_index (solution->choices, AkkPlanChoice, i).date);
  g_array_sort (days, compare_days);
  return days;
}

/* What a meeting on that date asks of those after it. */
static gboolean
in_time (const GArray *after, const AkkFrequency *rule, gint64 date, gint64 until)
{
  gint64 deadline = akk_plan_deadline (rule, date);

  return deadline > until ||
         (rule->times <= after->len && g_array_index (after, gint64, rule->times - 1) <= deadline);
}

gboolean
akk_plan_keeps_rolling (const AkkPlanner *self,
                        const AkkPlanBody *body,
                        const AkkPlanSolution *solution,
                        guint index,
                        gint64 date)
{
  g_autoptr (GArray) after = days_after (body, solution, index);
  gint64 proposed = g_array_index (solution->choices, AkkPlanChoice, index).date;
  gint64 until = akk_plan_last_day (self, body);

  for (guint r = 0; r < body->frequencies->len; r++) {
    const AkkFrequency *rule = &g_array_index (body->frequencies, AkkFrequency, r);

    if (!in_time (after, rule, date, until) && in_time (after, rule, proposed, until))
      return FALSE;
  }
  return TRUE;
}
