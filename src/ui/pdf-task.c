/* A PDF that is made while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pdf-task.h"

#include <glib/gi18n.h>

#include "core/store-snapshot.h"
#include "print/pdf.h"
#include "ui/window-private.h"

/* What is ready sooner needs no words about being made. */
#define SHOW_MS 300

typedef struct {
  AkkWindow *window; /* weak: it may be closed meanwhile */
  AkkStore *store; /* until it is done; the last reference never goes on the thread */
  const AkkRecordType *type;
  gint64 id;
  int number;
  AkkMakePdf make;
  char *path, *caution;
  GCancellable *cancellable;
  AdwToast *toast; /* “Making the PDF…”, once it takes a while */
  guint show;
} PdfJob;

static void
job_free (PdfJob *self)
{
  g_free (self->path);
  g_free (self->caution);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* --- On the thread --- */

/* On the main thread again: the dossier may be closed now, and opened by somebody else. */
static gboolean
release_cb (gpointer task)
{
  PdfJob *self = g_task_get_task_data (task);

  g_clear_object (&self->store);
  return G_SOURCE_REMOVE;
}

static GBytes *
make (GTask *task, PdfJob *self, GError **error)
{
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, self->cancellable, error);
  g_autoptr (AkkRecord) subject = NULL;

  g_idle_add_full (G_PRIORITY_HIGH, release_cb, g_object_ref (task), g_object_unref);
  if (copy == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  subject = akk_store_get (copy, self->type, self->id);
  return self->make (copy, subject, self->number, &self->caution, error);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PdfJob *self = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make (task, self, &error);

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      akk_pdf_save (bytes, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- Callbacks --- */

static void
show_cb (gpointer data)
{
  GTask *task = data;
  PdfJob *self = g_task_get_task_data (task);

  self->show = 0;
  if (self->window == NULL || self->window->closed)
    return;
  self->toast = g_object_ref (adw_toast_new (_ ("Making the PDF…")));
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_button_label (self->toast, _ ("_Cancel"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel),
                           self->cancellable, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->window->toasts, self->toast);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PdfJob *self = g_task_get_task_data (G_TASK (result));
  AkkWindow *window = self->window;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->show, g_source_remove);
  g_clear_object (&self->store);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->window);
  if (window == NULL)
    return;
  g_signal_handlers_disconnect_by_data (window, self->cancellable);
  if (window->closed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done) {
    akk_window_tell (window, _ ("PDF Not Made"), error->message);
    return;
  }
  akk_window_toast_saved (window, self->path);
  if (self->caution != NULL)
    akk_window_tell (window, _ ("Not for the Archive"), self->caution);
}

/* --- Public --- */

void
akk_pdf_task_start (
    AkkWindow *window, AkkMakePdf make_pdf, gpointer subject, int number, const char *path)
{
  PdfJob *self = g_new0 (PdfJob, 1);
  g_autoptr (GTask) task = NULL;

  self->store = g_object_ref (window->store);
  self->type = AKK_RECORD (subject)->type;
  self->id = AKK_RECORD (subject)->id;
  self->number = number;
  self->make = make_pdf;
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  g_set_weak_pointer (&self->window, window);
  task = g_task_new (NULL, self->cancellable, done_cb, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) job_free);
  g_signal_connect_object (window, "destroy", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                           G_CONNECT_SWAPPED);
  self->show = g_timeout_add_once (SHOW_MS, show_cb, task);
  g_task_run_in_thread (task, make_thread);
}
