/* What can be done with an action plan, under the button More.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Its items are the actions "plan.…" of the page Actieplan. */
#define AKK_TYPE_ACTION_PLAN_MENU (akk_action_plan_menu_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionPlanMenu, akk_action_plan_menu, AKK, ACTION_PLAN_MENU, AdwBin)

G_END_DECLS
