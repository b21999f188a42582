/* The dialog for figures from a table: where the table comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/tabular.h"
#include "ui/measurement-import-private.h"
#include "ui/record-dialog.h"

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkMeasurementImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (akk_measurement_import_dialog_is_closed (self))
    return;
  if (text != NULL && *text != '\0') {
    bytes = g_bytes_new (text, strlen (text));
    akk_measurement_import_dialog_read (self, bytes);
    return;
  }
  g_clear_error (&error);
  g_set_error_literal (
      &error, AKK_TABULAR_ERROR, AKK_TABULAR_ERROR_FORMAT,
      _ ("The clipboard holds no cells. Select them in the spreadsheet, copy them, "
         "and paste again."));
  akk_show_error (GTK_WIDGET (self), _ ("Nothing was pasted"), error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkMeasurementImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (akk_measurement_import_dialog_is_closed (self))
    return;
  if (bytes != NULL)
    akk_measurement_import_dialog_read (self, bytes);
  else
    akk_measurement_import_dialog_show_failure (self, error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkMeasurementImportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && !akk_measurement_import_dialog_is_closed (self))
    g_file_load_bytes_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

void
akk_measurement_import_dialog_open (AkkMeasurementImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables (OpenDocument, CSV)"));
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Get Figures In"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, file_chosen_cb, g_object_ref (self));
}

void
akk_measurement_import_dialog_paste (AkkMeasurementImportDialog *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  gdk_clipboard_read_text_async (gdk_display_get_clipboard (display), self->cancellable, pasted_cb,
                                 g_object_ref (self));
}
