/* Which stretch of time the parts of a timeline show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline-scale.h"

#include <adwaita.h>

#define PAD 24
#define STACKED_PAD 12
/* Of the names beside the lanes, in sp, and at most this part of the width. */
#define NAME_WIDTH 290
#define NAME_PART 0.4

struct _AkkTimelineScale {
  GObject parent_instance;
  AkkTimeline stretch;
  gint64 day;
  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (AkkTimelineScale, akk_timeline_scale, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
akk_timeline_scale_class_init (AkkTimelineScaleClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", AKK_TYPE_TIMELINE_SCALE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_timeline_scale_init (AkkTimelineScale *self)
{
  self->stretch = akk_timeline_around (0, AKK_TIMELINE_YEAR);
}

AkkTimelineScale *
akk_timeline_scale_new (void)
{
  return g_object_new (AKK_TYPE_TIMELINE_SCALE, NULL);
}

void
akk_timeline_scale_set (AkkTimelineScale *self, AkkTimeline stretch, gint64 day)
{
  if (self->stretch.first == stretch.first && self->stretch.last == stretch.last &&
      self->day == day)
    return;
  self->stretch = stretch;
  self->day = day;
  g_signal_emit (self, signals[CHANGED], 0);
}

AkkTimeline
akk_timeline_scale_stretch (AkkTimelineScale *self)
{
  return self->stretch;
}

gint64
akk_timeline_scale_day (AkkTimelineScale *self)
{
  return self->day;
}

void
akk_timeline_scale_set_stacked (AkkTimelineScale *self, gboolean stacked)
{
  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
akk_timeline_scale_stacked (AkkTimelineScale *self)
{
  return self->stacked;
}

void
akk_timeline_scale_lane (
    AkkTimelineScale *self, GtkWidget *widget, int width, float *x, float *lane_width)
{
  double name =
      adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, NAME_WIDTH, gtk_widget_get_settings (widget));
  double pad = self->stacked ? STACKED_PAD : PAD;

  *x = (float) (self->stacked ? pad : pad + MIN (name, NAME_PART * width));
  *lane_width = MAX (1, (float) (width - pad) - *x);
}
