/* The inside of a dossier on the screen, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dossier-view.h"
#include "ui/action-plan-page.h"
#include "ui/aside.h"
#include "ui/calendar-page.h"
#include "ui/consultation-page.h"
#include "ui/evaluation-page.h"
#include "ui/findings-list.h"
#include "ui/indicators-page.h"
#include "ui/municipalities-page.h"
#include "ui/parties-page.h"
#include "ui/partners-page.h"
#include "ui/search-index.h"
#include "ui/sidebar.h"
#include "ui/signing-page.h"
#include "ui/text-page.h"
#include "ui/today-page.h"

G_BEGIN_DECLS

struct _AkkDossierView {
  AdwBin parent_instance;

  AdwNavigationSplitView *split_view;
  AkkSidebar *sidebar;
  AdwNavigationPage *content_page;
  GtkStack *pages;
  AdwToolbarView *text_view;
  AdwWindowTitle *content_title;
  GtkWidget *redo_button;
  AdwBanner *failure_banner; /* stands under the header of the page that is shown */
  AkkTextPage *text_page;
  AkkTodayPage *today_page;
  AkkCalendarPage *calendar_page;
  AkkActionPlanPage *plan_page;
  AkkConsultationPage *consultation_page;
  AkkIndicatorsPage *indicators_page;
  AkkEvaluationPage *evaluation_page;
  AkkPartiesPage *parties_page;
  AkkPartnersPage *partners_page;
  AkkSigningPage *signing_page;
  AkkMunicipalitiesPage *municipalities_page;
  AkkFindingsList *findings_list;
  GtkWidget *findings_button;
  GtkMenuButton *panes_button; /* in place of the buttons where there is little room */

  AkkDossier *dossier;
  AkkStore *store;
  AkkAgreement *agreement; /* that the pages are about */

  char *undo_words; /* what undo would do */
  gboolean closing;
  gboolean narrow, collapsed, compact;
  gboolean show_outline, show_preview, show_findings;
  guint findings_timeout;
  AkkAside *findings_aside;

  AkkSearchIndex *index; /* NULL without a store */
  char *sought; /* what was looked for last; NULL: nothing yet */
};

/* --- dossier-view-pages.c: which page is shown, about which agreement --- */

/* Makes all pages about an agreement; NULL: about none. */
void akk_dossier_view_set_agreement (AkkDossierView *self, AkkAgreement *agreement);
/* The page and agreement at which the dossier was left. */
void akk_dossier_view_show_place (AkkDossierView *self);
/* The window around the page follows the page that is shown. */
/* The pages beside the text. */
void akk_dossier_view_add_pages (AkkDossierView *self);
void akk_dossier_view_page_shown (AkkDossierView *self);

/* --- dossier-view-ways.c: the way to each record --- */

void akk_dossier_view_install_ways (GtkWidgetClass *widget_class);

/* --- dossier-view-findings.c: what the checks find --- */

void akk_dossier_view_install_findings (GtkWidgetClass *widget_class);
void akk_dossier_view_findings_init (AkkDossierView *self);
/* Something changed: check again once it is at rest. */
void akk_dossier_view_check_later (AkkDossierView *self);
/* There is nothing to check any more. */
void akk_dossier_view_check_never (AkkDossierView *self);

/* --- dossier-view-search.c: the search, and the way to what it found --- */

void akk_dossier_view_install_search (GtkWidgetClass *widget_class);
/* The store is there; or is about to go. */
void akk_dossier_view_start_search (AkkDossierView *self);
void akk_dossier_view_stop_search (AkkDossierView *self);

G_END_DECLS
