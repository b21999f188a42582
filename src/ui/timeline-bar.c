/* An action on the timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define BAR_HEIGHT 20 /* sp */
#define RADIUS 6
#define DIAMOND 6.5 /* sp: half its width */
/* What a mark takes beside its day, in sp. */
#define MARGIN 9
#define WORDS_PAD 8
/* Less room for words says nothing. */
#define MIN_WORDS 30

struct _AkkTimelineBar {
  GtkButton parent_instance;

  AkkTimelineSpan span;
  AkkGlyph glyph;
  char *words;
  AkkTimeline stretch;
  float lane_width, origin; /* px of the lane where the widget begins */
  const char *elsewhere; /* words instead of a bar, borrowed; NULL: the bar is in sight */
};

G_DEFINE_FINAL_TYPE (AkkTimelineBar, akk_timeline_bar, GTK_TYPE_BUTTON)

static float
sp (AkkTimelineBar *self, double size)
{
  return (float) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, size,
                                        gtk_widget_get_settings (GTK_WIDGET (self)));
}

static float
px (AkkTimelineBar *self, gint64 day)
{
  return (float) akk_timeline_at (self->stretch, day) * self->lane_width - self->origin;
}

static PangoLayout *
layout_new (AkkTimelineBar *self, const char *words)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* --- Drawing --- */

static void
draw_words (AkkTimelineBar *self, GtkSnapshot *snapshot, const char *words, float x, float width)
{
  g_autoptr (PangoLayout) layout = layout_new (self, words);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int height;
  GdkRGBA colour;

  /* Words have the colour of text; that of the state would be too light. */
  gtk_widget_get_color (parent != NULL ? parent : GTK_WIDGET (self), &colour);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    x, floorf ((float) (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_body (AkkTimelineBar *self, GtkSnapshot *snapshot, const GdkRGBA *colour, float middle)
{
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  float height = sp (self, BAR_HEIGHT);
  float from = px (self, self->span.from), to = px (self, self->span.to + 1);
  float left = MAX (from, 0), right = MIN (to, (float) gtk_widget_get_width (GTK_WIDGET (self)));
  float line = contrast ? 2 : 1.2f;
  GskRoundedRect rect;
  GdkRGBA fill = *colour;

  if (to - from < 3)
    to = from + 3;
  gsk_rounded_rect_init_from_rect (
      &rect, &GRAPHENE_RECT_INIT (from, middle - height / 2, to - from, height), RADIUS);
  fill.alpha = self->glyph == AKK_GLYPH_OPEN ? 0 : contrast ? 0.4f : 0.26f;
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &fill, &rect.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rect,
                              (float[4]) { line, self->span.open_end ? 0 : line, line, line },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
  if (right - left > MIN_WORDS + 2 * WORDS_PAD)
    draw_words (self, snapshot, self->words, left + WORDS_PAD, right - left - 2 * WORDS_PAD);
}

static GskPath *
diamond_new (AkkTimelineBar *self, float x, float y)
{
  float size = sp (self, DIAMOND);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, x, y - size);
  gsk_path_builder_line_to (builder, x + size, y);
  gsk_path_builder_line_to (builder, x, y + size);
  gsk_path_builder_line_to (builder, x - size, y);
  gsk_path_builder_close (builder);
  return gsk_path_builder_to_path (builder);
}

static void
draw_tail (AkkTimelineBar *self, GtkSnapshot *snapshot, const GdkRGBA *colour, float middle)
{
  static const float dashes[] = { 5, 3 };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (2);

  gsk_path_builder_move_to (builder, px (self, self->span.deadline + 1) + sp (self, DIAMOND),
                            middle);
  gsk_path_builder_line_to (builder, px (self, self->span.late_to), middle);
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

static void
draw_marks (AkkTimelineBar *self, GtkSnapshot *snapshot, const GdkRGBA *colour, float middle)
{
  if (self->span.late_to != AKK_NO_DATE)
    draw_tail (self, snapshot, colour, middle);
  if (self->span.deadline != AKK_NO_DATE) {
    g_autoptr (GskPath) path = diamond_new (self, px (self, self->span.deadline + 1), middle);

    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
  }
  if (self->span.follow_up != AKK_NO_DATE) {
    g_autoptr (GskPath) path = diamond_new (self, px (self, self->span.follow_up), middle);
    GskStroke *stroke = gsk_stroke_new (1.8f);

    gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
    gsk_stroke_free (stroke);
  }
}

static void
akk_timeline_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkTimelineBar *self = AKK_TIMELINE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget),
        height = (float) gtk_widget_get_height (widget);
  GdkRGBA colour;

  if (self->elsewhere != NULL) {
    gtk_snapshot_push_opacity (snapshot, 0.7);
    draw_words (self, snapshot, self->elsewhere, 0, width);
    gtk_snapshot_pop (snapshot);
    return;
  }
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->span.from != AKK_NO_DATE)
    draw_body (self, snapshot, &colour, height / 2);
  draw_marks (self, snapshot, &colour, height / 2);
  gtk_snapshot_pop (snapshot);
}

