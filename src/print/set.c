/* A set paragraph: text with its styles, shaped and broken into lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/set.h"

#include <math.h>
#include <string.h>

#include "print/flow-lines.h"
#include "print/set-pieces.h"

/* What is written while lines are put together. */
typedef struct {
  const AkkSetter *setter;
  const AkkType *type;
  GArray *lines, *spans, *glyphs;
  GString *text;
  double x;
} Writer;

void
akk_copy_clear (AkkCopy *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->runs, g_array_unref);
}

void
akk_copy_add (AkkCopy *self, const char *text, gsize n_bytes, AkkCopyRun run)
{
  if (self->text == NULL) {
    self->text = g_string_new (NULL);
    self->runs = g_array_new (FALSE, TRUE, sizeof (AkkCopyRun));
  }
  if (n_bytes == 0)
    return;
  run.n_bytes = (guint) n_bytes;
  g_string_append_len (self->text, text, (gssize) n_bytes);
  g_array_append_val (self->runs, run);
}

void
akk_copy_add_plain (AkkCopy *self, const char *text)
{
  akk_copy_add (self, text, strlen (text), (AkkCopyRun) { 0 });
}

/* Continues the last span of the line if it looks the same. */
static AkkSpan *
writer_span (Writer *self, const AkkPiece *piece)
{
  AkkSetLine *line = &g_array_index (self->lines, AkkSetLine, self->lines->len - 1);

  if (line->n_spans > 0) {
    AkkSpan *last = &g_array_index (self->spans, AkkSpan, self->spans->len - 1);
    if (last->face == piece->face && last->size == (float) piece->size &&
        last->href == piece->href && last->tracking == (float) piece->tracking &&
        last->raised == piece->raised)
      return last;
  }
  AkkSpan span = { .first_glyph = self->glyphs->len,
                   .first_byte = (guint) self->text->len,
                   .x = (float) self->x,
                   .size = (float) piece->size,
                   .tracking = (float) piece->tracking,
                   .face = piece->face,
                   .raised = piece->raised,
                   .colour = self->type->colour,
                   .href = piece->href };
  g_array_append_val (self->spans, span);
  line->n_spans++;
  return &g_array_index (self->spans, AkkSpan, self->spans->len - 1);
}

static void
writer_add (Writer *self,
            const AkkPiece *piece,
            const AkkGlyph *glyphs,
            guint n_glyphs,
            const char *text,
            gsize n_bytes)
{
  AkkSpan *span = writer_span (self, piece);
  double width = 0;

  for (guint i = 0; i < n_glyphs; i++)
    width += glyphs[i].advance * piece->size / AKK_UNITS_PER_EM + piece->tracking;
  g_array_append_vals (self->glyphs, glyphs, n_glyphs);
  g_string_append_len (self->text, text, (gssize) n_bytes);
  span->n_glyphs += n_glyphs;
  span->n_bytes += (guint) n_bytes;
  span->width += (float) width;
  self->x += width;
}

static void
writer_begin_line (Writer *self)
{
  AkkSetLine line = { .first_span = self->spans->len };

  g_array_append_val (self->lines, line);
  self->x = 0;
}

/* The glyphs and bytes of a piece before `offset`. */
static guint
glyphs_before (const AkkWord *word, guint offset)
{
  guint bytes = 0;

  for (guint i = 0; i < word->n_glyphs; i++) {
    if (word->glyphs[i].n_bytes > 0 && bytes >= offset)
      return i;
    bytes += word->glyphs[i].n_bytes;
  }
  return word->n_glyphs;
}

static void
writer_add_piece (Writer *self, const AkkPiece *piece, guint from, guint to)
{
  const AkkWord *word = piece->word;
  guint first = from > 0 ? glyphs_before (word, from) : 0;
  guint end = to > 0 ? glyphs_before (word, to) : word->n_glyphs;
  guint last_byte = to > 0 ? to : word->n_bytes;

  writer_add (self, piece, word->glyphs + first, end - first, word->text + from, last_byte - from);
}

