/* From a page to what changed in the agreement, and from there to its places and to paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compare-open.h"

#include <glib/gi18n.h>

#include "print/compare-print.h"
#include "ui/compare-dialog.h"
#include "ui/dossier-names.h"
#include "ui/dossier-view-private.h"
#include "ui/file-dialog.h"
#include "ui/pdf-task.h"
#include "ui/window-private.h"

#define WANTED "akk-wanted-changes"
#define MOST_SIDES 1000 /* two places in one number */

static void
tell_gone (AkkDossierView *self, const char *name, gboolean place)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *words = g_strdup_printf (
      place ? _ ("“%s” was removed. It stood after this section.") : _ ("“%s” was removed."), name);

  if (AKK_IS_WINDOW (root))
    akk_window_toast (AKK_WINDOW (root), words);
}

static void
go_to_cb (
    AkkDossierView *self, gint64 agreement, const char *page, gint64 section, const char *gone)
{
  akk_dossier_view_show_agreement (self, agreement);
  if (g_str_equal (page, "properties"))
    gtk_widget_activate_action (GTK_WIDGET (self), "view.edit-agreement", NULL);
  else if (section != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-line", "(xu)", section, G_MAXUINT);
  else
    akk_dossier_view_show_page (self, page);
  if (gone != NULL)
    tell_gone (self, gone, section != 0);
}

/* --- On paper --- */

static GBytes *
make_changes (AkkStore *store, gpointer agreement, int places, char **caution, GError **error)
{
  g_autoptr (GPtrArray) sides = akk_compare_sides (store, agreement);
  guint old = (guint) places / MOST_SIDES, now = (guint) places % MOST_SIDES;
  g_autoptr (AkkDocument) document =
      old < sides->len && now < sides->len
          ? akk_compare_document_new (store, sides->pdata[old], sides->pdata[now], error)
          : NULL;

  return document != NULL ? akk_document_pdf (document, error) : NULL;
}

static void
place_chosen_cb (AkkWindow *window, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");
  int places = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), WANTED));

  if (window->agreement != NULL)
    akk_pdf_task_start (window, make_changes, window->agreement, places, path);
}

static void
save_cb (AkkDossierView *self, guint old, guint now)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (!AKK_IS_WINDOW (root) || MAX (old, now) >= MOST_SIDES)
    return;
  name = akk_file_name (_ ("List of changes"), ".pdf");
  g_object_set_data (G_OBJECT (root), WANTED, GINT_TO_POINTER ((int) (old * MOST_SIDES + now)));
  akk_file_dialog_save (AKK_WINDOW (root), _ ("Save the List of Changes"), _ ("_Save"), name,
                        AKK_FILE_PDF, place_chosen_cb);
}

static void
show_compare (AkkDossierView *self, gboolean predecessor)
{
  AkkCompareDialog *dialog;

  if (self->store == NULL || self->agreement == NULL)
    return;
  akk_dossier_view_end_burst (self);
  dialog = akk_compare_dialog_new (self->store, self->agreement);
  if (predecessor)
    akk_compare_dialog_show_predecessor (dialog);
  g_signal_connect_object (dialog, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_compare (AKK_DOSSIER_VIEW (widget), FALSE);
}

void
akk_dossier_view_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.compare", NULL, compare_action);
}

void
akk_dossier_view_compare_predecessor (AkkDossierView *self)
{
  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  show_compare (self, TRUE);
}
