/* What lies behind and over the lanes of the timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline-ground.h"

#include <adwaita.h>
#include <math.h>

struct _AkkTimelineGround {
  GtkBox parent_instance;
  AkkTimelineScale *scale;
  GtkWidget *today; /* borrowed: it lies in a child */
};

G_DEFINE_FINAL_TYPE (AkkTimelineGround, akk_timeline_ground, GTK_TYPE_BOX)

static void
draw_quarters (AkkTimelineGround *self, GtkSnapshot *snapshot, float x, float lane, float height)
{
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  for (guint i = 0; i < akk_timeline_n_quarters (stretch); i++) {
    float from = x + (float) akk_timeline_at (stretch, akk_timeline_quarter (stretch, i)) * lane;
    float to = x + (float) akk_timeline_at (stretch, akk_timeline_quarter (stretch, i + 1)) * lane;

    colour.alpha = 0.05f;
    if (i % 2 == 0)
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (from, 0, to - from, height));
    colour.alpha = 0.3f; /* words lie over it */
    if (contrast)
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (floorf (from), 0, 1, height));
  }
}

/* Behind the marks of meetings, over the bars: from the word, or (over) from the lanes. */
static void
draw_today (AkkTimelineGround *self, GtkSnapshot *snapshot, float x, float lane, gboolean over)
{
  AkkTimeline stretch = akk_timeline_scale_stretch (self->scale);
  gint64 day = akk_timeline_scale_day (self->scale);
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self)), top;
  graphene_rect_t bounds;

  if (self->today == NULL || day < stretch.first || day > stretch.last)
    return;
  if (!gtk_widget_compute_bounds (over ? gtk_widget_get_parent (self->today) : self->today,
                                  GTK_WIDGET (self), &bounds))
    return;
  top = bounds.origin.y + bounds.size.height;
  gtk_snapshot_append_color (
      snapshot,
      adw_style_manager_get_dark (adw_style_manager_get_default ())
          ? &(GdkRGBA) { 1, 0.64f, 0.36f, 1 }
          : &(GdkRGBA) { 0.72f, 0.25f, 0.04f, 1 },
      &GRAPHENE_RECT_INIT (floorf (x + (float) akk_timeline_at (stretch, day) * lane), top, 1.5f,
                           height - top));
}

static void
akk_timeline_ground_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkTimelineGround *self = AKK_TIMELINE_GROUND (widget);
  float x, lane, height = (float) gtk_widget_get_height (widget);

  if (self->scale == NULL)
    return;
  akk_timeline_scale_lane (self->scale, widget, gtk_widget_get_width (widget), &x, &lane);
  draw_quarters (self, snapshot, x, lane, height);
  draw_today (self, snapshot, x, lane, FALSE);
  GTK_WIDGET_CLASS (akk_timeline_ground_parent_class)->snapshot (widget, snapshot);
  draw_today (self, snapshot, x, lane, TRUE);
}

static void
akk_timeline_ground_dispose (GObject *object)
{
  g_clear_object (&AKK_TIMELINE_GROUND (object)->scale);
  AKK_TIMELINE_GROUND (object)->today = NULL;
  G_OBJECT_CLASS (akk_timeline_ground_parent_class)->dispose (object);
}

static void
akk_timeline_ground_class_init (AkkTimelineGroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_timeline_ground_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = akk_timeline_ground_snapshot;
}

static void
akk_timeline_ground_init (AkkTimelineGround *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

void
akk_timeline_ground_set_scale (AkkTimelineGround *self, AkkTimelineScale *scale)
{
  g_set_object (&self->scale, scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

void
akk_timeline_ground_set_today (AkkTimelineGround *self, GtkWidget *today)
{
  self->today = today;
}
