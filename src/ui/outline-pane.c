/* The outline beside the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/outline-pane.h"

#include "ui/outline-row.h"

struct _AkkOutlinePane {
  AdwBin parent_instance;

  GListStore *items; /* AkkOutlineItem */
  GtkSingleSelection *selection;
  GtkListView *list_view;
  GPtrArray *outline;
  GHashTable *findings;
  GHashTable *empty; /* sections that have to be filled still */
  guint scroll_source;
  guint rename_tick, n_frames; /* renaming waits for its row */
};

#define MAX_FRAMES 60

enum {
  SECTION_ACTIVATED,
  FRONT_ACTIVATED,
  SIGNATURES_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkOutlinePane, akk_outline_pane, ADW_TYPE_BIN)

/* TRUE if the row at a position is of the same section as `item`: it then says the same. */
static gboolean
update_row (AkkOutlinePane *self, guint position, AkkOutlineItem *item)
{
  g_autoptr (AkkOutlineItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (!akk_outline_item_is_same (old, item))
    return FALSE;
  akk_outline_item_update (old, item);
  return TRUE;
}

static void
activate_cb (AkkOutlinePane *self, guint position)
{
  g_autoptr (AkkOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  switch (akk_outline_item_get_kind (item)) {
  case AKK_OUTLINE_FRONT:
    g_signal_emit (self, signals[FRONT_ACTIVATED], 0);
    break;
  case AKK_OUTLINE_SIGNATURES:
    g_signal_emit (self, signals[SIGNATURES_ACTIVATED], 0);
    break;
  case AKK_OUTLINE_SECTION:
  default:
    g_signal_emit (self, signals[SECTION_ACTIVATED], 0, akk_outline_item_get_section (item));
    break;
  }
}

/* A click goes to the section. The list could do so by itself, but would then also select what the
 * pointer happens to rest on, and the keys that move a section would take that one. */
static void
released_cb (AkkOutlinePane *self, int n_press, double x, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *child = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = child;
  guint position;

  while (row != NULL && row != list && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  if (n_press != 1 || row == NULL || row == list || GTK_IS_TEXT (child))
    return;
  row = gtk_widget_get_first_child (row);
  if (g_list_store_find (self->items, akk_outline_row_get_item (AKK_OUTLINE_ROW (row)), &position))
    activate_cb (self, position);
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
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  g_clear_pointer (&self->empty, g_hash_table_unref);
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
  signals[FRONT_ACTIVATED] = g_signal_new ("front-activated", AKK_TYPE_OUTLINE_PANE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNATURES_ACTIVATED] =
      g_signal_new ("signatures-activated", AKK_TYPE_OUTLINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  g_type_ensure (AKK_TYPE_OUTLINE_ITEM);
  g_type_ensure (AKK_TYPE_OUTLINE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/outline-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkOutlinePane, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
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

static void
add_item (AkkOutlinePane *self, GPtrArray *items, AkkOutlineItem *item)
{
  gint64 section = akk_outline_item_get_section (item);

  if (self->findings != NULL && akk_outline_item_get_kind (item) != AKK_OUTLINE_SIGNATURES)
    akk_outline_item_set_findings (item, g_hash_table_lookup (self->findings, &section));
  akk_outline_item_set_empty (item,
                              self->empty != NULL && g_hash_table_contains (self->empty, &section));
  g_ptr_array_add (items, item);
}

static void
update_rows (AkkOutlinePane *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint head = 0, tail = 0;

  if (self->outline != NULL) {
    add_item (self, items, akk_outline_item_new_fixed (AKK_OUTLINE_FRONT));
    for (guint i = 0; i < self->outline->len; i++)
      add_item (self, items, akk_outline_item_new (self->outline->pdata[i]));
    add_item (self, items, akk_outline_item_new_fixed (AKK_OUTLINE_SIGNATURES));
  }
  while (head < MIN (n_old, items->len) && update_row (self, head, items->pdata[head]))
    head++;
  while (tail < MIN (n_old, items->len) - head &&
         update_row (self, n_old - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  if (n_old - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (self->items, head, n_old - head - tail, items->pdata + head,
                         items->len - head - tail);
}

void
akk_outline_pane_set_outline (AkkOutlinePane *self, GPtrArray *outline)
{
  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  if (outline != NULL)
    g_ptr_array_ref (outline);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  self->outline = outline;
  update_rows (self);
}

void
akk_outline_pane_set_empty (AkkOutlinePane *self, GHashTable *sections)
{
  gint64 selected;

  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  if (sections != NULL)
    g_hash_table_ref (sections);
  g_clear_pointer (&self->empty, g_hash_table_unref);
  self->empty = sections;
  selected = akk_outline_pane_get_selected (self);
  update_rows (self);
  akk_outline_pane_select (self, selected);
}

void
akk_outline_pane_set_findings (AkkOutlinePane *self, GHashTable *findings)
{
  gint64 selected;

  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  if (findings != NULL)
    g_hash_table_ref (findings);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  self->findings = findings;
  selected = akk_outline_pane_get_selected (self);
  update_rows (self);
  if (selected != 0 && selected != akk_outline_pane_get_selected (self))
    akk_outline_pane_select (self, selected);
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

void
akk_outline_pane_focus_selected (AkkOutlinePane *self)
{
  guint selected;

  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static AkkOutlineRow *
selected_row (AkkOutlinePane *self)
{
  AkkOutlineItem *item = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       item != NULL && child != NULL; child = gtk_widget_get_next_sibling (child)) {
    AkkOutlineRow *row = AKK_OUTLINE_ROW (gtk_widget_get_first_child (child));

    if (akk_outline_row_get_item (row) == item && gtk_widget_get_mapped (GTK_WIDGET (row)))
      return row;
  }
  return NULL;
}

static gboolean
start_renaming (AkkOutlinePane *self)
{
  AkkOutlineRow *row;

  akk_outline_pane_focus_selected (self);
  row = selected_row (self);
  if (row != NULL)
    akk_outline_row_rename (row);
  return row != NULL;
}

/* A pane that has just been shown, and a row that was out of sight, have their place in one of the
 * next frames. */
static gboolean
rename_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkOutlinePane *self = AKK_OUTLINE_PANE (widget);

  if (!start_renaming (self) && ++self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;
  self->rename_tick = 0;
  return G_SOURCE_REMOVE;
}

void
akk_outline_pane_rename_selected (AkkOutlinePane *self)
{
  g_return_if_fail (AKK_IS_OUTLINE_PANE (self));

  self->n_frames = 0;
  if (!start_renaming (self) && self->rename_tick == 0)
    self->rename_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), rename_cb, NULL, NULL);
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
