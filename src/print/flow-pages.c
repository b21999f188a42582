/* Breaks a flow into pages: heights and rules in, places out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-pages.h"

#include <math.h>

#define EPSILON 0.01

typedef struct {
  const AkkRow *rows;
  guint n_rows;
  const AkkPageRules *rules;
  AkkPlace *places;
  guint page;
  gboolean empty; /* nothing stands on the page yet */
  double y;
  guint notes, lines; /* notes that begin on the page; lines that want to stand at its foot */
  guint most; /* lines at the foot of this page, if no more notes begin on it */
  GArray *feet;
} Breaker;

/* How many lines stand at the foot: never less than the first line of each new note. */
static guint
foot_lines (const Breaker *self, guint notes, guint lines)
{
  return MIN (lines, MAX (self->most, notes));
}

static double
foot_height (const Breaker *self, guint notes, guint lines)
{
  guint n = foot_lines (self, notes, lines);

  return n > 0 ? n * self->rules->foot_line + self->rules->foot_space : 0;
}

/* Where a row would begin, with nothing or something above it. */
static double
row_top (const Breaker *self, const AkkRow *row, double y, gboolean empty)
{
  if (empty)
    return row->repeat;
  double top = y + row->before;
  double snapped = floor ((top + EPSILON) / self->rules->grid) * self->rules->grid;
  return row->flags & AKK_ROW_SNAP && snapped >= y ? snapped : top;
}

/* How many of the rows from `from` up to `end` fit on the page as it stands. */
static guint
count_fitting (const Breaker *self, guint from, guint end)
{
  double y = self->y;
  guint notes = self->notes, lines = self->lines;
  gboolean empty = self->empty;

  for (guint i = from; i < end; i++) {
    const AkkRow *row = &self->rows[i];
    double bottom = row_top (self, row, y, empty) + row->height;
    gboolean low = row->flags & AKK_ROW_HEADING && !empty &&
                   bottom > self->rules->height - self->rules->heading_free + EPSILON;

    notes += row->notes;
    lines += row->note_lines;
    low |= row->notes > 0 && !empty && notes > self->rules->foot_most;
    if (low || bottom + foot_height (self, notes, lines) > self->rules->height + EPSILON)
      return i - from;
    y = bottom;
    empty = FALSE;
  }
  return end - from;
}

static void
place (Breaker *self, guint from, guint end)
{
  for (guint i = from; i < end; i++) {
    const AkkRow *row = &self->rows[i];
    double top = row_top (self, row, self->y, self->empty);

    self->places[i] = (AkkPlace) { .page = self->page, .y = (float) top };
    self->notes += row->notes;
    self->lines += row->note_lines;
    self->y = top + row->height;
    self->empty = FALSE;
  }
}

static void
turn_page (Breaker *self)
{
  guint foot = foot_lines (self, self->notes, self->lines);

  g_array_append_val (self->feet, foot);
  self->page++;
  self->y = 0;
  self->notes = 0;
  self->lines -= foot;
  self->most = self->rules->foot_most;
  self->empty = TRUE;
}

/* The last place at or before `limit`, after `from`, that is kept no more than weakly; 0: none. */
static guint
weak_place (const Breaker *self, guint from, guint limit)
{
  for (guint i = limit; i > from; i--) {
    if (self->rows[i].keep != AKK_KEEP_STRONG)
      return i;
  }
  return 0;
}

/* What runs on from the page before makes way for rows that have the page for themselves: for all
 * of them, else for those that must stand together, else for one. */
static guint
count_fitting_best (Breaker *self, guint from, guint end)
{
  guint n = count_fitting (self, from, end), most = self->most;
  guint together = 1;

  while (from + together < end && self->rows[from + together].keep == AKK_KEEP_STRONG)
    together++;
  const guint goals[] = { end - from, together, 1 };
  for (guint i = 0; self->empty && i < G_N_ELEMENTS (goals) && n < goals[i]; i++) {
    while (n < goals[i] && self->most > 0) {
      self->most--;
      n = count_fitting (self, from, end);
    }
    if (n >= goals[i] || i + 1 == G_N_ELEMENTS (goals))
      break;
    self->most = most;
    n = count_fitting (self, from, end);
  }
  return n;
}

/* Places what is kept together from `from` up to `end`; returns the first row that was left over.
 */
static guint
place_chunk (Breaker *self, guint from, guint end)
{
  guint n = count_fitting_best (self, from, end);

  if (n == end - from) {
    place (self, from, end);
    return end;
  }

  guint cut = weak_place (self, from, from + n);
  if (!self->empty) {
    double foot = foot_height (self, self->notes, self->lines);
    gboolean too_short = self->rules->height - self->y - foot > self->rules->shortest;
    if (cut > 0 && too_short)
      place (self, from, cut);
    else
      cut = from;
    turn_page (self);
    return cut;
  }

  /* Taller than a page: rules yield to the text. */
  if (cut == 0)
    cut = from + MAX (n, 1);
  place (self, from, cut);
  turn_page (self);
  return cut;
}

guint
akk_break_pages (
    const AkkRow *rows, guint n_rows, const AkkPageRules *rules, AkkPlace *places, GArray *feet)
{
  Breaker self = { .rows = rows,
                   .n_rows = n_rows,
                   .rules = rules,
                   .places = places,
                   .most = rules->foot_most,
                   .feet = feet,
                   .empty = TRUE };

  for (guint i = 0; i < n_rows;) {
    guint end = i + 1;
    if (rows[i].flags & AKK_ROW_PAGE && !self.empty)
      turn_page (&self);
    while (end < n_rows && rows[end].keep != AKK_KEEP_NONE && !(rows[end].flags & AKK_ROW_PAGE))
      end++;
    i = place_chunk (&self, i, end);
  }
  while (!self.empty || self.lines > 0)
    turn_page (&self);
  if (feet->len == 0)
    turn_page (&self);
  return feet->len;
}

/* --- Notes --- */

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
