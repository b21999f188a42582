/* The page Actieplan: commitments, and the actions per municipality and per partner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"
#include "ui/commitments-page.h"
#include "ui/plan-partners-page.h"

static void
show_commitments_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);

  if (self->scope != NULL)
    adw_navigation_view_push (self->navigation,
                              ADW_NAVIGATION_PAGE (akk_commitments_page_new (self->scope)));
}

static void
partner_chosen_cb (AkkActionPlanPage *self)
{
  adw_navigation_view_pop_to_tag (self->navigation, "bodies");
}

static void
show_partners_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);
  AkkPlanPartnersPage *page;

  if (self->scope == NULL)
    return;
  page = akk_plan_partners_page_new (self->scope);
  g_signal_connect_object (page, "chosen", G_CALLBACK (partner_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

void
akk_action_plan_page_install_registers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.show-commitments", NULL,
                                   show_commitments_action);
  gtk_widget_class_install_action (widget_class, "plan.show-partners", NULL, show_partners_action);
}
