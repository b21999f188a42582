/* Draws of a page only what is otherwise than it was before a change.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pages-redraw.h"

#include <math.h>
#include <string.h>

#include "print/chart.h"
#include "print/pages-internal.h"

/* Strokes and accents reach a little over what is measured. */
#define OVERHANG 4.0
/* cairo cuts the first pixels off a text that lies partly outside an image: so much more is drawn
 * above and below, and not taken over. */
#define AROUND 40.0

/* From the top of a page, in points. Empty while `bottom` is not below `top`. */
typedef struct {
  double top, bottom;
} Strip;

/* --- How far a row reaches --- */

void
akk_pages_row_reach (AkkPages *self, guint row, double *top, double *bottom)
{
  AkkFlow *flow = self->flow;
  const double y = row_y (self, row);

  *top = y;
  *bottom = y + g_array_index (flow->rows, AkkRow, row).height;
  for (guint i = row_info (flow, row)->fill; i < FILLS_END (flow, row); i++) {
    const AkkFill *it = &g_array_index (flow->fills, AkkFill, i);

    *top = MIN (*top, y + it->y);
    *bottom = MAX (*bottom, y + it->y + it->height);
  }
  for (guint i = row_info (flow, row)->piece; i < PIECES_END (flow, row); i++) {
    const AkkFlowPiece *it = piece_at (flow, i);
    double above = it->set != NULL ? it->set->leading : 0;
    double below = it->set != NULL ? above / 2 : akk_flow_node_at (flow, it->node)->height;

    *top = MIN (*top, y + it->y - above);
    *bottom = MAX (*bottom, y + it->y + below);
  }
  *top -= OVERHANG;
  *bottom += OVERHANG;
}

static void
widen (Strip *strip, AkkPages *pages, guint row)
{
  double top, bottom;

  akk_pages_row_reach (pages, row, &top, &bottom);
  strip->top = MIN (strip->top, top);
  strip->bottom = MAX (strip->bottom, bottom);
}

/* --- What is the same --- */

static gboolean
pieces_equal (AkkFlow *one, const AkkFlowPiece *a, AkkFlow *two, const AkkFlowPiece *b)
{
  const AkkNode *x, *y;

  if ((a->chart == NULL) != (b->chart == NULL) ||
      (a->chart != NULL && !akk_chart_equal (a->chart, b->chart)))
    return FALSE;
  if (a->set != b->set || a->picture != b->picture || a->line != b->line || a->x != b->x ||
      a->y != b->y)
    return FALSE;
  if (a->picture == NULL)
    return TRUE;
  x = akk_flow_node_at (one, a->node);
  y = akk_flow_node_at (two, b->node);
  return x->width == y->width && x->height == y->height;
}

static gboolean
fills_equal (const AkkFill *a, const AkkFill *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height &&
         a->colour == b->colour;
}

/* Texts that did not change are the same sets, for what is set is kept. */
static gboolean
contents_equal (AkkFlow *a, guint row, AkkFlow *b, guint other)
{
  guint piece = row_info (a, row)->piece, fill = row_info (a, row)->fill;
  guint other_piece = row_info (b, other)->piece, other_fill = row_info (b, other)->fill;
  guint n_pieces = PIECES_END (a, row) - piece, n_fills = FILLS_END (a, row) - fill;

  if (PIECES_END (b, other) - other_piece != n_pieces ||
      FILLS_END (b, other) - other_fill != n_fills)
    return FALSE;
  for (guint i = 0; i < n_pieces; i++)
    if (!pieces_equal (a, piece_at (a, piece + i), b, piece_at (b, other_piece + i)))
      return FALSE;
  for (guint i = 0; i < n_fills; i++)
    if (!fills_equal (&g_array_index (a->fills, AkkFill, fill + i),
                      &g_array_index (b->fills, AkkFill, other_fill + i)))
      return FALSE;
  return TRUE;
}

static gboolean
rows_equal (AkkPages *one, guint row, AkkPages *two, guint other)
{
  return row_y (one, row) == row_y (two, other) &&
         contents_equal (one->flow, row, two->flow, other);
}

/* The head of a table that is printed again above the first row. */
static gboolean
heads_equal (AkkPages *one, guint row, AkkPages *two, guint other)
{
  gboolean has = g_array_index (one->flow->rows, AkkRow, row).repeat > 0;
  guint head = row_info (one->flow, row)->head, other_head = row_info (two->flow, other)->head;

  if (has != (g_array_index (two->flow->rows, AkkRow, other).repeat > 0))
    return FALSE;
  if (!has || (head == 0 && other_head == 0))
    return TRUE;
  return head > 0 && other_head > 0 &&
         row_info (one->flow, head - 1)->continued ==
             row_info (two->flow, other_head - 1)->continued &&
         contents_equal (one->flow, head - 1, two->flow, other_head - 1);
}

