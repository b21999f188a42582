/* Tests of the command line: what must happen in time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "cli-fixture.h"
#include "core/agreement.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meeting.h"
#include "core/seal.h"

#define N_KEYS 12

static const char *const keys[N_KEYS + 1] = { "kind",        "agreement", "body", "source",
                                              "requirement", "required",  "held", "planned",
                                              "from",        "to",        "due",  "status",
                                              NULL };

/* --- A dossier --- */

static gint64
add (AkkStore *store, gpointer data)
{
  g_autoptr (AkkRecord) record = data;

  akk_store_add (store, record);
  return record->id;
}

static gint64
add_agreement (
    AkkStore *store, const char *title, AkkAgreementStage stage, const char *from, const char *to)
{
  AkkAgreement *agreement = akk_record_new (&akk_agreement_record);

  g_object_set (agreement, "title", "Overeenkomst", "short-title", title, NULL);
  agreement->stage = stage;
  agreement->starts_on = akk_date_parse (from);
  agreement->ends_on = akk_date_parse (to);
  agreement->notice_months = 6;
  return add (store, agreement);
}

static gint64
add_body (AkkStore *store,
          gint64 agreement,
          const char *position,
          const char *name,
          gint64 times,
          AkkBodyBasis basis)
{
  AkkBody *body = akk_record_new (&akk_body_record);

  g_object_set (body, "name", name, "position", position, NULL);
  body->agreement_id = agreement;
  body->times = times;
  body->basis = basis;
  return add (store, body);
}

static void
add_meeting (AkkStore *store, gint64 body, const char *date, AkkMeetingState state)
{
  AkkMeeting *meeting = akk_record_new (&akk_meeting_record);

  meeting->body_id = body;
  meeting->date = akk_date_parse (date);
  meeting->state = state;
  add (store, meeting);
}

/* "duty.akkoord": one agreement that runs, one that is only decided about; a new
 * dossier has one in concept. */
static void
make_dossier (void)
{
  g_autofree char *path = g_build_filename (folder, "duty.akkoord", NULL);
  g_auto (Answer) made = call ("new duty.akkoord");
  g_autoptr (AkkStore) store = akk_store_open (path, 0, NULL);
  g_autofree char *written = NULL;
  gint64 agreement, body;
  int file;

  g_assert_cmpint (made.status, ==, 0);
  g_assert_nonnull (store);
  akk_store_begin (store, "Make");
  agreement = add_agreement (store, "Loopt", AKK_STAGE_RUNNING, "2024-10-01", "2026-12-31");
  body = add_body (store, agreement, "A", "Werkgroep", 3, AKK_BASIS_CALENDAR);
  add_meeting (store, body, "2025-02-18", AKK_MEETING_APPROVED);
  add_meeting (store, body, "2025-06-12", AKK_MEETING_HELD);
  add_meeting (store, body, "2025-12-11", AKK_MEETING_PLANNED);
  add_body (store, agreement, "B", "Datagroep", 2, AKK_BASIS_ROLLING);
  add_body (store, agreement, "C", "Klankbord", 0, AKK_BASIS_CALENDAR);
  agreement = add_agreement (store, "Volgt", AKK_STAGE_DECISION, "2027-01-01", "2031-12-31");
  add_body (store, agreement, "D", "Stuurgroep", 1, AKK_BASIS_CALENDAR);
  g_assert_true (akk_store_commit (store, NULL));
  g_assert_finalize_object (g_steal_pointer (&store));
  file = g_open (path, O_RDWR);
  written = akk_seal_write (file, "duty.akkoord", NULL, NULL);
  g_assert_nonnull (written);
  close (file);
}

/* --- Rows --- */

static JsonArray *
parse (JsonParser *parser, const char *line)
{
  g_auto (Answer) answer = call (line);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s %s", line, answer.err);
  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpstr (answer.err, ==, "");
  json_parser_load_from_data (parser, answer.out, -1, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)));
  return json_node_get_array (json_parser_get_root (parser));
}

