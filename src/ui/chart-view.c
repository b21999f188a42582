/* A chart on the screen: as wide as it is given, in the colours of the appearance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "print/paper.h"

#define POINTS_PER_INCH 72.0
#define MIN_WIDTH 120 /* points */
#define NATURAL_WIDTH 208

struct _AkkChartView {
  GtkWidget parent_instance;

  AkkPaper *paper;
  char *language;
  AkkChartViewMake make;
  gpointer data;
  GDestroyNotify notify;
  AkkChart *chart; /* for `width`; NULL: not made yet, or there is none */
  double width; /* in points; 0: not made */
  double zoom;
};

G_DEFINE_FINAL_TYPE (AkkChartView, akk_chart_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ZOOM, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Paper: one for each language, as long as somebody shows a chart in it --- */

static AkkPaper *
paper_for (const char *language)
{
  static GHashTable *papers; /* language → GWeakRef */
  GWeakRef *ref;
  AkkPaper *paper;
  g_autoptr (GError) error = NULL;

  if (papers == NULL)
    papers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ref = g_hash_table_lookup (papers, language);
  if (ref == NULL) {
    ref = g_new0 (GWeakRef, 1);
    g_weak_ref_init (ref, NULL);
    g_hash_table_insert (papers, g_strdup (language), ref);
  }
  paper = g_weak_ref_get (ref);
  if (paper != NULL)
    return paper;
  paper = akk_paper_new (language, &error);
  if (paper == NULL)
    g_warning ("%s", error->message);
  g_weak_ref_set (ref, paper);
  return paper;
}

/* --- Size --- */

/* Pixels per point: text grows with that of the system. */
static double
view_scale (AkkChartView *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return (dpi > 0 ? dpi / 1024.0 : 96) / POINTS_PER_INCH * self->zoom;
}

static void
forget (AkkChartView *self)
{
  g_clear_pointer (&self->chart, akk_chart_unref);
  self->width = 0;
}

static void
update_label (AkkChartView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->chart != NULL ? akk_chart_alt (self->chart) : "", -1);
}

/* The chart at a width in pixels. */
static AkkChart *
chart_at (AkkChartView *self, int pixels)
{
  const double width = MAX (pixels / view_scale (self), MIN_WIDTH);
  gboolean new_words;

  if (self->make == NULL || self->paper == NULL)
    return NULL;
  if (self->width == width)
    return self->chart;
  g_autoptr (AkkChart) before = g_steal_pointer (&self->chart);
  self->chart = self->make (self->paper, width, self->data);
  self->width = width;
  akk_paper_age (self->paper); /* each width has lines of its own */
  new_words = before == NULL || self->chart == NULL ||
              g_strcmp0 (akk_chart_alt (before), akk_chart_alt (self->chart)) != 0;
  if (new_words)
    update_label (self);
  return self->chart;
}

static GtkSizeRequestMode
akk_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
akk_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  AkkChartView *self = AKK_CHART_VIEW (widget);
  const double scale = view_scale (self);
  double width, height = 0;
  AkkChart *chart;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = (int) (MIN_WIDTH * scale);
    *natural = (int) (NATURAL_WIDTH * scale);
    return;
  }
  chart = chart_at (self, for_size > 0 ? for_size : (int) (NATURAL_WIDTH * scale));
  if (chart != NULL)
    akk_chart_size (chart, &width, &height);
  *minimum = *natural = (int) ceil (height * scale);
}

/* --- Drawing --- */

static AkkChartInk
ink_of (void)
{
  static const AkkChartInk inks[] = {
    { 0x1f1f1f, 0x1a5fb4, 0x7289ab, 0xd5e0ee, 0x9a9996, 0x26754f, 0xffffff },
    { 0xf2f2f2, 0x78aeed, 0x8492a8, 0x3d4654, 0x77767b, 0x8ff0a4, 0x36363a },
    { 0x000000, 0x0b3d78, 0x4a4a4f, 0xc2d0e2, 0x3d3846, 0x004d2c, 0xffffff }, /* high contrast */
    { 0xffffff, 0xa8d0ff, 0xc8c8cc, 0x5a6478, 0xdeddda, 0xb6ffc6, 0x36363a },
  };
  AdwStyleManager *style = adw_style_manager_get_default ();

  return inks[(adw_style_manager_get_high_contrast (style) ? 2 : 0) +
              (adw_style_manager_get_dark (style) ? 1 : 0)];
}

static void
akk_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkChartView *self = AKK_CHART_VIEW (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  AkkChart *chart = chart_at (self, width);
  const AkkChartInk ink = ink_of ();
  double scale = view_scale (self);
  cairo_t *cr;

  if (chart == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_scale (cr, scale, scale);
  akk_chart_draw (chart, cr, &ink, FALSE);
  cairo_destroy (cr);
}

/* --- The widget --- */

static void
dpi_changed_cb (AkkChartView *self)
{
  forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
akk_chart_view_dispose (GObject *object)
{
  AkkChartView *self = AKK_CHART_VIEW (object);

  akk_chart_view_set (self, NULL, NULL, NULL, NULL);
  G_OBJECT_CLASS (akk_chart_view_parent_class)->dispose (object);
}

static void
akk_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_double (value, AKK_CHART_VIEW (object)->zoom);
}

static void
akk_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  AKK_CHART_VIEW (object)->zoom = g_value_get_double (value);
  dpi_changed_cb (AKK_CHART_VIEW (object));
}

static void
akk_chart_view_class_init (AkkChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = akk_chart_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = akk_chart_view_set_property;
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.1, 20, 1,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  G_OBJECT_CLASS (klass)->dispose = akk_chart_view_dispose;
  widget_class->get_request_mode = akk_chart_view_get_request_mode;
  widget_class->measure = akk_chart_view_measure;
  widget_class->snapshot = akk_chart_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "akk-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
akk_chart_view_init (AkkChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->zoom = 1;
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (dpi_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
akk_chart_view_new (void)
{
  return g_object_new (AKK_TYPE_CHART_VIEW, NULL);
}

void
akk_chart_view_set (AkkChartView *self,
                    const char *language,
                    AkkChartViewMake make,
                    gpointer data,
                    GDestroyNotify notify)
{
  g_return_if_fail (AKK_IS_CHART_VIEW (self));

  forget (self);
  if (self->notify != NULL)
    self->notify (self->data);
  self->make = make;
  self->data = data;
  self->notify = notify;
  if (make == NULL)
    g_clear_object (&self->paper);
  else if (self->paper == NULL || g_strcmp0 (self->language, language) != 0) {
    g_clear_object (&self->paper);
    self->paper = paper_for (language);
  }
  g_set_str (&self->language, make != NULL ? language : NULL);
  update_label (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
akk_chart_view_refresh (AkkChartView *self)
{
  g_return_if_fail (AKK_IS_CHART_VIEW (self));

  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AkkChart *
akk_chart_view_get_chart (AkkChartView *self)
{
  g_return_val_if_fail (AKK_IS_CHART_VIEW (self), NULL);

  if (self->width > 0)
    return self->chart;
  return chart_at (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)),
                              (int) (NATURAL_WIDTH * view_scale (self))));
}
