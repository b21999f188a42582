/* Breaks a flow into pages: heights and rules in, places out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-pages.h"

#include <math.h>

#define EPSILON 0.01

typedef struct {
  AkkRow *rows;
  guint n_rows;
  const AkkPageRules *rules;
  AkkPlace *places;
  guint *order;
  guint page;
  gboolean empty; /* nothing stands on the page yet */
  double y;
  double after; /* space that the last row wants below it */
  double left; /* that the page before left empty */
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

/* Where a row would begin, with nothing or something above it: down to `y`, the space below that
 * included. */
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
  double y = self->y + self->after;
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
    y = bottom + row->after;
    empty = FALSE;
  }
  return end - from;
}

static void
place (Breaker *self, guint from, guint end)
{
  for (guint i = from; i < end; i++) {
    const AkkRow *row = &self->rows[i];
    double top = row_top (self, row, self->y + self->after, self->empty);

    self->places[i] = (AkkPlace) { .page = self->page, .y = (float) top };
    self->notes += row->notes;
    self->lines += row->note_lines;
    self->y = top + row->height;
    self->after = row->after;
    self->empty = FALSE;
  }
}

static void
turn_page (Breaker *self)
{
  guint foot = foot_lines (self, self->notes, self->lines);

  self->left = self->rules->height - self->y - foot_height (self, self->notes, self->lines);
  g_array_append_val (self->feet, foot);
  self->page++;
  self->y = self->after = 0;
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

static Breaker
empty_page (const Breaker *self)
{
  return (Breaker) { .rows = self->rows,
                     .n_rows = self->n_rows,
                     .rules = self->rules,
                     .places = self->places,
                     .most = self->rules->foot_most,
                     .empty = TRUE };
}

/* Whether a page that begins takes all these rows. */
static gboolean
page_takes (const Breaker *self, guint from, guint end)
{
  const Breaker page = empty_page (self);

  return count_fitting (&page, from, end) == end - from;
}

/* How short a page may end above `cut`, among the rows from `from` on: shorter still if a table
 * that fits on a page would be divided there. */
static double
shortest_above (const Breaker *self, guint from, guint cut)
{
  for (guint i = from; i < cut; i++) {
    guint end = i + self->rows[i].floats;
    if (cut < end && page_takes (self, i, end))
      return self->rules->shortest_whole;
  }
  return self->rules->shortest;
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
    gboolean too_short = self->rules->height - self->y - foot > shortest_above (self, from, cut);
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

/* The end of what is kept together from `from` on. */
static guint
chunk_end (const Breaker *self, guint from)
{
  const AkkRow *rows = self->rows;
  guint end = from + 1;

  if (rows[from].flags & AKK_ROW_MOVED && rows[from].floats > 0)
    return from + rows[from].floats;
  while (end < self->n_rows && rows[end].keep != AKK_KEEP_NONE && !(rows[end].flags & AKK_ROW_PAGE))
    end++;
  return end;
}

/* --- Tables that move --- */

/* The end of the table that begins at `from`, if it is free to move; else `from`. */
static guint
table_end (const Breaker *self, guint from)
{
  const AkkRow *row = &self->rows[from];
  guint end = from + row->floats;

  if (row->floats == 0 || row->flags & AKK_ROW_MOVED)
    return end;
  gboolean held =
      row->keep != AKK_KEEP_NONE || (end < self->n_rows && self->rows[end].keep != AKK_KEEP_NONE);
  return held ? from : end;
}

/* Whether tables may move past all that is kept together from `from` on. A table that is held by a
 * heading, say, keeps its place before them. */
static gboolean
may_pass (const Breaker *self, guint from)
{
  const guint end = chunk_end (self, from);

  for (guint i = from; i < end; i++) {
    if (self->rows[i].flags & (AKK_ROW_PAGE | AKK_ROW_FENCE) ||
        (i > from && self->rows[i].floats > 0))
      return FALSE;
  }
  return TRUE;
}

/* Puts the tables among the rows from `from` up to `end` behind the others; returns where they
 * begin. */
static guint
move_tables (Breaker *self, guint from, guint end)
{
  const guint n = end - from;
  g_autofree AkkRow *rows = g_memdup2 (self->rows + from, n * sizeof *rows);
  g_autofree AkkPlace *places = g_memdup2 (self->places + from, n * sizeof *places);
  g_autofree guint *order = g_memdup2 (self->order + from, n * sizeof *order);
  guint to = from, tables = end, left = 0;

  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < n; i++) {
      left = rows[i].floats > 0 ? rows[i].floats : left;
      gboolean table = left > 0;
      left -= table;
      if (table != (pass == 1))
        continue;
      self->rows[to] = rows[i];
      self->places[to] = places[i];
      self->order[to] = order[i];
      if (table) {
        self->rows[to].flags |= AKK_ROW_MOVED;
        self->rows[to].keep = rows[i].floats > 0 ? AKK_KEEP_NONE : AKK_KEEP_STRONG;
      }
      to++;
    }
    tables = pass == 0 ? to : tables;
  }
  AkkRow *last = &self->rows[end - 1];
  last->after = MAX (last->after, (float) self->rules->float_space);
  return tables;
}

