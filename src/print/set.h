/* A set paragraph: text with its styles, shaped and broken into lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "core/text.h"
#include "print/face.h"
#include "print/hyphen.h"
#include "core/phrases.h"

G_BEGIN_DECLS

/* --- What is to be set: text and runs --- */

typedef struct {
  guint n_bytes;
  guint8 style; /* AkkStyle: bold, italic */
  guint8 raised; /* a footnote's mark, counted from 1 in the paragraph; 0: none */
  const char *href; /* interned, or NULL */
} AkkCopyRun;

#define AKK_SECOND_MARK 255 /* of a note that is marked before */

/* Text in the making. Starts as { 0 }; a cleared one can be filled again. */
typedef struct {
  GString *text; /* hard breaks are U+2028 */
  GArray *runs; /* AkkCopyRun, they add up to the text */
} AkkCopy;

void akk_copy_clear (AkkCopy *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AkkCopy, akk_copy_clear)
void akk_copy_add (AkkCopy *self, const char *text, gsize n_bytes, AkkCopyRun run);
void akk_copy_add_plain (AkkCopy *self, const char *text);

/* --- How --- */

typedef enum { AKK_COLOUR_BLACK, AKK_COLOUR_ACCENT } AkkColour;

typedef struct {
  guint8 face; /* AkkFace: the plain one */
  guint8 figures;
  guint8 colour;
  gboolean abbreviations; /* three and more capitals a little smaller */
  gboolean hyphenate;
  gboolean tail; /* last line and last word not too short */
  double size, tracking;
  double leading, baseline; /* height of a line on paper, and its baseline from the top */
} AkkType;

/* --- The result --- */

typedef struct {
  guint first_glyph, n_glyphs;
  guint first_byte, n_bytes; /* in `text` */
  float x, width;
  float size, tracking;
  guint8 face, colour, raised;
  const char *href;
} AkkSpan;

typedef struct {
  guint first_span, n_spans;
  float width;
} AkkSetLine;

/* A glyph as a set text keeps it, in font units. There are thousands on a page, and nearly all
 * stand for one character in its own place; the others have an entry in the list of exceptions. */
typedef struct {
  guint16 id;
  gint16 advance;
} AkkSetGlyph;

typedef struct {
  guint glyph; /* which one */
  gint16 dx, dy;
  guint16 n_bytes; /* as in AkkGlyph */
} AkkSetException;

/* Immutable. `text` is what the glyphs say: the source, a U+00AD at each hyphen that was put in,
 * and a space at the end of each line, so that words stay apart for those who read the structure.
 */
typedef struct {
  gatomicrefcount ref_count;
  guint n_lines, n_spans, n_glyphs, n_exceptions, n_bytes;
  guint n_missing; /* characters that no typeface has */
  float leading, baseline, width;
  AkkSetLine *lines;
  AkkSpan *spans;
  AkkSetGlyph *glyphs;
  AkkSetException *exceptions; /* by glyph */
  char *text;
} AkkSet;

typedef struct {
  AkkFaces *faces;
  AkkPhrases *phrases;
  AkkHyphen *hyphen;
} AkkSetter;

/* Sets text to lines of at most `measure` points. Empty text gives one empty line. */
AkkSet *akk_set_new (const AkkSetter *setter,
                     const AkkCopy *text,
                     const AkkType *type,
                     double measure) G_GNUC_WARN_UNUSED_RESULT;
AkkSet *akk_set_ref (AkkSet *self);
void akk_set_unref (AkkSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkSet, akk_set_unref)

/* Draws one span with its line's baseline at y; `x` is the left edge of the paragraph. With
 * `as_text` the text goes along with the glyphs (PDF). The source colour is set here… */
void akk_set_draw_span (const AkkSet *self,
                        const AkkSpan *span,
                        AkkFaces *faces,
                        cairo_t *cr,
                        double x,
                        double y,
                        gboolean as_text);

/* …or is the caller's. */
void akk_set_show_span (const AkkSet *self,
                        const AkkSpan *span,
                        AkkFaces *faces,
                        cairo_t *cr,
                        double x,
                        double y,
                        gboolean as_text);

/* Black, or the accent: the only colours of type. */
void akk_set_colour (cairo_t *cr, AkkColour colour);

G_END_DECLS
