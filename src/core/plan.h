/* An action plan: what is done in a year or a period.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* From 1 January of `first_year` up to 31 December of `last_year`. For one priority, or (0) for the
 * whole agreement. `meeting_id` is the meeting that adopted it; `successor_id` the plan that its
 * unfinished actions went to when it was closed. */
/* clang-format off */
#define AKK_PLAN_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, INT, first_year, N_("From year"), .min = 1900, .max = 2999, .initial = 2000) \
  F (T, INT, last_year, N_("Up to and including year"), .min = 1900, .max = 2999, .initial = 2000) \
  F (T, REF, priority_id, N_("Priority"), .table = "priority") \
  F (T, ENUM, state, N_("State"), .values = akk_plan_states) \
  F (T, REF, meeting_id, N_("Adopted in"), .table = "meeting") \
  F (T, DATE, closed_on, N_("Closed on")) \
  F (T, REF, successor_id, N_("Followed by"), .table = "plan")
/* clang-format on */

typedef enum { AKK_PLAN_CONCEPT, AKK_PLAN_ADOPTED, AKK_PLAN_CLOSED } AkkPlanState;
extern const AkkChoice akk_plan_states[];
AKK_DECLARE_RECORD (AkkPlan, akk_plan, AKK_PLAN_FIELDS)

/* The plans of an agreement by their years; those for one priority after that for all of it.
 * Elements AkkPlan. */
GPtrArray *akk_plans (AkkStore *store, gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;
/* Whether its years hold `year`. */
gboolean akk_plan_covers (const AkkPlan *self, gint64 year);
/* "2025", "2020–2021". */
char *akk_plan_years (const AkkPlan *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
