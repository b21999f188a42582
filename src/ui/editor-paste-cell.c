/* Pasting in a cell of a table: lists, headings and tables become lines of its one paragraph; a
 * table alone fills cells. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <glib/gi18n.h>

#include "core/text-edit.h"
#include "core/text-table.h"

/* --- Flattening --- */

typedef struct {
  GString *text;
  GArray *runs; /* AkkRun */
} Flat;

static void
add (Flat *flat, const char *text, gsize n_bytes, AkkRun run)
{
  run.n_bytes = (guint) n_bytes;
  g_string_append_len (flat->text, text, (gssize) n_bytes);
  g_array_append_val (flat->runs, run);
}

static void
add_words (Flat *flat, const char *words)
{
  add (flat, words, strlen (words), (AkkRun) { 0 });
}

static void
begin_line (Flat *flat)
{
  if (flat->text->len > 0)
    add (flat, "\342\200\250", strlen ("\342\200\250"), (AkkRun) { .style = AKK_STYLE_BREAK });
}

/* What marks a place or a kind of line in the text means nothing in a cell. */
static gboolean
is_sign (const AkkRun *run)
{
  static const char *const signs[] = { "commitment:", "caption:", "text:", "end:" };

  if (run->field == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (run->field, signs[i]))
      return TRUE;
  return g_str_equal (run->field, "break") || g_str_equal (run->field, "note");
}

/* A clause fills paragraphs: in a cell stand the words that it has now. */
static void
add_clause (Flat *flat, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words != NULL ? words : "", "\342\200\250", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      begin_line (flat);
    add_words (flat, lines[i]);
  }
}

static void
add_runs (Flat *flat, const AkkLine *line, AkkTextResolve resolve, gpointer data)
{
  const char *p = line->text;
  gboolean after_sign = FALSE;

  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    AkkRun run = line->runs[i];
    gsize skip = after_sign && *p == ' ' ? 1 : 0;

    after_sign = is_sign (&run);
    if (after_sign)
      continue;
    if (line->kind == AKK_LINE_HEADING)
      run.style |= AKK_STYLE_BOLD;
    if (run.field != NULL && g_str_has_prefix (run.field, "clause:"))
      add_clause (flat, resolve != NULL ? resolve (run.field, data) : NULL);
    else
      add (flat, p + skip, run.n_bytes - skip, run);
  }
}

/* A row of a table is a line. */
static void
add_table (Flat *flat, const AkkTable *table, AkkTextResolve resolve, gpointer data)
{
  for (guint row = 0; row < table->n_rows; row++) {
    begin_line (flat);
    for (guint column = 0; column < table->n_columns; column++) {
      if (column > 0)
        add_words (flat, " – ");
      add_runs (flat, table->cells[row * table->n_columns + column], resolve, data);
    }
  }
}

static void
add_marker (Flat *flat, const AkkText *text, guint index)
{
  const AkkLine *line = text->lines[index];
  g_autofree char *marker = NULL;

  if (line->kind == AKK_LINE_BULLET)
    marker = g_strdup ("•");
  else if (line->kind == AKK_LINE_NUMBER)
    marker = akk_editor_item_marker (line->level, akk_text_item_number (text, index));
  else
    return;
  add_words (flat, marker);
  add_words (flat, " ");
}

AkkLine *
akk_text_flatten (const AkkText *text, AkkTextResolve resolve, gpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  Flat flat = { words, runs };

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];

    if (line->kind == AKK_LINE_NOTE)
      continue;
    if (line->kind == AKK_LINE_TABLE) {
      add_table (&flat, line->table, resolve, data);
      continue;
    }
    if (*line->text == '\0')
      continue;
    begin_line (&flat);
    if (text->n_lines > 1)
      add_marker (&flat, text, i);
    add_runs (&flat, line, resolve, data);
  }
  return akk_line_new (AKK_LINE_PARAGRAPH, 0, words->str, (AkkRun *) (gpointer) runs->data,
                       runs->len);
}

/* --- Filling cells --- */

AkkLine *
akk_table_fill (AkkLine *line, guint row, guint column, const AkkTable *with)
{
  AkkLine *filled = akk_line_ref (line);

  for (guint i = 0; i < with->n_rows && row + i < AKK_TABLE_MAX_ROWS; i++)
    for (guint j = 0; j < with->n_columns && column + j < AKK_TABLE_MAX_COLUMNS; j++) {
      AkkLine *next;

      while (row + i >= filled->table->n_rows) {
        next = akk_table_insert_row (filled, filled->table->n_rows);
        akk_line_unref (filled);
        filled = next;
      }
      while (column + j >= filled->table->n_columns) {
        next = akk_table_insert_column (filled, filled->table->n_columns);
        akk_line_unref (filled);
        filled = next;
      }
      next = akk_table_set_cell (filled, row + i, column + j, with->cells[i * with->n_columns + j]);
      akk_line_unref (filled);
      filled = next;
    }
  return filled;
}

/* The table that a fragment is; NULL: it is something else, or would not fit. */
static const AkkTable *
only_table (const AkkText *fragment, guint row, guint column)
{
  const AkkTable *table = fragment->n_lines > 0 ? fragment->lines[0]->table : NULL;

  if (table == NULL || table->n_rows * table->n_columns == 1 ||
      row + table->n_rows > AKK_TABLE_MAX_ROWS || column + table->n_columns > AKK_TABLE_MAX_COLUMNS)
    return NULL;
  for (guint i = 1; i < fragment->n_lines; i++)
    if (fragment->lines[i]->kind != AKK_LINE_NOTE)
      return NULL;
  return table;
}

static void
fill_cells (AkkEditor *owner, guint row, guint column, const AkkTable *table)
{
  AkkEditorTable *widget = owner->cell_table;
  guint position = akk_editor_tables_position (owner, widget);
  g_autoptr (AkkLine) line = akk_table_fill (akk_editor_line (owner, position), row, column, table);

  akk_editor_tables_change (owner, position, line, N_ ("Paste"));
  akk_editor_tables_enter (owner, widget, row + table->n_rows - 1, column + table->n_columns - 1,
                           TRUE);
}

/* --- In the cell --- */

void
akk_editor_paste_in_cell (AkkEditor *self, AkkText *fragment)
{
  AkkEditor *owner = self->owner;
  AkkEditorCell *cell = akk_editor_tables_cell (owner);
  const AkkTable *table;
  g_autoptr (AkkText) whole = NULL, text = NULL, flat = NULL;
  g_autoptr (AkkLine) line = NULL;
  guint position, at;
  gsize byte;

  if (cell == NULL || owner->cell != self)
    return;
  position = akk_editor_tables_position (owner, owner->cell_table);
  akk_editor_end_burst (owner);
  /* Before their marks: what has a note keeps it. */
  whole = akk_editor_paste_notes (owner, position, fragment);
  table = only_table (whole, akk_editor_cell_get_row (cell), akk_editor_cell_get_column (cell));
  if (table != NULL) {
    fill_cells (owner, akk_editor_cell_get_row (cell), akk_editor_cell_get_column (cell), table);
    return;
  }
  line = akk_text_flatten (whole, self->field, self->resolver_data);
  flat = akk_text_new (&line, 1);
  akk_editor_begin_command (self, N_ ("Paste"));
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  akk_editor_caret (self, &at, &byte);
  text = akk_text_insert_text (akk_editor_get_text (self), at, byte, flat);
  akk_editor_change (self, text, at, byte + strlen (line->text));
  akk_editor_end_command (self);
  akk_editor_tables_show_cell (owner);
}
