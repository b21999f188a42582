/* Tests of breaking a flow into pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-pages.h"

#include <string.h>

static const AkkPageRules rules = {
  .height = 100, .grid = 5, .shortest = 40, .heading_free = 20, .foot_space = 5
};

/* Rows from letters, ten high: l a line; k kept strongly with the one above, w weakly; h a heading
 * with five above it and kept with the next by that one's own letter; p begins a page; B thirty
 * high; f a line with a note of ten; a digit puts so much space above the next. */
static guint
read_rows (const char *text, AkkRow *rows)
{
  guint n = 0;
  float before = 0;

  for (; *text != '\0'; text++) {
    if (g_ascii_isdigit (*text)) {
      before = (float) (*text - '0');
      continue;
    }
    rows[n] = (AkkRow) { .before = before, .height = *text == 'B' ? 30 : 10 };
    rows[n].keep = *text == 'k' ? AKK_KEEP_STRONG : *text == 'w' ? AKK_KEEP_WEAK : AKK_KEEP_NONE;
    rows[n].flags = *text == 'h' ? AKK_ROW_HEADING : *text == 'p' ? AKK_ROW_PAGE : 0;
    rows[n].foot = *text == 'f' ? 10 : 0;
    before = 0;
    n++;
  }
  return n;
}

