/* A table on paper: columns, heads and hairlines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/prose.h"

#define GUTTER 9.0
#define PADDING 2.5 /* below the last line of a row */
#define NARROWEST 36.0 /* a column */
#define MARKS_WIDTH 66.0 /* a column of marks */
#define MOVES_WHOLE 20 /* a table of up to so many rows rather moves than breaks */
#define ROW_LINES 28 /* taller rows are divided: with the head and some notes they fit a page */
#define HEAD_HEIGHT 90.0 /* a taller head is not repeated: it would leave the rows no room */

typedef struct {
  AkkProse *body;
  const AkkTable *table;
  guint index; /* line of the text */
  guint node;
  guint first_row; /* of the flow: the head */
  double before, head_height;
  double *x, *width;
} Layout;

static AkkLook
look_of_row (guint row)
{
  return row == 0 ? AKK_LOOK_HEAD_CELL : AKK_LOOK_CELL;
}

/* A cell that holds one sign and no words, as in a matrix. */
static gboolean
is_mark (const AkkLine *cell)
{
  return g_utf8_strlen (cell->text, -1) == 1 && cell->n_runs == 1 && cell->runs[0].field == NULL &&
         !g_unichar_isalnum (g_utf8_get_char (cell->text));
}

static AkkLook
look_of_cell (const AkkLine *cell, guint row)
{
  return row > 0 && is_mark (cell) && g_str_equal (cell->text, "●") ? AKK_LOOK_MARK
                                                                    : look_of_row (row);
}

static const AkkLine *
cell_at (const AkkTable *table, guint row, guint column)
{
  return table->cells[row * table->n_columns + column];
}

/* Columns of nothing but marks are narrow, and their marks stand in the middle. */
static gboolean
holds_marks (const AkkTable *table, guint column)
{
  gboolean any = FALSE;

  for (guint row = 1; row < table->n_rows; row++) {
    const AkkLine *cell = cell_at (table, row, column);
    if (*cell->text != '\0' && !is_mark (cell))
      return FALSE;
    any |= *cell->text != '\0';
  }
  return any;
}

/* How wide a cell would like to be. Only marks and fields that are already known are counted. */
static double
natural_width (Layout *self, guint row, guint column)
{
  g_auto (AkkCopy) text = { 0 };

  akk_copy_add_plain (&text, cell_at (self->table, row, column)->text);
  g_autoptr (AkkSet) set = akk_paper_set (self->body->flow->paper, &text, look_of_row (row), 2000);
  return set->width;
}

/* As written, else by what the cells would like: short columns get it, long ones share the rest. */
static void
divide_width (Layout *self)
{
  const guint n = self->table->n_columns;
  const double room = AKK_FULL_WIDTH - GUTTER * (n - 1);
  double given = 0, wish = 0;

  for (guint column = 0; column < n; column++)
    given += self->table->widths != NULL ? self->table->widths[column] : 0;
  for (guint column = 0; column < n; column++) {
    double *width = &self->width[column];
    if (given > 0) {
      *width = MAX (self->table->widths[column], 1);
    } else {
      gboolean marks = column > 0 && holds_marks (self->table, column);
      for (guint row = 0; row < self->table->n_rows && !marks; row++)
        *width = MAX (*width, natural_width (self, row, column) + 0.5);
      *width = MAX (*width, marks ? MARKS_WIDTH : NARROWEST);
    }
    wish += *width;
  }
  if (given > 0 || wish > room) {
    double fixed = 0, flexible = 0;
    for (guint column = 0; column < n; column++) {
      if (given == 0 && self->width[column] <= room / n)
        fixed += self->width[column];
      else
        flexible += self->width[column];
    }
    for (guint column = 0; column < n; column++) {
      if (given > 0 || self->width[column] > room / n)
        self->width[column] *= (room - fixed) / flexible;
    }
  } else {
    /* Columns of marks stay narrow. */
    double words = 0;
    for (guint column = 0; column < n; column++)
      words += column > 0 && holds_marks (self->table, column) ? 0 : self->width[column];
    for (guint column = 0; column < n; column++) {
      if (column == 0 || !holds_marks (self->table, column))
        self->width[column] *= (words + room - wish) / words;
    }
  }

  double x = AKK_PAGE_LEFT;
  for (guint column = 0; column < n; column++) {
    self->x[column] = x;
    x += self->width[column] + GUTTER;
  }
}

static void
add_cell_lines (
    Layout *self, AkkSet *set, guint from, guint to, guint column, guint node, double down)
{
  guint8 alignment = self->table->alignment != NULL ? self->table->alignment[column] : 'l';

  if (alignment == 'l' && column > 0 && holds_marks (self->table, column))
    alignment = 'c';

  if (from >= set->n_lines) { /* a cell that has ended: it is there, but empty */
    g_auto (AkkCopy) nothing = { 0 };
    AkkSet *empty =
        akk_paper_set (self->body->flow->paper, &nothing, AKK_LOOK_CELL, self->width[column]);
    akk_flow_piece (self->body->flow, empty, 0, self->x[column], set->baseline, node);
  }
  for (guint line = from; line < MIN (to, set->n_lines); line++) {
    double spare = MAX (0, self->width[column] - set->lines[line].width);
    double x = self->x[column] + (alignment == 'r' ? spare : alignment == 'c' ? spare / 2 : 0);
    akk_flow_piece (self->body->flow, akk_set_ref (set), line, x,
                    set->baseline + (line - from) * set->leading + down, node);
  }
}

