/* The page of a meeting: its papers, saved as PDF and opened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-page-private.h"

#include <glib/gi18n.h>

#include "print/meeting-pdf.h"
#include "ui/dossier-names.h"
#include "ui/record-dialog.h"
#include "ui/rich-field.h"

static const struct {
  const char *name, *label;
  AkkDocumentKind kind;
} papers[] = { { "invitation", N_ ("_Invitation…"), AKK_DOCUMENT_INVITATION },
               { "agenda", N_ ("_Agenda…"), AKK_DOCUMENT_AGENDA },
               { "attendance", N_ ("Attendance _List…"), AKK_DOCUMENT_ATTENDANCE },
               { "minutes", N_ ("_Minutes…"), AKK_DOCUMENT_MINUTES } };

typedef struct {
  AkkMeetingPage *page; /* owned */
  AkkDocumentKind kind;
} Question;

static void
write_paper (Question *question, GFile *chosen)
{
  AkkMeetingPage *self = question->page;
  g_autofree char *path = akk_path_with_suffix (g_file_peek_path (chosen), ".pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  g_autoptr (GError) error = NULL;

  if (!akk_document_write_pdf (self->store, question->kind, self->meeting, path, &error)) {
    akk_show_error (GTK_WIDGET (self), _ ("PDF Not Made"), error);
    return;
  }
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                            NULL, NULL);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (question->page)) == NULL)
    ; /* the page is gone */
  else if (file != NULL && g_file_peek_path (file) != NULL)
    write_paper (question, file);
  else if (file == NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    akk_show_error (GTK_WIDGET (question->page), _ ("No File Chosen"), error);
  g_object_unref (question->page);
  g_free (question);
}

static void
ask (AkkMeetingPage *self, AkkDocumentKind kind)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = akk_document_title (self->store, kind, self->meeting, &error);
  g_autofree char *name = title != NULL ? akk_file_name (title, ".pdf") : NULL;
  Question *question;

  if (title == NULL) {
    akk_show_error (GTK_WIDGET (self), _ ("PDF Not Made"), error);
    return;
  }
  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->kind = kind;
  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, question);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *wanted = g_variant_get_string (parameter, NULL);

  akk_rich_field_end_focused (widget);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, wanted))
      ask (AKK_MEETING_PAGE (widget), papers[i].kind);
}

void
akk_meeting_page_install_papers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meeting.print", "s", print_action);
}

GMenuModel *
akk_meeting_papers_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    g_autofree char *action = g_strdup_printf ("meeting.print::%s", papers[i].name);

    g_menu_append (menu, _ (papers[i].label), action);
  }
  return G_MENU_MODEL (menu);
}