/* What stands at the foot, counted from there. */
static gboolean
notes_equal (AkkPages *one, AkkPages *two, guint page)
{
  guint a = page_part (one, page), b = page_part (two, page);

  if (g_array_index (one->feet, guint, page) != g_array_index (two->feet, guint, page))
    return FALSE;
  for (;; a++, b++) {
    const AkkNotePart *x = a < one->notes->len ? &g_array_index (one->notes, AkkNotePart, a) : NULL;
    const AkkNotePart *y = b < two->notes->len ? &g_array_index (two->notes, AkkNotePart, b) : NULL;
    gboolean here = x != NULL && x->page == page;

    if (here != (y != NULL && y->page == page))
      return FALSE;
    if (!here)
      return TRUE;
    if (x->line != y->line || x->n_lines != y->n_lines ||
        note_at (one->flow, x->note)->text != note_at (two->flow, y->note)->text ||
        note_at (one->flow, x->note)->mark != note_at (two->flow, y->note)->mark)
      return FALSE;
  }
}

static gboolean
furniture_equal (AkkPages *one, AkkPages *two, guint page)
{
  AkkFlow *a = one->flow, *b = two->flow;
  const AkkFlowRow *row = row_info (a, page_row (one, page));
  const AkkFlowRow *other = row_info (b, page_row (two, page));

  return a->paper == b->paper && a->shape == b->shape &&
         akk_pages_count (one) == akk_pages_count (two) && one->part.pages == two->part.pages &&
         one->part.n_pages == two->part.n_pages && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->version, b->version) == 0 && g_strcmp0 (a->code, b->code) == 0 &&
         g_strcmp0 (row->part, other->part) == 0 && g_strcmp0 (row->foot, other->foot) == 0 &&
         row->bare == other->bare;
}

/* From the first row that differs to the last one. */
static Strip
strip_of (AkkPages *self, AkkPages *before, guint page)
{
  guint from = page_row (self, page), to = page_row (self, page + 1);
  guint old_from = page_row (before, page), old_to = page_row (before, page + 1);
  Strip strip = { G_MAXDOUBLE, -G_MAXDOUBLE };

  while (from < to && old_from < old_to && rows_equal (self, from, before, old_from)) {
    from++;
    old_from++;
  }
  while (from < to && old_from < old_to && rows_equal (self, to - 1, before, old_to - 1)) {
    to--;
    old_to--;
  }
  for (guint row = from; row < to; row++)
    widen (&strip, self, row);
  for (guint row = old_from; row < old_to; row++)
    widen (&strip, before, row);
  return strip;
}

static Strip
what_differs (AkkPages *self, AkkPages *before, guint page)
{
  Strip whole = { -G_MAXDOUBLE, G_MAXDOUBLE };

  if (before == NULL || page >= akk_pages_count (before) ||
      page_row (self, page) >= self->flow->rows->len ||
      page_row (before, page) >= before->flow->rows->len || !furniture_equal (self, before, page) ||
      !notes_equal (self, before, page) ||
      !heads_equal (self, page_row (self, page), before, page_row (before, page)))
    return whole;
  return strip_of (self, before, page);
}

/* --- Public --- */

gboolean
akk_pages_differ (AkkPages *self, AkkPages *before, guint page)
{
  Strip strip = what_differs (self, before, page);

  return strip.bottom > strip.top;
}

void
akk_pages_redraw (
    AkkPages *self, AkkPages *before, guint page, cairo_surface_t *image, double scale)
{
  const Strip strip = what_differs (self, before, page);
  const int height = cairo_image_surface_get_height (image);
  const int top = (int) CLAMP (floor (strip.top * scale), 0, height);
  const int bottom = (int) CLAMP (ceil (strip.bottom * scale), top, height);
  const int first = MAX (top - (int) (AROUND * scale), 0);
  const int last = MIN (bottom + (int) (AROUND * scale), height);
  const gsize stride = (gsize) cairo_image_surface_get_stride (image);
  cairo_surface_t *rows;
  cairo_t *cr;

  if (bottom == top)
    return;
  rows = cairo_image_surface_create (cairo_image_surface_get_format (image),
                                     cairo_image_surface_get_width (image), last - first);
  cairo_surface_set_device_offset (rows, 0, -first);
  cr = cairo_create (rows);
  /* Paper is white in every appearance. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  akk_pages_draw (self, page, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (rows);
  cairo_surface_flush (image);
  memcpy (cairo_image_surface_get_data (image) + (gsize) top * stride,
          cairo_image_surface_get_data (rows) + (gsize) (top - first) * stride,
          (gsize) (bottom - top) * stride);
  cairo_surface_mark_dirty (image);
  cairo_surface_destroy (rows);
}
