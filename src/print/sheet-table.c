/* Plain tables of a sheet: columns of given widths, a head that comes back, hairlines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/sheet.h"

#include <string.h>

#define BREAK "\342\200\250" /* U+2028: a new line in a cell */
#define ABOVE 2.5 /* the first line of a row */
#define BELOW 2.5
#define THICK 0.9
#define MIDDLE 0.5
#define THIN 0.25
#define ROW_LINES 28 /* taller rows are divided: with the head they fit a page */

/* What stands before the line break in bold; all of it where there is none. */
static AkkSet *
set_lead (AkkSheet *sheet, const char *text, double measure)
{
  const char *rest = strstr (text, BREAK);
  gsize n_bytes = rest != NULL ? (gsize) (rest - text) : strlen (text);
  g_auto (AkkCopy) copy = { 0 };

  akk_copy_add (&copy, text, n_bytes, (AkkCopyRun) { .style = AKK_STYLE_BOLD });
  if (rest != NULL)
    akk_copy_add (&copy, rest, strlen (rest), (AkkCopyRun) { 0 });
  return akk_paper_set (sheet->flow->paper, &copy, AKK_LOOK_CELL, measure);
}

static AkkSet *
set_cell (AkkSheetTable *self, guint column, const char *text, gboolean head)
{
  const AkkSheetColumn *it = &self->columns[column];

  if (head)
    return akk_sheet_set (self->sheet, text, AKK_LOOK_HEAD_CELL, it->width);
  if (it->lead)
    return set_lead (self->sheet, text, it->width);
  return it->bold || (self->bold_cells >> column & 1) != 0
             ? akk_sheet_set_bold (self->sheet, text, AKK_LOOK_CELL, it->width)
             : akk_sheet_set (self->sheet, text, AKK_LOOK_CELL, it->width);
}

/* Lines `from` to `to` of a cell; one that has ended is there, but empty. */
static void
add_cell (AkkSheetTable *self, guint column, AkkSet *set, guint from, guint to, guint node)
{
  const AkkSheetColumn *it = &self->columns[column];
  AkkFlow *flow = self->sheet->flow;

  if (from >= set->n_lines) {
    AkkSet *empty = akk_sheet_set (self->sheet, "", AKK_LOOK_CELL, it->width);
    akk_flow_piece (flow, empty, 0, it->x, ABOVE + set->baseline, node);
  }
  for (guint line = from; line < MIN (to, set->n_lines); line++) {
    double x = it->x + (it->right ? it->width - set->lines[line].width : 0);
    akk_flow_piece (flow, akk_set_ref (set), line, x,
                    ABOVE + (line - from) * (double) set->leading + set->baseline, node);
  }
}

static double
full_width (const AkkFlow *flow)
{
  return flow->shape->right - flow->shape->left;
}

/* A row of the table; a very tall one as several. */
static void
add_row (AkkSheetTable *self, const char *const *cells, gboolean head)
{
  AkkFlow *flow = self->sheet->flow;
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_set_unref);
  guint n_lines = 1;

  for (guint i = 0; i < self->n_columns; i++) {
    AkkSet *set = set_cell (self, i, cells[i], head);
    n_lines = MAX (n_lines, set->n_lines);
    g_ptr_array_add (sets, set);
  }
  for (guint from = 0; from < n_lines; from += ROW_LINES) {
    guint to = MIN (from + ROW_LINES, n_lines);
    double leading = akk_types[AKK_LOOK_CELL].leading;
    double height = (to - from) * leading + ABOVE + BELOW;
    guint tr = akk_flow_node (flow, self->node, "TR");
    AkkRow *row;

    if (from == 0 && self->n_rows == 1)
      flow->keep = AKK_KEEP_STRONG; /* two rows below the head */
    row = akk_flow_row (flow, 0, height, AKK_NO_LINE);
    if (self->head > 0) {
      row->repeat = self->head_height + akk_types[AKK_LOOK_CAPTION].leading;
      g_array_index (flow->infos, AkkFlowRow, flow->infos->len - 1).head = self->head;
    }
    for (guint i = 0; i < self->n_columns; i++) {
      gboolean names = head || ((self->head == 0 || self->row_heads) && i == 0);
      guint cell = akk_flow_node (flow, tr, names ? "TH" : "TD");
      if (names)
        akk_flow_node_at (flow, cell)->scope = head ? "Column" : "Row";
      add_cell (self, i, sets->pdata[i], from, to, cell);
    }
    if (head || (self->head == 0 && self->n_rows == 0 && from == 0))
      akk_flow_fill (flow, flow->shape->left, 0, full_width (flow), THICK, AKK_FILL_BLACK);
    if (to == n_lines)
      akk_flow_fill (flow, flow->shape->left, height - THIN, full_width (flow),
                     head ? MIDDLE : THIN, head ? AKK_FILL_BLACK : AKK_FILL_HAIRLINE);
    self->rule = flow->fills->len - 1;
    if (head)
      self->head_height = height;
  }
}