/* Whether the tables among the rows from `from` up to `end` fit on the page that begins, above the
 * notes that run on; those make way for the first only. */
static gboolean
tables_fit (const Breaker *self, guint from, guint end)
{
  Breaker top = *self;

  for (guint at = from, stop; at < end; at = stop) {
    stop = MAX (table_end (self, at), at + 1);
    if (self->rows[at].floats == 0)
      continue;
    while (top.empty && top.most > 0 && count_fitting (&top, at, stop) < stop - at)
      top.most--;
    if (count_fitting (&top, at, stop) < stop - at)
      return FALSE;
    place (&top, at, stop);
  }
  return TRUE;
}

/* A table that does not fit: fills the page with the text that follows, as far as tables may move
 * past it; up to `most` tables go along. Returns where they stand now, first on the new page, or
 * `from` if the page would become too short for that. */
static guint
move_down (Breaker *self, guint from, guint most)
{
  const Breaker before = *self;
  const guint feet = self->feet->len,
              n_fitting = count_fitting (self, from, table_end (self, from));
  const gboolean divisible = weak_place (self, from, from + n_fitting) > 0;
  Breaker top = empty_page (self);
  guint at = from, n_text = 0, n_tables = 0;

  while (self->page == before.page && at < self->n_rows && may_pass (self, at)) {
    guint end = table_end (self, at), start = at;
    if (end > at) {
      if (n_tables++ == most || count_fitting (&top, at, end) < end - at)
        break;
      place (&top, at, end);
      at = end;
    } else if (self->rows[at].floats > 0) {
      break; /* one that is held where it stands */
    } else {
      at = place_chunk (self, at, chunk_end (self, at));
      n_text += at - start;
    }
  }
  if (self->page == before.page)
    turn_page (self);
  gboolean fit = most == 1 || tables_fit (self, from, at);
  if (fit && n_text > 0 && (self->left <= self->rules->shortest_whole || !divisible))
    return move_tables (self, from, at);
  *self = before;
  g_array_set_size (self->feet, feet);
  return fit ? from : move_down (self, from, 1);
}

/* Whether a row begins a table that does not fit any more but may move. */
static gboolean
should_move (const Breaker *self, guint from)
{
  guint end = table_end (self, from);

  return end > from && !self->empty && count_fitting (self, from, end) < end - from;
}

/* --- All --- */

guint
akk_break_pages (AkkRow *rows,
                 guint n_rows,
                 const AkkPageRules *rules,
                 AkkPlace *places,
                 guint *order,
                 GArray *feet)
{
  Breaker self = { .rows = rows,
                   .n_rows = n_rows,
                   .rules = rules,
                   .places = places,
                   .order = order,
                   .most = rules->foot_most,
                   .feet = feet,
                   .empty = TRUE };

  for (guint i = 0; i < n_rows; i++)
    order[i] = i;
  for (guint i = 0; i < n_rows;) {
    if (rows[i].flags & AKK_ROW_PAGE && !self.empty)
      turn_page (&self);
    if (should_move (&self, i)) {
      guint moved = move_down (&self, i, G_MAXUINT);
      if (moved > i) {
        i = moved;
        continue;
      }
    }
    i = place_chunk (&self, i, chunk_end (&self, i));
  }
  while (!self.empty || self.lines > 0)
    turn_page (&self);
  if (feet->len == 0)
    turn_page (&self);
  return feet->len;
}