static void
test_cases (void)
{
  static const struct {
    const char *rows, *pages; /* pages: the rows again, '|' where a page ends */
  } cases[] = {
    { "llllllllll", "llllllllll" },
    { "lllllllllll", "llllllllll|l" },
    { "llllllllllkll", "lllllllll|lkll" },
    { "llllllllhkk", "llllllll|hkk" },
    /* No heading in the last slots, even if what follows would fit. */
    { "llllllllhll", "llllllll|hll" },
    { "lllllllhll", "lllllllhll" },
    /* Weak: rather a short page, but not too short. */
    { "llllllllwww", "lllllll|lwww" },
    { "lllllwwwwwww", "lllllwwwww|ww" },
    /* Strong: the page is as short as it must be. */
    { "lllllkkkkkk", "llll|lkkkkkk" },
    /* Taller than a page: rules yield to the text. */
    { "lkkkkkkkkkkkk", "lkkkkkkkkk|kkk" },
    { "lwwwwwkkkkkkkk", "lwwww|wkkkkkkkk" },
    { "llp", "ll|p" },
    { "pl", "pl" },
    { "lllllllllB", "lllllllll|B" },
    /* Space at the top of a page is dropped; inside it counts. */
    { "llllllllll9lllllllll", "llllllllll|lllllllll" },
    { "5llllll5lll", "llllll5lll" },
    { "lllll5lllll", "lllll5llll|l" },
    /* A note stands on the page of its mark. */
    { "llllllllf", "llllllll|f" },
    { "lllllllf", "lllllllf" },
    { "flllllllll", "flllllll|ll" },
    { "llllllff", "llllllf|f" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkRow rows[64];
    AkkPlace places[64];
    guint n = read_rows (cases[i].rows, rows);
    guint n_pages = akk_break_pages (rows, n, &rules, places);
    GString *out = g_string_new (NULL);
    guint row = 0;
    for (const char *at = cases[i].rows; *at != '\0'; at++) {
      if (g_ascii_isdigit (*at))
        continue;
      if (row > 0 && places[row].page != places[row - 1].page)
        g_string_append_c (out, '|');
      else if (at > cases[i].rows && g_ascii_isdigit (at[-1]) && row > 0)
        g_string_append_c (out, at[-1]);
      g_string_append_c (out, *at);
      row++;
    }
    g_assert_cmpstr (out->str, ==, cases[i].pages);
    g_assert_cmpuint (n_pages, ==, places[n - 1].page + 1);
    g_string_free (out, TRUE);
  }
}

static void
test_empty (void)
{
  g_assert_cmpuint (akk_break_pages (NULL, 0, &rules, NULL), ==, 1);
}

static void
test_snap (void)
{
  AkkRow rows[] = { { .height = 12 },
                    { .before = 6, .height = 10, .flags = AKK_ROW_SNAP },
                    { .before = 2, .height = 10 } };
  AkkPlace places[3];

  akk_break_pages (rows, 3, &rules, places);
  g_assert_cmpfloat (places[1].y, ==, 15); /* not 18 */
  g_assert_cmpfloat (places[2].y, ==, 27);
}

static void
test_repeat (void)
{
  AkkRow rows[12] = { 0 };
  AkkPlace places[12];

  for (guint i = 0; i < 12; i++)
    rows[i] = (AkkRow) { .height = 10, .repeat = i > 0 ? 20 : 0 };
  g_assert_cmpuint (akk_break_pages (rows, 12, &rules, places), ==, 2);
  g_assert_cmpuint (places[10].page, ==, 1);
  g_assert_cmpfloat (places[10].y, ==, 20); /* below the head */
}

static double
chunk_height (const AkkRow *rows, guint from, guint to)
{
  double height = 0, foot = 0;

  for (guint i = from; i < to; i++) {
    height += rows[i].height + (i > from ? rows[i].before : 0);
    foot += rows[i].foot + (foot == 0 && rows[i].foot > 0 ? rules.foot_space : 0);
  }
  return height + foot;
}

/* Random flows: every row has a place, in order, without overlap, inside its page; pages break at a
 * strong keep only if what it holds together is taller than a page. */
static void
test_random (void)
{
  for (guint round = 0; round < 4000; round++) {
    guint n = (guint) g_test_rand_int_range (1, 120);
    g_autofree AkkRow *rows = g_new0 (AkkRow, n);
    g_autofree AkkPlace *places = g_new0 (AkkPlace, n);
    for (guint i = 0; i < n; i++) {
      guint dice = (guint) g_test_rand_int_range (0, 20);
      rows[i] = (AkkRow) { .before = (float) g_test_rand_int_range (0, 4) * 5,
                           .height = (float) g_test_rand_int_range (1, dice == 0 ? 90 : 20),
                           .keep = (guint8) (dice < 6   ? AKK_KEEP_STRONG
                                             : dice < 9 ? AKK_KEEP_WEAK
                                                        : 0),
                           .flags = (guint8) (dice == 10   ? AKK_ROW_HEADING
                                              : dice == 11 ? AKK_ROW_PAGE
                                              : dice == 12 ? AKK_ROW_SNAP
                                                           : 0),
                           .foot = dice == 13 ? 9 : 0 };
    }
    guint n_pages = akk_break_pages (rows, n, &rules, places);

    g_assert_cmpuint (n_pages, ==, places[n - 1].page + 1);
    g_assert_cmpuint (places[0].page, ==, 0);
    for (guint i = 0; i < n; i++) {
      double foot = 0;
      for (guint k = 0; k < n; k++) {
        if (places[k].page == places[i].page)
          foot += rows[k].foot + (foot == 0 && rows[k].foot > 0 ? rules.foot_space : 0);
      }
      gboolean alone = (i == 0 || places[i - 1].page != places[i].page) &&
                       (i + 1 == n || places[i + 1].page != places[i].page);
      if (!alone)
        g_assert_cmpfloat (places[i].y + rows[i].height + foot, <=, rules.height + 0.1);
      if (i == 0)
        continue;
      if (places[i].page == places[i - 1].page) {
        g_assert_cmpfloat (places[i].y, >=, places[i - 1].y + rows[i - 1].height - 0.01);
        continue;
      }
      g_assert_cmpuint (places[i].page, ==, places[i - 1].page + 1);
      g_assert_cmpfloat (places[i].y, ==, 0);
      if (rows[i].keep != AKK_KEEP_STRONG || rows[i].flags & AKK_ROW_PAGE)
        continue;
      guint from = i, to = i + 1;
      while (from > 0 && rows[from].keep == AKK_KEEP_STRONG && !(rows[from].flags & AKK_ROW_PAGE))
        from--;
      while (to < n && rows[to].keep == AKK_KEEP_STRONG && !(rows[to].flags & AKK_ROW_PAGE))
        to++;
      /* A heading inside needs its free space as well. */
      g_assert_cmpfloat (chunk_height (rows, from, to) + rules.heading_free, >, rules.height);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-pages/pages-end-where-they-should", test_cases);
  g_test_add_func ("/flow-pages/nothing-is-one-page", test_empty);
  g_test_add_func ("/flow-pages/headings-lead-back-to-the-grid", test_snap);
  g_test_add_func ("/flow-pages/head-of-a-table-is-repeated", test_repeat);
  g_test_add_func ("/flow-pages/random-flows-keep-the-rules", test_random);
  return g_test_run ();
}
