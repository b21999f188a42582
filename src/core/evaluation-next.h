/* From the conclusions of a report to the plan of the year after it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evaluations.h"

G_BEGIN_DECLS

/* The plan of the year after the report: one of the store, or (without id) a new one. Where the
 * agreement ends it is that of the one that follows. A closed one takes no conclusions any more:
 * then that year has its plan, and the report is too old to begin one from. */
AkkPlan *akk_evaluation_next_plan (AkkStore *store,
                                   const AkkEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;
/* Inside an action: akk_conclusion_carry_out() in that plan, which is added to the store if need
 * be. In another agreement, the priority is the one of the same title. */
AkkAction *akk_evaluation_carry_out (AkkStore *store,
                                     AkkConclusion *conclusion,
                                     AkkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
