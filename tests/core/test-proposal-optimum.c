/* Tests that proposed dates are the optimum: every combination is tried on small random cases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-fixture.h"

#define SEED 20251117
#define N_CASES 400
#define MOST 3 /* meetings */
#define MOST_COUNTED 5
#define DAYS 40
#define DAYS_COUNTED 21

/* What decides, in this order. */
typedef struct {
  gint64 missing, meetings, cost;
} Worth;

static gboolean
better (const Worth *one, const Worth *two)
{
  if (one->missing != two->missing)
    return one->missing < two->missing;
  if (one->meetings != two->meetings)
    return one->meetings < two->meetings;
  return one->cost < two->cost;
}

/* --- Cases --- */

static void
add_random_parties (AkkPlanner *planner, AkkPlanBody *body, GRand *random)
{
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--) {
    AkkPlanParty *party = plan_party (planner, body, "Zele");

    for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
      akk_plan_block (planner, party, planner->from + g_rand_int_range (random, 0, DAYS),
                      g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, 24) * 60,
                      g_rand_boolean (random));
  }
}

static void
add_random_days (AkkPlanner *planner, GArray *days, int most, GRand *random)
{
  for (int i = g_rand_int_range (random, 0, most + 1); i > 0; i--) {
    gint64 date = planner->from + g_rand_int_range (random, -20, DAYS + 20);

    g_array_append_val (days, date);
  }
}

/* Months and bases so short that few meetings fit. */
static AkkPlanner *
random_case (GRand *random, gboolean rolling)
{
  gint64 from = plan_day ("2025-01-01") + g_rand_int_range (random, 0, 1500);
  AkkPlanner *planner = akk_plan_new (from, from + g_rand_int_range (random, 5, DAYS), from - 7);
  AkkPlanBody *body = plan_body (planner, 1, "Werkgroep", 0, "2025-01-01/2031-12-31");
  AkkPlanBody *other = plan_body (planner, 2, "Stuurgroep", 0, "2025-01-01/2031-12-31");
  AkkFrequency rule = { rolling ? 1 : g_rand_int_range (random, 1, 4),
                        g_rand_int_range (random, 1, rolling ? 3 : 5),
                        rolling                   ? AKK_BASIS_ROLLING
                        : g_rand_boolean (random) ? AKK_BASIS_CALENDAR
                                                  : AKK_BASIS_AGREEMENT,
                        FALSE, 0 };
  guint place = 0;

  body->start = from - g_rand_int_range (random, 0, 300);
  body->end = g_rand_boolean (random) ? AKK_NO_DATE : from + g_rand_int_range (random, 10, 60);
  body->prepare_days = g_rand_int_range (random, 0, 20);
  body->minutes_days = g_rand_int_range (random, 0, 20);
  body->weekday = g_rand_int_range (random, 0, 6);
  g_array_append_val (body->frequencies, rule);
  if (!rolling && g_rand_boolean (random)) {
    AkkFrequency second = { 1, g_rand_int_range (random, 1, 4), rule.basis, TRUE, 0 };
    g_array_append_val (body->frequencies, second);
  }
  add_random_parties (planner, body, random);
  if (planner->parties->len > 0)
    g_array_append_val (other->parties, place);
  other->kind = AKK_BODY_STEERING;
  other->asked = FALSE;
  add_random_days (planner, body->meetings, 2, random);
  add_random_days (planner, other->meetings, 3, random);
  akk_plan_ready (planner);
  return planner;
}

static AkkPlanBody *
asked_body (AkkPlanner *planner)
{
  return planner->bodies->pdata[0];
}

/* --- By windows --- */

typedef struct {
  const AkkPlanner *planner;
  const AkkPlanBody *body;
  AkkPlanDays *days;
  GArray *windows[2]; /* the rule that spreads first */
  gint64 dates[MOST_COUNTED];
  Worth best;
} Brute;

static const AkkPlanWindow *
window_of (const GArray *windows, gint64 date)
{
  for (guint i = 0; i < windows->len; i++) {
    const AkkPlanWindow *window = &g_array_index (windows, AkkPlanWindow, i);

    if (date >= window->first && date <= window->last)
      return window;
  }
  return NULL;
}

static gint64
count_in (const Brute *self, const AkkPlanWindow *window, guint n)
{
  gint64 count = 0;

  for (guint i = 0; i < n; i++)
    count += self->dates[i] >= window->first && self->dates[i] <= window->last;
  return count;
}

