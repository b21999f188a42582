/* Keys around and in tables: how the caret gets in, from cell to cell, and out again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <glib/gi18n.h>

#include "core/text-table.h"

/* --- Out --- */

/* To the line above or below the table, or to the cell of a table there. */
static void
step_out (AkkEditor *owner, int by, gboolean at_end)
{
  guint position = akk_editor_tables_position (owner, akk_editor_tables_table (owner));
  guint line = by < 0 ? position - 1 : position + 1;
  GtkTextIter start, end;

  if ((by < 0 && position == 0) || line >= owner->lines->len) {
    akk_editor_tables_leave (owner, by > 0);
  } else if (akk_editor_line (owner, line)->kind == AKK_LINE_TABLE) {
    AkkEditorTable *table = akk_editor_tables_at (owner, line);
    const AkkTable *content = akk_editor_table_get_line (table)->table;

    akk_editor_tables_enter (owner, table, by < 0 ? content->n_rows - 1 : 0,
                             by < 0 && at_end ? content->n_columns - 1 : 0, at_end);
  } else {
    akk_editor_tables_leave (owner, by > 0);
    akk_editor_line_bounds (owner, line, &start, &end);
    gtk_text_buffer_place_cursor (owner->buffer, at_end ? &end : &start);
    akk_editor_show_caret (owner);
  }
}

/* --- From cell to cell --- */

static void
go_vertically (AkkEditor *owner, AkkEditorCell *cell, int by)
{
  AkkEditorTable *table = akk_editor_tables_table (owner);
  int row = (int) akk_editor_cell_get_row (cell) + by;

  if (row < 0 || row >= (int) akk_editor_table_get_line (table)->table->n_rows)
    step_out (owner, by, FALSE);
  else
    akk_editor_tables_enter (owner, table, (guint) row, akk_editor_cell_get_column (cell), by < 0);
}

static void
go_horizontally (AkkEditor *owner, AkkEditorCell *cell, int by)
{
  AkkEditorTable *table = akk_editor_tables_table (owner);
  const AkkTable *content = akk_editor_table_get_line (table)->table;
  int n = (int) content->n_columns;
  int index =
      (int) akk_editor_cell_get_row (cell) * n + (int) akk_editor_cell_get_column (cell) + by;

  if (index < 0 || index >= n * (int) content->n_rows)
    step_out (owner, by, by < 0);
  else
    akk_editor_tables_enter (owner, table, (guint) (index / n), (guint) (index % n), by < 0);
}

/* Behind the last cell a row is added; before the first there is nothing. */
static void
go_by_tab (AkkEditor *owner, AkkEditorCell *cell, int by)
{
  AkkEditorTable *table = akk_editor_tables_table (owner);
  const AkkTable *content = akk_editor_table_get_line (table)->table;
  int n = (int) content->n_columns;
  int index =
      (int) akk_editor_cell_get_row (cell) * n + (int) akk_editor_cell_get_column (cell) + by;

  if (index < 0)
    return;
  if (index >= n * (int) content->n_rows)
    gtk_widget_activate_action (GTK_WIDGET (table), "table.row-below", NULL);
  else
    akk_editor_tables_enter (owner, table, (guint) (index / n), (guint) (index % n), TRUE);
  /* As in a form: what is there is selected, to be read or replaced. */
  if (owner->cell != NULL) {
    GtkTextIter start, end;

    akk_editor_line_bounds (owner->cell, 0, &start, &end);
    gtk_text_buffer_select_range (owner->cell->buffer, &end, &start);
  }
}

/* Whether the caret is on the first or last line that is seen of the cell. */
static gboolean
on_edge_line (AkkEditor *editor, gboolean last)
{
  GtkTextIter caret, start, end;
  GdkRectangle at, edge;

  gtk_text_buffer_get_iter_at_mark (editor->buffer, &caret,
                                    gtk_text_buffer_get_insert (editor->buffer));
  akk_editor_line_bounds (editor, 0, &start, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (editor), &caret, &at);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (editor), last ? &end : &start, &edge);
  return at.y == edge.y;
}

