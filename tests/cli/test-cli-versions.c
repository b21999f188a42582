/* Tests of the command line: findings, versions, and whether a document is one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "cli-fixture.h"
#include "core/agreement.h"
#include "core/seal.h"

static void
assert_call (const char *line, int status, const char *out)
{
  g_auto (Answer) answer = call (line);

  g_test_message ("%s → %d %s%s", line, answer.status, answer.out, answer.err);
  g_assert_cmpint (answer.status, ==, status);
  g_assert_nonnull (strstr (answer.out, out));
  if (status == 0)
    g_assert_cmpstr (answer.err, ==, "");
}

/* Every finding has its four members; returns how many block. */
static guint
count_blocking (const char *json, guint *n)
{
  static const char *const members[] = { "id", "severity", "text", "where" };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *array;
  guint n_blocking = 0;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  *n = json_array_get_length (array);
  for (guint i = 0; i < *n; i++) {
    JsonObject *finding = json_array_get_object_element (array, i);
    const char *severity = json_object_get_string_member (finding, "severity");
    gboolean blocks = g_str_equal (severity, "blocking");

    for (guint m = 0; m < G_N_ELEMENTS (members); m++)
      g_assert_cmpstr (json_object_get_string_member (finding, members[m]), !=, "");
    g_assert_true (blocks || g_str_equal (severity, "advice"));
    n_blocking += blocks;
  }
  return n_blocking;
}

static void
test_findings (void)
{
  g_auto (Answer) lines = { 0 };
  g_auto (Answer) json = { 0 };
  g_auto (Answer) whole = { 0 };
  g_auto (Answer) first = { 0 };
  g_auto (Answer) second = { 0 };
  guint n;

  assert_call ("new empty.akkoord", 0, "");
  lines = call ("check empty.akkoord");
  json = call ("check empty.akkoord --json");
  g_assert_cmpint (lines.status, ==, 1);
  g_assert_nonnull (strstr (lines.out, "blocks: "));
  g_assert_cmpint (json.status, ==, 1);
  g_assert_cmpuint (count_blocking (json.out, &n), >, 0);

  assert_call ("example scheldeland a.akkoord", 0, "");
  whole = call ("check a.akkoord --json");
  g_assert_cmpint (whole.status, ==, 0);
  g_assert_cmpuint (count_blocking (whole.out, &n), ==, 0);
  first = call ("check a.akkoord --json --agreement 1");
  g_assert_cmpint (first.status, ==, 0);
  g_assert_nonnull (strstr (first.out, "\"accepted\" : \"De evaluatie"));
  second = call ("check a.akkoord --json --agreement 2");
  g_assert_cmpint (second.status, ==, 0);
  g_assert_cmpuint (count_blocking (second.out, &n), ==, 0);
  g_assert_cmpuint (n, >, 0);
  assert_call ("check a.akkoord --agreement 1", 0, "accepted: Body “Stuurgroep”: ");
}

/* The code that “freeze” tells; in capitals, in groups. */
static char *
code_in (const char *text)
{
  const char *code = strstr (text, "control code ");

  g_assert_nonnull (code);
  return g_strndup (code + strlen ("control code "), 19);
}

static void
test_freeze_and_verify (void)
{
  g_auto (Answer) frozen = call ("freeze a.akkoord --agreement 2");
  g_autofree char *code = code_in (frozen.out);
  g_autofree char *one = NULL;
  g_autofree char *same = NULL;
  g_autofree char *line = g_strdup_printf ("verify a.akkoord %s", code);
  g_autofree char *wrong = NULL;

  g_assert_cmpint (frozen.status, ==, 0);
  assert_call (line, 0, "the code of version ");
  code[0] = code[0] == '7' ? '8' : '7';
  wrong = g_strdup_printf ("verify a.akkoord %s", code);
  assert_call (wrong, 1, "not a control code");
  assert_call ("verify empty.akkoord 01QV-H988-34RX-79AY", 1, "no version");

  assert_call ("print agreement a.akkoord v1.pdf --agreement 2 --version 1", 0, "");
  assert_call ("verify a.akkoord v1.pdf", 0, "version 1 of");
  assert_call ("verify a.akkoord v1.pdf", 0, "byte for byte");
  assert_call ("print agreement a.akkoord draft.pdf --agreement 2", 0, "");
  assert_call ("verify a.akkoord draft.pdf", 1, "altered");
  assert_call ("verify empty.akkoord v1.pdf", 1, "no version");

  /* A version is kept, not printed again. */
  one = hash_of ("v1.pdf");
  assert_call ("freeze a.akkoord --agreement 2", 0, "Version ");
  assert_call ("print agreement a.akkoord v1.pdf --agreement 2 --version 1", 0, "");
  same = hash_of ("v1.pdf");
  g_assert_cmpstr (one, ==, same);
}