/* "meeting Werkgroep 3 2+1 2025-01-01 2025-12-31 2025-12-31 planned", "-" for null. */
static char *
row_text (JsonObject *row)
{
  static const char *const shown[] = { "kind", "body", "required", "held",  "planned",
                                       "from", "to",   "due",      "status" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    JsonNode *node = json_object_get_member (row, shown[i]);

    g_string_append (text, i > 0 ? " " : "");
    if (JSON_NODE_HOLDS_NULL (node))
      g_string_append (text, "-");
    else if (json_node_get_value_type (node) == G_TYPE_INT64)
      g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
    else
      g_string_append (text, json_node_get_string (node));
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const struct {
  const char *line;
  const char *rows; /* a line each */
} cases[] = {
  { "due duty.akkoord --on 2025-11-17 --json",
    "meeting Werkgroep 0 0 0 2024-10-01 2024-12-31 2024-12-31 met\n"
    "meeting Werkgroep 3 2 1 2025-01-01 2025-12-31 2025-12-31 planned\n"
    "meeting Werkgroep 3 0 0 2026-01-01 2026-12-31 2026-12-31 future\n"
    "meeting Datagroep 2 0 0 2024-11-18 2025-11-17 2025-11-17 due\n"
    "meeting Klankbord - 0 0 - - - future\n"
    "end - - - - 2024-10-01 2026-12-31 2026-12-31 future\n"
    "notice - - - - 2024-10-01 2026-06-30 2026-06-30 future\n"
    "minutes Werkgroep - - - 2025-02-18 2025-06-12 2025-06-12 met\n"
    "minutes Werkgroep - - - 2025-06-12 2025-12-11 2025-12-11 due\n" },
  { "due duty.akkoord --json --on 2025-11-17 --agreement 2",
    "meeting Stuurgroep 1 0 0 2027-01-01 2027-12-31 2027-12-31 future\n"
    "meeting Stuurgroep 1 0 0 2028-01-01 2028-12-31 2028-12-31 future\n"
    "meeting Stuurgroep 1 0 0 2029-01-01 2029-12-31 2029-12-31 future\n"
    "meeting Stuurgroep 1 0 0 2030-01-01 2030-12-31 2030-12-31 future\n"
    "meeting Stuurgroep 1 0 0 2031-01-01 2031-12-31 2031-12-31 future\n"
    "end - - - - 2027-01-01 2031-12-31 2031-12-31 future\n"
    "notice - - - - 2027-01-01 2031-06-30 2031-06-30 future\n" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    JsonArray *rows = parse (parser, cases[i].line);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint n = 0; n < json_array_get_length (rows); n++) {
      g_autofree char *row = row_text (json_array_get_object_element (rows, n));

      g_string_append_printf (text, "%s\n", row);
    }
    g_assert_cmpstr (text->str, ==, cases[i].rows);
  }
}

/* Every key is always there, and no other. */
static void
test_keys (void)
{
  static const char *const lines[] = { "due duty.akkoord --on 2025-11-17 --json",
                                       "due example.akkoord --json" };
  g_auto (Answer) made = call ("example scheldeland example.akkoord");

  g_assert_cmpint (made.status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    JsonArray *rows = parse (parser, lines[i]);

    g_assert_cmpuint (json_array_get_length (rows), >, 0);
    for (guint n = 0; n < json_array_get_length (rows); n++) {
      JsonObject *row = json_array_get_object_element (rows, n);

      for (guint k = 0; keys[k] != NULL; k++)
        g_assert_true (json_object_has_member (row, keys[k]));
      g_assert_cmpuint (json_object_get_size (row), ==, N_KEYS);
    }
  }
}

/* Acceptance: twelve meetings of the working group from 1 October 2021 to 31 December 2025. */
static void
test_scheldeland (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows = parse (parser, "due example.akkoord --on 2025-11-17 --json --agreement 1");
  gint64 required = 0;
  guint n_windows = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);

    g_assert_cmpstr (json_object_get_string_member (row, "agreement"), ==,
                     "Samenwerkingsovereenkomst Scheldeland 2021–2025");
    if (g_strcmp0 (json_object_get_string_member (row, "kind"), "meeting") != 0 ||
        g_strcmp0 (json_object_get_string_member (row, "body"), "Werkgroep") != 0)
      continue;
    g_assert_nonnull (strstr (json_object_get_string_member (row, "source"), "Deel IV"));
    required += json_object_get_int_member (row, "required");
    n_windows++;
  }
  g_assert_cmpint (required, ==, 12);
  g_assert_cmpuint (n_windows, ==, 5);
}

