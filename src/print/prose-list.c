/* Lists of a body on paper: items, their markers and levels, and blocks of commitments.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/prose.h"

#define BULLET_OFFSET 11.5
#define BAR_X (AKK_TEXT_LEFT - 14)
#define BAR_WIDTH 2.0
/* A block of commitments of up to so many lines is divided only where a page would end too short, a
 * longer one wherever it meets the end of a page; both between items. */
#define WHOLE_BLOCK 20

gboolean
akk_line_is_item (const AkkLine *line)
{
  return line->kind == AKK_LINE_BULLET || line->kind == AKK_LINE_NUMBER;
}

gboolean
akk_line_has_field (const AkkLine *line, const char *prefix)
{
  return line->n_runs > 0 && line->runs[0].field != NULL &&
         g_str_has_prefix (line->runs[0].field, prefix);
}

gboolean
akk_line_is_commitment (const AkkLine *line)
{
  return akk_line_is_item (line) && akk_line_has_field (line, "commitment:");
}

/* Whether the item on a line is the last of its list (its continuations aside). */
static gboolean
is_last_item (AkkProse *self, guint index)
{
  const AkkLine *item = self->text->lines[index];

  for (guint i = index + 1; i < self->text->n_lines; i++) {
    const AkkLine *next = self->text->lines[i];
    if (akk_line_is_item (next) && next->level == item->level && next->kind == item->kind)
      return FALSE;
    if ((!akk_line_is_item (next) && next->kind != AKK_LINE_CONTINUED) || next->level < item->level)
      return TRUE;
  }
  return TRUE;
}

/* --- Blocks of commitments --- */

void
akk_prose_begin_block (AkkProse *self)
{
  akk_prose_end_block (self);
  self->block = self->flow->rows->len;
  self->bar = G_MAXUINT;
}

/* Beside the last row, and on through the space above it. */
void
akk_prose_add_bar (AkkProse *self)
{
  AkkFlow *flow = self->flow;

  if (self->block == AKK_NO_ROW)
    return;
  const AkkRow *row = &g_array_index (flow->rows, AkkRow, flow->rows->len - 1);
  if (self->bar != G_MAXUINT)
    g_array_index (flow->fills, AkkFill, self->bar).height += row->before;
  self->bar = flow->fills->len;
  akk_flow_fill (flow, BAR_X, 0, BAR_WIDTH, row->height, AKK_FILL_ACCENT);
}

gboolean
akk_prose_goes_on (AkkProse *self, const AkkLine *line)
{
  if (self->block == AKK_NO_ROW)
    return FALSE;
  if (akk_line_is_item (line))
    return akk_line_is_commitment (line) || (line->level > 1 && self->n_lists > 0);
  return line->kind == AKK_LINE_CONTINUED && self->n_lists > 0;
}

/* A list within a commitment stays with the words before it, and its last item with one more. */
static gboolean
may_divide_before (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index];
  const AkkLine *above = self->text->lines[index - 1];

  if (!akk_line_is_item (line) || line->level == 1)
    return TRUE;
  return akk_line_is_item (above) && above->level >= line->level && !is_last_item (self, index);
}

void
akk_prose_end_block (AkkProse *self)
{
  GArray *rows = self->flow->rows, *infos = self->flow->infos;
  guint first = self->block, last_item = rows->len, n_items = 0;

  self->block = AKK_NO_ROW;
  if (first == AKK_NO_ROW || first >= rows->len)
    return;
  g_array_index (rows, AkkRow, first).flags |= AKK_ROW_FENCE;
  for (guint row = first + 1; row < rows->len; row++) {
    if (g_array_index (infos, AkkFlowRow, row).line !=
        g_array_index (infos, AkkFlowRow, row - 1).line)
      last_item = row;
  }
  for (guint row = first + 1; row < rows->len; row++) {
    guint line = g_array_index (infos, AkkFlowRow, row).line;
    gboolean begins = line != g_array_index (infos, AkkFlowRow, row - 1).line;
    gboolean may_end = begins && ++n_items > 1 && row < last_item && may_divide_before (self, line);
    g_array_index (rows, AkkRow, row).keep = !may_end                           ? AKK_KEEP_STRONG
                                             : rows->len - first <= WHOLE_BLOCK ? AKK_KEEP_WEAK
                                                                                : AKK_KEEP_NONE;
  }
}

/* --- Items --- */

