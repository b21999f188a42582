/* Tests of an agreement on paper: what poppler finds in its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement-fixture.h"

#include <locale.h>
#include <string.h>

#include "print/paper-internal.h"

static const FixtureSection small[] = {
  { 1, AKK_SCHEME_PART, "Algemene doelstelling", "" },
  { 2, AKK_SCHEME_RUNNING, "Waarom deze overeenkomst",
    "De graad van 80 %[^1] is een **streefcijfer** voor _iedereen_.\n\n[^1]: Vlaams "
    "Regeerakkoord.\n" },
  { 2, AKK_SCHEME_RUNNING, "Rollen",
    "De partner neemt rollen op:\n\n- als **regisseur** van:\n  - het eerste;\n  - het tweede;\n- "
    "als loket.\n\n"
    "  Met een vervolg.\n\n1. een\n2. twee\n   1. onder\n\n> Een citaat.\n" },
  { 3, AKK_SCHEME_DECIMAL_PATH, "Onderdeel", "Zie [het loket](https://www.example.be/loket).\n" },
  { 3, AKK_SCHEME_RUN_IN, "Inloper", "Deze tekst loopt door.\n" },
  { 1, AKK_SCHEME_PART, "Tabel", "" },
  { 2, AKK_SCHEME_ARTICLE, "Vlakken",
    "| Vlak | Aantal |\n|---|--:|\n| Nazorg | 1.204 |\n| Controle | 12 |\n\nSlot van "
    "{{party:5.short}}.\n" },
  { 0 },
};

static void
test_words (void)
{
  /* Poppler reads the page numbers of the contents as a column. */
  static const char expected[] =
      "Samenwerkingsovereenkomst Ontwerp Inhoud Deel I Algemene doelstelling "
      "1 Waarom deze overeenkomst 2 Rollen 2.1 Onderdeel 2 Inloper 3 3 3 3 3 Deel II Tabel "
      "Artikel 1 Vlakken 3 3 Deel I Algemene doelstelling 1 Waarom deze overeenkomst "
      "De graad van 80 %1 is een streefcijfer voor iedereen. 2 Rollen De partner neemt rollen op: "
      "• als regisseur van: – het eerste; – het tweede; • als loket. Met een vervolg. "
      "1. een 2. twee a. onder Een citaat. 2.1 Onderdeel Zie het loket. "
      "2. Inloper. Deze tekst loopt door. "
      "Deel II Tabel Artikel 1. Vlakken Vlak Aantal Nazorg 1.204 Controle 12 "
      "Slot van {{party:5.short}}. 1 Vlaams Regeerakkoord. ";
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (small);
  fixture_set_title (fixture, "Samenwerkingsovereenkomst", "");
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *words = fixture_words (pdf);

  g_assert_cmpuint (akk_pages_count (pages), ==, 3);
  g_autofree char *read = fixture_read (pdf);

  g_assert_cmpstr (words, ==, expected);
  /* Read aloud, a note follows its paragraph. */
  g_assert_nonnull (strstr (read, "voor iedereen. 1 Vlaams Regeerakkoord. 2 Rollen"));
  g_assert_cmpuint (akk_pages_missing_glyphs (pages), ==, 0);
}

/* Numbered words, so that order and loss show: "w1 w2 …" in paragraphs, items, tables, notes. */
static char *
numbered (guint *next, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sw%u", i > 0 ? " " : "", (*next)++);
  return g_string_free_and_steal (text);
}

static char *
random_body (guint *next)
{
  GString *body = g_string_new (NULL);
  guint blocks = (guint) g_test_rand_int_range (0, 8);

  for (guint i = 0; i < blocks; i++) {
    guint kind = (guint) g_test_rand_int_range (0, 6);
    guint parts = kind == 0 ? 1 : (guint) g_test_rand_int_range (1, 9);
    for (guint k = 0; k < parts; k++) {
      g_autofree char *words =
          numbered (next, (guint) g_test_rand_int_range (1, kind == 5 ? 4 : 70));
      if (kind == 5) {
        g_autofree char *more = numbered (next, 3);
        /* The head has no numbers: it may be printed again. */
        g_string_append_printf (body, "%s| %s | %s |\n", k == 0 ? "| a | b |\n|---|--:|\n" : "",
                                words, more);
      } else {
        g_string_append_printf (body,
                                kind == 1 || kind == 2 ? "- %s\n"
                                : kind == 3            ? "1. %s\n"
                                                       : "%s\n",
                                words);
        if (kind == 4)
          g_string_append_c (body, '\n');
      }
    }
    g_string_append (body, "\n<!-- -->\n\n");
  }
  return g_string_free_and_steal (body);
}