/* Fifteen indicators in four whole years; in the last one some lack Berlare and Zele. Each says
 * which it is and who delivers it; for people those of a year are one line. */
static void
test_figures (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows = parse (parser, "due example.akkoord --on 2025-11-17 --json --agreement 1");
  g_auto (Answer) lines = call ("due example.akkoord --on 2025-11-17 --agreement 1");
  guint n = 0, n_due = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    JsonObject *row = json_array_get_object_element (rows, i);

    if (g_strcmp0 (json_object_get_string_member (row, "kind"), "figures") != 0)
      continue;
    n++;
    g_assert_false (json_object_get_null_member (row, "source"));
    if (g_strcmp0 (json_object_get_string_member (row, "status"), "due") != 0)
      continue;
    n_due++;
    g_assert_cmpint (json_object_get_int_member (row, "required"), ==, 8);
    g_assert_cmpint (json_object_get_int_member (row, "held"), ==, 6);
    g_assert_nonnull (strstr (json_object_get_string_member (row, "requirement"), " 2025, "));
  }
  g_assert_cmpuint (n, ==, 60);
  g_assert_cmpuint (n_due, ==, 5);
  g_assert_nonnull (strstr (lines.out, "\ndue: Figures 2025: 5 indicators incomplete, "));
  g_assert_nonnull (strstr (lines.out, ". Still to come from Berlare and Zele\n"));
}

/* For people: the agreement, then a line each; on the day of the dossier, or the one that is given
 * to the program. */
static void
test_lines (void)
{
  g_auto (Answer) on = call ("due duty.akkoord --on 2025-11-17");
  g_auto (Answer) today = call_with ("due duty.akkoord", "AKKOORD_TODAY", "2025-11-17");
  g_auto (Answer) later = call_with ("due duty.akkoord", "AKKOORD_TODAY", "2026-11-17");

  g_assert_cmpint (on.status, ==, 0);
  g_assert_true (g_str_has_prefix (on.out, "Loopt\n"));
  g_assert_nonnull (strstr (on.out, "\nplanned: Werkgroep, at least 3 times a year, 2 of 3, "
                                    "2025-01-01 – 2025-12-31. Planned on 11 December\n"));
  g_assert_null (strstr (on.out, "Volgt"));
  g_assert_cmpstr (on.out, ==, today.out);
  g_assert_cmpstr (on.out, !=, later.out);
}

static void
test_calls (void)
{
  static const Refused calls[] = {
    { "due duty.akkoord --on 2025-02-29", 2, "2025-02-29" },
    { "due duty.akkoord --on morgen", 2, "morgen" },
    { "due duty.akkoord --agreement 4", 1, "holds 3" },
    { "due nothing.akkoord", 2, "not there" },
    { "due", 2, "FILE" },
    { "check duty.akkoord --on 2025-11-17", 2, "does not take --on" },
  };

  expect_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  make_dossier ();
  g_test_add_func ("/cli/due-tells-each-window", test_rows);
  g_test_add_func ("/cli/due-has-every-key", test_keys);
  g_test_add_func ("/cli/due-counts-scheldeland", test_scheldeland);
  g_test_add_func ("/cli/due-tells-which-figures-lack", test_figures);
  g_test_add_func ("/cli/due-speaks-to-people", test_lines);
  g_test_add_func ("/cli/due-refuses-wrong-calls", test_calls);
  return cli_run ();
}
