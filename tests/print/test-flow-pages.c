/* Tests of breaking a flow into pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-pages.h"

#include <string.h>

static const AkkPageRules rules = { .height = 100,
                                    .grid = 5,
                                    .shortest = 40,
                                    .shortest_whole = 50,
                                    .heading_free = 20,
                                    .float_space = 5,
                                    .foot_space = 5,
                                    .foot_line = 10,
                                    .foot_most = 3 };

/* Rows from letters, ten high: l a line; k kept strongly with the one above, w weakly; h a heading
 * with five above it and kept with the next by that one's own letter; p begins a page; B thirty
 * high; f a line with a note of ten; t begins a table that may move, u goes on with it, F is a
 * fence; a digit puts so much space above the next. */
static guint
read_rows (const char *text, AkkRow *rows, char *letters)
{
  guint n = 0;
  float before = 0;

  for (; *text != '\0'; text++) {
    if (g_ascii_isdigit (*text)) {
      before = (float) (*text - '0');
      continue;
    }
    letters[n] = *text;
    rows[n] = (AkkRow) { .before = before, .height = *text == 'B' ? 30 : 10 };
    rows[n].keep = *text == 'k' ? AKK_KEEP_STRONG : *text == 'w' ? AKK_KEEP_WEAK : AKK_KEEP_NONE;
    rows[n].flags = *text == 'h'   ? AKK_ROW_HEADING
                    : *text == 'p' ? AKK_ROW_PAGE
                    : *text == 'F' ? AKK_ROW_FENCE
                                   : 0;
    if (*text == 't') {
      rows[n].floats = (guint16) (1 + strspn (text + 1, "u"));
    } else if (*text == 'u') {
      gboolean edge = text[-1] == 't' || text[1] != 'u';
      rows[n].keep = edge ? AKK_KEEP_STRONG : AKK_KEEP_WEAK;
    }
    rows[n].notes = rows[n].note_lines = *text == 'f';
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
    { "5llllll5lll", "5llllll5lll" },
    { "lllll5lllll", "lllll5llll|l" },
    /* A note stands on the page of its mark. */
    { "llllllllf", "llllllll|f" },
    { "lllllllf", "lllllllf" },
    { "flllllllll", "flllllll|ll" },
    { "llllllff", "llllllf|f" },
    /* A table that does not fit moves on, and text that follows fills the page. */
    { "lllllllltuulll", "llllllllll|tuul" },
    { "lllllllltuullhk", "llllllllll|tuuhk" },
    { "lllltuulll", "lllltuulll" },
    /* Two of them keep their order; what is larger than a page does not go along. */
    { "lllllllltuultuul", "llllllllll|tuutuu" },
    { "lllllllltuultulllllll", "llllllllll|tuutullll|ll" },
    /* Not past a fence, a new page or the end, unless the page would be too short: then rather
     * divided. */
    { "lllllllltuulFl", "lllllllll|tuuFl" },
    { "lllltuuuuuuFl", "lllltuuuu|uuFl" },
    { "llllltuuuuuuFl", "lllll|tuuuuuuFl" },
    { "llllltuuuuuuuuuuuFl", "llllltuuuu|uuuuuuuFl" },
    { "lllllllltuulpl", "lllllllll|tuu|pl" },
    { "lllllllltuul", "lllllllll|tuu" },
    /* What is kept with a table holds it in its place. */
    { "lllllllltuukl", "llllllll|tuukl" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkRow rows[64];
    AkkPlace places[64];
    guint order[64];
    char letters[64];
    g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));
    guint n = read_rows (cases[i].rows, rows, letters);
    guint n_pages = akk_break_pages (rows, n, &rules, places, order, feet);
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint row = 0; row < n; row++) {
      for (guint page = row > 0 ? places[row - 1].page : 0; page < places[row].page; page++)
        g_string_append_c (out, '|');
      if (rows[row].before > 0 && (row == 0 || places[row].page == places[row - 1].page))
        g_string_append_printf (out, "%.0f", (double) rows[row].before);
      g_string_append_c (out, letters[order[row]]);
    }
    g_assert_cmpstr (out->str, ==, cases[i].pages);
    g_assert_cmpuint (n_pages, ==, places[n - 1].page + 1);
  }
}

static void
test_empty (void)
{
  g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_cmpuint (akk_break_pages (NULL, 0, &rules, NULL, NULL, feet), ==, 1);
}

static void
test_snap (void)
{
  AkkRow rows[] = { { .height = 12 },
                    { .before = 6, .height = 10, .flags = AKK_ROW_SNAP },
                    { .before = 2, .height = 10 } };
  AkkPlace places[3];
  guint order[3];
  g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));

  akk_break_pages (rows, 3, &rules, places, order, feet);
  g_assert_cmpfloat (places[1].y, ==, 15); /* not 18 */
  g_assert_cmpfloat (places[2].y, ==, 27);
}

