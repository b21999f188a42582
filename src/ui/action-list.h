/* The actions of a plan as a list, by priority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_LIST (akk_action_list_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionList, akk_action_list, AKK, ACTION_LIST, AdwBin)

/* NULL empties it. */
void akk_action_list_set_scope (AkkActionList *self, AkkActionScope *scope);
/* Puts the rows in the order of the plan again, whatever column they were sorted by. */
void akk_action_list_sort_by_plan (AkkActionList *self);

G_END_DECLS
