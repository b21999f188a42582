/* Which stretch of time the parts of a timeline show, and where on their width.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/timeline.h"

G_BEGIN_DECLS

/* Signal "changed" (AkkTimelineScale *): another stretch, another day, or stacked otherwise. */
#define AKK_TYPE_TIMELINE_SCALE (akk_timeline_scale_get_type ())
G_DECLARE_FINAL_TYPE (AkkTimelineScale, akk_timeline_scale, AKK, TIMELINE_SCALE, GObject)

AkkTimelineScale *akk_timeline_scale_new (void) G_GNUC_WARN_UNUSED_RESULT;

void akk_timeline_scale_set (AkkTimelineScale *self, AkkTimeline stretch, gint64 day);
AkkTimeline akk_timeline_scale_stretch (AkkTimelineScale *self);
/* The day that is today. */
gint64 akk_timeline_scale_day (AkkTimelineScale *self);

/* Stacked: names stand above the lanes, not beside them. */
void akk_timeline_scale_set_stacked (AkkTimelineScale *self, gboolean stacked);
gboolean akk_timeline_scale_stacked (AkkTimelineScale *self);

/* Where the lane lies in a part of `width` px: px from its left end. `widget` gives the size of
 * text. */
void akk_timeline_scale_lane (
    AkkTimelineScale *self, GtkWidget *widget, int width, float *x, float *lane_width);

G_END_DECLS
