/* The way to each record of a dossier: what shows it, wherever it is asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-view-private.h"

#include "core/action.h"
#include "core/body.h"
#include "core/evaluation.h"
#include "core/indicator.h"
#include "core/meeting.h"
#include "core/party.h"
#include "core/preparation.h"
#include "core/signal.h"
#include "ui/agreement-dialogs.h"
#include "ui/definitions-open.h"
#include "ui/new-agreement-dialog.h"
#include "ui/present.h"

/* --- Where a field comes from --- */

/* Panels open before their page is shown: one that opens on a page without a size yet is laid out
 * wrongly. */
static void
show_party (AkkDossierView *self, gint64 id)
{
  g_autoptr (AkkParty) party = akk_store_get (self->store, &akk_party_record, id);

  if (party == NULL)
    return;
  akk_dossier_view_show_agreement (self, party->agreement_id);
  akk_parties_page_show_party (self->parties_page, id);
  akk_dossier_view_show_page (self, "parties");
}

static void
show_organisation (AkkDossierView *self, gint64 id)
{
  akk_partners_page_show_organisation (self->partners_page, id);
  akk_dossier_view_show_page (self, "partners");
}

/* The page of the agreement that a body belongs to. */
static void
show_consultation (AkkDossierView *self, gint64 body_id)
{
  g_autoptr (AkkBody) body = akk_store_get (self->store, &akk_body_record, body_id);

  if (body != NULL)
    akk_dossier_view_show_agreement (self, body->agreement_id);
  akk_dossier_view_show_page (self, "consultation");
}

static void
show_meeting (AkkDossierView *self, gint64 id)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (self->store, &akk_meeting_record, id);

  if (meeting == NULL)
    return;
  show_consultation (self, meeting->body_id);
  akk_consultation_page_show_meeting (self->consultation_page, id);
}

static void
prepare_meeting (AkkDossierView *self, gint64 id)
{
  g_autoptr (AkkMeeting) meeting = akk_store_get (self->store, &akk_meeting_record, id);

  if (meeting == NULL)
    return;
  show_consultation (self, meeting->body_id);
  akk_consultation_page_prepare (self->consultation_page, id);
}

static void
show_signal (AkkDossierView *self, gint64 id)
{
  g_autoptr (AkkSignal) signal = akk_store_get (self->store, &akk_signal_record, id);

  if (signal == NULL)
    return;
  akk_dossier_view_show_agreement (self, signal->agreement_id);
  akk_dossier_view_show_page (self, "consultation");
  akk_consultation_page_show_signal (self->consultation_page, id);
}

static void
edit_agreement (AkkDossierView *self)
{
  if (self->agreement != NULL)
    adw_dialog_present (ADW_DIALOG (akk_agreement_dialog_new (self->store, self->agreement)),
                        GTK_WIDGET (self));
}

static void
field_activated_cb (AkkDossierView *self, const char *field)
{
  const char *colon = strchr (field, ':');
  gint64 id = colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;

  if (g_str_has_prefix (field, "party:")) {
    show_party (self, id);
  } else if (g_str_has_prefix (field, "organisation:")) {
    show_organisation (self, id);
  } else if (g_str_has_prefix (field, "agreement") || g_str_equal (field, "clause:term")) {
    edit_agreement (self);
  } else if (g_str_equal (field, "clause:definitions") ||
             g_str_equal (field, "clause:abbreviations")) {
    akk_dossier_view_show_definitions (self, field + strlen ("clause:"), 0);
  } else if (g_str_equal (field, "clause:signatures")) {
    akk_dossier_view_show_page (self, "signing");
  } else {
    akk_dossier_view_show_page (self, "parties");
    akk_parties_page_show_record (self->parties_page, id);
  }
}

