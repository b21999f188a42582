/* A column of the board: the actions of one standing as cards.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/action-ids.h"
#include "ui/action-scope.h"

G_BEGIN_DECLS

/* Signal "dropped" (AkkBoardColumn *, AkkActionIds *): these were dropped on it. Nothing can be
 * dropped on what was carried over. */
#define AKK_TYPE_BOARD_COLUMN (akk_board_column_get_type ())
G_DECLARE_FINAL_TYPE (AkkBoardColumn, akk_board_column, AKK, BOARD_COLUMN, GtkBox)

GtkWidget *akk_board_column_new (gint64 standing);
gint64 akk_board_column_standing (AkkBoardColumn *self);
/* NULL empties it. It shows nothing until akk_board_column_show(). */
void akk_board_column_set_scope (AkkBoardColumn *self, AkkActionScope *scope);
/* `ids`: gint64. */
void akk_board_column_show (AkkBoardColumn *self, const GArray *ids);

guint akk_board_column_length (AkkBoardColumn *self);
/* The place of an action, or -1. */
int akk_board_column_find (AkkBoardColumn *self, gint64 id);
/* The place of the card with the focus, or -1. */
int akk_board_column_focused (AkkBoardColumn *self);
/* Brings it into view, selects it alone and gives it the focus. */
void akk_board_column_focus (AkkBoardColumn *self, guint place);
/* Selects it alone, where it is. */
void akk_board_column_select (AkkBoardColumn *self, guint place);
void akk_board_column_unselect (AkkBoardColumn *self);
/* The selected ones, or else the one with the focus. */
AkkActionIds *akk_board_column_selected (AkkBoardColumn *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
