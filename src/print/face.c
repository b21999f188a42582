/* The typefaces: the shipped font files, shaped word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/face.h"

#include <cairo-ft.h>
#include FT_MODULE_H
#include <glib/gi18n.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

#include "core/datadir.h"
#include "print/paper.h"

/* Half a megabyte of words. A change of one paragraph does not need more, and while a document is
 * laid out for the first time all its words are kept. */
#define MAX_GLYPHS 30000

typedef struct {
  hb_font_t *hb;
  cairo_font_face_t *cairo;
} Font;

struct _AkkFaces {
  Font fonts[AKK_N_FACES];
  hb_buffer_t *buffer;
  hb_language_t language;
  GHashTable *words;
  gsize n_glyphs;
};

static const struct {
  const char *file, *family, *style;
} font_files[AKK_N_FACES] = {
  { "Vollkorn-Regular.ttf", "Vollkorn", "Regular" },
  { "Vollkorn-Italic.ttf", "Vollkorn", "Italic" },
  { "Vollkorn-Bold.ttf", "Vollkorn", "Bold" },
  { "Vollkorn-BoldItalic.ttf", "Vollkorn", "Bold Italic" },
  { "SourceSans3-Regular.otf", "Source Sans 3", "Regular" },
  { "SourceSans3-It.otf", "Source Sans 3", "Italic" },
  { "SourceSans3-Semibold.otf", "Source Sans 3", "Semibold" },
  { "SourceSans3-SemiboldIt.otf", "Source Sans 3", "Semibold Italic" },
};

static guint
word_hash (gconstpointer key)
{
  return ((const AkkWord *) key)->hash;
}

static gboolean
word_equal (gconstpointer one, gconstpointer other)
{
  const AkkWord *a = one, *b = other;

  return a->hash == b->hash && a->n_bytes == b->n_bytes && a->face == b->face &&
         a->figures == b->figures && memcmp (a->text, b->text, a->n_bytes) == 0;
}