static gboolean
at_edge (AkkEditor *editor, gboolean last)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (editor->buffer, &caret,
                                    gtk_text_buffer_get_insert (editor->buffer));
  return !gtk_text_buffer_get_has_selection (editor->buffer) &&
         (last ? gtk_text_iter_ends_line (&caret) : gtk_text_iter_starts_line (&caret));
}

gboolean
akk_editor_tables_key (AkkEditor *editor, guint key, GdkModifierType state)
{
  AkkEditor *owner = editor->owner;
  AkkEditorCell *cell = akk_editor_tables_cell (owner);
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (cell == NULL || owner->cell != editor)
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab:
  case GDK_KEY_ISO_Left_Tab:
    go_by_tab (owner, cell, shift ? -1 : 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    akk_editor_tables_leave (owner, TRUE);
    return GDK_EVENT_STOP;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    if (shift || !on_edge_line (editor, FALSE))
      return GDK_EVENT_PROPAGATE;
    go_vertically (owner, cell, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    if (shift || !on_edge_line (editor, TRUE))
      return GDK_EVENT_PROPAGATE;
    go_vertically (owner, cell, 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    if (shift || !at_edge (editor, FALSE))
      return GDK_EVENT_PROPAGATE;
    go_horizontally (owner, cell, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    if (shift || !at_edge (editor, TRUE))
      return GDK_EVENT_PROPAGATE;
    go_horizontally (owner, cell, 1);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* Before the view's own. While an input method composes, the keys are its. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                AkkEditor *editor)
{
  if (editor->preedit || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  return akk_editor_tables_key (editor, key, state);
}

void
akk_editor_table_keys_init (AkkEditorCell *cell, AkkEditor *editor)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), keys);
}

/* --- In --- */

static void
enter_last (AkkEditor *self, guint line, gboolean last_column)
{
  AkkEditorTable *table = akk_editor_tables_at (self, line);
  const AkkTable *content = akk_editor_table_get_line (table)->table;

  akk_editor_tables_enter (self, table, content->n_rows - 1,
                           last_column ? content->n_columns - 1 : 0, last_column);
}

static gboolean
is_step (GtkMovementStep step)
{
  return step == GTK_MOVEMENT_LOGICAL_POSITIONS || step == GTK_MOVEMENT_VISUAL_POSITIONS ||
         step == GTK_MOVEMENT_WORDS || step == GTK_MOVEMENT_DISPLAY_LINES;
}

gboolean
akk_editor_tables_step_in (AkkEditor *self, GtkMovementStep step, int count)
{
  guint line = akk_editor_get_line (self);
  GtkTextIter caret;
  gboolean before;

  if (self->lines->len == 0 || !is_step (step) ||
      akk_editor_line (self, line)->kind != AKK_LINE_TABLE ||
      gtk_text_buffer_get_has_selection (self->buffer))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->buffer));
  before = gtk_text_iter_starts_line (&caret);
  if (before != (count > 0))
    return FALSE;
  if (before)
    akk_editor_tables_enter (self, akk_editor_tables_at (self, line), 0, 0, FALSE);
  else
    enter_last (self, line, step != GTK_MOVEMENT_DISPLAY_LINES);
  return TRUE;
}

void
akk_editor_tables_arrive (AkkEditor *self, guint from, GtkMovementStep step)
{
  guint line = akk_editor_get_line (self);

  if (self->lines->len == 0 || !is_step (step) || line == from ||
      akk_editor_line (self, line)->kind != AKK_LINE_TABLE)
    return;
  if (line > from)
    akk_editor_tables_enter (self, akk_editor_tables_at (self, line), 0, 0, FALSE);
  else
    enter_last (self, line, step != GTK_MOVEMENT_DISPLAY_LINES);
}
