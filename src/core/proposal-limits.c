/* What one date of one body may be, and what it costs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/proposal-private.h"

#define DAYS_PER_WEEK 7

/* Points, as proposal.h says. */
#define COST_WEEKDAY 20
#define COST_HOUR 10
#define COST_STEERING 15
#define COST_BRIDGE 30
#define COST_SAME_WEEK 8
#define COST_SAME_DAY 40
#define COST_COUNCIL 5
#define COST_ABSENT 60

/* The working group before the steering group. */
#define STEERING_LEAST 7
#define STEERING_MOST 42

/* Hours to choose from where the usual one does not suit, or there is none. */
static const gint64 hours[] = { 9 * 60 + 30, 13 * 60 + 30 };

gint64
akk_plan_gap (const AkkPlanBody *body)
{
  return MAX (body->minutes_days, 1);
}

gint64
akk_plan_first_day (const AkkPlanner *self, const AkkPlanBody *body)
{
  gint64 first = MAX (self->from, self->today + body->prepare_days);

  return body->start != AKK_NO_DATE ? MAX (first, body->start) : first;
}

gint64
akk_plan_last_day (const AkkPlanner *self, const AkkPlanBody *body)
{
  return body->end != AKK_NO_DATE ? MIN (self->to, body->end) : self->to;
}

static gint64
ends_at (const AkkPlanBody *body, gint64 starts_at)
{
  return MIN (starts_at + body->duration_min, AKK_PLAN_MIDNIGHT);
}

gboolean
akk_plan_absent (
    const AkkPlanner *self, const AkkPlanBody *body, guint party, gint64 date, gint64 starts_at)
{
  const AkkPlanParty *each = self->parties->pdata[party];

  return each->until[date - self->first] < ends_at (body, starts_at);
}

static guint
count_absent (const AkkPlanner *self,
              const AkkPlanBody *body,
              gint64 date,
              gint64 starts_at,
              const AkkPlanRules *rules)
{
  guint n = 0;

  for (guint i = 0; i < body->parties->len; i++) {
    guint party = g_array_index (body->parties, guint, i);

    n += party != rules->excused && akk_plan_absent (self, body, party, date, starts_at);
  }
  return n;
}

/* The first of these days, that are in order, on or after `date`; G_MAXINT64 for none. */
static gint64
first_from (const GArray *days, gint64 date)
{
  guint low = 0, high = days->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (days, gint64, middle) < date)
      low = middle + 1;
    else
      high = middle;
  }
  return low < days->len ? g_array_index (days, gint64, low) : G_MAXINT64;
}

/* Limits that the hour has no part in. */
static AkkPlanLimit
day_limit (const AkkPlanner *self, const AkkPlanBody *body, gint64 date, const AkkPlanRules *rules)
{
  int weekday;

  if (date < self->first || date > self->last ||
      (body->start != AKK_NO_DATE && date < body->start) ||
      (body->end != AKK_NO_DATE && date > body->end))
    return AKK_PLAN_OUTSIDE;
  if (date < self->today)
    return AKK_PLAN_PAST;
  if (date < self->today + body->prepare_days)
    return AKK_PLAN_UNPREPARED;
  weekday = akk_date_weekday (date);
  if (weekday >= AKK_WEEKDAY_SATURDAY && weekday != body->weekday)
    return AKK_PLAN_WEEKEND;
  if (akk_days_off_on (self->days_off, date, AKK_HOLIDAY_PUBLIC) != NULL)
    return AKK_PLAN_PUBLIC;
  if ((rules->flags & AKK_PROPOSAL_ALLOW_SCHOOL) == 0 &&
      akk_days_off_on (self->days_off, date, AKK_HOLIDAY_SCHOOL) != NULL)
    return AKK_PLAN_SCHOOL;
  if (first_from (body->meetings, date - akk_plan_gap (body) + 1) < date + akk_plan_gap (body))
    return AKK_PLAN_TOO_CLOSE;
  return AKK_PLAN_FREE;
}

AkkPlanLimit
akk_plan_limit (const AkkPlanner *self,
                const AkkPlanBody *body,
                gint64 date,
                gint64 starts_at,
                const AkkPlanRules *rules)
{
  AkkPlanLimit limit = day_limit (self, body, date, rules);

  if (limit == AKK_PLAN_FREE && (rules->flags & AKK_PROPOSAL_ALLOW_UNAVAILABLE) == 0 &&
      count_absent (self, body, date, starts_at, rules) > 0)
    return AKK_PLAN_ABSENT;
  return limit;
}

/* --- Costs --- */

static void
weigh_steering (const AkkPlanner *self, const AkkPlanBody *body, gint64 date, AkkPlanParts *parts)
{
  gint64 next = G_MAXINT64;

  if (body->kind != AKK_BODY_WORKING)
    return;
  for (guint i = 0; i < self->bodies->len; i++) {
    const AkkPlanBody *other = self->bodies->pdata[i];

    if (other->kind != AKK_BODY_STEERING || other->agreement_id != body->agreement_id)
      continue;
    next = MIN (next, first_from (other->meetings, date));
    next = MIN (next, first_from (other->proposed, date));
  }
  if (next == G_MAXINT64)
    return;
  parts->steering_days = next - date;
  if (next - date < STEERING_LEAST || next - date > STEERING_MOST)
    parts->steering = COST_STEERING;
}

