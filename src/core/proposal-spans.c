/* Between which days each meeting can be, where a rule counts several in any period.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule of n meetings in any period holds when each meeting comes by the deadline of the n-th one
 * before it. Such deadlines, the days between two meetings, and that none leaps over one that is
 * there, all are of one form: a meeting is not after a day that only moves on when another meeting
 * does. So of two ways to plan that keep the rules the later one of each meeting keeps them too:
 * there is a latest way, that has the fewest meetings, and in each direction the bound of a meeting
 * is found by moving it until nothing is broken any more. */
#include "config.h"

#include "core/proposal-spans.h"

#include "core/dates.h"

#define AT(array, i) (g_array_index ((array), guint, (i)))

/* --- Points --- */

static gint64
there (const AkkPlanSpans *self, guint i)
{
  return g_array_index (self->body->meetings, gint64, i);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AkkPlanPoint *one = a, *two = b;

  return one->date < two->date ? -1 : one->date > two->date;
}

static void
add_points (AkkPlanSpans *self)
{
  gint64 most = 0;

  for (guint i = 0; i < self->n_rules; i++)
    most = MAX (most, self->rules[i]->times);
  for (gint64 i = 0; i < most; i++) {
    gint64 start = self->body->start - 1;

    g_array_append_val (self->before, start);
  }
  for (guint i = 0; i < self->body->meetings->len; i++) {
    AkkPlanPoint point = { there (self, i), -1 };

    if (point.date >= self->days->first && point.date <= self->until)
      g_array_append_val (self->points, point);
    else if (point.date >= self->body->start && point.date < self->days->first)
      g_array_append_val (self->before, point.date);
  }
  for (gint64 date = self->days->first; date <= self->until; date++) {
    AkkPlanPoint point = { date, self->days->days[date - self->days->first].cost };

    if (point.cost >= 0)
      g_array_append_val (self->points, point);
  }
  g_array_sort (self->points, compare_points);
}

static void
index_points (AkkPlanSpans *self)
{
  guint n = self->points->len, next = 0;
  gint64 gap = akk_plan_gap (self->body);

  self->by_day = g_new (guint, (gsize) (self->until - self->days->first + 1));
  for (gint64 date = self->days->first; date <= self->until; date++) {
    while (next < n && AKK_PLAN_POINT (self, next)->date <= date)
      next++;
    self->by_day[date - self->days->first] = next;
  }
  self->gap_before = g_new (guint, n + 1);
  self->gap_after = g_new (guint, n + 1);
  self->there_after = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++) {
    const AkkPlanPoint *point = AKK_PLAN_POINT (self, i);
    guint count = i;

    while (point->cost >= 0 && count > 0 && AKK_PLAN_POINT (self, count - 1)->cost >= 0 &&
           point->date - AKK_PLAN_POINT (self, count - 1)->date < gap)
      count--;
    self->gap_before[i] = count;
  }
  self->gap_before[n] = n + 1;
  for (guint i = 0, after = 0; i <= n; i++) {
    while (after < n && self->gap_before[after] <= i)
      after++;
    self->gap_after[i] = after;
  }
  for (guint r = 0; r < self->n_rules; r++) {
    self->deadlines[r] = g_new (gint64, n + 1);
    for (guint i = 0; i < n; i++)
      self->deadlines[r][i] = akk_plan_deadline (self->rules[r], AKK_PLAN_POINT (self, i)->date);
  }
  self->there_after[n] = n;
  for (guint i = n, after = n; i-- > 0;) {
    self->there_after[i] = after;
    if (AKK_PLAN_POINT (self, i)->cost < 0)
      after = i;
  }
}

guint
akk_plan_spans_by (const AkkPlanSpans *self, gint64 date)
{
  if (date < self->days->first)
    return 0;
  return date > self->until ? self->points->len : self->by_day[date - self->days->first];
}

/* --- Deadlines --- */

/* Of the k-th last meeting before the days to plan. */
static gint64
deadline_before (const AkkPlanSpans *self, guint rule, gint64 k)
{
  return akk_plan_deadline (self->rules[rule],
                            g_array_index (self->before, gint64, (gint64) self->before->len - k));
}

/* The number of points up to the last one for what is owed by then; points->len + 1: it may come
 * after all of them. */
static guint
bound (const AkkPlanSpans *self, gint64 deadline, gint64 until)
{
  gint64 owed = MAX (deadline, self->days->first);

  while (owed <= until && self->excused[owed - self->days->first])
    owed++;
  return owed > until ? self->points->len + 1 : akk_plan_spans_by (self, owed);
}

