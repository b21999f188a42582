/* What two sequences have in common, and what was removed and added.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/diff.h"

#include <string.h>

static void
add_span (GArray *spans, AkkDiffKind kind, guint old, guint now, guint n)
{
  AkkDiffSpan span = { kind, old, now, n };
  AkkDiffSpan *last = spans->len > 0 ? &g_array_index (spans, AkkDiffSpan, spans->len - 1) : NULL;

  if (n == 0)
    return;
  if (last != NULL && last->kind == kind)
    last->n += n;
  else
    g_array_append_val (spans, span);
}

/* --- The search --- */

/* How far one comes on each diagonal with d edits, for every d: row d has 2 d + 1 values. */
typedef struct {
  const guint *old, *now;
  gint n_old, n_now;
  GPtrArray *rows; /* gint * */
} Search;

/* The furthest old position on diagonal k after d edits, before walking along what is equal. */
static gint
step (const gint *before, gint d, gint k)
{
  gint down, right;

  if (d == 0)
    return 0;
  /* Row d - 1 begins at diagonal -(d - 1). */
  down = k < d - 1 ? before[k + 1 + d - 1] : -1;
  right = k > -(d - 1) ? before[k - 1 + d - 1] + 1 : -1;
  return MAX (down, right);
}

/* The number of edits, or -1 when they are more than the bound. */
static gint
search (Search *self)
{
  gint bound = MIN (AKK_DIFF_BOUND, self->n_old + self->n_now);

  for (gint d = 0; d <= bound; d++) {
    gint *row = g_new (gint, 2 * d + 1);
    const gint *before = d > 0 ? self->rows->pdata[d - 1] : NULL;

    g_ptr_array_add (self->rows, row);
    for (gint k = -d; k <= d; k += 2) {
      gint x = step (before, d, k);

      while (x >= 0 && x < self->n_old && x - k >= 0 && x - k < self->n_now &&
             self->old[x] == self->now[x - k])
        x++;
      row[k + d] = x;
      if (k > -d)
        row[k + d - 1] = -1; /* no diagonal of this row */
      if (x >= self->n_old && x - k >= self->n_now)
        return d;
    }
  }
  return -1;
}

/* The way back: the kinds of all steps, the last one first. */
static GByteArray *
walk_back (const Search *self, gint d)
{
  GByteArray *kinds = g_byte_array_new ();
  gint x = self->n_old, y = self->n_now;

  for (; d >= 0; d--) {
    const gint *before = d > 0 ? self->rows->pdata[d - 1] : NULL;
    gint k = x - y, start = step (before, d, k);
    const guint8 same = AKK_DIFF_SAME;

    for (; x > start; x--, y--)
      g_byte_array_append (kinds, &same, 1);
    if (d > 0) {
      gint down = k < d - 1 ? before[k + 1 + d - 1] : -1;
      guint8 kind = down == start ? AKK_DIFF_ADDED : AKK_DIFF_REMOVED;

      g_byte_array_append (kinds, &kind, 1);
      if (kind == AKK_DIFF_ADDED)
        y--;
      else
        x--;
    }
  }
  return kinds;
}

/* Each run of edits as what was removed, then what was added. */
static void
add_steps (GArray *spans, const GByteArray *kinds, guint old, guint now)
{
  for (guint i = kinds->len; i > 0;) {
    guint n[3] = { 0 };

    for (; i > 0 && kinds->data[i - 1] == AKK_DIFF_SAME; i--)
      n[AKK_DIFF_SAME]++;
    add_span (spans, AKK_DIFF_SAME, old, now, n[AKK_DIFF_SAME]);
    old += n[AKK_DIFF_SAME];
    now += n[AKK_DIFF_SAME];
    for (; i > 0 && kinds->data[i - 1] != AKK_DIFF_SAME; i--)
      n[kinds->data[i - 1]]++;
    add_span (spans, AKK_DIFF_REMOVED, old, now, n[AKK_DIFF_REMOVED]);
    old += n[AKK_DIFF_REMOVED];
    add_span (spans, AKK_DIFF_ADDED, old, now, n[AKK_DIFF_ADDED]);
    now += n[AKK_DIFF_ADDED];
  }
}

GArray *
akk_diff_new (const guint *old, guint n_old, const guint *now, guint n_now)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (AkkDiffSpan));
  guint head = 0, tail = 0;
  Search self;
  gint d;

  while (head < MIN (n_old, n_now) && old[head] == now[head])
    head++;
  while (tail < MIN (n_old, n_now) - head && old[n_old - 1 - tail] == now[n_now - 1 - tail])
    tail++;
  self = (Search) { old + head, now + head, (gint) (n_old - head - tail),
                    (gint) (n_now - head - tail), g_ptr_array_new_with_free_func (g_free) };
  add_span (spans, AKK_DIFF_SAME, 0, 0, head);
  d = search (&self);
  if (d >= 0) {
    g_autoptr (GByteArray) kinds = walk_back (&self, d);
    add_steps (spans, kinds, head, head);
  } else {
    add_span (spans, AKK_DIFF_REMOVED, head, head, (guint) self.n_old);
    add_span (spans, AKK_DIFF_ADDED, n_old - tail, head, (guint) self.n_now);
  }
  add_span (spans, AKK_DIFF_SAME, n_old - tail, n_now - tail, tail);
  g_ptr_array_unref (self.rows);
  return spans;
}