static void
writer_add_character (Writer *self, const AkkPiece *piece, gunichar c)
{
  AkkGlyph glyph = akk_faces_glyph (self->setter->faces, piece->face, c);
  char bytes[6];

  writer_add (self, piece, &glyph, 1, bytes, (gsize) g_unichar_to_utf8 (c, bytes));
}

static void
write_lines (Writer *self, const GArray *pieces, const GArray *ends)
{
  guint index = 0, offset = 0;

  for (guint i = 0; i < ends->len; i++) {
    const AkkLineEnd *end = &g_array_index (ends, AkkLineEnd, i);
    writer_begin_line (self);
    for (; index <= end->last; index++) {
      const AkkPiece *piece = &g_array_index (pieces, AkkPiece, index);
      gboolean broken = index == end->last && end->offset != 0;
      writer_add_piece (self, piece, offset, broken ? end->offset : 0);
      offset = 0;
      AkkSetLine *line = &g_array_index (self->lines, AkkSetLine, i);
      line->width = (float) self->x;
      if (broken || piece->hyphen) {
        writer_add_character (self, piece, 0xad);
        line->width = (float) self->x;
      }
      if (broken) {
        offset = end->offset;
        break;
      }
      if (piece->space > 0)
        writer_add_character (self, piece, ' ');
    }
  }

  /* What comes after in the structure tree is another word. */
  if (pieces->len > 0 && g_array_index (pieces, AkkPiece, pieces->len - 1).space <= 0)
    writer_add_character (self, &g_array_index (pieces, AkkPiece, pieces->len - 1), ' ');
}

static gpointer
take (GArray *array)
{
  gsize size = array->len * (gsize) g_array_get_element_size (array);
  gpointer data = g_memdup2 (array->data, size);

  g_array_unref (array);
  return data;
}

/* Fills `glyphs` and `exceptions`. Drawing goes through the text in the same way. */
static void
pack_glyphs (AkkSet *self, const GArray *glyphs)
{
  GArray *exceptions = g_array_new (FALSE, TRUE, sizeof (AkkSetException));

  self->n_glyphs = glyphs->len;
  self->glyphs = g_new (AkkSetGlyph, glyphs->len);
  for (guint i = 0; i < self->n_spans; i++) {
    const AkkSpan *span = &self->spans[i];
    const char *at = self->text + span->first_byte;
    for (guint k = span->first_glyph; k < span->first_glyph + span->n_glyphs; k++) {
      const AkkGlyph *glyph = &g_array_index (glyphs, AkkGlyph, k);
      self->glyphs[k] = (AkkSetGlyph) { glyph->id, glyph->advance };
      if (glyph->n_bytes != g_utf8_skip[(guchar) *at] || glyph->dx != 0 || glyph->dy != 0) {
        AkkSetException exception = { k, glyph->dx, glyph->dy, glyph->n_bytes };
        g_array_append_val (exceptions, exception);
      }
      at += glyph->n_bytes;
    }
  }
  self->n_exceptions = exceptions->len;
  self->exceptions = take (exceptions);
}

