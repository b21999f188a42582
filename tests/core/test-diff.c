/* Tests of the shortest script of edits between two sequences.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/diff.h"

#include <string.h>

/* The number of edits of the shortest script, the slow and certain way. */
static guint
count_edits (const guint *a, guint n, const guint *b, guint m)
{
  g_autofree guint *table = g_new0 (guint, (n + 1) * (m + 1));

  for (guint i = 1; i <= n; i++)
    for (guint j = 1; j <= m; j++)
      table[i * (m + 1) + j] = a[i - 1] == b[j - 1]
                                   ? table[(i - 1) * (m + 1) + j - 1] + 1
                                   : MAX (table[(i - 1) * (m + 1) + j], table[i * (m + 1) + j - 1]);
  return n + m - 2 * table[n * (m + 1) + m];
}

/* Follows the script and says how many edits it has. */
static guint
follow (GArray *spans, const guint *a, guint n, const guint *b, guint m)
{
  guint i = 0, j = 0, edits = 0;

  for (guint s = 0; s < spans->len; s++) {
    const AkkDiffSpan *span = &g_array_index (spans, AkkDiffSpan, s);

    g_assert_cmpuint (span->n, >, 0);
    if (s > 0)
      g_assert_cmpint (span->kind, !=, g_array_index (spans, AkkDiffSpan, s - 1).kind);
    if (span->kind != AKK_DIFF_ADDED)
      g_assert_cmpuint (span->old, ==, i);
    if (span->kind != AKK_DIFF_REMOVED)
      g_assert_cmpuint (span->now, ==, j);
    if (span->kind == AKK_DIFF_SAME)
      g_assert_cmpmem (a + i, span->n * sizeof *a, b + j, span->n * sizeof *b);
    i += span->kind != AKK_DIFF_ADDED ? span->n : 0;
    j += span->kind != AKK_DIFF_REMOVED ? span->n : 0;
    edits += span->kind != AKK_DIFF_SAME ? span->n : 0;
  }
  g_assert_cmpuint (i, ==, n);
  g_assert_cmpuint (j, ==, m);
  return edits;
}

static void
test_shortest (void)
{
  for (guint round = 0; round < 3000; round++) {
    guint a[24], b[24];
    guint n = (guint) g_test_rand_int_range (0, 24), m = (guint) g_test_rand_int_range (0, 24);
    g_autoptr (GArray) spans = NULL;

    for (guint i = 0; i < 24; i++) {
      a[i] = (guint) g_test_rand_int_range (0, 4);
      b[i] = (guint) g_test_rand_int_range (0, 4);
    }
    spans = akk_diff_new (a, n, b, m);
    g_assert_cmpuint (follow (spans, a, n, b, m), ==, count_edits (a, n, b, m));
  }
}

static void
test_bounded (void)
{
  enum { N = 20000 };
  g_autofree guint *a = g_new (guint, N), *b = g_new (guint, N);
  g_autoptr (GArray) spans = NULL;

  for (guint i = 0; i < N; i++) {
    a[i] = i;
    b[i] = i + (i >= 100 && i < N - 100 ? N : 0);
  }
  spans = akk_diff_new (a, N, b, N);
  g_assert_cmpuint (spans->len, ==, 4);
  g_assert_cmpuint (follow (spans, a, N, b, N), ==, 2 * (N - 200));
}

/* --- Words --- */

static char *
marked (GPtrArray *pieces)
{
  static const char *const marks[] = { "", "[-", "{+" };
  static const char *const ends[] = { "", "-]", "+}" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const AkkDiffPiece *piece = pieces->pdata[i];
    g_string_append_printf (text, "%s%s%s", marks[piece->kind], piece->text, ends[piece->kind]);
  }
  return g_string_free_and_steal (text);
}

static void
test_words (void)
{
  static const struct {
    const char *old, *now, *marked;
  } cases[] = {
    { "", "", "" },
    { "gelijk", "gelijk", "gelijk" },
    { "", "nieuw woord", "{+nieuw woord+}" },
    { "minstens 2 keer per jaar", "minstens 3 keer per jaar", "minstens [-2-]{+3+} keer per jaar" },
    { "de oude regel geldt", "de nieuwe lijn geldt", "de [-oude regel-]{+nieuwe lijn+} geldt" },
    { "tot 1.250,50 euro.", "tot 1.250,75 euro.", "tot [-1.250,50-]{+1.250,75+} euro." },
    { "stad en OCMW", "stad, en OCMW", "stad{+,+} en OCMW" },
    { "Lokale besturen beslissen", "besturen beslissen samen",
      "[-Lokale -]besturen beslissen{+ samen+}" },
    { "coördinatie", "coordinatie", "[-coördinatie-]{+coordinatie+}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) pieces = akk_diff_words (cases[i].old, cases[i].now);
    g_autofree char *text = marked (pieces);

    g_assert_cmpstr (text, ==, cases[i].marked);
    g_assert_cmpint (akk_diff_pieces_differ (pieces), ==, strcmp (cases[i].old, cases[i].now) != 0);
  }
}

static char *
random_words (void)
{
  static const char *const words[] = { "de", "het", "één",          " ", "\t", ",", ".", "VDAB",
                                       "-",  "3",   "\342\200\250", "é", "’s" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free_and_steal (text);
}

static void
test_words_apply (void)
{
  for (guint round = 0; round < 2000; round++) {
    g_autofree char *old = random_words (), *now = random_words ();
    g_autoptr (GPtrArray) pieces = akk_diff_words (old, now);
    g_autoptr (GString) kept = g_string_new (NULL);
    g_autoptr (GString) made = g_string_new (NULL);

    for (guint i = 0; i < pieces->len; i++) {
      const AkkDiffPiece *piece = pieces->pdata[i];

      g_string_append (kept, piece->kind != AKK_DIFF_ADDED ? piece->text : "");
      g_string_append (made, piece->kind != AKK_DIFF_REMOVED ? piece->text : "");
    }
    g_assert_cmpstr (kept->str, ==, old);
    g_assert_cmpstr (made->str, ==, now);
  }
}

static void
test_likeness (void)
{
  g_assert_cmpfloat (akk_diff_likeness ("", ""), ==, 1);
  g_assert_cmpfloat (akk_diff_likeness ("a b c", "c b a"), ==, 1);
  g_assert_cmpfloat (akk_diff_likeness ("a b", "c d"), ==, 0);
  g_assert_cmpfloat (akk_diff_likeness ("a a", "a b"), ==, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/script-is-the-shortest", test_shortest);
  g_test_add_func ("/diff/far-apart-counts-as-replaced", test_bounded);
  g_test_add_func ("/diff/words-that-changed-stand-together", test_words);
  g_test_add_func ("/diff/pieces-add-up-to-both-texts", test_words_apply);
  g_test_add_func ("/diff/likeness-counts-common-words", test_likeness);
  return g_test_run ();
}
