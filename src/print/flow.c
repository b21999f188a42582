/* A flow: rows with what stands in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow.h"

#include "print/chart.h"

/* Paragraphs up to so many lines are never divided. */
#define WHOLE_LINES 3

static void
piece_clear (gpointer data)
{
  AkkFlowPiece *piece = data;

  g_clear_pointer (&piece->set, akk_set_unref);
  g_clear_pointer (&piece->picture, akk_picture_unref);
  g_clear_pointer (&piece->chart, akk_chart_unref);
}

static void
info_clear (gpointer data)
{
  g_clear_pointer (&((AkkFlowRow *) data)->continued, akk_set_unref);
}

static void
note_clear (gpointer data)
{
  AkkFootnote *note = data;

  akk_set_unref (note->mark);
  akk_set_unref (note->text);
}

AkkFlow *
akk_flow_new (AkkPaper *paper)
{
  AkkFlow *self = g_new0 (AkkFlow, 1);
  AkkNode document = { .name = "Document", .parent = AKK_NO_NODE };

  self->paper = g_object_ref (paper);
  self->shape = &akk_page_upright;
  self->rows = g_array_new (FALSE, TRUE, sizeof (AkkRow));
  self->infos = g_array_new (FALSE, TRUE, sizeof (AkkFlowRow));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (AkkFlowPiece));
  self->fills = g_array_new (FALSE, TRUE, sizeof (AkkFill));
  self->notes = g_array_new (FALSE, TRUE, sizeof (AkkFootnote));
  self->nodes = g_array_new (FALSE, TRUE, sizeof (AkkNode));
  self->strings = g_string_chunk_new (256);
  self->lenders = g_ptr_array_new ();
  self->title = self->version = self->code = self->part = self->chapter = "";
  g_array_set_clear_func (self->infos, info_clear);
  g_array_set_clear_func (self->pieces, piece_clear);
  g_array_set_clear_func (self->notes, note_clear);
  g_array_append_val (self->nodes, document);
  return self;
}

void
akk_flow_free (AkkFlow *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->paper);
  g_array_unref (self->rows);
  g_array_unref (self->infos);
  g_array_unref (self->pieces);
  g_array_unref (self->fills);
  g_array_unref (self->notes);
  g_array_unref (self->nodes);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->lenders);
  g_free (self);
}

