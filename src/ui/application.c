/* The program: one process, its windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ui/settings.h"
#include "ui/shortcuts-dialog.h"
#include "ui/window.h"

struct _AkkApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkApplication, akk_application, ADW_TYPE_APPLICATION)

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf status_a, status_b;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  return a != NULL && b != NULL && g_stat (a, &status_a) == 0 && g_stat (b, &status_b) == 0 &&
         status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

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

/* The first start of the program opens the last dossier; starting it again brings it forward. */
static void
akk_application_activate (GApplication *application)
{
  AkkApplication *self = AKK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *last = NULL;

  if (window == NULL) {
    last = g_settings_get_string (akk_settings (), "last-dossier");
    window = GTK_WINDOW (akk_window_new (self));
  }
  if (last != NULL && g_file_test (last, G_FILE_TEST_EXISTS))
    akk_application_open_path (self, last, AKK_WINDOW (window));
  gtk_window_present (window);
}

static void
akk_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AkkApplication *self = AKK_APPLICATION (application);

  for (int i = 0; i < n_files; i++) {
    GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
    const char *path = g_file_peek_path (files[i]);
    g_autofree char *uri = g_file_get_uri (files[i]);

    /* What has no path here gets the sentence for a file that is not there. */
    akk_application_open_path (self, path != NULL ? path : uri,
                               window != NULL ? AKK_WINDOW (window) : NULL);
  }
}

static void
akk_application_class_init (AkkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = akk_application_startup;
  application_class->activate = akk_application_activate;
  application_class->open = akk_application_open;
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

void
akk_application_open_path (AkkApplication *self, const char *path, AkkWindow *window)
{
  g_return_if_fail (AKK_IS_APPLICATION (self));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (AKK_IS_WINDOW (l->data) && is_same_file (akk_window_get_path (l->data), path)) {
      gtk_window_present (l->data);
      return;
    }

  if (window == NULL || akk_window_get_path (window) != NULL)
    window = akk_window_new (self);
  akk_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
}
