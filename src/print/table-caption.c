/* What stands above a figure, and above and under a table: its number, its caption and its note.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/prose.h"

#define NUMBER_GAP 6.0

/* "Tabel 1" or "Figuur 1" in bold. */
static void
add_number (AkkProse *self, gboolean figure, guint number, AkkCopy *text)
{
  const char *word =
      akk_phrases_get (akk_paper_phrases (self->flow->paper), figure ? "figure-label" : "table");
  g_autofree char *label = g_strdup_printf ("%s\302\240%u", word, number);

  akk_copy_add (text, label, strlen (label), (AkkCopyRun) { .style = AKK_STYLE_BOLD });
}

/* The space that stood between the field and the words. */
static void
drop_space (AkkCopy *text)
{
  while (text->text != NULL && text->text->str[0] == ' ') {
    AkkCopyRun *first = &g_array_index (text->runs, AkkCopyRun, 0);
    g_string_erase (text->text, 0, 1);
    if (--first->n_bytes == 0)
      g_array_remove_index (text->runs, 0);
  }
}

/* References and the list of tables lead to the caption. */
static void
name_place (AkkFlow *flow, guint node, const AkkLine *line, const char *label)
{
  gint64 id = g_ascii_strtoll (line->runs[0].field + strlen ("caption:"), NULL, 10);
  AkkNode *caption = akk_flow_node_at (flow, node);

  caption->anchor = akk_flow_anchor (AKK_ANCHOR_PLACE, id);
  caption->alt = g_string_chunk_insert (flow->strings, label);
}

void
akk_prose_add_caption (AkkProse *self, guint index)
{
  AkkFlow *flow = self->flow;
  const AkkLine *line = self->text->lines[index];
  const AkkLine *next = index + 1 < self->text->n_lines ? self->text->lines[index + 1] : NULL;
  gboolean above = next != NULL && next->kind == AKK_LINE_TABLE;
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = { 0 };
  g_auto (AkkCopy) number = { 0 };
  guint parent = self->section;
  gboolean figure = FALSE;

  akk_prose_flush_run_in (self);
  self->caption = akk_text_count_caption (self->text, index, &self->n_captions, &figure);
  if (above) {
    parent = self->table = akk_flow_node (flow, self->section, "Table");
    self->table_row = flow->rows->len;
  }
  AkkFlowText how = { .before = AKK_SLOT, .node = akk_flow_node (flow, parent, "Caption") };
  add_number (self, figure, self->caption, &number);
  name_place (flow, how.node, line, number.text->str);
  how.marker = akk_paper_set (flow->paper, &number, AKK_LOOK_CAPTION, AKK_FULL_WIDTH);
  how.marker_x = AKK_PAGE_LEFT;
  how.marker_node = how.node;
  how.x = AKK_PAGE_LEFT + how.marker->width + NUMBER_GAP;
  akk_prose_copy (self, line, 0, &text, notes);
  drop_space (&text);
  akk_prose_add_text (self, index, &how, &text, notes, AKK_LOOK_CAPTION);
  if (above || figure)
    flow->keep = AKK_KEEP_STRONG;
}

AkkSet *
akk_prose_continued (AkkProse *self)
{
  const char *continued = akk_phrases_get (akk_paper_phrases (self->flow->paper), "continued");
  g_auto (AkkCopy) text = { 0 };

  if (self->caption > 0) {
    add_number (self, FALSE, self->caption, &text);
    akk_copy_add_plain (&text, " ");
  }
  akk_copy_add_plain (&text, continued);
  return akk_paper_set (self->flow->paper, &text, AKK_LOOK_CAPTION, AKK_FULL_WIDTH);
}

void
akk_prose_add_table_note (AkkProse *self, guint index)
{
  AkkFlow *flow = self->flow;
  const char *word = akk_phrases_get (akk_paper_phrases (flow->paper), "table-note");
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (AkkCopy) text = { 0 };
  AkkFlowText how = { .x = AKK_PAGE_LEFT,
                      .before = AKK_SLOT / 4,
                      .node = akk_flow_node (flow, self->section, "P") };

  akk_copy_add (&text, word, strlen (word), (AkkCopyRun) { .style = AKK_STYLE_ITALIC });
  akk_prose_copy (self, self->text->lines[index], 0, &text, notes);
  akk_flow_space (flow, 0);
  flow->keep = AKK_KEEP_STRONG;
  guint first = flow->rows->len;
  akk_prose_add_text (self, index, &how, &text, notes, AKK_LOOK_NOTE);
  for (guint row = first + 1; row < flow->rows->len; row++)
    g_array_index (flow->rows, AkkRow, row).keep = AKK_KEEP_STRONG;
  akk_flow_space (flow, AKK_SLOT / 2);
  if (g_array_index (flow->rows, AkkRow, self->table_row).floats > 0) {
    akk_flow_node_at (flow, how.node)->floats = TRUE;
    akk_flow_float (flow, self->table_row);
  }
}
