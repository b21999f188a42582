/* Tests of what is rarer in an agreement on paper: links, odd characters, divided rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static void
test_links (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_RUNNING, "Loket", "Zie [het loket](https://www.example.be/loket).\n" }, { 0 }
  };
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (page);

  g_assert_cmpuint (g_list_length (links), ==, 1);
  PopplerLinkMapping *link = links->data;
  g_assert_cmpint (link->action->type, ==, POPPLER_ACTION_URI);
  g_assert_cmpstr (link->action->uri.uri, ==, "https://www.example.be/loket");
  g_autofree char *text =
      poppler_page_get_selected_text (page, POPPLER_SELECTION_GLYPH, &link->area);
  g_assert_nonnull (text);
  poppler_page_free_link_mapping (links);
}

/* Whatever is typed, the file says what each glyph means. */
static void
test_odd_characters (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_RUNNING, "Tekens", "x\u0323\u0306 \ue000 \uf001 \ufffd \U0001f642 einde\n" },
    { 0 }
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *words = fixture_words (pdf);

  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "[U+E000] [U+F001] [U+FFFD] [U+1F642] einde"));
}

static void
count_cells (PopplerStructureElementIter *iter, guint *n_rows, guint *n_cells)
{
  do {
    g_autoptr (PopplerStructureElement) element = poppler_structure_element_iter_get_element (iter);
    g_autoptr (PopplerStructureElementIter) child = poppler_structure_element_iter_get_child (iter);
    PopplerStructureElementKind kind = poppler_structure_element_get_kind (element);

    *n_rows += kind == POPPLER_STRUCTURE_ELEMENT_TABLE_ROW;
    *n_cells += kind == POPPLER_STRUCTURE_ELEMENT_TABLE_DATA ||
                kind == POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING;
    if (child != NULL)
      count_cells (child, n_rows, n_cells);
  } while (poppler_structure_element_iter_next (iter));
}

/* A row that is divided has all its cells in each part, also those that ended before. */
static void
test_divided_row (void)
{
  GString *body = g_string_new ("| a | b |\n|---|---|\n| kort | ");
  for (guint i = 0; i < 400; i++)
    g_string_append (body, "een heel lange cel ");
  g_string_append (body, "|\n");
  const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Tabel", body->str }, { 0 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (PopplerStructureElementIter) iter = poppler_structure_element_iter_new (document);
  guint n_rows = 0, n_cells = 0;

  count_cells (iter, &n_rows, &n_cells);
  g_assert_cmpuint (n_rows, >, 2);
  g_assert_cmpuint (n_cells, ==, 2 * n_rows);
  g_string_free (body, TRUE);
}

/* Two marks side by side are not one number, and a note in a note is printed below it. */
static void
test_notes_in_notes (void)
{
  const FixtureSection sections[] = {
    { 1, AKK_SCHEME_RUNNING, "Noten",
      "Eerst[^a][^b] iets.\n\nLater[^c].\n\n[^a]: Boven, zie[^d].\n\n[^b]: Midden.\n\n"
      "[^c]: Onder.\n\n[^d]: Binnenin.\n" },
    { 0 }
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  GString *all = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    g_autofree char *words = poppler_page_get_text (page);

    g_string_append (all, words);
  }
  g_test_message ("%s", all->str);
  g_assert_nonnull (strstr (all->str, "1,2"));
  g_assert_nonnull (strstr (all->str, "Binnenin."));
  g_assert_nonnull (strstr (all->str, "Onder."));
  g_assert_true (strstr (all->str, "Boven") < strstr (all->str, "Binnenin."));
  g_assert_true (strstr (all->str, "Binnenin.") < strstr (all->str, "Midden."));
  g_string_free (all, TRUE);
}

/* In notes and cells, over several lines, on nothing that can be seen: each line of a link that
 * shows has one place to click on. */
static void
test_links_anywhere (void)
{
  static const struct {
    const char *body;
    guint n_links;
  } cases[] = {
    { "Met een noot.[^1]\n\n[^1]: Zie [het loket](https://www.example.be/loket).\n", 3 },
    { "| a |\n|---|\n| [een](https://a.example.be) en [twee](mailto:b@example.be) |\n", 2 },
    { "Niets: [\u200b](https://www.example.be/niets).\n", 0 },
    { "[de stuurgroep volgt de overeenkomst en het actieplan op en zij komt minstens één keer om "
      "de "
      "twee jaar samen](https://www.example.be/lang)\n",
      2 },
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Links", cases[i].body }, { 0 } };
    g_autoptr (Fixture) fixture = fixture_new (sections);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    g_autoptr (GBytes) pdf = fixture_pdf (pages);
    g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, 0);
    GList *links = poppler_page_get_link_mapping (page);

    g_assert_cmpuint (g_list_length (links), ==, cases[i].n_links);
    poppler_page_free_link_mapping (links);
  }
}

