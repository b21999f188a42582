/* The part of a time that is over, as a ring.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/time-ring.h"

#include <math.h>

#define STROKE 8.0f

struct _AkkTimeRing {
  GtkWidget parent_instance;

  double left;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (AkkTimeRing, akk_time_ring, GTK_TYPE_WIDGET)

static void
stroke_arc (GtkSnapshot *snapshot, float middle, float radius, double part, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (STROKE);
  double end = part * 2 * G_PI;

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  if (part >= 1) {
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (middle, middle), radius);
  } else {
    gsk_path_builder_move_to (builder, middle, middle - radius);
    gsk_path_builder_svg_arc_to (builder, radius, radius, 0, part > 0.5, TRUE,
                                 middle + radius * (float) sin (end),
                                 middle - radius * (float) cos (end));
  }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

static void
akk_time_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkTimeRing *self = AKK_TIME_RING (widget);
  float size = (float) MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  float radius = (size - STROKE) / 2;
  GdkRGBA colour, faint;

  if (radius <= 0)
    return;
  gtk_widget_get_color (widget, &colour);
  faint = colour;
  faint.alpha *= 0.2f;
  stroke_arc (snapshot, size / 2, radius, 1, &faint);
  if (self->over || self->left > 0)
    stroke_arc (snapshot, size / 2, radius, self->over ? 1 : self->left, &colour);
}

static void
akk_time_ring_class_init (AkkTimeRingClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = akk_time_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timering");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
akk_time_ring_init (AkkTimeRing *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-state-busy");
}

void
akk_time_ring_set (AkkTimeRing *self, double left, gboolean over)
{
  left = CLAMP (left, 0, 1);
  if (fabs (left - self->left) < 0.001 && over == self->over)
    return;
  self->left = left;
  self->over = over;
  gtk_widget_set_css_classes (
      GTK_WIDGET (self),
      (const char *[]) { over ? "akk-state-attention" : "akk-state-busy", NULL });
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
