/* The cell of a table that is written in, and the caret beside tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

/* --- The cell --- */

AkkEditorTable *
akk_editor_tables_table (AkkEditor *self)
{
  return self->cell_table;
}

AkkEditorCell *
akk_editor_tables_cell (AkkEditor *self)
{
  return self->cell != NULL ? AKK_EDITOR_CELL (gtk_widget_get_parent (GTK_WIDGET (self->cell)))
                            : NULL;
}

/* Crossing nothing on the way, a view that holds the focus in a child does not see it return. */
static void
move_focus (AkkEditor *self, GtkWidget *target)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;
  gtk_root_set_focus (root, NULL);
  gtk_widget_grab_focus (target);
}

void
akk_editor_tables_close_cell (AkkEditor *self)
{
  AkkEditorCell *cell = akk_editor_tables_cell (self);
  gboolean focused;

  if (cell == NULL)
    return;
  akk_editor_end_burst (self);
  focused = akk_editor_holds_focus (GTK_WIDGET (self->cell));
  self->cell = NULL;
  self->cell_table = NULL;
  if (focused)
    move_focus (self, GTK_WIDGET (self));
  akk_editor_cell_close (cell);
}

static void
caret_to (AkkEditor *self, guint line, gboolean end)
{
  GtkTextIter start, stop;

  akk_editor_line_bounds (self, line, &start, &stop);
  gtk_text_buffer_place_cursor (self->buffer, end ? &stop : &start);
}

void
akk_editor_tables_leave (AkkEditor *self, gboolean after)
{
  AkkEditorTable *table = self->cell_table;

  if (table == NULL)
    return;
  akk_editor_tables_close_cell (self);
  caret_to (self, akk_editor_tables_position (self, table), after);
  akk_editor_show_caret (self);
}

void
akk_editor_tables_show_cell (AkkEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  AkkEditorCell *cell = akk_editor_tables_cell (self);
  GtkTextIter caret, start;
  GdkRectangle at, seen;
  int padding = akk_editor_table_padding_y (self), x, y, top, bottom;
  double value;

  if (cell == NULL || adjustment == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  value = gtk_adjustment_get_value (adjustment);
  gtk_text_buffer_get_iter_at_mark (self->cell->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->cell->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->cell), &caret, &at);
  akk_editor_table_cell_origin (self->cell_table, cell, &x, &y);
  gtk_text_buffer_get_iter_at_line (self->buffer, &start,
                                    (int) akk_editor_tables_position (self, self->cell_table));
  top = akk_editor_tables_top (self, self->cell_table, &start) + y + at.y;
  gtk_text_view_get_visible_rect (view, &seen);
  top -= padding;
  bottom = top + at.height + 2 * padding;
  if (top < seen.y)
    gtk_adjustment_set_value (adjustment, value - (seen.y - top + self->em));
  else if (bottom > seen.y + seen.height)
    gtk_adjustment_set_value (adjustment, value + bottom + self->em - seen.y - seen.height);
}

static gboolean
table_is_seen (AkkEditor *self, AkkEditorTable *table)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle seen;
  GtkTextIter start;
  int y, height;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start,
                                    (int) akk_editor_tables_position (self, table));
  gtk_text_view_get_line_yrange (view, &start, &y, &height);
  gtk_text_view_get_visible_rect (view, &seen);
  return y < seen.y + seen.height && y + height > seen.y;
}

static gboolean
reveal_cb (gpointer data)
{
  AkkEditor *self = data;

  self->reveal_id = 0;
  akk_editor_lay_out (self);
  akk_editor_tables_show_cell (self);
  return G_SOURCE_REMOVE;
}

void
akk_editor_tables_reveal_cell (AkkEditor *self)
{
  if (table_is_seen (self, self->cell_table))
    akk_editor_tables_show_cell (self);
  else
    akk_editor_show_caret (self);
  /* Far lines have their true height only when the view is at rest. */
  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

static void
cell_caret_moved_cb (GtkTextBuffer *buffer, GParamSpec *pspec, AkkEditor *self)
{
  if (self->cell == NULL || self->cell->buffer != buffer || self->cell->nesting > 0)
    return;
  akk_editor_tables_show_cell (self);
  if (self->find.needle != NULL)
    g_signal_emit_by_name (self, "found");
}

static void
open_cell (AkkEditor *self,
           AkkEditorTable *table,
           guint row,
           guint column,
           gboolean at_end,
           gboolean focus)
{
  AkkEditorCell *cell = akk_editor_table_get_cell (table, row, column);
  AkkEditorCell *old = akk_editor_tables_cell (self);
  AkkEditor *editor;

  if (cell == old) {
    if (focus)
      move_focus (self, GTK_WIDGET (self->cell));
  } else {
    akk_editor_end_burst (self);
    caret_to (self, akk_editor_tables_position (self, table), FALSE);
    old = akk_editor_tables_cell (self);
    editor = akk_editor_cell_open (cell);
    g_signal_connect_object (editor->buffer, "notify::cursor-position",
                             G_CALLBACK (cell_caret_moved_cb), self, 0);
    self->cell = editor;
    self->cell_table = table;
    if (focus)
      move_focus (self, GTK_WIDGET (editor));
    if (old != NULL)
      akk_editor_cell_close (old);
    gtk_widget_queue_allocate (GTK_WIDGET (cell));
    akk_editor_lay_out (self);
  }
  caret_to (self->cell, 0, at_end);
  akk_editor_table_update_actions (table);
  akk_editor_update_state (self);
  akk_editor_update_state (self->cell);
  akk_editor_tables_reveal_cell (self);
}

void
akk_editor_tables_enter (
    AkkEditor *self, AkkEditorTable *table, guint row, guint column, gboolean at_end)
{
  open_cell (self, table, row, column, at_end, TRUE);
}

void
akk_editor_tables_open (
    AkkEditor *self, AkkEditorTable *table, guint row, guint column, gboolean at_end)
{
  open_cell (self, table, row, column, at_end, akk_editor_holds_focus (GTK_WIDGET (self)));
}

/* --- The caret of the text --- */

void
akk_editor_tables_update_caret (AkkEditor *self)
{
  GtkTextIter caret, start, end;
  gboolean on_table, selection;
  guint line = akk_editor_get_line (self);

  if (self->refocus) {
    self->refocus = FALSE;
    move_focus (self, GTK_WIDGET (self));
  }
  on_table = akk_editor_line (self, line)->kind == AKK_LINE_TABLE;
  if (self->cell != NULL && akk_editor_tables_position (self, self->cell_table) != line)
    akk_editor_tables_close_cell (self);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self), !on_table);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->buffer));
  selection = gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < self->tables->len; i++) {
    AkkEditorTable *table = self->tables->pdata[i];
    guint position = akk_editor_tables_position (self, table);
    GtkTextIter from, to;

    akk_editor_line_bounds (self, position, &from, &to);
    akk_editor_table_set_caret (table,
                                position != line || self->cell != NULL || selection
                                    ? AKK_TABLE_CARET_ELSEWHERE
                                : gtk_text_iter_starts_line (&caret) ? AKK_TABLE_CARET_BEFORE
                                                                     : AKK_TABLE_CARET_AFTER,
                                selection && gtk_text_iter_compare (&start, &from) <= 0 &&
                                    gtk_text_iter_compare (&end, &to) >= 0);
  }
}
