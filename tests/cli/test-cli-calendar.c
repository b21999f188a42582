/* Tests of the command line: proposed dates and holidays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-fixture.h"

static const char *const proposal_keys[] = { "date", "start", "why", "avoids", "cost", NULL };
static const char *const holiday_keys[] = { "from", "to", "name", "kind", NULL };

static JsonArray *
parse (JsonParser *parser, const char *line, const char *const *keys)
{
  g_auto (Answer) answer = call (line);
  g_autoptr (GError) error = NULL;
  JsonArray *rows;

  g_test_message ("%s %s", line, answer.err);
  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpstr (answer.err, ==, "");
  json_parser_load_from_data (parser, answer.out, -1, &error);
  g_assert_no_error (error);
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);

    g_assert_cmpuint (json_object_get_size (row), ==, g_strv_length ((char **) keys));
    for (guint n = 0; keys[n] != NULL; n++)
      g_assert_true (json_object_has_member (row, keys[n]));
  }
  return rows;
}

/* The values of a member, with a blank between. */
static char *
column (JsonArray *rows, const char *name)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? " " : "",
        json_object_get_string_member (json_array_get_object_element (rows, i), name));
  return g_string_free_and_steal (text);
}

static void
test_propose (void)
{
  g_auto (Answer) made = call ("example scheldeland a.akkoord");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *before = hash_of ("a.akkoord");
  g_autofree char *after = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *starts = NULL;
  JsonArray *rows;

  g_assert_cmpint (made.status, ==, 0);
  rows =
      parse (parser, "propose a.akkoord --body werkgroep --from 2025-11-17 --to 2025-12-31 --json",
             proposal_keys);
  dates = column (rows, "date");
  starts = column (rows, "start");
  g_assert_cmpstr (dates, ==, "2025-12-11");
  g_assert_cmpstr (starts, ==, "09:30");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (rows, 0), "why"),
                   ==, "Usual day and hour, all parties free");
  after = hash_of ("a.akkoord");
  g_assert_cmpstr (before, ==, after);
}

static void
test_lines (void)
{
  g_auto (Answer) made = call ("example scheldeland b.akkoord");
  g_auto (Answer) lines =
      call ("propose b.akkoord --body Werkgroep --from 2025-11-17 --to 2025-12-31");
  g_auto (Answer) none =
      call ("propose b.akkoord --body Datawerkgroep --from 2025-11-17 --to 2025-12-31");

  g_assert_cmpint (made.status, ==, 0);
  g_assert_true (g_str_has_prefix (lines.out, "2025-12-11 09:30  Usual day and hour"));
  g_assert_cmpint (none.status, ==, 0);
  g_assert_cmpstr (none.out, ==, "Nothing is still to be planned.\n");
}

static void
test_impossible (void)
{
  g_auto (Answer) made = call ("example scheldeland c.akkoord");
  g_auto (Answer) late =
      call_with ("propose c.akkoord --body Werkgroep --from 2025-12-22 --to 2025-12-31 --json",
                 "AKKOORD_TODAY", "2025-12-22");

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (late.status, ==, 1);
  g_assert_nonnull (strstr (late.out, "["));
  g_assert_nonnull (strstr (late.err, "Plan it after 31 December"));
}

static void
test_holidays (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows = parse (parser, "holidays 2026 --json", holiday_keys);
  g_autofree char *from = column (rows, "from");
  g_autofree char *kinds = column (rows, "kind");
  g_auto (Answer) lines = call ("holidays 2026");

  /* What begins in the year: the Christmas holiday of 2025 does not. */
  g_assert_cmpstr (from, ==,
                   "2026-01-01 2026-02-16 2026-04-06 2026-04-06 2026-05-01 2026-05-14 2026-05-25 "
                   "2026-07-01 2026-07-21 2026-08-15 2026-11-01 2026-11-02 2026-11-11 2026-12-21 "
                   "2026-12-25");
  g_assert_true (g_str_has_prefix (kinds, "public school public school"));
  g_assert_true (g_str_has_prefix (lines.out, "2026-01-01 – 2026-01-01  New Year's Day (pub"));
}

static const struct {
  const char *line;
  int status;
  const char *words;
} refusals[] = {
  { "propose d.akkoord --body X --from 2025-11-17 --to 2025-12-31", 1,
    "These are there: Stuurgroep, Werkgroep, Datawerkgroep" },
  { "propose d.akkoord --body Werkgroep --from 17-11-2025 --to 2025-12-31", 2, "no date like" },
  { "propose d.akkoord --body Werkgroep --from 2025-12-31 --to 2025-11-17", 2, "comes after" },
  { "propose d.akkoord --body Werkgroep --from 2025-12-31", 2, "which days" },
  { "propose d.akkoord --from 2025-12-31 --to 2026-12-31", 2, "which body" },
  { "propose none.akkoord --body Werkgroep --from 2025-11-17 --to 2025-12-31", 2, "none.akkoord" },
  { "propose d.akkoord --agreement 9 --body Werkgroep --from 2025-11-17 --to 2025-12-31", 1, "9" },
  { "check d.akkoord --body Werkgroep", 2, "does not take --body" },
  { "check d.akkoord --to 2025-12-31", 2, "does not take --to" },
  { "holidays 1999", 2, "2000" },
  { "holidays 2101", 2, "2100" },
  { "holidays twee", 2, "twee" },
  { "holidays", 2, "YEAR" },
};

static void
test_refusals (void)
{
  g_auto (Answer) made = call ("example scheldeland d.akkoord");

  g_assert_cmpint (made.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_auto (Answer) answer = call (refusals[i].line);

    g_test_message ("%s: %s", refusals[i].line, answer.err);
    g_assert_cmpint (answer.status, ==, refusals[i].status);
    g_assert_nonnull (strstr (answer.err, refusals[i].words));
  }
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_test_add_func ("/cli/proposes-dates-and-writes-nothing", test_propose);
  g_test_add_func ("/cli/proposes-dates-in-lines", test_lines);
  g_test_add_func ("/cli/says-what-cannot-be-planned", test_impossible);
  g_test_add_func ("/cli/lists-the-holidays-that-begin-in-a-year", test_holidays);
  g_test_add_func ("/cli/refuses-what-cannot-be-proposed", test_refusals);
  return cli_run ();
}
