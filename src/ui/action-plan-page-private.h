/* The inside of the page Actieplan, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-board.h"
#include "ui/action-filter-bar.h"
#include "ui/action-filter-menu.h"
#include "ui/action-grid.h"
#include "ui/action-list.h"
#include "ui/action-panel.h"
#include "ui/action-plan-page.h"
#include "ui/action-scope.h"
#include "ui/action-timeline.h"

G_BEGIN_DECLS

struct _AkkActionPlanPage {
  AdwBin parent_instance;

  AdwNavigationView *navigation; /* registers and the like are pushed on it; its first page has the
                                    tag "bodies", as everywhere */
  AdwHeaderBar *header;
  AdwToggleGroup *year_toggles;
  GtkDropDown *year_choice; /* in place of the toggles where there is little room */
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AkkActionFilterMenu *filter_menu;
  AkkActionFilterBar *filter_bar;
  GtkStack *stack; /* "views", "nothing", "empty" */
  AdwViewStack *views; /* "list", "board", "timeline", "matrix" */
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwOverlaySplitView *split_view;
  AkkActionList *list;
  AkkActionBoard *board;
  AkkActionTimeline *timeline;
  AkkActionGrid *grid;
  AkkActionPanel *panel;

  gboolean narrow; /* the window */
  guint most_years; /* that there is room for side by side */
  AkkActionScope *scope; /* NULL while there is no agreement */
  GArray *years; /* gint64: what the choice of years offers, as in a filter */
  char *years_key;
  gboolean filling; /* the choice of years */
  gboolean searched; /* the filter has words */
};

/* --- action-plan-page-years.c --- */

void akk_action_plan_page_show_years (AkkActionPlanPage *self);
void akk_action_plan_page_choose_year (AkkActionPlanPage *self, guint index);

/* --- action-plan-page-edit.c: "plan.add-action", "plan.edit-action" (x), "plan.clear-filter",
 * "plan.filter", "plan.plan-order", "plan.search", "plan.close-panel" --- */

void akk_action_plan_page_install_edits (GtkWidgetClass *widget_class);

/* What a topic adds to the page: actions "plan.…" on the class of the page, called from its
 * class_init. The menu "More" of data/ui/action-plan-page.blp has a section for each. */

/* --- action-plan-page-plans.c: plans, priorities, principles, the turn of the year --- */

void akk_action_plan_page_install_plans (GtkWidgetClass *widget_class);

/* --- action-plan-page-paper.c: printing, the public edition --- */

void akk_action_plan_page_install_paper (GtkWidgetClass *widget_class);

/* --- action-plan-page-exchange.c: export, import, a pasted block --- */

void akk_action_plan_page_install_exchange (GtkWidgetClass *widget_class);

/* --- action-plan-page-registers.c: commitments, per municipality, per partner --- */

void akk_action_plan_page_install_registers (GtkWidgetClass *widget_class);

G_END_DECLS
