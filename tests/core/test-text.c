/* Lines are well-formed whatever they are made of; texts share what they have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text.h"

typedef struct {
  const char *name;
  const char *text;
  AkkRun runs[3];
  const char *expected;
  guint n_runs;
} LineCase;

static const LineCase line_cases[] = {
  { "plain", "een", { { 0 } }, "een", 1 },
  { "empty", "", { { 0 } }, "", 0 },
  { "two-styles",
    "abcd",
    { { .n_bytes = 2, .style = AKK_STYLE_BOLD }, { .n_bytes = 2 } },
    "abcd",
    2 },
  { "equal-neighbours-are-one", "abcd", { { .n_bytes = 1 }, { .n_bytes = 3 } }, "abcd", 1 },
  { "too-short-runs", "abcd", { { .n_bytes = 1, .style = AKK_STYLE_BOLD } }, "abcd", 2 },
  { "too-long-runs", "ab", { { .n_bytes = 9, .style = AKK_STYLE_BOLD } }, "ab", 1 },
  { "invalid-bytes", "a\377b", { { .n_bytes = 3 } }, "a\357\277\275b", 1 },
  { "run-ends-inside-a-character",
    "é",
    { { .n_bytes = 1, .style = AKK_STYLE_BOLD }, { .n_bytes = 1 } },
    "\357\277\275\357\277\275",
    2 },
  { "control-characters", "a\nb\001c\302\205d", { { 0 } }, "a b c d", 1 },
  { "tab-stays", "a\tb", { { 0 } }, "a\tb", 1 },
  { "breaks-are-runs", "a\342\200\250\342\200\250b", { { 0 } }, "a\342\200\250\342\200\250b", 4 },
  { "break-style-without-break", "ab", { { .n_bytes = 2, .style = AKK_STYLE_BREAK } }, "ab", 1 },
  { "stray-atom", "a" AKK_ATOM "b", { { 0 } }, "ab", 1 },
  { "field", AKK_ATOM, { { .n_bytes = 3, .field = "agreement.end" } }, AKK_ATOM, 1 },
  { "equal-fields-stay-two",
    AKK_ATOM AKK_ATOM,
    { { .n_bytes = 3, .field = "a" }, { .n_bytes = 3, .field = "a" } },
    AKK_ATOM AKK_ATOM,
    2 },
  { "impossible-field",
    AKK_ATOM "x",
    { { .n_bytes = 3, .field = "a}}b" }, { .n_bytes = 1 } },
    "x",
    1 },
  { "field-over-text", "abc", { { .n_bytes = 3, .field = "a" } }, "abc", 1 },
  { "figure", AKK_ATOM, { { .n_bytes = 3, .href = "blob:0f", .alt = "x" } }, AKK_ATOM, 1 },
  { "blob-is-no-link", "abc", { { .n_bytes = 3, .href = "blob:0f" } }, "abc", 1 },
};

static void
test_line (gconstpointer data)
{
  const LineCase *test = data;
  guint n_runs = 0;
  g_autoptr (AkkLine) line = NULL;
  gsize n_bytes = 0;

  while (n_runs < G_N_ELEMENTS (test->runs) && test->runs[n_runs].n_bytes > 0)
    n_runs++;
  line = akk_line_new (AKK_LINE_PARAGRAPH, 0, test->text, test->runs, n_runs);
  g_assert_cmpstr (line->text, ==, test->expected);
  g_assert_cmpuint (line->n_runs, ==, test->n_runs);
  for (guint i = 0; i < line->n_runs; i++)
    n_bytes += line->runs[i].n_bytes;
  g_assert_cmpuint (n_bytes, ==, strlen (line->text));
}

static void
test_labels_and_targets (void)
{
  AkkRun mark = { .n_bytes = 3, .note = "ABC" };
  AkkRun odd = { .n_bytes = 3, .note = "a b]" };
  AkkRun link = { .n_bytes = 1, .href = "a b\nc" };
  AkkRun figure = { .n_bytes = 3, .href = "blob:0f" };
  g_autoptr (AkkLine) marked = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &mark, 1);
  g_autoptr (AkkLine) oddly = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &odd, 1);
  g_autoptr (AkkLine) linked = akk_line_new (AKK_LINE_PARAGRAPH, 0, "x", &link, 1);
  g_autoptr (AkkLine) drawn = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &figure, 1);

  g_assert_cmpstr (marked->runs[0].note, ==, "abc");
  g_assert_cmpuint (strspn (oddly->runs[0].note, "n0123456789abcdef"), ==, 9);
  g_assert_cmpstr (linked->runs[0].href, ==, "a%20b%0Ac");
  g_assert_cmpstr (drawn->runs[0].alt, ==, "");
}

static void
test_with (void)
{
  AkkRun bold = { .n_bytes = 2, .style = AKK_STYLE_BOLD };
  g_autoptr (AkkLine) line = akk_line_new (AKK_LINE_PARAGRAPH, 0, "abc", &bold, 1);
  g_autoptr (AkkLine) item = akk_line_with (line, AKK_LINE_NUMBER, 2, 5, 1, NULL);
  g_autoptr (AkkLine) same = akk_line_with (item, AKK_LINE_NUMBER, 2, 5, 1, NULL);

  g_assert_true (same == item);
  g_assert_cmpint (item->kind, ==, AKK_LINE_NUMBER);
  g_assert_cmpint (item->level, ==, 2);
  g_assert_cmpint (item->start, ==, 5);
  g_assert_cmpint (item->quote, ==, 1);
  g_assert_cmpuint (item->n_runs, ==, 2);
  g_assert_false (akk_line_equal (line, item));
}

static void
test_splice (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("a\n\nb\n\nc");
  g_autoptr (AkkText) other = akk_text_parse ("x\n\ny");
  g_autoptr (AkkText) spliced = akk_text_splice (text, 1, 1, other->lines, other->n_lines);
  g_autoptr (AkkText) back = akk_text_splice (spliced, 1, 2, text->lines + 1, 1);

  g_assert_cmpuint (spliced->n_lines, ==, 4);
  g_assert_true (spliced->lines[0] == text->lines[0]);
  g_assert_true (spliced->lines[1] == other->lines[0]);
  g_assert_true (spliced->lines[3] == text->lines[2]);
  g_assert_false (akk_text_equal (spliced, text));
  g_assert_true (akk_text_equal (back, text));
}

static void
test_item_numbers (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("3. a\n3. b\n   1. c\n   1. d\n\n   e\n   1. f\n3. "
                                             "g\n\npar\n\n1. h\n\n- i\n\n1. j\n\n> 1. k");
  static const guint expected[] = { 3, 4, 1, 2, 0, 1, 5, 0, 1, 0, 1, 1 };

  g_assert_cmpuint (text->n_lines, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < text->n_lines; i++)
    g_assert_cmpuint (akk_text_item_number (text, i), ==, expected[i]);
}

static const char *
resolve_cb (const char *field, gpointer data)
{
  return g_str_equal (field, "agreement.end") ? "31 december 2027" : NULL;
}

static void
test_plain (void)
{
  g_autoptr (AkkText) text =
      akk_text_parse ("**Tot** {{agreement.end}}{{body:1}}[^a] [hier](<u>)\\\nen "
                      "![kaart](blob:0f)\n\n1. een\n   - twee\n\n     "
                      "drie\n1. vier\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n[^a]: Noot.");
  g_autofree char *plain = akk_text_plain (text, resolve_cb, NULL);

  g_assert_cmpstr (plain, ==,
                   "Tot 31 december 2027 hier\nen kaart\n1. een\n  • twee\n  drie\n2. "
                   "vier\nA\tB\n1\t2\nNoot.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (line_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/text/line/%s", line_cases[i].name);
    g_test_add_data_func (path, &line_cases[i], test_line);
  }
  g_test_add_func ("/text/labels-and-targets-are-made-valid", test_labels_and_targets);
  g_test_add_func ("/text/a-line-changes-its-kind", test_with);
  g_test_add_func ("/text/splice-shares-lines", test_splice);
  g_test_add_func ("/text/item-numbers", test_item_numbers);
  g_test_add_func ("/text/plain", test_plain);
  return g_test_run ();
}
