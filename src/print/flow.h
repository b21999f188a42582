/* A flow: rows with what stands in them, poured onto pages. What documents are built from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/flow-pages.h"
#include "print/paper-internal.h"
#include "print/pages.h"
#include "print/picture.h"

G_BEGIN_DECLS

typedef struct _AkkChart AkkChart; /* chart.h */

#define AKK_NO_LINE G_MAXUINT
#define AKK_NO_NODE G_MAXUINT

/* An element of the structure tree. Strings are static, interned or the flow's. */
typedef struct {
  const char *name;
  const char *numbering, *scope, *id, *title, *alt;
  const char *anchor; /* what links inside the document call this place; it has a title or alt */
  const char *joins; /* goes on with the element of this id, which was closed before */
  guint8 bookmark; /* level of a title that is no heading's own; 0: none */
  const char *target; /* Link: the anchor it leads to */
  float width, height; /* Link, Figure: of what can be seen, from its first piece on */
  guint parent;
  guint depth;
  guint home; /* not 0: 1 + the element to which it belongs, while it is drawn below `parent` */
  gboolean floats; /* a table that may move to the top of a page, or its note */
} AkkNode;

/* One line of set text in a row, a picture or a chart: in the order in which they are read. */
typedef struct {
  AkkSet *set; /* owned; NULL: a picture or a chart */
  guint line; /* of the set */
  guint node;
  float x, y; /* of its left edge on the page, and of its baseline from the top of the row */
  AkkPicture *picture; /* owned; stands with its top at y, as large as its node says */
  AkkChart *chart; /* owned; stands with its top at y */
} AkkFlowPiece;

/* A filled rectangle: a rule or a bar. */
typedef struct {
  float x, y, width, height;
  guint8 colour; /* AkkFillColour */
} AkkFill;
typedef enum {
  AKK_FILL_BLACK,
  AKK_FILL_ACCENT,
  AKK_FILL_HAIRLINE,
  AKK_FILL_SECOND,
  AKK_FILL_TINT, /* of a decision: lies under the text of its row */
  AKK_FILL_LEADER, /* black, as dots on a raster of the page that lead the eye to a number */
  AKK_FILL_TO_START, /* these are circles as wide: the signs of a status, beside its word */
  AKK_FILL_BUSY,
  AKK_FILL_DONE,
  AKK_FILL_ADJUSTED,
  AKK_FILL_STOPPED,
  AKK_FILL_CARRIED_OVER,
  AKK_FILL_SQUARE_TO_START, /* the same as squares, as charts have them (chart.h) */
  AKK_FILL_SQUARE_BUSY,
  AKK_FILL_SQUARE_DONE,
  AKK_FILL_SQUARE_ADJUSTED,
  AKK_FILL_SQUARE_STOPPED,
  AKK_FILL_SQUARE_CARRIED_OVER,
} AkkFillColour;

/* A note at the foot of the page of its row. */
typedef struct {
  AkkSet *mark, *text; /* owned */
  guint node, label;
  guint line;
} AkkFootnote;

typedef struct {
  guint piece, fill, note; /* the first of each; they end where those of the next row begin */
  guint line; /* of the source; AKK_NO_LINE: none */
  guint head; /* 1 + the row that is printed again above if a page begins here */
  AkkSet *continued; /* of a head: what stands above it when it is printed again; owned, or NULL */
  const char *part; /* the part it stands in, for the header; else the chapter */
  const char *chapter;
  const char *foot; /* the footer's left side where it begins a page; NULL: the version */
  gboolean bare; /* a page that it begins has no header */
} AkkFlowRow;

typedef struct {
  AkkPaper *paper; /* owned */
  const AkkPageShape *shape; /* upright unless set before the first row */
  GArray *rows; /* AkkRow */
  GArray *infos; /* AkkFlowRow */
  GArray *pieces, *fills, *notes, *nodes;
  GStringChunk *strings;
  GPtrArray *lenders; /* what holds strings of parts that were taken over (poured.h) */
  const char *part, *chapter, *foot; /* of the rows from here on */
  gboolean bare; /* so are the rows from here on */
  const char *title, *version; /* header left, footer left */
  const char *code; /* in the footer of a frozen version; else "" */
  float after; /* space that the last block wants below it */
  guint8 keep; /* with the next row: AkkKeep */
  gboolean new_page; /* the next row begins a page */
  guint n_missing;
} AkkFlow;

