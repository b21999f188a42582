/* Leaving without losing: publish before the window goes, and ask when that fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n.h>

#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/settings.h"

/* --- Changes that did not reach the user's file --- */

static void
published_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkWindow) self = data;
  AkkDossier *dossier = AKK_DOSSIER (source);
  g_autoptr (GError) error = NULL;
  const char *path = akk_dossier_get_path (dossier);

  if (!akk_dossier_publish_finish (dossier, result, &error)) {
    akk_window_tell (self, _ ("Dossier Not Saved"), error->message);
    return;
  }
  if (g_strcmp0 (path, self->path) != 0) {
    g_autofree char *name = akk_dossier_display_name (path);
    g_autofree char *sentence = g_strdup_printf (_ ("Your work goes on in “%s”."), name);

    g_set_str (&self->path, path);
    akk_settings_add_recent (path);
    akk_window_toast (self, sentence);
  }
  if (self->close_when_saved)
    gtk_window_close (GTK_WINDOW (self));
}

static void
elsewhere_chosen_cb (AkkWindow *self, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, AKK_DOSSIER_SUFFIX);

  if (self->dossier != NULL)
    akk_dossier_publish_as_async (self->dossier, path, NULL, published_cb, g_object_ref (self));
}

static void
save_elsewhere (AkkWindow *self)
{
  g_autofree char *copy = akk_dossier_copy_path (self->path);
  g_autofree char *base = g_filename_display_basename (copy);

  akk_file_dialog_save (self, _ ("Save Elsewhere"), _ ("_Save"), base, AKK_FILE_DOSSIER,
                        elsewhere_chosen_cb);
}

static void
changed_response_cb (AkkWindow *self, const char *response)
{
  if (self->dossier == NULL)
    return;
  if (g_str_equal (response, "combine")) {
    akk_dossier_merge_and_publish_async (self->dossier, NULL, published_cb, g_object_ref (self));
  } else if (g_str_equal (response, "both")) {
    g_autofree char *path = akk_dossier_copy_path (self->path);

    akk_dossier_publish_as_async (self->dossier, path, NULL, published_cb, g_object_ref (self));
  }
}

static void
ask_about_changed (AkkWindow *self)
{
  g_autofree char *name = akk_dossier_display_name (self->path);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Changed Elsewhere"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      _ ("Somebody else changed “%s” while you worked on it. Combining puts both sides' changes in "
         "it. "
         "Keeping both leaves it as it is and saves your work beside it."),
      name);
  adw_alert_dialog_add_responses (alert, "later", _ ("_Not Now"), "both", _ ("_Keep Both"),
                                  "combine", _ ("_Combine"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "combine", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
resolve_failure (AkkWindow *self, const GError *failure, gboolean then_close)
{
  self->close_when_saved = then_close;
  if (g_error_matches (failure, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED))
    ask_about_changed (self);
  else
    save_elsewhere (self);
}

static void
resolve_failure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  const GError *failure = akk_dossier_get_failure (self->dossier);

  if (failure != NULL)
    resolve_failure (self, failure, FALSE);
}

/* --- Closing --- */

/* Nothing may be typed after the last changes were handed over. */
static void
set_closing (AkkWindow *self, gboolean closing)
{
  self->closing = closing;
  if (closing)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  akk_dossier_view_set_closing (self->view, closing);
  akk_window_update_actions (self);
}

static void
finish_close (AkkWindow *self)
{
  self->closed = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
close_response_cb (AkkWindow *self, const char *response)
{
  if (g_str_equal (response, "close"))
    finish_close (self);
  else if (g_str_equal (response, "resolve") && self->close_failure != NULL)
    resolve_failure (self, self->close_failure, TRUE);
}

static void
ask_about_close (AkkWindow *self)
{
  gboolean changed =
      g_error_matches (self->close_failure, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Not in the File Yet"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (alert,
                                /* Translators: %s is a whole sentence that says why. */
                                _ ("%s\n\nYour last changes are kept safe on this computer and "
                                   "come back when you open this dossier "
                                   "here again."),
                                self->close_failure->message);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "close", _ ("Close _Anyway"),
                                  "resolve", changed ? _ ("_Choose…") : _ ("_Save Elsewhere…"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "resolve", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkWindow) self = data;

  g_clear_error (&self->close_failure);
  if (akk_dossier_publish_finish (AKK_DOSSIER (source), result, &self->close_failure)) {
    finish_close (self);
    return;
  }
  set_closing (self, FALSE);
  gtk_window_present (GTK_WINDOW (self));
  ask_about_close (self);
}

gboolean
akk_window_close_request (GtkWindow *window)
{
  AkkWindow *self = AKK_WINDOW (window);

  if (self->closing)
    return GDK_EVENT_STOP;
  if (self->dossier == NULL || self->closed) {
    self->closed = TRUE;
    g_cancellable_cancel (self->opening);
    return GDK_EVENT_PROPAGATE;
  }
  akk_dossier_view_end_burst (self->view);
  set_closing (self, TRUE);
  akk_dossier_close_async (self->dossier, NULL, closed_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

void
akk_window_install_close_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.resolve-failure", NULL,
                                   resolve_failure_action);
}
