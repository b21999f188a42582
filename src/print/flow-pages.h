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
  AKK_ROW_FENCE = 1 << 3, /* no table moves past it */
  AKK_ROW_MOVED = 1 << 4, /* set while pages are broken: stands at the top of a page after text that
                             follows it in the source */
} AkkRowFlags;

/* A strip over the width of the page that is never divided: a line, a row of a table. In points. */
typedef struct {
  float before; /* space above; dropped at the top of a page */
  float height;
  float after; /* space below, before the next row's; dropped at the end of a page */
  float repeat; /* of the head that is printed again if a page begins here */
  guint16 notes; /* that are marked on it: they begin at the foot of the same page… */
  guint16 note_lines; /* …and have so many lines together */
  guint16 floats; /* not 0: so many rows from here on are a table, that rather moves whole to the
                     top of the next page than is divided; text that follows fills the page */
  guint8 keep; /* AkkKeep, with the row before */
  guint8 flags; /* AkkRowFlags */
} AkkRow;

typedef struct {
  double height;
  double grid;
  double shortest; /* a page may end so much short rather than break a weak rule */
  double shortest_whole; /* …and so much rather than divide a table that fits on a page */
  double heading_free; /* below a heading's first row at least this */
  double float_space; /* below tables that moved to the top of a page, at least */
  double foot_space; /* above the notes */
  double foot_line; /* of a note */
  guint foot_most; /* lines of notes on a page: what is left runs on at the foot of the next */
} AkkPageRules;

typedef struct {
  guint page;
  float y; /* from the top of the text area */
} AkkPlace;

/* Lines of a note that stand together at the foot of a page. */
typedef struct {
  guint page, note;
  guint line, n_lines;
  guint node; /* the caller's own */
} AkkNotePart;

/* Places all rows; returns the number of pages (1 for none). `rows` are put in the order in which
 * they stand on paper, `order` takes where each was, `places` is in that order too. A row that is
 * taller than a page stands alone. `feet` takes how many lines of notes stand on each page (guint);
 * the last pages may hold nothing else. */
guint akk_break_pages (AkkRow *rows,
                       guint n_rows,
                       const AkkPageRules *rules,
                       AkkPlace *places,
                       guint *order,
                       GArray *feet);

/* Which lines of which notes those are. A note begins on the page of its mark; what runs on stands
 * above the notes that are new on a page. `lines` has as many elements as the rows have notes.
 * Elements: AkkNotePart, by page and from the top. */
GArray *akk_share_notes (const AkkRow *rows,
                         const AkkPlace *places,
                         const guint *lines,
                         guint n_notes,
                         const GArray *feet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
