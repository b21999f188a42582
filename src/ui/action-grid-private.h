/* The inside of the matrix, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-cell-list.h"
#include "ui/action-cell.h"
#include "ui/action-grid.h"

G_BEGIN_DECLS

#define AKK_NO_CELL G_MAXUINT

struct _AkkActionGrid {
  AdwBin parent_instance;

  GtkBox *split, *heads, *lines;
  GtkDropDown *group_picker;
  GtkLabel *sentence;
  GtkButton *outside_button;
  GtkWidget *pane_edge, *footer;
  AkkActionCellList *pane;

  AkkActionScope *scope;
  AkkActionMatrix *matrix;
  GArray *domains, *groups; /* guint: the lines and columns that are shown */
  GPtrArray *cells; /* borrowed, line by line */
  gboolean below, single;
  gboolean stale; /* others are shown than the cells have */
  guint picked; /* the column that is shown alone, a place among the target groups */
  /* The cell whose actions are listed; AKK_NO_CELL: none. `outside`: what stands in no cell is. */
  guint domain, group;
  gboolean outside;
};

/* action-grid-lines.c: the lines and columns of cells, and the focus in them. */

/* Makes the cells anew when others are wanted; `clicked` is called with the grid and a cell. */
void akk_action_grid_make_lines (AkkActionGrid *self, GCallback clicked);
void akk_action_grid_clear_lines (AkkActionGrid *self);
/* Of all cells this one takes the focus. */
void akk_action_grid_make_focusable (AkkActionGrid *self, GtkWidget *cell);
/* Lets the arrows go from cell to cell. */
void akk_action_grid_add_keys (AkkActionGrid *self);
/* The names in use, elements char *. */
GPtrArray *akk_action_grid_names (AkkActionGrid *self, AkkTagKind kind);

G_END_DECLS
