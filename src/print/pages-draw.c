/* Draws laid-out pages: the one code for PDF, printer and screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pages-internal.h"

#include <math.h>
#include <string.h>

#include "print/chart.h"
#include "print/pdf.h"

#define CODE_PLACE 0.56 /* of the width: its middle */
#define LABEL_GAP 12.0
#define NOTE_RULE 71.0
#define NOTE_INDENT 15.0
#define MARK_MARGIN 2.0 /* around the mark of a note: it is small to hit */

/* What goes along while a page is drawn. */
typedef struct {
  AkkPages *pages;
  AkkFlow *flow;
  AkkFaces *faces;
  cairo_t *cr;
  AkkTags *tags;
  guint open; /* the innermost open element */
  const char *link; /* the open link, or NULL */
  guint page;
  guint part; /* the note at its foot that is drawn next */
  double top, bottom; /* of what can be seen */
} Pen;

/* --- Structure --- */

static void
add_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
  g_string_append_c (text, ' ');
}

static void
add_rectangle (GString *attributes, double x, double y, double width, double height)
{
  g_string_append (attributes, " rect=[");
  add_number (attributes, x);
  add_number (attributes, y);
  add_number (attributes, width);
  add_number (attributes, height);
  g_string_append_c (attributes, ']');
}

/* A name of the flow in the whole document. */
static char *
whole_name (Pen *pen, const char *name)
{
  return name != NULL ? g_strconcat (pen->pages->part.prefix, name, NULL) : NULL;
}

/* A place that links inside the document lead to. Anchors are our own words: no quotes in them. */
static void
add_anchor (Pen *pen, const char *anchor, double x, double y)
{
  g_autoptr (GString) attributes = g_string_new (NULL);

  g_string_printf (attributes, "name='%s%s' internal x=", pen->pages->part.prefix, anchor);
  add_number (attributes, x);
  g_string_append (attributes, "y=");
  add_number (attributes, y);
  akk_tag_begin (pen->tags, pen->cr, CAIRO_TAG_DEST, attributes->str, NULL);
  akk_tag_end (pen->tags, pen->cr, CAIRO_TAG_DEST);
}

static void
open_node (Pen *pen, guint node, double x, double y)
{
  const AkkNode *it = akk_flow_node_at (pen->flow, node);
  const guint before = pen->pages->part.nodes;
  g_autoptr (GString) attributes = NULL;
  g_autofree char *id = whole_name (pen, it->id), *joins = whole_name (pen, it->joins);
  AkkTagInfo info = { .scope = it->scope,
                      .numbering = it->numbering,
                      .id = id,
                      .title = it->title,
                      .joins = joins,
                      .bookmark = it->bookmark,
                      .alt = it->alt,
                      .key = before + node + 1,
                      .home = it->home > 0 ? before + it->home : 0,
                      .bbox = { x, y, x + it->width, y + it->height } };

  if (akk_pages_is_anchor (pen->pages, node))
    add_anchor (pen, it->anchor, x, y);
  if (it->target != NULL) {
    attributes = g_string_new (NULL);
    g_string_printf (attributes, "dest='%s%s'", pen->pages->part.prefix, it->target);
    add_rectangle (attributes, x, y, it->width, it->height);
  }
  akk_tag_begin (pen->tags, pen->cr, it->name, attributes != NULL ? attributes->str : NULL, &info);
}

/* Closes and opens elements until `node` is the innermost one. Elements stay open over pages. */
static void
go_to (Pen *pen, guint node, double x, double y)
{
  guint path[64];
  guint n = 0;
  guint up = node;

  if (pen->tags == NULL || pen->open == node)
    return;
  while (akk_flow_node_at (pen->flow, up)->depth > akk_flow_node_at (pen->flow, pen->open)->depth) {
    g_assert (n < G_N_ELEMENTS (path));
    path[n++] = up;
    up = akk_flow_node_at (pen->flow, up)->parent;
  }
  while (up != pen->open) {
    const AkkNode *open = akk_flow_node_at (pen->flow, pen->open);
    if (akk_flow_node_at (pen->flow, up)->depth == open->depth) {
      g_assert (n < G_N_ELEMENTS (path));
      path[n++] = up;
      up = akk_flow_node_at (pen->flow, up)->parent;
    }
    akk_tag_end (pen->tags, pen->cr, open->name);
    pen->open = open->parent;
  }
  while (n > 0)
    open_node (pen, path[--n], x, y);
  pen->open = node;
}