/* The words of each page. */
static GPtrArray *
words_of_pages (GBytes *pdf)
{
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    g_ptr_array_add (words, fixture_area (page, 60, 780));
  }
  return words;
}

/* The page of each place where a text is found, as digits: "12". */
static char *
pages_with (GPtrArray *words, const char *text)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++) {
    for (const char *at = words->pdata[i]; (at = strstr (at, text)) != NULL; at++)
      g_string_append_printf (found, "%u", i + 1);
  }
  return g_string_free_and_steal (found);
}

/* Captions are numbered, heads say that the table goes on, notes stay with the last row. */
static void
test_captions (void)
{
  GString *body =
      g_string_new ("{{caption:7}} Eerst\n\n| a | b |\n|---|---|\n| x | ● |\n\n{{note}} "
                    "Klein.\n\nEn dan.\n\n{{caption:8}} Daarna\n\n| a | b |\n|---|---|\n");
  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (body, "| rij %u | ● |\n", i);
  g_string_append (body, "\n{{note}} Slot.\n");
  const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Tabel", body->str }, { 0 } };
  static const struct {
    const char *text, *pages;
  } cases[] = {
    { "Tabel 1 Eerst", "1" },    { "Noot. Klein.", "1" },       { "Tabel 2 Daarna", "1" },
    { "Tabel 1 (vervolg)", "" }, { "Tabel 2 (vervolg)", "23" }, { "rij 99", "3" },
    { "Noot. Slot.", "3" },
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (GPtrArray) words = words_of_pages (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = pages_with (words, cases[i].text);
    g_test_message ("%s: %s", cases[i].text, found);
    g_assert_cmpstr (found, ==, cases[i].pages);
  }
  g_string_free (body, TRUE);
}

/* A block of commitments of no more than twenty lines stands whole on a page, unless the page above
 * would end more than ten slots short. */
static void
test_commitments (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();

  for (guint before = 20; before < 44; before++) {
    for (guint n = 2; n <= 30; n += 14) {
      GString *body = g_string_new (NULL);
      for (guint i = 0; i < before; i++)
        g_string_append (body, "Lijn.\n\n");
      g_string_append (body, "De partners engageren zich om:\n\n");
      for (guint i = 1; i <= n; i++)
        g_string_append_printf (body, "- {{commitment:%u}} punt %u;\n", i, i);
      const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Inzet", body->str }, { 0 } };
      g_autoptr (Fixture) fixture = fixture_new (sections);
      g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
      guint head, first, page, last;
      double y, height;

      g_assert_true (akk_pages_find_line (pages, before + 1, &head, &y, &height));
      g_assert_true (akk_pages_find_line (pages, before + 2, &first, &y, &height));
      g_assert_true (akk_pages_find_line (pages, before + n, &page, &y, &height));
      g_assert_true (akk_pages_find_line (pages, before + n + 1, &last, &y, &height));
      g_assert_cmpuint (head, ==, first);
      g_assert_cmpuint (page, ==, last); /* the last two are together */
      if (n <= 19) /* above it are 45 slots, less one for the heading and 1.5 for each line */
        g_assert_true ((head == last) == (n == 2 || 44 - 1.5 * before <= 10));
      g_string_free (body, TRUE);
    }
  }
}

/* A list inside a long block is not divided after the words before it, nor before its last item. */
static void
test_inner_list (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();

  for (guint before = 4; before < 36; before++) {
    GString *body = g_string_new (NULL);
    guint pages_of[5];
    double y, height;

    for (guint i = 0; i < before; i++)
      g_string_append (body, "Lijn.\n\n");
    g_string_append (body, "De partners engageren zich om:\n\n");
    for (guint i = 1; i <= 24; i++)
      g_string_append_printf (body, "- {{commitment:%u}} punt %u;\n%s", i, i,
                              i == 12 ? "  - a;\n  - b;\n  - c;\n  - d;\n" : "");
    const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Inzet", body->str }, { 0 } };
    g_autoptr (Fixture) fixture = fixture_new (sections);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);

    for (guint i = 0; i < G_N_ELEMENTS (pages_of); i++)
      g_assert_true (akk_pages_find_line (pages, before + 1 + 12 + i, &pages_of[i], &y, &height));
    g_assert_cmpuint (pages_of[0], ==, pages_of[1]);
    g_assert_cmpuint (pages_of[3], ==, pages_of[4]);
    g_string_free (body, TRUE);
  }
}

