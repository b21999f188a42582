/* The pieces of a paragraph that is being set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/set-pieces.h"

#include <string.h>

#include "print/flow-lines.h"
#include "print/typeset.h"

#define CAPITALS_SCALE 0.93
#define CAPITALS_TRACKING 0.18
#define HYPHEN_MEASURE 250.0 /* narrower text is not hyphenated, unless a word does not fit */
#define MAX_POSITIONS 32
#define MAX_TOKEN 512 /* bytes; what is longer is shaped in parts */

typedef struct {
  const AkkSetter *setter;
  const AkkType *type;
  double measure;
  GArray *pieces;
  guint n_missing;
} Shaper;

typedef struct {
  const AkkSetter *setter;
  const GArray *pieces;
} Splitter;

static guint
face_of (const AkkType *type, const AkkCopyRun *run)
{
  return type->face | (run->style & AKK_STYLE_BOLD ? AKK_FACE_BOLD : 0) |
         (run->style & AKK_STYLE_ITALIC ? AKK_FACE_ITALIC : 0);
}

static double
width_of (const AkkWord *word, const AkkPiece *piece)
{
  return word->width * piece->size / AKK_UNITS_PER_EM + word->n_glyphs * piece->tracking;
}

static double
glyph_width (const AkkSetter *setter, const AkkPiece *piece, gunichar c)
{
  AkkGlyph glyph = akk_faces_glyph (setter->faces, piece->face, c);

  return glyph.advance * piece->size / AKK_UNITS_PER_EM + piece->tracking;
}

/* Places where a hyphen may come in a piece, as offsets into it. A shorter word, a capital or a
 * figure in it: none. By force the length and the capital do not matter. */
static guint
hyphen_positions (const AkkSetter *setter, const AkkWord *word, gboolean forced, guint16 *positions)
{
  gsize start, end;

  akk_typeset_word (word->text, word->n_bytes, &start, &end);
  const char *text = word->text + start;
  glong n_letters = g_utf8_strlen (text, (gssize) (end - start));
  if (!forced && n_letters < akk_phrases_get_number (setter->phrases, "hyphenation-word"))
    return 0;
  for (const char *at = text; at < word->text + end; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!g_unichar_isalpha (c) || (!forced && g_unichar_isupper (c)))
      return 0;
  }

  guint n = akk_hyphen_positions (setter->hyphen, text, end - start, positions, MAX_POSITIONS);
  for (guint i = 0; i < n; i++)
    positions[i] = (guint16) (positions[i] + start);
  return n;
}

/* Whether a glyph begins at a byte, and the width before it. */
static gboolean
width_before (const AkkPiece *piece, guint offset, double *width)
{
  guint bytes = 0;

  *width = 0;
  for (guint i = 0; i < piece->word->n_glyphs; i++) {
    if (piece->word->glyphs[i].n_bytes > 0 && bytes >= offset)
      return bytes == offset;
    bytes += piece->word->glyphs[i].n_bytes;
    *width += piece->word->glyphs[i].advance * piece->size / AKK_UNITS_PER_EM + piece->tracking;
  }
  return FALSE;
}

static gboolean
split_cb (gpointer data, guint index, double room, guint *offset, double *left, double *right)
{
  Splitter *self = data;
  const AkkPiece *piece = &g_array_index (self->pieces, AkkPiece, index);
  guint16 positions[MAX_POSITIONS];
  guint n = piece->whole ? hyphen_positions (self->setter, piece->word, FALSE, positions) : 0;
  double hyphen = glyph_width (self->setter, piece, 0xad);

  for (guint i = n; i > 0; i--) {
    double width;
    if (width_before (piece, positions[i - 1], &width) && width + hyphen <= room) {
      *offset = positions[i - 1];
      *left = width + hyphen;
      *right = piece->width - width;
      return TRUE;
    }
  }
  return FALSE;
}

/* The longest part of a word that fits in the measure: at a hyphen if there is one, else anywhere.
 */
static guint
fitting_part (Shaper *self, const AkkPiece *piece, gboolean *hyphen)
{
  guint16 positions[MAX_POSITIONS];
  guint n = hyphen_positions (self->setter, piece->word, TRUE, positions);
  double room = self->measure - glyph_width (self->setter, piece, 0xad);
  double width = 0;
  guint bytes = 0, fits = 0;

  *hyphen = TRUE;
  for (guint i = n; i > 0; i--) {
    if (width_before (piece, positions[i - 1], &width) && width <= room)
      return positions[i - 1];
  }

  *hyphen = FALSE;
  width = 0;
  for (guint i = 0; i < piece->word->n_glyphs; i++) {
    const AkkGlyph *glyph = &piece->word->glyphs[i];
    if (glyph->n_bytes > 0 && bytes > 0 &&
        !g_unichar_ismark (g_utf8_get_char (piece->word->text + bytes)))
      fits = bytes;
    bytes += glyph->n_bytes;
    width += glyph->advance * piece->size / AKK_UNITS_PER_EM + piece->tracking;
    if (width > self->measure && fits > 0)
      return fits;
  }
  return 0;
}

