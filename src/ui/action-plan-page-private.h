/* The inside of the page Actieplan, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-board.h"
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
  AdwViewStack *views; /* "list", "board", "timeline", "matrix" */
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwOverlaySplitView *split_view;
  AkkActionList *list;
  AkkActionBoard *board;
  AkkActionTimeline *timeline;
  AkkActionGrid *grid;
  AkkActionPanel *panel;

  gboolean narrow;
  AkkActionScope *scope; /* NULL while there is no agreement */
};

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
