/* What changes in the tables of an editor, and what follows from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <glib/gi18n.h>

#include "core/text-edit.h"
#include "core/text-notes.h"
#include "core/text-table.h"

/* --- Changes --- */

/* The line becomes another table; its room and its place in the buffer stay. */
static void
take_line (AkkEditor *self, guint position, AkkLine *line)
{
  AkkEditorTable *table = akk_editor_tables_find (self, position);

  akk_line_ref (line);
  akk_line_unref (akk_editor_line (self, position));
  self->lines->pdata[position] = line;
  if (table != NULL)
    akk_editor_table_set_line (table, line);
}

void
akk_editor_tables_take_cell (AkkEditor *self, AkkEditorCell *cell)
{
  AkkText *text = akk_editor_get_text (akk_editor_cell_get_editor (cell));
  guint position = akk_editor_tables_position (self, self->cell_table);
  g_autoptr (AkkLine) line =
      akk_table_set_cell (akk_editor_line (self, position), akk_editor_cell_get_row (cell),
                          akk_editor_cell_get_column (cell), text->lines[0]);

  if (line == akk_editor_line (self, position))
    return;
  take_line (self, position, line);
  akk_editor_touch (self, NULL);
  akk_editor_tables_show_cell (self);
}

void
akk_editor_tables_change (AkkEditor *self, guint position, AkkLine *line, const char *label)
{
  if (line == akk_editor_line (self, position))
    return;
  akk_editor_begin_command (self, label);
  take_line (self, position, line);
  akk_editor_touch (self, NULL);
  akk_editor_end_command (self);
}

/* The first cell that differs, where both tables are of one size. */
static gboolean
find_change (const AkkTable *a, const AkkTable *b, guint *row, guint *column)
{
  if (a->n_rows != b->n_rows || a->n_columns != b->n_columns)
    return FALSE;
  for (guint i = 0; i < a->n_rows * a->n_columns; i++)
    if (!akk_line_equal (a->cells[i], b->cells[i])) {
      *row = i / a->n_columns;
      *column = i % a->n_columns;
      return TRUE;
    }
  return FALSE;
}

void
akk_editor_tables_restore (AkkEditor *self, guint position, AkkLine *line)
{
  g_autoptr (AkkLine) before = akk_line_ref (akk_editor_line (self, position));
  AkkEditorTable *table = akk_editor_tables_at (self, position);
  AkkEditorCell *cell;
  guint row = 0, column = 0;

  if (!find_change (before->table, line->table, &row, &column) && self->cell_table == table) {
    cell = akk_editor_tables_cell (self);
    row = MIN (akk_editor_cell_get_row (cell), line->table->n_rows - 1);
    column = MIN (akk_editor_cell_get_column (cell), line->table->n_columns - 1);
  }
  if (self->cell_table != table ||
      akk_editor_table_get_cell (table, row, column) != akk_editor_tables_cell (self))
    akk_editor_tables_close_cell (self);
  take_line (self, position, line);
  akk_editor_drop_text (self);
  if (self->cell_table != table)
    akk_editor_tables_open (self, table, row, column, TRUE);
}

/* --- Notes --- */

static const char *
fresh_label (AkkEditor *self)
{
  guint64 highest = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    if (akk_editor_line (self, i)->note != NULL)
      highest = MAX (highest, g_ascii_strtoull (akk_editor_line (self, i)->note, NULL, 10));
  label = g_strdup_printf ("%" G_GUINT64_FORMAT, highest % G_MAXUINT32 + 1);
  return g_intern_string (label);
}

/* The mark goes into the cell; its note comes with it (akk_editor_pair ()), and the caret to it. */
void
akk_editor_tables_insert_note (AkkEditor *self)
{
  AkkEditor *cell = self->cell;
  AkkRun run = { .note = fresh_label (self), .n_bytes = sizeof AKK_ATOM - 1 };
  g_autoptr (AkkLine) mark = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &run, 1);
  g_autoptr (AkkText) fragment = akk_text_new (&mark, 1);
  g_autoptr (AkkText) text = NULL;
  GtkTextIter start, end;
  guint line, note;
  gsize byte;

  akk_editor_begin_command (cell, N_ ("Insert footnote"));
  gtk_text_buffer_get_selection_bounds (cell->buffer, &start, &end);
  gtk_text_buffer_place_cursor (cell->buffer, &end);
  akk_editor_caret (cell, &line, &byte);
  text = akk_text_insert_text (akk_editor_get_text (cell), line, byte, fragment);
  akk_editor_change (cell, text, line, byte + run.n_bytes);
  akk_editor_end_command (cell);
  note = akk_text_find_note (akk_editor_get_text (self), akk_editor_get_line (self), run.note);
  if (note != G_MAXUINT)
    akk_editor_place_caret (self, note, 0);
}

void
akk_editor_tables_go_to_mark (AkkEditor *self, guint line, const char *label)
{
  const AkkTable *table = akk_editor_line (self, line)->table;

  for (guint i = 0; i < table->n_rows * table->n_columns; i++) {
    gsize byte = 0;

    for (guint j = 0; j < table->cells[i]->n_runs; j++) {
      byte += table->cells[i]->runs[j].n_bytes;
      if (table->cells[i]->runs[j].note != label)
        continue;
      akk_editor_tables_enter (self, akk_editor_tables_at (self, line), i / table->n_columns,
                               i % table->n_columns, FALSE);
      akk_editor_place_caret (self->cell, 0, byte);
      return;
    }
  }
}