static guint
first_exception (const AkkSet *self, guint glyph)
{
  guint low = 0, high = self->n_exceptions;

  while (low < high) {
    guint middle = (low + high) / 2;
    if (self->exceptions[middle].glyph < glyph)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

AkkSet *
akk_set_new (const AkkSetter *setter, const AkkCopy *text, const AkkType *type, double measure)
{
  guint n_missing = 0;
  g_autoptr (GArray) pieces = akk_pieces_new (setter, text, type, measure, &n_missing);
  g_autoptr (GArray) ends = akk_pieces_break (setter, pieces, type, measure);
  Writer writer = { .setter = setter,
                    .type = type,
                    .lines = g_array_new (FALSE, TRUE, sizeof (AkkSetLine)),
                    .spans = g_array_new (FALSE, TRUE, sizeof (AkkSpan)),
                    .glyphs = g_array_sized_new (FALSE, TRUE, sizeof (AkkGlyph), 512),
                    .text = g_string_sized_new (512) };
  AkkSet *self = g_new0 (AkkSet, 1);

  write_lines (&writer, pieces, ends);
  if (writer.lines->len == 0)
    writer_begin_line (&writer);
  g_atomic_ref_count_init (&self->ref_count);
  self->leading = (float) type->leading;
  self->baseline = (float) type->baseline;
  self->n_missing = n_missing;
  self->n_lines = writer.lines->len;
  self->n_spans = writer.spans->len;
  self->n_bytes = (guint) writer.text->len;
  self->lines = take (writer.lines);
  self->spans = take (writer.spans);
  self->text = g_memdup2 (writer.text->str, writer.text->len + 1);
  pack_glyphs (self, writer.glyphs);
  g_array_unref (writer.glyphs);
  g_string_free (writer.text, TRUE);
  for (guint i = 0; i < self->n_lines; i++)
    self->width = MAX (self->width, self->lines[i].width);
  return self;
}

AkkSet *
akk_set_ref (AkkSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
akk_set_unref (AkkSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->lines);
  g_free (self->spans);
  g_free (self->glyphs);
  g_free (self->exceptions);
  g_free (self->text);
  g_free (self);
}

void
akk_set_show_span (const AkkSet *self,
                   const AkkSpan *span,
                   AkkFaces *faces,
                   cairo_t *cr,
                   double x,
                   double y,
                   gboolean as_text)
{
  const double scale = span->size / AKK_UNITS_PER_EM;
  const char *at = self->text + span->first_byte;
  guint exception = first_exception (self, span->first_glyph);
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, span->n_glyphs + 1);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, span->n_glyphs + 1);
  gint n_clusters = 0;

  if (span->n_glyphs == 0)
    return;
  x += span->x;
  for (guint i = 0; i < span->n_glyphs; i++) {
    const AkkSetGlyph *it = &self->glyphs[span->first_glyph + i];
    AkkSetException how = { .n_bytes = (guint16) g_utf8_skip[(guchar) *at] };
    if (exception < self->n_exceptions &&
        self->exceptions[exception].glyph == span->first_glyph + i)
      how = self->exceptions[exception++];
    glyphs[i] = (cairo_glyph_t) { it->id, x + how.dx * scale, y - how.dy * scale };
    x += it->advance * scale + span->tracking;
    at += how.n_bytes;
    if (how.n_bytes > 0 || n_clusters == 0)
      clusters[n_clusters++] = (cairo_text_cluster_t) { how.n_bytes, 1 };
    else
      clusters[n_clusters - 1].num_glyphs++;
  }

  cairo_set_font_face (cr, akk_faces_cairo (faces, span->face));
  cairo_set_font_size (cr, span->size);
  /* Of a cluster beyond all measure not all bytes are counted: cairo would refuse it. */
  if (as_text && at == self->text + span->first_byte + span->n_bytes)
    cairo_show_text_glyphs (cr, self->text + span->first_byte, (int) span->n_bytes, glyphs,
                            (int) span->n_glyphs, clusters, n_clusters, 0);
  else
    cairo_show_glyphs (cr, glyphs, (int) span->n_glyphs);
}

void
akk_set_draw_span (const AkkSet *self,
                   const AkkSpan *span,
                   AkkFaces *faces,
                   cairo_t *cr,
                   double x,
                   double y,
                   gboolean as_text)
{
  akk_set_colour (cr, span->colour);
  akk_set_show_span (self, span, faces, cr, x, y, as_text);
}

void
akk_set_colour (cairo_t *cr, AkkColour colour)
{
  if (colour == AKK_COLOUR_ACCENT)
    cairo_set_source_rgb (cr, 0x17 / 255.0, 0x41 / 255.0, 0x5e / 255.0);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
}
