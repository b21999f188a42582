/* The page Actieplan: the actions of an agreement by year, in four views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

#include <glib/gi18n.h>

#include "ui/undo-button.h"

G_DEFINE_FINAL_TYPE (AkkActionPlanPage, akk_action_plan_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
set_narrow (AkkActionPlanPage *self, gboolean narrow)
{
  self->narrow = narrow;
  adw_overlay_split_view_set_collapsed (self->split_view, narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), !narrow);
}

static void
chosen_cb (AkkActionPlanPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           akk_action_scope_chosen (self->scope) != 0);
}

static void
akk_action_plan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_ACTION_PLAN_PAGE (object)->narrow);
}

static void
akk_action_plan_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  set_narrow (AKK_ACTION_PLAN_PAGE (object), g_value_get_boolean (value));
}

static void
akk_action_plan_page_dispose (GObject *object)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (object);

  g_clear_object (&self->scope);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_PLAN_PAGE);
  G_OBJECT_CLASS (akk_action_plan_page_parent_class)->dispose (object);
}

static void
akk_action_plan_page_class_init (AkkActionPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_action_plan_page_get_property;
  object_class->set_property = akk_action_plan_page_set_property;
  object_class->dispose = akk_action_plan_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_ACTION_BOARD);
  g_type_ensure (AKK_TYPE_ACTION_GRID);
  g_type_ensure (AKK_TYPE_ACTION_LIST);
  g_type_ensure (AKK_TYPE_ACTION_PANEL);
  g_type_ensure (AKK_TYPE_ACTION_TIMELINE);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, header);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, year_toggles);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, views);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, list);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, board);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, grid);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, panel);
  akk_action_plan_page_install_plans (widget_class);
  akk_action_plan_page_install_paper (widget_class);
  akk_action_plan_page_install_exchange (widget_class);
  akk_action_plan_page_install_registers (widget_class);
}

static void
akk_action_plan_page_init (AkkActionPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_action_plan_page_set_agreement (AkkActionPlanPage *self,
                                    AkkStore *store,
                                    AkkAgreement *agreement)
{
  g_clear_object (&self->scope);
  if (agreement != NULL) {
    self->scope = akk_action_scope_new (store, agreement);
    g_signal_connect_object (self->scope, "chosen", G_CALLBACK (chosen_cb), self,
                             G_CONNECT_SWAPPED);
  }
  akk_action_list_set_scope (self->list, self->scope);
  akk_action_board_set_scope (self->board, self->scope);
  akk_action_timeline_set_scope (self->timeline, self->scope);
  akk_action_grid_set_scope (self->grid, self->scope);
  akk_action_panel_set_scope (self->panel, self->scope);
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

void
akk_action_plan_page_show_action (AkkActionPlanPage *self, gint64 id)
{
  const AkkActionRow *row =
      self->scope != NULL ? akk_action_rows_find (akk_action_scope_rows (self->scope), id) : NULL;
  g_auto (AkkActionFilter) filter = { 0 };

  if (row == NULL)
    return;
  filter.year = row->plan_id != 0 ? row->first_year : AKK_YEAR_NONE;
  akk_action_scope_set_filter (self->scope, &filter);
  akk_action_scope_choose (self->scope, id);
}