/* The marker of an item and how it is numbered. */
static char *
item_marker (AkkLineKind kind, guint level, guint number)
{
  static const char *bullets[] = { "•", "–", "·" };
  static const char *hundreds[] = { "", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm" };
  static const char *tens[] = { "", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc" };
  static const char *ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };

  if (kind == AKK_LINE_BULLET)
    return g_strdup (bullets[level - 1]);
  if (level == 2 && number >= 1 && number <= 26 * 27) {
    char letters[] = { (char) ('a' + (number - 1) / 26 - 1), (char) ('a' + (number - 1) % 26), 0 };
    return g_strdup_printf ("%s.", number > 26 ? letters : letters + 1);
  }
  if (level == 3 && number >= 1 && number < 1000)
    return g_strdup_printf ("%s%s%s.", hundreds[number / 100], tens[number / 10 % 10],
                            ones[number % 10]);
  return g_strdup_printf ("%u.", number);
}

static const char *
list_numbering (AkkLineKind kind, guint level)
{
  static const char *bullets[] = { "Disc", "Circle", "Square" };
  static const char *numbers[] = { "Decimal", "LowerAlpha", "LowerRoman" };

  return (kind == AKK_LINE_BULLET ? bullets : numbers)[level - 1];
}

/* The open list for an item: the one that goes on, or a new one inside the item above. */
static AkkProseList *
list_for (AkkProse *self, const AkkLine *line, gboolean *is_new)
{
  guint level = CLAMP (line->level, 1, AKK_MAX_LEVEL);
  AkkProseList *list = &self->lists[level];

  *is_new = self->n_lists < level || list->kind != line->kind;
  if (*is_new) {
    /* A level may be left out in a text that is being typed. */
    guint parent = AKK_NO_NODE;
    for (guint above = MIN (level - 1, self->n_lists); above > 0 && parent == AKK_NO_NODE; above--)
      parent = self->lists[above].body;
    if (parent == AKK_NO_NODE)
      parent = akk_prose_parent (self, line);
    for (guint skipped = self->n_lists + 1; skipped < level; skipped++)
      self->lists[skipped] = (AkkProseList) { .body = parent, .kind = AKK_LINE_PARAGRAPH };
    list->list = akk_flow_node (self->flow, parent, "L");
    akk_flow_node_at (self->flow, list->list)->numbering = list_numbering (line->kind, level);
    list->kind = line->kind;
    list->number = line->kind == AKK_LINE_NUMBER ? line->start : 1;
  } else {
    list->number++;
  }
  self->n_lists = level;
  return list;
}

void
akk_prose_add_item (AkkProse *self, guint index)
{
  AkkFlow *flow = self->flow;
  const AkkLine *line = self->text->lines[index];
  const AkkLine *above = index > 0 ? self->text->lines[index - 1] : NULL;
  guint level = CLAMP (line->level, 1, AKK_MAX_LEVEL);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = { 0 };
  g_auto (AkkCopy) marker = { 0 };
  gboolean is_new;
  AkkProseList *list = list_for (self, line, &is_new);
  g_autofree char *sign = item_marker (line->kind, level, list->number);
  guint item = akk_flow_node (flow, list->list, "LI");
  double x = AKK_TEXT_LEFT + AKK_PROSE_INDENT * (level + (line->quote ? 1 : 0));
  AkkFlowText how = { .x = x, .marker_node = akk_flow_node (flow, item, "Lbl") };

  list->body = how.node = akk_flow_node (flow, item, "LBody");
  if (akk_line_is_commitment (line) && self->block == AKK_NO_ROW)
    akk_prose_begin_block (self);
  akk_copy_add_plain (&marker, sign);
  how.marker = akk_paper_set (flow->paper, &marker, AKK_LOOK_TEXT, AKK_TEXT_WIDTH);
  how.marker_x = x - (line->kind == AKK_LINE_BULLET ? BULLET_OFFSET : AKK_PROSE_INDENT);
  how.marker_x = MIN (how.marker_x, x - how.marker->width - 3.5);
  if (above != NULL && !akk_line_is_item (above))
    how.before =
        is_new && level == 1 && above->kind != AKK_LINE_PARAGRAPH ? AKK_SLOT / 2 : AKK_SLOT / 4;
  akk_prose_copy (self, line, 0, &text, notes);
  if (!is_new && flow->keep == AKK_KEEP_NONE && is_last_item (self, index))
    flow->keep = AKK_KEEP_WEAK;
  akk_prose_add_text (self, index, &how, &text, notes, AKK_LOOK_TEXT);
  if (akk_prose_leads_in (self, index))
    flow->keep = AKK_KEEP_STRONG;
}

void
akk_prose_add_continued (AkkProse *self, guint index)
{
  const AkkLine *line = self->text->lines[index];
  guint level = MIN (MAX (line->level, 1), self->n_lists);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = { 0 };

  AkkFlowText how = { .x = AKK_TEXT_LEFT + AKK_PROSE_INDENT * (level + (line->quote ? 1 : 0)),
                      .before = AKK_SLOT / 4,
                      .node = akk_flow_node (self->flow, self->lists[level].body, "P") };
  self->n_lists = level;
  akk_prose_copy (self, line, 0, &text, notes);
  akk_prose_add_text (self, index, &how, &text, notes, AKK_LOOK_TEXT);
  if (akk_prose_leads_in (self, index))
    self->flow->keep = AKK_KEEP_STRONG;
}
