/* Every template can be made, shown and destroyed without a warning.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

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
  if (ADW_IS_DIALOG (widget) || GTK_IS_POPOVER (widget))
    adw_window_set_content (ADW_WINDOW (window), gtk_label_new (""));
  else if (widget != window)
    adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  if (ADW_IS_DIALOG (widget))
    adw_dialog_present (ADW_DIALOG (widget), window);
  if (GTK_IS_POPOVER (widget)) {
    gtk_widget_set_parent (widget, adw_window_get_content (ADW_WINDOW (window)));
    gtk_popover_popup (GTK_POPOVER (widget));
  }
  iterate_until (&mapped);
  if (GTK_IS_POPOVER (widget))
    gtk_widget_unparent (widget);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate_until (&gone);
}

/* Each file in data/ui is a template of the type that its name says. */
int
main (int argc, char **argv)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_auto (GStrv) files = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  builder = gtk_builder_new ();
  files = g_resources_enumerate_children ("/be/akkoord/Akkoord/ui", 0, NULL);
  for (guint i = 0; files[i] != NULL; i++) {
    g_autofree char *name = type_name_of (files[i]);
    g_autofree char *path = g_strdup_printf ("/templates/%s-lives-and-dies", name);
    GType type = gtk_builder_get_type_from_name (builder, name);

    if (type == G_TYPE_INVALID)
      g_error ("%s: there is no type %s. Define it in src/ui, in a file of this name listed in"
               " src/ui/meson.build.",
               files[i], name);
    g_test_add_data_func (path, (gconstpointer) type, test_lives_and_dies);
  }
  return g_test_run ();
}
