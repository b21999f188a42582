/* Page descriptions: takes out the marks that made cairo see drawings, and types the artifacts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <string.h>

#include "print/pdf-scan.h"

static const char header_artifact[] = "/Artifact << /Type /Pagination /Subtype /Header >> BDC";
static const char footer_artifact[] = "/Artifact << /Type /Pagination /Subtype /Footer >> BDC";
static const char layout_artifact[] = "/Artifact << /Type /Layout >> BDC";

/* Operands and the operator that takes them. */
typedef struct {
  AkkPdfToken first; /* of the operands */
  AkkPdfToken name;
  const char *end;
} Operation;

typedef struct {
  GByteArray *result;
  const char *copied; /* up to here the result is written */
  const char *const *marks;
  gsize text_begin; /* of the running text object, in the result */
  gboolean marking; /* the mark's font is set */
  gboolean marked, shown;
} Rewrite;

static gboolean
is_mark_font (const AkkPdfToken *font, const char *const *marks)
{
  const AkkPdfToken name = { font->start + 1, font->length - 1 };

  for (; *marks != NULL; marks++)
    if (*font->start == '/' && akk_pdf_token_is (&name, *marks))
      return TRUE;
  return FALSE;
}

static const char *
artifact_text (AkkArtifact kind)
{
  switch (kind) {
  case AKK_ARTIFACT_HEADER:
    return header_artifact;
  case AKK_ARTIFACT_FOOTER:
    return footer_artifact;
  case AKK_ARTIFACT_LAYOUT:
  default:
    return layout_artifact;
  }
}

static void
rewrite_copy (Rewrite *self, const char *until)
{
  g_byte_array_append (self->result, (const guint8 *) self->copied, until - self->copied);
  self->copied = until;
}

static void
rewrite_replace (Rewrite *self, const char *from, const char *to, const char *text)
{
  rewrite_copy (self, from);
  g_byte_array_append (self->result, (const guint8 *) text, strlen (text));
  self->copied = to;
}

/* The text operations: whatever the mark's font shows goes, and a text object that held nothing
 * else. */
static void
rewrite_text (Rewrite *self, const Operation *op)
{
  if (akk_pdf_token_is (&op->name, "BT")) {
    rewrite_copy (self, op->name.start);
    self->text_begin = self->result->len;
    self->marked = self->shown = FALSE;
  } else if (akk_pdf_token_is (&op->name, "Tf")) {
    self->marking = is_mark_font (&op->first, self->marks);
    if (self->marking)
      rewrite_replace (self, op->first.start, op->end, "");
    self->marked |= self->marking;
    self->shown |= !self->marking;
  } else if (akk_pdf_token_is (&op->name, "Tj") || akk_pdf_token_is (&op->name, "TJ")) {
    if (self->marking)
      rewrite_replace (self, op->first.start, op->end, "");
  } else if (akk_pdf_token_is (&op->name, "ET") && self->marked && !self->shown) {
    rewrite_copy (self, op->end);
    g_byte_array_set_size (self->result, self->text_begin);
  }
}

GByteArray *
akk_pdf_content_rewrite (
    const guint8 *data, gsize length, const char *const *marks, const guint8 *kinds, guint n_kinds)
{
  g_autoptr (GByteArray) result = g_byte_array_sized_new (length + 64 * n_kinds);
  AkkPdfScan scan = akk_pdf_scan (data, length);
  Rewrite self = { .result = result, .copied = scan.at, .marks = marks };
  Operation op = { 0 };
  guint n = 0;

  while (akk_pdf_scan_next (&scan, &op.name)) {
    if (op.first.start == NULL)
      op.first = op.name;
    if (!g_ascii_isalpha (*op.name.start))
      continue; /* an operand; cairo writes no ' and " */

    op.end = scan.at;
    if (akk_pdf_token_is (&op.name, "BMC") && akk_pdf_token_is (&op.first, "/Artifact")) {
      if (n == n_kinds)
        return NULL;
      rewrite_replace (&self, op.first.start, op.end, artifact_text (kinds[n++]));
    } else {
      rewrite_text (&self, &op);
    }
    op.first.start = NULL;
  }
  rewrite_copy (&self, scan.end);
  return n == n_kinds ? g_steal_pointer (&result) : NULL;
}
