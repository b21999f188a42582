/* Breaks a flow into pages: heights and rules in, places out. Knows no text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a page may end before a row. */
typedef enum {
  AKK_KEEP_NONE,
  AKK_KEEP_WEAK, /* rather not: only if the page would else be too short */
  AKK_KEEP_STRONG, /* never, unless what is kept together is taller than a page */
} AkkKeep;

typedef enum {
  AKK_ROW_HEADING = 1 << 0, /* does not stand in the last slots of a page */
  AKK_ROW_SNAP = 1 << 1, /* leads back to the grid */
  AKK_ROW_PAGE = 1 << 2, /* begins a page */
} AkkRowFlags;

/* A strip over the width of the page that is never divided: a line, a row of a table. In points. */
typedef struct {
  float before; /* space above; dropped at the top of a page */
  float height;
  float repeat; /* of the head that is printed again if a page begins here */
  float foot; /* of the notes that belong to it, at the foot of the same page */
  guint8 keep; /* AkkKeep, with the row before */
  guint8 flags; /* AkkRowFlags */
} AkkRow;

typedef struct {
  double height;
  double grid;
  double shortest; /* a page may end so much short rather than break a weak rule */
  double heading_free; /* below a heading's first row at least this */
  double foot_space; /* above the notes */
} AkkPageRules;

typedef struct {
  guint page;
  float y; /* from the top of the text area */
} AkkPlace;

/* Places all rows, in order; returns the number of pages (1 for none). A row that is taller than a
 * page stands alone. */
guint
akk_break_pages (const AkkRow *rows, guint n_rows, const AkkPageRules *rules, AkkPlace *places);

G_END_DECLS
