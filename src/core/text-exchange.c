/* Plain text read as a text, and footnotes that move between texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-exchange.h"

#include <string.h>

#include "core/text-private.h"
#include "core/text-table.h"

/* --- Plain text --- */

typedef struct {
  char *text; /* of the line, without its marker */
  AkkLineKind kind;
  guint indent; /* columns before the marker */
  guint number;
  guint n_tabs;
} PlainLine;

static void
plain_line_clear (gpointer data)
{
  g_free (((PlainLine *) data)->text);
}

/* After a bullet comes white space; "-5" and "*" alone are words. Its length, 0: none. */
static gsize
bullet_length (const char *p)
{
  static const char *const bullets[] = { "•", "-", "–", "*", "▪", "◦", "·", "‣", "\357\202\267" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++) {
    gsize n = strlen (bullets[i]);

    if (g_str_has_prefix (p, bullets[i]) && (p[n] == ' ' || p[n] == '\t'))
      return n;
  }
  return g_str_has_prefix (p, "o\t") ? 1 : 0;
}

/* "12." or "b)" and white space. */
static gsize
number_length (const char *p, guint *number)
{
  gsize n = strspn (p, "0123456789");

  if (n >= 1 && n <= 3) {
    *number = (guint) g_ascii_strtoull (p, NULL, 10);
  } else if (n == 0 && g_ascii_islower (*p) && p[1] == ')') {
    *number = (guint) (*p - 'a') + 1;
    n = 1;
  } else {
    return 0;
  }
  if ((p[n] != '.' && p[n] != ')') || (p[n + 1] != ' ' && p[n + 1] != '\t'))
    return 0;
  return n + 1;
}

static PlainLine
read_plain_line (const char *source)
{
  PlainLine line = { NULL, AKK_LINE_PARAGRAPH, 0, 1, 0 };
  gsize n;

  for (; *source == ' ' || *source == '\t'; source++)
    line.indent += *source == '\t' ? 4 : 1;
  n = bullet_length (source);
  if (n > 0) {
    line.kind = AKK_LINE_BULLET;
  } else {
    n = number_length (source, &line.number);
    if (n > 0)
      line.kind = AKK_LINE_NUMBER;
  }
  line.text = g_strstrip (g_strdup (source + n));
  for (const char *p = line.text; *p != '\0'; p++)
    line.n_tabs += *p == '\t';
  return line;
}

/* One number alone is a sentence that begins with one. */
static gboolean
is_item (GArray *lines, guint index)
{
  const PlainLine *line = &g_array_index (lines, PlainLine, index);

  if (line->kind != AKK_LINE_NUMBER)
    return line->kind == AKK_LINE_BULLET;
  return (index > 0 && (line - 1)->kind == AKK_LINE_NUMBER) ||
         (index + 1 < lines->len && (line + 1)->kind == AKK_LINE_NUMBER);
}

/* How many lines from here are rows of as many cells; a single row is no table. */
static guint
table_rows (GArray *lines, guint index)
{
  const PlainLine *first = &g_array_index (lines, PlainLine, index);
  guint n = 1;

  if (first->n_tabs == 0 || first->n_tabs >= AKK_TABLE_MAX_COLUMNS ||
      first->kind != AKK_LINE_PARAGRAPH)
    return 0;
  while (index + n < lines->len && n < AKK_TABLE_MAX_ROWS && first[n].n_tabs == first->n_tabs &&
         first[n].kind == AKK_LINE_PARAGRAPH)
    n++;
  return n > 1 ? n : 0;
}

static AkkLine *
read_table (GArray *lines, guint index, guint n_rows)
{
  guint n_columns = g_array_index (lines, PlainLine, index).n_tabs + 1;
  AkkLine *table = akk_table_new (n_rows, n_columns);

  for (guint i = 0; i < n_rows; i++) {
    g_auto (GStrv) cells = g_strsplit (g_array_index (lines, PlainLine, index + i).text, "\t", -1);

    for (guint j = 0; j < n_columns; j++) {
      g_autoptr (AkkLine) cell =
          akk_line_new (AKK_LINE_PARAGRAPH, 0, g_strstrip (cells[j]), NULL, 0);
      AkkLine *next = akk_table_set_cell (table, i, j, cell);

      akk_line_unref (table);
      table = next;
    }
  }
  return table;
}

