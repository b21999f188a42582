/* The page Actieplan: export, import, a pasted block.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

void
akk_action_plan_page_install_exchange (GtkWidgetClass *widget_class)
{
}
