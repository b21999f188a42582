/* Bodies are read, written and read again without a difference.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text.h"

/* `written` NULL: exactly what was read. */
typedef struct {
  const char *name;
  const char *read;
  const char *written;
} Case;

static const Case cases[] = {
  { "empty", "", NULL },
  { "only-blank-lines", "\n\n  \n", "" },
  { "paragraphs", "Een.\n\nTwee.\n", NULL },
  { "soft-break", "Een\ntwee.", "Een twee.\n" },
  { "crlf", "Een\r\ntwee.\r\n\r\nDrie.", "Een twee.\n\nDrie.\n" },
  { "hard-break", "Een\\\ntwee.\n", NULL },
  { "hard-break-of-spaces", "Een  \ntwee.", "Een\\\ntwee.\n" },
  { "two-hard-breaks", "Een\\\n\\\ntwee.\n", NULL },
  { "hard-break-at-end", "Een\\\n\nTwee.", "Een\\\\\n\nTwee.\n" },
  { "accents", "Coördinatie, één façade, Sint-Niklaas’ “plein”: ½ uur.\n", NULL },
  { "bold", "Een **vet** woord.\n", NULL },
  { "italic", "Een *schuin* woord.\n", NULL },
  { "italic-underscore", "Een _schuin_ woord.", "Een *schuin* woord.\n" },
  { "bold-italic", "Een ***vet en schuin*** woord.\n", NULL },
  { "italic-in-bold", "**Een *schuin* woord**\n", NULL },
  { "bold-in-italic", "*Een **vet** woord*\n", NULL },
  { "bold-and-italic-end-together", "**Een *schuin***\n", NULL },
  { "bold-inside-a-word", "on**ver**droten\n", NULL },
  { "bold-then-italic", "**vet***schuin*", "**vet**<!---->*schuin*\n" },
  { "bold-parentheses-inside-a-word", "&#97;**(b)**&#99;", "&#97;**(b)**&#99;\n" },
  { "bold-over-a-break", "**Een\\\ntwee**\n", NULL },
  { "bold-heading", "## Titel *x*\n\nTekst", "**Titel *x***\n\nTekst\n" },
  { "setext-heading", "Titel\n===", "**Titel**\n" },
  { "link", "Zie [de site](<https://example.be/a_b?c=1>).\n", NULL },
  { "link-bare", "Zie [de site](https://example.be \"titel\").",
    "Zie [de site](<https://example.be>).\n" },
  { "link-by-reference", "Zie [de site].\n\n[de site]: https://example.be",
    "Zie [de site](<https://example.be>).\n" },
  { "bold-link", "Zie [**de** site](<https://example.be>).\n", NULL },
  { "link-in-bold", "**Zie [de site](<https://example.be>) nu**\n", NULL },
  { "link-with-odd-target", "[x](<a(b\\)c\\\\d e&amp;f>)", "[x](<a(b)c\\\\d%20e\\&f>)\n" },
  { "autolink", "<https://example.be>", "[https://example.be](<https://example.be>)\n" },
  { "link-without-target", "[x]()", "x\n" },
  { "quote", "> Een.\n>\n> Twee.\n", NULL },
  { "quote-twice", "> Een.\n\n> Twee.", "> Een.\n>\n> Twee.\n" },
  { "quote-in-quote", "> Een.\n>> Twee.", "> Een.\n>\n> Twee.\n" },
  { "quote-lazy", "> Een\ntwee.", "> Een twee.\n" },
  { "quote-with-list", "> - Een.\n>   - Twee.\n>\n> Drie.\n", NULL },
  { "bullets", "- Een\n- Twee\n", NULL },
  { "bullets-star", "* Een\n* Twee", "- Een\n- Twee\n" },
  { "bullets-loose", "- Een\n\n- Twee", "- Een\n- Twee\n" },
  { "numbers", "1. Een\n1. Twee\n", NULL },
  { "numbers-counted", "1) Een\n2) Twee", "1. Een\n1. Twee\n" },
  { "numbers-from-four", "4. Een\n4. Twee\n", NULL },
  { "numbers-from-ninety-nine", "99. Een\n99. Twee\n    - Drie\n", NULL },
  { "numbers-after-bullets", "- Een\n\n1. Twee\n", NULL },
  { "lists-merged", "- Een\n\n<!-- -->\n\n- Twee", "- Een\n- Twee\n" },
  { "three-levels", "- Een\n  1. Twee\n     - Drie\n  1. Vier\n- Vijf\n", NULL },
  { "four-levels", "- Een\n  - Twee\n    - Drie\n      - Vier",
    "- Een\n  - Twee\n    - Drie\n    - Vier\n" },
  { "nested-from-three", "- Een\n\n  3. Twee\n", NULL },
  { "continued", "- Een\n\n  Twee\n\n  Drie\n- Vier\n", NULL },
  { "continued-after-nested", "- Een\n  - Twee\n\n  Drie\n", NULL },
  { "continued-level-three", "1. Een\n   - Twee\n     - Drie\n\n       Vier\n", NULL },
  { "quote-in-item", "- Een\n\n  > Twee\n\n  Drie\n", NULL },
  { "item-is-a-quote", "- > Een\n\n  Twee", "- Een\n\n  Twee\n" },
  { "list-after-list-in-quote", "- Een\n\n> - Twee\n\n- Drie\n", NULL },
  { "empty-items", "-\n-\n- Een\n", NULL },
  { "empty-nested", "- Een\n\n  -\n", NULL },
  { "empty-item-with-nested", "-\n  - Een\n", NULL },
  { "empty-item-at-once-nested", "- - Een", "-\n  - Een\n" },
  { "empty-number", "1.\n1. Een\n", NULL },
  { "item-with-heading", "- # Een", "- **Een**\n" },
  { "item-with-break", "- Een\\\n  twee\n", NULL },
  { "table", "| A | B |\n| --- | :-: |\n| 1 | 2 |\n", NULL },
  { "table-right", "A|B\n--:|:--\n1|2", "| A | B |\n| --: | --- |\n| 1 | 2 |\n" },
  { "table-short-row", "| A | B |\n| --- | --- |\n| 1 |", "| A | B |\n| --- | --- |\n| 1 | |\n" },
  { "table-empty-cells", "| | B |\n| --- | --- |\n| | |\n", NULL },
  { "table-one-column", "| A |\n| --- |\n| |\n| 1 |\n", NULL },
  { "table-styles", "| **A** | *B* [l](<u>) |\n| --- | --- |\n| een<br>twee | a \\| b |\n", NULL },
  { "table-header-only", "| A |\n| --- |\n", NULL },
  { "table-in-item", "1. Een\n\n   | A |\n   | --- |\n\n2. Twee",
    "1. Een\n\n| A |\n| --- |\n\n1. Twee\n" },
  { "table-columns", "{{columns:30,70}}\n\n| A | B |\n| --- | --- |\n", NULL },
  { "table-columns-misfit", "{{columns:30}}\n\n| A | B |\n| --- | --- |\n",
    "| A | B |\n| --- | --- |\n" },
  { "columns-alone", "{{columns:30}}\n\nEen.", "Een.\n" },
  { "table-caption-and-note",
    "{{caption:12}} Onderhoud per zone\n\n{{columns:30,70}}\n\n| A | B |\n| --- | --- "
    "|\n\n{{note}} Bron: eigen telling.\n",
    NULL },
  { "footnote", "Een[^a].\n\n[^a]: De noot.\n", NULL },
  { "footnote-order", "Een[^b] twee[^a].\n\n[^a]: A.\n[^b]: B.",
    "Een[^b] twee[^a].\n\n[^b]: B.\n\n[^a]: A.\n" },
  { "footnote-twice", "Een[^a] en weer[^a].\n\n[^a]: De noot.\n", NULL },
  { "footnote-before-parenthesis", "Een[^a]\\(twee) en[^a]\\: drie.\n\n[^a]: De noot.\n", NULL },
  { "footnote-without-text", "Een[^a].\n\n[^a]:\n", NULL },
  { "footnote-without-mark", "Een.\n\n[^a]: Weg.", "Een.\n" },
  { "mark-without-footnote", "Een[^a].", "Een\\[^a\\].\n" },
  { "footnote-paragraphs", "Een[^a].\n\n[^a]: De noot.\n\n    Meer.\n\n    - Nog.",
    "Een[^a].\n\n[^a]: De noot.\\\n    Meer.\\\n    Nog.\n" },
  { "footnote-in-footnote", "Een[^a].\n\n[^b]: B.\n[^a]: A[^b].",
    "Een[^a].\n\n[^a]: A[^b].\n\n[^b]: B.\n" },
  { "footnote-capitals", "Een[^A].\n\n[^A]: De noot.", "Een[^a].\n\n[^a]: De noot.\n" },
  { "footnote-in-table", "| A[^1] |\n| --- |\n\n[^1]: De noot.\n", NULL },
  { "figure", "![De *kaart*](blob:0a1b2c)", "![De kaart](blob:0a1b2c)\n" },
  { "figure-with-caption",
    "{{caption:7}} De wijk\n\n![Een kaart \\[1\\]](blob:0a1b2c)\n\n{{note}} Niet op schaal\\.\n",
    "{{caption:7}} De wijk\n\n![Een kaart \\[1\\]](blob:0a1b2c)\n\n{{note}} Niet op schaal.\n" },
  { "foreign-image", "![logo](https://example.be/l.png)", "[logo](<https://example.be/l.png>)\n" },
  { "fields", "{{party:12.short}} tot {{agreement.end}}.\n", NULL },
  { "field-bold", "**{{party:12.short}}**&#101;n\n", NULL },
  { "field-with-underscores", "{{body:1_2_3.frequency}} *{{a}}*\n", NULL },
  { "fields-touching", "{{a}}{{a}}{{b}}\n", NULL },
  { "field-escaped", "\\{{a}} en \\\\{{a}}", "\\{\\{a}} en \\\\{{a}}\n" },
  { "field-between-braces", "{{{a}}}", "\\{{{a}}}\n" },
  { "not-a-field", "{{ a }} {{}} {{*x*}}", "\\{\\{ a }} \\{\\{}} \\{\\{*x*}}\n" },
  { "field-in-code", "`{{a}} \\*`", "{{a}} \\\\\\*\n" },
  { "field-in-link-target", "[x](<https://example.be/{{a}}>)\n", NULL },
  { "clause", "{{clause:parties}}\n", NULL },
  { "page-break", "Een.\n\n{{break}}\n\nTwee.\n", NULL },
  { "commitment", "- {{commitment:99}} We vegen de straat.\n- Een ander punt.\n", NULL },
  { "reference", "Zie {{ref:12}} op blz. {{ref:12.page}}.\n", NULL },
  { "code-block", "    een\n      twee", "een\\\ntwee\n" },
  { "code-fence", "```c\n*a*\n```", "\\*a\\*\n" },
  { "html-inline", "a <b>b</b> c<br>d", "a \\<b>b\\</b> c\\\nd\n" },
  { "html-block", "<div>\n*a*\n</div>", "\\<div>\\\n\\*a\\*\\\n\\</div>\n" },
  { "comments", "<!-- weg -->\n\nEen <!-- weg -->twee.\n\n<!-- a --> b",
    "Een twee.\n\n\\<!-- a --> b\n" },
  { "rule", "Een.\n\n***\n\nTwee.", "Een.\n\n\\---\n\nTwee.\n" },
  { "strikethrough", "~~weg~~", "\\~\\~weg\\~\\~\n" },
  { "literal-specials", "\\# a\n\n\\- a\n\n1\\. a\n\n\\> a\n\n\\+ a\n\n2\\) a\n", NULL },
  { "literal-after-break", "a\\\n\\--- b\\\n\\=\\\n\\: c\n", "a\\\n\\--- b\\\n\\=\\\n\\: c\n" },
  { "literal-inline", "\\*a\\* \\_b\\_ \\[c\\] \\<d> \\`e\\` f\\\\g h! X & Y \\&amp;\n", NULL },
  { "entities", "&eacute;&amp;&nbsp;x&#33;", "é&\302\240x!\n" },
  { "exclamation-before-link", "wow\\![x](<u>)\n", NULL },
  { "spaces-around-bold", "a**b **c", "a\\*\\*b \\*\\*c\n" },
  { "private-use", "a\356\200\200b {\356\200\200} &#xE001;\n",
    "a\356\200\200b \\{\356\200\200} \356\200\201\n" },
  { "byte-order-mark", "\357\273\277Een \357\273\277twee", "Een twee\n" },
  { "object-replacement", "a\357\277\274b", "ab\n" },
  { "line-separator", "a\342\200\250b", "a\\\nb\n" },
  { "control-characters", "a\001b\177c", "a b c\n" },
};

