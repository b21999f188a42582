/* Tests of the words by which a text refers to its sections and tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/references.h"

static AkkPhrases *phrases;

static void
test_table (void)
{
  g_autofree char *words = akk_reference_to_caption (phrases, FALSE, 2);

  g_assert_cmpstr (words, ==, "tabel 2");
}

static void
test_section (void)
{
  static const struct {
    AkkScheme scheme;
    char *number;
    const char *words;
  } cases[] = {
    { AKK_SCHEME_ARTICLE, (char *) "Artikel 3.", "artikel 3" },
    { AKK_SCHEME_ANNEX, (char *) "Bijlage 2.", "bijlage 2" },
    { AKK_SCHEME_PART, (char *) "Deel IV.", "Deel IV" },
    { AKK_SCHEME_LETTER, (char *) "A.", "A" },
    { AKK_SCHEME_NONE, (char *) "", "Slotbepaling" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    AkkOutlineEntry entry = { section, 1, cases[i].number };
    g_autofree char *words = NULL;

    akk_record_set_int (section, akk_record_type_field (&akk_section_record, "scheme"),
                        cases[i].scheme);
    akk_record_set_text (section, akk_record_type_field (&akk_section_record, "heading"),
                         "Slotbepaling");
    words = akk_reference_to_section (&entry);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_capital (void)
{
  static const struct {
    const char *before, *words;
  } cases[] = {
    { "", "Tabel 1" },          { "  ", "Tabel 1" },        { "Zie ", "tabel 1" },
    { "Zie dit. ", "Tabel 1" }, { "Wie? ", "Tabel 1" },     { "Kijk!  ", "Tabel 1" },
    { "(", "tabel 1" },         { "Zie art. ", "tabel 1" }, { "Met o.a. ", "tabel 1" },
    { "eind.", "tabel 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = akk_reference_after (phrases, cases[i].before, "tabel 1");
    g_test_message ("%s", cases[i].before);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_odd (void)
{
  g_autofree char *empty = akk_reference_after (phrases, "", "");
  g_autofree char *number = akk_reference_after (phrases, "", "5.1");
  g_autofree char *accent = akk_reference_after (phrases, "Ja. ", "één");

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (number, ==, "5.1");
  g_assert_cmpstr (accent, ==, "Één");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  g_test_add_func ("/references/a-table-is-called-by-its-number", test_table);
  g_test_add_func ("/references/a-section-is-called-by-its-number", test_section);
  g_test_add_func ("/references/a-sentence-begins-with-a-capital", test_capital);
  g_test_add_func ("/references/any-words-can-be-referred-to", test_odd);
  result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
