/* What two versions of an agreement differ in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/compare.h"

#include "core/compare-private.h"

static void
change_free (gpointer data)
{
  AkkCompareChange *change = data;

  g_ptr_array_unref (change->cells);
  g_free (change);
}

static void
entry_free (gpointer data)
{
  AkkCompareEntry *entry = data;

  g_ptr_array_unref (entry->heading);
  g_ptr_array_unref (entry->changes);
  g_free (entry);
}

/* --- Which parts moved --- */

/* The longest run of old places that goes on rising: what is in it stayed, the others moved. A
 * place is 0 for what is new. */
static GArray *
find_stayers (GArray *match)
{
  GArray *stays = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autofree guint *length = g_new0 (guint, match->len + 1);
  g_autofree guint *before = g_new0 (guint, match->len + 1);
  guint last = 0;

  g_array_set_size (stays, match->len);
  for (guint i = 0; i < match->len; i++) {
    guint place = g_array_index (match, guint, i);

    if (place == 0)
      continue;
    length[i + 1] = 1;
    for (guint j = 0; j < i; j++) {
      guint other = g_array_index (match, guint, j);

      if (other != 0 && other < place && length[j + 1] + 1 > length[i + 1]) {
        length[i + 1] = length[j + 1] + 1;
        before[i + 1] = j + 1;
      }
    }
    if (length[i + 1] > length[last])
      last = i + 1;
  }
  for (; last != 0; last = before[last])
    g_array_index (stays, gboolean, last - 1) = TRUE;
  return stays;
}

/* Whether a section stands under another one than before. What stands in a moved one came along. */
static gboolean
changed_parent (GArray *match, const AkkComparePart *old, const AkkComparePart *now)
{
  guint parent = now->parent > 0 ? g_array_index (match, guint, now->parent - 1) : 0;

  return now->area == AKK_COMPARE_SECTION &&
         (parent != old->parent || (parent == 0) != (now->parent == 0));
}

/* --- Parts --- */

static GPtrArray *
words_of (const char *old, const char *now)
{
  return akk_diff_words (old != NULL ? old : "", now != NULL ? now : "");
}

static AkkCompareEntry *
entry_new (const AkkComparePart *old, const AkkComparePart *now)
{
  AkkCompareEntry *entry = g_new0 (AkkCompareEntry, 1);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  entry->area = now != NULL ? now->area : old->area;
  entry->old = old;
  entry->now = now;
  entry->place = now != NULL ? now->place : 0;
  entry->heading = words_of (old != NULL ? old->heading : NULL, now != NULL ? now->heading : NULL);
  entry->changes =
      akk_compare_lines (old != NULL ? old->lines : none, now != NULL ? now->lines : none, FALSE);
  if (old == NULL || now == NULL) {
    entry->marks = old == NULL ? AKK_COMPARE_ADDED : AKK_COMPARE_REMOVED;
    return entry;
  }
  if (entry->area == AKK_COMPARE_SECTION && akk_diff_pieces_differ (entry->heading))
    entry->marks |= AKK_COMPARE_RENAMED;
  if (!g_str_equal (old->number, now->number))
    entry->marks |= AKK_COMPARE_RENUMBERED;
  if (entry->changes->len > 0)
    entry->marks |= AKK_COMPARE_CHANGED;
  return entry;
}

static void
add_entry (AkkComparison *self, AkkCompareEntry *entry)
{
  guint one = entry->area == AKK_COMPARE_SECTION ? 1 : 0;

  if (entry->marks == 0) {
    entry_free (entry);
    return;
  }
  self->n_added += (entry->marks & AKK_COMPARE_ADDED) != 0 ? one : 0;
  self->n_removed += (entry->marks & AKK_COMPARE_REMOVED) != 0 ? one : 0;
  self->n_moved += (entry->marks & AKK_COMPARE_MOVED) != 0 ? one : 0;
  self->n_renumbered += (entry->marks & AKK_COMPARE_RENUMBERED) != 0 ? one : 0;
  self->n_renamed += (entry->marks & AKK_COMPARE_RENAMED) != 0 ? one : 0;
  self->n_changed += (entry->marks & AKK_COMPARE_CHANGED) != 0 ? one : 0;
  self->n_lines += entry->changes->len;
  g_ptr_array_add (self->entries, entry);
}

