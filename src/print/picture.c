/* Pictures on paper: logos and QR codes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <qrencode.h>
#include <string.h>

#include "print/annex-file.h"

/* Logos are printed at an inch at most, figures as wide as the text: more pixels only make the file
 * larger. */
#define MAX_PIXELS 1200

struct _AkkPicture {
  gatomicrefcount ref_count;
  guint width, height;
  cairo_surface_t *image; /* or NULL */
  guint8 *modules; /* width × height, 1 is black; or NULL */
  AkkAnnexFile *file; /* or NULL */
  guint page; /* of it */
};

/* --- Reading --- */

/* What can be scaled without loss is made as large as is useful, larger pictures smaller. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  int largest = MAX (MAX (width, height), 1);

  if (largest > MAX_PIXELS || (format != NULL && gdk_pixbuf_format_is_scalable (format)))
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * MAX_PIXELS / largest),
                                MAX (1, height * MAX_PIXELS / largest));
}

static guint32
premultiply (const guchar *pixel, gboolean has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;
  guint32 argb = alpha << 24;

  for (guint i = 0; i < 3; i++)
    argb |= (guint32) ((pixel[i] * alpha + 127) / 255) << (16 - 8 * i);
  return argb;
}

static cairo_surface_t *
surface_of (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface =
      cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  const guint8 *source = gdk_pixbuf_read_pixels (pixbuf);
  guint8 *target = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++) {
    const guint8 *from = source + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
    guint8 *to = target + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
    for (int x = 0; x < width; x++) {
      guint32 pixel = premultiply (from + x * n_channels, alpha);
      memcpy (to + x * 4, &pixel, sizeof pixel);
    }
  }
  cairo_surface_mark_dirty (surface);
  return surface;
}

AkkPicture *
akk_picture_new (GBytes *data)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;
  AkkPicture *self;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  gboolean read = gdk_pixbuf_loader_write_bytes (loader, data, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !read)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    return NULL;
  self = g_new0 (AkkPicture, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->width = (guint) gdk_pixbuf_get_width (pixbuf);
  self->height = (guint) gdk_pixbuf_get_height (pixbuf);
  self->image = surface_of (pixbuf);
  return self;
}

AkkPicture *
akk_picture_new_qr (const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  AkkPicture *self = g_new0 (AkkPicture, 1);

  g_assert (code != NULL); /* only for more than two thousand characters */
  g_atomic_ref_count_init (&self->ref_count);
  self->width = self->height = (guint) code->width;
  self->modules = g_new (guint8, self->width * self->height);
  for (guint i = 0; i < self->width * self->height; i++)
    self->modules[i] = code->data[i] & 1;
  QRcode_free (code);
  return self;
}

AkkPicture *
akk_picture_new_page (AkkAnnexFile *file, guint page)
{
  AkkPicture *self = g_new0 (AkkPicture, 1);
  double width, height;

  akk_annex_file_size (file, page, &width, &height);
  g_atomic_ref_count_init (&self->ref_count);
  self->width = (guint) MAX (width, 1);
  self->height = (guint) MAX (height, 1);
  self->file = akk_annex_file_ref (file);
  self->page = page;
  return self;
}

AkkAnnexFile *
akk_picture_page (const AkkPicture *self, guint *page)
{
  *page = self->page;
  return self->file;
}

AkkPicture *
akk_picture_ref (AkkPicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
akk_picture_unref (AkkPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_pointer (&self->file, akk_annex_file_unref);
  g_free (self->modules);
  g_free (self);
}

void
akk_picture_size (const AkkPicture *self, guint *width, guint *height)
{
  *width = self->width;
  *height = self->height;
}

/* --- Drawing --- */

/* One path, a stripe for neighbours, so that no hair of white shows between them. */
static void
draw_modules (const AkkPicture *self, cairo_t *cr)
{
  for (guint y = 0; y < self->height; y++) {
    for (guint x = 0; x < self->width; x++) {
      guint end = x;
      while (end < self->width && self->modules[y * self->width + end])
        end++;
      if (end > x)
        cairo_rectangle (cr, x, y, end - x, 1);
      x = end;
    }
  }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

/* A surface of its own: cairo does not tag a page soundly on which one surface is drawn twice, as
 * the logo that two parties share. */
static cairo_surface_t *
same_pixels (cairo_surface_t *image)
{
  return cairo_image_surface_create_for_data (
      cairo_image_surface_get_data (image), cairo_image_surface_get_format (image),
      cairo_image_surface_get_width (image), cairo_image_surface_get_height (image),
      cairo_image_surface_get_stride (image));
}

void
akk_picture_draw (const AkkPicture *self,
                  cairo_t *cr,
                  double x,
                  double y,
                  double width,
                  double height,
                  gboolean archival)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / self->width, height / self->height);
  if (self->image != NULL) {
    cairo_surface_t *image = archival ? same_pixels (self->image) : NULL;
    cairo_set_source_surface (cr, image != NULL ? image : self->image, 0, 0);
    g_clear_pointer (&image, cairo_surface_destroy);
    /* PDF/A forbids asking the reader to interpolate. */
    cairo_pattern_set_filter (cairo_get_source (cr),
                              archival ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_rectangle (cr, 0, 0, self->width, self->height);
    cairo_fill (cr);
  } else if (self->file != NULL) {
    if (!archival)
      akk_annex_file_draw (self->file, self->page, cr);
  } else {
    draw_modules (self, cr);
  }
  cairo_restore (cr);
}