/* FALSE when a meeting is one too many. */
static gboolean
weigh_windows (Brute *self, guint n, Worth *worth)
{
  *worth = (Worth) { 0, n, 0 };
  for (guint i = 0; i < n; i++) {
    const AkkPlanWindow *window = NULL;
    gint64 date = self->dates[i], k = 0;

    for (guint rule = 0; rule < 2 && window == NULL; rule++) {
      window = window_of (self->windows[rule], date);
      k = window != NULL ? count_in (self, window, i) + 1 : 0;
      if (window != NULL && k > window->need)
        window = NULL;
    }
    if (window == NULL)
      return FALSE;
    worth->cost += self->days->days[date - self->days->first].cost +
                   akk_plan_window_cost (date, akk_plan_target (self->body, window, date, k),
                                         window->last_week, window->last_day);
  }
  for (guint rule = 0; rule < 2; rule++)
    for (guint i = 0; i < self->windows[rule]->len; i++) {
      const AkkPlanWindow *window = &g_array_index (self->windows[rule], AkkPlanWindow, i);

      worth->missing += MAX (window->need - count_in (self, window, n), 0);
    }
  return TRUE;
}

/* --- By deadlines --- */

static gboolean
weigh_rolling (Brute *self, guint n, Worth *worth)
{
  const AkkFrequency *rule = akk_frequency_strictest (self->body->frequencies);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 before = self->body->start - 1, deadline;
  guint there = 0, chosen = 0;

  *worth = (Worth) { 0, n, 0 };
  for (;;) {
    gint64 meeting = there < self->body->meetings->len
                         ? g_array_index (self->body->meetings, gint64, there)
                         : G_MAXINT64;
    gint64 date = chosen < n ? MIN (self->dates[chosen], meeting) : meeting;
    gboolean own = chosen < n && date == self->dates[chosen];

    deadline = akk_plan_deadline (rule, before);
    if (date == G_MAXINT64)
      break;
    there += !own;
    chosen += own;
    if (date < self->days->first) {
      before = MAX (before, date);
      continue;
    }
    if (deadline > akk_plan_last_day (self->planner, self->body))
      break;
    worth->missing += date > deadline && deadline >= self->days->first;
    if (own)
      worth->cost +=
          self->days->days[date - self->days->first].cost +
          akk_plan_window_cost (date, MAX (deadline, self->days->first), deadline - 6, deadline);
    before = date;
  }
  if (chosen < n)
    return FALSE;
  deadline = akk_plan_deadline (rule, before);
  if (deadline <= akk_plan_last_day (self->planner, self->body))
    worth->missing +=
        akk_plan_last_day (self->planner, self->body) - MAX (deadline, self->days->first) + 2;
  return TRUE;
}

/* --- By counting --- */

/* Days are taken in order: on each one the rules hold, or they do not. */
static gboolean
holds_on (const Brute *self, guint n, gint64 day)
{
  for (guint i = 0; i < self->body->frequencies->len; i++) {
    const AkkFrequency *rule = &g_array_index (self->body->frequencies, AkkFrequency, i);
    gint64 from = akk_date_add_months (day + 1, -rule->period_months), count = 0;

    for (guint k = 0; k < n; k++)
      count += self->dates[k] >= from && self->dates[k] <= day;
    for (guint k = 0; k < self->body->meetings->len; k++) {
      gint64 date = g_array_index (self->body->meetings, gint64, k);

      count += date >= from && date <= day;
    }
    if (from >= self->body->start && count < rule->times)
      return FALSE;
  }
  return TRUE;
}

/* Like a number of which each day is a digit. */
static gint64
weigh_days (const Brute *self, guint n)
{
  gint64 worth = 0;

  for (gint64 day = self->days->first; day <= self->days->last; day++)
    worth = 2 * worth + !holds_on (self, n, day);
  return worth;
}

static gboolean
weigh_counted (Brute *self, guint n, Worth *worth)
{
  gint64 spread = akk_plan_spread (akk_frequency_strictest (self->body->frequencies));
  gint64 before = self->body->start - 1;
  guint chosen = 0, there = 0;

  *worth = (Worth) { weigh_days (self, n), n, 0 };
  while (chosen < n || there < self->body->meetings->len) {
    gint64 meeting = there < self->body->meetings->len
                         ? g_array_index (self->body->meetings, gint64, there)
                         : G_MAXINT64;
    gboolean own = chosen < n && self->dates[chosen] <= meeting;
    gint64 date = own ? self->dates[chosen] : meeting;

    there += !own;
    chosen += own;
    if (date > self->days->last)
      continue;
    if (own)
      worth->cost += self->days->days[date - self->days->first].cost;
    if (date >= self->days->first)
      worth->cost += ABS (date - MAX (before + spread, self->days->first));
    before = MAX (before, date);
  }
  return TRUE;
}

