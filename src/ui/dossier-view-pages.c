/* Which page of a dossier is shown, about which agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-view-private.h"

#include <glib/gi18n.h>

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
