/* Whatever an editor leaves behind gets the one form that CommonMark can hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text.h"

/* A line as an editor could leave it. */
typedef struct {
  AkkLineKind kind;
  guint level;
  const char *text; /* `@x` at its end: a mark of footnote x */
  guint start;
  guint quote;
  const char *note;
} Line;

typedef struct {
  const char *name;
  Line lines[5]; /* up to the first without text */
  const char *expected;
} Case;

#define P AKK_LINE_PARAGRAPH
#define B AKK_LINE_BULLET
#define N AKK_LINE_NUMBER
#define C AKK_LINE_CONTINUED
#define NOTE AKK_LINE_NOTE

static const Case cases[] = {
  { "empty-paragraphs-go", { { P, 0, "" }, { P, 0, "a" }, { P, 0, "  " } }, "a\n" },
  { "edges-are-trimmed", { { P, 0, " \302\240a b\t" } }, "a b\n" },
  { "space-around-breaks", { { P, 0, "a \342\200\250 b\342\200\250" } }, "a\\\nb\n" },
  { "level-of-a-paragraph", { { P, 3, "a" } }, "a\n" },
  { "too-deep-at-first", { { B, 3, "a" }, { B, 3, "b" } }, "- a\n  - b\n" },
  { "too-deep-ever", { { B, 1, "a" }, { B, 2, "b" }, { B, 9, "c" } }, "- a\n  - b\n    - c\n" },
  { "level-zero", { { B, 0, "a" } }, "- a\n" },
  { "empty-items-stay", { { B, 1, "" }, { B, 1, "a" } }, "-\n- a\n" },
  { "continued-without-item", { { C, 1, "a" } }, "a\n" },
  { "continued-after-paragraph",
    { { B, 1, "a" }, { P, 0, "b" }, { C, 1, "c" } },
    "- a\n\nb\n\nc\n" },
  { "continued-too-deep", { { B, 1, "a" }, { C, 3, "b" } }, "- a\n\n  b\n" },
  { "continued-after-empty-item", { { B, 1, "" }, { C, 1, "a" }, { C, 1, "b" } }, "- a\n\n  b\n" },
  { "continued-after-empty-nested",
    { { B, 1, "a" }, { B, 2, "" }, { C, 1, "b" } },
    "- a\n\n  -\n\n  b\n" },
  { "one-start-for-a-list", { { N, 1, "a", 4 }, { N, 1, "b", 9 } }, "4. a\n4. b\n" },
  { "start-of-the-next-list",
    { { N, 1, "a", 4 }, { P, 0, "b" }, { N, 1, "c", 9 } },
    "4. a\n\nb\n\n9. c\n" },
  { "start-too-big", { { N, 1, "a", G_MAXUINT } }, "999999999. a\n" },
  { "start-after-nested",
    { { N, 1, "a", 1 }, { N, 2, "b", 3 }, { N, 1, "c", 7 } },
    "1. a\n\n   3. b\n1. c\n" },
  { "kind-changes-within-a-level",
    { { B, 1, "a" }, { N, 1, "b", 1 }, { B, 1, "c" } },
    "- a\n\n1. b\n\n- c\n" },
  { "quote-begins-a-list-anew", { { B, 1, "a" }, { B, 2, "b", 1, 1 } }, "- a\n\n> - b\n" },
  { "continued-in-quoted-list", { { B, 1, "a", 1, 1 }, { C, 1, "b" } }, "> - a\n>\n>   b\n" },
  { "inner-quote", { { B, 1, "a" }, { C, 1, "b", 1, 1 } }, "- a\n\n  > b\n" },
  { "note-without-mark-goes", { { P, 0, "a" }, { NOTE, 0, "n", 1, 0, "x" } }, "a\n" },
  { "mark-without-note-gets-one", { { P, 0, "a@x" } }, "a[^x]\n\n[^x]:\n" },
  { "notes-go-to-the-end",
    { { NOTE, 0, "n", 1, 0, "x" }, { P, 0, "a@x" }, { P, 0, "b" } },
    "a[^x]\n\nb\n\n[^x]: n\n" },
  { "notes-in-the-order-of-marks",
    { { P, 0, "a@y" }, { P, 0, "b@x" }, { NOTE, 0, "n", 1, 0, "x" }, { NOTE, 0, "m", 1, 0, "y" } },
    "a[^y]\n\nb[^x]\n\n[^y]: m\n\n[^x]: n\n" },
  { "split-notes-are-one",
    { { P, 0, "a@x" }, { NOTE, 0, "n", 1, 0, "x" }, { NOTE, 0, "m", 1, 0, "x" } },
    "a[^x]\n\n[^x]: n\\\n    m\n" },
};

static AkkLine *
make_line (const Line *line)
{
  const char *at = strchr (line->text, '@');
  AkkRun runs[] = { { .n_bytes = strcspn (line->text, "@") },
                    { .n_bytes = strlen (AKK_ATOM), .note = at != NULL ? at + 1 : NULL } };
  g_autofree char *text =
      g_strdup_printf ("%.*s%s", (int) runs[0].n_bytes, line->text, at != NULL ? AKK_ATOM : "");
  g_autoptr (AkkLine) made = akk_line_new (line->kind, line->level, text, runs, 2);

  return akk_line_with (made, line->kind, line->level, MAX (line->start, 1), line->quote,
                        line->note);
}

static AkkText *
make_text (const Case *test)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);

  for (guint i = 0; i < G_N_ELEMENTS (test->lines) && test->lines[i].text != NULL; i++)
    g_ptr_array_add (lines, make_line (&test->lines[i]));
  return akk_text_new ((AkkLine **) lines->pdata, lines->len);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (AkkText) text = make_text (test);
  g_autoptr (AkkText) normal = akk_text_normalise (text);
  g_autoptr (AkkText) twice = akk_text_normalise (normal);
  g_autofree char *written = akk_text_write (text);
  g_autoptr (AkkText) read = akk_text_parse (written);

  g_assert_cmpstr (written, ==, test->expected);
  g_assert_true (akk_text_equal (normal, twice));
  g_assert_true (akk_text_equal (normal, read));
}

/* White space has a style only where both sides have it. */
static void
test_space_styles (void)
{
  AkkRun runs[] = { { .n_bytes = 2 },
                    { .n_bytes = 3, .style = AKK_STYLE_BOLD },
                    { .n_bytes = 3, .style = AKK_STYLE_BOLD | AKK_STYLE_ITALIC, .href = "u" } };
  g_autoptr (AkkLine) line = akk_line_new (AKK_LINE_PARAGRAPH, 0, "a  b  c ", runs, 3);
  g_autoptr (AkkText) text = akk_text_new (&line, 1);
  g_autofree char *written = akk_text_write (text);

  g_assert_cmpstr (written, ==, "a  **b  [*c*](<u>)**\n");
}

static void
test_keeps_what_is_normal (void)
{
  g_autoptr (AkkText) text =
      akk_text_parse ("**a** b[^n]\n\n- c\n\n| A |\n| --- |\n| **x** y |\n\n[^n]: z");
  g_autoptr (AkkText) normal = akk_text_normalise (text);

  for (guint i = 0; i < text->n_lines; i++)
    g_assert_true (normal->lines[i] == text->lines[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/text-normalise/%s", cases[i].name);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/text-normalise/space-has-what-both-sides-have", test_space_styles);
  g_test_add_func ("/text-normalise/normal-lines-are-shared", test_keeps_what_is_normal);
  return g_test_run ();
}