/* FNV-1a: stable, and fast on words. */
static guint
hash_bytes (const char *text, gsize n_bytes, guint seed)
{
  guint hash = 2166136261u ^ seed;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

static gboolean
name_is (hb_face_t *face, hb_ot_name_id_t preferred, hb_ot_name_id_t plain, const char *expected)
{
  char name[64] = "";
  guint size = sizeof name;

  if (hb_ot_name_get_utf8 (face, preferred, HB_LANGUAGE_INVALID, &size, name) == 0) {
    size = sizeof name;
    hb_ot_name_get_utf8 (face, plain, HB_LANGUAGE_INVALID, &size, name);
  }
  return g_str_equal (name, expected);
}

static void
done_face (void *face)
{
  FT_Library library = ((FT_Face) face)->generic.data;

  FT_Done_Face (face);
  FT_Done_FreeType (library);
}

/* cairo may keep a font after us: the FreeType face and its library live as long as cairo's face.
 */
static cairo_font_face_t *
open_for_cairo (const char *path)
{
  static const cairo_user_data_key_t key;
  FT_Library library;
  FT_Face face;

  if (FT_Init_FreeType (&library) != 0)
    return NULL;
  if (FT_New_Face (library, path, 0, &face) != 0) {
    FT_Done_FreeType (library);
    return NULL;
  }
  face->generic.data = library;

  cairo_font_face_t *font =
      cairo_ft_font_face_create_for_ft_face (face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  if (cairo_font_face_set_user_data (font, &key, face, done_face) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy (font);
    done_face (face);
    return NULL;
  }
  return font;
}

static gboolean
open_font (Font *font, guint index, GError **error)
{
  g_autofree char *name = g_build_filename ("fonts", font_files[index].file, NULL);
  g_autofree char *path = akk_datadir_path (name);
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_face_t *face = blob != NULL ? hb_face_create (blob, 0) : NULL;

  hb_blob_destroy (blob);
  if (face == NULL || hb_face_get_glyph_count (face) == 0 ||
      hb_face_get_upem (face) != (guint) AKK_UNITS_PER_EM ||
      !name_is (face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY,
                font_files[index].family) ||
      !name_is (face, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY,
                font_files[index].style) ||
      (font->cairo = open_for_cairo (path)) == NULL) {
    hb_face_destroy (face);
    g_set_error (error, AKK_PAPER_ERROR, AKK_PAPER_ERROR_FONT,
                 _ ("The typeface in “%s” is missing or is not the one that belongs there. "
                    "Install Akkoord again."),
                 path);
    return FALSE;
  }
  font->hb = hb_font_create (face);
  hb_face_destroy (face);
  return TRUE;
}

/* Private characters mean nothing outside a typeface, and PDF/A wants a meaning for each; U+FFFD
 * says itself that it has none. */
static gboolean
is_meaningless (gunichar c)
{
  return c == 0xfffd || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

static AkkWord *
word_new (const AkkWord *key, hb_buffer_t *buffer)
{
  guint n = hb_buffer_get_length (buffer);
  const hb_glyph_info_t *info = hb_buffer_get_glyph_infos (buffer, NULL);
  const hb_glyph_position_t *position = hb_buffer_get_glyph_positions (buffer, NULL);
  AkkWord *word = g_malloc (sizeof *word + n * sizeof (AkkGlyph) + key->n_bytes);
  char *text = (char *) &word->glyphs[n];

  *word = *key;
  word->n_glyphs = n;
  memcpy (text, key->text, key->n_bytes);
  word->text = text;
  for (guint i = 0; i < n; i++) {
    AkkGlyph *glyph = &word->glyphs[i];
    guint start = i == 0 ? 0 : info[i].cluster;
    guint end = key->n_bytes;

    for (guint next = i + 1; next < n; next++) {
      if (info[next].cluster != info[i].cluster) {
        end = info[next].cluster;
        break;
      }
    }
    gboolean first = i == 0 || info[i].cluster != info[i - 1].cluster;
    *glyph = (AkkGlyph) { .id = (guint16) info[i].codepoint,
                          .n_bytes = (guint16) (first ? end - start : 0),
                          .advance = (gint16) position[i].x_advance,
                          .dx = (gint16) position[i].x_offset,
                          .dy = (gint16) position[i].y_offset };
    word->width += glyph->advance;
    word->n_missing += glyph->id == 0;
  }
  for (const char *at = text; at < text + key->n_bytes; at = g_utf8_next_char (at))
    word->n_missing += is_meaningless (g_utf8_get_char (at));
  return word;
}

AkkFaces *
akk_faces_new (const char *language, GError **error)
{
  g_autoptr (AkkFaces) self = g_new0 (AkkFaces, 1);

  self->words = g_hash_table_new_full (word_hash, word_equal, g_free, NULL);
  self->buffer = hb_buffer_create ();
  self->language = hb_language_from_string (language, -1);
  for (guint i = 0; i < AKK_N_FACES; i++) {
    if (!open_font (&self->fonts[i], i, error))
      return NULL;
  }
  return g_steal_pointer (&self);
}

void
akk_faces_free (AkkFaces *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < AKK_N_FACES; i++) {
    g_clear_pointer (&self->fonts[i].hb, hb_font_destroy);
    g_clear_pointer (&self->fonts[i].cairo, cairo_font_face_destroy);
  }
  g_hash_table_unref (self->words);
  hb_buffer_destroy (self->buffer);
  g_free (self);
}

const AkkWord *
akk_faces_shape (AkkFaces *self, guint face, AkkNumerals figures, const char *text, gsize n_bytes)
{
  static const hb_feature_t features[] = {
    { HB_TAG ('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
    { HB_TAG ('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
    { HB_TAG ('s', 'u', 'p', 's'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };
  AkkWord key = { .face = (guint8) face,
                  .figures = (guint8) figures,
                  .n_bytes = (guint16) MIN (n_bytes, G_MAXUINT16),
                  .hash = hash_bytes (text, n_bytes, face * 4 + figures),
                  .text = text };
  AkkWord *word = g_hash_table_lookup (self->words, &key);

  if (word != NULL)
    return word;

  hb_buffer_reset (self->buffer);
  hb_buffer_set_flags (self->buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT |
                                         HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  /* A mark above a letter keeps its own character: else its glyph has no meaning in a PDF. */
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8 (self->buffer, text, key.n_bytes, 0, key.n_bytes);
  hb_buffer_guess_segment_properties (self->buffer);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_language (self->buffer, self->language);
  /* The tabular and superior features follow the lining one in the table. */
  hb_shape (self->fonts[face].hb, self->buffer,
            figures == AKK_NUMERALS_SUPERIOR ? features + 2 : features,
            figures == AKK_NUMERALS_TABULAR ? 2 : 1);
  word = word_new (&key, self->buffer);
  self->n_glyphs += word->n_glyphs + 8;
  g_hash_table_add (self->words, word);
  return word;
}

void
akk_faces_trim (AkkFaces *self)
{
  if (self->n_glyphs < MAX_GLYPHS)
    return;
  g_hash_table_remove_all (self->words);
  self->n_glyphs = 0;
}

gboolean
akk_faces_has (AkkFaces *self, guint face, gunichar c)
{
  hb_codepoint_t glyph;

  return !is_meaningless (c) && hb_font_get_nominal_glyph (self->fonts[face].hb, c, &glyph);
}

AkkGlyph
akk_faces_glyph (AkkFaces *self, guint face, gunichar c)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (self->fonts[face].hb, c, &glyph);
  return (AkkGlyph) { .id = (guint16) glyph,
                      .n_bytes = (guint16) g_unichar_to_utf8 (c, NULL),
                      .advance =
                          (gint16) hb_font_get_glyph_h_advance (self->fonts[face].hb, glyph) };
}

cairo_font_face_t *
akk_faces_cairo (AkkFaces *self, guint face)
{
  return self->fonts[face].cairo;
}
