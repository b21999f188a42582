/* Between which days each meeting can be, where a rule counts several in any period.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal-private.h"

G_BEGIN_DECLS

#define AKK_PLAN_MOST_RULES 2

/* A day that is possible, or a meeting that is there. */
typedef struct {
  gint64 date;
  gint64 cost; /* of a day to choose; -1: a meeting that is there */
} AkkPlanPoint;

/* The meetings that the term will have, one after another: the k-th is at one of the points from
 * earliest[k] up to and including latest[k]. There are as few as possible. */
typedef struct {
  const AkkPlanBody *body;
  const AkkPlanDays *days;
  gint64 until; /* what is owed after this day need not be met */
  const AkkFrequency *rules[AKK_PLAN_MOST_RULES]; /* the strictest first */
  guint n_rules;
  GArray *points; /* AkkPlanPoint, by date */
  GArray *before; /* gint64: the meetings before the days to plan, else the day before the term */
  guint8 *excused; /* per day: it is impossible to keep the rules on it */
  GArray *missed; /* AkkPlanWindow: the first day of each excused stretch */

  guint *by_day; /* per day: the number of points up to and including it */
  guint *gap_before; /* per point, and one more: the number of points that may come before it */
  guint *gap_after; /* the first point that may come after it */
  guint *there_after; /* the next meeting that is there; points->len for none */
  gint64 *deadlines[AKK_PLAN_MOST_RULES]; /* per point: of the meeting `times` later */
  guint *least[AKK_PLAN_MOST_RULES]; /* the first point that allows this one `times` later */
  GArray *earliest, *latest; /* guint */
} AkkPlanSpans;

AkkPlanSpans *akk_plan_spans_new (const AkkPlanner *planner,
                                  const AkkPlanBody *body,
                                  const AkkPlanDays *days) G_GNUC_WARN_UNUSED_RESULT;
void akk_plan_spans_free (AkkPlanSpans *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPlanSpans, akk_plan_spans_free)

#define AKK_PLAN_POINT(self, i) (&g_array_index ((self)->points, AkkPlanPoint, i))
/* How many points there are up to and including that day. */
guint akk_plan_spans_by (const AkkPlanSpans *self, gint64 date);

G_END_DECLS
