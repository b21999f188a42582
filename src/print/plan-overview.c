/* The overview of an action plan: a table per priority, on pages that lie.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/plan-internal.h"

#define ABOVE 2.75 /* the first line of a row */
#define BELOW 2.75
#define THIN 0.25
#define MIDDLE 0.5
#define THICK 0.7
#define LEAD_MOST 300.0 /* of the lead beside the title of a priority */
#define ROW_LINES 30 /* taller rows are divided: with the head they fit a page… */
#define PART_LINES 8 /* …into parts of so many lines, that fill the pages */

enum { NUMBER, ACTION, LEAD, PARTNERS, TERM, STATE, N_COLUMNS };

static const struct {
  double x, width;
} columns[N_COLUMNS] = {
  [NUMBER] = { 56.69, 29 },     [ACTION] = { 90.69, 246 }, [LEAD] = { 348.69, 102 },
  [PARTNERS] = { 460.69, 122 }, [TERM] = { 592.69, 56 },   [STATE] = { 656.69, 128.5 },
};

/* A paragraph of a cell. */
typedef struct {
  AkkSet *set; /* owned */
  guint column;
} Block;

typedef struct {
  AkkPlanSheet *plan;
  guint table;
  guint head; /* 1 + its row */
  double repeat; /* height of the head when it is printed again */
  guint n_rows;
} Table;

static void
block_clear (gpointer data)
{
  akk_set_unref (((Block *) data)->set);
}

/* --- The head of a part --- */

static void
add_heads (Table *self, const AkkPlanPart *part)
{
  AkkSheet *sheet = &self->plan->sheet;
  AkkFlow *flow = sheet->flow;
  const char *const keys[N_COLUMNS] = { "plan-number",   "plan-action", "plan-lead",
                                        "plan-partners", "plan-term",   "plan-status" };
  guint row = akk_flow_node (flow, self->table, "TR");
  double height = akk_types[AKK_LOOK_FURNITURE].leading + 1.5;
  g_autofree char *title =
      g_strconcat (part->number, *part->number != '\0' ? "  " : "", part->title, NULL);
  g_autofree char *continued = g_strdup_printf ("%s · %s %s", self->plan->report->title, title,
                                                akk_phrases_get (sheet->phrases, "continued"));
  AkkSet *above = akk_sheet_set_bold (sheet, continued, AKK_LOOK_CAPTION,
                                      flow->shape->right - flow->shape->left);

  akk_flow_row (flow, 0, height, AKK_NO_LINE);
  for (guint i = 0; i < N_COLUMNS; i++) {
    guint cell = akk_flow_node (flow, row, "TH");
    akk_flow_node_at (flow, cell)->scope = "Column";
    akk_sheet_put (sheet,
                   akk_sheet_set (sheet, akk_phrases_get (sheet->phrases, keys[i]),
                                  AKK_LOOK_FURNITURE, columns[i].width),
                   columns[i].x, 0, FALSE, cell);
  }
  akk_flow_fill (flow, flow->shape->left, height - MIDDLE, flow->shape->right - flow->shape->left,
                 MIDDLE, AKK_FILL_BLACK);
  self->head = flow->rows->len;
  self->repeat = height + above->leading;
  akk_flow_continue (flow, above);
  flow->keep = AKK_KEEP_STRONG;
}

static void
add_part_title (AkkPlanSheet *self, const AkkPlanPart *part, gboolean first)
{
  AkkSheet *sheet = &self->sheet;
  AkkFlow *flow = sheet->flow;
  const double left = flow->shape->left, right = flow->shape->right;
  guint heading = akk_flow_node (flow, AKK_NO_NODE, "H2");
  gboolean numbered = *part->number != '\0';
  double x = numbered ? columns[ACTION].x : left;
  AkkSet *lead = akk_sheet_set (sheet, part->lead, AKK_LOOK_NOTE, LEAD_MOST);
  double beside = *part->lead != '\0' ? lead->width + AKK_SLOT : 0;
  AkkSet *title = akk_sheet_set (sheet, part->title, AKK_LOOK_AMBITION, right - x - beside);
  double leading = title->leading, n_lines = title->n_lines;
  double height = MAX (n_lines * leading, lead->n_lines * (double) lead->leading) + 3;
  AkkRow *row = akk_flow_row (flow, first ? 7.5 : 15, height, AKK_NO_LINE);

  row->flags |= AKK_ROW_HEADING;
  akk_flow_node_at (flow, heading)->title = g_string_chunk_insert (flow->strings, part->title);
  if (numbered)
    akk_sheet_put (sheet, akk_sheet_set (sheet, part->number, AKK_LOOK_AMBITION, 30), left, 0,
                   FALSE, heading);
  akk_sheet_put (sheet, title, x, 0, FALSE, heading);
  if (*part->lead != '\0') {
    double top = height - 3 - lead->n_lines * (double) lead->leading - 1;
    akk_sheet_put (sheet, lead, right, top, TRUE, akk_flow_node (flow, AKK_NO_NODE, "P"));
  } else {
    akk_set_unref (lead);
  }
  akk_flow_fill (flow, left, height - THICK, right - left, THICK, AKK_FILL_BLACK);
  flow->keep = AKK_KEEP_STRONG;
}

/* --- Rows --- */