/* Old parts that are gone, up to `end`, unless they were told before. `place`: of the section after
 * which they stood. */
static void
add_removed (AkkComparison *self, const gboolean *kept, guint *next, guint end, gint64 place)
{
  for (; *next < end; (*next)++) {
    AkkCompareEntry *entry = kept[*next] ? NULL : entry_new (self->old->parts->pdata[*next], NULL);

    if (entry == NULL)
      continue;
    entry->place = entry->area == AKK_COMPARE_SECTION ? place : 0;
    add_entry (self, entry);
  }
}

/* The first old part of a later area: those that are gone stand among their own kind. */
static guint
end_of_area (const AkkCompareText *old, AkkCompareArea area)
{
  guint end = 0;

  while (end < old->parts->len && ((AkkComparePart *) old->parts->pdata[end])->area < area)
    end++;
  return end;
}

AkkComparison *
akk_comparison_new (const AkkCompareText *old, const AkkCompareText *now)
{
  AkkComparison *self = g_new0 (AkkComparison, 1);
  g_autoptr (GArray) match = akk_compare_match (old, now);
  g_autoptr (GArray) stays = find_stayers (match);
  g_autofree gboolean *kept = g_new0 (gboolean, old->parts->len + 1);
  gint64 place = 0;
  guint next = 0;

  self->old = old;
  self->now = now;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint j = 0; j < match->len; j++)
    if (g_array_index (match, guint, j) > 0)
      kept[g_array_index (match, guint, j) - 1] = TRUE;
  for (guint j = 0; j < match->len; j++) {
    const AkkComparePart *part = now->parts->pdata[j];
    guint index = g_array_index (match, guint, j);
    const AkkComparePart *was = index > 0 ? old->parts->pdata[index - 1] : NULL;
    AkkCompareEntry *entry = entry_new (was, part);

    add_removed (self, kept, &next, end_of_area (old, part->area), place);
    /* What stood before the first one is looked for there. */
    if (was != NULL && g_array_index (stays, gboolean, j))
      add_removed (self, kept, &next, index - 1, place != 0 ? place : part->place);
    place = part->place;
    if (was != NULL && entry->area == AKK_COMPARE_SECTION &&
        (!g_array_index (stays, gboolean, j) || changed_parent (match, was, part)))
      entry->marks |= AKK_COMPARE_MOVED;
    add_entry (self, entry);
  }
  add_removed (self, kept, &next, old->parts->len, place);
  return self;
}

void
akk_comparison_free (AkkComparison *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* --- Lines --- */

typedef struct {
  GPtrArray *old, *now;
  GPtrArray *changes;
  gboolean all;
} Liner;

static guint
line_number (const AkkCompareLine *line, GHashTable *known)
{
  g_autofree char *words = g_strjoinv ("\037", line->cells);
  char *key = g_strdup_printf ("%d\037%d\037%s\037%s", line->row > 0,
                               line->field == NULL ? (int) line->level : 0,
                               line->field != NULL ? line->field->name : "", words);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));

  if (number != 0) {
    g_free (key);
    return number;
  }
  number = g_hash_table_size (known) + 1;
  g_hash_table_insert (known, key, GUINT_TO_POINTER (number));
  return number;
}

static GArray *
line_numbers (GPtrArray *lines, GHashTable *known)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lines->len; i++) {
    guint number = line_number (lines->pdata[i], known);
    g_array_append_val (numbers, number);
  }
  return numbers;
}

static void
add_change (Liner *self, AkkDiffKind kind, const AkkCompareLine *old, const AkkCompareLine *now)
{
  AkkCompareChange *change = g_new0 (AkkCompareChange, 1);
  GStrv cells = now != NULL ? now->cells : old->cells;

  change->kind = kind;
  change->old = old;
  change->now = now;
  change->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; cells[i] != NULL; i++)
    g_ptr_array_add (change->cells, words_of (old != NULL ? old->cells[i] : NULL,
                                              now != NULL ? now->cells[i] : NULL));
  g_ptr_array_add (self->changes, change);
}

