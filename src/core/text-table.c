/* Edits of tables as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-table.h"

#include <string.h>

#define NEW G_MAXUINT
#define WHOLE 100

/* --- Rows and columns --- */

/* Which old rows or columns the new ones are, in order; NEW among them. */
static GArray *
same_order (guint n)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n + 1);

  for (guint i = 0; i < n; i++)
    g_array_append_val (order, i);
  return order;
}

static void
move_in_order (GArray *order, guint from, guint to)
{
  guint moved = g_array_index (order, guint, from);

  g_array_remove_index (order, from);
  g_array_insert_val (order, to, moved);
}

/* Brings percents to a whole; no column vanishes. */
static void
share_whole (guint8 *widths, const guint *parts, guint n)
{
  guint total = 0, left = WHOLE;

  for (guint i = 0; i < n; i++)
    total += parts[i];
  for (guint i = 0; i < n; i++) {
    guint columns_after = n - 1 - i;
    guint width = (parts[i] * WHOLE + total / 2) / total;

    width = columns_after == 0 ? left : CLAMP (width, 1, left - columns_after);
    widths[i] = (guint8) width;
    left -= width;
  }
}

/* The widths that remain when columns come and go; a new one is as wide as the others on average.
 */
static void
arrange_widths (guint8 *widths, const AkkTable *table, GArray *columns)
{
  g_autofree guint *parts = NULL;

  if (table->widths[0] == 0 || columns->len > WHOLE)
    return;
  parts = g_new (guint, columns->len);
  for (guint i = 0; i < columns->len; i++) {
    guint old = g_array_index (columns, guint, i);

    parts[i] = old == NEW ? MAX (WHOLE / table->n_columns, 1) : table->widths[old];
  }
  share_whole (widths, parts, columns->len);
}

static AkkLine *
arrange (AkkLine *line, GArray *rows, GArray *columns)
{
  const AkkTable *table = line->table;
  g_autofree AkkLine **cells = g_new0 (AkkLine *, rows->len * columns->len);
  g_autofree guint8 *alignment = g_new (guint8, columns->len);
  g_autofree guint8 *widths = g_new0 (guint8, columns->len);
  AkkTable arranged = { rows->len, columns->len, cells, alignment, widths };
  g_autoptr (AkkLine) result = NULL;

  for (guint i = 0; i < columns->len; i++) {
    guint column = g_array_index (columns, guint, i);

    alignment[i] = column == NEW ? 'l' : table->alignment[column];
    for (guint j = 0; j < rows->len; j++) {
      guint row = g_array_index (rows, guint, j);

      if (column != NEW && row != NEW)
        cells[j * columns->len + i] = table->cells[row * table->n_columns + column];
    }
  }
  arrange_widths (widths, table, columns);
  result = akk_line_new_table (&arranged);
  return akk_line_equal (line, result) ? akk_line_ref (line) : g_steal_pointer (&result);
}

static AkkLine *
arrange_rows (AkkLine *line, GArray *rows)
{
  g_autoptr (GArray) columns = same_order (line->table->n_columns);

  return arrange (line, rows, columns);
}

static AkkLine *
arrange_columns (AkkLine *line, GArray *columns)
{
  g_autoptr (GArray) rows = same_order (line->table->n_rows);

  return arrange (line, rows, columns);
}

AkkLine *
akk_table_new (guint n_rows, guint n_columns)
{
  g_autofree AkkLine **cells = NULL;
  AkkTable table = { CLAMP (n_rows, 1, AKK_TABLE_MAX_ROWS),
                     CLAMP (n_columns, 1, AKK_TABLE_MAX_COLUMNS), NULL, NULL, NULL };

  table.cells = cells = g_new0 (AkkLine *, table.n_rows * table.n_columns);
  return akk_line_new_table (&table);
}

AkkLine *
akk_table_cell (const AkkLine *line, guint row, guint column)
{
  g_return_val_if_fail (
      line->table != NULL && row < line->table->n_rows && column < line->table->n_columns, NULL);
  return line->table->cells[row * line->table->n_columns + column];
}

