/* Places in the editor: where the caret is and what is selected, in the text and in its cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

void
akk_editor_place_caret (AkkEditor *self, guint line, gsize byte)
{
  GtkTextIter iter;

  if (line >= self->lines->len)
    return;
  akk_editor_byte_to_iter (self, line, byte, &iter);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  akk_editor_show_caret (self);
}

void
akk_editor_caret (AkkEditor *self, guint *line, gsize *byte)
{
  GtkTextIter iter;

  akk_editor_read (self);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  *line = akk_editor_get_line (self);
  *byte = akk_editor_iter_to_byte (self, &iter);
}

void
akk_editor_selected_lines (AkkEditor *self, guint *first, guint *last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  *first = (guint) gtk_text_iter_get_line (&start);
  *last = (guint) gtk_text_iter_get_line (&end);
  /* A selection up to the start of a line does not hold that line. */
  if (*last > *first && gtk_text_iter_starts_line (&end))
    *last -= 1;
  *last = MIN (*last, self->lines->len - 1);
}

/* --- Cells too --- */

void
akk_editor_get_selection (AkkEditor *self, AkkMatch *place)
{
  AkkEditor *target = akk_editor_target (self);
  AkkEditorCell *cell = akk_editor_tables_cell (self);
  GtkTextIter start, end;

  akk_editor_read (target);
  gtk_text_buffer_get_selection_bounds (target->buffer, &start, &end);
  place->line = cell != NULL ? akk_editor_tables_position (self, self->cell_table)
                             : (guint) gtk_text_iter_get_line (&start);
  place->cell = cell != NULL ? (int) akk_editor_cell_get_index (cell) : -1;
  place->from = akk_editor_iter_to_byte (target, &start);
  place->to = gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end)
                  ? akk_editor_iter_to_byte (target, &end)
                  : G_MAXSIZE;
}

void
akk_editor_select (AkkEditor *self, const AkkMatch *place)
{
  AkkEditor *target = self;
  GtkTextIter start, end;
  guint line = place->line;

  if (place->cell >= 0) {
    AkkEditorTable *table = akk_editor_tables_at (self, line);
    const guint n = akk_editor_table_get_line (table)->table->n_columns;

    akk_editor_tables_open (self, table, (guint) place->cell / n, (guint) place->cell % n, FALSE);
    target = self->cell;
    line = 0;
  }
  akk_editor_byte_to_iter (target, line, place->from, &start);
  akk_editor_byte_to_iter (target, line, place->to, &end);
  gtk_text_buffer_select_range (target->buffer, &end, &start);
  if (target == self)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer),
                                  .1, FALSE, 0, 0);
}

char *
akk_editor_get_selected_words (AkkEditor *self)
{
  AkkEditor *target;
  GtkTextIter start, end;

  g_return_val_if_fail (AKK_IS_EDITOR (self), NULL);
  target = akk_editor_target (self);
  if (!gtk_text_buffer_get_selection_bounds (target->buffer, &start, &end) ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return NULL;
  return gtk_text_buffer_get_text (target->buffer, &start, &end, FALSE);
}
