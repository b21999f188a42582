/* What can be done with an action plan, under the button More.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-menu.h"

struct _AkkActionPlanMenu {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkActionPlanMenu, akk_action_plan_menu, ADW_TYPE_BIN)

static void
akk_action_plan_menu_class_init (AkkActionPlanMenuClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/be/akkoord/Akkoord/ui/action-plan-menu.ui");
}

static void
akk_action_plan_menu_init (AkkActionPlanMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
