/* Breaks a paragraph into lines: widths in, line ends out. Knows no fonts and no text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at the paragraph as a whole: the fewest lines, and among those the calmest right edge. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  AKK_END_NONE, /* the next box belongs to this one */
  AKK_END_BREAK, /* a line may end after this box */
  AKK_END_HARD, /* a line ends after this box */
} AkkEnd;

/* A piece of a word; widths in points. */
typedef struct {
  double width;
  double space; /* after it, not counted at the end of a line */
  guint8 end; /* AkkEnd */
} AkkBox;

typedef struct {
  double measure;
  gboolean tail; /* a last line under 16 % of the measure pulls a word down */
  /* Offers a break inside box `index`: the widest left part, hyphen included, of at most `room`
   * points. FALSE: none. `offset` is the caller's own mark of the place. NULL: no hyphens. */
  gboolean (*split) (
      gpointer data, guint index, double room, guint *offset, double *left, double *right);
  gpointer data;
} AkkLineRules;

/* The end of a line: after box `last` - if `offset` is 0, else inside it at the offer of `split`.
 */
typedef struct {
  guint last;
  guint offset;
} AkkLineEnd;

/* The ends of all lines, in order; at least one if there are boxes. No box may be wider than the
 * measure if lines shall not be. Elements: AkkLineEnd. */
GArray *akk_break_lines (const AkkBox *boxes,
                         guint n_boxes,
                         const AkkLineRules *rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
