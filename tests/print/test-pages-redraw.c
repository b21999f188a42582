/* Tests of drawing only what changed on a page: it looks as if it were drawn whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "agreement-fixture.h"
#include "print/pages-redraw.h"

#define SCALE 1.37
#define FILLER                                                                                     \
  "De partners werken samen aan een sluitende aanpak voor werk en sociale economie in de regio. "  \
  "Zij delen hun gegevens, stemmen hun aanbod af en leren van elkaar. Wat zij beloven, staat in "  \
  "deze overeenkomst; wat zij doen, staat in het actieplan."
#define ROWS                                                                                       \
  "| VDAB | werk |\n| IVSES | zorg |\n| Zele | buurt |\n| Laarne | school |\n| Wetteren | tuin "   \
  "|\n"                                                                                            \
  "| Berlare | huis |\n| Kalken | boek |\n"
#define FILLERS FILLER "\n\n" FILLER "\n\n" FILLER "\n\n" FILLER "\n\n"
#define MANY FILLERS FILLERS FILLERS FILLERS

static cairo_surface_t *
image_new (AkkPages *pages, guint page)
{
  double width, height;

  akk_pages_size (pages, page, &width, &height);
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * SCALE),
                                     (int) ceil (height * SCALE));
}

static gboolean
looks_equal (cairo_surface_t *one, cairo_surface_t *two)
{
  gsize size =
      (gsize) cairo_image_surface_get_stride (one) * (gsize) cairo_image_surface_get_height (one);

  cairo_surface_flush (one);
  cairo_surface_flush (two);
  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (two), size) == 0;
}

static AkkPages *
print (AkkPaper *paper, const char *first, const char *second)
{
  const FixtureSection sections[] = { { 1, AKK_SCHEME_PART, "Doel", first },
                                      { 1, AKK_SCHEME_PART, "Afspraken", second },
                                      { 0, AKK_SCHEME_NONE, NULL, NULL } };
  g_autoptr (Fixture) fixture = fixture_new (sections);

  return fixture_print (fixture, paper);
}

static void
check_page (AkkPages *pages, AkkPages *before, guint page)
{
  cairo_surface_t *patched = image_new (pages, page), *whole = image_new (pages, page);
  gboolean same;

  if (page < akk_pages_count (before))
    akk_pages_redraw (before, NULL, page, patched, SCALE);
  akk_pages_redraw (pages, page < akk_pages_count (before) ? before : NULL, page, patched, SCALE);
  akk_pages_redraw (pages, NULL, page, whole, SCALE);
  same = looks_equal (patched, whole);
  if (!same)
    g_test_message ("page %u", page + 1);
  g_assert_true (same);
  cairo_surface_destroy (patched);
  cairo_surface_destroy (whole);
}

static const struct {
  const char *what, *first, *second; /* instead of MANY */
} changes[] = {
  { "nothing", MANY, MANY },
  { "a word", FILLERS "Nu staat hier iets anders.\n\n" FILLERS FILLERS, MANY },
  { "a longer paragraph", FILLERS FILLER " " FILLER "\n\n" FILLERS FILLERS, MANY },
  { "an end", MANY, MANY "Slot.\n" },
  { "a list", FILLERS "- een\n- twee\n\n" FILLERS FILLERS, MANY },
  { "a table", FILLERS "| Wie | Wat |\n|---|---|\n| VDAB | werk |\n\n" FILLERS, MANY },
  { "a note", FILLERS "Met een noot[^1].\n\n[^1]: Zo staat het in het decreet.\n\n" FILLERS, MANY },
  { "a word above the note",
    FILLERS "Met zo een noot[^1].\n\n[^1]: Zo staat het in het decreet.\n\n" FILLERS, MANY },
  { "another note", FILLERS "Met zo een noot[^1].\n\n[^1]: Zo staat het elders.\n\n" FILLERS,
    MANY },
  { "a long table", "| Wie | Wat |\n|---|---|\n" ROWS ROWS ROWS ROWS ROWS ROWS "\n" FILLERS, MANY },
  { "a word in the table",
    "| Wie | Wat |\n|---|---|\n" ROWS ROWS ROWS "| VDAB | rust |\n" ROWS ROWS ROWS "\n" FILLERS,
    MANY },
  { "a word in the head",
    "| Wij | Wat |\n|---|---|\n" ROWS ROWS ROWS "| VDAB | rust |\n" ROWS ROWS ROWS "\n" FILLERS,
    MANY },
  { "a quote", FILLERS "> " FILLER "\n\n" FILLERS FILLERS, MANY },
  { "a shorter text", FILLERS, "Kort.\n" },
};

static void
test_changes (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (AkkPages) last = print (paper, MANY, MANY);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (AkkPages) pages = print (paper, changes[i].first, changes[i].second);

    g_test_message ("%s", changes[i].what);
    for (guint page = 0; page < akk_pages_count (pages); page++)
      check_page (pages, last, page);
    for (guint page = 0; page < akk_pages_count (last); page++)
      check_page (last, pages, page);
    g_set_object (&last, pages);
  }
}

/* Where nothing changed nothing is drawn: the page before a change, and all of the same text. */
static void
test_unchanged (void)
{
  g_autoptr (AkkPaper) paper = fixture_paper ();
  g_autoptr (AkkPages) one = print (paper, MANY, MANY "Slot.\n");
  g_autoptr (AkkPages) two = print (paper, MANY, MANY "Slot.\n");
  g_autoptr (AkkPages) three = print (paper, MANY, MANY "Eind.\n");
  guint n = akk_pages_count (one);

  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (akk_pages_count (three), ==, n);
  for (guint page = 0; page < n; page++)
    g_assert_false (akk_pages_differ (two, one, page));
  for (guint page = 0; page + 1 < n; page++)
    g_assert_false (akk_pages_differ (three, one, page));
  g_assert_true (akk_pages_differ (three, one, n - 1));
  g_assert_true (akk_pages_differ (one, NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages-redraw/looks-as-if-drawn-whole", test_changes);
  g_test_add_func ("/pages-redraw/what-is-the-same-is-not-drawn", test_unchanged);
  return g_test_run ();
}
