/* The page Actieplan: the actions of an agreement by year, in four views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

#include <glib/gi18n.h>

#include "ui/action-plan-menu.h"
#include "ui/undo-button.h"

G_DEFINE_FINAL_TYPE (AkkActionPlanPage, akk_action_plan_page, ADW_TYPE_BIN)

/* More years than these are chosen from a list. */
#define MOST_YEARS 6

enum { PROP_0, PROP_NARROW, PROP_MOST_YEARS, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- What is shown --- */

static void
show_state (AkkActionPlanPage *self)
{
  AkkActionRows *rows = akk_action_scope_rows (self->scope);
  const AkkActionFilter *filter = akk_action_scope_filter (self->scope);
  gboolean any = akk_action_scope_shown (self->scope)->len > 0;
  const char *name = "views";

  if (!any && !akk_action_filter_is_empty (filter))
    name = "nothing";
  else if (akk_action_rows_length (rows) == 0 && self->years->len == 0)
    name = "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
shown_changed_cb (AkkActionPlanPage *self)
{
  const AkkActionFilter *filter = akk_action_scope_filter (self->scope);

  if (self->searched && filter->text == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  self->searched = filter->text != NULL;
  akk_action_plan_page_show_years (self);
  show_state (self);
}

/* The plans may be others, too. */
static void
stepped_cb (AkkActionPlanPage *self)
{
  akk_action_plan_page_show_years (self);
  show_state (self);
}

static void
chosen_cb (AkkActionPlanPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           akk_action_scope_chosen (self->scope) != 0);
}

/* --- Callbacks of the template --- */

static void
year_toggled_cb (AkkActionPlanPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->year_toggles);

  if (name != NULL)
    akk_action_plan_page_choose_year (self, (guint) g_ascii_strtoull (name, NULL, 10));
}

static void
year_chosen_cb (AkkActionPlanPage *self)
{
  akk_action_plan_page_choose_year (self, gtk_drop_down_get_selected (self->year_choice));
}

static void
search_changed_cb (AkkActionPlanPage *self)
{
  if (self->scope != NULL)
    akk_action_scope_set_text (self->scope,
                               gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_mode_cb (AkkActionPlanPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar) && self->scope != NULL)
    akk_action_scope_set_text (self->scope, NULL);
}

/* Where the panel lies over the views, a click beside it closes it. */
static void
panel_shown_cb (AkkActionPlanPage *self)
{
  if (self->scope != NULL && !adw_overlay_split_view_get_show_sidebar (self->split_view))
    akk_action_scope_choose (self->scope, 0);
}

/* --- Virtual functions --- */

static void
akk_action_plan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (object);

  if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    g_value_set_uint (value, self->most_years);
}

static void
akk_action_plan_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (object);

  if (id == PROP_NARROW) {
    self->narrow = g_value_get_boolean (value);
    return;
  }
  self->most_years = g_value_get_uint (value);
  akk_action_plan_page_show_years (self);
}

static void
akk_action_plan_page_dispose (GObject *object)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (object);

  if (self->scope != NULL)
    akk_action_plan_page_set_agreement (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ACTION_PLAN_PAGE);
  G_OBJECT_CLASS (akk_action_plan_page_parent_class)->dispose (object);
}

static void
akk_action_plan_page_finalize (GObject *object)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (object);

  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->years_key, g_free);
  G_OBJECT_CLASS (akk_action_plan_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, header);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, year_toggles);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, views);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AkkActionPlanPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, year_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_shown_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (AKK_TYPE_ACTION_FILTER_BAR);
  g_type_ensure (AKK_TYPE_ACTION_FILTER_MENU);
  g_type_ensure (AKK_TYPE_ACTION_PANEL);
  g_type_ensure (AKK_TYPE_ACTION_PLAN_MENU);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
}

