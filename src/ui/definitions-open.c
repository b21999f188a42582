/* From a page to what the words of the agreement mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/definitions-open.h"

#include "ui/definitions-dialog.h"
#include "ui/dossier-view-private.h"

void
akk_dossier_view_show_definitions (AkkDossierView *self, const char *clause, gint64 id)
{
  AkkDefinitionsDialog *dialog;

  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  if (self->store == NULL || self->agreement == NULL)
    return;
  akk_dossier_view_end_burst (self);
  dialog = akk_definitions_dialog_new (self->store, self->agreement);
  if (clause != NULL)
    akk_definitions_dialog_show_list (dialog, clause);
  if (id != 0)
    akk_definitions_dialog_show (dialog, id);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
definitions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_dossier_view_show_definitions (AKK_DOSSIER_VIEW (widget), NULL, 0);
}

void
akk_dossier_view_install_definitions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.definitions", NULL, definitions_action);
}
