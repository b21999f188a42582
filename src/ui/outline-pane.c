/* The outline beside the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/outline-pane.h"

struct _AkkOutlinePane {
  AdwBin parent_instance;

  GListStore *items; /* AkkOutlineItem */
  GtkSingleSelection *selection;
  GtkListView *list_view;
  guint scroll_source;
};

enum {
  SECTION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkOutlinePane, akk_outline_pane, ADW_TYPE_BIN)

static gboolean
same_row (AkkOutlinePane *self, guint position, AkkOutlineItem *item)
{
  g_autoptr (AkkOutlineItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return akk_outline_item_equal (old, item);
}

static void
activate_cb (AkkOutlinePane *self, guint position)
{
  g_autoptr (AkkOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_signal_emit (self, signals[SECTION_ACTIVATED], 0, akk_outline_item_get_section (item));
}

static gboolean
scroll_cb (gpointer data)
{
  AkkOutlinePane *self = data;
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->scroll_source = 0;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

static void
akk_outline_pane_dispose (GObject *object)
{
  AkkOutlinePane *self = AKK_OUTLINE_PANE (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_OUTLINE_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (akk_outline_pane_parent_class)->dispose (object);
}

static void
akk_outline_pane_class_init (AkkOutlinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_outline_pane_dispose;
  signals[SECTION_ACTIVATED] =
      g_signal_new ("section-activated", AKK_TYPE_OUTLINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (AKK_TYPE_OUTLINE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/outline-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkOutlinePane, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
akk_outline_pane_init (AkkOutlinePane *self)
{
  self->items = g_list_store_new (AKK_TYPE_OUTLINE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

void
akk_outline_pane_set_outline (AkkOutlinePane *self, GPtrArray *outline)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint head = 0, tail = 0;

  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  for (guint i = 0; outline != NULL && i < outline->len; i++)
    g_ptr_array_add (items, akk_outline_item_new (outline->pdata[i]));
  while (head < MIN (n_old, items->len) && same_row (self, head, items->pdata[head]))
    head++;
  while (tail < MIN (n_old, items->len) - head &&
         same_row (self, n_old - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  if (n_old - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (self->items, head, n_old - head - tail, items->pdata + head,
                         items->len - head - tail);
}

void
akk_outline_pane_select (AkkOutlinePane *self, gint64 section)
{
  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    g_autoptr (AkkOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    if (akk_outline_item_get_section (item) != section)
      continue;
    /* In a long outline too the chosen row is in sight, and Tab goes to it. */
    gtk_list_view_scroll_to (self->list_view, i, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS,
                             NULL);
    /* Once more when a row that is new has its place. */
    if (self->scroll_source == 0)
      self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
    return;
  }
}

gint64
akk_outline_pane_get_selected (AkkOutlinePane *self)
{
  AkkOutlineItem *item;

  g_return_val_if_fail (AKK_IS_OUTLINE_PANE (self), 0);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? akk_outline_item_get_section (item) : 0;
}

GListModel *
akk_outline_pane_get_items (AkkOutlinePane *self)
{
  g_return_val_if_fail (AKK_IS_OUTLINE_PANE (self), NULL);

  return G_LIST_MODEL (self->items);
}
