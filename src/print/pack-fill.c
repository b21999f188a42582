/* Puts the pages of annexes into a document that was drawn with room for them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack-internal.h"

#include <glib/gi18n.h>
#include <string.h>

#include "print/pdf.h"

#define NAME "/AkkoordAnnex"

static gboolean
fill_fail (qpdf_data pdf, GError **error)
{
  qpdf_error cause = qpdf_has_error (pdf) ? qpdf_get_error (pdf) : NULL;

  g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED, _ ("The PDF could not be made: %s"),
               cause != NULL ? qpdf_get_error_full_text (pdf, cause) : "qpdf");
  return FALSE;
}

static const char *
find_after (const char *from, const char *end, const char *words)
{
  const char *at = from != NULL ? memmem (from, end - from, words, strlen (words)) : NULL;

  return at != NULL ? at + strlen (words) : NULL;
}

/* From the page of the annex to its place: as it is, or with its head on the left. */
static void
matrix_of (const AkkPackPage *it, double matrix[6])
{
  double width, height;

  akk_annex_size (it->annex, it->page, &width, &height);
  if (it->turned)
    memcpy (matrix, (double[]) { 0, it->scale, -it->scale, 0, it->x + height * it->scale, it->y },
            6 * sizeof *matrix);
  else
    memcpy (matrix, (double[]) { it->scale, 0, 0, it->scale, it->x, it->y }, 6 * sizeof *matrix);
}

/* The empty Figure goes, and one with the form comes at the begin, where nothing is moved or turned
 * yet. NULL: the page is not as it was drawn. */
static GString *
content_with_form (const char *data, gsize length, const AkkPackPage *it)
{
  double matrix[6];
  const char *end = data + length;
  const char *figure = find_after (data, end, "/Figure");

  for (guint i = 0; i < it->figure; i++)
    figure = find_after (figure, end, "/Figure");
  const char *number = find_after (figure, end, "/MCID");
  const char *after = find_after (number, end, "EMC");
  GString *content;

  if (after == NULL)
    return NULL;
  matrix_of (it, matrix);
  content = g_string_new (NULL);
  g_string_append_printf (content, "/Figure << /MCID %d >> BDC\nq",
                          (int) g_ascii_strtoll (number, NULL, 10));
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++) {
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf (content, " %s",
                            g_ascii_formatd (buffer, sizeof buffer, "%.5f", matrix[i]));
  }
  g_string_append (content, " cm " NAME " Do Q\nEMC\n");
  g_string_append_len (content, data, figure - strlen ("/Figure") - data);
  g_string_append_len (content, after, end - after);
  return content;
}

static gboolean
fill_content (qpdf_data pdf, qpdf_oh page, const AkkPackPage *it)
{
  qpdf_oh stream = qpdf_oh_get_key (pdf, page, "/Contents");
  qpdf_oh null = qpdf_oh_new_null (pdf);
  g_autoptr (GString) content = NULL;
  unsigned char *data = NULL;
  size_t length = 0;

  if (qpdf_oh_get_page_content_data (pdf, page, &data, &length) == QPDF_SUCCESS && data != NULL)
    content = content_with_form ((const char *) data, length, it);
  qpdf_oh_free_buffer (&data);
  if (content != NULL)
    qpdf_oh_replace_stream_data (pdf, stream, (const guint8 *) content->str, content->len, null,
                                 null);
  qpdf_oh_release (pdf, null);
  qpdf_oh_release (pdf, stream);
  return content != NULL;
}

/* On a screen nobody turns the paper. */
static void
turn_page (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh right = qpdf_oh_new_integer (pdf, 90);

  qpdf_oh_replace_key (pdf, page, "/Rotate", right);
  qpdf_oh_release (pdf, right);
}

static gboolean
fill_page (qpdf_data pdf, const AkkPackPage *it)
{
  qpdf_oh page = qpdf_get_page_n (pdf, it->number);
  qpdf_oh resources = qpdf_oh_get_key (pdf, page, "/Resources");
  qpdf_oh objects = qpdf_oh_get_key (pdf, resources, "/XObject");
  qpdf_oh form = akk_annex_form (it->annex, it->page, pdf);
  gboolean fine = fill_content (pdf, page, it);

  if (!qpdf_oh_is_dictionary (pdf, objects)) {
    qpdf_oh_release (pdf, objects);
    objects = qpdf_oh_new_dictionary (pdf);
  }
  if (it->turned)
    turn_page (pdf, page);
  qpdf_oh_replace_key (pdf, objects, NAME, form);
  qpdf_oh_replace_key (pdf, resources, "/XObject", objects);
  qpdf_oh_release (pdf, form);
  qpdf_oh_release (pdf, objects);
  qpdf_oh_release (pdf, resources);
  qpdf_oh_release (pdf, page);
  return fine;
}

static GBytes *
fill_write (qpdf_data pdf, GError **error)
{
  if (!(qpdf_init_write_memory (pdf) & QPDF_ERRORS)) {
    qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream (pdf, QPDF_TRUE);
    qpdf_set_minimum_pdf_version (pdf, "1.7");
    qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
    if (!(qpdf_write (pdf) & QPDF_ERRORS))
      return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  }
  fill_fail (pdf, error);
  return NULL;
}

GBytes *
akk_pack_fill (GBytes *bytes, const GArray *pages, GError **error)
{
  qpdf_data pdf = qpdf_init ();
  GBytes *filled = NULL;
  AkkAnnexFaults faults = 0;
  gboolean fine;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  fine =
      !(qpdf_read_memory (pdf, "pack", data, length, NULL) & QPDF_ERRORS) || fill_fail (pdf, error);
  for (guint i = 0; fine && i < pages->len; i++) {
    const AkkPackPage *it = &g_array_index (pages, AkkPackPage, i);
    fine = fill_page (pdf, it) || fill_fail (pdf, error);
    faults |= akk_annex_faults (it->annex);
  }
  akk_pack_disclaim (pdf, faults);
  if (fine)
    filled = fill_write (pdf, error);
  while (qpdf_more_warnings (pdf))
    qpdf_next_warning (pdf);
  qpdf_cleanup (&pdf);
  return filled;
}
