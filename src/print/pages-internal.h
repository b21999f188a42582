/* The inside of laid-out pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/flow.h"
#include "print/pages.h"

G_BEGIN_DECLS

/* What a document that is poured together with others must know of them. */
typedef struct {
  guint pages; /* those before its first one */
  guint n_pages; /* of the whole; 0: it is the whole */
  guint nodes; /* elements before its own */
  char prefix[12]; /* of the names of its places: others have notes of the same number */
} AkkPagesPart;

struct _AkkPages {
  GObject parent_instance;
  AkkFlow *flow;
  AkkPlace *places; /* of each row */
  GArray *of_lines; /* guint: the first row of each line of the source, counted from 1; 0: none */
  GArray *first; /* guint: the first row of each page, and the number of rows */
  GArray *feet; /* guint: lines of notes at the foot of each page */
  GArray *notes; /* AkkNotePart: what stands there */
  GHashTable *anchors; /* of places that are drawn: name -> 1 + node; NULL: not asked for yet */
  AkkPagesPart part;
  guint step; /* how many were done of those that make it */
  guint *order; /* in between: where each row was */
  gboolean large; /* akk_pages_enlarge () */
};

/* What the header of a page says that it begins. */
static inline const char *
row_header (const AkkFlowRow *row)
{
  return *row->part != '\0' ? row->part : row->chapter;
}

static inline const AkkFlowRow *
row_info (AkkFlow *flow, guint row)
{
  return &g_array_index (flow->infos, AkkFlowRow, row);
}

static inline const AkkFlowPiece *
piece_at (AkkFlow *flow, guint piece)
{
  return &g_array_index (flow->pieces, AkkFlowPiece, piece);
}

/* The end of the pieces, fills or notes of a row. */
static inline guint
end_of (AkkFlow *flow, guint row, gsize member, guint total)
{
  return row + 1 < flow->infos->len ? G_STRUCT_MEMBER (guint, row_info (flow, row + 1), member)
                                    : total;
}
#define PIECES_END(flow, row)                                                                      \
  end_of (flow, row, G_STRUCT_OFFSET (AkkFlowRow, piece), (flow)->pieces->len)
#define FILLS_END(flow, row)                                                                       \
  end_of (flow, row, G_STRUCT_OFFSET (AkkFlowRow, fill), (flow)->fills->len)
#define NOTES_END(flow, row)                                                                       \
  end_of (flow, row, G_STRUCT_OFFSET (AkkFlowRow, note), (flow)->notes->len)

static inline guint
page_row (AkkPages *self, guint page)
{
  return g_array_index (self->first, guint, page);
}

static inline const AkkFootnote *
note_at (AkkFlow *flow, guint note)
{
  return &g_array_index (flow->notes, AkkFootnote, note);
}

static inline guint
note_parent (AkkFlow *flow, guint note)
{
  return akk_flow_node_at (flow, note_at (flow, note)->node)->parent;
}

/* A cell is left before the next one is begun, with its notes. */
static inline gboolean
is_cell (AkkFlow *flow, guint node)
{
  const char *name = akk_flow_node_at (flow, node)->name;

  return g_str_equal (name, "TD") || g_str_equal (name, "TH");
}

/* The first of the notes at the foot of a page; what runs on comes first. */
static inline guint
page_part (AkkPages *self, guint page)
{
  guint part = 0;

  while (part < self->notes->len && g_array_index (self->notes, AkkNotePart, part).page < page)
    part++;
  return part;
}

/* Whether a row is of a table that moved to the top of its page. */
static inline gboolean
row_moved (AkkPages *self, guint row)
{
  return g_array_index (self->flow->rows, AkkRow, row).flags & AKK_ROW_MOVED;
}

/* The innermost element that the page before leaves open. */
guint akk_pages_left_open (AkkPages *self, guint page);
/* The innermost one of those that can hold a note, or a table that moved here. */
guint akk_pages_base (AkkPages *self, guint page);

/* From the measures of type.h to those of the page; what is drawn from now on, too. */
void akk_pages_matrix (AkkPages *self, cairo_matrix_t *matrix);
void akk_pages_place (AkkPages *self, cairo_t *cr);

/* --- flow-order.c --- */

/* Tables that moved are drawn below what is open where they stand: an element cannot be opened
 * again once something came between. The tree has them where they belong nevertheless. */
void akk_pages_hang_tables (AkkPages *self);

/* --- pages-signs.c --- */

/* The sign of a status: a circle of that width, its corner at x and y. */
void akk_pages_draw_sign (cairo_t *cr, AkkFillColour sign, double x, double y, double width);
/* The same as a square, in the shapes of a chart of actions. */
void akk_pages_draw_square (cairo_t *cr, AkkFillColour sign, double x, double y, double side);
/* Dots that lead the eye along a line: its middle at y. */
void akk_pages_draw_dots (cairo_t *cr, double x, double y, double width, double radius);

/* --- pages-redraw.c --- */

/* How far what is drawn of a row reaches on its page, in points from the top. */
void akk_pages_row_reach (AkkPages *self, guint row, double *top, double *bottom);

/* --- pages-links.c --- */

/* Whether links lead to this element. */
gboolean akk_pages_is_anchor (AkkPages *self, guint node);
/* From now on links can lead to the mark of a note. */
void akk_pages_mark_drawn (AkkPages *self, const char *mark);
/* What cairo is told of a link; NULL: it leads nowhere. */
char *akk_pages_link_attributes (AkkPages *self, const char *href) G_GNUC_WARN_UNUSED_RESULT;
/* What a link is to the ear. */
char *akk_pages_link_words (AkkPages *self, const char *href) G_GNUC_WARN_UNUSED_RESULT;

static inline double
row_y (AkkPages *self, guint row)
{
  return self->flow->shape->top + self->places[row].y;
}

G_END_DECLS
