/* Tests of figures in a text and their captions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-figure.h"

#define PICTURE "blob:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
test_alone (void)
{
  static const struct {
    const char *body;
    gboolean figure;
  } cases[] = { { "![Kaart](" PICTURE ")\n", TRUE },
                { "![](" PICTURE ")\n", TRUE },
                { "Zie ![Kaart](" PICTURE ")\n", FALSE },
                { "![Kaart](" PICTURE ")![Kaart](" PICTURE ")\n", FALSE },
                { "- ![Kaart](" PICTURE ")\n", FALSE },
                { "[Kaart](https://a.be)\n", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkText) text = akk_text_parse (cases[i].body);

    g_test_message ("%s", cases[i].body);
    g_assert_cmpint (akk_line_figure (text->lines[0]) != NULL, ==, cases[i].figure);
  }
}

static void
test_numbers (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("{{caption:1}} A\n\n| a |\n| --- |\n| b |\n\n"
                                             "{{caption:2}} B\n\n![x](" PICTURE ")\n\n"
                                             "{{caption:3}} C\n\n![x](" PICTURE ")\n\n"
                                             "{{caption:4}} D\n\n| a |\n| --- |\n| b |\n");
  AkkCaptionCount count = { 0 };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < text->n_lines; i++) {
    gboolean figure = FALSE;
    guint number = akk_text_count_caption (text, i, &count, &figure);

    if (number > 0)
      g_string_append_printf (found, "%s%u ", figure ? "figure" : "table", number);
  }
  g_assert_cmpstr (found->str, ==, "table1 figure1 figure2 table2 ");
}

static void
assert_text (AkkText *text, const char *wanted)
{
  g_autofree char *written = akk_text_write (text);

  g_assert_cmpstr (written, ==, wanted);
  akk_text_unref (text);
}

static void
test_edits (void)
{
  g_autoptr (AkkText) text = akk_text_parse ("Eén.\n");
  g_autoptr (AkkText) with = NULL, bare = NULL;
  guint line = 0;
  gint64 id;

  with = akk_text_insert_figure (text, &line, 5, SHA256, "De kaart", "Negen gemeenten", 42);
  g_assert_cmpuint (line, ==, 2);
  g_autofree char *caption = akk_text_figure_caption (with, line, &id);
  g_assert_cmpstr (caption, ==, "Negen gemeenten");
  g_assert_cmpint (id, ==, 42);
  assert_text (akk_text_ref (with),
               "Eén.\n\n{{caption:42}} Negen gemeenten\n\n![De kaart](" PICTURE ")\n");

  assert_text (akk_text_change_figure (with, 2, "Een kaart", "Negen gemeenten", 42),
               "Eén.\n\n{{caption:42}} Negen gemeenten\n\n![Een kaart](" PICTURE ")\n");
  assert_text (akk_text_change_figure (with, 2, "Een kaart", "Tien", 42),
               "Eén.\n\n{{caption:42}} Tien\n\n![Een kaart](" PICTURE ")\n");
  line = 1;
  assert_text (akk_text_insert_figure (with, &line, 3, SHA256, "Nog een", "", 43),
               "Eén.\n\n{{caption:42}} Negen gemeenten\n\n![De kaart](" PICTURE
               ")\n\n![Nog een](" PICTURE ")\n");
  bare = akk_text_change_figure (with, 2, "Een kaart", "", 42);
  assert_text (akk_text_ref (bare), "Eén.\n\n![Een kaart](" PICTURE ")\n");
  assert_text (akk_text_change_figure (bare, 1, "Een kaart", "Weer", 43),
               "Eén.\n\n{{caption:43}} Weer\n\n![Een kaart](" PICTURE ")\n");
}

static void
test_removal (void)
{
  g_autoptr (AkkText) text =
      akk_text_parse ("Eén.\n\n{{caption:42}} Tien\n\n![Kaart](" PICTURE ")\n\n"
                      "Twee.\n\n![Nog een](" PICTURE ")\n");
  g_autoptr (AkkText) alone = akk_text_parse ("![Kaart](" PICTURE ")\n");
  guint line = 2;

  assert_text (akk_text_remove_figure (text, &line), "Eén.\n\nTwee.\n\n![Nog een](" PICTURE ")\n");
  g_assert_cmpuint (line, ==, 1);
  line = 4;
  assert_text (akk_text_remove_figure (text, &line),
               "Eén.\n\n{{caption:42}} Tien\n\n![Kaart](" PICTURE ")\n\nTwee.\n");
  line = 0;
  assert_text (akk_text_remove_figure (alone, &line), "");
  line = 3; /* no figure */
  g_autoptr (AkkText) same = akk_text_remove_figure (text, &line);
  g_assert_true (same == text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/stands-alone-in-its-paragraph", test_alone);
  g_test_add_func ("/figure/is-counted-apart-from-tables", test_numbers);
  g_test_add_func ("/figure/is-put-in-and-changed-with-its-caption", test_edits);
  g_test_add_func ("/figure/is-taken-out-with-its-caption", test_removal);
  return g_test_run ();
}
