/* From cairo's PDF to one that is PDF/UA-1 and PDF/A-2a: what the standards ask and cairo leaves
 * out. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  qpdf_data pdf;
  AkkTags *tags;
  const AkkPdfInfo *info;
  gint64 date;
} Conform;

/* zlib's own middle: page descriptions are short, more effort gains a hundredth. */
#define COMPRESSION_LEVEL 6

/* --- Less to read --- */

static guint8 *
find (const guint8 *from, const guint8 *end, const char *words)
{
  return memmem (from, end - from, words, strlen (words));
}

/* Spaces instead of what is said for nothing, so that all else stays in its place: the type of a
 * structure element, and the corners of a link that are those of its rectangle. Each value costs
 * qpdf an object. And of what must not be said: that readers are to smooth the pixels in a drawing.
 */
static void
blank_plain (guint8 *at, guint8 *end)
{
  static const char element[] = " obj\n<< /Type /StructElem\n", corners[] = "\n   /QuadPoints [";
  static const char smooth[] = "/Interpolate true";
  guint8 *found;

  for (guint8 *from = at; (found = find (from, end, element)) != NULL;) {
    from = found + strlen (element) - 1;
    memset (found + strlen (" obj\n<<"), ' ', from - found - strlen (" obj\n<<"));
  }
  for (guint8 *from = at; (found = find (from, end, corners)) != NULL;) {
    from = found + strlen (corners);
    while (from < end && (g_ascii_isdigit (*from) || strchr (" .-", *from) != NULL))
      from++;
    if (from < end && *from == ']')
      memset (found + 1, ' ', from - found);
  }
  for (guint8 *from = at; (found = find (from, end, smooth)) != NULL; from = found)
    memset (found, ' ', strlen (smooth));
}

/* All but the streams, whose bytes mean something else. */
static void
conform_thin (GByteArray *plain)
{
  guint8 *at = plain->data, *end = at + plain->len;

  while (at < end) {
    guint8 *stream = find (at, end, "\nstream\n"), *after = NULL;

    blank_plain (at, stream != NULL ? stream : end);
    if (stream != NULL)
      after = find (stream, end, "\nendstream");
    at = after != NULL ? after : end;
  }
}

/* --- Keys --- */

static void
set_key (qpdf_data pdf, qpdf_oh dict, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dict, key, value);
  qpdf_oh_release (pdf, value);
}

static void
conform_drain_warnings (qpdf_data pdf)
{
  while (qpdf_more_warnings (pdf))
    qpdf_next_warning (pdf);
}

/* An error of qpdf's as ours; FALSE. */
static gboolean
conform_fail (Conform *self, GError **error)
{
  qpdf_error cause = qpdf_has_error (self->pdf) ? qpdf_get_error (self->pdf) : NULL;

  g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED, _ ("The PDF could not be made: %s"),
               cause != NULL ? qpdf_get_error_full_text (self->pdf, cause) : "qpdf");
  return FALSE;
}

static char *
conform_info_text (Conform *self, const char *key)
{
  qpdf_oh trailer = qpdf_get_trailer (self->pdf);
  qpdf_oh info = qpdf_oh_get_key (self->pdf, trailer, "/Info");
  qpdf_oh value = qpdf_oh_get_key_if_dict (self->pdf, info, key);
  char *text = qpdf_oh_is_string (self->pdf, value)
                   ? g_strdup (qpdf_oh_get_utf8_value (self->pdf, value))
                   : NULL;

  qpdf_oh_release (self->pdf, value);
  qpdf_oh_release (self->pdf, info);
  qpdf_oh_release (self->pdf, trailer);
  return text;
}

