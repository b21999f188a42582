/* What can be done on the page Ondertekening.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/signing-page-private.h"

#include <glib/gi18n.h>

#include "ui/decision-dialog.h"
#include "ui/dossier-view.h"
#include "ui/freeze-dialog.h"
#include "ui/reminder-dialog.h"
#include "ui/signature-dialog.h"
#include "ui/verify-dialog.h"
#include "ui/versions-dialog.h"

static void
present (AkkSigningPage *self, gpointer dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static const AkkSigningRow *
find_signatory (AkkSigningPage *self, gint64 id)
{
  for (guint i = 0; i < self->signing->rows->len; i++) {
    const AkkSigningRow *row = self->signing->rows->pdata[i];

    for (guint n = 0; n < row->places->len; n++) {
      const AkkSigningPlace *place = row->places->pdata[n];

      if (place->signatory != NULL && (id == 0 || place->signatory->record.id == id))
        return row;
    }
  }
  return NULL;
}

static void
note_signature (GtkWidget *widget, const char *name, GVariant *id)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);

  if (self->signing != NULL && find_signatory (self, g_variant_get_int64 (id)) != NULL)
    present (self, akk_signature_dialog_new (self->store, self->signing, g_variant_get_int64 (id)));
}

static void
note_next (GtkWidget *widget, const char *name, GVariant *nothing)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);

  if (self->signing != NULL && find_signatory (self, 0) != NULL)
    present (self, akk_signature_dialog_new (self->store, self->signing, 0));
}

static void
note_decision (GtkWidget *widget, const char *name, GVariant *id)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);
  g_autoptr (AkkParty) party =
      akk_store_get (self->store, &akk_party_record, g_variant_get_int64 (id));

  if (party != NULL)
    present (self, akk_decision_dialog_new (self->store, party));
}

static void
focus_next_cb (AkkSigningPage *self)
{
  gtk_widget_grab_focus (self->note_button);
}

/* The button that was pressed is gone then; the next step has its place. */
static void
frozen_cb (AkkSigningPage *self, AdwDialog *news)
{
  g_signal_connect_object (news, "closed", G_CALLBACK (focus_next_cb), self, G_CONNECT_SWAPPED);
}

static void
freeze (GtkWidget *widget, const char *name, GVariant *nothing)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, AKK_TYPE_DOSSIER_VIEW);
  AkkFreezeDialog *dialog;

  akk_dossier_view_end_burst (AKK_DOSSIER_VIEW (view));
  dialog = akk_freeze_dialog_new (self->store, self->agreement);
  g_signal_connect_object (dialog, "go-to", G_CALLBACK (akk_dossier_view_go_to_finding), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "frozen", G_CALLBACK (frozen_cb), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
versions (GtkWidget *widget, const char *name, GVariant *nothing)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);

  present (self, akk_versions_dialog_new (self->store, self->agreement));
}

static void
verify (GtkWidget *widget, const char *name, GVariant *nothing)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);

  present (self, akk_verify_dialog_new (self->store));
}

static void
remind (GtkWidget *widget, const char *name, GVariant *nothing)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);

  present (self, akk_reminder_dialog_new (self->store, self->agreement, self->signing));
}

static void
set_stage (GtkWidget *widget, const char *name, GVariant *code)
{
  AkkSigningPage *self = AKK_SIGNING_PAGE (widget);
  g_autoptr (GError) error = NULL;

  for (const AkkChoice *stage = akk_agreement_stages; stage->code != NULL; stage++) {
    if (!g_str_equal (stage->code, g_variant_get_string (code, NULL)))
      continue;
    akk_store_begin (self->store, N_ ("Change stage"));
    akk_store_set_int (self->store, self->agreement, "stage", stage->value);
    if (!akk_store_commit (self->store, &error)) {
      AdwDialog *alert = adw_alert_dialog_new (_ ("The stage was not changed"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      present (self, alert);
    }
  }
}

void
akk_signing_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "signing.note-signature", "x", note_signature);
  gtk_widget_class_install_action (widget_class, "signing.note-next", NULL, note_next);
  gtk_widget_class_install_action (widget_class, "signing.note-decision", "x", note_decision);
  gtk_widget_class_install_action (widget_class, "signing.freeze", NULL, freeze);
  gtk_widget_class_install_action (widget_class, "signing.versions", NULL, versions);
  gtk_widget_class_install_action (widget_class, "signing.verify", NULL, verify);
  gtk_widget_class_install_action (widget_class, "signing.remind", NULL, remind);
  gtk_widget_class_install_action (widget_class, "signing.stage", "s", set_stage);
}

void
akk_signing_page_update_actions (AkkSigningPage *self)
{
  gboolean frozen = self->signing->version != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.versions", frozen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.note-next", frozen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.remind", frozen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signing.freeze", self->signing->rows->len > 0);
}
