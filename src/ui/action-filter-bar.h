/* What the filter of an action plan lets through, in words, each of which can be taken away.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

/* Only to be seen while there is a filter. */
#define AKK_TYPE_ACTION_FILTER_BAR (akk_action_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionFilterBar, akk_action_filter_bar, AKK, ACTION_FILTER_BAR, AdwBin)

/* NULL empties it. */
void akk_action_filter_bar_set_scope (AkkActionFilterBar *self, AkkActionScope *scope);

/* "Lead: Hamme", "Busy", "No news": a restriction as people call it. */
char *akk_facet_words (const AkkFacet *facet) G_GNUC_WARN_UNUSED_RESULT;
/* "7 of 45 actions": of those of the year. */
char *akk_action_scope_count_words (AkkActionScope *scope) G_GNUC_WARN_UNUSED_RESULT;
/* Takes all restrictions away but the year and the plan. */
void akk_action_scope_clear_filter (AkkActionScope *scope);

G_END_DECLS
