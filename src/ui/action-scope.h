/* What the views of an action plan share: which actions are shown, in what order, which is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-filter.h"
#include "core/agreement.h"
#include "core/plan.h"

G_BEGIN_DECLS

/* Signals: "shown-changed" (AkkActionScope *): other actions are shown, or one that is shown has
 * changed, or their order; "chosen" (AkkActionScope *): another one is chosen. Main thread. */
#define AKK_TYPE_ACTION_SCOPE (akk_action_scope_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionScope, akk_action_scope, AKK, ACTION_SCOPE, GObject)

/* Shows the plan of the day's year, or else the newest one; all actions when there is none. */
AkkActionScope *akk_action_scope_new (AkkStore *store,
                                      AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

AkkStore *akk_action_scope_store (AkkActionScope *self);
AkkAgreement *akk_action_scope_agreement (AkkActionScope *self);
AkkActionRows *akk_action_scope_rows (AkkActionScope *self);
/* The day that "late" is about. */
gint64 akk_action_scope_day (AkkActionScope *self);

/* Borrowed until the next change. */
const AkkActionFilter *akk_action_scope_filter (AkkActionScope *self);
void akk_action_scope_set_filter (AkkActionScope *self, const AkkActionFilter *filter);
/* The year or AKK_YEAR_NONE or 0 (all), the rest of the filter stays. */
void akk_action_scope_set_year (AkkActionScope *self, gint64 year);
/* The words that are searched for; NULL or "": none. */
void akk_action_scope_set_text (AkkActionScope *self, const char *text);
AkkActionSort akk_action_scope_sort (AkkActionScope *self, gboolean *descending);
void akk_action_scope_set_sort (AkkActionScope *self, AkkActionSort sort, gboolean descending);

/* The indices of the rows that are shown, in order. Borrowed until the next change. */
const GArray *akk_action_scope_shown (AkkActionScope *self);
/* The row at a place among those shown. */
const AkkActionRow *akk_action_scope_row (AkkActionScope *self, guint place);

/* During "shown-changed": whether this action itself may be another than before; those of which it
 * is FALSE can stay on screen as they are. */
gboolean akk_action_scope_touched (AkkActionScope *self, gint64 action_id);

/* The action whose details stand beside the view; 0: none. */
gint64 akk_action_scope_chosen (AkkActionScope *self);
void akk_action_scope_choose (AkkActionScope *self, gint64 action_id);

/* The plan of the year that is shown, which new actions go into: that of the whole agreement
 * before one of a priority; NULL when the year has none that is not closed. */
AkkPlan *akk_action_scope_plan (AkkActionScope *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
