/* Draws pages into a PDF: cairo's own file, then made to conform.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* Of the year 9999: later dates have no form in a PDF. */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

G_DEFINE_QUARK (akk_pdf_error_quark, akk_pdf_error)

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The date that the file carries: builders who want the same bytes may fix it from outside. */
static gint64
document_date (const AkkPdfInfo *info)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 value;

  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, LAST_SECOND, &value, NULL))
    return value;
  return CLAMP (info->date, 0, LAST_SECOND);
}

static void
set_metadata (cairo_surface_t *surface, const AkkPdfInfo *info, gint64 date)
{
  g_autofree char *when = akk_pdf_date (date, AKK_PDF_DATE_XMP);
  g_autofree char *title = akk_pdf_clean_text (info->title);
  g_autofree char *author = akk_pdf_clean_text (info->author);
  g_autofree char *subject = akk_pdf_clean_text (info->subject);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (author != NULL && *author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  if (subject != NULL && *subject != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Akkoord " VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, when);
}

/* cairo's own file, tagged but short of the standards. */
static GByteArray *
draw_plain (
    const AkkPdfSource *source, const AkkPdfInfo *info, gint64 date, AkkTags *tags, GError **error)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  double width = 0, height = 0;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  source->size (source->data, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, plain, width, height);
  /* Objects stand there plainly: packed ones would only be unpacked again. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, info, date);
  cr = cairo_create (surface);
  for (guint page = 0; page < source->n_pages && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
       page++) {
    source->size (source->data, page, &width, &height);
    cairo_pdf_surface_set_size (surface, width, height);
    akk_tags_begin_page (tags, page, height);
    cairo_save (cr);
    source->draw (source->data, page, cr, tags);
    cairo_restore (cr);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED, _ ("The PDF could not be made: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_steal_pointer (&plain);
}

GBytes *
akk_pdf_render (const AkkPdfSource *source, const AkkPdfInfo *info, GError **error)
{
  g_autoptr (AkkTags) tags = akk_tags_new ();
  g_autoptr (GByteArray) plain = NULL;
  g_autofree char *title = akk_pdf_clean_text (info->title);
  gint64 date = document_date (info);

  g_return_val_if_fail (source->n_pages > 0 && info->language != NULL, NULL);
  if (title != NULL && *title != '\0')
    plain = draw_plain (source, info, date, tags, error);
  else
    g_set_error_literal (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED,
                         _ ("A PDF needs a title. Give the document a title and try again."));
  if (source->drawn != NULL)
    source->drawn (source->data);
  if (plain != NULL && !akk_tags_are_closed (tags)) {
    g_set_error_literal (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED,
                         _ ("The PDF could not be made: a part of it was begun but not ended."));
    return NULL;
  }
  return plain != NULL ? akk_pdf_conform (plain, tags, info, date, error) : NULL;
}
