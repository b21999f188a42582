/* Whether an annex may stand in a file that is kept for ever: its fonts are in it, and its colours
 * have a meaning without a printing press.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack-internal.h"

#include <string.h>

#define MAX_DEPTH 40
#define INKS "/DeviceCMYK"

typedef struct {
  qpdf_data pdf;
  GHashTable *seen; /* numbers of objects */
  gboolean inks;
} Search;

static void search_object (Search *self, qpdf_oh object, guint depth);

static void
search_content (Search *self, const unsigned char *data, size_t length)
{
  self->inks |= data != NULL && akk_pack_content_has_inks (data, length);
}

/* Pictures and fonts are no page descriptions: those that are have a box. */
static void
search_stream (Search *self, qpdf_oh stream, qpdf_oh dict)
{
  QPDF_BOOL decoded = QPDF_FALSE;
  unsigned char *data = NULL;
  size_t length = 0;

  if (!qpdf_oh_has_key (self->pdf, dict, "/BBox"))
    return;
  if (qpdf_oh_get_stream_data (self->pdf, stream, qpdf_dl_generalized, &decoded, &data, &length) ==
          QPDF_SUCCESS &&
      decoded)
    search_content (self, data, length);
  qpdf_oh_free_buffer (&data);
}

static void
search_dict (Search *self, qpdf_oh dict, guint depth)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  qpdf_oh_begin_dict_key_iter (self->pdf, dict);
  while (qpdf_oh_dict_more_keys (self->pdf))
    g_strv_builder_add (builder, qpdf_oh_dict_next_key (self->pdf));
  names = g_strv_builder_end (builder);
  for (char **name = names; *name != NULL && !self->inks; name++) {
    qpdf_oh value = qpdf_oh_get_key (self->pdf, dict, *name);
    search_object (self, value, depth + 1);
    qpdf_oh_release (self->pdf, value);
  }
}

static void
search_array (Search *self, qpdf_oh array, guint depth)
{
  int n = qpdf_oh_get_array_n_items (self->pdf, array);

  for (int i = 0; i < n && !self->inks; i++) {
    qpdf_oh item = qpdf_oh_get_array_item (self->pdf, array, i);
    search_object (self, item, depth + 1);
    qpdf_oh_release (self->pdf, item);
  }
}

static void
search_object (Search *self, qpdf_oh object, guint depth)
{
  int number = qpdf_oh_get_object_id (self->pdf, object);

  if (self->inks || depth > MAX_DEPTH ||
      (number > 0 && !g_hash_table_add (self->seen, GINT_TO_POINTER (number))))
    return;
  if (qpdf_oh_is_name_and_equals (self->pdf, object, INKS)) {
    self->inks = TRUE;
  } else if (qpdf_oh_is_array (self->pdf, object)) {
    search_array (self, object, depth);
  } else if (qpdf_oh_is_stream (self->pdf, object)) {
    qpdf_oh dict = qpdf_oh_get_dict (self->pdf, object);
    search_stream (self, object, dict);
    search_dict (self, dict, depth);
    qpdf_oh_release (self->pdf, dict);
  } else if (qpdf_oh_is_dictionary (self->pdf, object)) {
    search_dict (self, object, depth);
  }
}

/* Of an annotation only what is seen is taken over. */
static void
search_annotations (Search *self, qpdf_oh page)
{
  qpdf_oh list = qpdf_oh_get_key (self->pdf, page, "/Annots");
  int n = qpdf_oh_is_array (self->pdf, list) ? qpdf_oh_get_array_n_items (self->pdf, list) : 0;

  for (int i = 0; i < n; i++) {
    qpdf_oh annotation = qpdf_oh_get_array_item (self->pdf, list, i);
    qpdf_oh seen = qpdf_oh_get_key_if_dict (self->pdf, annotation, "/AP");
    search_object (self, seen, 0);
    qpdf_oh_release (self->pdf, seen);
    qpdf_oh_release (self->pdf, annotation);
  }
  qpdf_oh_release (self->pdf, list);
}

static gboolean
has_inks (qpdf_data pdf, guint n_pages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search self = { pdf, seen, FALSE };

  for (guint i = 0; i < n_pages && !self.inks; i++) {
    qpdf_oh page = qpdf_get_page_n (pdf, i);
    qpdf_oh resources = qpdf_oh_get_key (pdf, page, "/Resources");
    qpdf_oh group = qpdf_oh_get_key (pdf, page, "/Group");
    unsigned char *data = NULL;
    size_t length = 0;

    if (qpdf_oh_get_page_content_data (pdf, page, &data, &length) == QPDF_SUCCESS)
      search_content (&self, data, length);
    qpdf_oh_free_buffer (&data);
    search_object (&self, resources, 0);
    search_object (&self, group, 0);
    search_annotations (&self, page);
    qpdf_oh_release (pdf, group);
    qpdf_oh_release (pdf, resources);
    qpdf_oh_release (pdf, page);
  }
  return self.inks;
}

static gboolean
lacks_fonts (PopplerDocument *document)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  gboolean lacks = FALSE;

  poppler_font_info_scan (info, poppler_document_get_n_pages (document), &iter);
  if (iter != NULL)
    do
      lacks |= !poppler_fonts_iter_is_embedded (iter);
    while (poppler_fonts_iter_next (iter));
  g_clear_pointer (&iter, poppler_fonts_iter_free);
  g_object_unref (info);
  return lacks;
}

AkkAnnexFaults
akk_pack_faults (qpdf_data pdf, guint n_pages, PopplerDocument *document)
{
  return (lacks_fonts (document) ? AKK_ANNEX_LACKS_FONTS : 0) |
         (has_inks (pdf, n_pages) ? AKK_ANNEX_HAS_INKS : 0);
}

/* --- What the file says of itself --- */

static void
leave_out (GString *packet, const char *words)
{
  g_string_replace (packet, words, "", 0);
}

void
akk_pack_disclaim (qpdf_data pdf, AkkAnnexFaults faults)
{
  qpdf_oh root = qpdf_get_root (pdf), metadata = qpdf_oh_get_key (pdf, root, "/Metadata");
  qpdf_oh null = qpdf_oh_new_null (pdf);
  QPDF_BOOL decoded = QPDF_FALSE;
  unsigned char *data = NULL;
  size_t length = 0;

  if (faults != 0 &&
      qpdf_oh_get_stream_data (pdf, metadata, qpdf_dl_generalized, &decoded, &data, &length) ==
          QPDF_SUCCESS &&
      decoded) {
    g_autoptr (GString) packet = g_string_new_len ((const char *) data, (gssize) length);

    leave_out (packet, "  <pdfaid:part>2</pdfaid:part>\n");
    leave_out (packet, "  <pdfaid:conformance>A</pdfaid:conformance>\n");
    /* Who listens to a page needs no inks. */
    if (faults & AKK_ANNEX_LACKS_FONTS)
      leave_out (packet, "  <pdfuaid:part>1</pdfuaid:part>\n");
    qpdf_oh_replace_stream_data (pdf, metadata, (const guint8 *) packet->str, packet->len, null,
                                 null);
  }
  qpdf_oh_free_buffer (&data);
  qpdf_oh_release (pdf, null);
  qpdf_oh_release (pdf, metadata);
  qpdf_oh_release (pdf, root);
}
