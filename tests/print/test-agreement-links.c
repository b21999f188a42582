/* Tests of what leads from place to place in a printed agreement: references, notes, bookmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <locale.h>
#include <string.h>

/* The links of a page in the order in which they stand there, as "words→page", with the words that
 * they cover. */
static void
add_links (PopplerPage *page, GString *links)
{
  GList *mappings = g_list_reverse (poppler_page_get_link_mapping (page));
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (GList *l = mappings; l != NULL; l = l->next) {
    const PopplerLinkMapping *mapping = l->data;
    double middle = height - (mapping->area.y1 + mapping->area.y2) / 2;
    PopplerRectangle line = { mapping->area.x1 + 2, middle - 1, mapping->area.x2 - 2, middle + 1 };
    g_autofree char *words = g_strstrip (poppler_page_get_text_for_area (page, &line));

    g_assert_cmpint (mapping->action->type, ==, POPPLER_ACTION_GOTO_DEST);
    g_string_append_printf (links, "%s→%d|", words, mapping->action->goto_dest.dest->page_num);
  }
  poppler_page_free_link_mapping (mappings);
}

static char *
links_of (const FixtureSection *sections)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  GString *links = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    add_links (page, links);
  }
  return g_string_free_and_steal (links);
}

/* Sections are numbered 1, 2, … ; captions are 7 and 8. */
static void
test_links (void)
{
  static const struct {
    const char *first, *second, *links;
  } cases[] = {
    { "Zie artikel {{ref:2}} hier.\n", "Slot.\n", "2→1|" },
    { "Op pagina {{ref:2.page}} staat het.\n", "{{break}}\n\nSlot.\n", "1→1|" },
    { "Zie {{ref:7}} en {{ref:8}}.\n",
      "{{caption:7}} Een\n\n| a |\n|---|\n| b |\n\n{{break}}\n\n{{caption:8}} Twee\n\n"
      "| a |\n|---|\n| b |\n",
      "tabel 1→1|tabel 2→2|" },
    { "Met een noot.[^1]\n\n[^1]: Een noot.\n", "Slot.\n", "1→1|1→1|" },
    { "Tweemaal[^1] gemerkt[^1].\n\n[^1]: Een noot.\n", "{{break}}\n\nEn een[^2].\n\n[^2]: Noot.\n",
      "1→1|1→1|1→1|2→2|2→2|" },
    /* Pasted twice: the first is meant. What is not there is no link. */
    { "Zie {{ref:7}}, {{ref:9}}.\n",
      "{{caption:7}} Een\n\n| a |\n|---|\n| b |\n\n{{break}}\n\n{{caption:7}} Een\n\n"
      "| a |\n|---|\n| b |\n",
      "tabel 1→1|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Een", cases[i].first },
                                        { 1, AKK_SCHEME_RUNNING, "Twee", cases[i].second },
                                        { 0 } };
    g_autofree char *links = links_of (sections);
    g_test_message ("%s", cases[i].first);
    g_assert_cmpstr (links, ==, cases[i].links);
  }
}

/* A section of which nothing is printed can be referred to without harm. */
static void
test_nowhere (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_RUNNING, "Een", "Zie pagina {{ref:2.page}} en {{ref:2}}.\n" },
    { 1, AKK_SCHEME_NONE, "", "" },
    { 0 },
  };
  g_autofree char *links = links_of (sections);

  g_assert_cmpstr (links, ==, "");
}

/* --- Bookmarks --- */

static void
add_bookmarks (PopplerIndexIter *iter, guint depth, GString *titles)
{
  do {
    PopplerAction *action = poppler_index_iter_get_action (iter);
    PopplerIndexIter *child = poppler_index_iter_get_child (iter);

    g_string_append_printf (titles, "%u %s|", depth, action->any.title);
    poppler_action_free (action);
    if (child != NULL)
      add_bookmarks (child, depth + 1, titles);
    g_clear_pointer (&child, poppler_index_iter_free);
  } while (poppler_index_iter_next (iter));
}

static void
test_bookmarks (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_PART, "Deel", "" },
    { 2, AKK_SCHEME_RUN_IN, "Doelstelling", "Wij doen dit.\n" },
    { 2, AKK_SCHEME_RUN_IN, "Alleen dit", "" },
    { 2, AKK_SCHEME_RUNNING, "Gewoon", "Tekst.\n" },
    { 0 },
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (GString) titles = g_string_new (NULL);
  PopplerIndexIter *iter = poppler_index_iter_new (document);

  g_assert_nonnull (iter);
  add_bookmarks (iter, 1, titles);
  poppler_index_iter_free (iter);
  g_assert_cmpstr (titles->str, ==, "1 Deel I Deel|2 1. Doelstelling|2 2. Alleen dit|2 1 Gewoon|");
}