/* --- Actions --- */

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_dossier_view_show_page (AKK_DOSSIER_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_party_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_party (AKK_DOSSIER_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
show_organisation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_organisation (AKK_DOSSIER_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
show_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_meeting (AKK_DOSSIER_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
prepare_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  prepare_meeting (AKK_DOSSIER_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
present_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  g_autoptr (AkkMeeting) next =
      self->store != NULL ? akk_meeting_next (self->store, akk_store_today (self->store)) : NULL;

  if (next == NULL) {
    gtk_widget_error_bell (widget);
    return;
  }
  akk_dossier_view_end_burst (self);
  akk_present_meeting (widget, self->store, next, AKK_PRESENT_SCREEN);
}

static void
show_signal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_signal (AKK_DOSSIER_VIEW (widget), g_variant_get_int64 (parameter));
}

/* In the register of decisions, of the agreement that it belongs to; a draft is not there yet, but
 * at its item. */
static void
show_decision_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  g_autoptr (AkkDecision) decision =
      akk_store_get (self->store, &akk_decision_record, g_variant_get_int64 (parameter));
  g_autoptr (AkkMeeting) meeting =
      decision != NULL ? akk_store_get (self->store, &akk_meeting_record, decision->meeting_id)
                       : NULL;

  if (meeting == NULL)
    return;
  show_consultation (self, meeting->body_id);
  if (decision->state != AKK_DECISION_DRAFT)
    akk_consultation_page_show_decision (self->consultation_page, decision->record.id);
  else
    akk_consultation_page_show_item (self->consultation_page, meeting->record.id,
                                     decision->item_id);
}

static void
show_line_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  gint64 section;
  guint line;

  g_variant_get (parameter, "(xu)", &section, &line);
  akk_dossier_view_show_page (self, "text");
  akk_text_page_go_to (self->text_page, section, line);
}

static void
show_action_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  g_autoptr (AkkAction) action =
      akk_store_get (self->store, &akk_action_record, g_variant_get_int64 (parameter));

  if (action == NULL)
    return;
  akk_dossier_view_show_agreement (self, action->agreement_id);
  akk_action_plan_page_show_action (self->plan_page, action->record.id);
  akk_dossier_view_show_page (self, "plan");
}

static void
show_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  g_autoptr (AkkIndicator) indicator =
      akk_store_get (self->store, &akk_indicator_record, g_variant_get_int64 (parameter));

  if (indicator == NULL)
    return;
  akk_dossier_view_show_agreement (self, indicator->agreement_id);
  akk_dossier_view_show_page (self, "indicators");
  akk_indicators_page_show_indicator (self->indicators_page, indicator->record.id);
}

static void
show_evaluation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  g_autoptr (AkkEvaluation) evaluation =
      akk_store_get (self->store, &akk_evaluation_record, g_variant_get_int64 (parameter));

  if (evaluation == NULL)
    return;
  akk_dossier_view_show_agreement (self, evaluation->agreement_id);
  akk_dossier_view_show_page (self, "evaluation");
  akk_evaluation_page_show_evaluation (self->evaluation_page, evaluation->record.id);
}

static void
show_body_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);

  show_consultation (self, g_variant_get_int64 (parameter));
  akk_consultation_page_show_body (self->consultation_page, g_variant_get_int64 (parameter));
}

static void
plan_dates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);

  show_consultation (self, g_variant_get_int64 (parameter));
  akk_consultation_page_plan_dates (self->consultation_page, g_variant_get_int64 (parameter));
}

static void
edit_agreement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit_agreement (AKK_DOSSIER_VIEW (widget));
}

/* Who made an agreement goes on with its text. */
static void
agreement_made_cb (AkkDossierView *self, gint64 agreement)
{
  akk_dossier_view_show_agreement (self, agreement);
  akk_dossier_view_show_page (self, "text");
}

static void
new_agreement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  AdwDialog *dialog;

  if (self->store == NULL)
    return;
  akk_text_page_end_burst (self->text_page);
  dialog = akk_new_agreement_dialog_new (self->store);
  g_signal_connect_object (dialog, "made", G_CALLBACK (agreement_made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
akk_dossier_view_install_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, field_activated_cb);
  gtk_widget_class_install_action (widget_class, "view.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "view.show-party", "x", show_party_action);
  gtk_widget_class_install_action (widget_class, "view.show-organisation", "x",
                                   show_organisation_action);
  gtk_widget_class_install_action (widget_class, "view.show-meeting", "x", show_meeting_action);
  gtk_widget_class_install_action (widget_class, "view.prepare-meeting", "x",
                                   prepare_meeting_action);
  gtk_widget_class_install_action (widget_class, "view.present-next", NULL, present_next_action);
  /* The page of a meeting takes the key for its own. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "view.present-next", NULL);
  gtk_widget_class_install_action (widget_class, "view.show-signal", "x", show_signal_action);
  gtk_widget_class_install_action (widget_class, "view.show-decision", "x", show_decision_action);
  gtk_widget_class_install_action (widget_class, "view.show-line", "(xu)", show_line_action);
  gtk_widget_class_install_action (widget_class, "view.show-action", "x", show_action_action);
  gtk_widget_class_install_action (widget_class, "view.show-indicator", "x", show_indicator_action);
  gtk_widget_class_install_action (widget_class, "view.show-evaluation", "x",
                                   show_evaluation_action);
  gtk_widget_class_install_action (widget_class, "view.show-body", "x", show_body_action);
  gtk_widget_class_install_action (widget_class, "view.plan-dates", "x", plan_dates_action);
  gtk_widget_class_install_action (widget_class, "view.edit-agreement", NULL,
                                   edit_agreement_action);
  gtk_widget_class_install_action (widget_class, "view.new-agreement", NULL, new_agreement_action);
}
