/* A cell of the matrix: how many actions stand there, and their states.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_CELL (akk_action_cell_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionCell, akk_action_cell, AKK, ACTION_CELL, GtkToggleButton)

/* The cell of a domain and a target group: their places among the names of the rows. */
GtkWidget *akk_action_cell_new (guint domain, guint target_group);
guint akk_action_cell_domain (AkkActionCell *self);
guint akk_action_cell_target_group (AkkActionCell *self);
/* `indices`: of the rows that stand in it. */
void akk_action_cell_show (AkkActionCell *self, AkkActionScope *scope, const GArray *indices);

G_END_DECLS
