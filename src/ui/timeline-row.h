/* A line of the timeline: an action and its bar, or a priority above its actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-scope.h"
#include "ui/timeline-scale.h"

G_BEGIN_DECLS

#define AKK_TYPE_TIMELINE_ROW (akk_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkTimelineRow, akk_timeline_row, AKK, TIMELINE_ROW, GtkWidget)

GtkWidget *akk_timeline_row_new (AkkTimelineScale *scale);
/* The action with this id, which it follows; or the priority −id − 1 (its place from 1; 0: those
 * without a priority). NULL and 0 let go of the scope. */
void akk_timeline_row_set (AkkTimelineRow *self, AkkActionScope *scope, gint64 id);
/* What the row says in words. */
const char *akk_timeline_row_sentence (AkkTimelineRow *self);

G_END_DECLS
