/* Tests of pictures: which files are ones, and which a PDF takes as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <string.h>

#include "print/picture-jpeg.h"
#include "print/picture.h"

#define EXIF "Exif"

/* --- Files --- */

static GByteArray *
jpeg_new (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf), *data;
  guint32 noise = 1;
  gsize length;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++) {
    noise = noise * 1664525u + 1013904223u;
    pixels[i] = (guint8) (noise >> 24);
  }
  gdk_pixbuf_save_to_buffer (pixbuf, (char **) &data, &length, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_byte_array_new_take (data, length);
}

static GBytes *
bytes_of (const GByteArray *array)
{
  return g_bytes_new (array->data, array->len);
}

/* Says after the begin of the file how the camera was held. */
static void
jpeg_hold (GByteArray *jpeg, guint8 orientation)
{
  const guint8 segment[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0,  0, 'I', 'I',
                             42,   0,    8, 0,  0,   0,   1,   0,   18, 1, 3,   0,
                             1,    0,    0, 0,  0,   0,   0,   0,   0,  0, 0,   0 };
  g_autofree guint8 *copy = g_memdup2 (segment, sizeof segment);
  g_autofree guint8 *rest = g_memdup2 (jpeg->data + 2, jpeg->len - 2);
  guint n_rest = jpeg->len - 2;

  copy[28] = orientation;
  g_byte_array_set_size (jpeg, 2);
  g_byte_array_append (jpeg, copy, sizeof segment);
  g_byte_array_append (jpeg, rest, n_rest);
}

/* The frame: its first byte after the marker and length. */
static guint8 *
jpeg_frame (GByteArray *jpeg)
{
  static const guint8 marker[] = { 0xff, 0xc0 };
  guint8 *at = memmem (jpeg->data, jpeg->len, marker, sizeof marker);

  g_assert_nonnull (at);
  return at + 4;
}

static void
add_chunk (GByteArray *png, const char *name, const guint8 *data, gsize length)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  guint32 sum = 0xffffffff, big = GUINT32_TO_BE ((guint32) length);

  g_byte_array_append (body, (const guint8 *) name, 4);
  g_byte_array_append (body, data, (guint) length);
  for (guint i = 0; i < body->len; i++) {
    sum ^= body->data[i];
    for (guint bit = 0; bit < 8; bit++)
      sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  sum = GUINT32_TO_BE (~sum);
  g_byte_array_append (png, (const guint8 *) &big, 4);
  g_byte_array_append (png, body->data, body->len);
  g_byte_array_append (png, (const guint8 *) &sum, 4);
}

/* A black square, of one bit a pixel. */
static GBytes *
png_new (guint side)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GConverter) packer =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
  g_autoptr (GBytes) plain = NULL, packed = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_plain = (gsize) side * (side / 8 + 1);
  guint32 big = GUINT32_TO_BE (side);
  guint8 head[13] = { [8] = 1 };

  memcpy (head, &big, 4);
  memcpy (head + 4, &big, 4);
  plain = g_bytes_new_take (g_malloc0 (n_plain), n_plain);
  packed = g_converter_convert_bytes (packer, plain, &error);
  g_assert_no_error (error);
  g_byte_array_append (png, (const guint8 *) "\211PNG\r\n\032\n", 8);
  add_chunk (png, "IHDR", head, sizeof head);
  add_chunk (png, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  add_chunk (png, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

/* --- On a surface --- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
pdf_of (const AkkPicture *picture)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, 200, 200);
  cairo_t *cr = cairo_create (surface);

  akk_picture_draw (picture, cr, 0, 0, 200, 200, TRUE);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return pdf;
}

static gboolean
holds (const GByteArray *pdf, const void *words, gsize length)
{
  return memmem (pdf->data, pdf->len, words, length) != NULL;
}

/* --- Tests --- */

static void
test_unusable (void)
{
  g_autoptr (GByteArray) jpeg = jpeg_new (600, 400);
  g_autoptr (GBytes) huge = png_new (20000), fine = png_new (200);
  g_autoptr (AkkPicture) picture = akk_picture_new (fine, NULL);
  const struct {
    const char *words; /* of the sentence about it */
    const void *data;
    gsize length;
  } files[] = {
    { "is empty", "", 0 },
    { "no picture", "geen beeld", 10 },
    { "drawing cannot be read", "<svg xmlns='http://www.w3.org/2000/svg'><g>", 43 },
    { "drawing cannot be read", "<html></html>", 13 },
    { "drawing cannot be read", "\037\213nonsense", 10 },
    { "end of this picture", jpeg->data, jpeg->len / 10 },
    { "end of this picture", jpeg->data, jpeg->len - 2 },
    { "end of this picture", g_bytes_get_data (fine, NULL), g_bytes_get_size (fine) / 2 },
    { "hundred million", g_bytes_get_data (huge, NULL), g_bytes_get_size (huge) },
  };

  g_assert_nonnull (picture);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new (files[i].data, files[i].length);
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkPicture) none = akk_picture_new (bytes, &error);
    g_assert_null (none);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_nonnull (strstr (error->message, files[i].words));
  }
}

