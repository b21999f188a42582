/* The page Actieplan: actions that are made and edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

#include "ui/action-dialog.h"
#include "ui/action-filter-bar.h"

static void
saved_cb (AkkActionPlanPage *self, AkkAction *action)
{
  if (self->scope != NULL)
    akk_action_scope_choose (self->scope, action->record.id);
}

static void
add_action_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);
  g_autoptr (AkkPlan) plan = NULL;
  AdwDialog *dialog;

  if (self->scope == NULL)
    return;
  plan = akk_action_scope_plan (self->scope);
  dialog = akk_action_dialog_new (akk_action_scope_store (self->scope),
                                  akk_action_scope_agreement (self->scope), NULL, plan);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
edit_action_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);
  g_autoptr (AkkAction) action =
      self->scope != NULL ? akk_store_get (akk_action_scope_store (self->scope), &akk_action_record,
                                           g_variant_get_int64 (parameter))
                          : NULL;

  if (action != NULL)
    adw_dialog_present (akk_action_dialog_new (akk_action_scope_store (self->scope),
                                               akk_action_scope_agreement (self->scope), action,
                                               NULL),
                        widget);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);

  if (self->scope != NULL)
    akk_action_scope_clear_filter (self->scope);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_action_filter_menu_open (AKK_ACTION_PLAN_PAGE (widget)->filter_menu);
}

static void
plan_order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_action_list_sort_by_plan (AKK_ACTION_PLAN_PAGE (widget)->list);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);

  /* Who asks twice looks further than this plan. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->search_entry)) != NULL) {
    gtk_widget_activate_action (widget, "view.search-words", "s",
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
    return;
  }
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
close_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);

  if (self->scope != NULL)
    akk_action_scope_choose (self->scope, 0);
}

void
akk_action_plan_page_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.add-action", NULL, add_action_action);
  gtk_widget_class_install_action (widget_class, "plan.edit-action", "x", edit_action_action);
  gtk_widget_class_install_action (widget_class, "plan.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "plan.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "plan.plan-order", NULL, plan_order_action);
  gtk_widget_class_install_action (widget_class, "plan.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "plan.close-panel", NULL, close_panel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "plan.add-action", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "plan.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "plan.filter", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "plan.close-panel", NULL);
}