static guint
count (const char *text, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

/* The contents list what can be found by its name: no heading that returns without a number. */
static void
test_contents (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_RUNNING, "Doelgroepen", "Tekst.\n" },
    { 2, AKK_SCHEME_NONE, "Onze engagementen", "Tekst.\n" },
    { 1, AKK_SCHEME_RUNNING, "Data", "Tekst.\n" },
    { 2, AKK_SCHEME_NONE, "Eenmalig", "Tekst.\n" },
    { 2, AKK_SCHEME_NONE, "Onze engagementen", "Tekst.\n" },
    { 1, AKK_SCHEME_RUNNING, "Slot", "" },
    { 2, AKK_SCHEME_ARTICLE, "Slot", "Tekst.\n" },
    { 0 },
  };
  static const struct {
    const char *word;
    guint n;
  } cases[] = { { "Inhoud", 1 },
                { "Doelgroepen", 2 },
                { "Eenmalig", 2 },
                { "Slot", 4 },
                { "Onze engagementen", 2 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *words = fixture_words (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (count (words, cases[i].word), ==, cases[i].n);
}

static guint
pages_of_contents (guint n_sections)
{
  g_autofree FixtureSection *sections = g_new0 (FixtureSection, n_sections + 1);
  g_autoptr (AkkPaper) paper = fixture_paper ();
  guint first;
  double y, height;

  for (guint i = 0; i < n_sections; i++)
    sections[i] = (FixtureSection) { 1, AKK_SCHEME_RUNNING, "Punt", "Tekst.\n" };
  sections[0].body = "{{caption:7}} Cijfers\n\n| een | twee |\n|---|---|\n| 1 | 2 |\n";
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);

  g_assert_true (akk_pages_find_line (pages, 0, &first, &y, &height));
  return first;
}

/* Contents that would run on for a line close up; those that run on anyway do not. */
static void
test_close_contents (void)
{
  guint most = 30;

  while (pages_of_contents (most + 1) == 1)
    most++;
  /* 45 slots, less the title's and the head of the tables with its line, and half of two spaces. */
  g_assert_cmpuint (most, ==, 40);
}

/* --- Headers --- */

/* A text without parts names its chapters. */
static void
test_chapters (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_DECIMAL, "Doelgroepen", "Tekst.\n" },
    { 2, AKK_SCHEME_DECIMAL_PATH, "Wie", "Tekst.\n\n{{break}}\n\nNog tekst.\n" },
    { 1, AKK_SCHEME_RUN_IN, "Slot", "{{break}}\n\nTekst.\n" },
    { 0 },
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);

  g_assert_cmpuint (akk_pages_count (pages), ==, 3);
  for (int i = 1; i < 3; i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    g_autofree char *text = poppler_page_get_text (page);

    g_assert_cmpuint (count (text, i == 1 ? "1 · Doelgroepen" : "Doelgroepen"), ==, i == 1);
  }
}

/* --- Notes --- */

static void
count_notes (PopplerStructureElementIter *iter, guint *n_notes, guint *n_labels)
{
  do {
    g_autoptr (PopplerStructureElement) element = poppler_structure_element_iter_get_element (iter);
    PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

    *n_notes += poppler_structure_element_get_kind (element) == POPPLER_STRUCTURE_ELEMENT_NOTE;
    *n_labels +=
        poppler_structure_element_get_kind (element) == POPPLER_STRUCTURE_ELEMENT_LIST_LABEL;
    if (child != NULL)
      count_notes (child, n_notes, n_labels);
    g_clear_pointer (&child, poppler_structure_element_iter_free);
  } while (poppler_structure_element_iter_next (iter));
}

/* Notes that run on around each other are one element each, read whole. */
static void
test_notes (void)
{
  g_autoptr (GString) body = g_string_new ("Merk[^a][^b][^c].\n\n");
  g_autoptr (GString) expected = g_string_new (NULL);
  guint n_notes = 0, n_labels = 0;

  for (guint i = 0; i < 40; i++)
    g_string_append (body, "Lijn.\n\n");
  for (guint note = 0; note < 3; note++) {
    g_string_append_printf (body, "[^%c]:", 'a' + (char) note);
    g_string_append_printf (expected, "%u ", note + 1);
    for (guint i = 1; i <= 400; i++) {
      g_string_append_printf (body, " %c%u.", 'a' + (char) note, i);
      g_string_append_printf (expected, "%c%u. ", 'a' + (char) note, i);
    }
    g_string_append (body, "\n\n");
  }
  const FixtureSection sections[] = { { 1, AKK_SCHEME_RUNNING, "Noten", body->str }, { 0 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
  g_autofree char *read = fixture_read (pdf);

  g_assert_cmpuint (akk_pages_count (pages), >, 2);
  count_notes (iter, &n_notes, &n_labels);
  poppler_structure_element_iter_free (iter);
  g_assert_cmpuint (n_notes, ==, 3);
  g_assert_cmpuint (n_labels, ==, 3);
  g_test_message ("%s", read);
  g_assert_nonnull (strstr (read, expected->str));
}

/* What is referred to was removed: the reference is a blank, not its notation. */
static void
test_dead (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_RUNNING, "Een", "Zie artikel {{ref:9}} op p. {{ref:9.page}}.\n" },
    { 0 },
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *words = fixture_words (pdf);

  g_assert_cmpuint (count (words, "Zie artikel […] op p. […]."), ==, 1);
  g_assert_cmpuint (count (words, "ref:9"), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-links/a-dead-reference-is-a-blank", test_dead);
  g_test_add_func ("/agreement-links/references-and-notes-lead-there-and-back", test_links);
  g_test_add_func ("/agreement-links/nothing-leads-nowhere", test_nowhere);
  g_test_add_func ("/agreement-links/every-heading-is-a-bookmark", test_bookmarks);
  g_test_add_func ("/agreement-links/contents-leave-out-what-returns", test_contents);
  g_test_add_func ("/agreement-links/contents-close-up-to-one-page", test_close_contents);
  g_test_add_func ("/agreement-links/headers-name-the-chapter", test_chapters);
  g_test_add_func ("/agreement-links/a-note-is-one-element-however-it-is-split", test_notes);
  return g_test_run ();
}
