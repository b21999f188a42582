/* A page of an attached scan: paper that is drawn when it is looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/scan-page.h"

#include <math.h>
#include <poppler.h>

#define NATURAL_WIDTH 600
/* No page is drawn larger than this many pixels a side, or higher, whatever a damaged file says. */
#define MAX_PIXELS 4000
#define MAX_RATIO 20

struct _AkkScanPage {
  GtkWidget parent_instance;

  PopplerPage *page; /* NULL: an image */
  GdkTexture *texture; /* NULL: not drawn */
  double ratio; /* height to width */
};

G_DEFINE_FINAL_TYPE (AkkScanPage, akk_scan_page, GTK_TYPE_WIDGET)

static GdkTexture *
draw_page (PopplerPage *page, double pixels)
{
  double width, height, scale;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (pixels / MAX (width, 1), MAX_PIXELS / MAX (MAX (width, height), 1));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (width * scale)),
                                        MAX (1, (int) ceil (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) *
                                          cairo_image_surface_get_height (surface),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                 cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT,
                                 bytes, cairo_image_surface_get_stride (surface));
}

static GtkSizeRequestMode
akk_scan_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
akk_scan_page_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  double ratio = AKK_SCAN_PAGE (widget)->ratio;

  *minimum = 1;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil ((for_size > 0 ? for_size : NATURAL_WIDTH) * ratio);
}

static void
akk_scan_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkScanPage *self = AKK_SCAN_PAGE (widget);
  const GdkRGBA paper = { 1, 1, 1, 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &paper, &bounds);
  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR,
                                        &bounds);
}

static void
akk_scan_page_dispose (GObject *object)
{
  AkkScanPage *self = AKK_SCAN_PAGE (object);

  g_clear_object (&self->page);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (akk_scan_page_parent_class)->dispose (object);
}

static void
akk_scan_page_class_init (AkkScanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_scan_page_dispose;
  widget_class->get_request_mode = akk_scan_page_get_request_mode;
  widget_class->measure = akk_scan_page_measure;
  widget_class->snapshot = akk_scan_page_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "scanpage");
}

static void
akk_scan_page_init (AkkScanPage *self)
{
}

static GtkWidget *
new_page (double width, double height, const char *name)
{
  AkkScanPage *self = g_object_new (AKK_TYPE_SCAN_PAGE, NULL);

  self->ratio = CLAMP (height / MAX (width, 1), 1. / MAX_RATIO, MAX_RATIO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* --- Public --- */

GtkWidget *
akk_scan_page_new (PopplerPage *page, const char *name)
{
  double width, height;
  GtkWidget *self;

  poppler_page_get_size (page, &width, &height);
  self = new_page (width, height, name);
  AKK_SCAN_PAGE (self)->page = g_object_ref (page);
  return self;
}

GtkWidget *
akk_scan_page_new_for_image (GdkTexture *image, const char *name)
{
  GtkWidget *self = new_page (gdk_texture_get_width (image), gdk_texture_get_height (image), name);

  AKK_SCAN_PAGE (self)->texture = g_object_ref (image);
  return self;
}

void
akk_scan_page_set_near (AkkScanPage *self, gboolean near)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);

  g_return_if_fail (AKK_IS_SCAN_PAGE (self));

  if (self->page == NULL || width == 0 || near == (self->texture != NULL))
    return;
  if (near)
    self->texture = draw_page (self->page, width * gtk_widget_get_scale_factor (widget));
  else
    g_clear_object (&self->texture);
  gtk_widget_queue_draw (widget);
}

gboolean
akk_scan_page_is_drawn (AkkScanPage *self)
{
  g_return_val_if_fail (AKK_IS_SCAN_PAGE (self), FALSE);

  return self->texture != NULL;
}
