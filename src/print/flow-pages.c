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
  double y, foot;
} Breaker;

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
  double y = self->y, foot = self->foot;
  gboolean empty = self->empty;

  for (guint i = from; i < end; i++) {
    const AkkRow *row = &self->rows[i];
    double bottom = row_top (self, row, y, empty) + row->height;
    gboolean low = row->flags & AKK_ROW_HEADING && !empty &&
                   bottom > self->rules->height - self->rules->heading_free + EPSILON;

    foot += row->foot > 0 ? row->foot + (foot > 0 ? 0 : self->rules->foot_space) : 0;
    if (low || bottom + foot > self->rules->height + EPSILON)
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
    self->foot += row->foot > 0 ? row->foot + (self->foot > 0 ? 0 : self->rules->foot_space) : 0;
    self->y = top + row->height;
    self->empty = FALSE;
  }
}

static void
turn_page (Breaker *self)
{
  self->page++;
  self->y = 0;
  self->foot = 0;
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

/* Places what is kept together from `from` up to `end`; returns the first row that was left over.
 */
static guint
place_chunk (Breaker *self, guint from, guint end)
{
  guint n = count_fitting (self, from, end);

  if (n == end - from) {
    place (self, from, end);
    return end;
  }

  guint cut = weak_place (self, from, from + n);
  if (!self->empty) {
    gboolean too_short = self->rules->height - self->y - self->foot > self->rules->shortest;
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
akk_break_pages (const AkkRow *rows, guint n_rows, const AkkPageRules *rules, AkkPlace *places)
{
  Breaker self = {
    .rows = rows, .n_rows = n_rows, .rules = rules, .places = places, .empty = TRUE
  };

  for (guint i = 0; i < n_rows;) {
    guint end = i + 1;
    if (rows[i].flags & AKK_ROW_PAGE && !self.empty)
      turn_page (&self);
    while (end < n_rows && rows[end].keep != AKK_KEEP_NONE && !(rows[end].flags & AKK_ROW_PAGE))
      end++;
    i = place_chunk (&self, i, end);
  }
  return n_rows == 0 ? 1 : places[n_rows - 1].page + 1;
}
