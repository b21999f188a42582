/* Tests of what counts as left open in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/findings-private.h"

static AkkPhrases *phrases;

static void
assert_blanks (const char *text, const char *expected)
{
  g_auto (GStrv) blanks = akk_blanks_find (phrases, text);
  g_autofree char *joined = g_strjoinv ("|", blanks);

  if (g_strcmp0 (joined, expected) != 0)
    g_test_message ("%s", text);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_blanks (void)
{
  static const char *const cases[][2] = {
    { "het besluit van de OCMW-raad d.d. ….", "d.d. …." },
    { "bij besluit d.d. … van het college", "d.d. …" },
    { "bij besluit d.d. ....", "d.d. ...." },
    { "bij besluit d.d.... van", "d.d...." },
    { "bij besluit (dd. …)", "dd. …" },
    { "Opgemaakt te ... op …", "te ...|op …" },
    { "met zetel te……, verder", "te……" },
    { "Datum: …", "Datum: …" },
    { "vertegenwoordigd door de heer …, voorzitter", "heer …" },
    { "een budget van … euro", "van …" },
    { "ten minste … euro per jaar", "…" },
    { "Naam ____", "____" },
    { "Naam: ___________ (functie)", "___________" },
    { "de [...] vergadering en [ … ] ook", "[...]|[ … ]" },
    { "op [?] en [XX] en [__]", "[?]|[XX]|[__]" },
    { "artikel XX en xx/xx/2026", "XX|xx/xx/2026" },
    { "rijksregister xxxx-xx", "xxxx-xx" },
    { "bedrag .... te betalen", "bedrag ...." },
    { "wordt ..... aangevuld", "....." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_blanks (cases[i][0], cases[i][1]);
}

static void
test_plain (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "De stuurgroep komt minstens 1 keer per jaar samen.",
    "beleidsdomeinen (onderwijs, welzijn, jeugd, sociale economie,...)",
    "werkzoekenden, werkgevers, werknemers, … en hun gezin",
    "bemiddelaars, ... kunnen aansluiten",
    "op die manier… of anders",
    "En zo gaat het verder…",
    "boek XX van het Wetboek van economisch recht",
    "Deel XX. Slot",
    "d.d. 26 november 2019",
    "artikelen IX, XI en XXI",
    "maat XXL of xxl",
    "[bijlage 1] en [ ] en []",
    "snake_case en __init",
    "exxon, 3xx en max",
    "o.a. de heer A.B. Peeters",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_blanks (cases[i], "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  g_test_add_func ("/blanks/what-is-to-be-filled-in-is-found", test_blanks);
  g_test_add_func ("/blanks/what-somebody-means-is-left-alone", test_plain);
  int result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