AkkText *
akk_text_from_plain (const char *plain)
{
  g_auto (GStrv) sources = g_strsplit (plain, "\n", -1);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (PlainLine));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  guint indents[AKK_MAX_LEVEL + 1] = { 0 };
  guint level = 0;

  g_array_set_clear_func (read, plain_line_clear);
  if (strchr (plain, '\n') == NULL) {
    g_ptr_array_add (lines, akk_line_new (AKK_LINE_PARAGRAPH, 0, plain, NULL, 0));
    return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
  }
  for (guint i = 0; sources[i] != NULL; i++) {
    PlainLine line = read_plain_line (sources[i]);

    if (*line.text != '\0')
      g_array_append_val (read, line);
    else
      g_free (line.text);
  }
  for (guint i = 0; i < read->len; i++) {
    const PlainLine *line = &g_array_index (read, PlainLine, i);
    guint n_rows = table_rows (read, i);

    if (n_rows > 0) {
      g_ptr_array_add (lines, read_table (read, i, n_rows));
      level = 0;
      i += n_rows - 1;
    } else if (is_item (read, i)) {
      g_autoptr (AkkLine) item = NULL;
      gboolean first = level == 0;

      while (level > 1 && line->indent < indents[level])
        level--;
      if (level == 0 || (level < AKK_MAX_LEVEL && line->indent > indents[level]))
        indents[++level] = line->indent;
      item = akk_line_new (line->kind, level, line->text, NULL, 0);
      g_ptr_array_add (lines,
                       akk_line_with (item, line->kind, level, first ? line->number : 1, 0, NULL));
    } else {
      /* A number that is no item keeps it. */
      g_autofree char *whole = line->kind == AKK_LINE_NUMBER
                                   ? g_strdup_printf ("%u. %s", line->number, line->text)
                                   : g_strdup (line->text);

      g_ptr_array_add (lines, akk_line_new (AKK_LINE_PARAGRAPH, 0, whole, NULL, 0));
      level = 0;
    }
  }
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}

/* --- Footnotes --- */

static void
collect_labels (const AkkLine *line, GHashTable *labels)
{
  if (line->note != NULL)
    g_hash_table_add (labels, (gpointer) line->note);
  if (line->table != NULL)
    for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++)
      collect_labels (line->table->cells[i], labels);
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].note != NULL)
      g_hash_table_add (labels, (gpointer) line->runs[i].note);
}

static const char *
new_label (const char *label, GHashTable *used, GHashTable *map)
{
  const char *known = g_hash_table_lookup (map, label);

  if (known != NULL)
    return known;
  known = label;
  for (guint n = 1; g_hash_table_contains (used, known); n++) {
    g_autofree char *candidate = g_strdup_printf ("%u", n);
    known = g_intern_string (candidate);
  }
  g_hash_table_add (used, (gpointer) known);
  g_hash_table_insert (map, (gpointer) label, (gpointer) known);
  return known;
}

static AkkLine *
relabel_line (AkkLine *line, GHashTable *used, GHashTable *map)
{
  g_autofree AkkRun *runs = g_memdup2 (line->runs, line->n_runs * sizeof *line->runs);
  g_autoptr (AkkLine) relabelled = NULL;
  gboolean any = line->note != NULL;

  if (line->table != NULL) {
    AkkLine *table = akk_line_ref (line);

    for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++) {
      g_autoptr (AkkLine) cell = relabel_line (line->table->cells[i], used, map);
      AkkLine *next =
          akk_table_set_cell (table, i / line->table->n_columns, i % line->table->n_columns, cell);

      akk_line_unref (table);
      table = next;
    }
    return table;
  }
  for (guint i = 0; i < line->n_runs; i++)
    if (runs[i].note != NULL) {
      runs[i].note = new_label (runs[i].note, used, map);
      any = TRUE;
    }
  if (!any)
    return akk_line_ref (line);
  relabelled = akk_line_new (line->kind, line->level, line->text, runs, line->n_runs);
  return akk_line_with (relabelled, line->kind, line->level, line->start, line->quote,
                        line->note != NULL ? new_label (line->note, used, map) : NULL);
}

AkkText *
akk_text_relabel_notes (const AkkText *fragment, const AkkText *text)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) map = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);

  for (guint i = 0; i < text->n_lines; i++)
    collect_labels (text->lines[i], used);
  for (guint i = 0; i < fragment->n_lines; i++)
    g_ptr_array_add (lines, relabel_line (fragment->lines[i], used, map));
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}
