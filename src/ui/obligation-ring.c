/* What is held and planned of what is owed, as a ring.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/obligation-ring.h"

#include <adwaita.h>
#include <math.h>

#include "ui/state-glyph.h"

/* In sp. */
#define SIZE 44
#define STROKE 4.5f

/* With more segments than these the round ends would close the gaps. */
#define MOST_ROUND 4
/* More are drawn as one arc. */
#define MOST_SEGMENTS 12

/* Between segments, in degrees. */
#define GAP 14.f

struct _AkkObligationRing {
  GtkWidget parent_instance;

  GtkWidget *label;
  guint held, planned, required;
  gboolean shown; /* these numbers are */
};

G_DEFINE_FINAL_TYPE (AkkObligationRing, akk_obligation_ring, GTK_TYPE_WIDGET)

static float
sp (AkkObligationRing *self, double length)
{
  return (float) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, length,
                                        gtk_widget_get_settings (GTK_WIDGET (self)));
}

static gboolean
is_full (AkkObligationRing *self)
{
  return self->required > 0 && self->held >= self->required;
}

/* --- Drawing --- */

typedef struct {
  GtkSnapshot *snapshot;
  float radius, width;
  GskLineCap cap;
} Pen;

/* Clockwise from the top, in degrees. */
static void
draw_arc (const Pen *pen, float from, float to, const GdkRGBA *colour, gboolean dashed)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (pen->width);
  const float dashes[] = { pen->width * 0.7f, pen->width * 0.55f };
  const float start = (from - 90) * (float) G_PI / 180, end = (to - 90) * (float) G_PI / 180;

  if (to - from >= 360) {
    gsk_path_builder_add_circle (builder, graphene_point_zero (), pen->radius);
  } else {
    gsk_path_builder_move_to (builder, pen->radius * cosf (start), pen->radius * sinf (start));
    gsk_path_builder_svg_arc_to (builder, pen->radius, pen->radius, 0, to - from > 180, TRUE,
                                 pen->radius * cosf (end), pen->radius * sinf (end));
  }
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_line_cap (stroke, dashed ? GSK_LINE_CAP_BUTT : pen->cap);
  if (dashed)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (pen->snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

static void
draw_segments (AkkObligationRing *self, const Pen *pen, const GdkRGBA *colour)
{
  GdkRGBA faint = *colour;
  const float step = 360.f / (float) self->required;
  const float gap = self->required > MOST_ROUND ? GAP / 2 : GAP + 6;

  gtk_widget_get_color (GTK_WIDGET (self), &faint);
  faint.alpha *=
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.5f : 0.18f;
  for (guint i = 0; i < self->required; i++) {
    float from = step * (float) i, to = from + step;

    if (self->required > 1) {
      from += gap / 2;
      to -= gap / 2;
    }
    if (i < self->held)
      draw_arc (pen, from, to, colour, FALSE);
    else if (i < self->held + self->planned)
      draw_arc (pen, from, to, colour, TRUE);
    else
      draw_arc (pen, from, to, &faint, FALSE);
  }
}

/* As parts of one circle, where segments would be too small to see. */
static void
draw_shares (AkkObligationRing *self, const Pen *pen, const GdkRGBA *colour)
{
  GdkRGBA faint = *colour;
  const float held = 360.f * (float) self->held / (float) self->required;
  const float planned = MIN (360.f, held + 360.f * (float) self->planned / (float) self->required);

  faint.alpha *= 0.25f;
  draw_arc (pen, 0, 360, &faint, FALSE);
  if (held > 0)
    draw_arc (pen, 0, held, colour, FALSE);
  if (planned > held)
    draw_arc (pen, held, planned, colour, TRUE);
}

static void
draw_check (AkkObligationRing *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  g_autoptr (GskPath) check = gsk_path_parse ("M -6 0.5 L -2 4.5 L 6 -4");
  GskStroke *stroke = gsk_stroke_new (2.4f);
  const float scale = sp (self, 1);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_stroke (snapshot, check, stroke, colour);
  gsk_stroke_free (stroke);
}

static void
akk_obligation_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkObligationRing *self = AKK_OBLIGATION_RING (widget);
  const float width = sp (self, STROKE);
  Pen pen = { snapshot, (sp (self, SIZE) - width) / 2, width,
              self->required > MOST_ROUND ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND };
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2.f,
                                                          gtk_widget_get_height (widget) / 2.f));
  if (self->required == 0) {
    colour.alpha *= 0.25f;
    draw_arc (&pen, 0, 360, &colour, FALSE);
  } else if (is_full (self)) {
    draw_arc (&pen, 0, 360, &colour, FALSE);
    draw_check (self, snapshot, &colour);
  } else if (self->required > MOST_SEGMENTS) {
    draw_shares (self, &pen, &colour);
  } else {
    draw_segments (self, &pen, &colour);
  }
  gtk_snapshot_restore (snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

/* --- Virtual functions --- */

static void
akk_obligation_ring_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  AkkObligationRing *self = AKK_OBLIGATION_RING (widget);
  int label;

  gtk_widget_measure (self->label, orientation, -1, &label, NULL, NULL, NULL);
  *minimum = *natural = MAX (label, (int) sp (self, SIZE));
}

static void
akk_obligation_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (AKK_OBLIGATION_RING (widget)->label, width, height, -1, NULL);
}

static void
akk_obligation_ring_dispose (GObject *object)
{
  g_clear_pointer (&AKK_OBLIGATION_RING (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (akk_obligation_ring_parent_class)->dispose (object);
}

static void
akk_obligation_ring_class_init (AkkObligationRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_obligation_ring_dispose;
  widget_class->snapshot = akk_obligation_ring_snapshot;
  widget_class->measure = akk_obligation_ring_measure;
  widget_class->size_allocate = akk_obligation_ring_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "akk-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
akk_obligation_ring_init (AkkObligationRing *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "akk-ring-words");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  akk_obligation_ring_set_numbers (self, 0, 0, 0);
}

/* --- Public --- */

GtkWidget *
akk_obligation_ring_new (void)
{
  return g_object_new (AKK_TYPE_OBLIGATION_RING, NULL);
}

void
akk_obligation_ring_set_numbers (AkkObligationRing *self, guint held, guint planned, guint required)
{
  g_autofree char *words = NULL;

  g_return_if_fail (AKK_IS_OBLIGATION_RING (self));

  /* Another style class, though it be the same, means another layout of all around it. */
  if (self->shown && self->held == held && self->planned == planned && self->required == required)
    return;
  self->shown = TRUE;
  self->held = held;
  self->planned = planned;
  self->required = required;
  if (required == 0)
    words = g_strdup_printf ("%u", held);
  else if (!is_full (self))
    words = g_strdup_printf ("%u/%u", held, required);
  gtk_label_set_text (GTK_LABEL (self->label), words != NULL ? words : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "akk-state-done");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "akk-state-busy");
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            akk_glyph_css_class (is_full (self) ? AKK_GLYPH_DONE : AKK_GLYPH_BUSY));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