/* cairo leaves out the "D:" with which a date begins. */
static void
conform_info_dates (Conform *self)
{
  g_autofree char *when = akk_pdf_date (self->date, AKK_PDF_DATE_INFO);
  qpdf_oh trailer = qpdf_get_trailer (self->pdf);
  qpdf_oh info = qpdf_oh_get_key (self->pdf, trailer, "/Info");

  set_key (self->pdf, info, "/CreationDate", qpdf_oh_new_string (self->pdf, when));
  set_key (self->pdf, info, "/ModDate", qpdf_oh_new_string (self->pdf, when));
  qpdf_oh_release (self->pdf, info);
  qpdf_oh_release (self->pdf, trailer);
}

static qpdf_oh
conform_new_stream (Conform *self, const char *dict, const void *data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->pdf);
  qpdf_oh null = qpdf_oh_new_null (self->pdf);
  qpdf_oh keys = qpdf_oh_parse (self->pdf, dict);
  qpdf_oh own = qpdf_oh_get_dict (self->pdf, stream);

  qpdf_oh_begin_dict_key_iter (self->pdf, keys);
  while (qpdf_oh_dict_more_keys (self->pdf)) {
    const char *key = qpdf_oh_dict_next_key (self->pdf);
    set_key (self->pdf, own, key, qpdf_oh_get_key (self->pdf, keys, key));
  }
  qpdf_oh_replace_stream_data (self->pdf, stream, data, length, null, null);
  qpdf_oh_release (self->pdf, own);
  qpdf_oh_release (self->pdf, keys);
  qpdf_oh_release (self->pdf, null);
  return stream;
}

static gboolean
conform_catalog (Conform *self, qpdf_oh root, GError **error)
{
  g_autofree char *producer = conform_info_text (self, "/Producer");
  g_autofree char *creator = conform_info_text (self, "/Creator");
  g_autofree char *xmp = akk_pdf_xmp (self->info, producer, creator, self->date);
  g_autoptr (GBytes) profile = akk_pdf_srgb ();
  qpdf_oh intents, intent;

  if (profile == NULL) {
    g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED, _ ("The PDF could not be made: %s"),
                 "lcms");
    return FALSE;
  }
  conform_info_dates (self);
  set_key (self->pdf, root, "/Lang", qpdf_oh_new_string (self->pdf, self->info->language));
  set_key (self->pdf, root, "/ViewerPreferences",
           qpdf_oh_parse (self->pdf, "<< /DisplayDocTitle true >>"));
  set_key (self->pdf, root, "/Metadata",
           conform_new_stream (self, "<< /Type /Metadata /Subtype /XML >>", xmp, strlen (xmp)));

  intent = qpdf_oh_parse (self->pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB)"
                                     " /OutputConditionIdentifier (sRGB)"
                                     " /RegistryName (http://www.color.org) >>");
  set_key (self->pdf, intent, "/DestOutputProfile",
           conform_new_stream (self, "<< /N 3 >>", g_bytes_get_data (profile, NULL),
                               g_bytes_get_size (profile)));
  intents = qpdf_oh_new_array (self->pdf);
  qpdf_oh_append_item (self->pdf, intents, intent);
  qpdf_oh_release (self->pdf, intent);
  set_key (self->pdf, root, "/OutputIntents", intents);
  return TRUE;
}

static gboolean
font_is_mark (Conform *self, qpdf_oh font)
{
  qpdf_oh subtype = qpdf_oh_get_key (self->pdf, font, "/Subtype");
  gboolean mark = qpdf_oh_is_name_and_equals (self->pdf, subtype, "/Type3");

  if (mark) {
    qpdf_oh widths = qpdf_oh_get_key (self->pdf, font, "/Widths");
    qpdf_oh width = qpdf_oh_get_array_item (self->pdf, widths, 0);
    mark = qpdf_oh_is_integer (self->pdf, width) &&
           qpdf_oh_get_int_value (self->pdf, width) == AKK_TAGS_MARK_WIDTH;
    qpdf_oh_release (self->pdf, width);
    qpdf_oh_release (self->pdf, widths);
  }
  qpdf_oh_release (self->pdf, subtype);
  return mark;
}

