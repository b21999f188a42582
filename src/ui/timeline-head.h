/* What stands above the lanes of the timeline: the quarters, today, and the meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/store.h"
#include "ui/timeline-scale.h"

G_BEGIN_DECLS

#define AKK_TYPE_TIMELINE_HEAD (akk_timeline_head_get_type ())
G_DECLARE_FINAL_TYPE (AkkTimelineHead, akk_timeline_head, AKK, TIMELINE_HEAD, GtkWidget)

void akk_timeline_head_set_scale (AkkTimelineHead *self, AkkTimelineScale *scale);
/* Shows the meetings of an agreement as they are now; NULL and 0 show none. */
void akk_timeline_head_show (AkkTimelineHead *self, AkkStore *store, gint64 agreement_id);
/* The word "today". */
GtkWidget *akk_timeline_head_today (AkkTimelineHead *self);

G_END_DECLS