static void
akk_action_plan_page_class_init (AkkActionPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_action_plan_page_get_property;
  object_class->set_property = akk_action_plan_page_set_property;
  object_class->dispose = akk_action_plan_page_dispose;
  object_class->finalize = akk_action_plan_page_finalize;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_MOST_YEARS] = g_param_spec_uint ("most-years", NULL, NULL, 0, G_MAXUINT, MOST_YEARS,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/action-plan-page.ui");
  bind_children (widget_class);
  akk_action_plan_page_install_edits (widget_class);
  akk_action_plan_page_install_plans (widget_class);
  akk_action_plan_page_install_paper (widget_class);
  akk_action_plan_page_install_exchange (widget_class);
  akk_action_plan_page_install_registers (widget_class);
}

static gpointer
add_view (
    AkkActionPlanPage *self, GType type, const char *name, const char *title, const char *icon)
{
  GtkWidget *view = g_object_new (type, NULL);

  adw_view_stack_add_titled_with_icon (self->views, view, name, title, icon);
  return view;
}

/* Said in place of the views, with a button for what can be done about it. */
static void
add_status (AkkActionPlanPage *self,
            const char *name,
            AdwStatusPage *status,
            const char *label,
            const char *action,
            gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (status, button);
  gtk_stack_add_named (self->stack, GTK_WIDGET (status), name);
}

static AdwStatusPage *
status_new (const char *icon, const char *title, const char *description)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon, "title", title, "description",
                       description, NULL);
}

static void
add_views (AkkActionPlanPage *self)
{
  self->list =
      add_view (self, AKK_TYPE_ACTION_LIST, "list", _ ("List"), "view-list-bullet-symbolic");
  self->board = add_view (self, AKK_TYPE_ACTION_BOARD, "board", _ ("Board"), "view-dual-symbolic");
  self->timeline = add_view (self, AKK_TYPE_ACTION_TIMELINE, "timeline", _ ("Timeline"),
                             "view-continuous-symbolic");
  self->grid = add_view (self, AKK_TYPE_ACTION_GRID, "matrix", _ ("Matrix"), "view-grid-symbolic");
  add_status (self, "nothing",
              status_new ("edit-find-symbolic", _ ("No Action Passes the Filter"),
                          _ ("There are actions in this plan, but none of them is all that you "
                             "asked for.")),
              _ ("_Clear the Filter"), "plan.clear-filter", FALSE);
  add_status (self, "empty",
              status_new ("view-list-bullet-symbolic", _ ("No Action Plan Yet"),
                          _ ("A plan holds what is done in a year or a period: which actions, who "
                             "leads them, by when.")),
              _ ("Action _Plans…"), "plan.plans", TRUE);
}

static void
akk_action_plan_page_init (AkkActionPlanPage *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->most_years = MOST_YEARS;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_views (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->list));
}

/* --- Public --- */

static void
set_scope (AkkActionPlanPage *self, AkkActionScope *scope)
{
  akk_action_list_set_scope (self->list, scope);
  akk_action_board_set_scope (self->board, scope);
  akk_action_timeline_set_scope (self->timeline, scope);
  akk_action_grid_set_scope (self->grid, scope);
  akk_action_panel_set_scope (self->panel, scope);
  akk_action_filter_menu_set_scope (self->filter_menu, scope);
  akk_action_filter_bar_set_scope (self->filter_bar, scope);
}

void
akk_action_plan_page_set_agreement (AkkActionPlanPage *self,
                                    AkkStore *store,
                                    AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_ACTION_PLAN_PAGE (self));

  if (self->scope != NULL) {
    g_signal_handlers_disconnect_by_func (akk_action_scope_store (self->scope), stepped_cb, self);
    g_signal_handlers_disconnect_by_data (self->scope, self);
  }
  set_scope (self, NULL);
  g_clear_object (&self->scope);
  adw_navigation_view_pop_to_tag (self->navigation, "bodies");
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (agreement == NULL)
    return;
  self->scope = akk_action_scope_new (store, agreement);
  g_signal_connect_object (self->scope, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "shown-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  set_scope (self, self->scope);
  shown_changed_cb (self);
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
  adw_navigation_view_pop_to_tag (self->navigation, "bodies");
  akk_action_scope_set_filter (self->scope, &filter);
  akk_action_scope_choose (self->scope, id);
}
