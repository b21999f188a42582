/* A list of records in an order that the user makes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-list.h"

#include <glib/gi18n.h>

#include "core/order.h"

struct _AkkRecordList {
  AdwBin parent_instance;

  GtkListBox *list_box;

  AkkStore *store;
  GListModel *records;
  AkkRecordDescribe describe;
  const char *empty;
  AkkRecordRowNew create; /* NULL: rows of a title and a subtitle */
  AkkRecordRowDescribe update;
  gpointer rows_data;
  GtkFilter *filter; /* NULL: all */
  GtkSorter *sorter; /* NULL: as people moved them */
};

G_DEFINE_FINAL_TYPE (AkkRecordList, akk_record_list, ADW_TYPE_BIN)

static const char button_key[] = "akk-button";

enum { ACTIVATED, DELETE_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Finding --- */

/* Its place in the list, or -1. */
static int
index_of (AkkRecordList *self, gint64 id)
{
  for (guint i = 0; self->records != NULL && i < g_list_model_get_n_items (self->records); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (self->records, i);

    if (record->id == id)
      return (int) i;
  }
  return -1;
}

/* "" before the first and after the last record. */
static char *
position_at (AkkRecordList *self, int index)
{
  g_autoptr (AkkRecord) record = index >= 0 ? g_list_model_get_item (self->records, index) : NULL;

  return g_strdup (record != NULL ? akk_record_get_text (
                                        record, akk_record_type_field (record->type, "position"))
                                  : "");
}

/* --- Moving --- */

/* Puts a record before the one at `target`, counted as the list is now. */
static void
move_to (AkkRecordList *self, gint64 id, int target)
{
  int index = index_of (self, id);
  int n = (int) g_list_model_get_n_items (self->records);
  g_autoptr (AkkRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *position = NULL;

  if (index < 0 || target < 0 || target > n || target == index || target == index + 1 ||
      self->sorter != NULL)
    return;
  record = g_list_model_get_item (self->records, index);
  before = position_at (self, target - 1);
  after = position_at (self, target);
  position = akk_order_between (before, after);
  akk_store_begin (self->store, N_ ("Move in the list"));
  akk_store_set_text (self->store, record, "position", position);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (GTK_WIDGET (self), _ ("Not Moved"), error);
  akk_record_list_focus (self, id);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, AkkRecordList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int index = index_of (self, akk_record_row_get (row)->id);
  gboolean below = y > gtk_widget_get_height (row) / 2.0;

  move_to (self, g_value_get_int64 (value), index + (below ? 1 : 0));
  return TRUE;
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, AkkRecordList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_INT64, akk_record_row_get (row)->id);
}

static void
drag_begun_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
add_dragging (AkkRecordList *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begun_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* --- Rows --- */

static GMenu *
row_menu (AkkRecordList *self, gint64 id)
{
  static const struct {
    const char *label, *action;
    gboolean moves;
  } items[] = { { N_ ("_Edit…"), "list.edit", FALSE },
                { N_ ("Move _Up"), "list.move-up", TRUE },
                { N_ ("Move _Down"), "list.move-down", TRUE },
                { N_ ("_Delete"), "list.delete", FALSE } };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = NULL;

    if (items[i].moves && self->sorter != NULL)
      continue;
    item = g_menu_item_new (_ (items[i].label), NULL);
    g_menu_item_set_action_and_target (item, items[i].action, "x", id);
    g_menu_append_item (menu, item);
  }
  return menu;
}

static void
add_menu (AkkRecordList *self, GtkWidget *row, gint64 id)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = row_menu (self, id);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  if (ADW_IS_EXPANDER_ROW (row)) {
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
  } else {
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  g_object_set_data (G_OBJECT (row), button_key, button);
}

static GtkWidget *
row_new (gpointer data, AkkRecord *record)
{
  AkkRecordList *self = data;
  GtkWidget *row =
      self->create != NULL ? self->create (self->rows_data, record) : adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  add_menu (self, row, record->id);
  if (self->sorter == NULL)
    add_dragging (self, row);
  return row;
}

static void
describe_row (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkRecordList *self = data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *tooltip = NULL;
  GtkWidget *button = g_object_get_data (G_OBJECT (row), button_key);

  self->describe (self->store, record, index + 1, &title, &subtitle);
  tooltip = g_strdup_printf (_ ("Menu of %s"), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", subtitle != NULL ? subtitle : "", NULL);
  if (button != NULL)
    gtk_widget_set_tooltip_text (button, tooltip);
  if (self->update != NULL)
    self->update (self->rows_data, row, record, index);
}

static void
fill (AkkRecordList *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) != NULL;

  /* What was written may count for another place, or for another list. */
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->sorter != NULL)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  akk_record_rows_update (self->list_box, self->records, row_new, describe_row, self);
  if (g_list_model_get_n_items (self->records) == 0) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->empty);
    gtk_widget_add_css_class (row, "dimmed");
    gtk_list_box_append (self->list_box, row);
    if (focused)
      gtk_widget_grab_focus (row);
  }
}

/* --- Actions --- */

