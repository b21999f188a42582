/* What stands in a cell of the matrix, beside it: the actions, and one more to add.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

/* Signal "closed" (AkkActionCellList *): its close button was pressed. */
#define AKK_TYPE_ACTION_CELL_LIST (akk_action_cell_list_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionCellList, akk_action_cell_list, AKK, ACTION_CELL_LIST, AdwBin)

/* NULL empties it. */
void akk_action_cell_list_set_scope (AkkActionCellList *self, AkkActionScope *scope);
/* `domain`, `target_group`: names; both NULL: what stands in no cell. `indices`: of the rows. */
void akk_action_cell_list_show (AkkActionCellList *self,
                                const char *domain,
                                const char *target_group,
                                const GArray *indices);

G_END_DECLS