guint
akk_flow_node (AkkFlow *self, guint parent, const char *name)
{
  AkkNode node = { .name = name, .parent = parent == AKK_NO_NODE ? 0 : parent };

  node.depth = akk_flow_node_at (self, node.parent)->depth + 1;
  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

AkkNode *
akk_flow_node_at (AkkFlow *self, guint node)
{
  return &g_array_index (self->nodes, AkkNode, node);
}

AkkRow *
akk_flow_row (AkkFlow *self, double before, double height, guint line)
{
  AkkRow row = { .before = (float) before + self->after,
                 .height = (float) height,
                 .keep = self->keep };
  AkkFlowRow info = { .piece = self->pieces->len,
                      .fill = self->fills->len,
                      .note = self->notes->len,
                      .line = line,
                      .part = self->part,
                      .chapter = self->chapter,
                      .foot = self->foot,
                      .bare = self->bare };

  if (self->new_page)
    row.flags |= AKK_ROW_PAGE;
  self->new_page = FALSE;
  self->after = 0;
  self->keep = AKK_KEEP_NONE;
  g_array_append_val (self->rows, row);
  g_array_append_val (self->infos, info);
  return &g_array_index (self->rows, AkkRow, self->rows->len - 1);
}

void
akk_flow_piece (AkkFlow *self, AkkSet *set, guint line, double x, double baseline, guint node)
{
  AkkFlowPiece piece = { set, line, node, (float) x, (float) baseline, NULL, NULL };

  if (line == 0)
    self->n_missing += set->n_missing;
  g_array_append_val (self->pieces, piece);
}

static void
add_figure (
    AkkFlow *self, AkkFlowPiece piece, double width, double height, const char *alt, guint parent)
{
  AkkNode *figure;

  piece.node = akk_flow_node (self, parent, "Figure");
  figure = akk_flow_node_at (self, piece.node);
  figure->alt = g_string_chunk_insert (self->strings, alt);
  figure->width = (float) width;
  figure->height = (float) height;
  g_array_append_val (self->pieces, piece);
}

void
akk_flow_picture (AkkFlow *self,
                  AkkPicture *picture,
                  double x,
                  double y,
                  double width,
                  double height,
                  const char *alt,
                  guint parent)
{
  AkkFlowPiece piece = { .x = (float) x, .y = (float) y, .picture = picture };

  add_figure (self, piece, width, height, alt, parent);
}

void
akk_flow_chart (AkkFlow *self, AkkChart *chart, double x, double y, guint parent)
{
  AkkFlowPiece piece = { .x = (float) x, .y = (float) y, .chart = chart };
  double width, height;

  akk_chart_size (chart, &width, &height);
  add_figure (self, piece, width, height, akk_chart_alt (chart), parent);
}

void
akk_flow_fill (AkkFlow *self, double x, double y, double width, double height, AkkFillColour colour)
{
  AkkFill fill = { (float) x, (float) y, (float) width, (float) height, (guint8) colour };

  g_array_append_val (self->fills, fill);
}

void
akk_flow_continue (AkkFlow *self, AkkSet *continued)
{
  g_array_index (self->infos, AkkFlowRow, self->infos->len - 1).continued = continued;
}

void
akk_flow_note (AkkFlow *self, const AkkFootnote *note)
{
  AkkRow *row = &g_array_index (self->rows, AkkRow, self->rows->len - 1);

  row->notes++;
  row->note_lines += (guint16) note->text->n_lines;
  self->n_missing += note->text->n_missing;
  g_array_append_vals (self->notes, note, 1);
}

void
akk_flow_float (AkkFlow *self, guint first)
{
  AkkRow *row = &g_array_index (self->rows, AkkRow, first);

  row->floats = (guint16) MIN (self->rows->len - first, G_MAXUINT16);
}

void
akk_flow_space (AkkFlow *self, double after)
{
  g_array_index (self->rows, AkkRow, self->rows->len - 1).after = (float) after;
}

void
akk_flow_text (AkkFlow *self, AkkSet *set, const AkkFlowText *how)
{
  for (guint i = 0; i < set->n_lines; i++) {
    gboolean widow = i + 1 == set->n_lines, orphan = i == 1;
    if (i > 0)
      self->keep = widow || orphan || set->n_lines <= WHOLE_LINES ? AKK_KEEP_STRONG : AKK_KEEP_NONE;
    akk_flow_row (self, i == 0 ? how->before : 0, set->leading, how->line);
    if (i == 0 && how->marker != NULL)
      akk_flow_piece (self, how->marker, 0, how->marker_x, set->baseline, how->marker_node);
    akk_flow_piece (self, akk_set_ref (set), i, how->x, set->baseline, how->node);
    if (how->added != NULL)
      how->added (how->data, set, i);
  }
  akk_set_unref (set);
}

AkkSet *
akk_flow_set (AkkFlow *self, const char *text, AkkLook look, double measure)
{
  g_auto (AkkCopy) line = { 0 };

  akk_copy_add_plain (&line, text);
  return akk_paper_set (self->paper, &line, look, measure);
}

guint
akk_flow_begin_page (
    AkkFlow *self, const char *title, const char *header, double x, const char *element)
{
  guint section = akk_flow_node (self, AKK_NO_NODE, "Sect");
  guint node = akk_flow_node (self, section, element);
  AkkSet *set = akk_flow_set (self, title, AKK_LOOK_PART, AKK_PAGE_RIGHT - x);

  akk_flow_node_at (self, node)->title = g_string_chunk_insert (self->strings, title);
  self->new_page = self->rows->len > 0;
  self->part = g_string_chunk_insert_const (self->strings, header);
  akk_flow_row (self, 0, set->leading + 3.75, AKK_NO_LINE);
  akk_flow_piece (self, set, 0, x, set->baseline + 3.75, node);
  self->keep = AKK_KEEP_STRONG;
  return section;
}

double
akk_flow_used (const AkkFlow *self, guint first_row)
{
  double used = 0;

  for (guint i = first_row; i < self->rows->len; i++) {
    const AkkRow *row = &g_array_index (self->rows, AkkRow, i);
    used += (i > first_row ? row->before : 0) + row->height;
  }
  return used;
}
