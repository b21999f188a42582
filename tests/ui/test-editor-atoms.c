/* What stands in the text as a whole costs no tag each, and stays what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "editor-driver.h"

/* --- As many tags for any text --- */

static AkkText *
text_of (guint n_sections)
{
  g_autoptr (GString) source = g_string_new (NULL);
  Place none[2];

  for (guint i = 0; i < n_sections; i++)
    g_string_append_printf (source,
                            "%s# Afspraak\np De *partij {party:%u.short}*{agreement.end}@ zie "
                            "{ref:%u}\nt \nb1 {commitment:%u} punt\nf noot {body:%u.name}",
                            i > 0 ? "\n" : "", i, i, i, i);
  return driver_text (source->str, none);
}

static int
n_tags (AkkEditor *editor)
{
  return gtk_text_tag_table_get_size (gtk_text_buffer_get_tag_table (editor->buffer));
}

static void
a_long_text_has_as_many_tags_as_a_short_one (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) brief = text_of (2), whole = text_of (120);
  int few;

  akk_editor_set_text (editor, brief);
  few = n_tags (editor);
  akk_editor_set_text (editor, whole);
  driver_check_rules (editor);
  g_assert_cmpint (n_tags (editor), ==, few);
}

static void
a_long_description_is_said_not_written (void)
{
  static const char long_words[] = "Overzicht van het pact. Bovenaan vier wegen: mensen activeren, "
                                   "mensen aan de slag houden, ondernemingen helpen en leren";
  g_autoptr (AkkEditor) editor = driver_new ();
  AkkRun figure = { .alt = (char *) "Een zwart vak" };
  g_autofree char *brief = akk_editor_atom_label (editor, 0, "", &figure);
  g_autofree char *cut = NULL;
  g_autofree char *spoken = NULL;

  g_assert_cmpstr (brief, ==, "Figure: Een zwart vak");
  figure.alt = (char *) long_words;
  cut = akk_editor_atom_label (editor, 0, "", &figure);
  g_assert_cmpstr (
      cut, ==,
      "Figure: Overzicht van het pact. Bovenaan vier wegen: mensen activeren, mensen aan de…");
  spoken = akk_editor_atom_spoken (editor, 0, &figure);
  g_assert_true (g_str_has_suffix (spoken, long_words));
}

static void
writing_leaves_no_tags_behind (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = text_of (8);
  int before;

  akk_editor_set_text (editor, text);
  before = n_tags (editor);
  for (guint i = 0; i < 40; i++) {
    GtkTextIter start, end;

    /* The first paragraph, with what stands in it. */
    akk_editor_line_bounds (editor, 1, &start, &end);
    gtk_text_buffer_delete (editor->buffer, &start, &end);
    akk_editor_insert_field (editor, "agreement.end", NULL);
    akk_editor_set_text (editor, text);
    g_assert_cmpint (n_tags (editor), ==, before);
  }
}

/* --- What fields say now --- */

static const char *answer;

static const char *
resolve_field (const char *field, gpointer data)
{
  return answer;
}

static const char *
resolve_number (gint64 section, gpointer data)
{
  return answer;
}

static guint
n_lines_that_say (AkkEditor *editor, const char *words)
{
  GtkTextIter start, end;
  guint n = 0;

  for (guint i = 0; i < editor->lines->len; i++) {
    g_autofree char *shown = NULL;

    akk_editor_line_bounds (editor, i, &start, &end);
    shown = gtk_text_iter_get_text (&start, &end);
    n += strstr (shown, words) != NULL;
  }
  return n;
}

static void
a_long_text_is_refreshed_to_its_end (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = text_of (400);
  guint at_once;

  answer = "vroeger";
  akk_editor_set_resolvers (editor, resolve_number, resolve_field, NULL);
  akk_editor_set_text (editor, text);
  while (editor->refresh.id != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_lines_that_say (editor, "vroeger"), ==, 400 * 2);
  answer = "nu";
  akk_editor_refresh (editor);
  at_once = n_lines_that_say (editor, "nu");
  g_assert_cmpuint (at_once, >=, 100);
  g_assert_cmpuint (at_once, <, 400 * 2);
  /* Lines that come meanwhile move the others to where was looked already. */
  akk_editor_go_to_line (editor, 1);
  driver_press_all (editor, ENTER ENTER ENTER);
  while (editor->refresh.id != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_lines_that_say (editor, "nu"), ==, 400 * 2);
  g_assert_cmpuint (n_lines_that_say (editor, "vroeger"), ==, 0);
}

/* --- Side by side --- */

typedef struct {
  const char *claim, *from, *keys, *to;
} Case;

static const Case cases[] = {
  { "the-word-between-two-goes", "# H\np {a}x^{b}", BACKSPACE, "# H\np {a}^{b}" },
  { "the-middle-one-goes", "# H\np {a}{b}^{c}", BACKSPACE, "# H\np {a}^{c}" },
  { "one-of-four-goes", "# H\np {a}{b}^{c}{d}", BACKSPACE, "# H\np {a}^{c}{d}" },
  { "two-of-five-go", "# H\np {a}<{b}x{c}>{d}{e}", DELETE, "# H\np {a}^{d}{e}" },
  { "words-and-one-go", "# H\np {a}{b}^x{c}y", BACKSPACE DELETE, "# H\np {a}^{c}y" },
  { "one-after-the-other-goes", "# H\np {a}{b}{c}{d}{e}^{f}", BACKSPACE BACKSPACE BACKSPACE,
    "# H\np {a}{b}^{f}" },
  { "two-lines-become-one", "# H\np {a}\np ^{b}{c}", BACKSPACE, "# H\np {a}^{b}{c}" },
  { "those-of-one-name-are-two", "# H\np {a}x^{a}", BACKSPACE, "# H\np {a}^{a}" },
  { "those-that-are-left-go-one-by-one", "# H\np {a}x^{b}", BACKSPACE BACKSPACE, "# H\np ^{b}" },
  { "bold-words-between-go", "# H\np *{a}<x>{b}*", DELETE, "# H\np *{a}^{b}*" },
  { "words-come-between", "# H\np {a}^{b}", "x", "# H\np {a}x^{b}" },
  { "words-come-before-the-first", "# H\np ^{a}{b}", "x", "# H\np x^{a}{b}" },
  { "a-line-ends-between", "# H\np {a}^{b}", ENTER, "# H\np {a}\np ^{b}" },
};

static void
test_neighbours (gconstpointer data)
{
  const Case *c = data;

  driver_check_case (c->from, driver_press_all, c->keys, c->to);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/editor-atoms/a-long-description-is-said-not-written",
                   a_long_description_is_said_not_written);
  g_test_add_func ("/editor-atoms/a-long-text-has-as-many-tags-as-a-short-one",
                   a_long_text_has_as_many_tags_as_a_short_one);
  g_test_add_func ("/editor-atoms/writing-leaves-no-tags-behind", writing_leaves_no_tags_behind);
  g_test_add_func ("/editor-atoms/a-long-text-is-refreshed-to-its-end",
                   a_long_text_is_refreshed_to_its_end);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/editor-atoms/", cases[i].claim, NULL);

    g_test_add_data_func (path, &cases[i], test_neighbours);
  }
  return g_test_run ();
}
