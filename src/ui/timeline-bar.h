/* An action on the timeline: its bar, its deadline, and what is past it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/timeline.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

#define AKK_TYPE_TIMELINE_BAR (akk_timeline_bar_get_type ())
G_DECLARE_FINAL_TYPE (AkkTimelineBar, akk_timeline_bar, AKK, TIMELINE_BAR, GtkButton)

GtkWidget *akk_timeline_bar_new (void);
/* `words` stand in the bar; `sentence` is what it says to a screen reader. */
void akk_timeline_bar_set (AkkTimelineBar *self,
                           const AkkTimelineSpan *span,
                           AkkGlyph glyph,
                           const char *words,
                           const char *sentence);
/* Where it lies on a lane of `lane_width` px: from `x`, `width` px wide. */
void akk_timeline_bar_place (
    AkkTimelineBar *self, AkkTimeline stretch, float lane_width, float *x, float *width);

G_END_DECLS
