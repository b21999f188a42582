/* What the editor inserts as a whole, and how it is opened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/text-commitments.h"
#include "editor-driver.h"

/* --- By one command --- */

typedef struct {
  const char *claim, *from, *action, *to;
} InsertCase;

static const InsertCase insert_cases[] = {
  { "a-note-takes-the-caret-along", "# H\np a^b\np c", "editor.insert-note",
    "# H\np a@b\np c\nf ^" },
  { "a-note-comes-after-selected-words", "# H\np a<b>c", "editor.insert-note", "# H\np ab@c\nf ^" },
  { "a-note-is-left-for-its-mark", "# H\np a@b\nf no^te", "editor.insert-note",
    "# H\np a@^b\nf note" },
  { "a-heading-has-no-notes", "# H^\np a", "editor.insert-note", "# H^\np a" },
  { "a-break-stands-alone", "# H\np a^b", "editor.insert-break", "# H\np a\np {break}\np ^b" },
  { "a-break-leaves-room-to-write", "# H\np a^\n# I", "editor.insert-break",
    "# H\np a\np {break}\np ^\n# I" },
  { "a-break-takes-an-empty-paragraph", "# H\np ^\np b", "editor.insert-break",
    "# H\np {break}\np ^b" },
  { "a-quote-begins", "# H\np a^b", "editor.quote", "# H\nq a^b" },
  { "a-quote-ends", "# H\nq a^b", "editor.quote", "# H\np a^b" },
  { "a-quote-completes-a-mixed-selection", "# H\nq <a\np b>", "editor.quote", "# H\nq a\nq b^" },
  { "an-edited-clause-is-restored", "# H\np {text:term}a\np b^{end:term}\np c",
    "editor.restore-clause", "# H\np {clause:term}^\np c" },
};

static void
test_insert (gconstpointer data)
{
  const InsertCase *c = data;

  driver_check_case (c->from, driver_press, c->action, c->to);
}

static char *
shown_line (AkkEditor *editor, guint line)
{
  GtkTextIter start, end;

  akk_editor_line_bounds (editor, line, &start, &end);
  return gtk_text_iter_get_slice (&start, &end);
}

/* --- Notes --- */

static void
marks_are_numbered_as_they_stand (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np a^b\n# I\np c");
  Place first[2] = { { 1, 0 }, { 1, 0 } };
  g_autofree char *one = NULL, *both = NULL;

  driver_press (editor, "editor.insert-note");
  one = shown_line (editor, 1);
  g_assert_cmpstr (one, ==, "a\342\200\257¹b");
  driver_select (editor, first);
  driver_press (editor, "editor.insert-note");
  both = shown_line (editor, 1);
  g_assert_cmpstr (both, ==, "\342\200\257¹a\342\200\257²b");
  driver_check_rules (editor);
}

/* --- Fields --- */

static void
note_text (AkkEditor *editor, const char *text, GString *log)
{
  g_string_append_printf (log, "%s;", text);
}

static void
two_braces_ask_for_a_field (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np a^b");
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (editor, "field-wanted", G_CALLBACK (note_text), log);
  driver_press_all (editor, "{");
  g_assert_cmpstr (log->str, ==, "");
  driver_press_all (editor, "{");
  g_assert_cmpstr (log->str, ==, "{{;");
  akk_editor_insert_field (editor, "agreement.end", "{{");
  driver_expect (editor, "# H\np a{agreement.end}^b");
}

static void
braces_in_a_heading_are_braces (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H^\np a");
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (editor, "field-wanted", G_CALLBACK (note_text), log);
  driver_press_all (editor, "{{");
  g_assert_cmpstr (log->str, ==, "");
}

static void
enter_opens_the_field_that_is_selected (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np a<{agreement.end}>b");
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (editor, "field-activated", G_CALLBACK (note_text), log);
  g_assert_true (akk_editor_open_selected (editor));
  g_assert_cmpstr (log->str, ==, "agreement.end;");
}

static const char *
nothing_known (const char *field, gpointer data)
{
  return g_str_equal (field, "agreement.end") ? "" : NULL;
}

static const char *
label_of (const char *field, gpointer data)
{
  return "end date";
}

static void
what_is_missing_is_said (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np {agreement.end}\np {wat}\np {ref:9}");
  g_autofree char *empty = NULL, *unknown = NULL, *dead = NULL;

  akk_editor_set_field_label (editor, label_of);
  akk_editor_set_resolvers (editor, NULL, nothing_known, NULL);
  empty = shown_line (editor, 1);
  unknown = shown_line (editor, 2);
  dead = shown_line (editor, 3);
  g_assert_cmpstr (empty, ==, "empty field: end date");
  g_assert_cmpstr (unknown, ==, "unknown field: wat");
  g_assert_cmpstr (dead, ==, "refers to nothing");
}

/* --- Links --- */

static void
words_become_a_link_and_back (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np zie <hier> nu");
  g_autofree char *words = NULL;

  g_assert_null (akk_editor_get_link (editor, &words));
  g_assert_cmpstr (words, ==, "hier");
  akk_editor_set_link (editor, "daar", "https://example.be");
  driver_expect (editor, "# H\np zie daar^ nu");
  g_assert_cmpstr (akk_editor_get_link (editor, NULL), ==, "https://example.be");
  driver_press (editor, "editor.remove-link");
  g_assert_null (akk_editor_get_link (editor, NULL));
  driver_expect (editor, "# H\np zie daar^ nu");
}

