/* The words of attached PDFs: what is read, and why something is not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>

#include "print/pdf-text.h"

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A page for each text, ended by NULL; lines end with "\n". */
static GBytes *
pdf_new (const char *const *pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_set_font_size (cr, 12);
  for (guint i = 0; pages[i] != NULL; i++) {
    g_auto (GStrv) lines = g_strsplit (pages[i], "\n", -1);

    for (guint k = 0; lines[k] != NULL; k++) {
      cairo_move_to (cr, 72, 72 + 16 * k);
      cairo_show_text (cr, lines[k]);
    }
    cairo_show_page (cr);
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
lock (GBytes *pdf)
{
  qpdf_data qpdf = qpdf_init ();
  gsize n_bytes;
  const char *data = g_bytes_get_data (pdf, &n_bytes);
  GBytes *locked;

  g_assert_cmpint (qpdf_read_memory (qpdf, "it", data, n_bytes, NULL), ==, QPDF_SUCCESS);
  qpdf_init_write_memory (qpdf);
  qpdf_set_r6_encryption_parameters2 (qpdf, "geheim", "geheim", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                      QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  locked = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return locked;
}

static void
test_pages_are_read_as_they_stand (void)
{
  static const char *const pages[] = { "Verslag van de stuur-\ngroep   van mei", "",
                                       "Oost-\nVlaanderen", NULL };
  g_autoptr (GBytes) pdf = pdf_new (pages);
  AkkReading reading;
  g_autoptr (GPtrArray) texts = akk_pdf_text (pdf, NULL, &reading);

  g_assert_cmpint (reading, ==, AKK_READING_DONE);
  g_assert_cmpuint (texts->len, ==, 3);
  g_assert_cmpstr (texts->pdata[0], ==, "Verslag van de stuurgroep van mei");
  g_assert_cmpstr (texts->pdata[1], ==, "");
  g_assert_cmpstr (texts->pdata[2], ==, "Oost- Vlaanderen");
}

static void
test_what_cannot_be_read_is_known (void)
{
  static const char *const words[] = { "Geheim", NULL }, *const none[] = { "", "", NULL };
  g_autoptr (GBytes) pdf = pdf_new (words);
  const struct {
    GBytes *data;
    AkkReading reading;
  } cases[] = {
    { lock (pdf), AKK_READING_LOCKED },
    { pdf_new (none), AKK_READING_BLANK },
    { g_bytes_new_static ("%PDF-1.7\nkapot", 14), AKK_READING_DAMAGED },
    { g_bytes_new_static ("PK\003\004", 4), AKK_READING_NO_PDF },
    { g_bytes_new_static ("", 0), AKK_READING_NO_PDF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkReading reading;

    g_assert_null (akk_pdf_text (cases[i].data, NULL, &reading));
    g_assert_cmpint (reading, ==, cases[i].reading);
    g_bytes_unref (cases[i].data);
  }
}

static void
test_reading_can_be_cancelled (void)
{
  static const char *const pages[] = { "Eén", "Twee", NULL };
  g_autoptr (GBytes) pdf = pdf_new (pages);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AkkReading reading;

  g_cancellable_cancel (cancellable);
  g_assert_null (akk_pdf_text (pdf, cancellable, &reading));
  g_assert_cmpint (reading, ==, AKK_READING_TO_COME);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-text/pages-are-read-as-they-stand", test_pages_are_read_as_they_stand);
  g_test_add_func ("/pdf-text/what-cannot-be-read-is-known", test_what_cannot_be_read_is_known);
  g_test_add_func ("/pdf-text/reading-can-be-cancelled", test_reading_can_be_cancelled);
  return g_test_run ();
}