static void
test_round_trip (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (AkkText) text = akk_text_parse (test->read);
  g_autofree char *written = akk_text_write (text);
  g_autoptr (AkkText) again = akk_text_parse (written);
  g_autofree char *stable = akk_text_write (again);

  g_assert_cmpstr (written, ==, test->written != NULL ? test->written : test->read);
  g_assert_true (akk_text_equal (text, again));
  g_assert_cmpstr (stable, ==, written);
}

/* What is read is in normal form, and stays so when written and read. */
static void
assert_stable (const char *commonmark)
{
  g_autoptr (AkkText) text = akk_text_parse (commonmark);
  g_autoptr (AkkText) normal = akk_text_normalise (text);
  g_autofree char *written = akk_text_write (text);
  g_autoptr (AkkText) again = akk_text_parse (written);

  g_assert_true (akk_text_equal (text, normal));
  if (!akk_text_equal (text, again))
    g_error ("not stable: %s\nwritten: %s", g_strescape (commonmark, NULL), written);
}

/* Pieces of markup in any order: what other programs and people may have written. */
static void
test_any_markup (void)
{
  static const char *const pieces[] = {
    "a",
    "b c",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~~",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "12) ",
    "    ",
    "\t",
    "> ",
    ">",
    "# ",
    "---\n",
    "===\n",
    "| a | b |\n| --- | :-: |\n",
    "| x |",
    "|",
    "[",
    "]",
    "](u)",
    "[x](<u v>)",
    "![i](blob:1f)",
    "![",
    "[^n]",
    "[^n]: ",
    "[^N]: ",
    "[r]: /u\n",
    "<",
    "<br>",
    "<!--",
    "-->",
    "<div>\n",
    "</div>",
    "&amp;",
    "&#42;",
    "&#xE000;",
    "&nbsp;",
    "\\",
    "\\\n",
    "{{a.b}}",
    "{{",
    "}}",
    "{{columns:50,50}}\n\n",
    "{{caption:1}} ",
    "é",
    "–",
    "’",
    "\302\240",
    "\342\200\250",
    "\356\200\200",
    "\356\201\200",
    "\357\273\277",
    "\357\277\274",
    "\377",
    "\303",
    "\001",
    "\r",
    "\r\n",
    "!",
    "(",
    ")",
    ":",
    "1",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5000; i++) {
    g_autoptr (GString) commonmark = g_string_new (NULL);

    for (gint n = g_rand_int_range (rand, 1, 30); n > 0; n--)
      g_string_append (commonmark, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    assert_stable (commonmark->str);
  }
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 2000; i++) {
    char bytes[100];
    guint n_bytes = g_rand_int_range (rand, 0, sizeof bytes);

    for (guint k = 0; k < n_bytes; k++)
      bytes[k] = g_rand_int_range (rand, 1, 256);
    bytes[n_bytes] = '\0';
    assert_stable (bytes);
  }
}