/* Likewise of the k-th meeting, that may be one of before. */
static guint
bound_after (const AkkPlanSpans *self, guint rule, gint64 k, gint64 until)
{
  guint point;

  if (k < 0)
    return bound (self, deadline_before (self, rule, -k), until);
  point = AT (self->latest, k);
  return point < self->points->len ? bound (self, self->deadlines[rule][point], until)
                                   : self->points->len + 1;
}

/* --- The latest way --- */

static guint
first_there (const AkkPlanSpans *self)
{
  guint i = 0;

  while (i < self->points->len && AKK_PLAN_POINT (self, i)->cost >= 0)
    i++;
  return i;
}

/* Whether all that is owed after so many meetings is after all points. */
static gboolean
is_over (const AkkPlanSpans *self, guint k)
{
  guint most = 0;

  for (guint i = 0; i < self->n_rules; i++)
    most = MAX (most, (guint) self->rules[i]->times);
  for (guint i = 1; i <= most; i++)
    if (k < i || AT (self->latest, k - i) < self->points->len)
      return FALSE;
  return TRUE;
}

/* Moves the k-th meeting to the front where it must; FALSE when it cannot. */
static gboolean
bring_forward (AkkPlanSpans *self, guint k, gint64 until, gboolean *moved)
{
  guint n = self->points->len;
  guint last = MIN (AT (self->latest, k),
                    k > 0 ? self->there_after[AT (self->latest, k - 1)] : first_there (self));

  for (guint i = 0; i < self->n_rules; i++) {
    guint count = bound_after (self, i, (gint64) k - self->rules[i]->times, until);

    if (count == 0)
      return FALSE;
    last = MIN (last, count - 1);
  }
  if (k + 1 < self->latest->len) {
    guint count = self->gap_before[AT (self->latest, k + 1)];

    if (count == 0)
      return FALSE;
    last = MIN (last, count - 1);
  }
  *moved = *moved || last < AT (self->latest, k);
  AT (self->latest, k) = last;
  return last >= MIN (k, n);
}

/* The latest way to keep the rules up to and including a day; FALSE: there is none. */
static gboolean
find_latest (AkkPlanSpans *self, gint64 until)
{
  gboolean moved = TRUE;

  g_array_set_size (self->latest, 0);
  while (moved) {
    moved = FALSE;
    for (guint k = 0; k < self->latest->len || !is_over (self, k); k++) {
      if (k == self->latest->len)
        g_array_append_val (self->latest, self->points->len);
      if (!bring_forward (self, k, until, &moved))
        return FALSE;
    }
    for (guint k = self->latest->len; k-- > 0;)
      if (!bring_forward (self, k, until, &moved))
        return FALSE;
  }
  return TRUE;
}

/* --- Days on which the rules cannot be kept --- */

static gint64
count_since (const AkkPlanSpans *self, gint64 from, gint64 to)
{
  gint64 n = 0;

  for (guint i = 0; i < self->body->meetings->len; i++)
    n += there (self, i) >= from && there (self, i) <= to;
  return n;
}

/* What was late before the days to plan is no news. */
static void
add_missed (AkkPlanSpans *self, gint64 day)
{
  for (guint i = 0; i < self->n_rules; i++) {
    const AkkFrequency *rule = self->rules[i];
    gint64 from = akk_date_add_months (day + 1, -rule->period_months);
    AkkPlanWindow window = { .from = from,
                             .to = day,
                             .first = MAX (from, self->days->first),
                             .last = day,
                             .last_week = AKK_NO_DATE,
                             .last_day = AKK_NO_DATE };

    if (from == AKK_NO_DATE || from < self->body->start ||
        (day == self->days->first && deadline_before (self, i, rule->times) < day))
      continue;
    window.need = rule->times - count_since (self, from, day);
    for (guint k = 0; k < self->latest->len; k++) {
      const AkkPlanPoint *point = AT (self->latest, k) < self->points->len
                                      ? AKK_PLAN_POINT (self, AT (self->latest, k))
                                      : NULL;

      window.need -= point != NULL && point->cost >= 0 && point->date >= from && point->date <= day;
    }
    if (window.need > 0) {
      g_array_append_val (self->missed, window);
      return;
    }
  }
}

