/* The cheapest dates for rules that count by calendar year or by year of the agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dynamic programme from the last day back to the first. Its state: a day, and how many meetings
 * were planned in the window of either rule in which that day lies. What is still to come costs the
 * same whatever came before, so the cheapest of "no meeting today" and "one today" is the optimum.
 */
#include "config.h"

#include "core/dates.h"
#include "core/proposal-private.h"

/* More than all dates together can cost; more than all meetings together. */
#define ONE_MEETING (G_GINT64_CONSTANT (10000000))
#define ONE_SHORT (G_GINT64_CONSTANT (1000000) * ONE_MEETING)

#define COST_LAST_WEEK 12
#define DAYS_PER_WEEK 7
#define N_RULES 2

#define WINDOW(array, i) (&g_array_index (array, AkkPlanWindow, i))

typedef struct {
  const AkkPlanner *planner;
  const AkkPlanBody *body;
  const AkkPlanDays *days;
  GArray *windows[N_RULES]; /* AkkPlanWindow; the rule that spreads the meetings first */
  guint *next[N_RULES]; /* per day, and one more: the first window that is not over */
  gint64 most[N_RULES]; /* the greatest need of its windows */
  gint64 *best; /* what is still to come, by day and by both counts */
} Search;

/* --- Windows --- */

static gint64
count_between (const GArray *days, gint64 from, gint64 to)
{
  gint64 n = 0;

  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, gint64, i) >= from && g_array_index (days, gint64, i) <= to;
  return n;
}

static gint64
count_months (gint64 from, gint64 to)
{
  gint64 months = 0;

  while (akk_date_add_months (from, months + 1) != AKK_NO_DATE &&
         akk_date_add_months (from, months + 1) <= to + 1)
    months++;
  return months;
}

/* The last day of the window that is no day off, and the Monday of its week. */
static void
find_last_week (const AkkPlanner *self, AkkPlanWindow *window, const AkkPlanRules *rules)
{
  gboolean school = (rules->flags & AKK_PROPOSAL_ALLOW_SCHOOL) == 0;

  window->last_week = window->last_day = AKK_NO_DATE;
  if (window->to > self->last)
    return;
  for (gint64 date = window->to; date >= MAX (window->from, self->first); date--) {
    if (akk_date_weekday (date) >= AKK_WEEKDAY_SATURDAY ||
        akk_days_off_on (self->days_off, date, AKK_HOLIDAY_PUBLIC) != NULL ||
        (school && akk_days_off_on (self->days_off, date, AKK_HOLIDAY_SCHOOL) != NULL))
      continue;
    window->last_day = date;
    window->last_week = date - akk_date_weekday (date) + 1;
    return;
  }
}

/* What a window still asks for; FALSE when that is nothing. */
static gboolean
measure (const AkkPlanner *self,
         const AkkPlanBody *body,
         const AkkFrequencyWindow *frequency,
         AkkPlanWindow *window)
{
  gint64 there = count_between (body->meetings, frequency->from, frequency->to);
  gint64 missing = frequency->required - there;
  gint64 first = akk_plan_first_day (self, body);

  if (missing <= 0 || frequency->to < MAX (self->from, self->today) || frequency->from > self->to)
    return FALSE;
  window->from = frequency->from;
  window->to = frequency->to;
  window->first = MAX (frequency->from, first);
  window->last = MIN (frequency->to, akk_plan_last_day (self, body));
  window->spread_from = window->first;
  window->spread_n = missing + count_between (body->meetings, window->first, frequency->to);
  window->cut = frequency->to > self->to;
  window->need = missing;
  if (window->cut) {
    gint64 whole = MAX (count_months (frequency->from, frequency->to), 1);
    gint64 share =
        (2 * frequency->required * count_months (frequency->from, self->to) + whole) / (2 * whole);

    window->need = MIN (share - count_between (body->meetings, frequency->from, self->to), missing);
  }
  return window->need > 0;
}

GArray *
akk_plan_windows (const AkkPlanner *self,
                  const AkkPlanBody *body,
                  const AkkFrequency *rule,
                  const AkkPlanRules *rules)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
  g_autoptr (GArray) all = NULL;

  if (body->start == AKK_NO_DATE)
    return windows;
  all = akk_frequency_windows (rule, body->start, body->end, self->to);
  for (guint i = 0; i < all->len; i++) {
    AkkPlanWindow window;

    if (!measure (self, body, &g_array_index (all, AkkFrequencyWindow, i), &window))
      continue;
    find_last_week (self, &window, rules);
    g_array_append_val (windows, window);
  }
  return windows;
}