/* --- All combinations --- */

typedef enum { WINDOWS, ROLLING, COUNTED } Basis;

static void
try_all (Brute *self, guint n, gint64 from, Basis basis)
{
  Worth worth;

  if (basis == COUNTED   ? weigh_counted (self, n, &worth)
      : basis == ROLLING ? weigh_rolling (self, n, &worth)
                         : weigh_windows (self, n, &worth))
    if (better (&worth, &self->best))
      self->best = worth;
  if (n == (basis == COUNTED ? MOST_COUNTED : MOST))
    return;
  for (gint64 date = from; date <= self->days->last; date++)
    if (self->days->days[date - self->days->first].cost >= 0) {
      self->dates[n] = date;
      try_all (self, n + 1, date + akk_plan_gap (self->body), basis);
    }
}

static Worth
brute_force (AkkPlanner *planner, const AkkPlanRules *rules, Basis basis)
{
  Brute self = { .planner = planner,
                 .body = asked_body (planner),
                 .best = { G_MAXINT64, G_MAXINT64, G_MAXINT64 } };
  const GArray *frequencies = self.body->frequencies;
  const AkkFrequency *strictest = akk_frequency_strictest (frequencies);

  self.days = akk_plan_days_new (planner, self.body, rules);
  self.windows[0] = akk_plan_windows (planner, self.body, strictest, rules);
  self.windows[1] = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
  for (guint i = 0; i < frequencies->len; i++)
    if (&g_array_index (frequencies, AkkFrequency, i) != strictest) {
      g_array_unref (self.windows[1]);
      self.windows[1] = akk_plan_windows (planner, self.body,
                                          &g_array_index (frequencies, AkkFrequency, i), rules);
    }
  try_all (&self, 0, self.days->first, basis);
  akk_plan_days_free (self.days);
  g_array_unref (self.windows[0]);
  g_array_unref (self.windows[1]);
  return self.best;
}

static Worth
solved (AkkPlanner *planner,
        const AkkPlanRules *rules,
        const AkkPlanSolution *solution,
        Brute *self,
        Basis basis)
{
  Worth worth = { 0, 0, 0 };

  for (guint i = 0; i < solution->choices->len; i++)
    self->dates[i] = g_array_index (solution->choices, AkkPlanChoice, i).date;
  self->planner = planner;
  self->body = asked_body (planner);
  self->days = akk_plan_days_new (planner, self->body, rules);
  g_assert_true (basis == COUNTED ? weigh_counted (self, solution->choices->len, &worth)
                                  : weigh_rolling (self, solution->choices->len, &worth));
  akk_plan_days_free (self->days);
  return worth;
}

static void
check_limits (AkkPlanner *planner, const AkkPlanRules *rules, const AkkPlanSolution *solution)
{
  const AkkPlanBody *body = asked_body (planner);

  for (guint i = 0; i < solution->choices->len; i++) {
    gint64 date = g_array_index (solution->choices, AkkPlanChoice, i).date;
    AkkPlanDay day = akk_plan_day (planner, body, date, rules);

    g_assert_cmpint (date, >=, planner->from);
    g_assert_cmpint (date, <=, planner->to);
    g_assert_cmpint (akk_plan_limit (planner, body, date, day.starts_at, rules), ==, AKK_PLAN_FREE);
    if (i > 0)
      g_assert_cmpint (date - g_array_index (solution->choices, AkkPlanChoice, i - 1).date, >=,
                       akk_plan_gap (body));
  }
}