/* Whoever wrote these wanted to see a program fall over. */
static void
test_extremes (void)
{
  static const char *const repeated[] = {
    "> ", "- ",   "1. ",   "[",     "![",        "*",     "**a",   "*a _b ",
    "<",  "{{",   "{{a}}", "`a``",  "&#",        "[^1]",  "| a ",  "\\",
    "a ", "[a](", "  ",    "- a\n", "[^a]: x\n", "> a\n", "a\\\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++) {
    g_autoptr (GString) commonmark = g_string_new (NULL);

    for (guint n = 0; n < 3000; n++)
      g_string_append (commonmark, repeated[i]);
    g_string_append (commonmark, "a");
    assert_stable (commonmark->str);
  }
}

static void
test_long_line (void)
{
  g_autofree char *line = g_strnfill (1000000, 'a');

  for (guint i = 7; i < 1000000; i += 8)
    line[i] = ' ';
  assert_stable (line);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/text-read/%s", cases[i].name);
    g_test_add_data_func (path, &cases[i], test_round_trip);
  }
  g_test_add_func ("/text-read/any-markup-is-stable", test_any_markup);
  g_test_add_func ("/text-read/any-bytes-are-stable", test_any_bytes);
  g_test_add_func ("/text-read/extremes-are-stable", test_extremes);
  g_test_add_func ("/text-read/a-line-of-a-megabyte-is-stable", test_long_line);
  return g_test_run ();
}
