/* Tests of the words, dates and numbers of paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/phrases.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static AkkPhrases *phrases;

static void
test_dates (void)
{
  static const struct {
    gint64 days;
    const char *text;
  } cases[] = { { 20409, "17 november 2025" }, { 0, "1 januari 1970" }, { -1, "31 december 1969" },
                { 19782, "29 februari 2024" }, { G_MININT64, "" },      { G_MAXINT64, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = akk_phrases_date (phrases, cases[i].days);
    g_assert_cmpstr (date, ==, cases[i].text);
  }
}

static void
test_numbers (void)
{
  static const struct {
    gint64 value;
    guint decimals;
    const char *text;
  } cases[] = { { 12345000, 2, "1.234,50" },
                { 1200000000, 0, "120.000" },
                { 800000, 1, "80,0" },
                { -15000, 0, "−2" },
                { -1, 0, "0" },
                { 99999, 2, "10,00" },
                { 9990000, 0, "999" },
                { 12345, 4, "1,2345" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *number = akk_phrases_decimal (phrases, cases[i].value, cases[i].decimals);
    g_assert_cmpstr (number, ==, cases[i].text);
  }
}

static void
test_number_words (void)
{
  static const struct {
    gint64 number;
    const char *text;
  } cases[] = { { 0, "nul" },       { 1, "één" },           { 11, "elf" },
                { 20, "twintig" },  { 21, "eenentwintig" }, { 33, "drieëndertig" },
                { 100, "honderd" }, { 101, "101" },         { 1200, "1.200" },
                { -1, "−1" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *number = akk_phrases_number (phrases, cases[i].number);
    g_assert_cmpstr (number, ==, cases[i].text);
  }
}

static void
test_lists (void)
{
  static const struct {
    const char *items;
    const char *text;
  } cases[] = { { "", "" },
                { "Zele", "Zele" },
                { "Laarne;Zele", "Laarne en Zele" },
                { "Hamme;Laarne;Zele", "Hamme, Laarne en Zele" },
                { "{item};{items};x", "{item}, {items} en x" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) items = g_strsplit (cases[i].items, ";", -1);
    g_autofree char *text = akk_phrases_list (phrases, "list", items);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_format (void)
{
  g_autofree char *page = akk_phrases_format (phrases, "page", "page", "3", "pages", "12", NULL);
  g_autofree char *upper = akk_phrases_upper ("één i");

  g_assert_cmpstr (page, ==, "Pagina 3 van 12");
  g_assert_cmpstr (upper, ==, "ÉÉN I");
  g_assert_cmpuint (akk_phrases_kinds (phrases, "Pagina’s", 10), ==, AKK_WORD_BEFORE_NUMBER);
  g_assert_cmpuint (akk_phrases_kinds (phrases, "JULI", 4), ==, AKK_WORD_MONTH);
  g_assert_cmpuint (akk_phrases_kinds (phrases, "werk", 4), ==, 0);
}

static void
test_no_language (void)
{
  static const char *languages[] = { "xx", "", "../phrases/nl-BE", "nl_BE" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (akk_phrases_new (languages[i], &error));
    g_assert_error (error, AKK_PHRASES_ERROR, AKK_PHRASES_ERROR_LANGUAGE);
  }
}

/* Another language is a file more; one that lacks a key is refused. */
static void
test_own_language (void)
{
  g_autofree char *original =
      g_build_filename (g_getenv ("AKKOORD_DATADIR"), "phrases", "nl-BE.ini", NULL);
  g_autofree char *before = g_strdup (g_getenv ("AKKOORD_DATADIR"));
  g_autofree char *folder = g_dir_make_tmp ("phrases-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "phrases", NULL);
  g_autofree char *path = g_build_filename (inner, "fr-BE.ini", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (original, &content, NULL, NULL));
  g_mkdir (inner, 0700);
  g_setenv ("AKKOORD_DATADIR", folder, TRUE);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_autoptr (AkkPhrases) french = akk_phrases_new ("fr-BE", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (akk_phrases_language (french), ==, "fr-BE");

  char *cut = strstr (content, "page=");
  memcpy (cut, "hole", 4);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_assert_null (akk_phrases_new ("fr-BE", &error));
  g_assert_error (error, AKK_PHRASES_ERROR, AKK_PHRASES_ERROR_LANGUAGE);
  g_setenv ("AKKOORD_DATADIR", before, TRUE);
  g_remove (path);
  g_rmdir (inner);
  g_rmdir (folder);
}

static void
test_sentences (void)
{
  static const char *const cases[][2] = {
    { "één engagement", "Eén engagement" }, { "twaalf partijen", "Twaalf partijen" },
    { "überhaupt", "Überhaupt" },           { "VDAB", "VDAB" },
    { "3 partijen", "3 partijen" },         { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sentence = akk_phrases_sentence (cases[i][0]);
    g_assert_cmpstr (sentence, ==, cases[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  g_test_add_func ("/phrases/dates-speak-dutch", test_dates);
  g_test_add_func ("/phrases/numbers-have-a-comma", test_numbers);
  g_test_add_func ("/phrases/small-numbers-are-words", test_number_words);
  g_test_add_func ("/phrases/lists-end-in-and", test_lists);
  g_test_add_func ("/phrases/a-capital-bears-no-stress-mark", test_sentences);
  g_test_add_func ("/phrases/names-are-filled-in", test_format);
  g_test_add_func ("/phrases/unknown-language-is-an-error", test_no_language);
  g_test_add_func ("/phrases/language-is-a-file", test_own_language);
  int result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
