/* The inside of the list of actions, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-items.h"
#include "ui/action-list.h"
#include "ui/gradual.h"
#include "ui/late-cells.h"

G_BEGIN_DECLS

typedef enum { NUMBER, TITLE, STATUS, LEAD, TERM, N_COLUMNS } AkkActionColumn;

struct _AkkActionList {
  AdwBin parent_instance;

  GtkStack *stack; /* "list", "empty" */
  GtkColumnView *view;
  GtkColumnViewColumn *columns[N_COLUMNS];
  GtkScrolledWindow *scroller;
  GtkRevealer *bar; /* what can be done with more than one */
  GtkLabel *bar_label;
  GtkWidget *popover; /* the menu that is open */
  GtkWidget *focus; /* where it was before; weak */

  AkkActionScope *scope;
  AkkActionItems *items;
  AkkGradual gradual;
  GtkMultiSelection *selection;
  AkkLateCells cells; /* those that show a row, and the rows and their heads */
  GArray *targets; /* the ids of the actions that an open menu is about; NULL: those selected */
  gboolean narrow; /* two lines a row */
  guint number_length; /* that the column of numbers is made for */
  gboolean updating;
  gboolean stale; /* others are shown than the rows have */
  gboolean behind; /* the rows missed steps while they were not seen */
};

/* --- action-list-columns.c: what a row shows --- */

void akk_action_list_add_columns (AkkActionList *self);
/* Shows in the rows what has changed. */
void akk_action_list_refresh (AkkActionList *self);
/* The width of columns follows the size of text, and the longest number. */
void akk_action_list_fit_columns (AkkActionList *self);
/* The row that a widget stands in; GTK_INVALID_LIST_POSITION for none. */
guint akk_action_list_position_of (AkkActionList *self, GtkWidget *widget);

/* --- action-list-heads.c --- */

GtkListItemFactory *akk_action_list_heads_new (AkkActionList *self) G_GNUC_WARN_UNUSED_RESULT;
void akk_action_list_show_head (AkkActionList *self, GtkListHeader *header);
GtkWidget *akk_action_list_label_new (const char *css_class);
/* Words that stay cost nothing. */
void akk_action_list_set_label (GtkWidget *label, const char *words);

/* --- action-list-edit.c: what is done to rows --- */

void akk_action_list_install_edits (GtkWidgetClass *widget_class);
/* A menu of choices for one row, at a widget in it. */
void akk_action_list_choose_status (AkkActionList *self, AkkAction *action, GtkWidget *at);
void akk_action_list_choose_lead (AkkActionList *self, AkkAction *action, GtkWidget *at);
/* The menu of the rows that are selected, at a point of the list. */
void akk_action_list_show_menu (AkkActionList *self, double x, double y);
GtkWidget *akk_action_list_bar_new (AkkActionList *self);
/* Ids (gint64). */
GArray *akk_action_list_selected (AkkActionList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