static void
add_rules (Layout *self, guint row, double height)
{
  AkkFlow *flow = self->body->flow;
  gboolean last = row + 1 == self->table->n_rows;

  if (row == 0)
    akk_flow_fill (flow, AKK_PAGE_LEFT, 0, AKK_FULL_WIDTH, 0.9, AKK_FILL_BLACK);
  akk_flow_fill (flow, AKK_PAGE_LEFT, height - (last ? 0.9 : 0.25), AKK_FULL_WIDTH,
                 last       ? 0.9
                 : row == 0 ? 0.5
                            : 0.25,
                 last || row == 0 ? AKK_FILL_BLACK : AKK_FILL_HAIRLINE);
}

static guint8
keep_of_row (Layout *self, guint row)
{
  if (row == 0)
    return self->body->flow->keep;
  if (row <= 2 || row + 1 == self->table->n_rows)
    return AKK_KEEP_STRONG; /* the head and two rows, two rows at the end */
  return self->table->n_rows <= MOVES_WHOLE ? AKK_KEEP_WEAK : AKK_KEEP_NONE;
}

/* A row of the table; a very tall one as several, so that it can go over a page. */
static void
add_row (Layout *self, guint row, AkkSet **sets, GArray **notes)
{
  AkkFlow *flow = self->body->flow;
  const guint n = self->table->n_columns;
  guint n_lines = 1;

  for (guint column = 0; column < n; column++)
    n_lines = MAX (n_lines, sets[column]->n_lines);
  for (guint from = 0; from < n_lines; from += ROW_LINES) {
    guint to = MIN (from + ROW_LINES, n_lines);
    double height =
        (to - from) * akk_types[look_of_row (row)].leading + (to == n_lines ? PADDING : 0);
    guint tr = akk_flow_node (flow, self->node, "TR");

    flow->keep = from > 0 ? AKK_KEEP_NONE : keep_of_row (self, row);
    AkkRow *it = akk_flow_row (flow, row == 0 && from == 0 ? self->before : 0, height, self->index);
    if (row == 0 && from == 0) {
      self->first_row = flow->rows->len - 1;
      self->head_height = n_lines * akk_types[look_of_row (row)].leading + PADDING;
      akk_flow_continue (flow, akk_prose_continued (self->body));
    } else if (row > 0 && self->head_height <= HEAD_HEIGHT) {
      it->repeat = self->head_height + akk_types[AKK_LOOK_CAPTION].leading;
      g_array_index (flow->infos, AkkFlowRow, flow->infos->len - 1).head = self->first_row + 1;
    }
    for (guint column = 0; column < n; column++) {
      guint cell = akk_flow_node (flow, tr, row == 0 ? "TH" : "TD");
      if (row == 0)
        akk_flow_node_at (flow, cell)->scope = "Column";
      /* Heads stand on their rule. */
      double down = row > 0 || n_lines > ROW_LINES
                        ? 0
                        : (n_lines - sets[column]->n_lines) * (double) sets[column]->leading;
      add_cell_lines (self, sets[column], from, to, column, cell, down);
      for (guint line = from; line < MIN (to, sets[column]->n_lines); line++)
        akk_prose_attach_notes (self->body, sets[column], line, notes[column], cell);
    }
    if (to == n_lines)
      add_rules (self, row, height);
  }
}

/* Whether something of the section stands above a row: what moves away must leave it there. */
static gboolean
follows_text (Layout *self, guint row)
{
  AkkFlow *flow = self->body->flow;
  guint pieces = g_array_index (flow->infos, AkkFlowRow, row).piece;
  guint node = pieces > 0 ? g_array_index (flow->pieces, AkkFlowPiece, pieces - 1).node : 0;

  while (node != 0 && node != self->body->section)
    node = akk_flow_node_at (flow, node)->parent;
  return node != 0;
}

/* A short table may move to the top of the next page, no table past one that may not. */
static void
set_free (Layout *self)
{
  AkkFlow *flow = self->body->flow;
  const guint first = self->body->table_row;

  if (self->table->n_rows <= MOVES_WHOLE && follows_text (self, first)) {
    akk_flow_node_at (flow, self->node)->floats = TRUE;
    akk_flow_float (flow, first);
  } else {
    g_array_index (flow->rows, AkkRow, first).flags |= AKK_ROW_FENCE;
  }
}

void
akk_prose_add_table (AkkProse *body, guint index)
{
  const AkkTable *table = body->text->lines[index]->table;
  const guint n = table->n_columns;
  g_autofree double *x = g_new0 (double, n + 1), *width = g_new0 (double, n + 1);
  Layout self = { .body = body, .table = table, .index = index, .x = x, .width = width };

  if (table->n_rows == 0 || n == 0)
    return;
  self.before = body->table != AKK_NO_NODE ? AKK_SLOT / 4 : AKK_SLOT;
  self.node =
      body->table != AKK_NO_NODE ? body->table : akk_flow_node (body->flow, body->section, "Table");
  if (body->table == AKK_NO_NODE)
    body->table_row = body->flow->rows->len;
  divide_width (&self);
  for (guint row = 0; row < table->n_rows; row++) {
    g_autofree AkkSet **sets = g_new0 (AkkSet *, n);
    g_autofree GArray **notes = g_new0 (GArray *, n);
    for (guint column = 0; column < n; column++) {
      g_auto (AkkCopy) text = { 0 };
      notes[column] = g_array_new (FALSE, FALSE, sizeof (guint));
      akk_prose_copy (body, cell_at (table, row, column), 0, &text, notes[column]);
      sets[column] =
          akk_paper_set (body->flow->paper, &text, look_of_cell (cell_at (table, row, column), row),
                         width[column]);
    }
    add_row (&self, row, sets, notes);
    for (guint column = 0; column < n; column++) {
      akk_set_unref (sets[column]);
      g_array_unref (notes[column]);
    }
  }
  akk_flow_space (body->flow, AKK_SLOT / 2);
  set_free (&self);
  body->table = AKK_NO_NODE;
  body->caption = 0;
}
