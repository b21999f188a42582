/* What is pasted in a cell of a table stays a cell, and nothing of it is lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "editor-driver.h"
#include "ui/editor-table.h"
#include "ui/html-read.h"

#define HEAD "| h | i |\n| --- | --- |\n"

/* Pasted at the end of the cell "a". */
static const struct {
  const char *claim, *html, *commonmark, *wanted;
} cases[] = {
  { "words-stay-words", "<b>vet</b>", NULL, HEAD "| a**vet** | b |\n" },
  { "lists-become-lines", "<p>zo:</p><ul><li>een</li><li>twee</li></ul>", NULL,
    HEAD "| azo:<br>• een<br>• twee | b |\n" },
  { "numbers-are-kept", NULL, "1. een\n2. *twee*\n   1. drie\n",
    HEAD "| a1. een<br>2. *twee*<br>a. drie | b |\n" },
  { "headings-are-strong", "<h1>Titel</h1><p>tekst</p>", NULL,
    HEAD "| a**Titel**<br>tekst | b |\n" },
  { "a-table-among-text-becomes-lines", NULL, "zie\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n",
    HEAD "| azie<br>x – y<br>1 – 2 | b |\n" },
  { "a-table-alone-fills-cells",
    "<table><tr><td>x</td><td>y</td></tr><tr><td>1</td><td>2</td></tr></table>", NULL,
    HEAD "| x | y |\n| 1 | 2 |\n" },
  { "a-larger-table-makes-room", NULL, "| x | y | z |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n",
    "| h | i | |\n| --- | --- | --- |\n| x | y | z |\n| 1 | 2 | 3 |\n" },
  { "fields-stay-fields", NULL, "op {{agreement.end}}\n", HEAD "| aop {{agreement.end}} | b |\n" },
  { "footnotes-come-along", NULL, "zo[^1]\n\n[^1]: de noot\n",
    HEAD "| azo[^1] | b |\n\n[^1]: de noot\n" },
  { "commitments-become-lines", NULL, "- {{commitment:7}} doen\n- {{commitment:8}} laten\n",
    HEAD "| a• doen<br>• laten | b |\n" },
  { "clauses-become-words", NULL, "{{clause:term}}\n", HEAD "| ashown for a field | b |\n" },
};

static void
note_burst (AkkEditor *editor, const char *label, GString *log)
{
  g_string_append_printf (log, "%s;", label);
}

static char *
write_text (AkkEditor *editor)
{
  g_autoptr (AkkText) tidy = akk_text_normalise (akk_editor_get_text (editor));

  return akk_text_write (tidy);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = akk_text_parse (HEAD "| a | b |\n");
  g_autoptr (AkkText) pasted = cases[i].html != NULL
                                   ? akk_html_read (cases[i].html, strlen (cases[i].html))
                                   : akk_text_parse (cases[i].commonmark);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *written = NULL;

  akk_editor_set_text (editor, text);
  g_signal_connect (editor, "burst", G_CALLBACK (note_burst), log);
  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, 0), 1, 0, TRUE);
  akk_editor_insert_text (editor->cell, pasted);
  written = write_text (editor);
  g_assert_cmpstr (written, ==, cases[i].wanted);
  g_assert_cmpstr (log->str, ==, "Paste;");
  g_assert_nonnull (editor->cell);
  driver_check_rules (editor);
  driver_check_rules (editor->cell);

  akk_editor_set_text (editor, text);
  driver_check_rules (editor);
  g_assert_true (akk_text_equal (akk_editor_get_text (editor), text));
}

static void
test_takes_the_place_of_the_selection (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = akk_text_parse (HEAD "| acb | b |\n");
  g_autoptr (AkkText) pasted = akk_text_parse ("een\n\ntwee\n");
  const AkkMatch place = { .line = 0, .cell = 2, .from = 1, .to = 2 };
  AkkMatch after;
  g_autofree char *written = NULL;

  akk_editor_set_text (editor, text);
  akk_editor_select (editor, &place);
  akk_editor_insert_text (editor->cell, pasted);
  written = write_text (editor);
  g_assert_cmpstr (written, ==, HEAD "| aeen<br>tweeb | b |\n");
  akk_editor_get_selection (editor, &after);
  g_assert_cmpuint (after.from, ==, strlen ("aeen\342\200\250twee"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/editor-paste-cell/", cases[i].claim, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/editor-paste-cell/takes-the-place-of-the-selection",
                   test_takes_the_place_of_the_selection);
  return g_test_run ();
}
