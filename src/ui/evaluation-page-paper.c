/* The page Evaluatie: what was adopted, and what leaves the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/evaluation-html.h"
#include "core/frozen.h"
#include "ui/attach.h"
#include "ui/dossier-names.h"
#include "ui/evaluation-adopt-dialog.h"
#include "ui/evaluation-sentences-dialog.h"
#include "ui/file-dialog.h"
#include "ui/pdf-task.h"
#include "ui/window-private.h"

#define WANTED "akk-wanted-report"

/* --- The adopted version --- */

static void
open_pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  g_autoptr (AkkVersion) version =
      self->evaluation != NULL ? akk_evaluation_version (self->store, self->evaluation) : NULL;
  g_autofree char *file = NULL;

  if (version == NULL)
    return;
  /* Translators: the name of a file: the year of a report. */
  file = g_strdup_printf (_ ("Evaluation report %d.pdf"), self->year);
  akk_attachment_open (widget, self->store, version->pdf, file);
}

static void
go_to_cb (AkkEvaluationPage *self, const AkkFinding *finding)
{
  akk_evaluation_page_go_to (self, finding);
}

static void
adopt_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  AdwDialog *dialog;

  if (akk_evaluation_page_locked (self))
    return;
  akk_evaluation_page_end_burst (self);
  dialog = akk_evaluation_adopt_dialog_new (self->store, self->evaluation);
  g_signal_connect_object (dialog, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- Editions --- */

typedef struct {
  const char *name, *title; /* marked N_() */
  AkkReportPrint wanted;
} Edition;

static const Edition editions[] = {
  { "report", N_ ("Evaluation report %d"), { .edition = AKK_REPORT_WHOLE } },
  { "summary", N_ ("Evaluation report %d, summary"), { .edition = AKK_REPORT_SUMMARY } },
  { "municipalities",
    N_ ("Evaluation report %d, municipalities"),
    { .edition = AKK_REPORT_MUNICIPALITY } },
  { "public",
    N_ ("Evaluation report %d, public edition"),
    { .edition = AKK_REPORT_WHOLE, .is_public = TRUE } },
};

static AkkDocument *
document_of (AkkStore *store, const AkkEvaluation *report, guint edition, GError **error)
{
  return akk_evaluation_page_document (store, report->agreement_id, (int) report->year,
                                       editions[edition].wanted, error);
}

/* An adopted report is the PDF that was adopted. */
static GBytes *
make_pdf (AkkStore *store, gpointer subject, int number, char **caution, GError **error)
{
  g_autoptr (AkkVersion) version = akk_evaluation_version (store, subject);
  g_autoptr (AkkDocument) document = NULL;

  if (version != NULL && number == 0)
    return akk_version_pdf (store, version, error);
  document = document_of (store, subject, (guint) number, error);
  return document != NULL ? akk_document_pdf (document, error) : NULL;
}

static AkkPages *
lay_out (AkkStore *store, gpointer data, char **title, GError **error)
{
  g_autoptr (AkkEvaluation) report =
      akk_store_get (store, &akk_evaluation_record, *(const gint64 *) data);
  g_autoptr (AkkDocument) document = document_of (store, report, 0, error);

  if (document == NULL)
    return NULL;
  *title = g_strdup (document->title);
  return g_object_ref (document->pages);
}

static AkkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return AKK_IS_WINDOW (root) && AKK_WINDOW (root)->store != NULL ? AKK_WINDOW (root) : NULL;
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  AkkWindow *window = window_of (widget);

  if (window == NULL || self->evaluation == NULL)
    return;
  akk_evaluation_page_end_burst (self);
  akk_print_task_start (window, lay_out, g_memdup2 (&self->evaluation->record.id, sizeof (gint64)),
                        g_free);
}

typedef struct {
  AkkEvaluation *report;
  guint edition;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_object_unref (self->report);
  g_free (self);
}

