/* The typefaces: the shipped font files, shaped word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts are opened from their files, never looked up: the fonts of the machine have no influence
 * and no other face can slip in. Text is shaped by the word, and words are kept, because most words
 * of an agreement come back: that is what makes setting it quick. Not for use by several threads at
 * once. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  AKK_FACE_SERIF, /* Vollkorn */
  AKK_FACE_SANS = 4, /* Source Sans 3; its bold is the semibold */
  AKK_N_FACES = 8,
} AkkFace;
/* Added to a family. */
#define AKK_FACE_ITALIC 1
#define AKK_FACE_BOLD 2

typedef enum { AKK_NUMERALS_LINING, AKK_NUMERALS_TABULAR, AKK_NUMERALS_SUPERIOR } AkkNumerals;

#define AKK_UNITS_PER_EM 1000.0

/* A glyph in font units. `n_bytes` of text belong to it and to the glyphs after it that have none.
 */
typedef struct {
  guint16 id;
  guint16 n_bytes;
  gint16 advance, dx, dy;
} AkkGlyph;

typedef struct {
  guint8 face, figures;
  guint16 n_bytes;
  guint hash;
  const char *text;
  gint width; /* in font units */
  guint n_missing; /* characters that the face does not have */
  guint n_glyphs;
  AkkGlyph glyphs[];
} AkkWord;

typedef struct _AkkFaces AkkFaces;

AkkFaces *akk_faces_new (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void akk_faces_free (AkkFaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkFaces, akk_faces_free)

/* Shapes text that has no line break in it. The word is the cache's: good until akk_faces_trim().
 */
const AkkWord *
akk_faces_shape (AkkFaces *self, guint face, AkkNumerals figures, const char *text, gsize n_bytes);
/* Forgets words if there are many: when a document has been laid out, its paragraphs are kept. */
void akk_faces_trim (AkkFaces *self);

gboolean akk_faces_has (AkkFaces *self, guint face, gunichar c);
/* The glyph of a character, not shaped; also of those that shaping hides (soft hyphen). */
AkkGlyph akk_faces_glyph (AkkFaces *self, guint face, gunichar c);
cairo_font_face_t *akk_faces_cairo (AkkFaces *self, guint face);

G_END_DECLS
