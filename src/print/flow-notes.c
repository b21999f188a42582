/* Shares the feet of pages among notes: which lines of which note stand where.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-pages.h"

/* As many lines of a note as there is room for, from where it stopped. */
static void
add_part (GArray *parts, guint page, guint note, guint line, guint n_lines)
{
  AkkNotePart part = { .page = page, .note = note, .line = line, .n_lines = n_lines };

  if (n_lines > 0)
    g_array_append_val (parts, part);
}

GArray *
akk_share_notes (const AkkRow *rows,
                 const AkkPlace *places,
                 const guint *lines,
                 guint n_notes,
                 const GArray *feet)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (AkkNotePart));
  g_autofree guint *done = g_new0 (guint, n_notes + 1);
  guint row = 0, marked = 0; /* notes marked on the rows before `row` */
  guint first = 0; /* that is not done */
  guint new = 0; /* the first that begins on the page */

  for (guint page = 0; page < feet->len; page++, new = marked) {
    while (marked < n_notes && places[row].page == page)
      marked += rows[row++].notes;
    guint room = g_array_index (feet, guint, page) - (marked - new);
    for (guint note = first; note < marked; note++) {
      guint begun = note >= new ? 1 : 0;
      guint more = MIN (room, lines[note] - done[note] - begun);
      add_part (parts, page, note, done[note], begun + more);
      done[note] += begun + more;
      room -= more;
    }
    while (first < marked && done[first] == lines[first])
      first++;
  }
  return parts;
}
