/* PDF files that are PDF/UA-1 and PDF/A-2a, from laid-out pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf.h"

#include "print/annex-file.h"
#include "print/pdf-internal.h"

static void
source_size_cb (gpointer data, guint page, double *width_pt, double *height_pt)
{
  akk_pages_size (data, page, width_pt, height_pt);
}

static void
source_draw_cb (gpointer data, guint page, cairo_t *cr, AkkTags *tags)
{
  akk_pages_draw (data, page, cr, tags);
}

GBytes *
akk_pdf_bytes (AkkPages *pages, const AkkPdfInfo *info, GError **error)
{
  AkkPdfSource source = { akk_pages_count (pages), source_size_cb, source_draw_cb, pages,
                          g_object_unref };
  g_autoptr (AkkAnnexPlaces) annexes = akk_annex_places_new (pages);
  g_autoptr (GBytes) bytes = akk_pdf_render (&source, info, error);

  if (bytes == NULL || annexes == NULL)
    return g_steal_pointer (&bytes);
  return akk_annex_places_fill (annexes, bytes, error);
}

gboolean
akk_pdf_write (AkkPages *pages, const AkkPdfInfo *info, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = akk_pdf_bytes (pages, info, error);

  return bytes != NULL && akk_pdf_save (bytes, path, error);
}
