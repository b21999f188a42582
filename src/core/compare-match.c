/* Which parts of two texts are the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/compare-private.h"

#include <string.h>

/* Words that tell a part from others; more are not looked at. */
#define AKK_COMPARE_WORDS 4000
/* Parts that are compared by their words: as many pairs at most. */
#define AKK_COMPARE_PAIRS 10000
#define AKK_COMPARE_LIKE 0.5

typedef struct {
  const AkkCompareText *old, *now;
  GArray *match; /* per new part the index + 1 of the old one */
  gboolean *taken; /* per old part */
} Matcher;

typedef gboolean (*Same) (const Matcher *self,
                          const AkkComparePart *old,
                          const AkkComparePart *now);

static gboolean
same_id (const Matcher *self, const AkkComparePart *old, const AkkComparePart *now)
{
  return old->id != 0 && (old->id == now->id || old->id == now->origin);
}

/* The same heading under the same one, as both are matched: parts come after what they stand in. */
static gboolean
same_branch (const Matcher *self, const AkkComparePart *old, const AkkComparePart *now)
{
  guint parent = now->parent > 0 ? g_array_index (self->match, guint, now->parent - 1) : 0;

  return g_str_equal (old->heading, now->heading) && parent == old->parent &&
         (parent != 0) == (now->parent != 0);
}

static gboolean
same_place (const Matcher *self, const AkkComparePart *old, const AkkComparePart *now)
{
  return g_str_equal (old->number, now->number) && same_branch (self, old, now);
}

/* What has no heading is known by its place only. */
static gboolean
same_heading (const Matcher *self, const AkkComparePart *old, const AkkComparePart *now)
{
  return *now->heading != '\0' && g_str_equal (old->heading, now->heading);
}

static gboolean
comparable (const AkkComparePart *old, const AkkComparePart *now)
{
  return old->area == now->area;
}

static void
pass (Matcher *self, Same same)
{
  for (guint j = 0; j < self->now->parts->len; j++) {
    const AkkComparePart *now = self->now->parts->pdata[j];
    guint *match = &g_array_index (self->match, guint, j);

    for (guint i = 0; *match == 0 && i < self->old->parts->len; i++) {
      const AkkComparePart *old = self->old->parts->pdata[i];

      if (!self->taken[i] && comparable (old, now) && same (self, old, now)) {
        self->taken[i] = TRUE;
        *match = i + 1;
      }
    }
  }
}

char *
akk_compare_words (const AkkComparePart *part)
{
  GString *words = g_string_new (part->heading);

  for (guint i = 0; i < part->lines->len && words->len < AKK_COMPARE_WORDS; i++) {
    const AkkCompareLine *line = part->lines->pdata[i];

    for (guint cell = 0; line->cells[cell] != NULL; cell++)
      g_string_append_printf (words, " %s", line->cells[cell]);
  }
  return g_string_free_and_steal (words);
}

typedef struct {
  guint old, now;
  double likeness;
} Pair;

static gint
compare_pairs_cb (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *two = b;

  if (one->likeness != two->likeness)
    return one->likeness > two->likeness ? -1 : 1;
  return one->now != two->now ? (one->now > two->now) - (one->now < two->now)
                              : (one->old > two->old) - (one->old < two->old);
}

static GPtrArray *
words_of (const AkkCompareText *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < text->parts->len; i++)
    g_ptr_array_add (words, akk_compare_words (text->parts->pdata[i]));
  return words;
}

/* What is left over, by its words: the likest first. */
static void
pass_likeness (Matcher *self)
{
  g_autoptr (GPtrArray) old_words = words_of (self->old);
  g_autoptr (GPtrArray) now_words = words_of (self->now);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint n = 0;

  for (guint j = 0; j < self->now->parts->len; j++)
    for (guint i = 0; i < self->old->parts->len; i++) {
      Pair pair = { i, j, 0 };

      if (self->taken[i] || g_array_index (self->match, guint, j) != 0 ||
          !comparable (self->old->parts->pdata[i], self->now->parts->pdata[j]) ||
          n++ >= AKK_COMPARE_PAIRS)
        continue;
      pair.likeness = akk_diff_likeness (old_words->pdata[i], now_words->pdata[j]);
      if (pair.likeness >= AKK_COMPARE_LIKE)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs_cb);
  for (guint i = 0; i < pairs->len; i++) {
    const Pair *pair = &g_array_index (pairs, Pair, i);
    guint *match = &g_array_index (self->match, guint, pair->now);

    if (*match == 0 && !self->taken[pair->old]) {
      *match = pair->old + 1;
      self->taken[pair->old] = TRUE;
    }
  }
}

GArray *
akk_compare_match (const AkkCompareText *old, const AkkCompareText *now)
{
  GArray *match = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree gboolean *taken = g_new0 (gboolean, old->parts->len + 1);
  Matcher self = { old, now, match, taken };

  g_array_set_size (match, now->parts->len);
  pass (&self, same_id);
  pass (&self, same_place);
  pass (&self, same_branch);
  pass (&self, same_heading);
  pass_likeness (&self);
  return match;
}
