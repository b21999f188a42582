/* The actions of a plan in the matrix of the Pact: domains by target groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_GRID (akk_action_grid_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionGrid, akk_action_grid, AKK, ACTION_GRID, AdwBin)

/* NULL empties it. */
void akk_action_grid_set_scope (AkkActionGrid *self, AkkActionScope *scope);

G_END_DECLS
