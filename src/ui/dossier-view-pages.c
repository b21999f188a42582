/* Which page of a dossier is shown, about which agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-view-private.h"

#include <glib/gi18n.h>

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
#include "ui/settings.h"

/* --- The agreement --- */

void
akk_dossier_view_set_agreement (AkkDossierView *self, AkkAgreement *agreement)
{
  AkkStore *store = agreement != NULL ? self->store : NULL;

  akk_text_page_end_burst (self->text_page);
  g_set_object (&self->agreement, agreement);
  akk_sidebar_set_agreement (self->sidebar, agreement);
  akk_text_page_set_agreement (self->text_page, store, agreement);
  akk_parties_page_set_agreement (self->parties_page, store, agreement);
  akk_signing_page_set_agreement (self->signing_page, store, agreement);
  akk_municipalities_page_set_agreement (self->municipalities_page, store, agreement);
  akk_action_plan_page_set_agreement (self->plan_page, store, agreement);
  akk_consultation_page_set_agreement (self->consultation_page, store, agreement);
  akk_indicators_page_set_agreement (self->indicators_page, store, agreement);
  akk_evaluation_page_set_agreement (self->evaluation_page, store, agreement);
  g_object_notify (G_OBJECT (self), "agreement-id");
  akk_dossier_view_check_never (self);
  if (agreement != NULL)
    akk_dossier_view_check_later (self);
}

static void
remember_place (AkkDossierView *self)
{
  if (self->dossier != NULL)
    akk_settings_set_place (akk_dossier_get_path (self->dossier),
                            gtk_stack_get_visible_child_name (self->pages),
                            self->agreement != NULL ? self->agreement->record.id : 0);
}

static AkkAgreement *
agreement_with (AkkDossierView *self, gint64 id)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (self->store, &akk_agreement_record, id);

  return agreement != NULL && !agreement->record.deleted ? g_steal_pointer (&agreement) : NULL;
}

void
akk_dossier_view_show_place (AkkDossierView *self)
{
  g_autofree char *page = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  gint64 id = 0;

  akk_settings_get_place (akk_dossier_get_path (self->dossier), &page, &id);
  agreement = agreement_with (self, id);
  if (agreement == NULL)
    agreement = akk_agreement_current (self->store);
  akk_dossier_view_set_agreement (self, agreement);
  akk_dossier_view_show_page (self, page != NULL ? page : "today");
}

/* --- The page --- */

/* That of the page that a page of pages shows first: what is pushed on it comes and goes. */
static AdwToolbarView *
toolbar_view_of (GtkWidget *page)
{
  GtkWidget *child = ADW_IS_BIN (page) ? adw_bin_get_child (ADW_BIN (page)) : page;

  if (ADW_IS_BREAKPOINT_BIN (child))
    child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (child));
  if (ADW_IS_NAVIGATION_VIEW (child)) {
    g_autoptr (GListModel) stack =
        adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (child));
    g_autoptr (AdwNavigationPage) first = g_list_model_get_item (stack, 0);

    child = adw_navigation_page_get_child (first);
  }
  return ADW_TOOLBAR_VIEW (child);
}

/* What the banner says concerns every page. */
static void
move_banner (AkkDossierView *self, GtkWidget *page)
{
  GtkWidget *old =
      gtk_widget_get_ancestor (GTK_WIDGET (self->failure_banner), ADW_TYPE_TOOLBAR_VIEW);
  AdwToolbarView *view = toolbar_view_of (page);

  if (old == GTK_WIDGET (view))
    return;
  g_object_ref (self->failure_banner);
  adw_toolbar_view_remove (ADW_TOOLBAR_VIEW (old), GTK_WIDGET (self->failure_banner));
  adw_toolbar_view_add_top_bar (view, GTK_WIDGET (self->failure_banner));
  g_object_unref (self->failure_banner);
}

/* A page beside the text, by the name under which it is remembered. */
static gpointer
add_page (AkkDossierView *self, const char *name, const char *title, GType type)
{
  GtkWidget *page = g_object_new (type, NULL);

  g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  gtk_stack_add_titled (self->pages, page, name, title);
  return page;
}

void
akk_dossier_view_add_pages (AkkDossierView *self)
{
  self->today_page = add_page (self, "today", C_ ("page", "Today"), AKK_TYPE_TODAY_PAGE);
  self->calendar_page = add_page (self, "calendar", C_ ("page", "Agenda"), AKK_TYPE_CALENDAR_PAGE);
  self->parties_page = add_page (self, "parties", C_ ("page", "Parties"), AKK_TYPE_PARTIES_PAGE);
  self->partners_page =
      add_page (self, "partners", C_ ("page", "Partners"), AKK_TYPE_PARTNERS_PAGE);
  self->signing_page = add_page (self, "signing", C_ ("page", "Signing"), AKK_TYPE_SIGNING_PAGE);
  self->municipalities_page = add_page (self, "municipalities", C_ ("page", "Municipalities"),
                                        AKK_TYPE_MUNICIPALITIES_PAGE);
  self->plan_page = add_page (self, "plan", C_ ("page", "Action Plan"), AKK_TYPE_ACTION_PLAN_PAGE);
  self->consultation_page =
      add_page (self, "consultation", C_ ("page", "Consultation"), AKK_TYPE_CONSULTATION_PAGE);
  self->indicators_page =
      add_page (self, "indicators", C_ ("page", "Indicators"), AKK_TYPE_INDICATORS_PAGE);
  self->evaluation_page =
      add_page (self, "evaluation", C_ ("page", "Evaluation"), AKK_TYPE_EVALUATION_PAGE);
}

void
akk_dossier_view_page_shown (AkkDossierView *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  gboolean text = page == GTK_WIDGET (self->text_view);

  if (page == NULL || self->failure_banner == NULL)
    return;
  adw_navigation_page_set_title (self->content_page,
                                 gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)));
  move_banner (self, page);
  akk_sidebar_set_page (self->sidebar, gtk_stack_get_visible_child_name (self->pages));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.show-outline", text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.show-preview", text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.show-findings", text);
}

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
akk_dossier_view_install_pages (GtkWidgetClass *widget_class)
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

/* --- Public --- */

void
akk_dossier_view_show_page (AkkDossierView *self, const char *name)
{
  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    name = "text";
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  remember_place (self);
}

void
akk_dossier_view_show_agreement (AkkDossierView *self, gint64 id)
{
  g_autoptr (AkkAgreement) agreement = NULL;

  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  if (self->store == NULL)
    return;
  agreement = agreement_with (self, id);
  if (agreement == NULL || agreement == self->agreement)
    return;
  akk_dossier_view_set_agreement (self, agreement);
  remember_place (self);
}

AkkAgreement *
akk_dossier_view_get_agreement (AkkDossierView *self)
{
  g_return_val_if_fail (AKK_IS_DOSSIER_VIEW (self), NULL);

  return self->agreement;
}