AkkLine *
akk_table_set_cell (AkkLine *line, guint row, guint column, const AkkLine *cell)
{
  AkkLine *old = akk_table_cell (line, row, column);
  AkkTable table = *line->table;
  g_autofree AkkLine **cells = NULL;
  g_autoptr (AkkLine) taken =
      akk_line_new (AKK_LINE_PARAGRAPH, 0, cell->text, cell->runs, cell->n_runs);

  if (akk_line_equal (old, taken))
    return akk_line_ref (line);
  cells = g_memdup2 (table.cells, table.n_rows * table.n_columns * sizeof *cells);
  cells[row * table.n_columns + column] = taken;
  table.cells = cells;
  return akk_line_new_table (&table);
}

AkkLine *
akk_table_insert_row (AkkLine *line, guint row)
{
  g_autoptr (GArray) rows = same_order (line->table->n_rows);
  guint added = NEW;

  if (rows->len >= AKK_TABLE_MAX_ROWS)
    return akk_line_ref (line);
  g_array_insert_val (rows, CLAMP (row, 1, rows->len), added);
  return arrange_rows (line, rows);
}

AkkLine *
akk_table_insert_column (AkkLine *line, guint column)
{
  g_autoptr (GArray) columns = same_order (line->table->n_columns);
  guint added = NEW;

  if (columns->len >= AKK_TABLE_MAX_COLUMNS)
    return akk_line_ref (line);
  g_array_insert_val (columns, MIN (column, columns->len), added);
  return arrange_columns (line, columns);
}

AkkLine *
akk_table_delete_row (AkkLine *line, guint row)
{
  g_autoptr (GArray) rows = same_order (line->table->n_rows);

  if (row == 0 || row >= rows->len)
    return akk_line_ref (line);
  g_array_remove_index (rows, row);
  return arrange_rows (line, rows);
}

AkkLine *
akk_table_delete_column (AkkLine *line, guint column)
{
  g_autoptr (GArray) columns = same_order (line->table->n_columns);

  if (columns->len == 1 || column >= columns->len)
    return akk_line_ref (line);
  g_array_remove_index (columns, column);
  return arrange_columns (line, columns);
}

AkkLine *
akk_table_move_row (AkkLine *line, guint from, guint to)
{
  g_autoptr (GArray) rows = same_order (line->table->n_rows);

  if (from == 0 || to == 0 || from >= rows->len || to >= rows->len)
    return akk_line_ref (line);
  move_in_order (rows, from, to);
  return arrange_rows (line, rows);
}

AkkLine *
akk_table_move_column (AkkLine *line, guint from, guint to)
{
  g_autoptr (GArray) columns = same_order (line->table->n_columns);

  if (from >= columns->len || to >= columns->len)
    return akk_line_ref (line);
  move_in_order (columns, from, to);
  return arrange_columns (line, columns);
}

AkkLine *
akk_table_set_alignment (AkkLine *line, guint column, char side)
{
  AkkTable table = *line->table;
  g_autofree guint8 *alignment = g_memdup2 (table.alignment, table.n_columns);

  if (column >= table.n_columns || alignment[column] == (guint8) side)
    return akk_line_ref (line);
  alignment[column] = (guint8) side;
  table.alignment = alignment;
  return akk_line_new_table (&table);
}

AkkLine *
akk_table_set_widths (AkkLine *line, const guint8 *widths)
{
  AkkTable table = *line->table;
  g_autofree guint8 *whole = g_new0 (guint8, table.n_columns);
  g_autofree guint *parts = g_new0 (guint, table.n_columns);

  for (guint i = 0; widths != NULL && i < table.n_columns; i++)
    parts[i] = MAX (widths[i], 1);
  if (widths != NULL && table.n_columns <= WHOLE)
    share_whole (whole, parts, table.n_columns);
  if (memcmp (whole, table.widths, table.n_columns) == 0)
    return akk_line_ref (line);
  table.widths = whole;
  return akk_line_new_table (&table);
}

/* --- In a text --- */

static const char *
first_field (const AkkText *text, guint line)
{
  const AkkLine *found = line < text->n_lines ? text->lines[line] : NULL;

  return found != NULL && found->kind == AKK_LINE_PARAGRAPH && found->n_runs > 0
             ? found->runs[0].field
             : NULL;
}