/* The numbers of the words in a text, without those of the contents, in their order. */
static GArray *
numbers_in (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (const char *at = text; (at = strchr (at, 'w')) != NULL; at++) {
    guint number = (guint) strtoul (at + 1, NULL, 10);
    if (number > 0)
      g_array_append_val (numbers, number);
  }
  return numbers;
}

/* The first page after the contents. */
static int
first_page (Fixture *fixture, AkkPages *pages)
{
  guint page;
  double y, height;

  for (guint i = 0; i < fixture->text->n_lines; i++) {
    if (akk_pages_find_line (pages, i, &page, &y, &height))
      return (int) page;
  }
  return 0;
}

/* Seen on the pages, each word once. */
static void
check_seen (GBytes *pdf, int first, guint next)
{
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autofree guint8 *seen = g_new0 (guint8, next);
  guint n = 0;

  for (int i = first; i < poppler_document_get_n_pages (document); i++) {
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
    g_autofree char *text = fixture_area (page, 60, 780);
    g_autoptr (GArray) numbers = numbers_in (text);
    for (guint k = 0; k < numbers->len; k++, n++) {
      guint number = g_array_index (numbers, guint, k);
      g_assert_cmpuint (number, <, next);
      g_assert_cmpuint (seen[number]++, ==, 0);
    }
  }
  g_assert_cmpuint (n, ==, next - 1);
}

/* Nothing is lost, nothing changes place, headings do not stand alone; from any random text. */
static void
test_random (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();

  for (guint round = 0; round < 4; round++) {
    FixtureSection sections[40] = { 0 };
    guint n = (guint) g_test_rand_int_range (1, 39), next = 1, depth = 0;
    for (guint i = 0; i < n; i++) {
      depth = (guint) g_test_rand_int_range (1, (gint32) MIN (depth + 2, 9));
      sections[i].depth = depth;
      sections[i].scheme =
          (AkkScheme) g_test_rand_int_range (AKK_SCHEME_NONE, AKK_SCHEME_RUN_IN + 1);
      sections[i].heading = numbered (&next, (guint) g_test_rand_int_range (0, 20));
      sections[i].body = random_body (&next);
    }
    g_autoptr (Fixture) fixture = fixture_new (sections);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    g_autoptr (GBytes) pdf = fixture_pdf (pages);
    check_seen (pdf, first_page (fixture, pages), next);
    for (guint line = 0, section = 0; line + 1 < fixture->text->n_lines; line++) {
      guint page, next_page;
      double y, height;
      if (fixture->text->lines[line]->kind != AKK_LINE_HEADING)
        continue;
      /* One that runs in and finds no text is a paragraph of its own. */
      if (sections[section++].scheme == AKK_SCHEME_RUN_IN &&
          fixture->text->lines[line + 1]->kind == AKK_LINE_HEADING)
        continue;
      if (akk_pages_find_line (pages, line, &page, &y, &height) &&
          akk_pages_find_line (pages, line + 1, &next_page, &y, &height))
        g_assert_cmpuint (page, ==, next_page);
    }
    for (guint i = 0; i < n; i++) {
      g_free ((char *) sections[i].heading);
      g_free ((char *) sections[i].body);
    }
  }
}

static char *
area_text (GBytes *pdf, int index, double y1, double y2)
{
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, index);

  return fixture_area (page, y1, y2);
}

/* A section with so many paragraphs. */
static char *
paragraphs (guint n)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (
        body, "De stuurgroep volgt de overeenkomst en het actieplan op. Zij komt minstens één "
              "keer om de twee jaar samen en in elk geval voor de jaarlijkse evaluatie.\n\n");
  return g_string_free_and_steal (body);
}

