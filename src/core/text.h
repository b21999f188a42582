/* The text of an agreement: the one document model of editor, print, compare and CommonMark.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text is an array of lines; a line has a kind and runs. Lines are immutable and shared: an edit
 * makes a new text that shares all lines it did not touch, so that a text is cheap to keep (undo),
 * to compare (by pointer first) and to be the key of a cache (layout). */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  AKK_LINE_PARAGRAPH,
  AKK_LINE_BULLET, /* a list item; level 1..AKK_MAX_LEVEL */
  AKK_LINE_NUMBER, /* a numbered item; `start` is the number of the first of its list (1 normally)
                    */
  AKK_LINE_CONTINUED, /* a further paragraph of the item above; same level */
  AKK_LINE_TABLE, /* no runs; `table` */
  AKK_LINE_NOTE, /* a footnote's text; `note` identifies it; stands at the end of its section */
  AKK_LINE_HEADING, /* begins a section; `section` is its id, level its depth. Never in a body. */
} AkkLineKind;

#define AKK_MAX_LEVEL 3

typedef enum {
  AKK_STYLE_BOLD = 1 << 0,
  AKK_STYLE_ITALIC = 1 << 1,
  AKK_STYLE_BREAK = 1 << 2, /* the run is one U+2028: a hard line break */
} AkkStyle;

/* The object replacement character: the text of every atom. */
#define AKK_ATOM "\357\277\274"

/* A stretch of a line in one style. An atom is a run of its own whose text is AKK_ATOM:
 *   field     `field` is what stands between the braces: "agreement.end", "ref:12.page", "break", …
 *   note mark `note` is the identity of the footnote
 *   figure    `href` is "blob:SHA256", `alt` its alternative text */
typedef struct {
  guint n_bytes;
  AkkStyle style;
  const char *href; /* link target, or NULL; interned */
  const char *field; /* interned, or NULL */
  const char *alt; /* interned, or NULL */
  const char *note; /* label of a footnote, interned, or NULL */
} AkkRun;

typedef struct _AkkLine AkkLine;
typedef struct _AkkText AkkText;

/* Cells hold lines of kind PARAGRAPH; row 0 is the header row. */
typedef struct {
  guint n_rows, n_columns;
  AkkLine **cells; /* n_rows × n_columns, row by row */
  guint8 *alignment; /* per column: 'l', 'c', 'r' */
  guint8 *widths; /* per column in percent; all 0: automatic ({{columns:…}}) */
} AkkTable;

struct _AkkLine {
  gatomicrefcount ref_count;
  AkkLineKind kind;
  guint8 level;
  guint8 quote; /* 1 inside a block quote */
  guint start;
  gint64 section;
  const char *note; /* interned */
  char *text; /* UTF-8; atoms are AKK_ATOM, hard breaks U+2028 */
  AkkRun *runs; /* they add up to strlen (text) */
  guint n_runs;
  AkkTable *table;
};

struct _AkkText {
  gatomicrefcount ref_count;
  AkkLine **lines;
  guint n_lines;
};

/* --- Lines --- */

/* Copies what it is given; neighbouring equal runs are joined, empty ones dropped. `runs` NULL:
 * plain. */
AkkLine *akk_line_new (AkkLineKind kind,
                       guint level,
                       const char *text,
                       const AkkRun *runs,
                       guint n_runs) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_line_new_table (const AkkTable *table) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *
akk_line_new_heading (gint64 section, guint depth, const char *heading) G_GNUC_WARN_UNUSED_RESULT;
/* A copy with another kind, level, start, quote, note. The text is kept. */
AkkLine *akk_line_with (const AkkLine *line,
                        AkkLineKind kind,
                        guint level,
                        guint start,
                        guint quote,
                        const char *note) G_GNUC_WARN_UNUSED_RESULT;
AkkLine *akk_line_ref (AkkLine *line);
void akk_line_unref (AkkLine *line);
gboolean akk_line_equal (const AkkLine *a, const AkkLine *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkLine, akk_line_unref)

/* --- Texts --- */

/* Takes a reference of each line. */
AkkText *akk_text_new (AkkLine *const *lines, guint n_lines) G_GNUC_WARN_UNUSED_RESULT;
AkkText *akk_text_ref (AkkText *text);
void akk_text_unref (AkkText *text);
gboolean akk_text_equal (const AkkText *a, const AkkText *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkText, akk_text_unref)
/* A text with `n_removed` lines at `position` replaced by others. */
AkkText *akk_text_splice (const AkkText *text,
                          guint position,
                          guint n_removed,
                          AkkLine *const *lines,
                          guint n_lines) G_GNUC_WARN_UNUSED_RESULT;

/* Brings a body into the form that CommonMark can hold: no empty paragraphs, no item more than one
 * level deeper than the one above, white space at the edges dropped, notes and marks paired. */
AkkText *akk_text_normalise (const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a body. Never fails: what the dialect does not know becomes plain text or bold. */
AkkText *akk_text_parse (const char *commonmark) G_GNUC_WARN_UNUSED_RESULT;
/* Writes a body, normalised; reading it back gives an equal text (checked on every write). */
char *akk_text_write (const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;
/* Plain text, for copying, searching and speaking; items with their markers. `resolve` as below. */
typedef const char *(*AkkTextResolve) (const char *field, gpointer data); /* NULL: unknown */
char *akk_text_plain (const AkkText *text,
                      AkkTextResolve resolve,
                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* The number of the item on line `index` (1 for the first of a list), 0 if it is not a NUMBER. */
guint akk_text_item_number (const AkkText *text, guint index);

G_END_DECLS
