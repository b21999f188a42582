/* The details of the chosen action, beside the views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_PANEL (akk_action_panel_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionPanel, akk_action_panel, AKK, ACTION_PANEL, AdwBin)

/* NULL empties it. */
void akk_action_panel_set_scope (AkkActionPanel *self, AkkActionScope *scope);

G_END_DECLS
