/* Tests of Dutch hyphenation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/hyphen.h"

#include <string.h>

#include "core/datadir.h"

static AkkHyphen *
open_dutch (guint before, guint after)
{
  g_autofree char *path = akk_datadir_path ("hyphen/hyph_nl.dic");
  g_autoptr (GError) error = NULL;
  AkkHyphen *hyphen = akk_hyphen_new (path, before, after, &error);

  g_assert_no_error (error);
  return hyphen;
}

static char *
hyphenate (AkkHyphen *hyphen, const char *word)
{
  guint16 positions[32];
  guint n = akk_hyphen_positions (hyphen, word, strlen (word), positions, 32);
  GString *out = g_string_new (word);

  for (guint i = n; i > 0; i--)
    g_string_insert_c (out, positions[i - 1], '-');
  return g_string_free_and_steal (out);
}

static void
test_words (void)
{
  static const char *words[] = { "sa-men-wer-king", "over-een-komst", "ge-ïn-te-greer-de",
                                 "co-ör-di-na-tor", "be-ëin-di-ging", "Vlaan-de-ren" };
  g_autoptr (AkkHyphen) hyphen = open_dutch (2, 2);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_auto (GStrv) parts = g_strsplit (words[i], "-", -1);
    g_autofree char *word = g_strjoinv ("", parts);
    for (guint again = 0; again < 2; again++) { /* the second time from the cache */
      g_autofree char *found = hyphenate (hyphen, word);
      g_assert_cmpstr (found, ==, words[i]);
    }
  }
}

static void
test_limits (void)
{
  g_autoptr (AkkHyphen) hyphen = open_dutch (4, 4);
  static const char *words[] = { "samen-wer-king", "over-een-komst", "geïn-te-greerde", "werk",
                                 "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_auto (GStrv) parts = g_strsplit (words[i], "-", -1);
    g_autofree char *word = g_strjoinv ("", parts);
    g_autofree char *found = hyphenate (hyphen, word);
    g_assert_cmpstr (found, ==, words[i]);
  }
}

static void
test_strange (void)
{
  g_autoptr (AkkHyphen) hyphen = open_dutch (2, 2);
  g_autofree char *endless = g_strnfill (3000, 'a');
  static const char *words[] = { "Ελληνικά", "ﬁets", "e\314\210\314\210\314\210",
                                 "日本語日本語日本語" };

  /* What the patterns' character set lacks is left whole. */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *found = hyphenate (hyphen, words[i]);
    g_assert_cmpstr (found, ==, words[i]);
  }
  g_autofree char *same = hyphenate (hyphen, endless);
  g_assert_cmpstr (same, ==, endless);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (akk_hyphen_new ("/nonexistent/hyph.dic", 2, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphen/dutch-words-break-as-in-the-dictionary", test_words);
  g_test_add_func ("/hyphen/parts-have-enough-letters", test_limits);
  g_test_add_func ("/hyphen/strange-words-stay-whole", test_strange);
  g_test_add_func ("/hyphen/missing-patterns-are-an-error", test_missing);
  return g_test_run ();
}
