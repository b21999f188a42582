/* New, open, the example, recent, save a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "core/export.h"
#include "core/templates.h"
#include "print/example.h"
#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/new-agreement-dialog.h"
#include "ui/settings.h"

#define EXAMPLE "scheldeland"

/* A spinner that comes and goes at once would only flicker. */
#define SPINNER_DELAY_MS 300

/* --- Opening --- */

static gboolean
spinner_cb (gpointer data)
{
  AkkWindow *self = data;

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_welcome (AkkWindow *self)
{
  g_clear_pointer (&self->path, g_free);
  gtk_stack_set_visible_child_name (self->stack, "welcome");
  gtk_widget_grab_focus (GTK_WIDGET (self->welcome));
}

static void
tell_set_aside (AkkWindow *self, const char *path)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *body =
      g_strdup_printf (_ ("What you changed last, and was not in the file yet, could not be read. "
                          "You see the dossier as it was saved before. The unreadable changes are "
                          "kept in “%s”."),
                       file);

  akk_window_tell (self, _ ("Changes Not Recovered"), body);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDossier) dossier = akk_dossier_open_finish (result, &error);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_object (&self->opening);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->closed)
    return;
  gtk_widget_set_visible (self->spinner, FALSE);
  if (dossier == NULL) {
    if (g_error_matches (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NOT_FOUND))
      akk_settings_remove_recent (self->path);
    show_welcome (self);
    akk_window_tell (self, _ ("Dossier Not Opened"), error->message);
    return;
  }

  akk_settings_add_recent (self->path);
  akk_window_set_dossier (self, dossier);
  if (akk_dossier_get_set_aside (dossier) != NULL)
    tell_set_aside (self, akk_dossier_get_set_aside (dossier));
  else if (akk_dossier_get_recovered (dossier))
    akk_window_toast (self, _ ("Your last changes have been recovered."));
}

void
akk_window_open (AkkWindow *self, const char *path)
{
  g_return_if_fail (AKK_IS_WINDOW (self));
  g_return_if_fail (self->path == NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->opening = g_cancellable_new ();
  self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, spinner_cb, self);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  akk_dossier_open_async (self->path, self->opening, opened_cb, g_object_ref (self));
}

static void
open_path (AkkWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  akk_application_open_path (AKK_APPLICATION (application), path, self);
}

/* --- Actions --- */

static void
template_chosen_cb (AkkWindow *self, const char *chosen, AdwDialog *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");
  g_autofree char *name = akk_dossier_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkTemplate) template = akk_template_load (chosen, &error);

  if (template == NULL ||
      (!akk_dossier_create_from (path, name, template, NULL, &error) &&
       !g_error_matches (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_UNSAVED))) {
    akk_window_tell (self, _ ("Dossier Not Made"), error->message);
    return;
  }
  open_path (self, path);
}

static void
new_chosen_cb (AkkWindow *self, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, AKK_DOSSIER_SUFFIX);
  g_autofree char *name = akk_dossier_display_name (path);
  AdwDialog *dialog;

  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_autofree char *body = g_strdup_printf (_ ("There is already a file “%s” in that folder. It "
                                                "was left as it is: choose another name."),
                                             name);

    akk_window_tell (self, _ ("Dossier Not Made"), body);
    return;
  }
  dialog = akk_new_agreement_dialog_new (NULL);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_steal_pointer (&path), g_free);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (template_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *base = akk_file_name (_ ("Dossier"), AKK_DOSSIER_SUFFIX);

  akk_file_dialog_save (AKK_WINDOW (widget), _ ("New Dossier"), _ ("_Make"), base, AKK_FILE_DOSSIER,
                        new_chosen_cb);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_file_dialog_open (AKK_WINDOW (widget), _ ("Open a Dossier"), open_path);
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_path (AKK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The user's own copy: changes to it stay, and a second look opens it again. */
static void
example_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "akkoord", "examples", NULL);
  g_autofree char *path = g_build_filename (folder, "Scheldeland" AKK_DOSSIER_SUFFIX, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    if (g_mkdir_with_parents (folder, 0700) != 0)
      g_set_error (&error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
    else
      akk_example_make (EXAMPLE, path, &error);
  }
  if (error != NULL && !g_error_matches (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_UNSAVED))
    akk_window_tell (self, _ ("Example Not Opened"), error->message);
  else
    open_path (self, path);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (akk_dossier_publish_finish (AKK_DOSSIER (source), result, &error))
    akk_window_toast (self, _ ("The copy has been saved."));
  else
    akk_window_tell (self, _ ("Copy Not Saved"), error->message);
}

static void
copy_chosen_cb (AkkWindow *self, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, AKK_DOSSIER_SUFFIX);

  if (self->dossier == NULL)
    return;
  akk_dossier_view_end_burst (self->view);
  akk_dossier_save_copy_async (self->dossier, path, NULL, copied_cb, g_object_ref (self));
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  g_autofree char *copy = akk_dossier_copy_path (self->path);
  g_autofree char *base = g_filename_display_basename (copy);

  akk_file_dialog_save (self, _ ("Save a Copy"), _ ("_Save"), base, AKK_FILE_DOSSIER,
                        copy_chosen_cb);
}

void
akk_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.example", NULL, example_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
}
