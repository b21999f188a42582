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
  guint16 notes; /* that are marked on it: they begin at the foot of the same page… */
  guint16 note_lines; /* …and have so many lines together */
  guint8 keep; /* AkkKeep, with the row before */
  guint8 flags; /* AkkRowFlags */
} AkkRow;

typedef struct {
  double height;
  double grid;
  double shortest; /* a page may end so much short rather than break a weak rule */
  double heading_free; /* below a heading's first row at least this */
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

/* Places all rows, in order; returns the number of pages (1 for none). A row that is taller than a
 * page stands alone. `feet` takes how many lines of notes stand on each page (guint); the last
 * pages may hold nothing else. */
guint akk_break_pages (
    const AkkRow *rows, guint n_rows, const AkkPageRules *rules, AkkPlace *places, GArray *feet);

/* Which lines of which notes those are. A note begins on the page of its mark; what runs on stands
 * above the notes that are new on a page. `lines` has as many elements as the rows have notes.
 * Elements: AkkNotePart, by page and from the top. */
GArray *akk_share_notes (const AkkRow *rows,
                         const AkkPlace *places,
                         const guint *lines,
                         guint n_notes,
                         const GArray *feet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