static void
row_activated_cb (AkkRecordList *self, GtkWidget *row)
{
  if (akk_record_row_get (row) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, akk_record_row_get (row));
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRecordList *self = AKK_RECORD_LIST (widget);
  gint64 id = g_variant_get_int64 (parameter);
  int index = index_of (self, id);
  g_autoptr (AkkRecord) record = index >= 0 ? g_list_model_get_item (self->records, index) : NULL;

  if (record == NULL)
    return;
  if (g_str_equal (name, "list.move-up"))
    move_to (self, id, index - 1);
  else if (g_str_equal (name, "list.move-down"))
    move_to (self, id, index + 2);
  else
    g_signal_emit (self, signals[g_str_equal (name, "list.edit") ? ACTIVATED : DELETE_WANTED], 0,
                   record);
}

/* A key acts on the row that has the focus. */
static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gint64 id = akk_record_rows_focused (AKK_RECORD_LIST (widget)->list_box);

  if (id == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, data, "x", id);
  return GDK_EVENT_STOP;
}

/* --- Virtual functions --- */

static void
akk_record_list_dispose (GObject *object)
{
  AkkRecordList *self = AKK_RECORD_LIST (object);

  akk_record_list_set_records (self, NULL, NULL, NULL, 0, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  G_OBJECT_CLASS (akk_record_list_parent_class)->dispose (object);
}

static void
akk_record_list_class_init (AkkRecordListClass *klass)
{
  static const char *const actions[] = { "list.edit", "list.move-up", "list.move-down",
                                         "list.delete" };
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_KEY_Up, GDK_ALT_MASK, "list.move-up" },
               { GDK_KEY_Down, GDK_ALT_MASK, "list.move-down" },
               { GDK_KEY_Delete, 0, "list.delete" } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_record_list_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", AKK_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  signals[DELETE_WANTED] = g_signal_new ("delete-wanted", AKK_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "x", row_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (key_cb, (gpointer) keys[i].action, NULL));

    gtk_widget_class_add_shortcut (widget_class, shortcut);
    g_object_unref (shortcut);
  }
}

static void
akk_record_list_init (AkkRecordList *self)
{
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  akk_record_rows_keep_order (self->list_box);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "boxed-list");
  g_signal_connect_swapped (self->list_box, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list_box));
}

/* --- Public --- */

void
akk_record_list_set_records (AkkRecordList *self,
                             AkkStore *store,
                             const AkkRecordType *type,
                             const char *ref,
                             gint64 id,
                             AkkRecordDescribe describe,
                             const char *empty)
{
  g_return_if_fail (AKK_IS_RECORD_LIST (self));

  if (self->store != NULL) {
    g_signal_handlers_disconnect_by_func (self->store, fill, self);
    gtk_list_box_remove_all (self->list_box);
  }
  g_clear_object (&self->records);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  self->describe = describe;
  self->empty = empty;
  self->records = akk_store_list (store, type, ref, id);
  if (self->filter != NULL)
    self->records =
        G_LIST_MODEL (gtk_filter_list_model_new (self->records, g_object_ref (self->filter)));
  if (self->sorter != NULL)
    self->records =
        G_LIST_MODEL (gtk_sort_list_model_new (self->records, g_object_ref (self->sorter)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->label), -1);
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (fill), self);
  fill (self);
}

void
akk_record_list_set_rows (AkkRecordList *self,
                          AkkRecordRowNew create,
                          AkkRecordRowDescribe update,
                          gpointer data)
{
  g_return_if_fail (AKK_IS_RECORD_LIST (self));
  g_return_if_fail (self->records == NULL);

  self->create = create;
  self->update = update;
  self->rows_data = data;
}

void
akk_record_list_set_choice (AkkRecordList *self, GtkFilter *filter, GtkSorter *sorter)
{
  g_return_if_fail (AKK_IS_RECORD_LIST (self));
  g_return_if_fail (self->records == NULL);

  g_set_object (&self->filter, filter);
  g_set_object (&self->sorter, sorter);
}

GtkListBox *
akk_record_list_get_list_box (AkkRecordList *self)
{
  g_return_val_if_fail (AKK_IS_RECORD_LIST (self), NULL);

  return self->list_box;
}

char *
akk_record_list_next_position (AkkRecordList *self)
{
  g_autofree char *last = NULL;

  g_return_val_if_fail (AKK_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (self->records != NULL, NULL);

  last = position_at (self, (int) g_list_model_get_n_items (self->records) - 1);
  return akk_order_between (last, "");
}

void
akk_record_list_focus (AkkRecordList *self, gint64 id)
{
  g_return_if_fail (AKK_IS_RECORD_LIST (self));

  akk_record_rows_focus (self->list_box, id);
}

static void
made_cb (AkkRecordList *self, AkkRecord *record, AkkRecordDialog *dialog)
{
  akk_record_dialog_focus_after (dialog, akk_record_rows_find (self->list_box, record->id));
}

void
akk_record_list_focus_made (AkkRecordList *self, AkkRecordDialog *dialog)
{
  g_return_if_fail (AKK_IS_RECORD_LIST (self));

  g_signal_connect_object (dialog, "applied", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
}
