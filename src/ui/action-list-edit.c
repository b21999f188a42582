/* The list of actions: what is done to rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-list-private.h"

#include <glib/gi18n.h>

#include "ui/action-change.h"

/* --- Which rows --- */

GArray *
akk_action_list_selected (AkkActionList *self)
{
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    gint64 id = akk_action_items_id (self->items, position);

    g_array_append_val (ids, id);
  }
  return ids;
}

static GArray *
targets (AkkActionList *self)
{
  return self->targets != NULL ? g_array_ref (self->targets) : akk_action_list_selected (self);
}

static gint64
agreement_id (AkkActionList *self)
{
  return akk_action_scope_agreement (self->scope)->record.id;
}

/* --- The menus --- */

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* What the menu does comes after it closes. */
static void
closed_cb (AkkActionList *self, GtkWidget *popover)
{
  if (self->popover == popover)
    self->popover = NULL;
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
  g_idle_add_full (G_PRIORITY_LOW, unparent_cb, g_object_ref (popover), NULL);
}

static void
pop_up (AkkActionList *self, GMenuModel *menu, const GdkRectangle *at)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->popover = popover;
  g_set_weak_pointer (&self->focus, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pop_up_for (AkkActionList *self, GMenuModel *menu, AkkAction *action, GtkWidget *at)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return;
  g_clear_pointer (&self->targets, g_array_unref);
  self->targets = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->targets, action->record.id);
  pop_up (self, menu,
          &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                            (int) bounds.size.height });
}

void
akk_action_list_choose_status (AkkActionList *self, AkkAction *action, GtkWidget *at)
{
  g_autoptr (GMenuModel) menu = akk_action_statuses_menu ("actions.set-status");

  pop_up_for (self, menu, action, at);
}

void
akk_action_list_choose_lead (AkkActionList *self, AkkAction *action, GtkWidget *at)
{
  g_autoptr (GMenuModel) menu = akk_action_leads_menu (akk_action_scope_store (self->scope),
                                                       agreement_id (self), "actions.set-lead");

  pop_up_for (self, menu, action, at);
}

static void
append_choices (AkkActionList *self, GMenu *menu)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  gint64 agreement = agreement_id (self);
  g_autoptr (GMenuModel) statuses = akk_action_statuses_menu ("actions.set-status");
  g_autoptr (GMenuModel) leads = akk_action_leads_menu (store, agreement, "actions.set-lead");
  g_autoptr (GMenuModel) priorities =
      akk_action_priorities_menu (store, agreement, "actions.set-priority");
  g_autoptr (GMenuModel) plans = akk_action_plans_menu (store, agreement, "actions.move");

  g_menu_append_submenu (menu, _ ("_Status"), statuses);
  g_menu_append_submenu (menu, _ ("_Lead"), leads);
  g_menu_append_submenu (menu, _ ("_Priority"), priorities);
  g_menu_append (menu, _ ("_Deadline…"), "actions.ask-deadline");
  g_menu_append_submenu (menu, _ ("_Move To"), plans);
}

void
akk_action_list_show_menu (AkkActionList *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_is_empty (bits) || self->scope == NULL)
    return;
  g_clear_pointer (&self->targets, g_array_unref);
  if (gtk_bitset_get_size (bits) == 1) {
    g_menu_append (open, _ ("_Edit…"), "actions.edit");
    g_menu_append (open, _ ("_Details"), "actions.show-details");
  }
  append_choices (self, change);
  g_menu_append (remove, _ ("De_lete"), "actions.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  pop_up (self, G_MENU_MODEL (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* --- The bar under a selection of several --- */

static void
fill_bar_menu_cb (GtkMenuButton *button, gpointer data)
{
  AkkActionList *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_clear_pointer (&self->targets, g_array_unref);
  if (self->scope != NULL)
    append_choices (self, menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

GtkWidget *
akk_action_list_bar_new (AkkActionList *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *change = gtk_menu_button_new ();
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *clear = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_add_css_class (bar, "akk-action-bar");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (change), _ ("_Change"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (change), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (change), fill_bar_menu_cb, self, NULL);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (change), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (delete, _ ("Delete Selected Actions"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (delete), "actions.delete");
  gtk_widget_set_tooltip_text (clear, _ ("Select None"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "actions.select-none");
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), change);
  gtk_box_append (GTK_BOX (bar), delete);
  gtk_box_append (GTK_BOX (bar), clear);
  self->bar_label = GTK_LABEL (label);
  return bar;
}

/* --- Actions --- */

static void
set_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionList *self = AKK_ACTION_LIST (widget);
  AkkStore *store = self->scope != NULL ? akk_action_scope_store (self->scope) : NULL;
  g_autoptr (GArray) ids = store != NULL ? targets (self) : NULL;
  gint64 value = g_variant_get_int64 (parameter);

  if (store == NULL)
    return;
  if (g_str_equal (name, "actions.set-status"))
    akk_actions_set_status (widget, store, ids, (AkkActionStatus) value);
  else if (g_str_equal (name, "actions.set-lead"))
    akk_actions_set_lead (widget, store, ids, value);
  else if (g_str_equal (name, "actions.set-priority"))
    akk_actions_set_priority (widget, store, ids, value);
  else
    akk_actions_move (widget, store, ids, value);
}

static void
ask_deadline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionList *self = AKK_ACTION_LIST (widget);
  g_autoptr (GArray) ids = akk_action_list_selected (self);

  if (self->scope != NULL)
    akk_actions_ask_deadline (widget, akk_action_scope_store (self->scope), ids);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionList *self = AKK_ACTION_LIST (widget);
  g_autoptr (GArray) ids = akk_action_list_selected (self);

  if (self->scope != NULL)
    akk_actions_delete (widget, akk_action_scope_store (self->scope), ids);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = akk_action_list_selected (AKK_ACTION_LIST (widget));

  if (ids->len == 1)
    gtk_widget_activate_action (widget, "plan.edit-action", "x", g_array_index (ids, gint64, 0));
}

static void
show_details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionList *self = AKK_ACTION_LIST (widget);
  g_autoptr (GArray) ids = akk_action_list_selected (self);

  if (ids->len == 1)
    akk_action_scope_choose (self->scope, g_array_index (ids, gint64, 0));
}

static void
select_none_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (AKK_ACTION_LIST (widget)->selection));
}

void
akk_action_list_install_edits (GtkWidgetClass *widget_class)
{
  static const char *const setting[] = { "actions.set-status", "actions.set-lead",
                                         "actions.set-priority", "actions.move" };

  for (guint i = 0; i < G_N_ELEMENTS (setting); i++)
    gtk_widget_class_install_action (widget_class, setting[i], "x", set_action);
  gtk_widget_class_install_action (widget_class, "actions.ask-deadline", NULL, ask_deadline_action);
  gtk_widget_class_install_action (widget_class, "actions.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "actions.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "actions.show-details", NULL, show_details_action);
  gtk_widget_class_install_action (widget_class, "actions.select-none", NULL, select_none_action);
}
