/* From a page of the window to paper: the documents of meetings, decisions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-print.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "print/pack.h"
#include "print/year-print.h"
#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/window-private.h"

#define WANTED "akk-wanted-document"

/* What is saved once a place is chosen. */
typedef struct {
  AkkDocumentKind kind;
  GObject *subject;
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_object_unref (self->subject);
  g_free (self);
}

static AkkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return AKK_IS_WINDOW (root) && AKK_WINDOW (root)->store != NULL ? AKK_WINDOW (root) : NULL;
}

/* --- Writing: laid out here, for the store is of this thread; the PDF is made on another --- */

typedef struct {
  AkkDocument *document;
  char *path;
} Writing;

static void
writing_free (Writing *self)
{
  akk_document_free (self->document);
  g_free (self->path);
  g_free (self);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (akk_document_write (writing->document, writing->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkWindow *window = AKK_WINDOW (source);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (window->closed)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    akk_window_toast_saved (window, writing->path);
  else
    akk_window_tell (window, _ ("PDF Not Made"), error->message);
}

static void
chosen_cb (AkkWindow *window, const char *chosen)
{
  const Wanted *wanted = g_object_get_data (G_OBJECT (window), WANTED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  AkkDocument *document;
  Writing *writing;

  if (wanted == NULL || window->store == NULL)
    return;
  document = akk_document_new (window->store, wanted->kind, wanted->subject, &error);
  g_object_set_data (G_OBJECT (window), WANTED, NULL);
  if (document == NULL) {
    akk_window_tell (window, _ ("PDF Not Made"), error->message);
    return;
  }
  writing = g_new0 (Writing, 1);
  writing->document = document;
  writing->path = akk_path_with_suffix (chosen, ".pdf");
  task = g_task_new (window, NULL, written_cb, NULL);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_thread);
}

/* --- What the pages of the window ask for --- */

void
akk_meeting_export (GtkWidget *widget, AkkDocumentKind kind, gpointer subject)
{
  AkkWindow *window = window_of (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *base = NULL;
  Wanted *wanted;

  if (window == NULL)
    return;
  title = akk_document_title (window->store, kind, subject, &error);
  if (title == NULL) {
    akk_window_tell (window, _ ("PDF Not Made"), error->message);
    return;
  }
  wanted = g_new0 (Wanted, 1);
  wanted->kind = kind;
  wanted->subject = g_object_ref (subject);
  g_object_set_data_full (G_OBJECT (window), WANTED, wanted, (GDestroyNotify) wanted_free);
  base = akk_file_name (title, ".pdf");
  akk_file_dialog_save (window, _ ("Save as PDF"), _ ("_Save"), base, AKK_FILE_PDF, chosen_cb);
}

void
akk_meeting_print (GtkWidget *widget, AkkDocumentKind kind, gpointer subject)
{
  AkkWindow *window = window_of (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document = NULL;

  if (window == NULL)
    return;
  document = akk_document_new (window->store, kind, subject, &error);
  if (document != NULL)
    akk_window_print_pages (window, document->pages, document->title);
  else
    akk_window_tell (window, _ ("Not Printed"), error->message);
}

/* --- The pack of a meeting, the year of an agreement --- */

#define BUNDLE "akk-wanted-bundle"

typedef gboolean (*WritePdf) (
    AkkStore *store, gpointer subject, int year, const char *path, GError **error);

typedef struct {
  WritePdf write;
  GObject *subject;
  int year;
} Bundle;

static void
bundle_free (Bundle *self)
{
  g_object_unref (self->subject);
  g_free (self);
}

static gboolean
write_pack (AkkStore *store, gpointer subject, int year, const char *path, GError **error)
{
  return akk_pack_write_pdf (store, subject, path, error);
}

static gboolean
write_year (AkkStore *store, gpointer subject, int year, const char *path, GError **error)
{
  return akk_year_write_pdf (store, subject, year, path, error);
}

static void
bundle_chosen_cb (AkkWindow *window, const char *chosen)
{
  const Bundle *bundle = g_object_get_data (G_OBJECT (window), BUNDLE);
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");
  g_autoptr (GError) error = NULL;

  if (bundle == NULL || window->store == NULL)
    return;
  if (bundle->write (window->store, bundle->subject, bundle->year, path, &error))
    akk_window_toast_saved (window, path);
  else
    akk_window_tell (window, _ ("PDF Not Made"), error->message);
  g_object_set_data (G_OBJECT (window), BUNDLE, NULL);
}

static void
save_bundle (GtkWidget *widget, WritePdf write, gpointer subject, int year, const char *title)
{
  AkkWindow *window = window_of (widget);
  g_autofree char *base = akk_file_name (title, ".pdf");
  Bundle *bundle;

  if (window == NULL)
    return;
  bundle = g_new0 (Bundle, 1);
  bundle->write = write;
  bundle->subject = g_object_ref (subject);
  bundle->year = year;
  g_object_set_data_full (G_OBJECT (window), BUNDLE, bundle, (GDestroyNotify) bundle_free);
  akk_file_dialog_save (window, _ ("Save as PDF"), _ ("_Save"), base, AKK_FILE_PDF,
                        bundle_chosen_cb);
}

void
akk_pack_save (GtkWidget *widget, AkkMeeting *meeting)
{
  g_autofree char *day = akk_date_format (meeting->date);
  /* Translators: the name of a file; the day of the meeting. */
  g_autofree char *title = g_strdup_printf (_ ("Meeting pack %s"), day);

  save_bundle (widget, write_pack, meeting, 0, title);
}

void
akk_year_save (GtkWidget *widget, AkkAgreement *agreement, int year)
{
  /* Translators: the name of a file; a year. */
  g_autofree char *title = g_strdup_printf (_ ("Year calendar %d"), year);

  save_bundle (widget, write_year, agreement, year, title);
}
