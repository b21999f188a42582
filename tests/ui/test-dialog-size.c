/* Dialogs grow with the letters in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialog-size.h"

static int
shown_width (GtkWidget *window, int width)
{
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_content_width (dialog, width);
  adw_dialog_set_child (dialog, gtk_label_new ("Who"));
  adw_dialog_present (dialog, window);
  width = adw_dialog_get_content_width (dialog);
  adw_dialog_force_close (dialog);
  return width;
}

static void
dialogs_grow_with_their_letters (void)
{
  static const struct {
    int dpi, width, shown;
  } cases[] = { { 96, 480, 480 }, { 192, 480, 960 }, { 144, 480, 720 } };
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = adw_application_window_new (NULL);

  akk_dialog_size_follow (ADW_APPLICATION_WINDOW (window));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Page"));
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_object_set (settings, "gtk-xft-dpi", cases[i].dpi * PANGO_SCALE, NULL);
    g_assert_cmpint (shown_width (window, cases[i].width), ==, cases[i].shown);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_focus (GtkWidget *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* In a narrow window a dialog is a sheet at the bottom, whose first button leads out. */
static void
dialogs_begin_where_they_say (void)
{
  static const int widths[] = { 900, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    GtkWidget *window = adw_application_window_new (NULL);
    AdwDialog *dialog = adw_dialog_new ();
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *entry = gtk_entry_new ();

    akk_dialog_size_follow (ADW_APPLICATION_WINDOW (window));
    gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 640);
    adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Page"));
    gtk_window_present (GTK_WINDOW (window));
    while (gtk_widget_get_width (window) == 0)
      g_main_context_iteration (NULL, TRUE);
    gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Cancel"));
    gtk_box_append (GTK_BOX (box), entry);
    adw_dialog_set_child (dialog, box);
    adw_dialog_set_focus (dialog, entry);
    adw_dialog_present (dialog, window);
    while (!has_focus (window, entry))
      g_main_context_iteration (NULL, TRUE);
    adw_dialog_force_close (dialog);
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

/* What a choice asks for besides has room of its own. */
static void
dialogs_grow_with_what_they_hold (void)
{
  GtkWidget *window = adw_application_window_new (NULL);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  int height;

  akk_dialog_size_follow (ADW_APPLICATION_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Page"));
  gtk_window_present (GTK_WINDOW (window));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), adw_switch_row_new ());
  gtk_widget_set_size_request (row, -1, 300);
  gtk_widget_set_visible (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, window);
  while ((height = gtk_widget_get_height (view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_set_visible (row, TRUE);
  akk_dialog_size_grow (dialog);
  while (gtk_widget_get_height (view) < height + 120)
    g_main_context_iteration (NULL, TRUE);
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/dialog-size/dialogs-grow-with-their-letters", dialogs_grow_with_their_letters);
  g_test_add_func ("/dialog-size/dialogs-begin-where-they-say", dialogs_begin_where_they_say);
  g_test_add_func ("/dialog-size/dialogs-grow-with-what-they-hold",
                   dialogs_grow_with_what_they_hold);
  return g_test_run ();
}