static void
test_jpeg (void)
{
  g_autoptr (GByteArray) jpeg = jpeg_new (1600, 900);
  g_autoptr (GByteArray) held = jpeg_new (1600, 900);
  jpeg_hold (held, 1);
  g_autoptr (GBytes) bytes = bytes_of (jpeg), held_bytes = bytes_of (held);
  g_autoptr (GBytes) stripped = akk_picture_jpeg (held_bytes);
  g_autoptr (AkkPicture) picture = akk_picture_new (held_bytes, NULL);
  g_autoptr (GByteArray) pdf = pdf_of (picture);

  /* What the camera said is gone, all that is seen is there. */
  g_assert_true (g_bytes_equal (stripped, bytes));
  g_assert_true (holds (pdf, jpeg->data, jpeg->len));
  g_assert_false (holds (pdf, EXIF, strlen (EXIF)));
  g_assert_cmpuint (pdf->len, <, jpeg->len + 4000);
}

static void
test_turned (void)
{
  g_autoptr (GByteArray) jpeg = jpeg_new (300, 100);
  guint width, height;

  jpeg_hold (jpeg, 6);
  g_autoptr (GBytes) bytes = bytes_of (jpeg), taken = akk_picture_jpeg (bytes);
  g_autoptr (AkkPicture) picture = akk_picture_new (bytes, NULL);
  g_assert_null (taken);
  akk_picture_size (picture, &width, &height);
  g_assert_cmpuint (width, ==, 100);
  g_assert_cmpuint (height, ==, 300);
  g_autoptr (GByteArray) pdf = pdf_of (picture);
  g_assert_false (holds (pdf, "DCTDecode", 9));
}

/* Inks, other depths and other codings would not be PDF/A, or not be understood. */
static void
test_other_jpegs (void)
{
  static const struct {
    int place;
    guint8 value;
    gboolean taken;
  } changes[] = {
    { 5, 3, TRUE },     { 5, 1, TRUE },      { 5, 4, FALSE },     { 0, 12, FALSE },
    { -3, 0xc2, TRUE }, { -3, 0xc3, FALSE }, { -3, 0xc9, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GByteArray) jpeg = jpeg_new (30, 20);
    jpeg_frame (jpeg)[changes[i].place] = changes[i].value;
    g_autoptr (GBytes) bytes = bytes_of (jpeg), taken = akk_picture_jpeg (bytes);
    g_assert_cmpint (taken != NULL, ==, changes[i].taken);
  }
  /* Wherever it is cut off. */
  g_autoptr (GByteArray) jpeg = jpeg_new (30, 20);
  for (guint length = 0; length + 2 < jpeg->len; length++) {
    g_autoptr (GBytes) part = g_bytes_new (jpeg->data, length);
    g_autoptr (GBytes) taken = akk_picture_jpeg (part);
    g_assert_null (taken);
  }
}

static void
test_drawing (void)
{
  static const char svg[] =
      "\n<!-- A streek --><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 100'>"
      "<rect width='900' height='900' fill='#17415e' opacity='.5'/>"
      "<text x='10' y='60' font-size='40'>Streek</text></svg>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (AkkPicture) picture = akk_picture_new (bytes, NULL);
  guint width, height;

  akk_picture_size (picture, &width, &height);
  g_assert_cmpuint (width, ==, 4 * height);
  g_autoptr (GByteArray) pdf = pdf_of (picture);
  g_assert_false (holds (pdf, "/Subtype /Image", 15));
  g_assert_true (holds (pdf, "/FontDescriptor", 15));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/what-is-none-is-not-read", test_unusable);
  g_test_add_func ("/picture/a-jpeg-goes-through-without-what-the-camera-said", test_jpeg);
  g_test_add_func ("/picture/a-jpeg-that-lies-is-turned", test_turned);
  g_test_add_func ("/picture/only-plain-jpegs-go-through", test_other_jpegs);
  g_test_add_func ("/picture/a-drawing-stays-lines-and-letters", test_drawing);
  return g_test_run ();
}