/* The words of a note: "NAME1 NAME2 …". */
static void
add_note (GString *body, const char *name, guint n_words)
{
  g_string_append_printf (body, "[^%s]:", name);
  for (guint i = 1; i <= n_words; i++)
    g_string_append_printf (body, " %s%u.", name, i);
  g_string_append (body, "\n\n");
}

/* A paragraph, with a mark or without. */
static void
add_paragraphs (GString *body, guint n, const char *marks)
{
  for (guint i = 0; i < n; i++)
    g_string_append (body, "Lijn.\n\n");
  g_string_append_printf (body, "Merk%s\n\n", marks);
}

static void
assert_valid (GBytes *pdf)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "notes-XXXXXX.pdf", NULL);
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

/* Every word of the note once and in order, from the page of its mark on. */
static void
assert_runs_on (GPtrArray *words, const char *name, guint n_words)
{
  guint page = 0;
  const char *at = words->pdata[0];
  g_autofree char *first = g_strdup_printf ("%s1.", name);
  g_autofree char *begins = pages_with (words, first), *mark = pages_with (words, "Merk");

  g_assert_cmpstr (begins, ==, mark);
  for (guint i = 1; i <= n_words; i++) {
    g_autofree char *word = g_strdup_printf ("%s%u.", name, i);
    g_autofree char *found = pages_with (words, word);
    g_assert_cmpuint (strlen (found), ==, 1);
    while ((at = strstr (at, word)) == NULL) {
      g_assert_cmpuint (++page, <, words->len);
      at = words->pdata[page];
    }
  }
}

/* Notes of more than a third of a page run on at the foot of the next; the file stays valid. */
static void
test_notes_run_on (void)
{
  static const struct {
    guint before, after; /* paragraphs around the mark */
    const char *marks;
    guint n_words[3]; /* of a, b and c */
    const char *ends; /* the pages on which they end */
  } cases[] = {
    { 2, 40, "[^a].", { 400 }, "2" },
    { 2, 0, "[^a].", { 1400 }, "5" },
    { 2, 40, "[^a][^b][^c].", { 500, 300, 300 }, "234" },
    { 20, 60, "[^a][^b].", { 20, 600 }, "23" },
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) body = g_string_new (NULL);
    static const char *const names[] = { "a", "b", "c" };
    add_paragraphs (body, cases[i].before, cases[i].marks);
    for (guint k = 0; k < cases[i].after; k++)
      g_string_append (body, "Lijn.\n\n");
    for (guint k = 0; k < 3 && cases[i].n_words[k] > 0; k++)
      add_note (body, names[k], cases[i].n_words[k]);
    const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Noten", body->str }, { 0 } };
    g_autoptr (Fixture) fixture = fixture_new (sections);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    g_autoptr (GBytes) pdf = fixture_pdf (pages);
    g_autoptr (GPtrArray) words = words_of_pages (pdf);

    assert_valid (pdf);
    g_autoptr (GString) ends = g_string_new (NULL);
    for (guint k = 0; k < 3 && cases[i].n_words[k] > 0; k++) {
      g_autofree char *end = g_strdup_printf ("%s%u.", names[k], cases[i].n_words[k]);
      g_autofree char *page = pages_with (words, end);
      g_string_append (ends, page);
      assert_runs_on (words, names[k], cases[i].n_words[k]);
    }
    g_assert_cmpstr (ends->str, ==, cases[i].ends);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-details/links-open-their-address", test_links);
  g_test_add_func ("/agreement-details/every-character-has-a-meaning", test_odd_characters);
  g_test_add_func ("/agreement-details/divided-rows-have-all-cells", test_divided_row);
  g_test_add_func ("/agreement-details/links-work-in-notes-cells-and-over-lines",
                   test_links_anywhere);
  g_test_add_func ("/agreement-details/notes-in-notes-are-printed", test_notes_in_notes);
  g_test_add_func ("/agreement-details/captions-are-numbered-and-go-on", test_captions);
  g_test_add_func ("/agreement-details/commitments-stand-together", test_commitments);
  g_test_add_func ("/agreement-details/list-in-a-commitment-keeps-its-ends", test_inner_list);
  g_test_add_func ("/agreement-details/notes-run-on-at-the-next-foot", test_notes_run_on);
  return g_test_run ();
}
