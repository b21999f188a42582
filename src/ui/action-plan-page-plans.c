/* The page Actieplan: plans, priorities, principles, the turn of the year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

void
akk_action_plan_page_install_plans (GtkWidgetClass *widget_class)
{
}