/* --- Virtual functions --- */

static void
akk_timeline_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? 0
                            : (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, BAR_HEIGHT + 4,
                                                           gtk_widget_get_settings (widget));
}

static void
akk_timeline_bar_finalize (GObject *object)
{
  g_free (AKK_TIMELINE_BAR (object)->words);
  G_OBJECT_CLASS (akk_timeline_bar_parent_class)->finalize (object);
}

static void
akk_timeline_bar_class_init (AkkTimelineBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = akk_timeline_bar_finalize;
  widget_class->measure = akk_timeline_bar_measure;
  widget_class->snapshot = akk_timeline_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "akk-bar");
}

static void
akk_timeline_bar_init (AkkTimelineBar *self)
{
  /* It draws itself; a layout would ask for the room of a button. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->span =
      (AkkTimelineSpan) { AKK_NO_DATE, AKK_NO_DATE, FALSE, AKK_NO_DATE, AKK_NO_DATE, AKK_NO_DATE };
}

GtkWidget *
akk_timeline_bar_new (void)
{
  return g_object_new (AKK_TYPE_TIMELINE_BAR, NULL);
}

void
akk_timeline_bar_set (AkkTimelineBar *self,
                      const AkkTimelineSpan *span,
                      AkkGlyph glyph,
                      const char *words,
                      const char *sentence)
{
  const char *before = akk_glyph_css_class (self->glyph), *now = akk_glyph_css_class (glyph);

  self->span = *span;
  self->glyph = glyph;
  g_set_str (&self->words, words);
  if (before != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), before);
  if (now != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
akk_timeline_bar_place (
    AkkTimelineBar *self, AkkTimeline stretch, float lane_width, float *x, float *width)
{
  float margin = sp (self, MARGIN);
  gint64 first, last;

  self->stretch = stretch;
  self->lane_width = lane_width;
  self->elsewhere = NULL;
  akk_timeline_span_extent (&self->span, &first, &last);
  if (akk_timeline_span_empty (&self->span))
    self->elsewhere = _ ("No dates");
  else if (last < stretch.first)
    self->elsewhere = _ ("◂ Earlier");
  else if (first > stretch.last)
    self->elsewhere = _ ("Later ▸");
  if (self->elsewhere != NULL) {
    g_autoptr (PangoLayout) layout = layout_new (self, self->elsewhere);
    int words;

    pango_layout_get_pixel_size (layout, &words, NULL);
    *width = MIN ((float) words + 4, lane_width);
    *x = first > stretch.last ? lane_width - *width : 0;
    return;
  }
  self->origin = 0;
  *x = MAX (px (self, first), 0) - margin;
  *width = MIN (px (self, last + 1), lane_width) + margin - *x;
  self->origin = *x;
}
