/* Tests of the command line: action plans, printed and made public.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-fixture.h"

static void
test_writes (void)
{
  static const Written calls[] = {
    { "print action-plan e.akkoord a.pdf --year 2024", "a.pdf", "%PDF-" },
    { "print action-plan e.akkoord a.pdf --year 2022 --partner vdab --public", "a.pdf", "%PDF-" },
    { "print priorities e.akkoord a.pdf --year 2022 --public", "a.pdf", "%PDF-" },
    { "print action-matrix e.akkoord a.pdf --year 2022", "a.pdf", "%PDF-" },
    { "export actions e.akkoord a.html", "a.html", "<!DOCTYPE html>" },
    { "export actions e.akkoord a.html --year 2023 --agreement 1", "a.html", "<!DOCTYPE html>" },
  };

  expect_written (calls, G_N_ELEMENTS (calls));
}

/* As whoever leads an action, and in its title; not known to the register. */
static void
test_nobody (void)
{
  g_autofree char *table = g_build_filename (folder, "in.csv", NULL);
  g_autofree char *page = g_build_filename (folder, "a.html", NULL);
  g_autofree char *written = NULL;
  g_auto (Answer) made = call ("example scheldeland p.akkoord");
  g_auto (Answer) taken = { 0 }, given = { 0 };

  g_assert_cmpint (made.status, ==, 0);
  g_assert_true (g_file_set_contents (
      table,
      "Nr.;Actie;Actieplan;Wie;Voortgang\n"
      "A15;Infosessies met Piet Vander Elst;2025;Piet Vander Elst;Piet Vander Elst belde.\n",
      -1, NULL));
  taken = call ("import actions p.akkoord in.csv");
  g_test_message ("%s%s", taken.out, taken.err);
  g_assert_cmpint (taken.status, ==, 0);
  given = call ("export actions p.akkoord a.html --year 2025");
  g_assert_cmpint (given.status, ==, 0);
  g_assert_true (g_file_get_contents (page, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "Infosessies met een medewerker"));
  g_assert_null (strstr (written, "Vander Elst"));
}

static void
test_refusals (void)
{
  static const Refused calls[] = {
    { "print action-plan e.akkoord a.pdf --year 2019", 1, "no action plan for 2019", "2022, 2023" },
    { "print action-plan e.akkoord a.pdf --year 2024 --agreement 9", 1, "no agreement 9", "" },
    { "print action-plan e.akkoord a.pdf --year 2024 --partner Gent", 1, "“Gent” is no party",
      "\n  VDAB\n" },
    { "print action-plan e.akkoord e.akkoord --year 2024", 1, "", "" },
    { "print action-plan e.akkoord a.pdf", 2, "--year Y", "" },
    { "print decisions e.akkoord a.pdf --public", 2, "does not take --public", "" },
    { "print decisions e.akkoord a.pdf --partner VDAB", 2, "does not take --partner", "" },
    { "export actions e.akkoord a.docx", 2, ".html", "" },
    { "export actions e.akkoord a.html --year 2019", 1, "no action plan for 2019", "2022" },
    { "export actions nothing.akkoord a.html", 2, "not there", "" },
  };

  expect_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_auto (Answer) made = call ("example scheldeland e.akkoord");
  g_assert_cmpint (made.status, ==, 0);
  g_test_add_func ("/cli/prints-action-plans", test_writes);
  g_test_add_func ("/cli/public-plan-names-nobody", test_nobody);
  g_test_add_func ("/cli/says-which-plans-and-partners-there-are", test_refusals);
  return cli_run ();
}