gint64
akk_plan_target (const AkkPlanBody *body, const AkkPlanWindow *window, gint64 date, gint64 n)
{
  gint64 k = n + count_between (body->meetings, window->spread_from, date - 1);

  return window->spread_from +
         (2 * k - 1) * (window->to - window->spread_from + 1) / (2 * window->spread_n);
}

gint64
akk_plan_window_cost (gint64 date, gint64 target, gint64 last_week, gint64 last_day)
{
  gboolean last = last_week != AKK_NO_DATE && date >= last_week && date <= last_day;

  return ABS (date - target) + (last ? COST_LAST_WEEK : 0);
}

/* --- The search --- */

static gint64 *
best_at (Search *self, gint64 date, gint64 a, gint64 b)
{
  return &self->best[((date - self->days->first) * (self->most[0] + 1) + a) * (self->most[1] + 1) +
                     b];
}

/* The window of a rule in which a meeting on that day is still wanted, or NULL. */
static const AkkPlanWindow *
wanted (Search *self, guint rule, gint64 date, gint64 count)
{
  guint i = self->next[rule][date - self->days->first];
  const AkkPlanWindow *window;

  if (i >= self->windows[rule]->len)
    return NULL;
  window = WINDOW (self->windows[rule], i);
  return window->first <= date && count < window->need ? window : NULL;
}

/* What is missing in the windows that are over by `to`, with so many meetings in that of `from`. */
static gint64
close_windows (Search *self, guint rule, gint64 from, gint64 to, gint64 *count)
{
  guint i = self->next[rule][from - self->days->first];
  guint last = self->next[rule][to - self->days->first];
  gint64 missing = 0;

  if (i == last)
    return 0;
  for (; i < last; i++) {
    missing += WINDOW (self->windows[rule], i)->need - *count;
    *count = 0;
  }
  return missing;
}

static gint64
go_on (Search *self, gint64 from, gint64 to, gint64 a, gint64 b)
{
  gint64 missing = close_windows (self, 0, from, to, &a);

  missing += close_windows (self, 1, from, to, &b);
  return missing * ONE_SHORT + *best_at (self, to, a, b);
}

/* The meeting that a date would be; FALSE when no window wants it. */
static gboolean
choose (Search *self, gint64 date, gint64 a, gint64 b, AkkPlanChoice *choice)
{
  const AkkPlanWindow *window = wanted (self, 0, date, a);
  gint64 n = a + 1;

  if (window == NULL) {
    window = wanted (self, 1, date, b);
    n = b + 1;
  }
  if (window == NULL)
    return FALSE;
  *choice = (AkkPlanChoice) { .date = date,
                              .from = window->from,
                              .to = window->to,
                              .target = akk_plan_target (self->body, window, date, n),
                              .last_week = window->last_week,
                              .last_day = window->last_day };
  return TRUE;
}

/* With a meeting on that day; G_MAXINT64 when it cannot be, or nobody wants it. */
static gint64
take (Search *self, gint64 date, gint64 a, gint64 b, AkkPlanChoice *choice)
{
  gint64 after = MIN (date + akk_plan_gap (self->body), self->days->last + 1);
  gint64 own = self->days->days[date - self->days->first].cost;

  if (own < 0 || !choose (self, date, a, b, choice))
    return G_MAXINT64;
  own += akk_plan_window_cost (date, choice->target, choice->last_week, choice->last_day);
  return own + ONE_MEETING +
         go_on (self, date, after, a + (wanted (self, 0, date, a) != NULL),
                b + (wanted (self, 1, date, b) != NULL));
}

static void
fill (Search *self)
{
  AkkPlanChoice choice;

  for (gint64 date = self->days->last; date >= self->days->first; date--)
    for (gint64 a = 0; a <= self->most[0]; a++)
      for (gint64 b = 0; b <= self->most[1]; b++)
        *best_at (self, date, a, b) =
            MIN (go_on (self, date, date + 1, a, b), take (self, date, a, b, &choice));
}

