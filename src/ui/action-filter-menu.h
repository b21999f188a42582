/* The button that filters the actions of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_FILTER_MENU (akk_action_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionFilterMenu, akk_action_filter_menu, AKK, ACTION_FILTER_MENU, AdwBin)

/* NULL empties it. */
void akk_action_filter_menu_set_scope (AkkActionFilterMenu *self, AkkActionScope *scope);
/* Opens it; as a dialog where the button is not to be seen. */
void akk_action_filter_menu_open (AkkActionFilterMenu *self);

G_END_DECLS
