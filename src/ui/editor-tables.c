/* The tables of an editor: which have a widget, where it lies, and which cell is written in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <glib/gi18n.h>

#define GAP .8 /* below a table, in em */
#define GUESSED_ROW 2.2 /* the height of a row that was never laid out, in em */
#define PLACEHOLDER_SCALE .05 /* of the words that stand for the table in the buffer */
#define MAX_PASSES 3

/* --- Room in the text --- */

static GQuark
height_quark (void)
{
  return g_quark_from_static_string ("akk-editor-table-height");
}

static void
keep_room (AkkEditor *self, GtkTextTag *tag, int height)
{
  g_object_set_qdata (G_OBJECT (tag), height_quark (), GINT_TO_POINTER (height));
  g_object_set (tag, "pixels-below-lines", height + (int) (GAP * self->em), NULL);
}

static int
kept_room (GtkTextTag *tag)
{
  return GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (tag), height_quark ()));
}

void
akk_editor_tables_shape_tag (AkkEditor *self, GtkTextTag *tag, const AkkLine *line)
{
  GdkRGBA invisible = { .alpha = .004f }; /* none at all would be opaque */

  g_object_set (tag, "scale", PLACEHOLDER_SCALE, "foreground-rgba", &invisible, NULL);
  keep_room (self, tag, (int) (line->table->n_rows * GUESSED_ROW * self->em));
}

static GtkTextTag *
tag_of_line (AkkEditor *self, guint position)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) position);
  return akk_editor_atom_at (&iter);
}

static AkkEditorTable *
find_table (AkkEditor *self, GtkTextTag *tag)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (akk_editor_table_get_tag (self->tables->pdata[i]) == tag)
      return self->tables->pdata[i];
  return NULL;
}

guint
akk_editor_tables_position (AkkEditor *self, AkkEditorTable *table)
{
  GtkTextTag *tag = akk_editor_table_get_tag (table);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (self->buffer, &iter);
  if (!gtk_text_iter_starts_tag (&iter, tag))
    gtk_text_iter_forward_to_tag_toggle (&iter, tag);
  return (guint) gtk_text_iter_get_line (&iter);
}

/* What once lies over a text view cannot be taken away again: it is hidden, and used for the next.
 */
static AkkEditorTable *
take_spare (AkkEditor *self)
{
  AkkEditorTable *table;

  if (self->spare_tables->len > 0) {
    table = g_ptr_array_steal_index (self->spare_tables, self->spare_tables->len - 1);
    gtk_widget_set_visible (GTK_WIDGET (table), TRUE);
    return table;
  }
  table = akk_editor_table_new (self);
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), GTK_WIDGET (table), 0, 0);
  return table;
}

AkkEditorTable *
akk_editor_tables_find (AkkEditor *self, guint line)
{
  return find_table (self, tag_of_line (self, line));
}

AkkEditorTable *
akk_editor_tables_at (AkkEditor *self, guint line)
{
  GtkTextTag *tag = tag_of_line (self, line);
  AkkEditorTable *table = find_table (self, tag);

  if (table == NULL) {
    table = take_spare (self);
    akk_editor_table_set_tag (table, tag);
    g_ptr_array_add (self->tables, table);
  }
  akk_editor_table_set_line (table, akk_editor_line (self, line));
  return table;
}

/* --- Placing --- */

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* TRUE if the room that the text keeps for it had to change. */
static gboolean
place_table (AkkEditor *self, AkkEditorTable *table, const GtkTextIter *start, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextTag *tag = akk_editor_table_get_tag (table);
  int height = akk_editor_table_lay_out (table, width), y, line_height;

  if (height != kept_room (tag)) {
    keep_room (self, tag, height);
    return TRUE;
  }
  gtk_text_view_get_line_yrange (view, start, &y, &line_height);
  y += line_height - height - (int) (GAP * self->em);
  if (akk_editor_table_take_place (table, gtk_text_view_get_left_margin (view), y))
    gtk_text_view_move_overlay (view, GTK_WIDGET (table), gtk_text_view_get_left_margin (view), y);
  return FALSE;
}

