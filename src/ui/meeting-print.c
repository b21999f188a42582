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
#include "ui/pdf-task.h"
#include "ui/window-private.h"

#define WANTED "akk-wanted-document"

/* What is made once a place is chosen. */
typedef struct {
  AkkMakePdf make;
  GObject *subject;
  int number;
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

/* --- Making, on another thread --- */

static GBytes *
make_document (AkkStore *store, gpointer subject, int kind, char **caution, GError **error)
{
  g_autoptr (AkkDocument) document =
      akk_document_new (store, (AkkDocumentKind) kind, subject, error);

  return document != NULL ? akk_document_pdf (document, error) : NULL;
}

static GBytes *
make_pack (AkkStore *store, gpointer subject, int number, char **caution, GError **error)
{
  return akk_pack_pdf (store, subject, caution, error);
}

static GBytes *
make_year (AkkStore *store, gpointer subject, int year, char **caution, GError **error)
{
  return akk_year_pdf (store, subject, year, error);
}

/* What is printed. */
typedef struct {
  AkkDocumentKind kind;
  const AkkRecordType *type;
  gint64 id;
} Printed;

static AkkPages *
lay_out (AkkStore *store, gpointer data, char **title, GError **error)
{
  const Printed *self = data;
  g_autoptr (AkkRecord) subject = akk_store_get (store, self->type, self->id);
  g_autoptr (AkkDocument) document = akk_document_new (store, self->kind, subject, error);

  if (document == NULL)
    return NULL;
  *title = g_strdup (document->title);
  return g_object_ref (document->pages);
}

/* --- What the pages of the window ask for --- */

static void
chosen_cb (AkkWindow *window, const char *chosen)
{
  const Wanted *wanted = g_object_get_data (G_OBJECT (window), WANTED);
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (wanted == NULL || window->store == NULL)
    return;
  akk_pdf_task_start (window, wanted->make, wanted->subject, wanted->number, path);
  g_object_set_data (G_OBJECT (window), WANTED, NULL);
}

static void
save (AkkWindow *window, AkkMakePdf make, gpointer subject, int number, const char *title)
{
  g_autofree char *base = akk_file_name (title, ".pdf");
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->make = make;
  wanted->subject = g_object_ref (subject);
  wanted->number = number;
  g_object_set_data_full (G_OBJECT (window), WANTED, wanted, (GDestroyNotify) wanted_free);
  akk_file_dialog_save (window, _ ("Save as PDF"), _ ("_Save"), base, AKK_FILE_PDF, chosen_cb);
}

void
akk_meeting_export (GtkWidget *widget, AkkDocumentKind kind, gpointer subject)
{
  AkkWindow *window = window_of (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (window == NULL)
    return;
  title = akk_document_title (window->store, kind, subject, &error);
  if (title != NULL)
    save (window, make_document, subject, (int) kind, title);
  else
    akk_window_tell (window, _ ("PDF Not Made"), error->message);
}

void
akk_meeting_print (GtkWidget *widget, AkkDocumentKind kind, gpointer subject)
{
  AkkWindow *window = window_of (widget);
  Printed *printed;

  if (window == NULL)
    return;
  printed = g_new0 (Printed, 1);
  printed->kind = kind;
  printed->type = AKK_RECORD (subject)->type;
  printed->id = AKK_RECORD (subject)->id;
  akk_print_task_start (window, lay_out, printed, g_free);
}

void
akk_pack_save (GtkWidget *widget, AkkMeeting *meeting)
{
  AkkWindow *window = window_of (widget);
  g_autofree char *day = akk_date_format (meeting->date);
  /* Translators: the name of a file; the day of the meeting. */
  g_autofree char *title = g_strdup_printf (_ ("Meeting pack %s"), day);

  if (window != NULL)
    save (window, make_pack, meeting, 0, title);
}

void
akk_year_save (GtkWidget *widget, AkkAgreement *agreement, int year)
{
  AkkWindow *window = window_of (widget);
  /* Translators: the name of a file; a year. */
  g_autofree char *title = g_strdup_printf (_ ("Year calendar %d"), year);

  if (window != NULL)
    save (window, make_year, agreement, year, title);
}
