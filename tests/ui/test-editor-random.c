/* Random edits never break the rules of the editor's buffer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/text-commitments.h"
#include "core/text-notes.h"
#include "editor-driver.h"
#include "ui/editor-table.h"

#define N_EDITS 500

static const char fuzz_text[] =
    "# Een\np Eerste {f} alinea met *vet* en /cursief/\nb1 punt\nb2 dieper {g}{g}\nc2 vervolg\n"
    "n1 eerst\nn2 *a|b*\nt \nq citaat {h}\n## Twee\n## Drie\np é\np \nt \nt \nf noot {i}\n"
    "# Vier\np slot {j}";

/* What fields and numbers show changes while people write. */
static const char *shown = "shown";

static const char *
show_field (const char *field, gpointer data)
{
  return shown;
}

static const char *
show_number (gint64 section, gpointer data)
{
  return section % 2 == 0 ? shown : "";
}

static void
random_selection (AkkEditor *editor, GRand *random)
{
  int n = gtk_text_buffer_get_char_count (editor->buffer);
  int a = g_rand_int_range (random, 0, n + 1);
  int b = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 0, n + 1)
          : g_rand_boolean (random)            ? a
                                               : CLAMP (a + g_rand_int_range (random, -8, 9), 0, n);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (editor->buffer, &start, a);
  gtk_text_buffer_get_iter_at_offset (editor->buffer, &end, b);
  gtk_text_buffer_select_range (editor->buffer, &start, &end);
}

/* Writes in a cell of some table, or changes its rows and columns. */
static void
random_table_edit (AkkEditor *editor, GRand *random)
{
  static const char *const keys[] = { "x", ENTER, BACKSPACE, DELETE, BOLD, "a\nb", BULLETS };
  static const char *const actions[] = {
    "table.row-above",  "table.row-below",     "table.column-left",      "table.column-right",
    "table.delete-row", "table.delete-column", "table.move-column-left", "table.move-row-down",
    "table.wider",      "table.align-right",   "table.caption",          "table.note",
    "table.delete",
  };
  guint from = (guint) g_rand_int_range (random, 0, (gint32) editor->lines->len);
  guint line = from;

  while (line < editor->lines->len && akk_editor_line (editor, line)->kind != AKK_LINE_TABLE)
    line++;
  if (line == editor->lines->len)
    return;
  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, line),
                           (guint) g_rand_int_range (random, 0, 4),
                           (guint) g_rand_int_range (random, 0, 4), g_rand_boolean (random));
  for (int n = g_rand_int_range (random, 0, 3); n > 0 && editor->cell != NULL; n--)
    driver_press (editor->cell, keys[g_rand_int_range (random, 0, G_N_ELEMENTS (keys))]);
  if (g_rand_boolean (random) && editor->cell_table != NULL)
    gtk_widget_activate_action (GTK_WIDGET (editor->cell_table),
                                actions[g_rand_int_range (random, 0, G_N_ELEMENTS (actions))],
                                NULL);
  if (g_rand_boolean (random))
    akk_editor_tables_leave (editor, g_rand_boolean (random));
}