static void
add_block (AkkSheet *sheet, GArray *blocks, guint column, const char *text, gboolean bold)
{
  double width = columns[column].width - (column == STATE ? AKK_PLAN_SIGN_ROOM : 0);
  Block block = { .column = column };

  /* A cell without words is there nevertheless. */
  if (*text == '\0' && (column == ACTION || column == STATE))
    return;
  block.set = bold ? akk_sheet_set_bold (sheet, text, AKK_LOOK_CELL, width)
                   : akk_sheet_set (sheet, text, AKK_LOOK_CELL, width);
  g_array_append_val (blocks, block);
}

static GArray *
blocks_of (AkkSheet *sheet, const AkkPlanLine *line)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  g_array_set_clear_func (blocks, block_clear);
  add_block (sheet, blocks, NUMBER, line->number, TRUE);
  add_block (sheet, blocks, ACTION, line->title, TRUE);
  add_block (sheet, blocks, ACTION, line->result, FALSE);
  add_block (sheet, blocks, ACTION, line->owner, FALSE);
  add_block (sheet, blocks, LEAD, line->lead, FALSE);
  add_block (sheet, blocks, PARTNERS, line->partners, FALSE);
  add_block (sheet, blocks, TERM, line->term, FALSE);
  add_block (sheet, blocks, STATE, line->state, TRUE);
  add_block (sheet, blocks, STATE, line->progress, FALSE);
  return blocks;
}

static guint
tallest (GArray *blocks)
{
  guint lines[N_COLUMNS] = { 0 }, most = 1;

  for (guint i = 0; i < blocks->len; i++) {
    const Block *block = &g_array_index (blocks, Block, i);
    lines[block->column] += block->set->n_lines;
    most = MAX (most, lines[block->column]);
  }
  return most;
}

/* Lines `from` to `to` of each column into the last row. */
static void
put_cells (AkkSheet *sheet, GArray *blocks, guint from, guint to, guint tr)
{
  AkkFlow *flow = sheet->flow;
  const double above = from == 0 ? ABOVE : 0;
  const double leading = akk_types[AKK_LOOK_CELL].leading;
  guint cell = 0, column = N_COLUMNS, at = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const Block *block = &g_array_index (blocks, Block, i);
    double x = columns[block->column].x + (block->column == STATE ? AKK_PLAN_SIGN_ROOM : 0);
    guint node;

    if (block->column != column) {
      cell = akk_flow_node (flow, tr, block->column == NUMBER ? "TH" : "TD");
      if (block->column == NUMBER)
        akk_flow_node_at (flow, cell)->scope = "Row";
      at = 0;
    }
    column = block->column;
    node = column == ACTION || column == STATE ? akk_flow_node (flow, cell, "P") : cell;
    for (guint line = 0; line < block->set->n_lines; line++, at++)
      if (at >= from && at < to)
        akk_flow_piece (flow, akk_set_ref (block->set), line, x,
                        above + (at - from) * leading + block->set->baseline, node);
    if (at <= from && (i + 1 == blocks->len || block[1].column != column)) {
      AkkSet *empty = akk_sheet_set (sheet, "", AKK_LOOK_CELL, 20);
      akk_flow_piece (flow, empty, 0, x, above + empty->baseline, cell);
    }
  }
}

static void
add_row (Table *self, const AkkPlanLine *line, gboolean last)
{
  AkkSheet *sheet = &self->plan->sheet;
  AkkFlow *flow = sheet->flow;
  const double left = flow->shape->left, width = flow->shape->right - left;
  g_autoptr (GArray) blocks = blocks_of (sheet, line);
  guint n_lines = tallest (blocks);
  guint step = n_lines > ROW_LINES ? PART_LINES : n_lines;

  for (guint from = 0; from < n_lines; from += step) {
    guint to = MIN (from + step, n_lines);
    double height = (from == 0 ? ABOVE : 0) + (to == n_lines ? BELOW : 0) +
                    (to - from) * akk_types[AKK_LOOK_CELL].leading;
    AkkRow *row;

    if (from == 0 && (self->n_rows == 1 || (last && self->n_rows > 1)))
      flow->keep = AKK_KEEP_STRONG; /* two rows on each side */
    row = akk_flow_row (flow, 0, height, AKK_NO_LINE);
    row->repeat = (float) self->repeat;
    g_array_index (flow->infos, AkkFlowRow, flow->infos->len - 1).head = self->head;
    put_cells (sheet, blocks, from, to, akk_flow_node (flow, self->table, "TR"));
    if (from == 0)
      akk_plan_sign (flow, line->standing, columns[STATE].x, ABOVE);
    if (to == n_lines)
      akk_flow_fill (flow, left, height - (last ? MIDDLE : THIN), width, last ? MIDDLE : THIN,
                     last ? AKK_FILL_BLACK : AKK_FILL_HAIRLINE);
  }
  self->n_rows++;
}

void
akk_plan_add_overview (AkkPlanSheet *self)
{
  const AkkPlanReport *report = self->report;

  akk_plan_head (self, report->title);
  for (guint i = 0; i < report->parts->len; i++) {
    const AkkPlanPart *part = report->parts->pdata[i];
    Table table = { .plan = self };

    add_part_title (self, part, i == 0);
    table.table = akk_flow_node (self->sheet.flow, AKK_NO_NODE, "Table");
    add_heads (&table, part);
    for (guint j = 0; j < part->lines->len; j++)
      add_row (&table, part->lines->pdata[j], j + 1 == part->lines->len);
  }
  akk_plan_legend (self, report->totals);
}
