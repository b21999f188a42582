/* The words of a search, and where they stand in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/search-words.h"

#include <string.h>

/* The text with what was found between brackets. */
static char *
mark (const char *text, const GArray *spans)
{
  GString *marked = g_string_new (NULL);
  guint from = 0;

  for (guint i = 0; i < spans->len; i++) {
    AkkSearchSpan span = g_array_index (spans, AkkSearchSpan, i);

    g_string_append_printf (marked, "%.*s[%.*s]", (int) (span.from - from), text + from,
                            (int) (span.to - span.from), text + span.from);
    from = span.to;
  }
  g_string_append (marked, text + from);
  return g_string_free_and_steal (marked);
}

static void
test_words_are_found_by_how_they_begin (void)
{
  static const struct {
    const char *query, *text, *marked;
    guint bits;
  } cases[] = {
    { "werk", "Het werk van de werkgroep.", "Het [werk] van de [werk]groep.", 1 },
    { "groep", "de werkgroep", "de werkgroep", 0 },
    { "GEINT", "de geïntegreerde dienst", "de [geïnt]egreerde dienst", 1 },
    { "geïnt", "de gei\314\210ntegreerde dienst", "de [gei\314\210nt]egreerde dienst", 1 },
    { "één", "Een en één.", "[Een] en [één].", 1 },
    { "cafe", "Cafe\314\201, café", "[Cafe\314\201], [café]", 1 },
    { "w werk", "werk", "[werk]", 3 },
    { "plan  actie!", "Actieplan, plannen: acties", "[Actie]plan, [plan]nen: [actie]s", 3 },
    { "21-25", "Samen sterk 21–25", "Samen sterk [21]–[25]", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkSearchWords) words = akk_search_words_new (cases[i].query);
    g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AkkSearchSpan));
    g_autofree char *marked = NULL;

    g_assert_cmpuint (akk_search_words_find (words, cases[i].text, spans), ==, cases[i].bits);
    marked = mark (cases[i].text, spans);
    g_assert_cmpstr (marked, ==, cases[i].marked);
  }
}

static void
test_marks_alone_are_no_words (void)
{
  g_assert_null (akk_search_words_new (""));
  g_assert_null (akk_search_words_new (" … “!” "));
}

static void
test_many_words_are_cut_off (void)
{
  g_autofree char *query = g_strnfill (400, 'a');
  g_autoptr (AkkSearchWords) words = NULL;

  for (guint i = 1; i < 400; i += 2)
    query[i] = ' ';
  words = akk_search_words_new (query);
  g_assert_cmpuint (akk_search_words_count (words), ==, AKK_SEARCH_MAX_WORDS);
}

static void
test_excerpts_surround_the_words (void)
{
  static const struct {
    const char *query, *text, *marked;
  } cases[] = {
    { "niets", "Kort en goed.", "Kort en goed." },
    { "goed", "Kort\nen   goed.", "Kort en [goed]." },
    { "doel",
      "De partners komen elk kwartaal samen om te bespreken wat het doel van de overeenkomst is en "
      "hoe zij dat meten.",
      "… wat het [doel] van de overeenkomst is en hoe zij …" },
    /* Where most of the words stand together. */
    { "de kring",
      "De eerste zin spreekt van iets anders, lang en breed, zonder meer. Pas hier staat de kring.",
      "… Pas hier staat [de] [kring]." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkSearchWords) words = akk_search_words_new (cases[i].query);
    g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AkkSearchSpan));
    g_autofree char *excerpt = akk_search_words_excerpt (words, cases[i].text, 48, spans);
    g_autofree char *marked = mark (excerpt, spans);

    g_assert_cmpstr (marked, ==, cases[i].marked);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-words/words-are-found-by-how-they-begin",
                   test_words_are_found_by_how_they_begin);
  g_test_add_func ("/search-words/marks-alone-are-no-words", test_marks_alone_are_no_words);
  g_test_add_func ("/search-words/many-words-are-cut-off", test_many_words_are_cut_off);
  g_test_add_func ("/search-words/excerpts-surround-the-words", test_excerpts_surround_the_words);
  return g_test_run ();
}
