/* Asking for a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/file-dialog.h"

#include <glib/gi18n.h>

#include "ui/window-private.h"

typedef struct {
  AkkWindow *window;
  AkkFileChosen chosen;
} Question;

/* By kind: what people call them, and how their names end. */
static const struct {
  const char *name, *suffix;
} kinds[] = {
  [AKK_FILE_DOSSIER] = { N_ ("Akkoord dossiers"), "akkoord" },
  [AKK_FILE_PDF] = { N_ ("PDF documents"), "pdf" },
  [AKK_FILE_HTML] = { N_ ("Web pages"), "html" },
};

static GtkFileDialog *
dialog_new (const char *title, AkkFileKind kind)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_file_filter_set_name (filter, _ (kinds[kind].name));
  gtk_file_filter_add_suffix (filter, kinds[kind].suffix);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GFile) folder = g_file_new_for_path (documents);

    gtk_file_dialog_set_initial_folder (dialog, folder);
  }
  return dialog;
}

static Question *
question_new (AkkWindow *window, AkkFileChosen chosen)
{
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (window);
  question->chosen = chosen;
  return question;
}

static void
question_answer (Question *question, GFile *file, const GError *error)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    question->chosen (question->window, path);
  else if (file != NULL)
    akk_window_tell (
        question->window, _ ("Place Not Usable"),
        _ ("Akkoord needs a folder on this computer, or a network folder that the desktop "
           "shows as one. Choose another place."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    akk_window_tell (question->window, _ ("No File Chosen"), error->message);
  g_object_unref (question->window);
  g_free (question);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  question_answer (data, file, error);
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  question_answer (data, file, error);
}

void
akk_file_dialog_open (AkkWindow *window, const char *title, AkkFileChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (title, AKK_FILE_DOSSIER);

  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, open_cb, question_new (window, chosen));
}

void
akk_file_dialog_save (AkkWindow *window,
                      const char *title,
                      const char *accept,
                      const char *name,
                      AkkFileKind kind,
                      AkkFileChosen chosen)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (title, kind);

  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, save_cb, question_new (window, chosen));
}
