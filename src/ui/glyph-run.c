/* One sign of a state after another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/glyph-run.h"

#define GAP 5
#define WIDTH_OF_GLYPH 16

struct _AkkGlyphRun {
  GtkWidget parent_instance;
  guint total, n_children;
  guint n_fit; /* of the children */
};

G_DEFINE_FINAL_TYPE (AkkGlyphRun, akk_glyph_run, GTK_TYPE_WIDGET)

static PangoLayout *
more_layout (AkkGlyphRun *self, guint n)
{
  g_autofree char *words = g_strdup_printf ("+%u", n);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
}

static int
more_width (AkkGlyphRun *self)
{
  g_autoptr (PangoLayout) layout = more_layout (self, MAX (self->total, 1));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
glyph_size (AkkGlyphRun *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int size = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size, NULL, NULL);
  return size;
}

static void
akk_glyph_run_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkGlyphRun *self = AKK_GLYPH_RUN (widget);
  int size = glyph_size (self), step = size + GAP, x = 0;
  guint place = 0, fit = (guint) MAX (0, (width + GAP) / MAX (step, 1));

  if (fit < self->total)
    fit = (guint) MAX (0, (width - more_width (self)) / MAX (step, 1));
  self->n_fit = MIN (fit, self->n_children);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), place++, x += step) {
    gtk_widget_set_child_visible (child, place < self->n_fit);
    if (place < self->n_fit)
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, (height - size) / 2, size, size }, -1);
  }
}

static void
akk_glyph_run_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  AkkGlyphRun *self = AKK_GLYPH_RUN (widget);
  int size = glyph_size (self);

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = size;
    return;
  }
  *minimum = self->total == 0 ? 0 : MAX (size, more_width (self));
  *natural = MAX (*minimum, (int) self->n_children * (size + GAP) - GAP);
}

static void
akk_glyph_run_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkGlyphRun *self = AKK_GLYPH_RUN (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int height;
  GdkRGBA colour;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (self->n_fit >= self->total)
    return;
  layout = more_layout (self, self->total - self->n_fit);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) self->n_fit * (float) (glyph_size (self) + GAP),
                                      (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
clear (AkkGlyphRun *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
akk_glyph_run_dispose (GObject *object)
{
  clear (AKK_GLYPH_RUN (object));
  G_OBJECT_CLASS (akk_glyph_run_parent_class)->dispose (object);
}

static void
akk_glyph_run_class_init (AkkGlyphRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_glyph_run_dispose;
  widget_class->size_allocate = akk_glyph_run_size_allocate;
  widget_class->measure = akk_glyph_run_measure;
  widget_class->snapshot = akk_glyph_run_snapshot;
  gtk_widget_class_set_css_name (widget_class, "akk-glyphs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
akk_glyph_run_init (AkkGlyphRun *self)
{
}

GtkWidget *
akk_glyph_run_new (void)
{
  return g_object_new (AKK_TYPE_GLYPH_RUN, NULL);
}

void
akk_glyph_run_set (AkkGlyphRun *self, const AkkGlyph *glyphs, guint total)
{
  self->total = total;
  self->n_children = MIN (total, AKK_GLYPH_RUN_MAX);
  clear (self);
  for (guint i = 0; i < self->n_children; i++) {
    GtkWidget *glyph = akk_state_glyph_new (glyphs[i]);

    g_object_set (glyph, "size", WIDTH_OF_GLYPH, NULL);
    gtk_widget_set_parent (glyph, GTK_WIDGET (self));
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
