/* The page Actieplan: printing, and the public edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"
#include "ui/action-plan-print.h"

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);

  if (self->scope != NULL)
    akk_action_plan_print (widget, self->scope);
}

static void
publish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);

  if (self->scope != NULL)
    akk_action_plan_publish (widget, self->scope);
}

void
akk_action_plan_page_install_paper (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "plan.publish", NULL, publish_action);
}
