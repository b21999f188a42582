/* Tests of the command line: evaluation reports, printed and made public.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>
#include <string.h>

#include "cli-fixture.h"

static void
test_writes (void)
{
  static const Written calls[] = {
    { "print evaluation e.akkoord a.pdf --year 2025", "a.pdf", "%PDF-" },
    { "print evaluation e.akkoord a.pdf --year 2024 --public", "a.pdf", "%PDF-" },
    { "print evaluation-summary e.akkoord a.pdf --year 2025", "a.pdf", "%PDF-" },
    { "print municipalities e.akkoord a.pdf --year 2024 --partner Zele", "a.pdf", "%PDF-" },
    { "print dashboard e.akkoord a.pdf", "a.pdf", "%PDF-" },
    { "print municipality-matrix e.akkoord a.pdf --year 2024", "a.pdf", "%PDF-" },
    { "print municipality-matrix e.akkoord a.pdf --on 2025-06-30 --agreement 2", "a.pdf", "%PDF-" },
    { "print changes e.akkoord a.pdf --agreement 2 --version 1 --with 3", "a.pdf", "%PDF-" },
    { "print changes e.akkoord a.pdf", "a.pdf", "%PDF-" },
    { "export evaluation e.akkoord a.html --year 2024", "a.html", "<!DOCTYPE html>" },
  };

  expect_written (calls, G_N_ELEMENTS (calls));
}

/* Byte for byte: the dossier knows its hash. The public edition is another paper. */
static void
test_adopted (void)
{
  g_auto (Answer) printed = call ("print evaluation e.akkoord adopted.pdf --year 2024");
  g_auto (Answer) public = call ("print evaluation e.akkoord public.pdf --year 2024 --public");
  g_auto (Answer) exported = call ("export dossier e.akkoord e.json");
  g_autofree char *path = g_build_filename (folder, "e.json", NULL), *json = NULL;
  g_autofree char *adopted_hash = hash_of ("adopted.pdf"), *public_hash = hash_of ("public.pdf");

  g_assert_cmpint (printed.status + public.status + exported.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  g_assert_nonnull (strstr (json, adopted_hash));
  g_assert_null (strstr (json, public_hash));
}

/* Of its first page. */
static char *
words_of (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
  PopplerPage *page;
  char *words;

  g_assert_nonnull (document);
  page = poppler_document_get_page (document, 0);
  words = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);
  return words;
}

/* The public edition and the summary of what was adopted are no drafts. */
static void
test_adopted_is_no_draft (void)
{
  static const struct {
    const char *line, *file;
    gboolean draft;
  } cases[] = {
    { "print evaluation e.akkoord p2024.pdf --year 2024 --public", "p2024.pdf", FALSE },
    { "print evaluation-summary e.akkoord s2024.pdf --year 2024", "s2024.pdf", FALSE },
    { "print evaluation e.akkoord p2025.pdf --year 2025 --public", "p2025.pdf", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Answer) answer = call (cases[i].line);
    g_autofree char *words = words_of (cases[i].file);

    g_assert_cmpint (answer.status, ==, 0);
    g_assert_cmpint (strstr (words, "Ontwerp") != NULL, ==, cases[i].draft);
  }
}

static void
test_refusals (void)
{
  static const Refused calls[] = {
    { "print evaluation e.akkoord a.pdf --year 2019", 1, "no action plan for 2019" },
    { "print evaluation e.akkoord a.pdf", 2, "--year Y" },
    { "print evaluation e.akkoord a.pdf --year 2024 --partner VDAB", 2, "--partner" },
    { "print evaluation e.akkoord e.akkoord --year 2025", 1, "" },
    { "print municipalities e.akkoord a.pdf --year 2024 --partner Gent", 1, "“Gent” is no party" },
    { "print dashboard e.akkoord a.pdf --public", 2, "--public" },
    { "export evaluation e.akkoord a.docx --year 2024", 2, ".html" },
  };

  expect_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  cli_set_up (&argc, &argv);
  g_auto (Answer) made = call ("example scheldeland e.akkoord");
  g_assert_cmpint (made.status, ==, 0);
  g_test_add_func ("/cli/prints-evaluation-reports", test_writes);
  g_test_add_func ("/cli/an-adopted-report-is-the-pdf-of-its-version", test_adopted);
  g_test_add_func ("/cli/what-was-adopted-is-no-draft-in-any-edition", test_adopted_is_no_draft);
  g_test_add_func ("/cli/refuses-reports-that-cannot-be", test_refusals);
  return cli_run ();
}