static void
test_signing (void)
{
  g_autofree char *path = g_build_filename (folder, "signing.pdf", NULL);
  g_autofree char *data = NULL;
  gsize length;

  assert_call ("print signing a.akkoord signing.pdf --agreement 2", 0, "");
  assert_call ("print signing a.akkoord signing.pdf --agreement 2 --version 1", 0, "");
  assert_call ("verify a.akkoord signing.pdf", 0, "signature pages of version");
  assert_call ("print signing empty.akkoord empty.pdf", 0, "");
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF-1."));
}

/* What a dossier in the folder says after the seal of its old contents is out of date. */
static void
seal (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int file = g_open (path, O_RDWR);
  g_autofree char *written = akk_seal_write (file, name, NULL, NULL);

  g_assert_nonnull (written);
  close (file);
}

static void
change_motto (const char *path)
{
  g_autoptr (AkkStore) store = akk_store_open (path, 0, NULL);
  g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, 2);

  akk_store_begin (store, "Change");
  akk_store_set_text (store, agreement, "motto", "Een ander motto");
  g_assert_true (akk_store_commit (store, NULL));
}

static void
merge (const char *into, const char *from)
{
  g_autoptr (AkkStore) store = akk_store_open (into, 0, NULL);

  g_assert_true (akk_store_merge (store, from, NULL, NULL));
}

/* Two copies freeze, each on its own, and are merged. */
static void
test_same_number (void)
{
  g_autofree char *ours = g_build_filename (folder, "ours.akkoord", NULL);
  g_autofree char *theirs = g_build_filename (folder, "theirs.akkoord", NULL);
  g_autofree char *data = NULL;
  g_auto (Answer) frozen = { 0 };
  g_autofree char *code = NULL;
  g_autofree char *by_code = NULL;
  gsize length;

  assert_call ("example scheldeland ours.akkoord", 0, "");
  g_assert_true (g_file_get_contents (ours, &data, &length, NULL));
  g_assert_true (g_file_set_contents (theirs, data, (gssize) length, NULL));
  change_motto (theirs);
  seal ("theirs.akkoord");
  assert_call ("freeze ours.akkoord --agreement 2", 0, "Version 4");
  frozen = call ("freeze theirs.akkoord --agreement 2");
  g_assert_nonnull (strstr (frozen.out, "Version 4"));
  assert_call ("check ours.akkoord", 0, "");
  merge (ours, theirs);
  seal ("ours.akkoord");

  assert_call ("check ours.akkoord", 0, "each froze a version 4");
  assert_call ("print agreement ours.akkoord four.pdf --agreement 2 --version 4", 1, "");
  code = code_in (frozen.out);
  by_code =
      g_strdup_printf ("print agreement ours.akkoord four.pdf --agreement 2 --version %s", code);
  assert_call (by_code, 0, "");
  assert_call ("verify ours.akkoord four.pdf", 0, "each froze a version 4");
}

/* A build folder speaks the language of the desktop too. */
static void
test_language (void)
{
  g_auto (Answer) answer = call_with ("--help", "LC_ALL", "nl_BE.UTF-8");

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_nonnull (strstr (answer.out, "maak een leeg dossier"));
}

/* What is refused changes nothing. */
static void
test_refused (void)
{
  g_autofree char *before = hash_of ("empty.akkoord");
  g_auto (Answer) answer = call ("freeze empty.akkoord");
  g_autofree char *after = hash_of ("empty.akkoord");

  g_assert_cmpint (answer.status, ==, 1);
  g_assert_cmpstr (answer.out, ==, "");
  g_assert_nonnull (strstr (answer.err, "cannot be frozen yet"));
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_test_add_func ("/cli/check-lists-findings", test_findings);
  g_test_add_func ("/cli/frozen-versions-are-known-again", test_freeze_and_verify);
  g_test_add_func ("/cli/signature-pages-are-printed", test_signing);
  g_test_add_func ("/cli/speaks-the-language-of-the-desktop", test_language);
  g_test_add_func ("/cli/versions-with-the-same-number-are-told-apart", test_same_number);
  g_test_add_func ("/cli/refused-freezing-changes-nothing", test_refused);
  return cli_run ();
}
