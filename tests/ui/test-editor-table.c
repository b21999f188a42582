/* Writing in the cells of tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "editor-driver.h"
#include "ui/editor-table.h"

#define ABOVE "table.row-above"

/* A cell is entered as "1,0"; "key:" is a key, "do:" an action, other words are typed. */
typedef struct {
  const char *claim;
  guint row, column;
  const char *const steps[6];
  const char *wanted; /* the table, written */
} Case;

#define HEAD "| h | i |\n| --- | --- |\n"

static const Case cases[] = {
  { "typing-goes-into-the-cell", 1, 0, { "x" }, HEAD "| ax | b |\n| c | d |\n" },
  { "tab-goes-on-and-selects", 1, 0, { "key:Tab", "y" }, HEAD "| a | y |\n| c | d |\n" },
  { "tab-goes-to-the-next-row", 1, 1, { "key:Tab", "y" }, HEAD "| a | b |\n| y | d |\n" },
  { "tab-in-the-last-cell-adds-a-row",
    2,
    1,
    { "key:Tab", "y" },
    HEAD "| a | b |\n| c | d |\n| y | |\n" },
  { "enter-breaks-the-line", 1, 0, { ENTER, "x" }, HEAD "| a<br>x | b |\n| c | d |\n" },
  { "pasted-lines-are-hard-breaks", 1, 0, { "x\ny" }, HEAD "| ax<br>y | b |\n| c | d |\n" },
  { "bold-in-a-cell", 1, 0, { BOLD, "x" }, HEAD "| a**x** | b |\n| c | d |\n" },
  { "lists-do-not-exist-in-cells", 1, 0, { BULLETS }, HEAD "| a | b |\n| c | d |\n" },
  { "down-goes-to-the-cell-below", 1, 1, { "key:Down", "x" }, HEAD "| a | b |\n| c | xd |\n" },
  { "right-at-the-end-goes-on", 1, 0, { "key:Right", "x" }, HEAD "| a | xb |\n| c | d |\n" },
  { "a-row-above", 1, 0, { "do:" ABOVE, "x" }, HEAD "| x | |\n| a | b |\n| c | d |\n" },
  { "the-caret-moves-with-the-row",
    1,
    0,
    { "do:table.move-row-down", "x" },
    HEAD "| c | d |\n| ax | b |\n" },
  { "a-column-goes", 1, 0, { "do:table.delete-column" }, "| i |\n| --- |\n| b |\n| d |\n" },
  { "the-header-row-stays", 0, 0, { "do:table.delete-row" }, HEAD "| a | b |\n| c | d |\n" },
  { "a-column-is-aligned",
    1,
    1,
    { "do:table.align-right" },
    "| h | i |\n| --- | --: |\n| a | b |\n| c | d |\n" },
};

static const char source[] = "p\n\n" HEAD "| a | b |\n| c | d |\n\nq\n";

static AkkEditor *
new_editor (void)
{
  AkkEditor *editor = driver_new ();
  g_autoptr (AkkText) text = akk_text_parse (source);

  akk_editor_set_text (editor, text);
  return editor;
}

static void
press_key (AkkEditor *editor, const char *name)
{
  g_assert_nonnull (editor->cell);
  g_assert_true (akk_editor_tables_key (editor->cell, gdk_keyval_from_name (name), 0));
}

static void
run_steps (AkkEditor *editor, const char *const *steps, guint n)
{
  for (guint i = 0; i < n && steps[i] != NULL; i++) {
    if (g_str_has_prefix (steps[i], "key:"))
      press_key (editor, steps[i] + strlen ("key:"));
    else if (g_str_has_prefix (steps[i], "do:"))
      gtk_widget_activate_action (GTK_WIDGET (editor->cell_table), steps[i] + strlen ("do:"), NULL);
    else
      driver_press (editor->cell, steps[i]);
    driver_check_rules (editor);
  }
}

