/* Finding and replacing words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-find.h"

static const struct {
  const char *name, *body, *needle;
  AkkFindFlags flags;
  const char *places; /* "line:from-to", "line.cell:from-to"; "!" for what is fixed */
  const char *replaced; /* by "XY" */
} cases[] = {
  { "words", "een twee een\n", "een", 0, "0:0-3 0:9-12", "XY twee XY\n" },
  { "capitals-do-not-matter", "Één een ÉÉN\n", "één", 0, "0:0-5 0:10-15", "XY een XY\n" },
  { "capitals-matter", "Een een\n", "een", AKK_FIND_CASE, "0:4-7", "Een XY\n" },
  { "whole-words", "werk werkgroep\n\nhet werk.\n", "werk", AKK_FIND_WORD, "0:0-4 1:4-8",
    "XY werkgroep\n\nhet XY.\n" },
  { "over-borders-of-style", "een t**wee** d\n", "twee", 0, "0:4-8", "een XY d\n" },
  { "style-of-the-first-character", "een **tw**ee d\n", "twee", 0, "0:4-8", "een **XY** d\n" },
  { "links-stay-links", "[twee](<https://a.be/>)\n", "tw", 0, "0:0-2",
    "[XYee](<https://a.be/>)\n" },
  { "no-overlap", "aaaa\n", "aa", 0, "0:0-2 0:2-4", "XYXY\n" },
  { "in-items-and-quotes", "- werk\n\n> werk\n", "werk", 0, "0:0-4 1:0-4", "- XY\n\n> XY\n" },
  { "in-cells", "| werk | b |\n| --- | --- |\n| c | mijn werk |\n", "werk", 0, "0.0:0-4 0.3:5-9",
    "| XY | b |\n| --- | --- |\n| c | mijn XY |\n" },
  { "in-footnotes", "a[^1]\n\n[^1]: werk\n", "werk", 0, "1:0-4", "a[^1]\n\n[^1]: XY\n" },
  { "note-marks-do-not-part-words", "we[^1]rk\n\n[^1]: a\n", "werk", 0, "0:0-7", NULL },
  { "fields-by-what-they-show", "op {{agreement.end}}.\n", "december", 0, "0:3-6!",
    "op {{agreement.end}}.\n" },
  { "a-field-is-found-once", "{{agreement.end}}\n", "1", 0, "0:0-3!", "{{agreement.end}}\n" },
  { "beside-a-field", "op {{agreement.end}}\n", "op 31", 0, "0:0-6!", "op {{agreement.end}}\n" },
  { "white-space-is-white-space", "artikel\302\2405\n", "artikel 5", 0, "0:0-10", "XY\n" },
  { "over-a-hard-break", "een\\\ntwee\n", "een twee", 0, "0:0-10", "XY\n" },
  { "nothing", "een\n", "twee", 0, "", "een\n" },
  { "nothing-to-find", "een\n", "", 0, "", "een\n" },
};

static const char *
resolve (const char *field, gpointer data)
{
  return "31 december 2031";
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AkkText) text = akk_text_parse (cases[i].body);
  g_autoptr (GArray) matches = akk_text_find (text, cases[i].needle, cases[i].flags, resolve, NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (AkkText) replaced = akk_text_replace (text, matches, "XY");
  g_autofree char *got = akk_text_write (replaced);

  for (guint j = 0; j < matches->len; j++) {
    const AkkMatch *match = &g_array_index (matches, AkkMatch, j);

    g_string_append_printf (places, "%s%u", j > 0 ? " " : "", match->line);
    if (match->cell >= 0)
      g_string_append_printf (places, ".%d", match->cell);
    g_string_append_printf (places, ":%u-%u%s", (guint) match->from, (guint) match->to,
                            match->fixed ? "!" : "");
  }
  g_assert_cmpstr (places->str, ==, cases[i].places);
  if (cases[i].replaced != NULL)
    g_assert_cmpstr (got, ==, cases[i].replaced);
}

static void
test_headings (void)
{
  g_autoptr (AkkLine) heading = akk_line_new_heading (7, 1, "Het werk");
  g_autoptr (AkkText) text = akk_text_new (&heading, 1);
  g_autoptr (GArray) matches = akk_text_find (text, "werk", 0, NULL, NULL);
  g_autoptr (AkkText) replaced = akk_text_replace (text, matches, "een\ndoel");

  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpstr (replaced->lines[0]->text, ==, "Het een doel");
  g_assert_cmpint (replaced->lines[0]->section, ==, 7);
}

static void
test_other_lines_are_shared (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("een\n\ntwee\n");
  g_autoptr (GArray) matches = akk_text_find (text, "twee", 0, NULL, NULL);
  g_autoptr (AkkText) replaced = akk_text_replace (text, matches, "drie");

  g_assert_true (replaced->lines[0] == text->lines[0]);
  g_assert_false (replaced->lines[1] == text->lines[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/text-find/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/text-find/in-headings", test_headings);
  g_test_add_func ("/text-find/other-lines-are-shared", test_other_lines_are_shared);
  return g_test_run ();
}
