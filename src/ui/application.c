/* The program: one process, its windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application.h"

#include <glib/gi18n.h>

#include "ui/settings.h"
#include "ui/shortcuts-dialog.h"
#include "ui/window.h"

struct _AkkApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkApplication, akk_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each window publishes its dossier first and may stay; the program ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
};

static void
akk_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (akk_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  akk_shortcuts_install (GTK_APPLICATION (application));
}

static void
akk_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (akk_window_new (AKK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
akk_application_class_init (AkkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = akk_application_startup;
  application_class->activate = akk_application_activate;
}

static void
akk_application_init (AkkApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_application_set_version (G_APPLICATION (self), VERSION);
}

AkkApplication *
akk_application_new (void)
{
  return g_object_new (AKK_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/be/akkoord/Akkoord",
                       NULL);
}
