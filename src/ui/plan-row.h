/* A proposed meeting in the dialog: taken or not, and on which of its dates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/proposal.h"

G_BEGIN_DECLS

#define AKK_TYPE_PLAN_ROW (akk_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkPlanRow, akk_plan_row, AKK, PLAN_ROW, AdwExpanderRow)

/* `planner` and `meeting` outlive the row. */
GtkWidget *akk_plan_row_new (AkkPlanner *planner,
                             const AkkProposalMeeting *meeting,
                             AkkProposalFlags flags,
                             const char *body);
const AkkProposalMeeting *akk_plan_row_get_meeting (AkkPlanRow *self);
/* The date that is chosen; NULL when the meeting is not taken. */
const AkkProposalDate *akk_plan_row_get_date (AkkPlanRow *self);
/* Says in the row what is wrong with its choice; NULL: nothing. */
void akk_plan_row_set_problem (AkkPlanRow *self, const char *problem);

/* Signal "changed" (AkkPlanRow *): the user chose otherwise. */

G_END_DECLS