/* Days are taken in order: on each one the rules are kept if that can be. */
static void
excuse (AkkPlanSpans *self)
{
  gint64 kept = self->days->first - 1;

  while (!find_latest (self, self->until)) {
    gint64 broken = self->until, day;

    while (broken - kept > 1) {
      gint64 middle = kept + (broken - kept) / 2;

      if (find_latest (self, middle))
        kept = middle;
      else
        broken = middle;
    }
    if (!find_latest (self, kept))
      g_array_set_size (self->latest, 0);
    add_missed (self, broken);
    for (day = broken + 1; day <= self->until; day++) {
      self->excused[day - 1 - self->days->first] = 1;
      if (akk_plan_spans_by (self, day) > akk_plan_spans_by (self, day - 1) &&
          find_latest (self, day))
        break;
    }
    if (day > self->until)
      self->excused[self->until - self->days->first] = 1;
    kept = MIN (day, self->until);
  }
  while (self->latest->len > 0 && AT (self->latest, self->latest->len - 1) == self->points->len)
    g_array_set_size (self->latest, self->latest->len - 1);
}

/* --- The earliest way with as many meetings --- */

static void
find_least (AkkPlanSpans *self)
{
  guint n = self->points->len;

  for (guint r = 0; r < self->n_rules; r++) {
    guint q = 0;

    self->least[r] = g_new (guint, n + 1);
    for (guint p = 0; p < n; p++) {
      guint count = bound (self, self->deadlines[r][p], self->until);

      for (; q <= n && q < count; q++)
        self->least[r][q] = p;
    }
    for (; q <= n; q++)
      self->least[r][q] = n;
  }
}

static guint
earliest_at (const AkkPlanSpans *self, guint k)
{
  return k < self->earliest->len ? AT (self->earliest, k) : self->points->len;
}

static guint
push_back (const AkkPlanSpans *self, guint k)
{
  guint first = AT (self->earliest, k), next = earliest_at (self, k + 1);

  if (k > 0)
    first = MAX (first, self->gap_after[AT (self->earliest, k - 1)]);
  for (guint r = 0; r < self->n_rules; r++) {
    guint later = earliest_at (self, k + (guint) self->rules[r]->times);

    first = MAX (first, self->least[r][later]);
  }
  while (first < next && self->there_after[first] < next)
    first = self->there_after[first];
  return first;
}

static void
find_earliest (AkkPlanSpans *self)
{
  gboolean moved = TRUE;

  for (guint k = 0; k < self->latest->len; k++)
    g_array_append_val (self->earliest, k);
  while (moved) {
    moved = FALSE;
    for (guint i = 0; i < 2 * self->earliest->len; i++) {
      guint k = i < self->earliest->len ? i : 2 * self->earliest->len - 1 - i;
      guint first = push_back (self, k);

      moved = moved || first > AT (self->earliest, k);
      AT (self->earliest, k) = first;
    }
  }
}

/* --- Public --- */

AkkPlanSpans *
akk_plan_spans_new (const AkkPlanner *planner, const AkkPlanBody *body, const AkkPlanDays *days)
{
  AkkPlanSpans *self = g_new0 (AkkPlanSpans, 1);
  const AkkFrequency *strictest = akk_frequency_strictest (body->frequencies);

  self->body = body;
  self->days = days;
  self->until = days->last;
  self->rules[self->n_rules++] = strictest;
  for (guint i = 0; i < body->frequencies->len && self->n_rules < AKK_PLAN_MOST_RULES; i++)
    if (&g_array_index (body->frequencies, AkkFrequency, i) != strictest)
      self->rules[self->n_rules++] = &g_array_index (body->frequencies, AkkFrequency, i);
  self->points = g_array_new (FALSE, FALSE, sizeof (AkkPlanPoint));
  self->before = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->missed = g_array_new (FALSE, FALSE, sizeof (AkkPlanWindow));
  self->earliest = g_array_new (FALSE, FALSE, sizeof (guint));
  self->latest = g_array_new (FALSE, FALSE, sizeof (guint));
  self->excused = g_new0 (guint8, (gsize) (self->until - days->first + 1));
  add_points (self);
  index_points (self);
  excuse (self);
  find_least (self);
  find_earliest (self);
  return self;
}

void
akk_plan_spans_free (AkkPlanSpans *self)
{
  g_array_unref (self->points);
  g_array_unref (self->before);
  g_array_unref (self->missed);
  g_array_unref (self->earliest);
  g_array_unref (self->latest);
  g_free (self->excused);
  g_free (self->by_day);
  g_free (self->gap_before);
  g_free (self->gap_after);
  g_free (self->there_after);
  for (guint i = 0; i < AKK_PLAN_MOST_RULES; i++) {
    g_free (self->deadlines[i]);
    g_free (self->least[i]);
  }
  g_free (self);
}