static gboolean
is_caption (const AkkText *text, guint line)
{
  const char *field = first_field (text, line);

  return field != NULL && g_str_has_prefix (field, "caption:");
}

static gboolean
is_note (const AkkText *text, guint line)
{
  return g_strcmp0 (first_field (text, line), "note") == 0;
}

static gboolean
is_kind (const AkkText *text, guint line, AkkLineKind kind)
{
  return line < text->n_lines && text->lines[line]->kind == kind;
}

/* A paragraph of one atom and a space to write after. */
static AkkLine *
field_line (const char *field)
{
  const AkkRun runs[] = { { .n_bytes = sizeof AKK_ATOM - 1, .field = g_intern_string (field) },
                          { .n_bytes = 1 } };

  return akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM " ", runs, G_N_ELEMENTS (runs));
}

AkkText *
akk_text_insert_table (const AkkText *text, guint line, AkkLine *table, guint *place)
{
  guint at = MIN (line, text->n_lines > 0 ? text->n_lines - 1 : 0);
  gboolean replace;

  /* Footnotes stand at the end of their section: a table goes above them. */
  while (at > 0 && is_kind (text, at, AKK_LINE_NOTE))
    at--;
  if (is_caption (text, at) && is_kind (text, at + 1, AKK_LINE_TABLE))
    at++;
  if (is_kind (text, at, AKK_LINE_TABLE) && is_note (text, at + 1))
    at++;
  replace = is_kind (text, at, AKK_LINE_PARAGRAPH) && text->lines[at]->n_runs == 0;
  if (!replace)
    at = MIN (at + 1, text->n_lines);
  *place = at;
  return akk_text_splice (text, at, replace ? 1 : 0, &table, 1);
}

AkkText *
akk_text_delete_table (const AkkText *text, guint line)
{
  guint first = line, last = line;

  if (!is_kind (text, line, AKK_LINE_TABLE))
    return akk_text_ref ((AkkText *) text);
  if (akk_text_table_caption (text, line) != G_MAXUINT)
    first--;
  if (akk_text_table_note (text, line) != G_MAXUINT)
    last++;
  return akk_text_splice (text, first, last - first + 1, NULL, 0);
}

guint
akk_text_table_caption (const AkkText *text, guint line)
{
  return line > 0 && is_kind (text, line, AKK_LINE_TABLE) && is_caption (text, line - 1)
             ? line - 1
             : G_MAXUINT;
}

guint
akk_text_table_note (const AkkText *text, guint line)
{
  return is_kind (text, line, AKK_LINE_TABLE) && is_note (text, line + 1) ? line + 1 : G_MAXUINT;
}

AkkText *
akk_text_add_table_caption (const AkkText *text, guint line, gint64 id)
{
  g_autofree char *field = g_strdup_printf ("caption:%" G_GINT64_FORMAT, id);
  g_autoptr (AkkLine) caption = field_line (field);

  if (!is_kind (text, line, AKK_LINE_TABLE) || akk_text_table_caption (text, line) != G_MAXUINT)
    return akk_text_ref ((AkkText *) text);
  return akk_text_splice (text, line, 0, &caption, 1);
}

AkkText *
akk_text_add_table_note (const AkkText *text, guint line)
{
  g_autoptr (AkkLine) note = field_line ("note");

  if (!is_kind (text, line, AKK_LINE_TABLE) || akk_text_table_note (text, line) != G_MAXUINT)
    return akk_text_ref ((AkkText *) text);
  return akk_text_splice (text, line + 1, 0, &note, 1);
}

AkkText *
akk_text_remove_table_caption (const AkkText *text, guint line)
{
  guint caption = akk_text_table_caption (text, line);

  return caption == G_MAXUINT ? akk_text_ref ((AkkText *) text)
                              : akk_text_splice (text, caption, 1, NULL, 0);
}

AkkText *
akk_text_remove_table_note (const AkkText *text, guint line)
{
  guint note = akk_text_table_note (text, line);

  return note == G_MAXUINT ? akk_text_ref ((AkkText *) text)
                           : akk_text_splice (text, note, 1, NULL, 0);
}
