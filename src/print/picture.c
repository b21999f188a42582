/* Pictures on paper: logos and QR codes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <librsvg/rsvg.h>
#include <qrencode.h>
#include <string.h>

#include "print/annex-file.h"
#include "print/picture-jpeg.h"

/* Logos are printed at an inch at most, figures as wide as the text: more pixels only make the file
 * larger. */
#define MAX_PIXELS 1200
/* Of what is read at all: they would take some hundreds of megabytes. */
#define MAX_AREA (100.0 * 1000 * 1000)
/* A drawing without a size. */
#define DRAWING_SIZE 600

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

struct _AkkPicture {
  gatomicrefcount ref_count;
  guint width, height;
  cairo_surface_t *image; /* of a drawing, how it looks on a screen; or NULL */
  GBytes *jpeg; /* the same picture, as a PDF takes it as it is; or NULL */
  RsvgHandle *drawing; /* or NULL */
  guint8 *modules; /* width × height, 1 is black; or NULL */
  AkkAnnexFile *file; /* or NULL */
  guint page; /* of it */
  gboolean turned;
};

/* --- Reading --- */

/* Larger pictures are made smaller; far too large ones are not read. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  int largest = MAX (MAX (width, height), 1);

  if ((double) width * height > MAX_AREA)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (largest > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) ((gint64) width * MAX_PIXELS / largest)),
                                MAX (1, (int) ((gint64) height * MAX_PIXELS / largest)));
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

static AkkPicture *
picture_alloc (guint width, guint height)
{
  AkkPicture *self = g_new0 (AkkPicture, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = width;
  self->height = height;
  return self;
}

static AkkPicture *
read_pixels (GBytes *data)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  GdkPixbuf *pixbuf;
  AkkPicture *self;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  gboolean read = gdk_pixbuf_loader_write_bytes (loader, data, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !read)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  self = picture_alloc ((guint) gdk_pixbuf_get_width (upright),
                        (guint) gdk_pixbuf_get_height (upright));
  self->image = surface_of (upright);
  self->jpeg = akk_picture_jpeg (data);
  return self;
}

/* XML, or XML that was packed. */
static gboolean
looks_drawn (GBytes *data)
{
  gsize length;
  const guint8 *at = g_bytes_get_data (data, &length), *end = at + length;

  if (length > 2 && at[0] == 0x1f && at[1] == 0x8b)
    return TRUE;
  if (length > 3 && memcmp (at, "\357\273\277", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace ((char) *at))
    at++;
  return at < end && *at == '<';
}

/* What is drawn has the size that it says, or fills what it has room for. */
static void
drawing_size (RsvgHandle *drawing, double *width, double *height)
{
  RsvgRectangle box;
  RsvgLength wide, high;
  gboolean has_width, has_height, has_box;

  *width = *height = DRAWING_SIZE;
  if (rsvg_handle_get_intrinsic_size_in_pixels (drawing, width, height) && *width > 0 &&
      *height > 0)
    return;
  *width = *height = DRAWING_SIZE;
  rsvg_handle_get_intrinsic_dimensions (drawing, &has_width, &wide, &has_height, &high, &has_box,
                                        &box);
  if (has_box && box.width > 0 && box.height > 0) {
    *width = box.width;
    *height = box.height;
  }
}

static gboolean
render_drawing (RsvgHandle *drawing, cairo_t *cr, double width, double height)
{
  RsvgRectangle area = { 0, 0, width, height };

  return rsvg_handle_render_document (drawing, cr, &area, NULL);
}

/* A drawing can be as large as is useful without loss. */
static AkkPicture *
read_drawing (GBytes *data)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (data, &length);
  g_autoptr (RsvgHandle) drawing = rsvg_handle_new_from_data (bytes, length, NULL);
  double width, height;
  AkkPicture *self;

  if (drawing == NULL)
    return NULL;
  drawing_size (drawing, &width, &height);
  double scale = MAX_PIXELS / MAX (width, height);
  self = picture_alloc ((guint) MAX (1, width * scale), (guint) MAX (1, height * scale));
  self->drawing = g_steal_pointer (&drawing);
  self->image =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) self->width, (int) self->height);
  cairo_t *cr = cairo_create (self->image);
  gboolean fine = render_drawing (self->drawing, cr, self->width, self->height);
  cairo_destroy (cr);
  if (!fine)
    g_clear_pointer (&self, akk_picture_unref);
  return self;
}

/* A reader makes something of it, and leaves out the rest. */
static gboolean
is_cut_off (GBytes *data)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G' };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (data, &length);

  if (length > sizeof png && memcmp (bytes, png, sizeof png) == 0)
    return memmem (bytes, length, "IEND", 4) == NULL;
  return akk_picture_jpeg_is_cut_off (data);
}