AkkFlow *akk_flow_new (AkkPaper *paper) G_GNUC_WARN_UNUSED_RESULT;
void akk_flow_free (AkkFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkFlow, akk_flow_free)

/* Where links inside the document lead: `id` is that of a section or a caption, or a note's number.
 */
typedef enum { AKK_ANCHOR_PLACE, AKK_ANCHOR_NOTE, AKK_ANCHOR_MARK } AkkAnchor;
/* The name of such a place, and the href of a run that leads to it; interned. */
const char *akk_flow_anchor (AkkAnchor kind, gint64 id);
const char *akk_flow_link (AkkAnchor kind, gint64 id);

/* Adds an element below another; AKK_NO_NODE is the document's. */
guint akk_flow_node (AkkFlow *self, guint parent, const char *name);
AkkNode *akk_flow_node_at (AkkFlow *self, guint node);

/* Begins a row. The space and the keep that the block above left are taken in. */
AkkRow *akk_flow_row (AkkFlow *self, double before, double height, guint line);
/* Into the last row. The set is taken over. */
void akk_flow_piece (AkkFlow *self, AkkSet *set, guint line, double x, double baseline, guint node);
/* Into the last row too, below `parent` as a Figure, its top at `y`; the picture is taken over. */
void akk_flow_picture (AkkFlow *self,
                       AkkPicture *picture,
                       double x,
                       double y,
                       double width,
                       double height,
                       const char *alt,
                       guint parent);
/* Into the last row too, likewise, with the alternative text of the chart, which is taken over. The
 * row is to be as high. What the chart wants said under it (akk_chart_note()) is left to you. */
void akk_flow_chart (AkkFlow *self, AkkChart *chart, double x, double y, guint parent);
void akk_flow_fill (
    AkkFlow *self, double x, double y, double width, double height, AkkFillColour colour);
/* The last row is the head of a table: what stands above it on the next pages. Taken over. */
void akk_flow_continue (AkkFlow *self, AkkSet *continued);
void akk_flow_note (AkkFlow *self, const AkkFootnote *note);
/* The rows from `first` on are a table that may move to the top of the next page. Read aloud, it
 * stays where it is. */
void akk_flow_float (AkkFlow *self, guint first);
/* Space below the last row, wherever that will stand. */
void akk_flow_space (AkkFlow *self, double after);

/* All lines of a set text as rows: no widow, no orphan, short ones whole. The set is taken over. */
typedef struct {
  double x, before;
  guint node, line;
  AkkSet *marker; /* taken over; stands at `marker_x` on the first line, read first; or NULL */
  double marker_x;
  guint marker_node;
  /* Called when a line has its row: for what belongs to it. */
  void (*added) (gpointer data, const AkkSet *set, guint line);
  gpointer data;
} AkkFlowText;
void akk_flow_text (AkkFlow *self, AkkSet *set, const AkkFlowText *how);

/* A line of plain words, set. */
AkkSet *akk_flow_set (AkkFlow *self, const char *text, AkkLook look, double measure)
    G_GNUC_WARN_UNUSED_RESULT;
/* A heading of the program's own (`element`: "H1") at the top of a page; returns the section it
 * opens. */
guint akk_flow_begin_page (
    AkkFlow *self, const char *title, const char *header, double x, const char *element);
/* The height of what stands on the page that is being filled, if a row began it. */
double akk_flow_used (const AkkFlow *self, guint first_row);

/* Puts the rows, with all that is in them, in another order: `order` says which comes where. */
void akk_flow_reorder (AkkFlow *self, const guint *order);

/* Breaks the flow into pages; the flow is theirs from now on. */
AkkPages *akk_pages_new (AkkFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
/* The same in steps; nothing can be asked of the pages until the last one returns FALSE. */
AkkPages *akk_pages_begin (AkkFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_pages_step (AkkPages *self);

G_END_DECLS
