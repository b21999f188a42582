/* Tests of the command line: what is asked, what comes back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-fixture.h"

/* --- Tests --- */

/* In this order: later calls use what earlier ones made. */
static const struct {
  const char *line;
  int status;
  const char *err; /* part of what is said; "" for nothing at all */
} calls[] = {
  { "example scheldeland a.akkoord", 0, "" },
  { "example scheldeland a.akkoord", 1, "exists already" },
  { "example niemandsland b.akkoord", 1, "scheldeland" },
  { "example scheldeland", 2, "NAME OUT" },
  { "example", 2, "NAME OUT" },
  { "example all examples", 0, "" },
  { "example all examples", 1, "exists already" },
  { "new b.akkoord", 0, "" },
  { "new b.akkoord", 1, "exists already" },
  { "new nowhere/b.akkoord", 2, "not there" },
  { "new a.akkoord/b.akkoord", 2, "not there" },
  { "new", 2, "OUT" },
  { "new t.akkoord --template pact --title Samenwerking", 0, "" },
  { "new u.akkoord --title Samenwerking", 0, "" },
  { "new v.akkoord --template niets", 1, "empty, engagementsverklaring, pact" },
  { "print agreement t.akkoord t.pdf", 0, "" },
  { "templates --template pact", 2, "does not take --template" },
  { "print agreement a.akkoord a.pdf --template pact", 2, "does not take --template" },
  { "new v.akkoord --large", 2, "does not take --large" },
  { "check a.akkoord", 0, "" },
  { "check examples/scheldeland.akkoord", 0, "" },
  { "check nothing.akkoord", 2, "not there" },
  { "check .", 2, "folder" },
  { "check /dev/null", 2, "device" },
  { "check a.akkoord b.akkoord", 2, "FILE" },
  { "export dossier a.akkoord a.json", 0, "" },
  { "export dossier a.akkoord a.json", 0, "" },
  { "export dossier a.akkoord a.akkoord", 1, "is a dossier" },
  { "export dossier a.akkoord b.akkoord", 1, "is a dossier" },
  { "export dossier a.akkoord nowhere/a.json", 2, "nowhere" },
  { "export dossier a.json b.json", 2, "not an Akkoord dossier" },
  { "export agreement a.akkoord a.json", 2, "no such command" },
  { "export dossier a.akkoord", 2, "FILE OUT.json" },
  { "check a.json", 2, "not an Akkoord dossier" },
  { "print agreement a.akkoord a.pdf", 0, "" },
  { "print agreement a.akkoord a.pdf --agreement 1", 0, "" },
  { "print --agreement=1 agreement a.akkoord a.pdf", 0, "" },
  { "print agreement a.akkoord a.pdf --agreement 3", 1, "holds 2" },
  { "print agreement a.akkoord a.pdf --agreement 0", 2, "from 1" },
  { "print agreement a.akkoord a.pdf --agreement twee", 2, "twee" },
  { "print agreement a.akkoord a.akkoord", 1, "is a dossier" },
  { "print agreement b.akkoord b.pdf", 0, "" },
  { "print agreement a.pdf b.pdf", 2, "not an Akkoord dossier" },
  { "print agreement a.akkoord nowhere/a.pdf", 2, "" },
  { "print dossier a.akkoord a.pdf", 2, "no such command" },
  { "check a.akkoord --version 1", 2, "does not take --version" },
  { "new c.akkoord --agreement 1", 2, "does not take --agreement" },
  { "print agreement a.akkoord a.pdf --json", 2, "does not take --json" },
  { "print agreement a.akkoord a.pdf --version 0", 2, "from 1" },
  { "print agreement a.akkoord a.pdf --version", 2, "which version" },
  { "print agreement a.akkoord a.pdf --version 9", 1, "no version 9" },
  { "print signing a.akkoord a.pdf --version 9", 1, "no version 9" },
  { "check a.akkoord --agreement 3", 1, "holds 2" },
  { "freeze a.akkoord --agreement 3", 1, "holds 2" },
  { "freeze nothing.akkoord", 2, "not there" },
  { "freeze b.akkoord", 1, "cannot be frozen yet" },
  { "verify a.akkoord nothing.pdf", 2, "cannot be read" },
  { "verify a.akkoord a.akkoord", 2, "no PDF" },
  { "verify a.akkoord", 2, "PDF|CODE" },
  { "check a.akkoord --fix", 2, "--fix" },
  { "dance", 2, "no such command" },
  { "", 2, "Say what to do" },
};