static void
test_furniture (void)
{
  g_autofree char *body = paragraphs (30);
  const FixtureSection sections[] = { { 1, AKK_SCHEME_PART, "Overleg", "" },
                                      { 2, AKK_SCHEME_RUNNING, "Stuurgroep", body },
                                      { 1, AKK_SCHEME_PART, "Duur", body },
                                      { 0 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  fixture_set_title (fixture, "Samenwerkingsovereenkomst", "Overeenkomst Scheldeland");
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *first = area_text (pdf, 0, 0, 60);
  g_autofree char *second = area_text (pdf, 1, 0, 60);
  g_autofree char *last = area_text (pdf, (int) akk_pages_count (pages) - 1, 0, 60);
  g_autofree char *foot = area_text (pdf, 1, 780, 842);
  g_autofree char *place = g_strdup_printf ("Pagina 2 van %u", akk_pages_count (pages));

  g_assert_cmpstr (first, ==, "");
  g_assert_nonnull (strstr (second, "Overeenkomst Scheldeland"));
  g_assert_nonnull (strstr (second, "Deel I · Overleg"));
  g_assert_nonnull (strstr (last, "Deel II · Duur"));
  g_assert_nonnull (strstr (foot, "Ontwerp · 17 november 2025"));
  g_assert_nonnull (strstr (foot, place));
}

static void
test_fonts (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (small);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter;
  guint n = 0;

  g_assert_true (poppler_font_info_scan (info, 100, &iter));
  do {
    const char *name = poppler_fonts_iter_get_name (iter);
    g_assert_true (g_str_has_prefix (name, "Vollkorn-") || g_str_has_prefix (name, "SourceSans3-"));
    g_assert_true (poppler_fonts_iter_is_embedded (iter));
    n++;
  } while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >=, 4);
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) before = NULL;
  static const char *locales[] = { "C.UTF-8", "nl_BE.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++) {
    setlocale (LC_ALL, locales[i]);
    g_autoptr (AkkPaper) paper = fixture_paper ();
    g_autoptr (Fixture) fixture = fixture_new (small);
    for (guint again = 0; again < 2; again++) { /* the second time from the cache */
      g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
      g_autoptr (GBytes) pdf = fixture_pdf (pages);
      if (before != NULL)
        g_assert_true (g_bytes_equal (before, pdf));
      g_clear_pointer (&before, g_bytes_unref);
      before = g_steal_pointer (&pdf);
    }
  }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_empty (void)
{
  static const FixtureSection cases[][2] = { { { 0 } },
                                             { { 1, AKK_SCHEME_NONE, "", "" }, { 0 } },
                                             { { 1, AKK_SCHEME_RUN_IN, "Alleen dit", "" },
                                               { 0 } } };
  static const char *words[] = { "", "", "1. Alleen dit. " };
  g_autoptr (AkkPaper) paper = fixture_paper ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Fixture) fixture = fixture_new (cases[i]);
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    g_autoptr (GBytes) pdf = fixture_pdf (pages);
    g_autofree char *found = fixture_words (pdf);
    g_assert_cmpuint (akk_pages_count (pages), ==, 1);
    g_assert_cmpstr (found, ==, words[i]);
  }
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (600, 'a');
  GString *item = g_string_new ("- ");
  for (guint i = 0; i < 100; i++)
    g_string_append (
        item, "een heel lang onderdeel dat over veel lijnen doorloopt en nooit lijkt te stoppen, ");
  g_string_append_printf (item, "tot hier.\n\n%s\n", word);
  const FixtureSection sections[] = { { 1, AKK_SCHEME_ARTICLE, word, item->str }, { 0 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  g_autoptr (GBytes) pdf = fixture_pdf (pages);
  g_autofree char *words = fixture_words (pdf);
  guint letters = 0;

  for (const char *at = strstr (words, "tot hier."); *at != '\0'; at++)
    letters += *at == 'a';
  g_assert_cmpuint (letters, ==, 600);
  g_assert_cmpuint (akk_pages_count (pages), >=, 2);
  g_string_free (item, TRUE);
}

/* Line to place and back. */
static void
test_places (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (small);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  guint page, line;
  double y, height;

  for (guint i = 0; i < fixture->text->n_lines; i++) {
    if (!akk_pages_find_line (pages, i, &page, &y, &height)) {
      /* Notes stand at the foot, run-in headings in the line that follows. */
      g_assert_true (fixture->text->lines[i]->kind == AKK_LINE_NOTE ||
                     g_str_equal (fixture->text->lines[i]->text, "Inloper"));
      continue;
    }
    g_assert_cmpfloat (height, >, 0);
    g_assert_true (akk_pages_line_at (pages, page, y + height / 2, &line));
    g_assert_cmpuint (line, ==, i);
  }
  g_assert_false (akk_pages_find_line (pages, 1000, &page, &y, &height));
  /* Above the first line of its page there is none; the contents have no line at all. */
  g_assert_true (akk_pages_find_line (pages, 0, &page, &y, &height));
  g_assert_true (akk_pages_line_at (pages, page, 0, &line));
  g_assert_cmpuint (line, ==, 0);
  g_assert_false (akk_pages_line_at (pages, page - 1, 100, &line));
}

static void
test_change (void)
{
  g_autofree char *body = paragraphs (200);
  const FixtureSection sections[] = { { 1, AKK_SCHEME_PART, "Overleg", body }, { 0 } };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  g_autoptr (AkkPages) before = fixture_print (fixture, paper);
  guint set = akk_paper_set_count (paper);
  g_autoptr (AkkLine) line = akk_line_new (AKK_LINE_PARAGRAPH, 0, "Een andere tekst.", NULL, 0);
  AkkText *changed = akk_text_splice (fixture->text, 50, 1, &line, 1);

  akk_text_unref (fixture->text);
  fixture->text = changed;
  g_autoptr (AkkPages) after = fixture_print (fixture, paper);
  g_assert_cmpuint (akk_paper_set_count (paper), ==, set + 1);
  g_assert_cmpuint (akk_pages_count (after), ==, akk_pages_count (before));
}

static void
collect_headings (PopplerStructureElementIter *iter, GString *levels)
{
  do {
    g_autoptr (PopplerStructureElement) element = poppler_structure_element_iter_get_element (iter);
    PopplerStructureElementKind kind = poppler_structure_element_get_kind (element);
    if (kind >= POPPLER_STRUCTURE_ELEMENT_HEADING_1 && kind <= POPPLER_STRUCTURE_ELEMENT_HEADING_6)
      g_string_append_printf (levels, "%d", kind - POPPLER_STRUCTURE_ELEMENT_HEADING_1 + 1);
    PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
    if (child != NULL) {
      collect_headings (child, levels);
      poppler_structure_element_iter_free (child);
    }
  } while (poppler_structure_element_iter_next (iter));
}

/* A section without a heading, and depths beyond six, leave no hole in the levels. */
static void
test_levels (void)
{
  static const FixtureSection sections[] = {
    { 1, AKK_SCHEME_PART, "Een", "a\n" },     { 2, AKK_SCHEME_NONE, "", "b\n" },
    { 3, AKK_SCHEME_DECIMAL, "Drie", "c\n" }, { 4, AKK_SCHEME_DECIMAL, "Vier", "d\n" },
    { 5, AKK_SCHEME_LETTER, "Vijf", "e\n" },  { 6, AKK_SCHEME_DECIMAL_PATH, "Zes", "f\n" },
    { 7, AKK_SCHEME_ROMAN, "Zeven", "g\n" },  { 8, AKK_SCHEME_NONE, "Acht", "h\n" },
    { 1, AKK_SCHEME_PART, "Nieuw", "i\n" },   { 0 }
  };
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (sections);
  static const char *expected[] = { "112345661", "1223456662" };

  for (guint titled = 0; titled < 2; titled++) {
    fixture_set_title (fixture, titled ? "Titel" : "", "");
    g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
    g_autoptr (GBytes) pdf = fixture_pdf (pages);
    g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
    PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
    GString *levels = g_string_new (NULL);
    collect_headings (iter, levels);
    g_assert_cmpstr (levels->str, ==, expected[titled]);
    g_string_free (levels, TRUE);
    poppler_structure_element_iter_free (iter);
  }
}

/* The same code draws where there are no tags: preview and printer. */
static void
test_screen (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (Fixture) fixture = fixture_new (small);
  g_autoptr (AkkPages) pages = fixture_print (fixture, paper);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t *cr = cairo_create (surface);
  double width, height;
  guint inked = 0;

  akk_pages_size (pages, 0, &width, &height);
  g_assert_cmpfloat (ABS (width - 595.28) + ABS (height - 841.89), <, 0.01);
  akk_pages_draw (pages, akk_pages_count (pages) - 1, cr, NULL);
  cairo_surface_flush (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * 842; i++)
    inked += pixels[i] > 128;
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (inked, >, 500);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-print/every-word-in-order", test_words);
  g_test_add_func ("/agreement-print/random-texts-are-all-there", test_random);
  g_test_add_func ("/agreement-print/header-and-footer-say-where-one-is", test_furniture);
  g_test_add_func ("/agreement-print/only-the-shipped-typefaces", test_fonts);
  g_test_add_func ("/agreement-print/same-text-same-bytes-in-any-locale", test_same_bytes);
  g_test_add_func ("/agreement-print/empty-agreement-is-one-clean-page", test_empty);
  g_test_add_func ("/agreement-print/endless-words-and-items-are-broken", test_long);
  g_test_add_func ("/agreement-print/lines-are-found-on-pages-and-back", test_places);
  g_test_add_func ("/agreement-print/a-changed-line-alone-is-set-again", test_change);
  g_test_add_func ("/agreement-print/heading-levels-are-not-skipped", test_levels);
  g_test_add_func ("/agreement-print/screen-and-printer-need-no-tags", test_screen);
  return g_test_run ();
}
