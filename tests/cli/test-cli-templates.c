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

static void
test_successor (void)
{
  static const struct {
    const char *line;
    int status;
    const char *out, *err;
  } calls[] = {
    { "example scheldeland s.akkoord", 0, "", "" },
    { "successor s.akkoord --agreement 1", 2, "", "--start" },
    { "successor s.akkoord --start 2026-01-01", 2, "", "--end" },
    { "check s.akkoord --start 2026-01-01", 2, "", "does not take --start" },
    { "successor s.akkoord --agreement 1 --start 2026-01-01 --end 2025-12-31", 1, "", "before" },
    { "successor s.akkoord --agreement 9 --start 2026-01-01 --end 2031-12-31", 1, "", "holds 2" },
    { "successor s.akkoord --agreement 1 --start 2026-01-01 --end 2030-12-31", 0,
      "Scheldeland 2026–2030 2026-01-01 – 2030-12-31", "" },
    { "successor s.akkoord --agreement 1 --start 2026-01-01 --end 2030-12-31", 0,
      "\n15 indicators go along.", "" },
    { "print agreement s.akkoord s.pdf --agreement 3", 0, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_auto (Answer) answer = call (calls[i].line);

    g_test_message ("%s: %s%s", calls[i].line, answer.out, answer.err);
    g_assert_cmpint (answer.status, ==, calls[i].status);
    g_assert_nonnull (strstr (answer.out, calls[i].out));
    g_assert_nonnull (strstr (answer.err, calls[i].err));
  }
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_test_add_func ("/cli/templates-are-listed", test_lists);
  g_test_add_func ("/cli/dossier-begins-with-a-template", test_makes);
  g_test_add_func ("/cli/successor-of-an-agreement", test_successor);
  return cli_run ();
}
