/* Attaching a file to the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/attach.h"

#include <glib/gi18n.h>

#include "print/picture.h"
#include "ui/record-dialog.h"

typedef struct {
  GtkWidget *widget; /* owned */
  AkkStore *store; /* owned */
  AkkAttachKind kind;
  AkkAttached attached;
  AkkAttachedFile attached_file; /* instead */
  char *name;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->widget);
  g_object_unref (question->store);
  g_free (question->name);
  g_free (question);
}

static void
answer (Question *question, const char *sha256, const GError *error)
{
  if (gtk_widget_get_root (question->widget) == NULL)
    ; /* nobody waits for it */
  else if (question->attached_file != NULL)
    question->attached_file (question->widget, sha256, question->name, error);
  else
    question->attached (question->widget, sha256, error);
  question_free (question);
}

static void
keep (Question *question, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = akk_store_add_blob (question->store, bytes, &error);

  answer (question, sha256, error);
}

static void
decode (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkPicture) picture = akk_picture_new (bytes, &error);

  if (picture != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
looks_like_pdf (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 && g_strstr_len (data, (gssize) MIN (length, 1024), "%PDF-") != NULL;
}

static void
refuse (Question *question, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);

  answer (question, NULL, error);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    keep (question, g_task_get_task_data (G_TASK (result)));
  else
    answer (question, NULL, error);
}

/* A large picture takes its time. */
static void
try_picture (Question *question, GBytes *bytes)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, decoded_cb, question);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes == NULL)
    answer (question, NULL, error);
  else if (question->kind == AKK_ATTACH_IMAGE)
    try_picture (question, bytes);
  else if (question->kind == AKK_ATTACH_PDF && !looks_like_pdf (bytes))
    refuse (question, _ ("This file is no PDF. Choose a PDF document."));
  else
    keep (question, bytes);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && g_file_info_get_size (info) > AKK_ATTACH_MAX_BYTES)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 question->kind == AKK_ATTACH_SCAN
                     ? _ ("The file is larger than %d MB. Scan it with a lower resolution, or in "
                          "grey.")
                 : question->kind == AKK_ATTACH_ANY || question->kind == AKK_ATTACH_PDF
                     ? _ ("The file is larger than %d MB. Choose a smaller one.")
                     : _ ("The file is larger than %d MB. Choose a smaller picture."),
                 AKK_ATTACH_MAX_BYTES / 1024 / 1024);
  if (error != NULL)
    answer (question, NULL, error);
  else
    g_file_load_bytes_async (G_FILE (source), NULL, loaded_cb, question);
}

static void
take (Question *question, GFile *file)
{
  question->name = g_file_get_basename (file);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, measured_cb, question);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    take (question, file);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
           g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    question_free (question);
  else
    answer (question, NULL, error);
}

static void
ask (GtkWidget *widget, const char *title, Question *question)
{
  static const char *const suffixes[][5] = { [AKK_ATTACH_SCAN] = { "pdf", "png", "jpg", "jpeg" },
                                             [AKK_ATTACH_IMAGE] = { "png", "jpg", "jpeg", "svg" },
                                             [AKK_ATTACH_ANY] = { NULL },
                                             [AKK_ATTACH_PDF] = { "pdf" } };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, question->kind == AKK_ATTACH_SCAN
                                        ? _ ("PDF documents and images")
                                    : question->kind == AKK_ATTACH_PDF ? _ ("PDF documents")
                                                                       : _ ("Images"));
  for (guint i = 0; suffixes[question->kind][i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[question->kind][i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  if (question->kind != AKK_ATTACH_ANY)
    gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        question);
}

static Question *
question_new (GtkWidget *widget, AkkStore *store, AkkAttachKind kind)
{
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->store = g_object_ref (store);
  question->kind = kind;
  return question;
}

void
akk_attach (
    GtkWidget *widget, AkkStore *store, const char *title, AkkAttachKind kind, AkkAttached attached)
{
  Question *question = question_new (widget, store, kind);

  question->attached = attached;
  ask (widget, title, question);
}

static void
ask_file (GtkWidget *widget,
          AkkStore *store,
          const char *title,
          AkkAttachKind kind,
          AkkAttachedFile attached)
{
  Question *question = question_new (widget, store, kind);

  question->attached_file = attached;
  ask (widget, title, question);
}

void
akk_attach_file (GtkWidget *widget, AkkStore *store, const char *title, AkkAttachedFile attached)
{
  ask_file (widget, store, title, AKK_ATTACH_ANY, attached);
}

void
akk_attach_pdf (GtkWidget *widget, AkkStore *store, const char *title, AkkAttachedFile attached)
{
  ask_file (widget, store, title, AKK_ATTACH_PDF, attached);
}

void
akk_attach_picture (GtkWidget *widget, AkkStore *store, const char *title, AkkAttachedFile attached)
{
  ask_file (widget, store, title, AKK_ATTACH_IMAGE, attached);
}

void
akk_attach_known_file (GtkWidget *widget, AkkStore *store, GFile *file, AkkAttachedFile attached)
{
  Question *question = question_new (widget, store, AKK_ATTACH_ANY);

  question->attached_file = attached;
  take (question, file);
}

void
akk_attach_known_picture (GtkWidget *widget, AkkStore *store, GFile *file, AkkAttachedFile attached)
{
  Question *question = question_new (widget, store, AKK_ATTACH_IMAGE);

  question->attached_file = attached;
  take (question, file);
}

/* A folder of its own, so that the file keeps its name. */
static GFile *
write_temporary (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-XXXXXX", error);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;

  if (path == NULL || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                            (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  return g_file_new_for_path (path);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
      gtk_widget_get_root (widget) == NULL)
    return;
  akk_show_error (widget, _ ("The File Cannot Be Opened"), error);
}

void
akk_attachment_open (GtkWidget *widget, AkkStore *store, const char *sha256, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = akk_store_get_blob (store, sha256, &error);
  g_autoptr (GFile) file = bytes != NULL ? write_temporary (bytes, name, &error) : NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (file == NULL) {
    akk_show_error (widget, _ ("The File Cannot Be Opened"), error);
    return;
  }
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, launched_cb,
                            g_object_ref (widget));
}