/* TrueType fonts inside composite ones must say how their glyphs are numbered, even if as usual. */
static void
font_map_glyphs (Conform *self, qpdf_oh font)
{
  qpdf_oh list = qpdf_oh_get_key (self->pdf, font, "/DescendantFonts");

  if (qpdf_oh_is_array (self->pdf, list)) {
    qpdf_oh inner = qpdf_oh_get_array_item (self->pdf, list, 0);
    qpdf_oh subtype = qpdf_oh_get_key (self->pdf, inner, "/Subtype");
    if (qpdf_oh_is_name_and_equals (self->pdf, subtype, "/CIDFontType2") &&
        !qpdf_oh_has_key (self->pdf, inner, "/CIDToGIDMap"))
      set_key (self->pdf, inner, "/CIDToGIDMap", qpdf_oh_new_name (self->pdf, "/Identity"));
    qpdf_oh_release (self->pdf, subtype);
    qpdf_oh_release (self->pdf, inner);
  }
  qpdf_oh_release (self->pdf, list);
}

/* Looks after the fonts of a page; takes the mark's font off and returns its names there. */
static GStrv
conform_page_fonts (Conform *self, qpdf_oh page)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  qpdf_oh resources = qpdf_oh_get_key (self->pdf, page, "/Resources");
  qpdf_oh fonts = qpdf_oh_get_key_if_dict (self->pdf, resources, "/Font");
  g_auto (GStrv) names = NULL;

  if (qpdf_oh_is_dictionary (self->pdf, fonts)) {
    qpdf_oh_begin_dict_key_iter (self->pdf, fonts);
    while (qpdf_oh_dict_more_keys (self->pdf)) {
      const char *name = qpdf_oh_dict_next_key (self->pdf);
      qpdf_oh font = qpdf_oh_get_key (self->pdf, fonts, name);
      if (font_is_mark (self, font))
        g_strv_builder_add (marks, name + 1);
      else
        font_map_glyphs (self, font);
      qpdf_oh_release (self->pdf, font);
    }
    names = g_strv_builder_unref_to_strv (g_strv_builder_ref (marks));
    for (char **name = names; *name != NULL; name++) {
      g_autofree char *key = g_strconcat ("/", *name, NULL);
      qpdf_oh_remove_key (self->pdf, fonts, key);
    }
  }
  qpdf_oh_release (self->pdf, fonts);
  qpdf_oh_release (self->pdf, resources);
  return names != NULL ? g_steal_pointer (&names) : g_new0 (char *, 1);
}

static GBytes *
deflate (const GByteArray *data)
{
  g_autoptr (GConverter) zlib =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL));
  gsize room = data->len + data->len / 1000 + 64, read = 0, written = 0;
  g_autofree guint8 *result = g_malloc (room);

  if (g_converter_convert (zlib, data->data, data->len, result, room, G_CONVERTER_INPUT_AT_END,
                           &read, &written, NULL) != G_CONVERTER_FINISHED)
    return NULL;
  return g_bytes_new_take (g_realloc (g_steal_pointer (&result), written), written);
}

static gboolean
conform_page_content (Conform *self, qpdf_oh page, guint number, const char *const *marks)
{
  qpdf_oh stream = qpdf_oh_get_key (self->pdf, page, "/Contents");
  g_autoptr (GByteArray) content = NULL;
  g_autoptr (GBytes) packed = NULL;
  QPDF_BOOL decoded = QPDF_FALSE;
  unsigned char *data = NULL;
  size_t length = 0;
  const guint8 *kinds;
  guint n_kinds;

  kinds = akk_tags_artifacts (self->tags, number, &n_kinds);
  if (qpdf_oh_get_stream_data (self->pdf, stream, qpdf_dl_generalized, &decoded, &data, &length) ==
          QPDF_SUCCESS &&
      decoded)
    content = akk_pdf_content_rewrite (data, length, marks, kinds, n_kinds);
  qpdf_oh_free_buffer (&data);
  packed = content != NULL ? deflate (content) : NULL;
  if (packed != NULL) {
    qpdf_oh filter = qpdf_oh_new_name (self->pdf, "/FlateDecode");
    qpdf_oh null = qpdf_oh_new_null (self->pdf);
    qpdf_oh_replace_stream_data (self->pdf, stream, g_bytes_get_data (packed, NULL),
                                 g_bytes_get_size (packed), filter, null);
    qpdf_oh_release (self->pdf, null);
    qpdf_oh_release (self->pdf, filter);
  }
  qpdf_oh_release (self->pdf, stream);
  return packed != NULL;
}

