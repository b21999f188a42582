/* A list at the caret from which to choose what is inserted; typing narrows it down.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/insert-popover.h"

#include <glib/gi18n.h>

struct _AkkInsertPopover {
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkStack *stack;
  GtkWidget *scroller, *nothing;
  GtkListBox *list;
  GtkCheckButton *option;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (AkkInsertPopover, akk_insert_popover, GTK_TYPE_POPOVER)

static const char *
row_data (GtkListBoxRow *row, const char *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

/* --- The rows --- */

static gboolean
row_matches_cb (GtkListBoxRow *row, gpointer data)
{
  AkkInsertPopover *self = data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  g_auto (GStrv) words = g_strsplit (g_strstrip (wanted), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (row_data (row, "akk-words"), words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static GtkListBoxRow *
next_row (AkkInsertPopover *self, int index, int by)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, index)) != NULL &&
         !row_matches_cb (row, self))
    index += by;
  return row;
}

/* The focus stays in the entry: the row that is chosen must be said. */
static void
select_row (AkkInsertPopover *self, GtkListBoxRow *row)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &area))
    gtk_adjustment_clamp_page (adjustment, area.origin.y, area.origin.y + area.size.height);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), row_data (row, "akk-label"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
choose (AkkInsertPopover *self, GtkListBoxRow *row)
{
  g_autofree char *value = g_strdup (row_data (row, "akk-value"));

  self->chosen = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit_by_name (self, "chosen", value);
}

/* --- Callbacks --- */

static void
search_changed_cb (AkkInsertPopover *self)
{
  GtkListBoxRow *first;

  gtk_list_box_invalidate_filter (self->list);
  first = next_row (self, 0, 1);
  gtk_stack_set_visible_child (self->stack, first != NULL ? self->scroller : self->nothing);
  select_row (self, first);
  /* The rows above it are hidden only when the list is laid out again. */
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
entry_activated_cb (AkkInsertPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && row_matches_cb (row, self))
    choose (self, row);
}

static void
stop_search_cb (AkkInsertPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
row_activated_cb (AkkInsertPopover *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static gboolean
key_pressed_cb (AkkInsertPopover *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int by = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
           : key == GDK_KEY_Up || key == GDK_KEY_KP_Up   ? -1
                                                         : 0;

  if (by == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  select_row (self, next_row (self, gtk_list_box_row_get_index (row) + by, by));
  return GDK_EVENT_STOP;
}

static void
closed_cb (AkkInsertPopover *self)
{
  if (!self->chosen)
    g_signal_emit_by_name (self, "left", gtk_editable_get_text (self->entry));
}

/* --- Class --- */

static void
akk_insert_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_INSERT_POPOVER);
  G_OBJECT_CLASS (akk_insert_popover_parent_class)->dispose (object);
}

static void
akk_insert_popover_class_init (AkkInsertPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_insert_popover_dispose;
  g_signal_new ("chosen", AKK_TYPE_INSERT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("left", AKK_TYPE_INSERT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/insert-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkInsertPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, AkkInsertPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkInsertPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkInsertPopover, nothing);
  gtk_widget_class_bind_template_child (widget_class, AkkInsertPopover, list);
  gtk_widget_class_bind_template_child (widget_class, AkkInsertPopover, option);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
akk_insert_popover_init (AkkInsertPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, row_matches_cb, self, NULL);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/* --- Public --- */

GtkWidget *
akk_insert_popover_new (const char *what)
{
  AkkInsertPopover *self = g_object_new (AKK_TYPE_INSERT_POPOVER, NULL);

  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  -1);
  return GTK_WIDGET (self);
}

static GtkWidget *
words_label_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

void
akk_insert_popover_add (
    AkkInsertPopover *self, const char *value, const char *label, const char *detail, guint depth)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *words = g_strconcat (label, " ", detail, " ", value, NULL);

  g_return_if_fail (AKK_IS_INSERT_POPOVER (self));
  gtk_box_append (GTK_BOX (box), words_label_new (label));
  if (*detail != '\0') {
    GtkWidget *second = words_label_new (detail);

    gtk_widget_add_css_class (second, "caption");
    gtk_widget_add_css_class (second, "dimmed");
    gtk_box_append (GTK_BOX (box), second);
  }
  gtk_widget_set_margin_start (box, (int) depth * 12);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "akk-value", g_strdup (value), g_free);
  g_object_set_data_full (G_OBJECT (row), "akk-label", g_strdup (label), g_free);
  g_object_set_data_full (G_OBJECT (row), "akk-words", g_utf8_casefold (words, -1), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  gtk_list_box_append (self->list, row);
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
akk_insert_popover_set_option (AkkInsertPopover *self, const char *label)
{
  g_return_if_fail (AKK_IS_INSERT_POPOVER (self));
  gtk_check_button_set_label (self->option, label);
  gtk_widget_set_visible (GTK_WIDGET (self->option), TRUE);
}

gboolean
akk_insert_popover_get_option (AkkInsertPopover *self)
{
  g_return_val_if_fail (AKK_IS_INSERT_POPOVER (self), FALSE);
  return gtk_check_button_get_active (self->option);
}
