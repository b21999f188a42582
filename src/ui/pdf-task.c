/* Paper that is made while the window goes on: a PDF, a web page, or pages for the printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pdf-task.h"

#include <glib/gi18n.h>

#include "core/store-snapshot.h"
#include "print/pdf.h"
#include "ui/hold-off.h"
#include "ui/window-private.h"

/* What is ready sooner needs no words about being made. */
#define SHOW_MS 300

typedef struct _PaperJob PaperJob;

struct _PaperJob {
  AkkWindow *window; /* weak: it may be closed meanwhile */
  AkkStore *store; /* until it is done; the last reference never goes on the thread */
  GCancellable *cancellable;
  AdwToast *toast; /* “Making the PDF…”, once it takes a while */
  guint show;
  const char *busy, *failed; /* marked N_() */
  gboolean (*run) (PaperJob *self, AkkStore *copy, GError **error); /* on the thread */
  void (*present) (PaperJob *self, AkkWindow *window); /* once that went well */

  /* A PDF, or a web page. */
  const AkkRecordType *type;
  gint64 id;
  int number;
  AkkMakePdf make;
  char *path, *caution;

  /* Pages to print. */
  AkkLayOut lay_out;
  gpointer data;
  GDestroyNotify free_data;
  AkkPages *pages;
  char *title;
};

/* What belongs to the main thread is gone by then. */
static void
job_free (PaperJob *self)
{
  g_free (self->path);
  g_free (self->caution);
  g_free (self->title);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* --- On the thread --- */

static gboolean
run_pdf (PaperJob *self, AkkStore *copy, GError **error)
{
  g_autoptr (AkkRecord) subject = akk_store_get (copy, self->type, self->id);
  g_autoptr (GBytes) bytes = self->make (copy, subject, self->number, &self->caution, error);

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         akk_pdf_save (bytes, self->path, error);
}

static gboolean
run_web_page (PaperJob *self, AkkStore *copy, GError **error)
{
  g_autoptr (AkkRecord) subject = akk_store_get (copy, self->type, self->id);
  g_autoptr (GBytes) bytes = self->make (copy, subject, self->number, &self->caution, error);
  gsize n_bytes = 0;
  const char *page = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  return bytes != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         g_file_set_contents_full (self->path, page, (gssize) n_bytes,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}

static gboolean
run_pages (PaperJob *self, AkkStore *copy, GError **error)
{
  self->pages = self->lay_out (copy, self->data, &self->title, error);
  return self->pages != NULL;
}

/* On the main thread again: the dossier may be closed now, and opened by somebody else. */
static gboolean
release_cb (gpointer task)
{
  PaperJob *self = g_task_get_task_data (task);

  g_clear_object (&self->store);
  return G_SOURCE_REMOVE;
}

static gboolean
run (GTask *task, PaperJob *self, GError **error)
{
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, self->cancellable, error);

  g_idle_add_full (G_PRIORITY_HIGH, release_cb, g_object_ref (task), g_object_unref);
  return copy != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         self->run (self, copy, error);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (task, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- What the window says of it --- */

static void
present_file (PaperJob *self, AkkWindow *window)
{
  akk_window_toast_saved (window, self->path);
  if (self->caution != NULL)
    akk_window_tell (window, _ ("Not for the Archive"), self->caution);
}

static void
present_pages (PaperJob *self, AkkWindow *window)
{
  akk_window_print_pages (window, self->pages, self->title);
}

/* --- Callbacks --- */

static void
show_cb (gpointer data)
{
  GTask *task = data;
  PaperJob *self = g_task_get_task_data (task);

  self->show = 0;
  if (self->window == NULL || self->window->closed ||
      akk_hold_off_is_on (GTK_WINDOW (self->window)))
    return;
  self->toast = g_object_ref (adw_toast_new (_ (self->busy)));
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_button_label (self->toast, _ ("_Cancel"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel),
                           self->cancellable, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->window->toasts, self->toast);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PaperJob *self = g_task_get_task_data (G_TASK (result));
  AkkWindow *window = self->window;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error), window_is_gone;

  g_clear_handle_id (&self->show, g_source_remove);
  g_clear_object (&self->store);
  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->window);
  if (window != NULL)
    g_signal_handlers_disconnect_by_data (window, self->cancellable);
  window_is_gone = window == NULL || window->closed;
  if (done && !window_is_gone)
    self->present (self, window);
  else if (!window_is_gone && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    akk_window_tell (window, _ (self->failed), error->message);
  g_clear_object (&self->pages);
}

/* --- Starting --- */

static PaperJob *
job_new (AkkWindow *window)
{
  PaperJob *self = g_new0 (PaperJob, 1);

  self->store = g_object_ref (window->store);
  self->cancellable = g_cancellable_new ();
  g_set_weak_pointer (&self->window, window);
  return self;
}

static void
start (PaperJob *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, done_cb, NULL);

  g_task_set_task_data (task, self, (GDestroyNotify) job_free);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (g_cancellable_cancel),
                           self->cancellable, G_CONNECT_SWAPPED);
  self->show = g_timeout_add_once (SHOW_MS, show_cb, task);
  g_task_run_in_thread (task, run_thread);
}

/* Fills in what a file is made of, and starts. */
static void
start_file (PaperJob *self, AkkMakePdf make, gpointer subject, int number, const char *path)
{
  self->present = present_file;
  self->type = AKK_RECORD (subject)->type;
  self->id = AKK_RECORD (subject)->id;
  self->number = number;
  self->make = make;
  self->path = g_strdup (path);
  start (self);
}

/* --- Public --- */

void
akk_pdf_task_start (
    AkkWindow *window, AkkMakePdf make, gpointer subject, int number, const char *path)
{
  PaperJob *self = job_new (window);

  self->busy = N_ ("Making the PDF…");
  self->failed = N_ ("PDF Not Made");
  self->run = run_pdf;
  start_file (self, make, subject, number, path);
}

void
akk_web_page_task_start (
    AkkWindow *window, AkkMakePdf make, gpointer subject, int number, const char *path)
{
  PaperJob *self = job_new (window);

  self->busy = N_ ("Making the web page…");
  self->failed = N_ ("Web Page Not Made");
  self->run = run_web_page;
  start_file (self, make, subject, number, path);
}

void
akk_print_task_start (AkkWindow *window, AkkLayOut lay_out, gpointer data, GDestroyNotify free_data)
{
  PaperJob *self = job_new (window);

  self->busy = N_ ("Laying out the pages…");
  self->failed = N_ ("Not Printed");
  self->run = run_pages;
  self->present = present_pages;
  self->lay_out = lay_out;
  self->data = data;
  self->free_data = free_data;
  start (self);
}