static void
conform_page_annotations (Conform *self, qpdf_oh page)
{
  qpdf_oh list = qpdf_oh_get_key (self->pdf, page, "/Annots");

  for (int i = 0,
           n = qpdf_oh_is_array (self->pdf, list) ? qpdf_oh_get_array_n_items (self->pdf, list) : 0;
       i < n; i++) {
    qpdf_oh annotation = qpdf_oh_get_array_item (self->pdf, list, i);
    set_key (self->pdf, annotation, "/F", qpdf_oh_new_integer (self->pdf, 4)); /* to be printed */
    qpdf_oh_release (self->pdf, annotation);
  }
  qpdf_oh_release (self->pdf, list);
}

static gboolean
conform_pages (Conform *self, GError **error)
{
  int n_pages = qpdf_get_num_pages (self->pdf);

  for (int i = 0; i < n_pages; i++) {
    qpdf_oh page = qpdf_get_page_n (self->pdf, i);
    g_auto (GStrv) marks = conform_page_fonts (self, page);
    gboolean fine = conform_page_content (self, page, i, (const char *const *) marks);

    set_key (self->pdf, page, "/Tabs", qpdf_oh_new_name (self->pdf, "/S"));
    conform_page_annotations (self, page);
    qpdf_oh_release (self->pdf, page);
    if (!fine) {
      g_set_error (error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED,
                   _ ("The PDF could not be made: page %d is not as it was drawn."), i + 1);
      return FALSE;
    }
  }
  return TRUE;
}

static GBytes *
conform_write (Conform *self, GError **error)
{
  if (qpdf_init_write_memory (self->pdf) & QPDF_ERRORS) {
    conform_fail (self, error);
    return NULL;
  }
  qpdf_set_deterministic_ID (self->pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (self->pdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (self->pdf, "1.7");
  qpdf_set_object_stream_mode (self->pdf, qpdf_o_generate);
  if (qpdf_write (self->pdf) & QPDF_ERRORS) {
    conform_fail (self, error);
    return NULL;
  }
  return g_bytes_new (qpdf_get_buffer (self->pdf), qpdf_get_buffer_length (self->pdf));
}

GBytes *
akk_pdf_conform (
    GByteArray *plain, AkkTags *tags, const AkkPdfInfo *info, gint64 date, GError **error)
{
  Conform self = { qpdf_init (), tags, info, date };
  GBytes *bytes = NULL;

  conform_thin (plain);
  qpdf_silence_errors (self.pdf);
  qpdf_set_suppress_warnings (self.pdf, QPDF_TRUE);
  /* cairo leaves a false place in the file for each artifact; nothing refers to it. */
  qpdf_set_attempt_recovery (self.pdf, QPDF_FALSE);
  if (qpdf_read_memory (self.pdf, "cairo", (const char *) plain->data, plain->len, NULL) &
      QPDF_ERRORS) {
    conform_fail (&self, error);
  } else {
    qpdf_oh root = qpdf_get_root (self.pdf);
    if (conform_pages (&self, error) && akk_pdf_structure (self.pdf, root, tags, error) &&
        conform_catalog (&self, root, error))
      bytes = conform_write (&self, error);
    qpdf_oh_release (self.pdf, root);
  }
  conform_drain_warnings (self.pdf);
  qpdf_cleanup (&self.pdf);
  return bytes;
}
