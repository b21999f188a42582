/* Tables in HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-table.h"
#include "ui/html-read-private.h"

static gboolean
is_cell (const xmlNode *node)
{
  return akk_html_is (node, "td") || akk_html_is (node, "th");
}

/* Rows, wherever they stand: in the table, its head, body or foot. */
static void
collect_rows (const xmlNode *node, GPtrArray *rows)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (akk_html_is (child, "tr")) {
      if (rows->len < AKK_TABLE_MAX_ROWS)
        g_ptr_array_add (rows, (gpointer) child);
    } else if (akk_html_is (child, "thead") || akk_html_is (child, "tbody") ||
               akk_html_is (child, "tfoot")) {
      collect_rows (child, rows);
    }
  }
}

static guint
span_of (const xmlNode *cell, const char *name)
{
  g_autofree char *value = akk_html_attribute (cell, name);

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 1, 100) : 1;
}

static char
side_of (const xmlNode *cell)
{
  g_autofree char *attribute = akk_html_attribute (cell, "align");
  g_autofree char *style = akk_html_style (cell, "text-align");
  const char *side = style != NULL ? style : attribute;

  /* Word and LibreOffice say it of the paragraph. */
  for (const xmlNode *child = cell->children; child != NULL && side == NULL; child = child->next) {
    if (!akk_html_is (child, "p"))
      continue;
    attribute = akk_html_attribute (child, "align");
    style = akk_html_style (child, "text-align");
    side = style != NULL ? style : attribute;
    break;
  }
  if (side == NULL)
    return 'l';
  return g_ascii_tolower (*side) == 'r' ? 'r' : g_ascii_tolower (*side) == 'c' ? 'c' : 'l';
}

/* The cells of all rows, as wide as the widest; what a cell spans besides its own place stays
 * empty. */
typedef struct {
  const xmlNode *cells[AKK_TABLE_MAX_COLUMNS];
  gboolean taken[AKK_TABLE_MAX_COLUMNS];
} Row;

static guint
lay_out (GPtrArray *nodes, Row *rows)
{
  guint n_columns = 0;

  for (guint i = 0; i < nodes->len; i++) {
    guint column = 0;

    for (const xmlNode *cell = ((const xmlNode *) nodes->pdata[i])->children; cell != NULL;
         cell = cell->next) {
      guint n_across, n_down;

      if (!is_cell (cell))
        continue;
      while (column < AKK_TABLE_MAX_COLUMNS && rows[i].taken[column])
        column++;
      if (column >= AKK_TABLE_MAX_COLUMNS)
        break;
      n_across = MIN (span_of (cell, "colspan"), AKK_TABLE_MAX_COLUMNS - column);
      n_down = MIN (span_of (cell, "rowspan"), nodes->len - i);
      rows[i].cells[column] = cell;
      for (guint r = i; r < i + n_down; r++)
        for (guint c = column; c < column + n_across; c++)
          rows[r].taken[c] = TRUE;
      column += n_across;
      n_columns = MAX (n_columns, column);
    }
  }
  return n_columns;
}

/* One cell or one column only arranges a page: its blocks are the text. */
static void
read_layout (AkkHtmlReader *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    for (const xmlNode *cell = ((const xmlNode *) nodes->pdata[i])->children; cell != NULL;
         cell = cell->next) {
      if (!is_cell (cell))
        continue;
      akk_html_read_children (self, cell);
      akk_html_end_line (self);
    }
}

static AkkLine *
table_line (AkkHtmlReader *self, guint n_rows, guint n_columns, const Row *rows)
{
  g_autofree guint8 *alignment = g_malloc (n_columns);
  g_autofree guint8 *widths = g_malloc0 (n_columns);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkTable table = { .n_rows = n_rows, .n_columns = n_columns };

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      g_ptr_array_add (cells, rows[i].cells[j] != NULL
                                  ? akk_html_read_words (self, rows[i].cells[j], AKK_LINE_PARAGRAPH)
                                  : akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0));
  /* The last row says it best: headers are often centred. */
  for (guint j = 0; j < n_columns; j++) {
    const xmlNode *cell = rows[n_rows - 1].cells[j];

    alignment[j] = (guint8) (cell != NULL ? side_of (cell) : 'l');
  }
  table.cells = (AkkLine **) cells->pdata;
  table.alignment = alignment;
  table.widths = widths;
  return akk_line_new_table (&table);
}

void
akk_html_read_table (AkkHtmlReader *self, const xmlNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autofree Row *rows = NULL;
  guint n_columns;

  akk_html_end_line (self);
  collect_rows (node, nodes);
  if (nodes->len == 0)
    return;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (akk_html_is (child, "caption")) {
      akk_html_read_children (self, child);
      akk_html_end_line (self);
    }
  rows = g_new0 (Row, nodes->len);
  n_columns = lay_out (nodes, rows);
  if (n_columns < 2 || self->words_only)
    read_layout (self, nodes);
  else
    g_ptr_array_add (self->lines, table_line (self, nodes->len, n_columns, rows));
}
