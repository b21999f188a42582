/* The actions of a plan in time, by quarter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_TIMELINE (akk_action_timeline_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionTimeline, akk_action_timeline, AKK, ACTION_TIMELINE, AdwBin)

/* NULL empties it. */
void akk_action_timeline_set_scope (AkkActionTimeline *self, AkkActionScope *scope);

G_END_DECLS