static void
measured_cb (GdkPixbufLoader *loader, int width, int height, gpointer too_large)
{
  *(gboolean *) too_large = (double) width * height > MAX_AREA;
  gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static gboolean
is_too_large (GBytes *data)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean too_large = FALSE;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (measured_cb), &too_large);
  gdk_pixbuf_loader_write_bytes (loader, data, NULL);
  gdk_pixbuf_loader_close (loader, NULL);
  return too_large;
}

static AkkPicture *
refuse (GBytes *data, GError **error)
{
  const char *sentence;

  if (error == NULL)
    return NULL;
  if (g_bytes_get_size (data) == 0)
    sentence = _ ("This file is empty.");
  else if (looks_drawn (data))
    sentence = _ ("This drawing cannot be read: it is no SVG, or a damaged one. Save it again in "
                  "the program that it was made with.");
  else if (is_cut_off (data))
    sentence = _ ("The end of this picture is missing. Copy it once more from where it came.");
  else if (is_too_large (data))
    sentence = _ ("This picture has more than a hundred million pixels. Make it smaller first.");
  else
    sentence = _ ("This file is no picture that can be read. Choose a PNG, JPEG or SVG file.");
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return NULL;
}

AkkPicture *
akk_picture_new (GBytes *data, GError **error)
{
  AkkPicture *self = NULL;

  if (g_bytes_get_size (data) > 0 && !is_cut_off (data))
    self = looks_drawn (data) ? read_drawing (data) : read_pixels (data);
  return self != NULL ? self : refuse (data, error);
}

AkkPicture *
akk_picture_new_qr (const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  AkkPicture *self;

  g_assert (code != NULL); /* only for more than two thousand characters */
  self = picture_alloc ((guint) code->width, (guint) code->width);
  self->modules = g_new (guint8, self->width * self->height);
  for (guint i = 0; i < self->width * self->height; i++)
    self->modules[i] = code->data[i] & 1;
  QRcode_free (code);
  return self;
}

AkkPicture *
akk_picture_new_page (AkkAnnexFile *file, guint page, gboolean turned)
{
  AkkPicture *self;
  double width, height;

  akk_annex_file_size (file, page, &width, &height);
  self = picture_alloc ((guint) MAX (turned ? height : width, 1),
                        (guint) MAX (turned ? width : height, 1));
  self->file = akk_annex_file_ref (file);
  self->page = page;
  self->turned = turned;
  return self;
}

AkkAnnexFile *
akk_picture_page (const AkkPicture *self, guint *page, gboolean *turned)
{
  *page = self->page;
  *turned = self->turned;
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
  g_clear_pointer (&self->jpeg, g_bytes_unref);
  g_clear_object (&self->drawing);
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

/* The picture's own bytes, so that a PDF neither loses nor gains by it. Without an id by which
 * cairo would know it again, for the reason above. */
static void
attach_jpeg (const AkkPicture *self, cairo_surface_t *image)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->jpeg, &length);

  g_bytes_ref (self->jpeg);
  if (cairo_surface_set_mime_data (image, CAIRO_MIME_TYPE_JPEG, data, length,
                                   (cairo_destroy_func_t) g_bytes_unref,
                                   self->jpeg) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (self->jpeg);
}

static void
draw_pixels (const AkkPicture *self, cairo_t *cr, gboolean archival)
{
  cairo_surface_t *image =
      archival ? same_pixels (self->image) : cairo_surface_reference (self->image);

  if (archival && self->jpeg != NULL)
    attach_jpeg (self, image);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_surface_destroy (image);
  /* PDF/A forbids asking the reader to interpolate. */
  cairo_pattern_set_filter (cairo_get_source (cr),
                            archival ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
}

/* What a drawing draws beside itself is not seen. */
static void
draw_drawing (const AkkPicture *self, cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  render_drawing (self->drawing, cr, self->width, self->height);
}

/* One that is turned has its head on the left. */
static void
draw_page (const AkkPicture *self, cairo_t *cr)
{
  if (self->turned) {
    cairo_translate (cr, 0, self->height);
    cairo_rotate (cr, -G_PI_2);
  }
  akk_annex_file_draw (self->file, self->page, cr);
}

/* There pixels are what is seen, and quickly drawn. */
static gboolean
is_screen (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
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
  if (self->drawing != NULL && (archival || !is_screen (cr))) {
    draw_drawing (self, cr);
  } else if (self->image != NULL) {
    draw_pixels (self, cr, archival);
  } else if (self->file != NULL) {
    if (!archival)
      draw_page (self, cr);
  } else {
    draw_modules (self, cr);
  }
  cairo_restore (cr);
}
