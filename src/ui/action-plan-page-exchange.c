/* The page Actieplan: export, import, a pasted block.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-page-private.h"

#include <glib/gi18n.h>

#include "core/tabular.h"
#include "ui/import-dialog.h"
#include "ui/record-dialog.h"

/* What waits for a file: the page, and what is written. */
typedef struct {
  AkkActionPlanPage *page; /* owned */
  GPtrArray *table; /* NULL when reading */
  char *sheet;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_clear_pointer (&question->table, g_ptr_array_unref);
  g_free (question->sheet);
  g_free (question);
}

static Question *
question_new (AkkActionPlanPage *page)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  return question;
}

static void
fail (Question *question, const char *heading, const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) &&
      gtk_widget_get_root (GTK_WIDGET (question->page)) != NULL)
    akk_show_error (GTK_WIDGET (question->page), heading, error);
  question_free (question);
}

static AkkPhrases *
phrases_of (AkkActionPlanPage *self)
{
  return akk_phrases_new (akk_agreement_language (akk_action_scope_agreement (self->scope)), NULL);
}

static GtkFileDialog *
dialog_new (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables (OpenDocument, CSV)"));
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/* --- Out --- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    question_free (data);
  else
    fail (data, _ ("The table was not saved"), error);
}

static GBytes *
bytes_of (Question *question, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".txt"))
    return akk_tabular_to_csv (question->table);
  return akk_tabular_to_ods (question->table, question->sheet, error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) bytes = file != NULL ? bytes_of (question, file, &error) : NULL;

  if (bytes != NULL)
    g_file_replace_contents_bytes_async (
        file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb, question);
  else
    fail (question, _ ("The table was not saved"), error);
}

/* What is shown, as the filter has it. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkActionPlanPage *self = AKK_ACTION_PLAN_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = dialog_new (_ ("Save Actions as a Table"));
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autofree char *file = NULL;
  gint64 year;
  Question *question;

  if (self->scope == NULL || (phrases = phrases_of (self)) == NULL)
    return;
  year = akk_action_scope_filter (self->scope)->year;
  question = question_new (self);
  question->table = akk_action_table (akk_action_scope_rows (self->scope),
                                      akk_action_scope_shown (self->scope), phrases);
  question->sheet = g_strdup (akk_phrases_get (phrases, "actions-sheet"));
  file = year > 0 ? g_strdup_printf ("%s %" G_GINT64_FORMAT ".ods", question->sheet, year)
                  : g_strdup_printf ("%s.ods", question->sheet);
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, place_chosen_cb,
                        question);
}

/* --- In --- */

static void
show_import (Question *question, GPtrArray *table)
{
  AkkActionPlanPage *self = question->page;
  g_autoptr (AkkPlan) plan = NULL;

  if (self->scope != NULL) {
    plan = akk_action_scope_plan (self->scope);
    adw_dialog_present (
        ADW_DIALOG (akk_import_dialog_new (akk_action_scope_store (self->scope),
                                           akk_action_scope_agreement (self->scope), plan, table)),
        GTK_WIDGET (self));
  }
  question_free (question);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) table = g_task_propagate_pointer (G_TASK (result), &error);

  if (table != NULL)
    show_import (data, table);
  else
    fail (data, _ ("The table was not read"), error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (data, cancellable, NULL, &error);
  GPtrArray *table = bytes != NULL ? akk_tabular_read (bytes, &error) : NULL;

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (file == NULL) {
    fail (data, _ ("The table was not read"), error);
    return;
  }
  task = g_task_new (NULL, NULL, read_cb, data);
  g_task_set_task_data (task, file, g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = dialog_new (_ ("Read In Actions"));

  if (AKK_ACTION_PLAN_PAGE (widget)->scope != NULL)
    gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                          question_new (AKK_ACTION_PLAN_PAGE (widget)));
}

/* --- A pasted block --- */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) table = NULL;

  if (text != NULL) {
    bytes = g_bytes_new (text, strlen (text));
    table = akk_tabular_read (bytes, &error);
  }
  if (table != NULL) {
    show_import (data, table);
    return;
  }
  g_clear_error (&error);
  g_set_error_literal (
      &error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_FORMAT,
      _ ("The clipboard holds no cells. Select them in the spreadsheet, copy them, "
         "and paste again."));
  fail (data, _ ("Nothing was pasted"), error);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (AKK_ACTION_PLAN_PAGE (widget)->scope != NULL)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                   question_new (AKK_ACTION_PLAN_PAGE (widget)));
}

void
akk_action_plan_page_install_exchange (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.export-table", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "plan.import-table", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "plan.paste-block", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "plan.paste-block", NULL);
}