static void
test_repeat (void)
{
  AkkRow rows[12] = { 0 };
  AkkPlace places[12];
  guint order[12];
  g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < 12; i++)
    rows[i] = (AkkRow) { .height = 10, .repeat = i > 0 ? 20 : 0 };
  g_assert_cmpuint (akk_break_pages (rows, 12, &rules, places, order, feet), ==, 2);
  g_assert_cmpuint (places[10].page, ==, 1);
  g_assert_cmpfloat (places[10].y, ==, 20); /* below the head */
}

static double
foot_height (guint lines)
{
  return lines > 0 ? lines * rules.foot_line + rules.foot_space : 0;
}

/* What rows that are held together need at most. */
static double
chunk_height (const AkkRow *rows, guint from, guint to)
{
  double height = 0;
  guint lines = 0;

  for (guint i = from; i < to; i++) {
    height += rows[i].height + (i > from ? rows[i].before : 0);
    lines += rows[i].note_lines;
  }
  return height + foot_height (lines);
}

static void
throw_rows (AkkRow *rows, guint n, gboolean tall)
{
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
                                                         : 0) };
    if (dice == 13 || (tall && dice == 14)) {
      rows[i].notes = (guint16) g_test_rand_int_range (1, tall ? 4 : 2);
      rows[i].note_lines = (guint16) (rows[i].notes + (tall ? g_test_rand_int_range (0, 12) : 0));
    }
  }
}

/* A page break before row `i`: at a strong keep only if what it holds together is too tall, or has
 * too many notes to begin them all on one page. */
static void
check_break (const AkkRow *rows, guint n, guint i)
{
  guint from = i, to = i + 1;

  if (rows[i].keep != AKK_KEEP_STRONG || rows[i].flags & AKK_ROW_PAGE)
    return;
  while (from > 0 && rows[from].keep == AKK_KEEP_STRONG && !(rows[from].flags & AKK_ROW_PAGE))
    from--;
  while (to < n && rows[to].keep == AKK_KEEP_STRONG && !(rows[to].flags & AKK_ROW_PAGE))
    to++;
  guint notes = 0;
  for (guint k = from; k < to; k++)
    notes += rows[k].notes;
  if (notes > rules.foot_most)
    return;
  /* A heading inside needs its free space as well. */
  g_assert_cmpfloat (chunk_height (rows, from, to) + rules.heading_free, >, rules.height);
}

/* Random flows: every row has a place, in order, without overlap, inside its page. */
static void
test_random (void)
{
  for (guint round = 0; round < 4000; round++) {
    guint n = (guint) g_test_rand_int_range (1, 120);
    g_autofree AkkRow *rows = g_new0 (AkkRow, n);
    g_autofree AkkPlace *places = g_new0 (AkkPlace, n);
    g_autofree guint *order = g_new0 (guint, n);
    g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));
    throw_rows (rows, n, round % 2 == 1);
    guint n_pages = akk_break_pages (rows, n, &rules, places, order, feet);

    g_assert_cmpuint (n_pages, ==, feet->len);
    g_assert_cmpuint (n_pages, >, places[n - 1].page);
    g_assert_cmpuint (places[0].page, ==, 0);
    for (guint i = 0; i < n; i++) {
      double foot = foot_height (g_array_index (feet, guint, places[i].page));
      gboolean alone = (i == 0 || places[i - 1].page != places[i].page) &&
                       (i + 1 == n || places[i + 1].page != places[i].page);
      if (!alone || rows[i].height + foot_height (rows[i].notes) <= rules.height)
        g_assert_cmpfloat (places[i].y + rows[i].height + foot, <=, rules.height + 0.1);
      if (i == 0)
        continue;
      if (places[i].page == places[i - 1].page) {
        g_assert_cmpfloat (places[i].y, >=, places[i - 1].y + rows[i - 1].height - 0.01);
        continue;
      }
      g_assert_cmpuint (places[i].page, ==, places[i - 1].page + 1);
      g_assert_cmpfloat (places[i].y, ==, 0);
      check_break (rows, n, i);
    }
  }
}

/* --- Notes --- */

