/* Finding, replacing and spelling in the editor.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-driver.h"
#include "ui/editor-find.h"
#include "ui/editor-spell.h"
#include "ui/editor-table.h"

static void
steps_go_around (void)
{
  static const struct {
    int by;
    guint line;
    gsize from;
  } steps[] = { { 0, 0, 0 }, { 1, 1, 0 }, { 1, 1, 6 }, { 1, 0, 0 }, { -1, 1, 6 }, { -1, 1, 0 } };
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# ^werk\np werk werk", places);

  akk_editor_set_text (editor, text);
  places[0] = places[1] = (Place) { 0, 0 };
  driver_select (editor, places);
  akk_editor_find (editor, "werk", 0);
  g_assert_cmpuint (akk_editor_find_count (editor), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_assert_true (akk_editor_find_step (editor, steps[i].by));
    driver_selection (editor, places);
    g_assert_cmpuint (places[0].line, ==, steps[i].line);
    g_assert_cmpuint (places[0].byte, ==, steps[i].from == 6 ? 5 : steps[i].from);
  }
  g_assert_cmpuint (akk_editor_find_selected (editor), ==, 2);
}

static void
replaces_one_after_another (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np ^werk werk", places);

  akk_editor_set_text (editor, text);
  driver_select (editor, places);
  akk_editor_find (editor, "werk", 0);
  akk_editor_find_replace (editor, "arbeid");
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[1]->text, ==, "werk werk");
  akk_editor_find_replace (editor, "arbeid");
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[1]->text, ==, "arbeid werk");
  g_assert_cmpuint (akk_editor_find_count (editor), ==, 1);
  g_assert_cmpuint (akk_editor_find_selected (editor), ==, 1);
  driver_check_rules (editor);
}

static void
note_burst (AkkEditor *editor, const char *label, GString *log)
{
  g_string_append_printf (log, "%s;", label);
}

static void
replaces_all_as_one_command (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# werk\np a {f} werk\nb1 werk", places);

  akk_editor_set_text (editor, text);
  g_signal_connect (editor, "burst", G_CALLBACK (note_burst), log);
  akk_editor_find (editor, "werk", 0);
  g_assert_cmpuint (akk_editor_find_replace_all (editor, "taak"), ==, 3);
  g_assert_cmpstr (log->str, ==, "Replace all;");
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[0]->text, ==, "taak");
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[2]->text, ==, "taak");
  driver_check_rules (editor);
}

static void
fields_are_found_but_stay (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np a {f}", places);

  akk_editor_set_text (editor, text);
  akk_editor_find (editor, "shown", 0);
  g_assert_cmpuint (akk_editor_find_count (editor), ==, 1);
  g_assert_cmpuint (akk_editor_find_replace_all (editor, "x"), ==, 0);
  g_assert_true (akk_text_equal (akk_editor_get_text (editor), text));
}

static AkkEditor *
editor_with_table (void)
{
  AkkEditor *editor = driver_new ();
  g_autoptr (AkkText) text =
      akk_text_parse ("werk\n\n| h | werk |\n| --- | --- |\n| a werk, werk | b |\n\nwerk\n");

  akk_editor_set_text (editor, text);
  akk_editor_go_to_line (editor, 0);
  return editor;
}

static char *
selected_in (AkkEditor *editor)
{
  AkkMatch place;

  akk_editor_get_selection (editor, &place);
  return g_strdup_printf ("%u %d %u-%u", place.line, place.cell, (guint) place.from,
                          (guint) place.to);
}

static void
steps_go_through_cells (void)
{
  static const char *const places[] = { "0 -1 0-4", "1 1 0-4",  "1 2 2-6",
                                        "1 2 8-12", "2 -1 0-4", "0 -1 0-4" };
  g_autoptr (AkkEditor) editor = editor_with_table ();

  akk_editor_find (editor, "werk", 0);
  g_assert_cmpuint (akk_editor_find_count (editor), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *place = NULL;

    g_assert_true (akk_editor_find_step (editor, i > 0));
    place = selected_in (editor);
    g_assert_cmpstr (place, ==, places[i]);
    g_assert_cmpuint (akk_editor_find_selected (editor), ==, i % 5 + 1);
    g_assert_true ((editor->cell != NULL) == (places[i][2] != '-'));
  }
  for (guint i = G_N_ELEMENTS (places) - 1; i-- > 0;) {
    g_autofree char *place = NULL;

    g_assert_true (akk_editor_find_step (editor, -1));
    place = selected_in (editor);
    g_assert_cmpstr (place, ==, places[i]);
  }
}

static void
replaces_in_cells (void)
{
  g_autoptr (AkkEditor) editor = editor_with_table ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AkkText) before = akk_text_ref (akk_editor_get_text (editor));
  g_autofree char *place = NULL, *one = NULL, *all = NULL;

  g_signal_connect (editor, "burst", G_CALLBACK (note_burst), log);
  akk_editor_find (editor, "werk", 0);
  for (guint i = 0; i < 3; i++)
    akk_editor_find_step (editor, i > 0);
  akk_editor_find_replace (editor, "taak");
  one = akk_text_write (akk_editor_get_text (editor));
  g_assert_cmpstr (one, ==, "werk\n\n| h | werk |\n| --- | --- |\n| a taak, werk | b |\n\nwerk\n");
  place = selected_in (editor);
  g_assert_cmpstr (place, ==, "1 2 8-12");
  g_assert_cmpuint (akk_editor_find_replace_all (editor, "taak"), ==, 4);
  all = akk_text_write (akk_editor_get_text (editor));
  g_assert_cmpstr (all, ==, "taak\n\n| h | taak |\n| --- | --- |\n| a taak, taak | b |\n\ntaak\n");
  g_assert_cmpstr (log->str, ==, "Replace;Replace all;");
  driver_check_rules (editor);
  akk_editor_set_text (editor, before);
  driver_check_rules (editor);
}

/* Words are written between brackets in what is expected. */
static const struct {
  const char *name, *line, *words;
} word_cases[] = {
  { "words", "p De partners, samen.", "De partners samen" },
  { "joints-within-words", "p zo'n wijk-werker foto’s - ’s", "zo'n wijk-werker foto’s" },
  { "no-abbreviations", "p VDAB en OCMW's van vzw A", "en van vzw" },
  { "no-figures", "p 12 keer B2B 3de", "keer" },
  { "no-addresses", "p mail www.vdab.be of vdab.be nu", "mail of nu" },
  { "no-fields", "p het {f} van {f}s", "het van" },
  { "over-borders-of-style", "p sa*men*werking", "samenwerking" },
  { "sentences-end", "p Een zin.Twee (drie)", "Een drie" },
};

