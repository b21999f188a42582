/* Tests of what is rarer in an agreement on paper: links, odd characters, divided rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <locale.h>
#include <string.h>

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

/* In notes and cells, over several lines, on nothing that can be seen: each line of a link that
 * shows has one place to click on. */
static void
test_links_anywhere (void)
{
  static const struct {
    const char *body;
    guint n_links;
  } cases[] = {
    { "Met een noot.[^1]\n\n[^1]: Zie [het loket](https://www.example.be/loket).\n", 1 },
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
  return g_test_run ();
}