static void
add_caption (AkkSheetTable *self)
{
  AkkFlow *flow = self->sheet->flow;
  AkkFlowText how = { .x = flow->shape->left, .line = AKK_NO_LINE };

  how.node = akk_flow_node (flow, self->node, "Caption");
  akk_flow_text (
      flow, akk_sheet_set_bold (self->sheet, self->caption, AKK_LOOK_CAPTION, full_width (flow)),
      &how);
  flow->keep = AKK_KEEP_STRONG;
}

void
akk_sheet_table_begin (AkkSheetTable *self,
                       AkkSheet *sheet,
                       const AkkSheetColumn *columns,
                       guint n_columns,
                       const char *caption,
                       const char *const *heads)
{
  *self = (AkkSheetTable) { .sheet = sheet,
                            .columns = columns,
                            .n_columns = n_columns,
                            .node = akk_flow_node (sheet->flow, AKK_NO_NODE, "Table"),
                            .caption = g_strdup (caption) };
  if (*caption != '\0')
    add_caption (self);
  if (heads == NULL)
    return;

  const char *word = akk_phrases_get (sheet->phrases, "continued");
  g_autofree char *continued =
      *caption != '\0' ? g_strconcat (caption, " ", word, NULL) : g_strdup (word);
  add_row (self, heads, TRUE);
  self->head = sheet->flow->rows->len;
  akk_flow_continue (sheet->flow,
                     akk_sheet_set (sheet, continued, AKK_LOOK_CAPTION, full_width (sheet->flow)));
  sheet->flow->keep = AKK_KEEP_STRONG;
}

void
akk_sheet_table_about (AkkSheetTable *self, const char *words)
{
  AkkSheet *sheet = self->sheet;
  AkkFlowRow *head = &g_array_index (sheet->flow->infos, AkkFlowRow, self->head - 1);
  g_autofree char *continued =
      g_strconcat (words, " ", akk_phrases_get (sheet->phrases, "continued"), NULL);

  g_clear_pointer (&head->continued, akk_set_unref);
  head->continued =
      akk_sheet_set_bold (sheet, continued, AKK_LOOK_CAPTION, full_width (sheet->flow));
}

void
akk_sheet_table_add (AkkSheetTable *self, const char *const *cells)
{
  add_row (self, cells, FALSE);
  self->bold_cells = 0;
  self->n_rows++;
}

void
akk_sheet_table_end (AkkSheetTable *self)
{
  AkkFlow *flow = self->sheet->flow;
  AkkFill *last = &g_array_index (flow->fills, AkkFill, self->rule);

  last->y -= (float) (THICK - last->height);
  last->height = THICK;
  last->colour = AKK_FILL_BLACK;
  if (self->n_rows > 2)
    g_array_index (flow->rows, AkkRow, flow->rows->len - 1).keep = AKK_KEEP_STRONG;
  g_clear_pointer (&self->caption, g_free);
}