static void
count_cb (AkkEditor *editor, guint *count)
{
  *count = akk_editor_find_count (editor);
}

/* As the bar does, which asks how many there are whenever they are looked for. */
static void
asking_when_found_is_safe (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# Doel\np een gemeente", places);
  g_autoptr (AkkText) other = driver_text ("# Doel\np een gemeente en een stad", places);
  guint count = 0;

  akk_editor_set_text (editor, text);
  g_signal_connect (editor, "found", G_CALLBACK (count_cb), &count);
  akk_editor_find (editor, "een", 0);
  g_assert_cmpuint (count, ==, 2);
  akk_editor_set_text (editor, other);
  g_assert_cmpuint (akk_editor_find_count (editor), ==, 3);
  g_assert_cmpuint (count, ==, 3);
}

static void
words_of_a_line (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Place places[2];
  g_autoptr (AkkText) text = driver_text (word_cases[i].line, places);
  g_autoptr (GArray) words = akk_line_words (text->lines[0]);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint j = 0; j < words->len; j++) {
    const AkkWord *word = &g_array_index (words, AkkWord, j);

    g_string_append (got, j > 0 ? " " : "");
    g_string_append_len (got, text->lines[0]->text + word->from, word->to - word->from);
  }
  g_assert_cmpstr (got->str, ==, word_cases[i].words);
}