static void
random_edit (AkkEditor *editor, GRand *random)
{
  static const char *const keys[] = { ENTER, ENTER,   BREAK, BACKSPACE, BACKSPACE, DELETE,
                                      TAB,   BACKTAB, BOLD,  ITALIC,    BULLETS,   NUMBERS,
                                      PLAIN, "x",     "é",   "a b",     " " };
  static const char *const foreign[] = { "a\nb",          "\r\n",    "x\342\200\251y\r",
                                         "\357\277\274z", "\tq\n\n", "\342\200\250" };
  static const char *const pasted[] = { "p w", "b1 x\nb3 y{f}", "p a\nt \np *c*", "q e", "t " };
  static const char *const inserts[] = { "editor.insert-note",    "editor.insert-note",
                                         "editor.insert-break",   "editor.quote",
                                         "editor.commitment",     "editor.commitment",
                                         "editor.restore-clause", "editor.remove-link" };
  static const char *const fields[] = { "agreement.end", "ref:110", "clause:bodies" };
  GtkTextIter start, end;
  Place none[2];

  if (g_rand_int_range (random, 0, 3) > 0)
    random_selection (editor, random);
  if (g_rand_int_range (random, 0, 6) == 0) {
    random_table_edit (editor, random);
    return;
  }
  switch (g_rand_int_range (random, 0, 14)) {
  case 0:
    gtk_text_buffer_get_iter_at_offset (
        editor->buffer, &start,
        g_rand_int_range (random, 0, gtk_text_buffer_get_char_count (editor->buffer) + 1));
    gtk_text_buffer_insert (editor->buffer, &start,
                            foreign[g_rand_int_range (random, 0, G_N_ELEMENTS (foreign))], -1);
    break;
  case 1:
    gtk_text_buffer_get_selection_bounds (editor->buffer, &start, &end);
    gtk_text_buffer_delete (editor->buffer, &start, &end);
    break;
  case 2: {
    g_autoptr (AkkText) fragment =
        driver_text (pasted[g_rand_int_range (random, 0, G_N_ELEMENTS (pasted))], none);
    akk_editor_insert_text (editor, fragment);
    break;
  }
  case 3: {
    g_autoptr (AkkText) fragment = akk_editor_selected_text (editor);
    random_selection (editor, random);
    akk_editor_insert_text (editor, fragment);
    break;
  }
  case 4:
    shown = g_rand_boolean (random) ? "x" : "much longer";
    akk_editor_refresh (editor);
    break;
  case 5:
  case 6:
    driver_press (editor, inserts[g_rand_int_range (random, 0, G_N_ELEMENTS (inserts))]);
    break;
  case 7:
    akk_editor_insert_field (editor, fields[g_rand_int_range (random, 0, G_N_ELEMENTS (fields))],
                             NULL);
    break;
  case 8:
    akk_editor_set_link (editor, g_rand_boolean (random) ? "words" : NULL, "https://example.be");
    break;
  case 9: {
    g_autoptr (AkkText) generated = driver_text ("p one\nb1 two", none);
    akk_editor_edit_clause (editor, generated);
    break;
  }
  default:
    driver_press (editor, keys[g_rand_int_range (random, 0, G_N_ELEMENTS (keys))]);
  }
}

static void
check_headings (AkkText *text)
{
  gint64 wanted[] = { 100, 109, 110, 116 };
  guint n = 0;

  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->kind == AKK_LINE_HEADING) {
      g_assert_cmpuint (n, <, G_N_ELEMENTS (wanted));
      g_assert_cmpint (text->lines[i]->section, ==, wanted[n++]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (wanted));
}

/* Notes are those of the marks, commitments are one of a kind, and all is shown as it is numbered.
 */
static void
check_inserts (AkkEditor *editor, AkkText *text)
{
  g_autoptr (AkkText) paired = akk_text_pair_notes (text);
  g_autoptr (AkkText) tidy = akk_text_tidy_commitments (text);

  g_assert_true (paired == text);
  g_assert_true (tidy == text);
  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->table == NULL)
      g_assert_true (akk_editor_shows (editor, i));
}

static void
test_random_edits (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) first = driver_text (fuzz_text, places);

  akk_editor_set_resolvers (editor, show_number, show_field, NULL);
  akk_editor_set_text (editor, first);
  for (guint i = 0; i < N_EDITS; i++) {
    g_autoptr (AkkText) before = akk_text_ref (akk_editor_get_text (editor));
    g_autoptr (AkkText) after = NULL;

    /* More than one at a time: what is stale adds up. */
    for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
      random_edit (editor, random);
    after = akk_text_ref (akk_editor_get_text (editor));
    driver_check_rules (editor);
    check_headings (after);
    if (after != before)
      check_inserts (editor, after);
    akk_editor_set_text (editor, before);
    driver_check_rules (editor);
    g_assert_true (akk_text_equal (akk_editor_get_text (editor), before));
    akk_editor_set_text (editor, after);
    driver_check_rules (editor);
    /* A text that grows without end makes the run slow, not better. */
    if (after->n_lines > 60)
      akk_editor_set_text (editor, first);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint seed = 1; seed <= 3; seed++) {
    g_autofree char *path = g_strdup_printf ("/editor/rules-survive-random-edits/%u", seed);

    g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random_edits);
  }
  return g_test_run ();
}
