/* The dialog that proposes dates for what is still to be planned.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define AKK_TYPE_PLAN_DIALOG (akk_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkPlanDialog, akk_plan_dialog, AKK, PLAN_DIALOG, AdwDialog)

/* For one body; 0: for all of the agreement. A body of that name in the agreement that follows goes
 * along. What is chosen is planned as one action. */
AkkPlanDialog *akk_plan_dialog_new (AkkStore *store, AkkAgreement *agreement, gint64 body_id);

G_END_DECLS
