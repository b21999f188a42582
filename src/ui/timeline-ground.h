/* What lies behind and over the lanes of the timeline: quarters in turn grey, and a line for today.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline-scale.h"

G_BEGIN_DECLS

#define AKK_TYPE_TIMELINE_GROUND (akk_timeline_ground_get_type ())
G_DECLARE_FINAL_TYPE (AkkTimelineGround, akk_timeline_ground, AKK, TIMELINE_GROUND, GtkBox)

void akk_timeline_ground_set_scale (AkkTimelineGround *self, AkkTimelineScale *scale);
/* The word under which the line for today begins. */
void akk_timeline_ground_set_today (AkkTimelineGround *self, GtkWidget *today);

G_END_DECLS
