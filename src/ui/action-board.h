/* The actions of a plan as cards, in columns by status.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_BOARD (akk_action_board_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionBoard, akk_action_board, AKK, ACTION_BOARD, AdwBin)

/* NULL empties it. */
void akk_action_board_set_scope (AkkActionBoard *self, AkkActionScope *scope);

G_END_DECLS