static void
test_calls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_auto (Answer) answer = call (calls[i].line);
    gboolean silent = calls[i].status == 0;

    g_test_message ("%s → %d %s", calls[i].line, answer.status, answer.err);
    g_assert_cmpint (answer.status, ==, calls[i].status);
    g_assert_cmpstr (answer.out, ==, "");
    if (silent)
      g_assert_cmpstr (answer.err, ==, "");
    else
      g_assert_true (g_str_has_prefix (answer.err, "akkoord-cli: "));
    g_assert_nonnull (strstr (answer.err, calls[i].err));
  }
}

static void
test_help (void)
{
  static const char *const words[] = {
    "example",         "new",           "check",          "freeze", "verify",
    "print agreement", "print signing", "export dossier", "due",    "--on",
    "--agreement",     "--version",     "--json"
  };
  g_auto (Answer) help = call ("--help");
  g_auto (Answer) version = call ("--version");

  g_assert_cmpint (help.status, ==, 0);
  g_assert_cmpstr (help.err, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (help.out, words[i]));
  g_assert_cmpint (version.status, ==, 0);
  g_assert_cmpstr (version.out, ==, "Akkoord " VERSION "\n");
}

/* What the calls above made. */
static void
test_results (void)
{
  static const char *const keys[] = { "\"format\": \"akkoord\"", "\"section\": [", "\"id\": \"" };
  g_autofree char *json_path = g_build_filename (folder, "a.json", NULL);
  g_autofree char *pdf_path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *json = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *one = hash_of ("a.akkoord");
  g_autofree char *other = hash_of ("examples/scheldeland.akkoord");
  gsize length;

  g_assert_true (g_file_get_contents (json_path, &json, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (strstr (json, keys[i]));
  g_assert_true (g_file_get_contents (pdf_path, &pdf, &length, NULL));
  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-1."));
  g_assert_cmpstr (one, ==, other);
}

static void
test_same_paper (void)
{
  g_auto (Answer) one = call_with ("print agreement a.akkoord one.pdf", "LC_ALL", "nl_BE.UTF-8");
  g_auto (Answer) other =
      call_with ("print agreement a.akkoord other.pdf", "TZ", "Pacific/Auckland");
  g_autofree char *one_hash = NULL;
  g_autofree char *other_hash = NULL;

  g_assert_cmpint (one.status, ==, 0);
  g_assert_cmpint (other.status, ==, 0);
  one_hash = hash_of ("one.pdf");
  other_hash = hash_of ("other.pdf");
  g_assert_cmpstr (one_hash, ==, other_hash);
}

static void
test_flipped_bits (void)
{
  g_autofree char *path = g_build_filename (folder, "a.akkoord", NULL);
  g_autofree char *damaged = g_build_filename (folder, "damaged.akkoord", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (guint i = 0; i < 60; i++) {
    gsize byte = i < 20 ? i * 5 : (gsize) g_test_rand_int_range (0, length);

    data[byte] ^= 1 << i % 8;
    g_assert_true (g_file_set_contents (damaged, data, length, NULL));
    data[byte] ^= 1 << i % 8;
    {
      g_autofree char *before = hash_of ("damaged.akkoord");
      g_auto (Answer) answer = call ("check damaged.akkoord");
      g_autofree char *after = hash_of ("damaged.akkoord");

      g_assert_cmpint (answer.status, ==, 2);
      g_assert_cmpstr (before, ==, after);
    }
  }
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_test_add_func ("/cli/calls-end-as-they-should", test_calls);
  g_test_add_func ("/cli/help-lists-every-verb", test_help);
  g_test_add_func ("/cli/files-hold-what-was-asked", test_results);
  g_test_add_func ("/cli/paper-does-not-follow-the-machine", test_same_paper);
  g_test_add_func ("/cli/check-finds-flipped-bits", test_flipped_bits);
  return cli_run ();
}