gboolean
akk_plan_share_parties (const AkkPlanBody *one, const AkkPlanBody *two)
{
  for (guint i = 0; i < one->parties->len; i++)
    for (guint n = 0; n < two->parties->len; n++)
      if (g_array_index (one->parties, guint, i) == g_array_index (two->parties, guint, n))
        return TRUE;
  return FALSE;
}

static void
add_clash (const AkkPlanBody *other, const GArray *days, gint64 date, AkkPlanParts *parts)
{
  gint64 monday = date - akk_date_weekday (date) + 1;

  if (first_from (days, date) == date) {
    parts->same_day = COST_SAME_DAY;
    parts->same_week = 0;
    parts->clash = other;
  } else if (parts->same_day == 0 && first_from (days, monday) < monday + DAYS_PER_WEEK) {
    parts->same_week = COST_SAME_WEEK;
    parts->clash = other;
  }
}

/* What any hour of the day costs. */
static AkkPlanParts
day_parts (const AkkPlanner *self, const AkkPlanBody *body, gint64 date)
{
  AkkPlanParts parts = { 0 };

  if (body->weekday != AKK_WEEKDAY_NONE && akk_date_weekday (date) != body->weekday)
    parts.weekday = COST_WEEKDAY;
  weigh_steering (self, body, date, &parts);
  if (akk_days_off_bridge (self->days_off, date))
    parts.bridge = COST_BRIDGE;
  for (guint i = 0; i < body->sharing->len; i++) {
    const AkkPlanBody *other = body->sharing->pdata[i];

    add_clash (other, other->meetings, date, &parts);
    add_clash (other, other->proposed, date, &parts);
  }
  return parts;
}

/* And what the hour costs beside that. */
static void
add_hour (const AkkPlanner *self,
          const AkkPlanBody *body,
          gint64 date,
          gint64 starts_at,
          const AkkPlanRules *rules,
          AkkPlanParts *parts)
{
  gint64 day = date - self->first;

  parts->hour = body->starts_at != AKK_NO_DATE && starts_at != body->starts_at ? COST_HOUR : 0;
  parts->absent = COST_ABSENT * (gint64) count_absent (self, body, date, starts_at, rules);
  parts->councils = 0;
  for (guint i = 0; i < body->parties->len; i++) {
    const AkkPlanParty *party = self->parties->pdata[g_array_index (body->parties, guint, i)];

    if (party->council[day] && party->until[day] >= ends_at (body, starts_at))
      parts->councils = COST_COUNCIL;
  }
}

AkkPlanParts
akk_plan_parts (const AkkPlanner *self,
                const AkkPlanBody *body,
                gint64 date,
                gint64 starts_at,
                const AkkPlanRules *rules)
{
  AkkPlanParts parts = day_parts (self, body, date);

  add_hour (self, body, date, starts_at, rules, &parts);
  return parts;
}

gint64
akk_plan_sum (const AkkPlanParts *parts)
{
  return parts->weekday + parts->hour + parts->steering + parts->bridge + parts->same_week +
         parts->same_day + parts->councils + parts->absent;
}

/* --- Days --- */

AkkPlanDay
akk_plan_day (const AkkPlanner *self,
              const AkkPlanBody *body,
              gint64 date,
              const AkkPlanRules *rules)
{
  AkkPlanDay best = { -1, body->starts_at != AKK_NO_DATE ? body->starts_at : hours[0] };
  gboolean strict = (rules->flags & AKK_PROPOSAL_ALLOW_UNAVAILABLE) == 0;
  AkkPlanParts parts;

  if (day_limit (self, body, date, rules) != AKK_PLAN_FREE)
    return best;
  parts = day_parts (self, body, date);
  for (gsize i = 0; i <= G_N_ELEMENTS (hours); i++) {
    gint64 hour = i > 0 ? hours[i - 1] : body->starts_at;

    if (hour == AKK_NO_DATE || (i > 0 && hour == body->starts_at))
      continue;
    add_hour (self, body, date, hour, rules, &parts);
    if (strict && parts.absent > 0)
      continue;
    if (best.cost < 0 || akk_plan_sum (&parts) < best.cost) {
      best.cost = akk_plan_sum (&parts);
      best.starts_at = hour;
    }
    if (parts.hour + parts.absent + parts.councils == 0)
      break;
  }
  return best;
}

AkkPlanDays *
akk_plan_days_new (const AkkPlanner *self, const AkkPlanBody *body, const AkkPlanRules *rules)
{
  AkkPlanDays *days = g_new0 (AkkPlanDays, 1);

  days->first = akk_plan_first_day (self, body);
  days->last = akk_plan_last_day (self, body);
  days->days = g_new (AkkPlanDay, (gsize) MAX (days->last - days->first + 1, 0));
  for (gint64 date = days->first; date <= days->last; date++)
    days->days[date - days->first] = akk_plan_day (self, body, date, rules);
  return days;
}

void
akk_plan_days_free (AkkPlanDays *self)
{
  g_free (self->days);
  g_free (self);
}
