/* The inside of the page of an indicator, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart-view.h"
#include "ui/indicator-compare-group.h"
#include "ui/indicator-head.h"
#include "ui/indicator-link-groups.h"
#include "ui/indicator-page.h"
#include "ui/indicator-table.h"

G_BEGIN_DECLS

struct _AkkIndicatorPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  AdwBreakpoint *breakpoint;
  AkkIndicatorHead *head;
  GtkDropDown *group_choice;
  AkkIndicatorTable *table;
  AkkIndicatorCompareGroup *compare_group;
  AdwPreferencesGroup *groups_group, *fact_group;
  AkkChartView *groups_chart;
  AkkIndicatorLinkGroups *links;

  AkkIndicatorScope *scope;
  AkkIndicator *indicator;
  GPtrArray *groups; /* char *: as the choice lists them after "all" */
  GPtrArray *fact_rows; /* borrowed */
  int first_year; /* of the choice of years */
  int year; /* that is compared; 0: the newest */
  gboolean filling; /* the choices */
};

/* --- indicator-facts.c: what it is --- */

void akk_indicator_page_show_facts (AkkIndicatorPage *self);

/* --- indicator-links.c: its targets, and what it belongs to --- */

void akk_indicator_page_install_links (GtkWidgetClass *widget_class);
void akk_indicator_page_show_links (AkkIndicatorPage *self);

G_END_DECLS
