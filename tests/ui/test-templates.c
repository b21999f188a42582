/* Every template can be made, shown and destroyed without a warning.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/dossier-view.h"
#include "ui/history-dialog.h"
#include "ui/main-menu.h"
#include "ui/outline-pane.h"
#include "ui/section-dialog.h"
#include "ui/shortcuts-dialog.h"
#include "ui/sidebar.h"
#include "ui/text-page.h"
#include "ui/welcome-page.h"
#include "ui/window.h"

/* One per file in data/ui. */
static GType (*const types[]) (void) = {
  akk_dossier_view_get_type,     akk_history_dialog_get_type, akk_main_menu_get_type,
  akk_outline_pane_get_type,     akk_section_dialog_get_type, akk_sidebar_get_type,
  akk_shortcuts_dialog_get_type, akk_text_page_get_type,      akk_welcome_page_get_type,
  akk_window_get_type,
};

/* "AkkWelcomePage" for "welcome-page.ui". */
static char *
type_name_of (const char *file)
{
  GString *name = g_string_new ("Akk");
  gboolean upper = TRUE;

  for (const char *c = file; *c != '.'; c++) {
    if (*c != '-')
      g_string_append_c (name, upper ? g_ascii_toupper (*c) : *c);
    upper = *c == '-';
  }
  return g_string_free_and_steal (name);
}

static void
test_all_listed (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children ("/be/akkoord/Akkoord/ui", 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    types[i]();
  for (guint i = 0; files[i] != NULL; i++) {
    g_autofree char *name = type_name_of (files[i]);

    g_test_message ("%s", name);
    g_assert_cmpuint (g_type_from_name (name), !=, 0);
  }
  g_assert_cmpuint (g_strv_length (files), ==, G_N_ELEMENTS (types));
}

static void
gone_cb (gpointer data, GObject *object)
{
  gboolean *gone = data;

  *gone = TRUE;
}

static void
iterate_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static void
mapped_cb (GtkWidget *widget, gpointer data)
{
  gboolean *mapped = data;

  *mapped = TRUE;
}

/* Shows the widget alone, as it is without any data, and takes it away again. */
static void
test_lives_and_dies (gconstpointer data)
{
  GType type = (GType) data;
  GtkWidget *widget = g_object_new (type, NULL);
  GtkWidget *window = GTK_IS_WINDOW (widget) ? widget : adw_window_new ();
  gboolean mapped = FALSE;
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (widget), gone_cb, &gone);
  g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), &mapped);
  if (ADW_IS_DIALOG (widget))
    adw_window_set_content (ADW_WINDOW (window), gtk_label_new (""));
  else if (widget != window)
    adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  if (ADW_IS_DIALOG (widget))
    adw_dialog_present (ADW_DIALOG (widget), window);
  iterate_until (&mapped);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate_until (&gone);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/templates/all-are-listed-here", test_all_listed);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    GType type = types[i]();
    g_autofree char *path = g_strdup_printf ("/templates/%s-lives-and-dies", g_type_name (type));

    g_test_add_data_func (path, (gconstpointer) type, test_lives_and_dies);
  }
  return g_test_run ();
}
