/* Tests of the command line: what a new agreement begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-fixture.h"

static void
test_lists (void)
{
  static const char *const names[] = { "pact: ", "partnerschap: ", "engagementsverklaring: ",
                                       "empty: " };
  g_auto (Answer) answer = call ("templates");
  const char *at = answer.out;

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpstr (answer.err, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    at = strstr (at, names[i]);
    g_assert_nonnull (at);
  }
}

/* The rubrics of the template, under the title that was asked for. */
static void
test_makes (void)
{
  g_auto (Answer) made = call ("new t.akkoord --template pact --title Streekakkoord");
  g_auto (Answer) exported = call ("export dossier t.akkoord t.json");
  g_autofree char *path = g_build_filename (folder, "t.json", NULL);
  g_autofree char *json = NULL;

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (exported.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  g_assert_nonnull (strstr (json, "\"title\": \"Streekakkoord\""));
  g_assert_nonnull (strstr (json, "\"template\": \"pact\""));
  g_assert_nonnull (strstr (json, "\"rubric\": \"omgevingsanalyse\""));
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_test_add_func ("/cli/templates-are-listed", test_lists);
  g_test_add_func ("/cli/dossier-begins-with-a-template", test_makes);
  return cli_run ();
}