/* Rows of ten with notes: a number of lines each, in a list by row. */
static void
test_notes (void)
{
  static const struct {
    guint16 notes[12][4]; /* of each row: lines, ends with 0 */
    guint n_rows;
    const char *parts; /* page:note.line+lines */
  } cases[] = {
    { { { 1 }, { 2 } }, 2, "0:0.0+1 0:1.0+2" },
    /* A third of the page, then the next pages; past the last row too. */
    { { { 7 } }, 1, "0:0.0+3 1:0.3+3 2:0.6+1" },
    /* What runs on comes before what is new. */
    { { { 5 }, { 0 }, { 0 }, { 0 }, { 0 }, { 0 }, { 0 }, { 1 } }, 8, "0:0.0+3 1:0.3+2 1:1.0+1" },
    /* Several on one line: each begins there. */
    { { { 4, 2, 3 } }, 1, "0:0.0+1 0:1.0+1 0:2.0+1 1:0.1+3 2:1.1+1 2:2.1+2" },
    { { { 2, 4 } }, 1, "0:0.0+2 0:1.0+1 1:1.1+3" },
    /* A later note on the page still begins there. */
    { { { 6 }, { 1 } }, 2, "0:0.0+2 0:1.0+1 1:0.2+3 2:0.5+1" },
    /* More of them than a third holds: the row moves, if it does not begin the page. */
    { { { 1 }, { 1, 1, 1 } }, 2, "0:0.0+1 1:1.0+1 1:2.0+1 1:3.0+1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkRow rows[12] = { 0 };
    AkkPlace places[12];
    guint order[12], lines[48], n_notes = 0;
    g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autoptr (GString) out = g_string_new (NULL);

    for (guint row = 0; row < cases[i].n_rows; row++) {
      rows[row].height = 10;
      for (const guint16 *note = cases[i].notes[row]; *note > 0; note++) {
        rows[row].notes++;
        rows[row].note_lines += *note;
        lines[n_notes++] = *note;
      }
    }
    akk_break_pages (rows, cases[i].n_rows, &rules, places, order, feet);
    g_autoptr (GArray) parts = akk_share_notes (rows, places, lines, n_notes, feet);
    for (guint k = 0; k < parts->len; k++) {
      const AkkNotePart *part = &g_array_index (parts, AkkNotePart, k);
      g_string_append_printf (out, "%s%u:%u.%u+%u", k > 0 ? " " : "", part->page, part->note,
                              part->line, part->n_lines);
    }
    g_assert_cmpstr (out->str, ==, cases[i].parts);
  }
}

/* Divides the lines of each row among its notes. */
static guint
throw_notes (const AkkRow *rows, guint n, guint *lines, guint *row_of)
{
  guint n_notes = 0;

  for (guint row = 0; row < n; row++) {
    guint left = rows[row].note_lines;
    for (guint i = rows[row].notes; i > 0; i--) {
      lines[n_notes] = i == 1 ? left : (guint) g_test_rand_int_range (1, (gint) (left - i + 2));
      left -= lines[n_notes];
      row_of[n_notes++] = row;
    }
  }
  return n_notes;
}

static void
check_parts (const GArray *parts, const AkkPlace *places, const guint *row_of, guint *done)
{
  for (guint i = 0; i < parts->len; i++) {
    const AkkNotePart *part = &g_array_index (parts, AkkNotePart, i);
    g_assert_cmpuint (part->n_lines, >, 0);
    g_assert_cmpuint (part->line, ==, done[part->note]);
    if (part->line == 0)
      g_assert_cmpuint (part->page, ==, places[row_of[part->note]].page);
    if (i > 0) {
      g_assert_cmpuint (part->page, >=, part[-1].page);
      g_assert_true (part->page > part[-1].page || part->note > part[-1].note);
    }
    done[part->note] += part->n_lines;
  }
}

/* Random notes: every line once and in order, the first one on the page of the mark, never more
 * than a third of a page unless more notes than that begin on one row. */
static void
test_random_notes (void)
{
  for (guint round = 0; round < 4000; round++) {
    guint n = (guint) g_test_rand_int_range (1, 80);
    g_autofree AkkRow *rows = g_new0 (AkkRow, n);
    g_autofree AkkPlace *places = g_new0 (AkkPlace, n);
    g_autofree guint *order = g_new0 (guint, n);
    guint lines[320], row_of[320], done[320] = { 0 };
    g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));

    throw_rows (rows, n, TRUE);
    guint n_notes = throw_notes (rows, n, lines, row_of);
    akk_break_pages (rows, n, &rules, places, order, feet);
    g_autoptr (GArray) parts = akk_share_notes (rows, places, lines, n_notes, feet);
    g_autofree guint *shown = g_new0 (guint, feet->len);
    check_parts (parts, places, row_of, done);
    for (guint note = 0; note < n_notes; note++)
      g_assert_cmpuint (done[note], ==, lines[note]);
    for (guint i = 0; i < parts->len; i++)
      shown[g_array_index (parts, AkkNotePart, i).page] +=
          g_array_index (parts, AkkNotePart, i).n_lines;
    for (guint page = 0; page < feet->len; page++) {
      g_assert_cmpuint (shown[page], ==, g_array_index (feet, guint, page));
      g_assert_cmpuint (shown[page], <=, rules.foot_most);
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
  g_test_add_func ("/flow-pages/notes-run-on", test_notes);
  g_test_add_func ("/flow-pages/random-notes-keep-the-rules", test_random_notes);
  return g_test_run ();
}
