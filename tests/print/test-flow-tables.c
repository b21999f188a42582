/* Tests of tables that move while a flow is broken into pages, on random rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "print/flow-pages.h"

#define MOST 160
#define ROUNDS 6000

static const AkkPageRules rules = { .height = 100,
                                    .grid = 5,
                                    .shortest = 40,
                                    .shortest_whole = 50,
                                    .heading_free = 20,
                                    .float_space = 5,
                                    .foot_space = 5,
                                    .foot_line = 10,
                                    .foot_most = 3 };

typedef struct {
  AkkRow source[MOST], rows[MOST]; /* as they were, and as they stand on paper */
  AkkPlace places[MOST];
  guint order[MOST], table[MOST]; /* table: 1 + the first row of it, in the source; 0: text */
  guint n;
  GArray *feet;
} Case;

/* --- Rows --- */

static void
add_table (Case *self)
{
  guint first = self->n, size = (guint) g_test_rand_int_range (2, 9);

  for (guint i = 0; i < size; i++) {
    gboolean edge = i == 1 || i + 1 == size;
    self->table[self->n] = first + 1;
    self->source[self->n++] = (AkkRow) { .before = i == 0 ? 5 : 0,
                                         .height = 10,
                                         .keep = i == 0 ? AKK_KEEP_NONE
                                                 : edge ? AKK_KEEP_STRONG
                                                        : AKK_KEEP_WEAK };
  }
  self->source[first].floats = (guint16) size;
  if (g_test_rand_int_range (0, 8) == 0)
    self->source[first].keep = AKK_KEEP_STRONG; /* held by what stands above */
}

static void
add_text (Case *self)
{
  guint dice = (guint) g_test_rand_int_range (0, 24);
  AkkRow row = { .before = (float) g_test_rand_int_range (0, 3) * 5, .height = 10 };

  row.keep = (guint8) (dice < 3 ? AKK_KEEP_STRONG : dice < 5 ? AKK_KEEP_WEAK : AKK_KEEP_NONE);
  row.flags = (guint8) (dice == 20   ? AKK_ROW_FENCE
                        : dice == 21 ? AKK_ROW_PAGE
                        : dice == 22 ? AKK_ROW_HEADING
                                     : 0);
  if (dice >= 18 && dice < 20) {
    row.notes = 1;
    row.note_lines = (guint16) g_test_rand_int_range (1, 8);
  }
  self->table[self->n] = 0;
  self->source[self->n++] = row;
}

static void throw (Case * self)
{
  guint want = (guint) g_test_rand_int_range (2, MOST - 10);

  self->n = 0;
  while (self->n < want) {
    if (g_test_rand_int_range (0, 6) == 0)
      add_table (self);
    else
      add_text (self);
  }
  memcpy (self->rows, self->source, sizeof self->rows);
  g_array_set_size (self->feet, 0);
  akk_break_pages (self->rows, self->n, &rules, self->places, self->order, self->feet);
}

/* --- Rules --- */

static gboolean
moved (const Case *self, guint i)
{
  return (self->rows[i].flags & AKK_ROW_MOVED) != 0;
}

static double
room_left (const Case *self, guint i)
{
  guint lines = g_array_index (self->feet, guint, self->places[i].page);
  double foot = lines > 0 ? lines * rules.foot_line + rules.foot_space : 0;

  return rules.height - foot - (double) self->places[i].y - self->rows[i].height;
}

/* All rows once; text in its order, tables in theirs, none inside another. */
static void
check_order (const Case *self)
{
  guint text = 0, table = 0;
  gboolean seen[MOST] = { FALSE };

  for (guint i = 0; i < self->n; i++) {
    guint was = self->order[i], *last = moved (self, i) ? &table : &text;
    g_assert_cmpuint (was, <, self->n);
    g_assert_false (seen[was]);
    seen[was] = TRUE;
    g_assert_cmpuint (was + 1, >, *last);
    *last = was + 1;
    if (i > 0 && moved (self, i) && self->source[was].floats == 0)
      g_assert_cmpuint (self->order[i - 1], ==, was - 1);
    if (i > 0)
      g_assert_cmpuint (self->places[i].page - self->places[i - 1].page, <=, 1);
    g_assert_cmpfloat (room_left (self, i), >=, -0.1);
  }
}

/* A table that moved: nothing held it, it is whole at the top of a page below others at most, and
 * what it passed is neither a fence nor another table. */
static void
check_table (const Case *self, guint i)
{
  guint was = self->order[i], end = was + self->source[was].floats;

  g_assert_cmpuint (self->source[was].keep, ==, AKK_KEEP_NONE);
  if (end < self->n)
    g_assert_cmpuint (self->source[end].keep, ==, AKK_KEEP_NONE);
  g_assert_true (self->places[i].y == 0 || moved (self, i - 1));
  for (guint k = i + 1; k < i + self->source[was].floats; k++)
    g_assert_cmpuint (self->places[k].page, ==, self->places[i].page);
  for (guint k = 0; k < i; k++) {
    if (self->order[k] < was)
      continue;
    g_assert_cmpuint (self->source[self->order[k]].flags & (AKK_ROW_FENCE | AKK_ROW_PAGE), ==, 0);
    g_assert_cmpuint (self->table[self->order[k]], ==, 0);
  }
}

/* Rather divided than that a page ends too short, if two rows fit on each side. */
static void
check_page_above (const Case *self, guint i)
{
  if (self->places[i].page > self->places[i - 1].page && self->source[self->order[i]].floats >= 4)
    g_assert_cmpfloat (room_left (self, i - 1), <=, rules.shortest_whole + 0.1);
}

static void
test_random (void)
{
  g_autofree Case *self = g_new0 (Case, 1);
  guint n_moved = 0, n_together = 0, n_held = 0;

  self->feet = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint round = 0; round < ROUNDS; round++) {
    throw (self);
    check_order (self);
    for (guint i = 1; i < self->n; i++) {
      guint was = self->order[i];
      gboolean held = self->source[was].keep != AKK_KEEP_NONE;
      n_held += self->source[was].floats > 0 && held;
      if (!moved (self, i) || self->source[was].floats == 0)
        continue;
      check_table (self, i);
      check_page_above (self, i);
      n_moved++;
      n_together += moved (self, i - 1);
    }
  }
  g_array_unref (self->feet);
  g_test_message ("%u moved, %u together with another; %u were held", n_moved, n_together, n_held);
  g_assert_cmpuint (n_moved, >, ROUNDS);
  g_assert_cmpuint (n_together, >, ROUNDS / 20);
  g_assert_cmpuint (n_held, >, ROUNDS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-tables/random-tables-move-whole-and-pass-only-text", test_random);
  return g_test_run ();
}