static AkkPiece *
add_piece (Shaper *self, AkkPiece piece, const char *text, gsize n_bytes)
{
  /* A word of the cache is no longer than its length field. */
  piece.word = akk_faces_shape (self->setter->faces, piece.face, piece.figures, text, n_bytes);
  piece.width = width_of (piece.word, &piece);
  if (piece.width > self->measure) {
    gboolean hyphen;
    guint part = fitting_part (self, &piece, &hyphen);
    if (part > 0) {
      AkkPiece first = piece;
      first.word = akk_faces_shape (self->setter->faces, piece.face, piece.figures, text, part);
      first.width =
          width_of (first.word, &first) + (hyphen ? glyph_width (self->setter, &piece, 0xad) : 0);
      first.hyphen = hyphen;
      first.end = AKK_END_BREAK;
      first.whole = FALSE;
      g_array_append_val (self->pieces, first);
      piece.whole = FALSE;
      return add_piece (self, piece, text + part, n_bytes - part);
    }
  }
  g_array_append_val (self->pieces, piece);
  return &g_array_index (self->pieces, AkkPiece, self->pieces->len - 1);
}

/* What stands for a character that no typeface has: its number, so that nothing vanishes unseen. */
static void
add_replacement (Shaper *self, AkkPiece piece, gunichar c)
{
  g_autofree char *text = g_strdup_printf ("[U+%04X]", c);

  self->n_missing++;
  add_piece (self, piece, text, strlen (text));
}