/* Tables within a view's height of what is seen. TRUE if the text must be laid out again. */
static gboolean
place_near (AkkEditor *self, GPtrArray *near)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view) -
              gtk_text_view_get_right_margin (view);
  gboolean changed = FALSE;
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, MAX (seen.y - seen.height, 0), NULL);
  gtk_text_iter_set_line_offset (&iter, 0);
  for (guint i = (guint) gtk_text_iter_get_line (&iter); i < self->lines->len; i++) {
    int y;

    gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
    if (y > seen.y + 2 * seen.height)
      break;
    if (akk_editor_line (self, i)->kind == AKK_LINE_TABLE) {
      AkkEditorTable *table = akk_editor_tables_at (self, i);

      g_ptr_array_add (near, table);
      changed |= place_table (self, table, &iter, MAX (width, 1));
    }
    gtk_text_iter_forward_line (&iter);
  }
  return changed;
}

static void
remove_table (AkkEditor *self, AkkEditorTable *table)
{
  AkkEditorCell *cell = self->cell_table == table ? akk_editor_tables_cell (self) : NULL;

  if (cell != NULL) {
    self->refocus = holds_focus (GTK_WIDGET (self->cell));
    self->cell_table = NULL;
    self->cell = NULL;
    akk_editor_cell_close (cell);
  }
  g_ptr_array_remove (self->tables, table);
  g_ptr_array_add (self->spare_tables, table);
  akk_editor_table_set_tag (table, NULL);
  gtk_widget_set_visible (GTK_WIDGET (table), FALSE);
}

gboolean
akk_editor_tables_place (AkkEditor *self)
{
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  gboolean changed;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_width (GTK_WIDGET (self)) == 0 ||
      self->placing || (self->nesting > 0 && self->touched))
    return FALSE;
  self->placing = TRUE;
  changed = place_near (self, near);
  for (guint i = self->tables->len; i-- > 0;) {
    AkkEditorTable *table = self->tables->pdata[i];

    if (table != self->cell_table && !g_ptr_array_find (near, table, NULL))
      remove_table (self, table);
  }
  self->placing = FALSE;
  return changed;
}

static void
scrolled_cb (GtkAdjustment *adjustment, AkkEditor *self)
{
  for (guint i = 0; i < MAX_PASSES && akk_editor_tables_place (self); i++)
    akk_editor_lay_out (self);
}

static void
adjustment_changed_cb (AkkEditor *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
}

static void
tag_removed_cb (GtkTextTagTable *tags, GtkTextTag *tag, AkkEditor *self)
{
  AkkEditorTable *table = find_table (self, tag);

  if (table != NULL)
    remove_table (self, table);
}

void
akk_editor_tables_refresh (AkkEditor *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    akk_editor_table_refresh (self->tables->pdata[i]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- The cell that is written in --- */

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
  focused = holds_focus (GTK_WIDGET (self->cell));
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
  int x, y, top, height;

  if (cell == NULL || adjustment == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_text_buffer_get_iter_at_mark (self->cell->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->cell->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->cell), &caret, &at);
  akk_editor_table_cell_origin (self->cell_table, cell, &x, &y);
  gtk_text_buffer_get_iter_at_line (self->buffer, &start,
                                    (int) akk_editor_tables_position (self, self->cell_table));
  gtk_text_view_get_line_yrange (view, &start, &top, &height);
  top += height - kept_room (akk_editor_table_get_tag (self->cell_table)) - (int) (GAP * self->em) +
         y + at.y;
  gtk_text_view_get_visible_rect (view, &seen);
  if (top < seen.y)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) - (seen.y - top + self->em));
  else if (top + at.height > seen.y + seen.height)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top + at.height +
                                              self->em - seen.y - seen.height);
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
  akk_editor_tables_show_cell (self);
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
  open_cell (self, table, row, column, at_end, holds_focus (GTK_WIDGET (self)));
}

gboolean
akk_editor_tables_contain (AkkEditor *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL && gtk_widget_get_ancestor (widget, AKK_TYPE_EDITOR_TABLE) != NULL &&
         self->owner == NULL;
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

void
akk_editor_tables_init (AkkEditor *self)
{
  self->tables = g_ptr_array_new ();
  self->spare_tables = g_ptr_array_new ();
  g_signal_connect (gtk_text_buffer_get_tag_table (self->buffer), "tag-removed",
                    G_CALLBACK (tag_removed_cb), self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), NULL);
}
