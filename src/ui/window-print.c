/* On paper: the print dialog and the PDF, both from the pages of the preview.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "print/agreement-pdf.h"
#include "print/annex-flaws.h"
#include "print/handover-print.h"
#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/hold-off.h"
#include "ui/pdf-task.h"

/* --- Printing --- */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, AkkPages *pages)
{
  akk_pages_draw (pages, page, gtk_print_context_get_cairo_context (context), NULL);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, AkkWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  akk_window_tell (self, _ ("Not Printed"), error->message);
}

/* The pages have their own margins: the printer adds none. */
static void
set_paper_size (GtkPrintOperation *operation, AkkPages *pages)
{
  double width, height;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  akk_pages_size (pages, 0, &width, &height);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_paper_size_free (size);
}

void
akk_window_print_pages (AkkWindow *self, AkkPages *pages, const char *name)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();

  set_paper_size (operation, pages);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) akk_pages_count (pages));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "akk-pages", g_object_ref (pages), g_object_unref);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static AkkPages *
lay_out (AkkStore *store, gpointer data, char **title, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, *(const gint64 *) data);

  *title = g_strdup (agreement->title);
  return akk_agreement_pages (store, agreement, error);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);

  akk_dossier_view_end_burst (self->view);
  akk_print_task_start (self, lay_out, g_memdup2 (&self->agreement->record.id, sizeof (gint64)),
                        g_free);
}

/* --- PDF --- */

static void
open_pdf_cb (AdwToast *toast, gpointer data)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "akk-file");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (data), NULL, NULL, NULL);
}

void
akk_window_toast_saved (AkkWindow *self, const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("Saved as “%s”."), base);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "akk-file", g_file_new_for_path (path), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_pdf_cb), self, 0);
  akk_hold_off_toast (GTK_WINDOW (self), self->toasts, toast);
}

static GBytes *
make_pdf (AkkStore *store, gpointer agreement, int number, char **caution, GError **error)
{
  *caution = akk_annex_caution (store, agreement);
  return akk_agreement_pdf (store, agreement, NULL, error);
}

static void
export_chosen_cb (AkkWindow *self, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (self->agreement == NULL)
    return;
  akk_dossier_view_end_burst (self->view);
  akk_pdf_task_start (self, make_pdf, self->agreement, 0, path);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  AkkAgreement *agreement = self->agreement;
  g_autofree char *base = akk_file_name (
      *agreement->short_title != '\0' ? agreement->short_title : agreement->title, ".pdf");

  akk_file_dialog_save (self, _ ("Export as PDF"), _ ("_Export"), base, AKK_FILE_PDF,
                        export_chosen_cb);
}

static GBytes *
make_large (AkkStore *store, gpointer agreement, int number, char **caution, GError **error)
{
  *caution = akk_annex_caution (store, agreement);
  return akk_agreement_large_pdf (store, agreement, error);
}

static void
large_chosen_cb (AkkWindow *self, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (self->agreement == NULL)
    return;
  akk_dossier_view_end_burst (self->view);
  akk_pdf_task_start (self, make_large, self->agreement, 0, path);
}

/* Its name says which edition it is. */
static void
large_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  AkkAgreement *agreement = self->agreement;
  const char *title = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autofree char *words = g_strdup_printf ("%s (%s)", title, _ ("large print"));
  g_autofree char *base = akk_file_name (words, ".pdf");

  akk_file_dialog_save (self, _ ("Export in Large Print"), _ ("_Export"), base, AKK_FILE_PDF,
                        large_chosen_cb);
}

/* --- The handover sheet --- */

static GBytes *
make_handover (AkkStore *store, gpointer agreement, int number, char **caution, GError **error)
{
  g_autoptr (AkkDocument) document =
      akk_handover_document_new (store, agreement, akk_store_today (store), error);

  return document != NULL ? akk_document_pdf (document, error) : NULL;
}

static void
handover_chosen_cb (AkkWindow *self, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (self->agreement == NULL)
    return;
  akk_dossier_view_end_burst (self->view);
  akk_pdf_task_start (self, make_handover, self->agreement, 0, path);
}

static void
handover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkWindow *self = AKK_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = akk_handover_title (self->agreement, &error);
  g_autofree char *base = title != NULL ? akk_file_name (title, ".pdf") : NULL;

  if (base != NULL)
    akk_file_dialog_save (self, _ ("Save the Handover Sheet"), _ ("_Save"), base, AKK_FILE_PDF,
                          handover_chosen_cb);
  else
    akk_window_tell (self, _ ("PDF Not Made"), error->message);
}

void
akk_window_install_print_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-large", NULL, large_action);
  gtk_widget_class_install_action (widget_class, "win.handover", NULL, handover_action);
}