static void
wait_for_dictionary (AkkEditor *editor)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!akk_editor_next_misspelling (editor, 1) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
wrong_words_are_met_and_corrected (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# Doel\np De gemeente werkt samne.", places);

  akk_editor_set_text (editor, text);
  akk_editor_set_spelling (editor, "nl-BE");
  wait_for_dictionary (editor);
  driver_selection (editor, places);
  g_assert_cmpuint (places[0].line, ==, 1);
  g_assert_cmpuint (places[0].byte, ==, strlen ("De gemeente werkt "));
  g_assert_cmpuint (places[1].byte, ==, strlen ("De gemeente werkt samne"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "spell.correct", "s", "samen");
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[1]->text, ==, "De gemeente werkt samen.");
  g_assert_false (akk_editor_next_misspelling (editor, 1));
}

static void
ignored_words_are_words (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# Doel\np Het samne.", places);

  akk_editor_set_text (editor, text);
  akk_editor_set_spelling (editor, "nl-BE");
  wait_for_dictionary (editor);
  gtk_widget_activate_action (GTK_WIDGET (editor), "spell.ignore", NULL);
  g_assert_false (akk_editor_next_misspelling (editor, 1));
  g_assert_true (akk_text_equal (akk_editor_get_text (editor), text));
}

static void
wrong_words_in_cells_are_met_and_corrected (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text =
      akk_text_parse ("Goed.\n\n| samne | Goed |\n| --- | --- |\n| Goed | Het samne |\n");
  const AkkTable *table;
  g_autofree char *first = NULL, *second = NULL;

  akk_editor_set_text (editor, text);
  akk_editor_go_to_line (editor, 0);
  akk_editor_set_spelling (editor, "nl-BE");
  wait_for_dictionary (editor);
  first = selected_in (editor);
  g_assert_cmpstr (first, ==, "1 0 0-5");
  g_assert_true (akk_editor_next_misspelling (editor, 1));
  second = selected_in (editor);
  g_assert_cmpstr (second, ==, "1 3 4-9");
  gtk_widget_activate_action (GTK_WIDGET (editor->cell), "spell.correct", "s", "samen");
  table = akk_editor_get_text (editor)->lines[1]->table;
  g_assert_cmpstr (table->cells[3]->text, ==, "Het samen");
  g_assert_true (akk_editor_next_misspelling (editor, -1));
  gtk_widget_activate_action (GTK_WIDGET (editor->cell), "spell.ignore", NULL);
  g_assert_false (akk_editor_next_misspelling (editor, -1));
}

static void
without_a_dictionary_nothing_is_wrong (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# Doel\np samne", places);

  akk_editor_set_text (editor, text);
  akk_editor_set_spelling (editor, "xx-YY");
  for (guint i = 0; i < 200; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
  g_assert_false (akk_editor_next_misspelling (editor, 1));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/editor-find/steps-go-around", steps_go_around);
  g_test_add_func ("/editor-find/replaces-one-after-another", replaces_one_after_another);
  g_test_add_func ("/editor-find/replaces-all-as-one-command", replaces_all_as_one_command);
  g_test_add_func ("/editor-find/fields-are-found-but-stay", fields_are_found_but_stay);
  g_test_add_func ("/editor-find/asking-when-found-is-safe", asking_when_found_is_safe);
  g_test_add_func ("/editor-find/steps-go-through-cells", steps_go_through_cells);
  g_test_add_func ("/editor-find/replaces-in-cells", replaces_in_cells);
  for (guint i = 0; i < G_N_ELEMENTS (word_cases); i++) {
    g_autofree char *path = g_strconcat ("/editor-spell/words/", word_cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), words_of_a_line);
  }
  g_test_add_func ("/editor-spell/wrong-words-are-met-and-corrected",
                   wrong_words_are_met_and_corrected);
  g_test_add_func ("/editor-spell/wrong-words-in-cells-are-met-and-corrected",
                   wrong_words_in_cells_are_met_and_corrected);
  g_test_add_func ("/editor-spell/ignored-words-are-words", ignored_words_are_words);
  g_test_add_func ("/editor-spell/without-a-dictionary-nothing-is-wrong",
                   without_a_dictionary_nothing_is_wrong);
  return g_test_run ();
}
