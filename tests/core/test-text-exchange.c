/* Texts in the forms that other programs give and take.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-exchange.h"

static const struct {
  const char *name, *plain, *commonmark;
} plain_cases[] = {
  { "one-line-stays-as-it-is", "- a", "\\- a\n" },
  { "lines-are-paragraphs", "a\n\nb\n", "a\n\nb\n" },
  { "bullets-make-a-list", "• a\n• b\n", "- a\n- b\n" },
  { "indented-bullets-nest", "- a\n  - b\n    * c\n- d", "- a\n  - b\n    - c\n- d\n" },
  { "numbers-in-a-row-make-a-list", "3. a\n4. b\n", "3. a\n4. b\n" },
  { "letters-too", "a) x\nb) y\n", "1. x\n2. y\n" },
  { "one-number-alone-is-a-sentence", "Zie\n5. Dat", "Zie\n\n5\\. Dat\n" },
  { "a-year-is-no-number", "2025. a\n2026. b", "2025\\. a\n\n2026\\. b\n" },
  { "a-minus-is-no-bullet", "-5 graden\n-6 graden", "\\-5 graden\n\n\\-6 graden\n" },
  { "tabs-make-a-table", "a\tb\n1\t2\n", "| a | b |\n| --- | --- |\n| 1 | 2 |\n" },
  { "one-row-is-no-table", "a\tb\nc\n", "a\tb\n\nc\n" },
};

static void
test_plain (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AkkText) text = akk_text_from_plain (plain_cases[i].plain);
  g_autoptr (AkkText) expected = akk_text_parse (plain_cases[i].commonmark);
  g_autofree char *got = akk_text_write (text);
  g_autofree char *wanted = akk_text_write (expected);

  g_assert_cmpstr (got, ==, wanted);
}

static const struct {
  const char *name, *commonmark, *html;
} html_cases[] = {
  { "words-of-one-line-have-no-paragraph", "een **twee**\n", "een <b>twee</b>" },
  { "paragraphs", "a & b\n\nc\n", "<p>a &amp; b</p>\n<p>c</p>\n" },
  { "lists-nest", "- a\n  1. b\n  2. c\n- d\n",
    "<ul>\n<li>a<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ul>\n" },
  { "lists-begin-where-they-begin", "3. a\n4. b\n",
    "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
  { "items-continue", "- a\n\n  b\n", "<ul>\n<li>a<p>b</p>\n</li>\n</ul>\n" },
  { "quotes", "> a\n\nb\n", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n" },
  { "links", "[a](<https://b.be/?c&d>)\n", "<a href=\"https://b.be/?c&amp;d\">a</a>" },
  { "fields-show-their-value", "a {{agreement.end}}\n", "a 31 december 2031" },
  { "tables-have-a-head", "| a | b |\n| --- | ---: |\n| 1 | 2 |\n",
    "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n<thead><tr><th align=\"left\">a</th>"
    "<th align=\"right\">b</th></tr></thead>\n<tbody>\n<tr><td align=\"left\">1</td>"
    "<td align=\"right\">2</td></tr>\n</tbody>\n</table>\n" },
};

static const char *
resolve (const char *field, gpointer data)
{
  return "31 december 2031";
}

static void
test_html (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AkkText) text = akk_text_parse (html_cases[i].commonmark);
  g_autofree char *html = akk_text_html (text, resolve, NULL);

  g_assert_true (g_str_has_prefix (html, "<meta charset=\"utf-8\">\n"));
  g_assert_cmpstr (strchr (html, '\n') + 1, ==, html_cases[i].html);
}

static void
test_notes_get_free_labels (void)
{
  g_autoptr (AkkText) fragment = akk_text_parse ("a[^1] b[^2]\n\n[^1]: een\n\n[^2]: twee\n");
  g_autoptr (AkkText) text = akk_text_parse ("c[^1]\n\n[^1]: andere\n");
  g_autoptr (AkkText) relabelled = akk_text_relabel_notes (fragment, text);
  g_autofree char *written = akk_text_write (relabelled);
  g_autoptr (AkkText) same = akk_text_relabel_notes (relabelled, text);

  g_assert_null (strstr (written, "[^1]"));
  g_assert_nonnull (strstr (written, "een"));
  g_assert_nonnull (strstr (written, "twee"));
  g_assert_true (akk_text_equal (same, relabelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (plain_cases); i++) {
    g_autofree char *path = g_strconcat ("/text-exchange/plain/", plain_cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_plain);
  }
  for (guint i = 0; i < G_N_ELEMENTS (html_cases); i++) {
    g_autofree char *path = g_strconcat ("/text-exchange/html/", html_cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_html);
  }
  g_test_add_func ("/text-exchange/notes-get-free-labels", test_notes_get_free_labels);
  return g_test_run ();
}