static void
test_windows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint compared = 0;

  for (guint i = 0; i < N_CASES; i++) {
    g_autoptr (AkkPlanner) planner = random_case (random, FALSE);
    AkkPlanRules rules = { (AkkProposalFlags) g_rand_int_range (random, 0, 4), -1 };
    g_autoptr (AkkPlanSolution) solution = akk_plan_solve (planner, asked_body (planner), &rules);
    g_autoptr (AkkProposal) proposal = NULL;
    Worth best;
    gint64 cost = 0;

    check_limits (planner, &rules, solution);
    if (solution->choices->len > MOST)
      continue;
    best = brute_force (planner, &rules, WINDOWS);
    for (guint n = 0; n < solution->choices->len; n++) {
      const AkkPlanChoice *choice = &g_array_index (solution->choices, AkkPlanChoice, n);

      cost +=
          akk_plan_day (planner, asked_body (planner), choice->date, &rules).cost +
          akk_plan_window_cost (choice->date, choice->target, choice->last_week, choice->last_day);
    }
    g_assert_cmpuint (solution->choices->len, ==, best.meetings);
    g_assert_cmpint (cost, ==, best.cost);
    proposal = akk_planner_propose (planner, rules.flags);
    g_assert_cmpint (proposal->cost, ==, cost);
    compared += solution->choices->len > 0;
  }
  g_assert_cmpuint (compared, >, N_CASES / 4);
}

static void
test_rolling (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint compared = 0;

  for (guint i = 0; i < N_CASES; i++) {
    g_autoptr (AkkPlanner) planner = random_case (random, TRUE);
    AkkPlanRules rules = { (AkkProposalFlags) g_rand_int_range (random, 0, 4), -1 };
    g_autoptr (AkkPlanSolution) solution = akk_plan_solve (planner, asked_body (planner), &rules);
    Brute brute = { 0 };
    Worth best, own;

    check_limits (planner, &rules, solution);
    if (solution->choices->len > MOST)
      continue;
    best = brute_force (planner, &rules, ROLLING);
    own = solved (planner, &rules, solution, &brute, ROLLING);
    g_assert_cmpint (own.missing, ==, best.missing);
    g_assert_cmpint (own.meetings, ==, best.meetings);
    g_assert_cmpint (own.cost, ==, best.cost);
    compared += solution->choices->len > 0;
  }
  g_assert_cmpuint (compared, >, N_CASES / 4);
}

/* Rules of two or three meetings in any month or two, some with a second rule. */
static AkkPlanner *
counted_case (GRand *random)
{
  AkkPlanner *planner = random_case (random, TRUE);
  AkkPlanBody *body = asked_body (planner);
  AkkFrequency *rule = &g_array_index (body->frequencies, AkkFrequency, 0);

  rule->times = g_rand_int_range (random, 2, 4);
  if (rule->times == 2 && g_rand_boolean (random))
    rule->period_months = 1;
  planner->to = MIN (planner->to, planner->from + DAYS_COUNTED);
  body->start = planner->from - g_rand_int_range (random, 0, 60);
  body->weekday = 0;
  body->minutes_days = g_rand_int_range (random, 0, 6);
  body->prepare_days = 0;
  if (g_rand_boolean (random)) {
    AkkFrequency second = { 1, 1, AKK_BASIS_ROLLING, TRUE, 0 };
    g_array_append_val (body->frequencies, second);
  }
  return planner;
}

static void
test_counted (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint compared = 0, whole = 0;

  for (guint i = 0; i < N_CASES; i++) {
    g_autoptr (AkkPlanner) planner = counted_case (random);
    AkkPlanRules rules = { (AkkProposalFlags) g_rand_int_range (random, 0, 4), -1 };
    g_autoptr (AkkPlanSolution) solution = akk_plan_solve (planner, asked_body (planner), &rules);
    Brute brute = { 0 };
    Worth best, own;

    check_limits (planner, &rules, solution);
    if (solution->choices->len > MOST_COUNTED)
      continue;
    best = brute_force (planner, &rules, COUNTED);
    own = solved (planner, &rules, solution, &brute, COUNTED);
    g_assert_cmpint (own.missing, ==, best.missing);
    g_assert_cmpint (own.meetings, ==, best.meetings);
    g_assert_cmpint (own.cost, ==, best.cost);
    if (solution->short_windows->len > 0)
      g_assert_cmpint (own.missing, >, 0);
    compared += solution->choices->len > 0;
    whole += solution->choices->len > 1 && own.missing == 0;
  }
  g_assert_cmpuint (compared, >, N_CASES / 4);
  g_assert_cmpuint (whole, >, N_CASES / 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/equals-brute-force-by-windows", test_windows);
  g_test_add_func ("/proposal/equals-brute-force-when-rolling", test_rolling);
  g_test_add_func ("/proposal/equals-brute-force-when-several-count", test_counted);
  return g_test_run ();
}
