/* Tests of where a line of text may end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/typeset.h"

#include <string.h>

static AkkPhrases *phrases;

/* The text with its marks: '~' for a space at which no line ends, '|' where one may end in a word,
 * '/' for a hard break. */
static char *
marked (const char *text, gboolean last_word)
{
  gsize n = strlen (text);
  g_autofree guint8 *marks = g_malloc (n + 1);
  GString *out = g_string_new (NULL);

  akk_typeset (phrases, text, n, last_word, marks);
  for (gsize i = 0; i < n; i++) {
    if (marks[i] & AKK_MARK_BREAK)
      g_string_append_c (out, '|');
    if (marks[i] & AKK_MARK_HARD) {
      g_string_append_c (out, '/');
      i += 2;
    } else {
      g_string_append_c (out, marks[i] & AKK_MARK_GLUE ? '~' : text[i]);
    }
  }
  return g_string_free_and_steal (out);
}

static void
check (const char *expected, gboolean last_word)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = expected; *at != '\0'; at++) {
    if (*at == '~')
      g_string_append_c (plain, ' ');
    else if (*at == '/')
      g_string_append (plain, "\342\200\250");
    else if (*at != '|')
      g_string_append_c (plain, *at);
  }
  g_autofree char *found = marked (plain->str, last_word);
  g_assert_cmpstr (found, ==, expected);
  g_string_free (plain, TRUE);
}

static void
test_together (void)
{
  static const char *cases[] = {
    "vanaf 1~juli~2021 geldt dit",
    "in juli~2021 begint het",
    "op 31~december tekenen zij",
    "een graad van 80~% halen",
    "minstens 3~keer per jaar",
    "zie artikel~6.1 en bijlage~B daarna",
    "zie art.~5, Deel~IV en pagina~12",
    "(artikel~9) of (bijlage~3)",
    "aan mevrouw~Peeters en dr.~Maes gaf",
    "door J.~Janssens gezegd",
    "ruim 120~000 mensen en €~500 meer",
    "eerst dit~– dan dat",
    "de juli maand en artikel van de krant",
    "80 mensen en 3 partijen",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i], FALSE);
}

/* Of a person and of a place; "Peeters van de gemeente" is not all a name. */
static void
test_names (void)
{
  static const char *cases[] = {
    "door mevrouw~Karin~Bracke, voorzitter van de raad",
    "en de heer~Jo~Van~den~Abbeele, algemeen directeur",
    "mevrouw~Nadia~El~Amrani en de heer~Wim~Roels, directeur",
    "aan mevrouw~Peeters van de dienst",
    "aan mevrouw~Peeters. Elke partij tekent",
    "het lokaal bestuur~Berlare, vertegenwoordigd",
    "van het bestuur. Elke partij tekent",
    "zetel te 1000~Brussel, Keizerslaan~11, verder",
    "zetel te 9200~Dendermonde, Oude Vest~12B bus~3 en",
    "in 2021. Elke partij",
    "Sinds 2021 en Reglement 2024 bestaat",
    "De 13 gemeenten",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i], FALSE);
}

static void
test_inside (void)
{
  static const char *cases[] = {
    "sociaal-|economisch beleid",    "55-plussers en e-mail",
    "VDAB-|partners van 20-64~jaar", "en/of of/en",
    "tewerkstelling–|begeleiding",   "werkzaamheids- en werkloosheidsgraad",
  };

  /* Two letters are too few to stand alone. */
  check ("de werkloosheids-en", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i], FALSE);

  g_autofree char *address = marked ("https://www.vdab.be/lokaal", FALSE);
  g_assert_nonnull (strchr (address, '|'));
}

static void
test_last_word (void)
{
  check ("een traject dat hem~past.", TRUE);
  check ("een traject dat hem begeleidt.", TRUE);
  check ("een traject dat hem past.", FALSE);
  check ("drie korte woorden", TRUE);
}

static void
test_hard (void)
{
  check ("eerste regel/tweede regel", FALSE);
  check ("//", TRUE);
  check ("", TRUE);
}

static void
test_word (void)
{
  static const struct {
    const char *token, *word;
  } cases[] = {
    { "„woord”,", "woord" }, { "(één)", "één" }, { "...", "" }, { "a", "a" }, { "6.1.", "6.1" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize start, end;
    akk_typeset_word (cases[i].token, strlen (cases[i].token), &start, &end);
    g_autofree char *word = g_strndup (cases[i].token + start, end - start);
    g_assert_cmpstr (word, ==, cases[i].word);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  g_test_add_func ("/typeset/dates-units-and-references-stay-together", test_together);
  g_test_add_func ("/typeset/names-and-addresses-stay-whole", test_names);
  g_test_add_func ("/typeset/words-break-only-at-long-parts", test_inside);
  g_test_add_func ("/typeset/short-last-word-keeps-company", test_last_word);
  g_test_add_func ("/typeset/hard-breaks-are-found", test_hard);
  g_test_add_func ("/typeset/word-is-without-its-marks", test_word);
  int result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
