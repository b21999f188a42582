/* What word processors and browsers copy is read with its structure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "ui/html-read.h"

/* Each page in tests/ui/paste, and what it is in CommonMark. */
static const char *const pages[] = { "word", "libreoffice", "browser", "online-editor" };

static void
test_page (gconstpointer data)
{
  const char *page = data;
  g_autofree char *html_name = g_strconcat (page, ".html", NULL);
  g_autofree char *wanted_name = g_strconcat (page, ".md", NULL);
  g_autofree char *html_path = g_test_build_filename (G_TEST_DIST, "ui", "paste", html_name, NULL);
  g_autofree char *wanted_path =
      g_test_build_filename (G_TEST_DIST, "ui", "paste", wanted_name, NULL);
  g_autofree char *html = NULL, *wanted = NULL, *got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkText) text = NULL, expected = NULL;
  gsize n_bytes;

  g_file_get_contents (html_path, &html, &n_bytes, &error);
  g_assert_no_error (error);
  g_file_get_contents (wanted_path, &wanted, NULL, &error);
  g_assert_no_error (error);
  text = akk_html_read (html, n_bytes);
  g_assert_nonnull (text);
  expected = akk_text_parse (wanted);
  got = akk_text_write (text);
  {
    g_autofree char *canonical = akk_text_write (expected);
    g_assert_cmpstr (got, ==, canonical);
  }
}

static const struct {
  const char *name, *html, *commonmark; /* NULL: nothing to be read */
} cases[] = {
  { "words-alone", "een <b>twee</b> drie", "een **twee** drie\n" },
  { "white-space-runs-together", "<p>  een\n\n  twee  </p>", "een twee\n" },
  { "no-break-space-binds-a-number", "<p>artikel&nbsp;5 en&nbsp;meer</p>",
    "artikel\302\2405 en meer\n" },
  { "soft-hyphens-go", "<p>samen&shy;werking</p>", "samenwerking\n" },
  { "empty-paragraphs-go", "<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb\n" },
  { "weight-by-style",
    "<span style='font-weight:bold'>a</span> <b style='font-weight: normal'>b</b>", "**a** b\n" },
  { "a-quote-within-a-list-ends", "<ul><li>a</li></ul><p>b</p>", "- a\n\nb\n" },
  { "list-in-list-without-item", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>",
    "- a\n  - b\n- c\n" },
  { "text-after-a-nested-list", "<ul><li>a<ul><li>b</li></ul>c</li></ul>", "- a\n  - b\n\n  c\n" },
  { "spans-of-columns", "<table><tr><th colspan=2>a</th></tr><tr><td>b</td><td>c</td></tr></table>",
    "| a |  |\n| --- | --- |\n| b | c |\n" },
  { "lists-in-cells", "<table><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr></table>",
    "| a | • b<br>• c |\n| --- | --- |\n" },
  { "table-in-a-table",
    "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
    "| a | b<br>c |\n| --- | --- |\n" },
  { "mark-without-note-is-a-word", "<p>a<a href='#_ftn1'>[1]</a></p>", "a\\[1\\]\n" },
  { "notes-of-a-web-page",
    "<p>a<sup><a href='#fn1' id='fnref1'>1</a></sup></p><ol><li id='fn1'>noot "
    "<a href='#fnref1'>terug</a></li></ol>",
    "a[^1]\n\n[^1]: noot\n" },
  { "only-http-links", "<a href='javascript:x()'>a</a> <a href='mailto:b@c.be'>b</a>",
    "a [b](<mailto:b@c.be>)\n" },
  { "utf-16", "\377\376<\0p\0>\0\353\0", "ë\n" },
  { "nothing", "<img src='a.png'>", NULL },
  { "no-html-at-all", "", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gboolean wide = g_str_equal (cases[i].name, "utf-16");
  g_autoptr (AkkText) text = akk_html_read (cases[i].html, wide ? 10 : strlen (cases[i].html));
  g_autofree char *got = text != NULL ? akk_text_write (text) : NULL;
  g_autoptr (AkkText) expected = NULL;
  g_autofree char *wanted = NULL;

  if (cases[i].commonmark != NULL) {
    expected = akk_text_parse (cases[i].commonmark);
    wanted = akk_text_write (expected);
  }
  g_assert_cmpstr (got, ==, wanted);
}

/* Whatever stands on the clipboard: no crash, and what is read is in normal form. */
static void
test_any_bytes (void)
{
  static const char *const pieces[] = {
    "<p>",          "</p>",
    "<ul>",         "</ul>",
    "<ol start=9>", "<li>",
    "</li>",        "<table>",
    "<tr>",         "<td rowspan=3>",
    "</table>",     "<b>",
    "</b>",         "a",
    " b ",          "&nbsp;",
    "<br>",         "<![if !x]>",
    "<![endif]>",   "<!--",
    "-->",          "<a href='#_ftn1'>",
    "</a>",         "<div id=ftn1>",
    "</div>",       "<blockquote>",
    "\377",         "<p style='mso-list:l0 level9'>",
  };

  for (guint round = 0; round < 500; round++) {
    g_autoptr (GString) html = g_string_new (NULL);
    g_autoptr (AkkText) text = NULL;

    for (guint i = 0; i < 30; i++)
      g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    text = akk_html_read (html->str, html->len);
    if (text != NULL) {
      g_autofree char *written = akk_text_write (text);
      g_autoptr (AkkText) again = akk_text_parse (written);

      g_assert_true (akk_text_equal (again, text));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *path = g_strconcat ("/html-read/page-of-", pages[i], NULL);
    g_test_add_data_func (path, pages[i], test_page);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/html-read/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/html-read/any-bytes-give-a-text", test_any_bytes);
  return g_test_run ();
}