static void
check_table (AkkEditor *editor, const char *wanted)
{
  g_autofree char *written = akk_text_write (akk_editor_get_text (editor));
  g_autofree char *whole = g_strconcat ("p\n\n", wanted, "\nq\n", NULL);

  g_assert_cmpstr (written, ==, whole);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AkkEditor) editor = new_editor ();
  g_autoptr (AkkText) before = akk_text_ref (akk_editor_get_text (editor));
  g_autoptr (AkkText) after = NULL;

  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, 1), c->row, c->column, TRUE);
  run_steps (editor, c->steps, G_N_ELEMENTS (c->steps));
  check_table (editor, c->wanted);
  after = akk_text_ref (akk_editor_get_text (editor));

  akk_editor_set_text (editor, before);
  driver_check_rules (editor);
  check_table (editor, HEAD "| a | b |\n| c | d |\n");
  akk_editor_set_text (editor, after);
  driver_check_rules (editor);
  check_table (editor, c->wanted);
}

static void
note_burst (AkkEditor *editor, const char *label, GString *log)
{
  g_string_append_printf (log, "%s;", label);
}

static void
test_bursts_end_with_the_cell (void)
{
  g_autoptr (AkkEditor) editor = new_editor ();
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (editor, "burst", G_CALLBACK (note_burst), log);
  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, 1), 1, 0, TRUE);
  driver_press_all (editor->cell, "xy");
  press_key (editor, "Tab");
  driver_press (editor->cell, "z");
  akk_editor_end_burst (editor);
  press_key (editor, "Escape");
  g_assert_null (editor->cell);
  g_assert_cmpuint (akk_editor_get_line (editor), ==, 1);
  driver_press (editor, "w");
  akk_editor_end_burst (editor);
  g_assert_cmpstr (log->str, ==, "Type;Type;Type;");
  check_table (editor, HEAD "| axy | z |\n| c | d |\n\nw\n");
}

static void
test_arrows_lead_in_and_out (void)
{
  g_autoptr (AkkEditor) editor = new_editor ();
  GtkTextView *view = GTK_TEXT_VIEW (editor);

  akk_editor_go_to_line (editor, 0);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_null (editor->cell);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_nonnull (editor->cell);
  g_assert_cmpuint (akk_editor_cell_get_row (akk_editor_tables_cell (editor)), ==, 0);
  press_key (editor, "Up");
  g_assert_null (editor->cell);
  g_assert_cmpuint (akk_editor_get_line (editor), ==, 0);
  akk_editor_go_to_line (editor, 2);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, -1, FALSE);
  g_assert_nonnull (editor->cell);
  g_assert_cmpuint (akk_editor_cell_get_row (akk_editor_tables_cell (editor)), ==, 2);
  press_key (editor, "Down");
  g_assert_null (editor->cell);
  g_assert_cmpuint (akk_editor_get_line (editor), ==, 2);
}

static void
test_notes_in_cells (void)
{
  g_autoptr (AkkEditor) editor = new_editor ();
  g_autofree char *written = NULL;

  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, 1), 1, 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.insert-note", NULL);
  driver_press (editor, "n");
  written = akk_text_write (akk_editor_get_text (editor));
  g_assert_cmpstr (written, ==, "p\n\n" HEAD "| a[^1] | b |\n| c | d |\n\nq\n\n[^1]: n\n");
  driver_check_rules (editor);
}

static void
test_a_table_that_goes_closes_its_cell (void)
{
  g_autoptr (AkkEditor) editor = new_editor ();
  g_autoptr (AkkText) other = akk_text_parse ("p\n\nr\n\nq\n");

  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, 1), 1, 0, TRUE);
  akk_editor_set_text (editor, other);
  g_assert_null (editor->cell);
  driver_check_rules (editor);
  akk_editor_insert_table (editor, 3, 2);
  g_assert_cmpint (akk_editor_get_text (editor)->lines[2]->kind, ==, AKK_LINE_TABLE);
  g_assert_nonnull (editor->cell);
  driver_check_rules (editor);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/editor-table/", cases[i].claim, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/editor-table/bursts-end-with-the-cell", test_bursts_end_with_the_cell);
  g_test_add_func ("/editor-table/arrows-lead-in-and-out", test_arrows_lead_in_and_out);
  g_test_add_func ("/editor-table/notes-stand-in-cells", test_notes_in_cells);
  g_test_add_func ("/editor-table/a-table-that-goes-closes-its-cell",
                   test_a_table_that_goes_closes_its_cell);
  return g_test_run ();
}