static void
chosen_cb (AkkWindow *window, const char *chosen)
{
  Wanted *wanted = g_object_steal_data (G_OBJECT (window), WANTED);
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (wanted == NULL)
    return;
  if (window->store != NULL)
    akk_pdf_task_start (window, make_pdf, wanted->report, (int) wanted->edition, path);
  wanted_free (wanted);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  AkkWindow *window = window_of (widget);
  g_autofree char *title = NULL, *base = NULL;
  Wanted *wanted;
  guint edition = 0;

  if (window == NULL || self->evaluation == NULL)
    return;
  akk_evaluation_page_end_burst (self);
  while (edition + 1 < G_N_ELEMENTS (editions) &&
         !g_str_equal (editions[edition].name, g_variant_get_string (parameter, NULL)))
    edition++;
  wanted = g_new0 (Wanted, 1);
  wanted->report = g_object_ref (self->evaluation);
  wanted->edition = edition;
  title = g_strdup_printf (_ (editions[edition].title), self->year);
  base = akk_file_name (title, ".pdf");
  g_object_set_data_full (G_OBJECT (window), WANTED, wanted, wanted_free);
  akk_file_dialog_save (window, _ ("Save as PDF"), _ ("_Save"), base, AKK_FILE_PDF, chosen_cb);
}

/* --- The public page --- */

static GBytes *
make_web_page (AkkStore *store, gpointer subject, int number, char **caution, GError **error)
{
  const AkkEvaluation *report = subject;
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, report->agreement_id);
  char *page = akk_evaluation_html (store, agreement, (int) report->year, error);

  return page != NULL ? g_bytes_new_take (page, strlen (page)) : NULL;
}

static void
page_chosen_cb (AkkWindow *window, const char *chosen)
{
  Wanted *wanted = g_object_steal_data (G_OBJECT (window), WANTED);
  g_autofree char *path = akk_path_with_suffix (chosen, ".html");

  if (wanted == NULL)
    return;
  if (window->store != NULL)
    akk_web_page_task_start (window, make_web_page, wanted->report, 0, path);
  wanted_free (wanted);
}

static void
save_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  AkkWindow *window = window_of (widget);
  g_autofree char *title = NULL, *base = NULL;
  Wanted *wanted;

  if (window == NULL || self->evaluation == NULL)
    return;
  akk_evaluation_page_end_burst (self);
  wanted = g_new0 (Wanted, 1);
  wanted->report = g_object_ref (self->evaluation);
  title = g_strdup_printf (_ ("Evaluation report %d, public edition"), self->year);
  base = akk_file_name (title, ".html");
  g_object_set_data_full (G_OBJECT (window), WANTED, wanted, wanted_free);
  akk_file_dialog_save (window, _ ("Save as Web Page"), _ ("_Save"), base, AKK_FILE_HTML,
                        page_chosen_cb);
}

/* --- Sentences --- */

static void
insert_cb (AkkEvaluationPage *self, const char *text)
{
  g_autofree char *narrative = NULL;

  if (self->part == NULL || akk_evaluation_page_locked (self))
    return;
  narrative = *self->part->narrative != '\0'
                  ? g_strconcat (self->part->narrative, "\n\n", text, NULL)
                  : g_strdup (text);
  akk_store_begin (self->store, N_ ("Insert sentences"));
  akk_evaluation_page_write (self, narrative);
  akk_evaluation_page_commit (self);
  gtk_widget_child_focus (GTK_WIDGET (self->narrative_bin), GTK_DIR_TAB_FORWARD);
}

static void
sentences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);
  AdwDialog *dialog;

  if (self->part == NULL || akk_evaluation_page_locked (self))
    return;
  akk_evaluation_page_end_burst (self);
  dialog = akk_evaluation_sentences_dialog_new (self->facts, self->phrases, self->part->kind,
                                                self->part->priority_id);
  g_signal_connect_object (dialog, "insert", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
akk_evaluation_page_install_paper (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evaluation.open-pdf", NULL, open_pdf_action);
  gtk_widget_class_install_action (widget_class, "evaluation.adopt", NULL, adopt_action);
  gtk_widget_class_install_action (widget_class, "evaluation.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "evaluation.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "evaluation.save-page", NULL, save_page_action);
  gtk_widget_class_install_action (widget_class, "evaluation.sentences", NULL, sentences_action);
}