/* --- Clauses --- */

static void
a_clause_becomes_text (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np {clause:bodies}^\np c");
  Place none[2];
  g_autoptr (AkkText) generated = driver_text ("p De organen:\nb1 een", none);
  gboolean edited = TRUE;

  g_assert_cmpstr (akk_editor_get_clause (editor, &edited), ==, "bodies");
  g_assert_false (edited);
  akk_editor_edit_clause (editor, generated);
  driver_expect (editor, "# H\np {text:bodies}^De organen:\nb1 een{end:bodies}\np c");
  akk_editor_get_clause (editor, &edited);
  g_assert_true (edited);
}

/* --- Commitments --- */

static gint64
commitment (AkkEditor *editor, guint line)
{
  return akk_line_commitment (akk_editor_get_text (editor)->lines[line]);
}

static void
a_block_begins_in_an_empty_paragraph (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np ^");
  AkkText *text;

  akk_editor_set_lead_in (editor, "Zij doen:");
  driver_press (editor, "editor.commitment");
  driver_press_all (editor, "a" ENTER "b" ENTER ENTER "c");
  text = akk_editor_get_text (editor);
  g_assert_cmpuint (text->n_lines, ==, 5);
  g_assert_cmpstr (text->lines[1]->text, ==, "Zij doen:");
  g_assert_cmpstr (text->lines[2]->text, ==, AKK_ATOM " a");
  g_assert_cmpstr (text->lines[3]->text, ==, AKK_ATOM " b");
  g_assert_cmpstr (text->lines[4]->text, ==, "c");
  g_assert_cmpint (text->lines[4]->kind, ==, AKK_LINE_PARAGRAPH);
  g_assert_cmpint (commitment (editor, 2), !=, commitment (editor, 3));
  driver_check_rules (editor);
}

static void
splitting_keeps_the_first_identity (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\nb1 {commitment:5} a^b");

  driver_press (editor, ENTER);
  g_assert_cmpint (commitment (editor, 1), ==, 5);
  g_assert_cmpint (commitment (editor, 2), !=, 5);
  g_assert_cmpint (commitment (editor, 2), !=, 0);
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[2]->text, ==, AKK_ATOM " b");
}

static void
a_pasted_copy_is_another_commitment (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np ^\nb1 {commitment:5} a");
  Place none[2];
  g_autoptr (AkkText) copy = driver_text ("b1 {commitment:5} a\nb1 {commitment:6} b", none);

  akk_editor_insert_text (editor, copy);
  g_assert_cmpint (commitment (editor, 1), !=, 5);
  g_assert_cmpint (commitment (editor, 1), !=, 0);
  g_assert_cmpint (commitment (editor, 2), ==, 6);
  g_assert_cmpint (commitment (editor, 3), ==, 5);
}

static void
plain_text_is_no_commitment (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\nb1 {commitment:5} a^");

  driver_press (editor, PLAIN);
  driver_expect (editor, "# H\np a^");
}

/* --- Deletions --- */

static void
a_deletion_over_sections_tells_what_it_took (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# Een\np a<b\n# Twee\np c>d");
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (editor, "deletion-stopped", G_CALLBACK (note_text), log);
  driver_press (editor, BACKSPACE);
  g_assert_cmpstr (log->str, ==, "Een;");
  driver_expect (editor, "# Een\np a^\n# Twee\np cd");
  driver_press (editor, BACKSPACE);
  driver_press (editor, DELETE);
  g_assert_cmpstr (log->str, ==, "Een;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (insert_cases); i++) {
    g_autofree char *path = g_strconcat ("/editor-inserts/", insert_cases[i].claim, NULL);

    g_test_add_data_func (path, &insert_cases[i], test_insert);
  }
  g_test_add_func ("/editor-inserts/marks-are-numbered-as-they-stand",
                   marks_are_numbered_as_they_stand);
  g_test_add_func ("/editor-inserts/two-braces-ask-for-a-field", two_braces_ask_for_a_field);
  g_test_add_func ("/editor-inserts/braces-in-a-heading-are-braces",
                   braces_in_a_heading_are_braces);
  g_test_add_func ("/editor-inserts/enter-opens-the-field-that-is-selected",
                   enter_opens_the_field_that_is_selected);
  g_test_add_func ("/editor-inserts/what-is-missing-is-said", what_is_missing_is_said);
  g_test_add_func ("/editor-inserts/words-become-a-link-and-back", words_become_a_link_and_back);
  g_test_add_func ("/editor-inserts/a-clause-becomes-text", a_clause_becomes_text);
  g_test_add_func ("/editor-inserts/a-block-begins-in-an-empty-paragraph",
                   a_block_begins_in_an_empty_paragraph);
  g_test_add_func ("/editor-inserts/splitting-keeps-the-first-identity",
                   splitting_keeps_the_first_identity);
  g_test_add_func ("/editor-inserts/a-pasted-copy-is-another-commitment",
                   a_pasted_copy_is_another_commitment);
  g_test_add_func ("/editor-inserts/plain-text-is-no-commitment", plain_text_is_no_commitment);
  g_test_add_func ("/editor-inserts/a-deletion-over-sections-tells-what-it-took",
                   a_deletion_over_sections_tells_what_it_took);
  return g_test_run ();
}
