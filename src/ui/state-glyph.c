/* The sign of a state: a shape in a colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/state-glyph.h"

#include <adwaita.h>

struct _AkkStateGlyph {
  GtkWidget parent_instance;

  AkkGlyph glyph;
  int size;
};

G_DEFINE_FINAL_TYPE (AkkStateGlyph, akk_state_glyph, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_GLYPH, PROP_SIZE, N_PROPS };

static GParamSpec *props[N_PROPS];

/* How each glyph is drawn, on a square of 16 × 16: an outline, then what lies in it. Filled ones
 * have the inside punched out, so that they need no second colour. */
typedef struct {
  const char *css_class;
  const char *outline; /* SVG path */
  const char *inside;
  gboolean filled, dashed;
} Shape;

#define CIRCLE "M 8 1.5 A 6.5 6.5 0 1 1 8 14.5 A 6.5 6.5 0 1 1 8 1.5 Z"
#define DISC "M 8 0.5 A 7.5 7.5 0 1 1 8 15.5 A 7.5 7.5 0 1 1 8 0.5 Z"
#define CHECK "M 4.6 8.3 L 7 10.7 L 11.5 5.6"

static const Shape shapes[] = {
  [AKK_GLYPH_NONE] = { NULL, NULL, NULL, FALSE, FALSE },
  [AKK_GLYPH_OPEN] = { "akk-state-open", CIRCLE, NULL, FALSE, FALSE },
  [AKK_GLYPH_BUSY] = { "akk-state-busy", CIRCLE, "M 8 1.5 A 6.5 6.5 0 0 0 8 14.5 Z", FALSE, FALSE },
  [AKK_GLYPH_DONE] = { "akk-state-done", DISC, CHECK, TRUE, FALSE },
  [AKK_GLYPH_DIGITAL] = { "akk-state-done",
                          "M 4 0.5 H 12 A 3.5 3.5 0 0 1 15.5 4 V 12 A 3.5 3.5 0 0 1 12 15.5 H 4 "
                          "A 3.5 3.5 0 0 1 0.5 12 V 4 A 3.5 3.5 0 0 1 4 0.5 Z",
                          CHECK, TRUE, FALSE },
  [AKK_GLYPH_STOPPED] = { "akk-state-stopped",
                          "M 4 1.5 H 12 A 2.5 2.5 0 0 1 14.5 4 V 12 A 2.5 2.5 0 0 1 12 14.5 H 4 "
                          "A 2.5 2.5 0 0 1 1.5 12 V 4 A 2.5 2.5 0 0 1 4 1.5 Z",
                          "M 4.5 7.25 H 11.5 V 8.75 H 4.5 Z", FALSE, FALSE },
  [AKK_GLYPH_ATTENTION] = { "akk-state-attention",
                            "M 8 1 Q 8.7 1 9.1 1.7 L 15.2 13 Q 15.5 14.6 14 15 H 2 Q 0.5 14.6 0.8 "
                            "13 L 6.9 1.7 Q 7.3 1 8 1 Z",
                            "M 8 5 V 9.6 M 8 11.6 V 12.6", TRUE, FALSE },
  [AKK_GLYPH_OFFERED] = { "akk-state-busy", CIRCLE,
                          "M 8 5.5 A 2.5 2.5 0 1 1 8 10.5 A 2.5 2.5 0 1 1 8 5.5 Z", FALSE, FALSE },
  [AKK_GLYPH_PROPOSED] = { "akk-state-busy", CIRCLE, NULL, FALSE, TRUE },
  [AKK_GLYPH_REFUSED] = { "akk-state-attention", DISC,
                          "M 5.2 5.2 L 10.8 10.8 M 10.8 5.2 L 5.2 10.8", TRUE, FALSE },
  [AKK_GLYPH_MOVED_ON] = { "akk-state-open", CIRCLE,
                           "M 4.2 7.2 H 8 V 4.6 L 12 8 L 8 11.4 V 8.8 H 4.2 Z", FALSE, FALSE },
};

