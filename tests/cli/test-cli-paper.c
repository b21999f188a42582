/* Tests of the command line: what belongs to meetings, printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-fixture.h"

static void
test_prints (void)
{
  static const char *const lines[] = {
    "print invitation e.akkoord a.pdf --meeting 18",
    "print agenda e.akkoord a.pdf --meeting 18",
    "print attendance e.akkoord a.pdf --meeting 18",
    "print minutes e.akkoord a.pdf --meeting 18",
    "print minutes e.akkoord a.pdf --agreement 1 --meeting 1",
    "print decisions e.akkoord a.pdf",
    "print decisions e.akkoord a.pdf --agreement 2",
    "print decision e.akkoord a.pdf --party Zele",
    "print signal e.akkoord a.pdf --signal 1",
    "print handover e.akkoord a.pdf",
    "print handover e.akkoord a.pdf --agreement 2 --on 2026-03-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_auto (Answer) answer = call (lines[i]);
    g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
    g_autofree char *pdf = NULL;

    g_test_message ("%s: %s", lines[i], answer.err);
    g_assert_cmpint (answer.status, ==, 0);
    g_assert_cmpstr (answer.out, ==, "");
    g_assert_cmpstr (answer.err, ==, "");
    g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
    g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

/* What is not there is answered with what is. */
static void
test_refusals (void)
{
  static const Refused calls[] = {
    { "print agenda e.akkoord a.pdf --meeting 999", 1, "There is no meeting 999",
      "\n  1  2021-12-09  Werkgroep\n" },
    { "print minutes e.akkoord a.pdf --agreement 9 --meeting 1", 1, "no agreement 9", "" },
    { "print signal e.akkoord a.pdf --signal 999", 1, "There is no signal 999", "\n  1  " },
    { "print decision e.akkoord a.pdf --party Parijs", 1, "is no party of", "\n  Zele" },
    { "print decision e.akkoord a.pdf", 2, "--party NAME", "" },
    { "print decisions e.akkoord a.pdf --party Zele", 2, "does not take --party", "" },
    { "print agenda e.akkoord a.pdf", 2, "--meeting N", "" },
    { "print agenda e.akkoord a.pdf --meeting 0", 2, "counted from 1", "" },
    { "print agenda e.akkoord a.pdf --meeting laatste", 2, "laatste", "" },
    { "print signal e.akkoord a.pdf", 2, "--signal N", "" },
    { "print signal e.akkoord a.pdf --signal eerste", 2, "eerste", "" },
    { "print decisions e.akkoord a.pdf --meeting 1", 2, "does not take --meeting", "" },
    { "print agenda e.akkoord a.pdf --meeting 1 --signal 1", 2, "does not take --signal", "" },
    { "print agenda e.akkoord e.akkoord --meeting 1", 1, "", "" },
    { "print handover e.akkoord a.pdf --agreement 9", 1, "no agreement 9", "" },
    { "print handover e.akkoord a.pdf --on morgen", 2, "morgen", "" },
    { "print handover e.akkoord a.pdf --year 2025", 2, "does not take --year", "" },
    { "print handover e.akkoord e.akkoord", 1, "", "" },
    { "print agenda nothing.akkoord a.pdf --meeting 1", 2, "not there", "" },
  };

  expect_refused (calls, G_N_ELEMENTS (calls));
}

/* The same dossier gives the same bytes. */
static void
test_same (void)
{
  g_auto (Answer) one = call ("print minutes e.akkoord one.pdf --meeting 18");
  g_auto (Answer) two =
      call_with ("print minutes e.akkoord two.pdf --meeting 18", "LC_ALL", "nl_BE.UTF-8");
  g_autofree char *first = hash_of ("one.pdf"), *second = hash_of ("two.pdf");

  g_assert_cmpint (one.status + two.status, ==, 0);
  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_auto (Answer) made = call ("example scheldeland e.akkoord");
  g_assert_cmpint (made.status, ==, 0);
  g_test_add_func ("/cli/prints-what-belongs-to-meetings", test_prints);
  g_test_add_func ("/cli/says-which-meetings-there-are", test_refusals);
  g_test_add_func ("/cli/prints-minutes-the-same-anywhere", test_same);
  return cli_run ();
}
