/* The cells of a long list that are filled when there is time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/late-cells.h"

/* In a frame; those in sight are filled also when they are more. */
#define MOST 24

typedef struct {
  double first, last; /* places */
} Stretch;

/* The rows that are seen, and a few around them as rows are not all of one height. Before there is
 * a height all rows are. */
static Stretch
in_sight (AkkLateCells *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (self->view);
  double all = place != NULL ? gtk_adjustment_get_upper (place) : 0;
  double page = place != NULL ? gtk_adjustment_get_page_size (place) : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (
      GTK_IS_COLUMN_VIEW (self->view) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view))
                                      : gtk_list_view_get_model (GTK_LIST_VIEW (self->view))));
  double first, around;

  if (all <= page || page <= 0)
    return (Stretch) { 0, G_MAXUINT };
  first = gtk_adjustment_get_value (place) / all * n;
  around = 3 + page / all * n / 8;
  return (Stretch) { first - around, first + page / all * n + around };
}

static gboolean
holds (const Stretch *stretch, gpointer cell)
{
  guint position = GTK_IS_COLUMN_VIEW_CELL (cell)  ? gtk_column_view_cell_get_position (cell)
                   : GTK_IS_COLUMN_VIEW_ROW (cell) ? gtk_column_view_row_get_position (cell)
                   : GTK_IS_LIST_HEADER (cell)     ? gtk_list_header_get_start (cell)
                                                   : gtk_list_item_get_position (cell);

  return position >= stretch->first && position <= stretch->last;
}

static void
set_waits (AkkLateCells *self, gpointer cell, gboolean waits)
{
  if (g_hash_table_lookup (self->cells, cell) != NULL)
    self->n_waiting--;
  self->n_waiting += waits ? 1 : 0;
  g_hash_table_insert (self->cells, cell, GINT_TO_POINTER (waits));
}

/* Whether one more is filled in this frame. */
static gboolean
has_time (AkkLateCells *self, gpointer cell, Stretch *seen)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;
  gboolean time;

  if (self->frame != frame)
    self->n_filled = 0;
  self->frame = frame;
  time = self->n_filled < MOST || holds (seen, cell);
  self->n_filled += time ? 1 : 0;
  return time;
}

/* What the place by number says is a guess where some rows are higher than others; where they
 * stand after a layout is none. */
static gboolean
stands_in_sight (AkkLateCells *self, gpointer cell, Stretch *seen)
{
  GtkWidget *child = GTK_IS_COLUMN_VIEW_CELL (cell) ? gtk_column_view_cell_get_child (cell)
                     : GTK_IS_LIST_HEADER (cell)    ? gtk_list_header_get_child (cell)
                     : GTK_IS_LIST_ITEM (cell)      ? gtk_list_item_get_child (cell)
                                                    : NULL;
  graphene_rect_t place;

  return child != NULL && gtk_widget_get_mapped (child) &&
         gtk_widget_compute_bounds (child, GTK_WIDGET (self->view), &place) &&
         place.origin.y + place.size.height > 0 &&
         place.origin.y < (float) gtk_widget_get_height (GTK_WIDGET (self->view));
}

static void
fill_some (AkkLateCells *self, gboolean (*now) (AkkLateCells *self, gpointer cell, Stretch *seen))
{
  Stretch seen = in_sight (self);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer cell, waits;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &waits))
    if (waits != NULL && now (self, cell, &seen))
      g_ptr_array_add (chosen, cell);
  for (guint i = 0; i < chosen->len; i++) {
    set_waits (self, chosen->pdata[i], FALSE);
    self->fill (self->data, chosen->pdata[i]);
  }
}

/* Between the layout and the picture of it; what changes here is laid out again before. */
static void
layout_cb (AkkLateCells *self)
{
  fill_some (self, stands_in_sight);
}

static void
stop (AkkLateCells *self)
{
  self->tick = 0;
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout, self->clock);
  g_clear_object (&self->clock);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkLateCells *self = data;

  fill_some (self, has_time);
  if (self->n_waiting > 0)
    return G_SOURCE_CONTINUE;
  stop (self);
  return G_SOURCE_REMOVE;
}

static void
start (AkkLateCells *self)
{
  if (self->tick != 0)
    return;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
  self->clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));
  if (self->clock == NULL)
    return;
  g_object_ref (self->clock);
  self->layout = g_signal_connect_data (self->clock, "layout", G_CALLBACK (layout_cb), self, NULL,
                                        G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

void
akk_late_cells_init (AkkLateCells *self,
                     GtkWidget *view,
                     void (*fill) (gpointer data, gpointer cell),
                     gpointer data)
{
  *self = (AkkLateCells) { .view = GTK_SCROLLABLE (view),
                           .cells = g_hash_table_new (NULL, NULL),
                           .fill = fill,
                           .data = data };
}

void
akk_late_cells_clear (AkkLateCells *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  stop (self);
  g_clear_pointer (&self->cells, g_hash_table_unref);
}

static void
fill_in_time (AkkLateCells *self, gpointer cell, gboolean now)
{
  set_waits (self, cell, !now);
  if (now)
    self->fill (self->data, cell);
  else
    start (self);
}

void
akk_late_cells_bind (AkkLateCells *self, gpointer cell)
{
  Stretch seen = in_sight (self);

  fill_in_time (self, cell, has_time (self, cell, &seen));
}

void
akk_late_cells_unbind (AkkLateCells *self, gpointer cell)
{
  if (self->cells == NULL)
    return;
  set_waits (self, cell, FALSE);
  g_hash_table_remove (self->cells, cell);
}

void
akk_late_cells_refill (AkkLateCells *self, gboolean (*which) (gpointer data, gpointer cell))
{
  Stretch seen = in_sight (self);
  g_autoptr (GList) cells = g_hash_table_get_keys (self->cells);

  for (GList *l = cells; l != NULL; l = l->next)
    if (g_hash_table_lookup (self->cells, l->data) == NULL && which (self->data, l->data))
      fill_in_time (self, l->data,
                    has_time (self, l->data, &seen) || stands_in_sight (self, l->data, &seen));
}
