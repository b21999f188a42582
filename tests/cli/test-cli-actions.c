/* Tests of the command line: actions as tables, and what they cover.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-fixture.h"

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Lines of a file of the folder. */
static guint
count_lines (const char *name)
{
  g_autofree char *path = path_of (name);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *at = text; (at = strstr (at, "\r\n")) != NULL; at += 2)
    n++;
  return n;
}

static void
test_coverage (void)
{
  g_auto (Answer) answer = call ("coverage e.akkoord --year 2025 --json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GList) domains = NULL;
  JsonObject *root, *matrix;
  JsonArray *commitments;
  guint n_without = 0;

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, answer.out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  matrix = json_object_get_object_member (root, "matrix");
  commitments = json_object_get_array_member (root, "commitments");
  g_assert_cmpuint (json_object_get_size (matrix), ==, 10);
  domains = json_object_get_members (matrix);
  for (GList *at = domains; at != NULL; at = at->next)
    g_assert_cmpuint (json_object_get_size (json_object_get_object_member (matrix, at->data)), ==,
                      4);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (matrix, "Matchen"),
                                               "NBA zonder uitkering"),
                   ==, 0);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (matrix, "Matchen"),
                                               "(Equivalent) leefloon"),
                   ==, 3);
  g_assert_cmpuint (json_array_get_length (commitments), ==, 15);
  for (guint i = 0; i < json_array_get_length (commitments); i++) {
    JsonObject *commitment = json_array_get_object_element (commitments, i);

    g_assert_cmpstr (json_object_get_string_member (commitment, "text"), !=, "");
    g_assert_cmpstr (json_object_get_string_member (commitment, "section"), !=, "");
    n_without += json_array_get_length (json_object_get_array_member (commitment, "actions")) == 0;
  }
  g_assert_cmpuint (n_without, ==, 5);
}

static void
test_refusals (void)
{
  static const Refused calls[] = {
    { "coverage e.akkoord --year 2019", 1, "2022, 2023, 2024, 2025" },
    { "coverage e.akkoord", 2, "--year" },
    { "export actions e.akkoord a.xlsx", 2, ".ods" },
    { "export actions e.akkoord a.csv --year 2031", 1, "2031" },
    { "export actions e.akkoord e.akkoord.csv --agreement 9", 1, "9" },
    { "export measurements e.akkoord a.xlsx", 2, ".ods" },
    { "import measurements e.akkoord nothing.csv", 2, "nothing.csv" },
    { "import actions e.akkoord nothing.csv", 2, "nothing.csv" },
    { "import actions e.akkoord e.akkoord", 2, "CSV" },
  };

  expect_refused (calls, G_N_ELEMENTS (calls));
}

/* What is written is read as the same; a change is one, whatever the kind of file. */
static void
test_out_and_in (void)
{
  static const char *const files[] = { "a.csv", "a.ods" };
  g_autofree char *path = path_of ("changed.csv");
  const char *changed = "Nr.;Actie;Status\nA13;Jobbeurs sociale economie;klaar\n"
                        ";Fietsles;bezig\n;Te wissen;soms\n";

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *out = g_strdup_printf ("export actions e.akkoord %s", files[i]);
    g_autofree char *in = g_strdup_printf ("import actions e.akkoord %s", files[i]);
    g_auto (Answer) written = call (out);
    g_auto (Answer) read = call (in);

    g_assert_cmpint (written.status, ==, 0);
    g_assert_cmpint (read.status, ==, 0);
    g_assert_cmpstr (read.out, ==, "0 new, 0 changed, 68 the same, 0 wrong\n");
  }
  g_assert_cmpuint (count_lines ("a.csv"), ==, 69);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  {
    g_auto (Answer) read = call ("import actions e.akkoord changed.csv");

    g_assert_cmpint (read.status, ==, 1); /* a row was left out */
    g_assert_nonnull (strstr (read.out, "row 2: changed: Status: bezig → klaar\n"));
    g_assert_nonnull (strstr (read.out, "row 3: new: Fietsles\n"));
    g_assert_nonnull (strstr (read.out, "row 4: wrong: Status:"));
    g_assert_nonnull (strstr (read.out, "1 new, 1 changed, 0 the same, 1 wrong\n"));
  }
  {
    g_auto (Answer) written = call ("export actions e.akkoord a.csv");

    g_assert_cmpint (written.status, ==, 0);
    g_assert_cmpuint (count_lines ("a.csv"), ==, 70);
  }
}

/* The figures of the example come back as they went; a table of the world's making is read. */
static void
test_figures_out_and_in (void)
{
  static const char *const files[] = { "m.csv", "m.ods" };
  g_autofree char *path = path_of ("arvastat.csv");
  const char *arvastat = "Gemeente;Gezamenlijke intakegesprekken\nLaarne;<4\nLarne;12\nZele;veel\n";

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *out = g_strdup_printf ("export measurements e.akkoord %s", files[i]);
    g_autofree char *in = g_strdup_printf ("import measurements e.akkoord %s", files[i]);
    g_auto (Answer) written = call (out);
    g_auto (Answer) read = call (in);

    g_assert_cmpint (written.status, ==, 0);
    g_assert_cmpint (read.status, ==, 0);
    g_assert_true (g_str_has_prefix (read.out, "0 new, 0 changed, "));
    g_assert_nonnull (strstr (read.out, " the same, 0 wrong\n"));
  }
  g_assert_cmpuint (count_lines ("m.csv"), >, 500);
  g_assert_true (g_file_set_contents (path, arvastat, -1, NULL));
  {
    g_auto (Answer) read = call ("import measurements e.akkoord arvastat.csv --year 2027");

    g_assert_cmpint (read.status, ==, 1); /* two were left out */
    g_assert_nonnull (strstr (read.out, "Laarne, 2027: 1–3\n"));
    g_assert_nonnull (strstr (read.out, "Is “Laarne” meant?\n"));
    g_assert_nonnull (strstr (read.out, "row 4: wrong: “veel” is no number."));
    g_assert_nonnull (strstr (read.out, "1 new, 0 changed, 0 the same, 2 wrong\n"));
  }
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_auto (Answer) made = call ("example scheldeland e.akkoord");
  g_assert_cmpint (made.status, ==, 0);
  g_test_add_func ("/cli/coverage-of-the-pact-and-of-promises", test_coverage);
  g_test_add_func ("/cli/says-what-actions-can-be-exchanged", test_refusals);
  g_test_add_func ("/cli/actions-go-out-and-come-in", test_out_and_in);
  g_test_add_func ("/cli/figures-go-out-and-come-in", test_figures_out_and_in);
  return cli_run ();
}
