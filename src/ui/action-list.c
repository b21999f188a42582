/* The actions of a plan as a list, by priority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-list-private.h"

#include <glib/gi18n.h>

/* Below this width a row has two lines. */
#define NARROW "max-width: 620sp"
#define FIRST_ROWS 24

G_DEFINE_FINAL_TYPE (AkkActionList, akk_action_list, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- What is selected --- */

static void
select_ids (AkkActionList *self, const GArray *ids)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (GtkBitset) bits = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, gint64, i));
  for (guint i = 0; ids->len > 0 && i < n; i++) {
    gint64 id = akk_action_items_id (self->items, i);

    if (g_hash_table_contains (wanted, &id))
      gtk_bitset_add (bits, i);
  }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), bits, all);
}

static void
show_bar (AkkActionList *self)
{
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (bits);
  g_autofree char *words =
      g_strdup_printf (g_dngettext (NULL, "%u action selected", "%u actions selected", n), n);

  gtk_label_set_label (self->bar_label, words);
  gtk_revealer_set_reveal_child (self->bar, n > 1);
}

/* The details follow what is selected, once they are shown. */
static void
selection_changed_cb (AkkActionList *self)
{
  g_autoptr (GtkBitset) bits = NULL;

  if (self->updating || self->scope == NULL)
    return;
  bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  show_bar (self);
  if (gtk_bitset_get_size (bits) == 1 && akk_action_scope_chosen (self->scope) != 0)
    akk_action_scope_choose (self->scope,
                             akk_action_items_id (self->items, gtk_bitset_get_minimum (bits)));
}

/* --- What is shown --- */

/* A view that begins with a section comes up below its head. */
static gboolean
scroll_up_cb (gpointer data)
{
  AkkActionList *self = data;

  if (self->scope != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return G_SOURCE_REMOVE;
}

static void
scroll_up (AkkActionList *self)
{
  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_up_cb, g_object_ref (self), g_object_unref);
}

static void
update (AkkActionList *self)
{
  g_autoptr (GArray) ids = akk_action_list_selected (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean at_top = gtk_adjustment_get_value (scroll) <= 0;

  self->behind = self->stale;
  self->stale = FALSE;
  self->updating = TRUE;
  if (self->number_length != akk_action_rows_number_length (akk_action_scope_rows (self->scope)))
    akk_action_list_fit_columns (self);
  akk_gradual_hold (&self->gradual);
  akk_action_items_update (self->items, self->scope);
  akk_gradual_release (&self->gradual);
  select_ids (self, ids);
  self->updating = FALSE;
  akk_action_list_refresh (self);
  self->behind = FALSE;
  show_bar (self);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0 ? "list" : "empty");
  if (at_top)
    scroll_up (self);
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
shown_changed_cb (AkkActionList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
chosen_cb (AkkActionList *self)
{
  gint64 id = akk_action_scope_chosen (self->scope);
  guint position = id != 0 ? akk_action_items_find (self->items, id) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  akk_gradual_reach (&self->gradual, position);
  if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    return;
  gtk_column_view_scroll_to (self->view, position, NULL,
                             GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

/* --- Pointer and keys --- */

static guint
position_at (AkkActionList *self, double x, double y, GtkWidget **widget)
{
  *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  return *widget != NULL ? akk_action_list_position_of (self, *widget) : GTK_INVALID_LIST_POSITION;
}

/* A click shows the details; that of a button in the row does what the button does. */
static gboolean
event_cb (AkkActionList *self, GdkEvent *event)
{
  GdkModifierType modifiers = gdk_event_get_modifier_state (event);
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self)));
  graphene_point_t point;
  double x, y, dx, dy;
  GtkWidget *widget;
  guint position;

  if (gdk_event_get_event_type (event) != GDK_BUTTON_RELEASE || self->scope == NULL ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 ||
      !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (GTK_NATIVE (native), &dx, &dy);
  if (!gtk_widget_compute_point (native, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) (x - dx), (float) (y - dy)), &point))
    return GDK_EVENT_PROPAGATE;
  position = position_at (self, point.x, point.y, &widget);
  if (position != GTK_INVALID_LIST_POSITION &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) == NULL)
    akk_action_scope_choose (self->scope, akk_action_items_id (self->items, position));
  return GDK_EVENT_PROPAGATE;
}

