/* The page Actieplan: commitments, and the actions per municipality and per partner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

void
akk_action_plan_page_install_registers (GtkWidgetClass *widget_class)
{
}
