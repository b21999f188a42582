/* A text view that is as high as its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/jot-text.h"

static const char words[] = "Elk bestuur duidt tegen 31 januari een aanspreekpunt taal aan";

static int
height_at (GtkWidget *text, int width)
{
  int height;

  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
test_height (void)
{
  GtkWidget *text = g_object_ref_sink (g_object_new (AKK_TYPE_JOT_TEXT, NULL));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  int line = height_at (text, 1000);

  g_assert_cmpint (line, >, 0);
  gtk_text_buffer_set_text (buffer, words, -1);
  g_assert_cmpint (height_at (text, 1000), ==, line);
  g_assert_cmpint (height_at (text, 300), ==, 2 * line);
  g_assert_cmpint (height_at (text, 170), >, 2 * line);
  gtk_text_buffer_insert_at_cursor (buffer, "\n", -1);
  g_assert_cmpint (height_at (text, 1000), ==, 2 * line);
  g_object_unref (text);
}

/* Whatever width it had before. */
static void
test_sight (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = g_object_new (AKK_TYPE_JOT_TEXT, NULL);
  const int widths[] = { 1000, 300, 500, 200, 1000 };

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), words, -1);
  gtk_box_append (GTK_BOX (box), text);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    GtkTextIter end;
    GdkRectangle last;

    gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 400);
    while (ABS (gtk_widget_get_width (window) - widths[i]) > 60)
      g_main_context_iteration (NULL, TRUE);
    gtk_test_widget_wait_for_draw (window);
    gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &end);
    gtk_text_view_get_iter_location (GTK_TEXT_VIEW (text), &end, &last);

    g_assert_cmpint (last.y + last.height, ==, gtk_widget_get_height (text));
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jot-text/it-is-as-high-as-its-text-at-a-width", test_height);
  g_test_add_func ("/jot-text/no-line-is-out-of-sight-after-another-width", test_sight);
  return g_test_run ();
}
