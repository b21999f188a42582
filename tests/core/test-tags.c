/* Tests of lists of names in one field, and of the Pact's matrix.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/pact.h"
#include "core/tags.h"

static void
test_names_are_trimmed_and_single (void)
{
  static const struct {
    const char *tags, *names;
  } cases[] = {
    { "", "" },
    { " ; ;", "" },
    { "wonen", "wonen" },
    { " Wonen ;  kinderopvang", "Wonen|kinderopvang" },
    { "Wonen; wonen; WONEN; zorg", "Wonen|zorg" },
    { "Één; één", "Één" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) names = akk_tags_split (cases[i].tags);
    g_autofree char *joined = g_strjoinv ("|", names);

    g_assert_cmpstr (joined, ==, cases[i].names);
  }
}

static void
test_a_name_is_put_in_and_taken_out (void)
{
  g_autofree char *added = akk_tags_set ("Wonen", "kinderopvang", TRUE);
  g_autofree char *again = akk_tags_set (added, "KINDEROPVANG", TRUE);
  g_autofree char *without = akk_tags_set (again, "wonen", FALSE);
  g_autofree char *divided = akk_tags_set ("", "wonen; zorg", TRUE);

  g_assert_cmpstr (added, ==, "Wonen; kinderopvang");
  g_assert_cmpstr (again, ==, "Wonen; kinderopvang");
  g_assert_cmpstr (without, ==, "kinderopvang");
  g_assert_cmpstr (divided, ==, "wonen, zorg");
  g_assert_true (akk_tags_contain (added, "wonen"));
  g_assert_false (akk_tags_contain (added, "won"));
}

/* Domain case 5: 1, 1, 0, 2, 4, 1, 4, 4, 0 and 4 marks. */
static void
test_the_pact_expects_twenty_one_cells (void)
{
  static const guint marks[] = { 1, 1, 0, 2, 4, 1, 4, 4, 0, 4 };
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  guint all = 0;

  for (guint domain = 0; domain < AKK_PACT_N_DOMAINS; domain++) {
    guint n = 0;

    for (guint group = 0; group < AKK_PACT_N_TARGET_GROUPS; group++)
      n += akk_pact_expects (domain, group);
    g_assert_cmpuint (n, ==, marks[domain]);
    g_assert_cmpstr (akk_pact_domain (phrases, domain), !=, "");
    all += n;
  }
  g_assert_cmpuint (all, ==, AKK_PACT_N_EXPECTED);
  g_assert_true (akk_pact_expects (5, 0)); /* flanking policy, for multiple problems */
  g_assert_true (akk_pact_expects (0, 2)); /* identifying those without benefit */
  g_assert_false (akk_pact_expects (AKK_PACT_N_DOMAINS, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/names-are-trimmed-and-single", test_names_are_trimmed_and_single);
  g_test_add_func ("/tags/a-name-is-put-in-and-taken-out", test_a_name_is_put_in_and_taken_out);
  g_test_add_func ("/pact/twenty-one-cells", test_the_pact_expects_twenty_one_cells);
  return g_test_run ();
}
