/* Where the tables of a text lie while it changes and scrolls.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/text-table.h"
#include "editor-driver.h"
#include "ui/editor-table.h"

#define N_AROUND 60
#define N_STEPS 60

typedef struct {
  GtkWidget *window;
  AkkEditor *editor;
  GtkAdjustment *adjustment;
} Fixture;

/* Paragraphs that wrap, and a table of `n_rows` below the header amid them. */
static AkkText *
long_text (guint n_rows)
{
  g_autoptr (GString) source = g_string_new (NULL);

  for (guint i = 0; i < 2 * N_AROUND; i++) {
    g_string_append_printf (source, "Alinea %u", i);
    for (guint j = 0; j < i * 7 % 60; j++)
      g_string_append (source, " woord");
    g_string_append (source, "\n\n");
    if (i != N_AROUND)
      continue;
    g_string_append (source, "| h | i |\n| --- | --- |\n");
    for (guint row = 0; row < n_rows; row++)
      g_string_append_printf (source, "| a%u | b |\n", row);
    g_string_append (source, "\n");
  }
  return akk_text_parse (source->str);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (AkkText) text = long_text (2);

  f->editor = g_object_new (AKK_TYPE_EDITOR, NULL);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 500, 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (f->editor));
  gtk_window_set_child (GTK_WINDOW (f->window), scroller);
  akk_editor_set_text (f->editor, text);
  gtk_window_present (GTK_WINDOW (f->window));
  f->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->editor));
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
}

static guint
find_table (Fixture *f)
{
  AkkText *text = akk_editor_get_text (f->editor);

  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->kind == AKK_LINE_TABLE)
      return i;
  return G_MAXUINT;
}

/* A table that is seen lies on the room that its line keeps. */
static void
check_place (Fixture *f)
{
  GtkTextView *view = GTK_TEXT_VIEW (f->editor);

  for (guint i = 0; i < f->editor->tables->len; i++) {
    AkkEditorTable *table = f->editor->tables->pdata[i];
    graphene_rect_t bounds;
    GtkTextIter iter;
    int y, height, top;

    gtk_text_buffer_get_iter_at_line (f->editor->buffer, &iter,
                                      (int) akk_editor_tables_position (f->editor, table));
    gtk_text_view_get_line_yrange (view, &iter, &y, &height);
    gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, y, NULL, &top);
    if (top + height < 0 || top > gtk_widget_get_height (GTK_WIDGET (view)))
      continue;
    g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (table), GTK_WIDGET (view), &bounds));
    g_assert_cmpfloat (bounds.origin.y, >=, top);
    g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, top + height);
    g_assert_cmpfloat (bounds.size.height, >=, height - 3 * f->editor->em);
  }
}

/* The caret of the cell that is written in is in sight. */
static void
check_cell_is_seen (Fixture *f)
{
  graphene_rect_t bounds;

  g_assert_nonnull (f->editor->cell);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (f->editor->cell)),
                                            GTK_WIDGET (f->editor), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, -1);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (f->editor)) + 3);
}

static void
enter (Fixture *f, guint row)
{
  guint line = find_table (f);

  akk_editor_go_to_line (f->editor, line);
  settle ();
  akk_editor_tables_enter (f->editor, akk_editor_tables_at (f->editor, line), row, 0, TRUE);
  settle ();
}

static void
rows_are_added_and_the_table_follows (Fixture *f, gconstpointer data)
{
  enter (f, 2);
  check_place (f);
  for (guint i = 0; i < 30; i++) {
    gtk_widget_activate_action (GTK_WIDGET (f->editor->cell_table), "table.row-below", NULL);
    settle ();
    check_place (f);
    check_cell_is_seen (f);
  }
}

static void
change_above (Fixture *f)
{
  AkkText *old = akk_editor_get_text (f->editor);
  guint line = (guint) g_test_rand_int_range (0, (int) find_table (f));
  g_autofree char *written = akk_text_write (old);
  g_auto (GStrv) parts = g_strsplit (written, "\n\n", -1);
  g_autofree char *longer = g_strconcat (parts[line], " nog wat woorden, en nog wat meer woorden",
                                         " en dan een hele zin om een regel te vullen", NULL);
  g_autofree char *joined = NULL;
  g_autoptr (AkkText) text = NULL;

  g_free (parts[line]);
  parts[line] = g_steal_pointer (&longer);
  joined = g_strjoinv ("\n\n", parts);
  text = akk_text_parse (joined);
  akk_editor_set_text (f->editor, text);
}

static void
take_random_step (Fixture *f)
{
  double value = gtk_adjustment_get_value (f->adjustment);

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    enter (f, (guint) g_test_rand_int_range (0, 40));
    break;
  case 1:
    if (f->editor->cell_table != NULL)
      gtk_widget_activate_action (GTK_WIDGET (f->editor->cell_table), "table.row-below", NULL);
    break;
  case 2:
    change_above (f);
    break;
  case 3:
    gtk_window_set_default_size (GTK_WINDOW (f->window), g_test_rand_int_range (400, 700), 400);
    break;
  default:
    gtk_adjustment_set_value (f->adjustment, value + g_test_rand_int_range (-300, 300));
  }
}

static void
tables_stay_in_their_room (Fixture *f, gconstpointer data)
{
  enter (f, 1);
  for (guint i = 0; i < N_STEPS; i++) {
    take_random_step (f);
    settle ();
    check_place (f);
  }
}

/* Far from what is seen, in a table that had no place yet. */
static void
undo_in_a_cell_shows_it (Fixture *f, gconstpointer data)
{
  static const guint rows[] = { 0, 1, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AkkText) text = long_text (40);
    g_autoptr (AkkText) other = NULL;
    g_autoptr (AkkLine) table = NULL;
    AkkLine **lines = NULL;
    guint line;

    akk_editor_set_text (f->editor, text);
    akk_editor_go_to_line (f->editor, 0);
    settle ();
    line = find_table (f);
    table = akk_table_set_cell (text->lines[line], rows[i], 1, text->lines[0]);
    lines = g_memdup2 (text->lines, text->n_lines * sizeof *lines);
    lines[line] = table;
    other = akk_text_new (lines, text->n_lines);
    g_free (lines);
    akk_editor_set_text (f->editor, other);
    settle ();
    check_place (f);
    check_cell_is_seen (f);
    g_assert_cmpuint (akk_editor_cell_get_row (akk_editor_tables_cell (f->editor)), ==, rows[i]);
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, function)                                                                        \
  g_test_add ("/editor-tables/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows-are-added-and-the-table-follows", rows_are_added_and_the_table_follows);
  ADD ("tables-stay-in-their-room", tables_stay_in_their_room);
  ADD ("undo-in-a-cell-shows-it", undo_in_a_cell_shows_it);
  return g_test_run ();
}