static void
count_short (Search *self, AkkPlanSolution *solution)
{
  for (guint rule = 0; rule < N_RULES; rule++)
    for (guint i = 0; i < self->windows[rule]->len; i++) {
      AkkPlanWindow window = *WINDOW (self->windows[rule], i);

      for (guint n = 0; n < solution->choices->len; n++) {
        gint64 date = g_array_index (solution->choices, AkkPlanChoice, n).date;

        window.need -= date >= window.first && date <= window.last;
      }
      if (window.need > 0 && !window.cut)
        g_array_append_val (solution->short_windows, window);
    }
}

static void
walk (Search *self, AkkPlanSolution *solution)
{
  gint64 a = 0, b = 0, date = self->days->first;

  while (date <= self->days->last) {
    AkkPlanChoice choice;
    gint64 to = date + 1;

    if (take (self, date, a, b, &choice) == *best_at (self, date, a, b)) {
      gint64 counted_a = wanted (self, 0, date, a) != NULL;
      gint64 counted_b = wanted (self, 1, date, b) != NULL;

      g_array_append_val (solution->choices, choice);
      a += counted_a;
      b += counted_b;
      to = MIN (date + akk_plan_gap (self->body), self->days->last + 1);
    }
    close_windows (self, 0, date, to, &a);
    close_windows (self, 1, date, to, &b);
    date = to;
  }
}

/* Windows in which no day can be planned are short as they are: they have no part in the search. */
static void
set_aside (Search *self, guint rule, AkkPlanSolution *solution)
{
  for (guint i = self->windows[rule]->len; i-- > 0;) {
    const AkkPlanWindow *window = WINDOW (self->windows[rule], i);

    if (window->first > window->last) {
      if (!window->cut)
        g_array_append_val (solution->short_windows, *window);
      g_array_remove_index (self->windows[rule], i);
    } else {
      self->most[rule] = MAX (self->most[rule], window->need);
    }
  }
}

static void
index_windows (Search *self, guint rule)
{
  guint i = 0;

  self->next[rule] = g_new (guint, (gsize) (self->days->last - self->days->first + 2));
  for (gint64 date = self->days->first; date <= self->days->last + 1; date++) {
    while (i < self->windows[rule]->len && WINDOW (self->windows[rule], i)->last < date)
      i++;
    self->next[rule][date - self->days->first] = i;
  }
}

static void
add_rules (Search *self, const AkkPlanRules *rules)
{
  const AkkFrequency *strictest = akk_frequency_strictest (self->body->frequencies);

  self->windows[0] = akk_plan_windows (self->planner, self->body, strictest, rules);
  for (guint i = 0; i < self->body->frequencies->len; i++) {
    const AkkFrequency *rule = &g_array_index (self->body->frequencies, AkkFrequency, i);

    if (rule != strictest && self->windows[1] == NULL)
      self->windows[1] = akk_plan_windows (self->planner, self->body, rule, rules);
  }
  if (self->windows[1] == NULL)
    self->windows[1] = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
}

AkkPlanSolution *
akk_plan_solve_windows (const AkkPlanner *planner,
                        const AkkPlanBody *body,
                        const AkkPlanRules *rules)
{
  AkkPlanSolution *solution = g_new0 (AkkPlanSolution, 1);
  AkkPlanDays *days = akk_plan_days_new (planner, body, rules);
  Search self = { .planner = planner, .body = body, .days = days };

  solution->days = days;
  solution->choices = g_array_new (FALSE, FALSE, sizeof (AkkPlanChoice));
  solution->short_windows = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
  add_rules (&self, rules);
  for (guint rule = 0; rule < N_RULES; rule++)
    set_aside (&self, rule, solution);
  if (days->first <= days->last && self.most[0] + self.most[1] > 0) {
    for (guint rule = 0; rule < N_RULES; rule++)
      index_windows (&self, rule);
    self.best = g_new0 (
        gint64, (gsize) ((days->last - days->first + 2) * (self.most[0] + 1) * (self.most[1] + 1)));
    fill (&self);
    walk (&self, solution);
    count_short (&self, solution);
  }
  for (guint rule = 0; rule < N_RULES; rule++) {
    g_array_unref (self.windows[rule]);
    g_free (self.next[rule]);
  }
  g_free (self.best);
  return solution;
}
