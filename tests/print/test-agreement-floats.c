/* Tests of tables that move to the top of the next page: where they stand, and how they are read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static void
add_lines (GString *body, guint n, const char *word)
{
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (body, "%s%u.\n\n", word, i);
}

/* A table with a caption, rows "NAME1" and so on, a footnote on the first, and a note under it. */
static void
add_table (GString *body, guint id, const char *name, guint n_rows)
{
  g_string_append_printf (body, "{{caption:%u}} Over %s\n\n| a | b |\n|---|---|\n", id, name);
  for (guint i = 1; i <= n_rows; i++)
    g_string_append_printf (body, "| %s%u%s | x |\n", name, i, i == 1 ? "[^n]" : "");
  g_string_append_printf (body, "\n{{note}} Onder %s.\n\n", name);
}

static void
assert_valid (GBytes *pdf)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "floats-XXXXXX.pdf", NULL);
  g_autofree char *checker = g_test_build_filename (G_TEST_DIST, "print", "check-pdf.py", NULL);
  g_autofree char *output = NULL;
  int fd = g_mkstemp (path), status = 0;

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  char *command[] = { (char *) "python3", checker, path, NULL };
  g_assert_true (g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                               &status, NULL));
  g_remove (path);
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpint (status, ==, 0);
}

/* The words of a page. */
static char *
words_of (GBytes *pdf, int index)
{
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, index);

  return fixture_area (page, 60, 780);
}

static void
assert_order (const char *text, const char *const *words)
{
  for (; *words != NULL; words++) {
    const char *at = strstr (text, *words);
    g_test_message ("%s", *words);
    g_assert_nonnull (at);
    text = at + strlen (*words);
  }
}

/* At the top of the next page, with its caption, note and footnote; the text goes on before it;
 * read aloud it is where it was written; and the page that is told is the one it stands on. */
static void
test_moves (void)
{
  g_autoptr (GString) body = g_string_new ("Zie {{ref:7}} op pagina {{ref:7.page}}.\n\n");
  static const char *const read[] = { "op pagina 2.", "voor22.",    "Tabel", "rij1",  "Voetnoot.",
                                      "rij8",         "Onder rij.", "na1.",  "na30.", NULL };

  add_lines (body, 22, "voor");
  add_table (body, 7, "rij", 8);
  g_string_append (body, "[^n]: Voetnoot.\n\n");
  add_lines (body, 30, "na");
  const FixtureSection sections[] = { { 1, AKK_SCHEME_PART, "Een", "" },
                                      { 2, AKK_SCHEME_RUNNING, "Tabel", body->str },
                                      { 0 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *first = words_of (pdf, 0), *second = words_of (pdf, 1);
  g_autofree char *aloud = fixture_read (pdf);

  assert_valid (pdf);
  g_assert_nonnull (strstr (first, "op pagina 2."));
  g_assert_nonnull (strstr (first, "na1."));
  g_assert_null (strstr (first, "rij"));
  g_assert_null (strstr (first, "Voetnoot"));
  g_assert_true (g_str_has_prefix (second, "Tabel 1"));
  g_assert_nonnull (strstr (second, "Onder rij."));
  g_assert_nonnull (strstr (second, "Voetnoot."));
  assert_order (aloud, read);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-floats/text-fills-the-page-before-a-table", test_moves);
  return g_test_run ();
}