/* How well a line can be read as a change of another one; 0: not at all. */
static double
line_likeness (const AkkCompareLine *old, const AkkCompareLine *now)
{
  g_autofree char *a = NULL, *b = NULL;
  double likeness;

  if (old->field != now->field || (old->row > 0) != (now->row > 0) ||
      g_strv_length (old->cells) != g_strv_length (now->cells))
    return 0;
  if (old->field != NULL)
    return 1;
  a = g_strjoinv (" ", old->cells);
  b = g_strjoinv (" ", now->cells);
  likeness = akk_diff_likeness (a, b);
  /* The head of a table and of a row say what it is. */
  if (old->row > 0 && (old->row == 1) == (now->row == 1) &&
      g_str_equal (old->cells[0], now->cells[0]) && *old->cells[0] != '\0')
    likeness = MAX (likeness, 0.9);
  return likeness >= 0.35 ? likeness : 0;
}

/* Pairs of more lines than this are not looked for: all is replaced. */
#define AKK_COMPARE_BLOCK 4000

/* Lines that were replaced by others: which of them are the same line, changed. The pairs, in
 * order, whose likeness adds up to most. */
static void
add_replaced (Liner *self, guint old, guint n_old, guint now, guint n_now)
{
  g_autofree double *best = NULL, *likeness = NULL;
  guint width = n_now + 1, i = 0, j = 0;

  if ((guint64) n_old * n_now <= AKK_COMPARE_BLOCK) {
    likeness = g_new0 (double, (n_old + 1) * width);
    best = g_new0 (double, (n_old + 1) * width);
    for (i = n_old; i-- > 0;)
      for (j = n_now; j-- > 0;) {
        double like = line_likeness (self->old->pdata[old + i], self->now->pdata[now + j]);
        double paired = like > 0 ? like + best[(i + 1) * width + j + 1] : 0;

        likeness[i * width + j] = like;
        best[i * width + j] =
            MAX (paired, MAX (best[(i + 1) * width + j], best[i * width + j + 1]));
      }
  }
  for (i = 0, j = 0; i < n_old || j < n_now;) {
    guint at = i * width + j;
    gboolean both = best != NULL && i < n_old && j < n_now;

    if (both && likeness[at] > 0 && best[at] <= likeness[at] + best[at + width + 1]) {
      add_change (self, AKK_DIFF_SAME, self->old->pdata[old + i], self->now->pdata[now + j]);
      i++, j++;
    } else if (i < n_old && (!both || best[at + width] >= best[at])) {
      add_change (self, AKK_DIFF_REMOVED, self->old->pdata[old + i++], NULL);
    } else {
      add_change (self, AKK_DIFF_ADDED, NULL, self->now->pdata[now + j++]);
    }
  }
}

GPtrArray *
akk_compare_lines (GPtrArray *old, GPtrArray *now, gboolean all)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) a = line_numbers (old, known);
  g_autoptr (GArray) b = line_numbers (now, known);
  g_autoptr (GArray) spans = akk_diff_new ((const guint *) (gpointer) a->data, a->len,
                                           (const guint *) (gpointer) b->data, b->len);
  Liner self = { old, now, g_ptr_array_new_with_free_func (change_free), all };

  for (guint i = 0; i < spans->len; i++) {
    const AkkDiffSpan *span = &g_array_index (spans, AkkDiffSpan, i);
    const AkkDiffSpan *next =
        i + 1 < spans->len ? &g_array_index (spans, AkkDiffSpan, i + 1) : NULL;

    if (span->kind == AKK_DIFF_SAME) {
      for (guint j = 0; all && j < span->n; j++)
        add_change (&self, AKK_DIFF_SAME, old->pdata[span->old + j], now->pdata[span->now + j]);
    } else if (span->kind == AKK_DIFF_REMOVED && next != NULL && next->kind == AKK_DIFF_ADDED) {
      add_replaced (&self, span->old, span->n, next->now, next->n);
      i++;
    } else {
      add_replaced (&self, span->old, span->kind == AKK_DIFF_REMOVED ? span->n : 0, span->now,
                    span->kind == AKK_DIFF_ADDED ? span->n : 0);
    }
  }
  return self.changes;
}