/* --- Links --- */

static void
end_link (Pen *pen)
{
  if (pen->link == NULL)
    return;
  akk_tag_end (pen->tags, pen->cr, "Link");
  if (*pen->link == '#')
    akk_tag_end (pen->tags, pen->cr, "Reference");
  pen->link = NULL;
}

/* Whether a span can be seen: what cannot has no place to click on, and makes an empty element. */
static gboolean
has_ink (const AkkSet *set, const AkkSpan *span)
{
  const char *at = set->text + span->first_byte, *end = at + span->n_bytes;

  while (at < end && !g_unichar_isgraph (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at < end && span->n_glyphs > 0 && span->width > 0;
}

/* Its note leads back to the first mark. */
static void
add_mark_anchor (Pen *pen, const AkkSpan *span, double x, double baseline)
{
  const char *note = akk_flow_anchor (AKK_ANCHOR_NOTE, 0);
  gsize n_prefix = strlen (note) - 1;

  if (span->raised == 0 || span->raised == AKK_SECOND_MARK)
    return;
  g_return_if_fail (strncmp (span->href + 1, note, n_prefix) == 0);
  note = span->href + 1 + n_prefix;
  const char *mark = akk_flow_anchor (AKK_ANCHOR_MARK, g_ascii_strtoll (note, NULL, 10));
  add_anchor (pen, mark, x, baseline - span->size);
  akk_pages_mark_drawn (pen->pages, mark);
}

/* The link of a span, as far as it goes on this line: each line has its own rectangle. */
static void
begin_link (Pen *pen, const AkkFlowPiece *piece, guint first, double baseline)
{
  const AkkSetLine *line = &piece->set->lines[piece->line];
  const AkkSpan *span = &piece->set->spans[first], *last = span;
  gboolean seen = FALSE;

  for (guint i = first; i < line->first_span + line->n_spans; i++) {
    if (piece->set->spans[i].href != span->href)
      break;
    last = &piece->set->spans[i];
    seen |= has_ink (piece->set, last);
  }
  if (!seen)
    return;

  add_mark_anchor (pen, span, piece->x + span->x, baseline);
  g_autofree char *target = akk_pages_link_attributes (pen->pages, span->href);
  if (target == NULL)
    return;
  g_autofree char *alt = akk_pages_link_words (pen->pages, span->href);
  g_autoptr (GString) attributes = g_string_new (target);
  double margin = span->raised > 0 ? MARK_MARGIN : 0;
  AkkTagInfo info = { .alt = alt };
  add_rectangle (attributes, piece->x + span->x - margin, baseline - span->size * 0.78 - margin,
                 last->x + last->width - span->x + 2 * margin, span->size * 1.05 + margin);
  if (*span->href == '#')
    akk_tag_begin (pen->tags, pen->cr, "Reference", NULL, NULL);
  akk_tag_begin (pen->tags, pen->cr, "Link", attributes->str, &info);
  pen->link = span->href;
}

/* --- Drawing --- */

static void
draw_picture (Pen *pen, const AkkFlowPiece *piece, double y)
{
  const AkkNode *node = akk_flow_node_at (pen->flow, piece->node);

  go_to (pen, piece->node, piece->x, y + piece->y);
  akk_picture_draw (piece->picture, pen->cr, piece->x, y + piece->y, node->width, node->height,
                    pen->tags != NULL);
}

static void
draw_chart (Pen *pen, const AkkFlowPiece *piece, double y)
{
  go_to (pen, piece->node, piece->x, y + piece->y);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, piece->x, y + piece->y);
  akk_chart_draw (piece->chart, pen->cr, &akk_chart_ink_paper, pen->tags != NULL);
  cairo_restore (pen->cr);
}

static void
draw_piece (Pen *pen, const AkkFlowPiece *piece, double y)
{
  if (piece->picture != NULL) {
    draw_picture (pen, piece, y);
    return;
  }
  if (piece->chart != NULL) {
    draw_chart (pen, piece, y);
    return;
  }

  const AkkSetLine *line = &piece->set->lines[piece->line];

  go_to (pen, piece->node, piece->x, y);
  for (guint i = line->first_span; i < line->first_span + line->n_spans; i++) {
    const AkkSpan *span = &piece->set->spans[i];
    if (pen->tags != NULL && span->href != pen->link) {
      end_link (pen);
      if (span->href != NULL)
        begin_link (pen, piece, i, y + piece->y);
    }
    akk_set_draw_span (piece->set, span, pen->faces, pen->cr, piece->x, y + piece->y,
                       pen->tags != NULL);
  }
  end_link (pen);
}

static void
fill (Pen *pen, double x, double y, double width, double height, AkkFillColour colour)
{
  static const guint rgb[] = { 0x000000, 0x17415e, 0x9aa5ad, 0x788b98, 0xeef2f4 };

  if (colour == AKK_FILL_LEADER) {
    akk_pages_draw_dots (pen->cr, x, y, width, height / 2);
    return;
  }
  if (colour >= AKK_FILL_SQUARE_TO_START) {
    akk_pages_draw_square (pen->cr, colour, x, y, width);
    return;
  }
  if (colour >= AKK_FILL_TO_START) {
    akk_pages_draw_sign (pen->cr, colour, x, y, width);
    return;
  }

  cairo_set_source_rgb (pen->cr, (rgb[colour] >> 16) / 255.0, ((rgb[colour] >> 8) & 255) / 255.0,
                        (rgb[colour] & 255) / 255.0);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_fill (pen->cr);
}

/* Those that lie under the text, or those that stand beside it. */
static void
draw_fills (Pen *pen, guint row, double y, gboolean under)
{
  gboolean begun = FALSE;

  for (guint i = row_info (pen->flow, row)->fill; i < FILLS_END (pen->flow, row); i++) {
    const AkkFill *it = &g_array_index (pen->flow->fills, AkkFill, i);
    if ((it->colour == AKK_FILL_TINT) != under)
      continue;
    if (!begun)
      akk_artifact_begin (pen->tags, pen->cr, AKK_ARTIFACT_LAYOUT);
    begun = TRUE;
    fill (pen, it->x, y + it->y, it->width, it->height, it->colour);
  }
  if (begun)
    akk_artifact_end (pen->tags, pen->cr);
}

/* The head of a table once more, at the top of a page: the eye needs it, the tree has it already.
 */
static void
draw_line (Pen *pen, const AkkSet *set, guint line, double x, double y)
{
  const AkkSetLine *it = &set->lines[line];

  for (guint i = it->first_span; i < it->first_span + it->n_spans; i++)
    akk_set_draw_span (set, &set->spans[i], pen->faces, pen->cr, x, y, pen->tags != NULL);
}

static void
draw_head_again (Pen *pen, guint head, double y)
{
  const AkkSet *continued = row_info (pen->flow, head)->continued;

  akk_artifact_begin (pen->tags, pen->cr, AKK_ARTIFACT_LAYOUT);
  if (continued != NULL) {
    draw_line (pen, continued, 0, pen->flow->shape->left, y + continued->baseline);
    y += continued->leading;
  }
  for (guint i = row_info (pen->flow, head)->piece; i < PIECES_END (pen->flow, head); i++) {
    const AkkFlowPiece *piece = piece_at (pen->flow, i);
    draw_line (pen, piece->set, piece->line, piece->x, y + piece->y);
  }
  for (guint i = row_info (pen->flow, head)->fill; i < FILLS_END (pen->flow, head); i++) {
    const AkkFill *it = &g_array_index (pen->flow->fills, AkkFill, i);
    fill (pen, it->x, y + it->y, it->width, it->height, it->colour);
  }
  akk_artifact_end (pen->tags, pen->cr);
}

static double
draw_note (Pen *pen, const AkkNotePart *part, double y)
{
  const AkkFootnote *note = note_at (pen->flow, part->note);
  AkkFlowPiece piece = { note->mark, 0, note->label, AKK_TEXT_LEFT, note->text->baseline };

  if (part->line == 0)
    draw_piece (pen, &piece, y);
  piece = (AkkFlowPiece) { note->text, part->line, part->node, AKK_TEXT_LEFT + NOTE_INDENT,
                           note->text->baseline };
  for (; piece.line < part->line + part->n_lines; piece.line++) {
    draw_piece (pen, &piece, y);
    y += note->text->leading;
  }
  return y;
}

/* Draws the notes up to `end` at the foot - of one cell alone, if `cell` is not AKK_NO_NODE -, and
 * returns where the next ones begin. */
static double
draw_notes (Pen *pen, guint end, guint cell, double y)
{
  const GArray *parts = pen->pages->notes;

  for (; pen->part < parts->len; pen->part++) {
    const AkkNotePart *part = &g_array_index (parts, AkkNotePart, pen->part);
    if (part->page != pen->page || part->note >= end ||
        (cell != AKK_NO_NODE && note_parent (pen->flow, part->note) != cell))
      break;
    y = draw_note (pen, part, y);
  }
  return y;
}

/* `align`: 0 for text that begins at x, 1 for text that ends there; never before `from`. Returns
 * where it ends. */
static double
draw_label (Pen *pen, const char *text, double x, double baseline, double align, double from)
{
  g_autoptr (AkkSet) set = akk_paper_set_label (pen->flow->paper, text, AKK_LOOK_FURNITURE);

  x = MAX (x - align * set->width, from);
  for (guint i = 0; i < set->lines[0].n_spans; i++)
    akk_set_draw_span (set, &set->spans[i], pen->faces, pen->cr, x, baseline, pen->tags != NULL);
  return x + set->width;
}

static void
draw_furniture (Pen *pen)
{
  AkkPhrases *phrases = akk_paper_phrases (pen->flow->paper);
  const AkkPageShape *shape = pen->flow->shape;
  const AkkPagesPart *part = &pen->pages->part;
  guint n_pages = part->n_pages > 0 ? part->n_pages : akk_pages_count (pen->pages);
  g_autofree char *page = g_strdup_printf ("%u", part->pages + pen->page + 1);
  g_autofree char *pages = g_strdup_printf ("%u", n_pages);
  g_autofree char *place = akk_phrases_format (phrases, "page", "page", page, "pages", pages, NULL);
  const guint n_rows = pen->flow->rows->len;
  /* NULL: the one page of a document without anything on it. */
  const AkkFlowRow *row =
      n_rows > 0 ? row_info (pen->flow, MIN (page_row (pen->pages, pen->page), n_rows - 1)) : NULL;
  const char *foot = row != NULL && row->foot != NULL ? row->foot : pen->flow->version;
  double end;

  if (pen->page > 0 && shape->header > 0 && row != NULL && !row->bare) {
    akk_artifact_begin (pen->tags, pen->cr, AKK_ARTIFACT_HEADER);
    draw_label (pen, pen->flow->title, shape->left, shape->header, 0, 0);
    draw_label (pen, row_header (row), shape->right, shape->header, 1, 0);
    akk_artifact_end (pen->tags, pen->cr);
  }
  akk_artifact_begin (pen->tags, pen->cr, AKK_ARTIFACT_FOOTER);
  fill (pen, shape->left, shape->footer_rule, shape->right - shape->left, 0.4, AKK_FILL_HAIRLINE);
  end = draw_label (pen, foot, shape->left, shape->footer, 0, 0);
  if (*pen->flow->code != '\0')
    draw_label (pen, pen->flow->code, shape->left + CODE_PLACE * (shape->right - shape->left),
                shape->footer, 0.5, end + LABEL_GAP);
  draw_label (pen, place, shape->right, shape->footer, 1, 0);
  akk_artifact_end (pen->tags, pen->cr);
}

/* On paper everything is; on a screen rows that lie wholly outside are passed over. */
static gboolean
is_seen (Pen *pen, guint row)
{
  double top, bottom;

  if (pen->tags != NULL)
    return TRUE;
  akk_pages_row_reach (pen->pages, row, &top, &bottom);
  return bottom > pen->top && top < pen->bottom;
}

/* The notes of a row that are read now: those of a cell before the next one, others after the
 * paragraph, not in the middle of a sentence. */
static double
draw_row (Pen *pen, guint row, gboolean ends, double foot)
{
  AkkFlow *flow = pen->flow;
  const guint end = PIECES_END (flow, row), notes = NOTES_END (flow, row);

  if (!is_seen (pen, row))
    return ends ? draw_notes (pen, notes, AKK_NO_NODE, foot) : foot;
  draw_fills (pen, row, row_y (pen->pages, row), TRUE);
  for (guint i = row_info (flow, row)->piece; i < end; i++) {
    guint node = piece_at (flow, i)->node;
    draw_piece (pen, piece_at (flow, i), row_y (pen->pages, row));
    if (is_cell (flow, node) && (i + 1 == end || piece_at (flow, i + 1)->node != node))
      foot = draw_notes (pen, notes, node, foot);
  }
  draw_fills (pen, row, row_y (pen->pages, row), FALSE);
  return ends ? draw_notes (pen, notes, AKK_NO_NODE, foot) : foot;
}

static void
draw_rows (Pen *pen)
{
  AkkPages *self = pen->pages;
  guint from = page_row (self, pen->page), to = page_row (self, pen->page + 1);
  const double bottom = self->flow->shape->bottom;
  double foot =
      bottom - akk_types[AKK_LOOK_NOTE].leading * g_array_index (self->feet, guint, pen->page);

  if (foot < bottom) {
    akk_artifact_begin (pen->tags, pen->cr, AKK_ARTIFACT_LAYOUT);
    fill (pen, AKK_TEXT_LEFT, foot - 6, NOTE_RULE, 0.5, AKK_FILL_BLACK);
    akk_artifact_end (pen->tags, pen->cr);
  }
  /* What runs on from the page before is read on before anything else. */
  foot =
      draw_notes (pen, from < self->flow->rows->len ? row_info (self->flow, from)->note : G_MAXUINT,
                  AKK_NO_NODE, foot);
  for (guint row = from; row < to; row++) {
    const AkkFlowRow *info = row_info (self->flow, row);
    if (row == from && info->head > 0 && g_array_index (self->flow->rows, AkkRow, row).repeat > 0)
      draw_head_again (pen, info->head - 1, self->flow->shape->top);
    gboolean leaves = row_moved (self, row) && (row + 1 == to || !row_moved (self, row + 1));
    gboolean ends = leaves || row + 1 == to || row_info (self->flow, row + 1)->line != info->line;
    foot = draw_row (pen, row, ends, foot);
    if (leaves)
      go_to (pen, akk_pages_base (self, pen->page), 0, 0);
  }
}

void
akk_pages_draw (AkkPages *self, guint page, cairo_t *cr, AkkTags *tags)
{
  g_return_if_fail (page < akk_pages_count (self));

  Pen pen = { .pages = self,
              .flow = self->flow,
              .faces = akk_paper_faces (self->flow->paper),
              .cr = cr,
              .tags = tags,
              .open = akk_pages_left_open (self, page),
              .page = page,
              .part = page_part (self, page) };
  double left, right;

  akk_pages_place (self, cr);
  cairo_clip_extents (cr, &left, &pen.top, &right, &pen.bottom);
  if (page == 0)
    open_node (&pen, 0, 0, 0);
  draw_furniture (&pen);
  draw_rows (&pen);
  if (page + 1 == akk_pages_count (self)) {
    go_to (&pen, 0, 0, 0);
    akk_tag_end (tags, cr, akk_flow_node_at (self->flow, 0)->name);
  }
}