static void
secondary_pressed_cb (AkkActionList *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *widget;
  guint position = position_at (self, x, y, &widget);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  akk_action_list_show_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkActionList *self = AKK_ACTION_LIST (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return GDK_EVENT_PROPAGATE;
  akk_action_list_show_menu (self, bounds.origin.x + 24, bounds.origin.y + bounds.size.height);
  return GDK_EVENT_STOP;
}

static void
activate_cb (AkkActionList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.edit-action", "x",
                              akk_action_items_id (self->items, position));
}

/* --- Virtual functions --- */

static void
akk_action_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_ACTION_LIST (object)->narrow);
}

static void
akk_action_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkActionList *self = AKK_ACTION_LIST (object);

  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  akk_action_list_fit_columns (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
akk_action_list_map (GtkWidget *widget)
{
  AkkActionList *self = AKK_ACTION_LIST (widget);
  gboolean stale = self->stale && self->scope != NULL;

  akk_action_list_fit_columns (self);
  if (stale)
    update (self);
  GTK_WIDGET_CLASS (akk_action_list_parent_class)->map (widget);
  scroll_up (self);
  if (stale)
    chosen_cb (self);
}

static void
akk_action_list_dispose (GObject *object)
{
  AkkActionList *self = AKK_ACTION_LIST (object);

  akk_action_list_set_scope (self, NULL);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  if (self->view != NULL) {
    akk_gradual_clear (&self->gradual);
    akk_late_cells_clear (&self->cells);
  }
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_weak_pointer (&self->focus);
  self->view = NULL;
  G_OBJECT_CLASS (akk_action_list_parent_class)->dispose (object);
}

static void
akk_action_list_finalize (GObject *object)
{
  AkkActionList *self = AKK_ACTION_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->targets, g_array_unref);
  G_OBJECT_CLASS (akk_action_list_parent_class)->finalize (object);
}

static void
akk_action_list_class_init (AkkActionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_action_list_get_property;
  object_class->set_property = akk_action_list_set_property;
  object_class->dispose = akk_action_list_dispose;
  object_class->finalize = akk_action_list_finalize;
  widget_class->map = akk_action_list_map;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  akk_action_list_install_edits (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "actions.delete", NULL);
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_New Action…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Actions Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("What will be done, and who leads it?"));
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.add-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
add_view (AkkActionList *self)
{
  self->items = akk_action_items_new ();
  self->selection = gtk_multi_selection_new (
      akk_gradual_init (&self->gradual, g_object_ref (G_LIST_MODEL (self->items)), FIRST_ROWS));
  self->view =
      GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  akk_gradual_set_widget (&self->gradual, GTK_WIDGET (self->view));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "akk-actions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actions"), -1);
  akk_action_list_add_columns (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_controllers (AkkActionList *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), events);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
akk_action_list_init (AkkActionList *self)
{
  GtkWidget *breakpoints = adw_breakpoint_bin_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse (NARROW));

  add_view (self);
  add_controllers (self);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->scroller), "list");
  gtk_stack_add_named (self->stack, empty_new (), "empty");
  self->bar = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->bar, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->bar, akk_action_list_bar_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_widget_set_size_request (breakpoints, 200, 150);
  adw_breakpoint_add_setters (narrow, G_OBJECT (self), "narrow", TRUE, NULL);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (breakpoints), narrow);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (breakpoints), box);
  adw_bin_set_child (ADW_BIN (self), breakpoints);
}

/* --- Public --- */

void
akk_action_list_set_scope (AkkActionList *self, AkkActionScope *scope)
{
  g_return_if_fail (AKK_IS_ACTION_LIST (self));

  if (self->scope != NULL) {
    g_signal_handlers_disconnect_by_func (self->scope, shown_changed_cb, self);
    g_signal_handlers_disconnect_by_func (self->scope, chosen_cb, self);
  }
  g_clear_pointer (&self->targets, g_array_unref);
  g_set_object (&self->scope, scope);
  if (scope == NULL) {
    akk_action_items_update (self->items, NULL);
    return;
  }
  g_signal_connect_swapped (scope, "shown-changed", G_CALLBACK (shown_changed_cb), self);
  g_signal_connect_swapped (scope, "chosen", G_CALLBACK (chosen_cb), self);
  self->stale = TRUE;
  shown_changed_cb (self);
  scroll_up (self);
}

void
akk_action_list_sort_by_plan (AkkActionList *self)
{
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
}
