/* The inside of the page Indicatoren, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/indicator-scope.h"
#include "ui/indicators-cards.h"
#include "ui/indicators-page.h"

G_BEGIN_DECLS

struct _AkkIndicatorsPage {
  AdwBin parent_instance;

  AdwNavigationView *navigation;
  AdwWindowTitle *title;
  GtkStack *stack; /* "empty", "none", "cards" */
  AkkIndicatorsCards *grid;
  AdwBin *filter_place;
  GtkDropDown *filter; /* there, or in that of `grid` */

  AkkStore *store;
  AkkAgreement *agreement;
  AkkIndicatorScope *scope;
  GPtrArray *priorities; /* AkkPriority: as the filter lists them */
  gint64 priority_id; /* of which indicators are shown; 0: all */
  GPtrArray *shown; /* AkkIndicator: of which there are cards, the first ones at once */
  guint next; /* the first of them whose card does not show its figure yet */
  guint idle;
  int last_year; /* of the figures that are shown, and up to which day */
  gint64 last_until;
  gboolean narrow, small;
  gboolean filling; /* the filter */
  gboolean stale; /* something changed while it was not to be seen */
};

/* --- indicators-page-edit.c: what is made and taken in --- */

/* The actions "indicators.…": -new, -paste, -fill-in, -export, -examples, -move (x, b: up), -edit
 * and -delete (x). */
void akk_indicators_page_install_edit (GtkWidgetClass *widget_class);

/* --- indicators-page-dashboard.c: what is printed --- */

/* The actions "indicators.print-dashboard" and "indicators.choose-dashboard". */
void akk_indicators_page_install_dashboard (GtkWidgetClass *widget_class);

G_END_DECLS
