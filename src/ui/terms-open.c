/* From a page to the terms of the agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terms-open.h"

#include "ui/compare-open.h"
#include "ui/dossier-view-private.h"
#include "ui/terms-dialog.h"

static void
terms_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  AkkTermsDialog *dialog;

  if (self->store == NULL || self->agreement == NULL)
    return;
  akk_dossier_view_end_burst (self);
  dialog = akk_terms_dialog_new (self->store, self->agreement);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (akk_dossier_view_show_agreement), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "compare", G_CALLBACK (akk_dossier_view_compare_predecessor),
                           self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

void
akk_dossier_view_install_terms (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.terms", NULL, terms_action);
}