/* A token with characters that its face lacks: taken from the other family if that has them. */
static void
add_patched (Shaper *self, AkkPiece piece, const char *text, gsize n_bytes)
{
  const char *limit = text + n_bytes;
  const guint own = piece.face, other = piece.face ^ AKK_FACE_SANS;

  piece.whole = FALSE;
  while (text < limit) {
    gunichar c = g_utf8_get_char (text);
    const char *end = g_utf8_next_char (text);
    guint face = akk_faces_has (self->setter->faces, own, c) ? own : other;

    if (!akk_faces_has (self->setter->faces, face, c)) {
      piece.face = (guint8) own;
      /* Joiners and variants of emoji say nothing alone. */
      if (!g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
          (c < 0xfe00 || c > 0xfe0f))
        add_replacement (self, piece, c);
    } else {
      while (end < limit && akk_faces_has (self->setter->faces, face, g_utf8_get_char (end)) &&
             (face == own) == akk_faces_has (self->setter->faces, own, g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      piece.face = (guint8) face;
      add_piece (self, piece, text, (gsize) (end - text));
    }
    text = end;
  }
}

static void
add_text (Shaper *self, AkkPiece piece, const char *text, gsize n_bytes)
{
  if (akk_faces_shape (self->setter->faces, piece.face, piece.figures, text, n_bytes)->n_missing >
      0)
    add_patched (self, piece, text, n_bytes);
  else
    add_piece (self, piece, text, n_bytes);
}

/* The length of the capitals at the start, if they are an abbreviation: three or more. */
static gsize
capitals (const char *text, gsize n_bytes)
{
  const char *at = text, *limit = text + n_bytes;
  guint n = 0;

  while (at < limit && g_unichar_isupper (g_utf8_get_char (at))) {
    at = g_utf8_next_char (at);
    n++;
  }
  return n >= 3 ? (gsize) (at - text) : 0;
}

/* Abbreviations a little smaller and wider, the rest as it is. */
static void
add_token_part (Shaper *self, AkkPiece piece, const char *text, gsize n_bytes)
{
  AkkPiece small = piece;
  gsize start = 0;

  small.size *= CAPITALS_SCALE;
  small.tracking += CAPITALS_TRACKING;
  small.whole = FALSE;
  for (gsize i = 0; i < n_bytes && self->type->abbreviations;) {
    gsize n = capitals (text + i, n_bytes - i);
    if (n == 0) {
      i += (gsize) (g_utf8_next_char (text + i) - (text + i));
      continue;
    }
    piece.whole = FALSE;
    if (i > start)
      add_text (self, piece, text + start, i - start);
    add_text (self, small, text + i, n);
    start = i += n;
  }
  if (start < n_bytes)
    add_text (self, piece, text + start, n_bytes - start);
}

static void
end_token (Shaper *self, AkkEnd end, gboolean space)
{
  if (self->pieces->len == 0)
    return;
  AkkPiece *last = &g_array_index (self->pieces, AkkPiece, self->pieces->len - 1);
  last->end = (guint8) MAX (last->end, end);
  if (space)
    last->space = glyph_width (self->setter, last, ' ');
}

/* One run of one style: tokens between spaces and breaks. */
static void
add_run (Shaper *self,
         const AkkCopyRun *run,
         const char *text,
         const guint8 *marks,
         gboolean starts_token,
         gboolean ends_token)
{
  AkkPiece piece = { .size = self->type->size,
                     .tracking = self->type->tracking,
                     .href = run->href,
                     .raised = run->raised,
                     .face = (guint8) face_of (self->type, run),
                     .figures = run->raised ? AKK_NUMERALS_SUPERIOR : self->type->figures };
  guint i = 0;

  while (i < run->n_bytes) {
    guint start = i;
    if (marks[i] & AKK_MARK_HARD) {
      end_token (self, AKK_END_HARD, TRUE);
      i += 3;
      continue;
    }
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
      end_token (self, marks[i] & AKK_MARK_GLUE ? AKK_END_NONE : AKK_END_BREAK, TRUE);
      i++;
      continue;
    }
    if (marks[i] & AKK_MARK_BREAK)
      end_token (self, AKK_END_BREAK, FALSE);
    for (i++; i < run->n_bytes && text[i] != ' ' && text[i] != '\t' && text[i] != '\n' &&
              !(marks[i] & (AKK_MARK_BREAK | AKK_MARK_HARD)) &&
              (i - start < MAX_TOKEN || (text[i] & 0xc0) == 0x80);)
      i++;
    piece.whole = self->type->hyphenate && self->measure >= HYPHEN_MEASURE && !run->raised &&
                  (start > 0 || starts_token) && (i < run->n_bytes || ends_token);
    add_token_part (self, piece, text + start, i - start);
  }
}

static gboolean
is_word_end (const char *text, gsize index, gsize n_bytes)
{
  return index >= n_bytes || text[index] == ' ' || text[index] == '\n' || text[index] == '\t' ||
         (n_bytes - index >= 3 && memcmp (text + index, "\342\200\250", 3) == 0);
}

GArray *
akk_pieces_new (const AkkSetter *setter,
                const AkkCopy *text,
                const AkkType *type,
                double measure,
                guint *n_missing)
{
  Shaper self = { .setter = setter,
                  .type = type,
                  .measure = measure,
                  .pieces = g_array_new (FALSE, TRUE, sizeof (AkkPiece)) };
  gsize n_bytes = text->text != NULL ? text->text->len : 0;
  const char *bytes = n_bytes > 0 ? text->text->str : "";
  g_autofree guint8 *marks = g_malloc0 (n_bytes + 1);
  gsize at = 0;

  akk_typeset (setter->phrases, bytes, n_bytes, type->tail, marks);
  for (guint i = 0; n_bytes > 0 && i < text->runs->len; i++) {
    const AkkCopyRun *run = &g_array_index (text->runs, AkkCopyRun, i);
    gboolean starts = at == 0 || is_word_end (bytes, at - 1, n_bytes);
    add_run (&self, run, bytes + at, marks + at, starts,
             is_word_end (bytes, at + run->n_bytes, n_bytes));
    at += run->n_bytes;
  }
  *n_missing = self.n_missing;
  return self.pieces;
}

GArray *
akk_pieces_break (const AkkSetter *setter,
                  const GArray *pieces,
                  const AkkType *type,
                  double measure)
{
  Splitter splitter = { .setter = setter, .pieces = pieces };
  AkkLineRules rules = { .measure = measure, .tail = type->tail, .data = &splitter };
  g_autofree AkkBox *boxes = g_new (AkkBox, pieces->len + 1);

  if (type->hyphenate && measure >= HYPHEN_MEASURE)
    rules.split = split_cb;
  for (guint i = 0; i < pieces->len; i++) {
    const AkkPiece *piece = &g_array_index (pieces, AkkPiece, i);
    boxes[i] = (AkkBox) { .width = piece->width, .space = piece->space, .end = piece->end };
  }
  return akk_break_lines (boxes, pieces->len, &rules);
}