static int
pixels (AkkStateGlyph *self)
{
  return adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, self->size,
                                gtk_widget_get_settings (GTK_WIDGET (self)));
}

static GskStroke *
stroke_new (float width, gboolean dashed)
{
  static const float dashes[] = { 2.2f, 1.88f };
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (stroke, dashed ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (dashed)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  return stroke;
}

static void
draw_filled (GtkSnapshot *snapshot, const Shape *shape, const GdkRGBA *colour)
{
  g_autoptr (GskPath) outline = gsk_path_parse (shape->outline);
  g_autoptr (GskPath) inside = gsk_path_parse (shape->inside);
  GskStroke *stroke = stroke_new (2, FALSE);

  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
  gtk_snapshot_append_stroke (snapshot, inside, stroke, &(GdkRGBA) { 0, 0, 0, 1 });
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_fill (snapshot, outline, GSK_FILL_RULE_WINDING, colour);
  gtk_snapshot_pop (snapshot);
  gsk_stroke_free (stroke);
}

static void
draw_hollow (GtkSnapshot *snapshot, const Shape *shape, const GdkRGBA *colour)
{
  g_autoptr (GskPath) outline = gsk_path_parse (shape->outline);
  GskStroke *stroke = stroke_new (1.8f, shape->dashed);

  gtk_snapshot_append_stroke (snapshot, outline, stroke, colour);
  gsk_stroke_free (stroke);
  if (shape->inside != NULL) {
    g_autoptr (GskPath) inside = gsk_path_parse (shape->inside);

    gtk_snapshot_append_fill (snapshot, inside, GSK_FILL_RULE_WINDING, colour);
  }
}

static void
akk_state_glyph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkStateGlyph *self = AKK_STATE_GLYPH (widget);
  const Shape *shape = &shapes[self->glyph];
  int side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA colour;

  if (shape->outline == NULL || side <= 0)
    return;
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - side) / 2.f,
                                                (gtk_widget_get_height (widget) - side) / 2.f));
  gtk_snapshot_scale (snapshot, side / 16.f, side / 16.f);
  if (shape->filled)
    draw_filled (snapshot, shape, &colour);
  else
    draw_hollow (snapshot, shape, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
akk_state_glyph_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = pixels (AKK_STATE_GLYPH (widget));
}

static void
akk_state_glyph_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkStateGlyph *self = AKK_STATE_GLYPH (object);

  g_value_set_int (value, id == PROP_GLYPH ? (int) self->glyph : self->size);
}

static void
akk_state_glyph_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkStateGlyph *self = AKK_STATE_GLYPH (object);

  if (id == PROP_GLYPH) {
    akk_state_glyph_set_glyph (self, g_value_get_int (value));
    return;
  }
  self->size = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
akk_state_glyph_class_init (AkkStateGlyphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_state_glyph_get_property;
  object_class->set_property = akk_state_glyph_set_property;
  widget_class->snapshot = akk_state_glyph_snapshot;
  widget_class->measure = akk_state_glyph_measure;
  props[PROP_GLYPH] = g_param_spec_int ("glyph", NULL, NULL, 0, G_N_ELEMENTS (shapes) - 1, 0,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 8, 64, 18, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "akk-glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
akk_state_glyph_init (AkkStateGlyph *self)
{
  self->size = 18;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
akk_state_glyph_new (AkkGlyph glyph)
{
  return g_object_new (AKK_TYPE_STATE_GLYPH, "glyph", glyph, NULL);
}

void
akk_state_glyph_set_glyph (AkkStateGlyph *self, AkkGlyph glyph)
{
  g_return_if_fail (AKK_IS_STATE_GLYPH (self) && glyph < G_N_ELEMENTS (shapes));

  if (self->glyph == glyph)
    return;
  if (shapes[self->glyph].css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), shapes[self->glyph].css_class);
  self->glyph = glyph;
  if (shapes[glyph].css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), shapes[glyph].css_class);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GLYPH]);
}

const char *
akk_glyph_css_class (AkkGlyph glyph)
{
  return shapes[glyph].css_class;
}
