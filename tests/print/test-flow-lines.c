/* Tests of breaking a paragraph into lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/flow-lines.h"

#include <string.h>

/* Every box may be split in the middle. */
static gboolean
halve_cb (gpointer data, guint index, double room, guint *offset, double *left, double *right)
{
  const AkkBox *boxes = data;
  double half = boxes[index].width / 2;

  if (half + 1 > room || boxes[index].width < 6)
    return FALSE;
  *offset = 1;
  *left = half + 1;
  *right = half;
  return TRUE;
}

/* Boxes from words: each letter is one wide; '+' at the end: belongs to the next; '/' at the end: a
 * hard break. The lines come back with '|' between. */
static char *
break_words (const char *text, AkkLineRules rules, gboolean split)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  g_autofree AkkBox *boxes = g_new0 (AkkBox, n + 1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    gsize length = strlen (words[i]);
    char end = words[i][length - 1];
    boxes[i] = (AkkBox) { .width = (double) (length - (end == '+' || end == '/')),
                          .space = 1,
                          .end = end == '+'   ? AKK_END_NONE
                                 : end == '/' ? AKK_END_HARD
                                              : AKK_END_BREAK };
  }
  rules.split = split ? halve_cb : NULL;
  rules.data = boxes;
  g_autoptr (GArray) ends = akk_break_lines (boxes, n, &rules);
  for (guint i = 0, box = 0; i < ends->len; i++) {
    const AkkLineEnd *end = &g_array_index (ends, AkkLineEnd, i);
    if (i > 0)
      g_string_append_c (out, '|');
    for (gboolean first = TRUE; box <= end->last; box++, first = FALSE) {
      g_string_append_printf (out, "%s%s", first ? "" : " ", words[box]);
      if (box == end->last && end->offset != 0) {
        g_string_append_c (out, '-');
        break;
      }
    }
  }
  return g_string_free_and_steal (out);
}

static void
test_cases (void)
{
  static const struct {
    const char *text;
    double measure;
    gboolean tail, split;
    const char *lines;
  } cases[] = {
    { "aa bb cc", 20, FALSE, FALSE, "aa bb cc" },
    { "aaaa bbbb cccc", 9, FALSE, FALSE, "aaaa bbbb|cccc" },
    { "aaaa bbbb+ cccc dddd", 9, FALSE, FALSE, "aaaa|bbbb+ cccc|dddd" },
    { "aa/ bb cc", 20, FALSE, FALSE, "aa/|bb cc" },
    { "a aaaaaaaaaaaaaaaaaaaa b", 9, FALSE, FALSE, "a|aaaaaaaaaaaaaaaaaaaa|b" },
    /* A short last line pulls a word down. */
    { "aaaaaa bbbbbb cccccc dddddd e", 27, TRUE, FALSE, "aaaaaa bbbbbb cccccc|dddddd e" },
    { "aaaaaa bbbbbb cccccc dddddd e", 27, FALSE, FALSE, "aaaaaa bbbbbb cccccc dddddd|e" },
    /* Calm rather than greedy: no hole in the second line. */
    { "aaaa bb cc ddddd", 7, FALSE, FALSE, "aaaa|bb cc|ddddd" },
    /* A hyphen only where the line would fall short… */
    { "aaaa aaaa cccccccccccc ddd eee ffff gggg", 20, FALSE, TRUE,
      "aaaa aaaa cccccccccccc-|cccccccccccc ddd eee ffff|gggg" },
    /* …and not if it would end in the last line alone. */
    { "aaaa bbbbbbbb", 10, FALSE, TRUE, "aaaa|bbbbbbbb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = break_words (
        cases[i].text, (AkkLineRules) { .measure = cases[i].measure, .tail = cases[i].tail },
        cases[i].split);
    g_assert_cmpstr (lines, ==, cases[i].lines);
  }
}

static void
test_nothing (void)
{
  AkkLineRules rules = { .measure = 10 };
  g_autoptr (GArray) ends = akk_break_lines (NULL, 0, &rules);

  g_assert_cmpuint (ends->len, ==, 0);
}

static guint
greedy_count (const AkkBox *boxes, guint n, double measure)
{
  double width = 0, space = 0;
  guint lines = 1;

  for (guint i = 0; i < n; i++) {
    if (i > 0 && width + space + boxes[i].width > measure) {
      lines++;
      width = boxes[i].width;
    } else {
      width += space + boxes[i].width;
    }
    space = boxes[i].space;
  }
  return lines;
}

/* Random paragraphs: everything is there once, in order, within the measure, in no more lines than
 * a greedy breaker needs; no two hyphens in a row, none before the last line. */
static void
test_random (void)
{
  for (guint round = 0; round < 3000; round++) {
    guint n = (guint) g_test_rand_int_range (1, 80);
    double measure = g_test_rand_double_range (30, 120);
    gboolean split = g_test_rand_bit ();
    g_autofree AkkBox *boxes = g_new0 (AkkBox, n);
    for (guint i = 0; i < n; i++)
      boxes[i] = (AkkBox) { g_test_rand_double_range (1, 28), 2, AKK_END_BREAK };
    AkkLineRules rules = { .measure = measure, .tail = TRUE, .data = boxes };
    rules.split = split ? halve_cb : NULL;
    g_autoptr (GArray) ends = akk_break_lines (boxes, n, &rules);

    guint box = 0;
    gboolean inside = FALSE;
    for (guint i = 0; i < ends->len; i++) {
      const AkkLineEnd *end = &g_array_index (ends, AkkLineEnd, i);
      double width = 0;
      g_assert_cmpuint (end->last, >=, box);
      g_assert_false (inside && end->offset != 0);
      g_assert_false (inside && end->last + 1 == n && end->offset == 0 && ends->len > i + 1);
      for (guint k = box; k <= end->last; k++) {
        double whole = boxes[k].width;
        width += k > box ? boxes[k].space : 0;
        if (k == box && inside)
          whole = boxes[k].width / 2;
        width += k == end->last && end->offset != 0 ? boxes[k].width / 2 + 1 : whole;
      }
      g_assert_cmpfloat (width, <=, measure + 0.01);
      inside = end->offset != 0;
      box = end->last + (inside ? 0 : 1);
    }
    g_assert_cmpuint (box, ==, n);
    g_assert_cmpuint (ends->len, <=, greedy_count (boxes, n, measure));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-lines/lines-end-where-they-should", test_cases);
  g_test_add_func ("/flow-lines/nothing-has-no-lines", test_nothing);
  g_test_add_func ("/flow-lines/random-paragraphs-keep-the-rules", test_random);
  return g_test_run ();
}
