/* The caret is in sight wherever it goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "editor-driver.h"

#define N_AROUND 40
#define N_CLAUSE 80

typedef struct {
  GtkWidget *window;
  AkkEditor *editor;
  GtkAdjustment *adjustment;
  char *clause;
} Fixture;

static const char *
show_clause (const char *field, gpointer data)
{
  return ((Fixture *) data)->clause;
}

/* Paragraphs of more than one line, and amid or after them a clause that is much taller than the
 * view. */
static AkkText *
text_with_clause (guint n_before, guint n_after)
{
  g_autoptr (GString) source = g_string_new ("# H");
  Place places[2];

  for (guint i = 0; i <= n_before + n_after; i++) {
    g_string_append (source, i == n_before ? "\np {clause:parties}" : "\np alinea");
    for (guint j = 0; i != n_before && j < 20; j++)
      g_string_append (source, " woord");
  }
  return driver_text (source->str, places);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GString *clause = g_string_new (NULL);

  for (guint i = 0; i < N_CLAUSE; i++)
    g_string_append_printf (clause, "%spartij %u", i > 0 ? "\342\200\250" : "", i);
  f->clause = g_string_free_and_steal (clause);
  f->editor = g_object_new (AKK_TYPE_EDITOR, NULL);
  akk_editor_set_resolvers (f->editor, NULL, show_clause, f);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 500, 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (f->editor));
  gtk_window_set_child (GTK_WINDOW (f->window), scroller);
  gtk_window_present (GTK_WINDOW (f->window));
  f->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->editor));
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_free (f->clause);
}

static void
check_caret_is_seen (Fixture *f)
{
  GdkRectangle caret, seen;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (f->editor->buffer, &iter,
                                    gtk_text_buffer_get_insert (f->editor->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->editor), &iter, &caret);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (f->editor), &seen);
  g_assert_cmpint (seen.height, >, 0);
  g_assert_cmpint (caret.y, >=, seen.y);
  g_assert_cmpint (caret.y + caret.height, <=, seen.y + seen.height);
}

static void
move (Fixture *f, GtkMovementStep step, int count)
{
  g_signal_emit_by_name (f->editor, "move-cursor", step, count, FALSE);
  settle ();
  check_caret_is_seen (f);
}

typedef struct {
  const char *claim;
  guint n_before, n_after;
} ScrollCase;

static const ScrollCase cases[] = {
  { "ends-are-seen-when-a-tall-clause-is-last", N_AROUND, 0 },
  { "ends-of-a-tall-clause-are-seen", 0, 0 },
  { "ends-are-seen-when-a-tall-clause-is-first", 0, N_AROUND },
  { "ends-are-seen-with-a-tall-clause-amid", N_AROUND, N_AROUND },
};

static void
test_ends (Fixture *f, gconstpointer data)
{
  const ScrollCase *c = data;
  g_autoptr (AkkText) text = text_with_clause (c->n_before, c->n_after);
  Place clause[2] = { { c->n_before + 1, 0 }, { c->n_before + 1, 0 } };

  /* At once: most lines have not found their height. */
  akk_editor_set_text (f->editor, text);
  move (f, GTK_MOVEMENT_BUFFER_ENDS, 1);
  move (f, GTK_MOVEMENT_BUFFER_ENDS, -1);
  move (f, GTK_MOVEMENT_BUFFER_ENDS, 1);
  driver_select (f->editor, clause);
  move (f, GTK_MOVEMENT_PARAGRAPH_ENDS, 1);
  move (f, GTK_MOVEMENT_PARAGRAPH_ENDS, -1);
  move (f, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  move (f, GTK_MOVEMENT_VISUAL_POSITIONS, -1);
}

static void
a_last_line_gone_to_at_once_is_seen (Fixture *f, gconstpointer data)
{
  g_autoptr (AkkText) text = text_with_clause (N_AROUND, 1);

  akk_editor_set_text (f->editor, text);
  akk_editor_go_to_line (f->editor, text->n_lines - 1);
  settle ();
  check_caret_is_seen (f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/editor-scroll/", cases[i].claim, NULL);

    g_test_add (path, Fixture, &cases[i], set_up, test_ends, tear_down);
  }
  g_test_add ("/editor-scroll/a-last-line-gone-to-at-once-is-seen", Fixture, NULL, set_up,
              a_last_line_gone_to_at_once_is_seen, tear_down);
  return g_test_run ();
}
