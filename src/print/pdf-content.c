/* Page descriptions: takes out the marks that made cairo see drawings, and types the artifacts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <string.h>

static const char header_artifact[] = "/Artifact << /Type /Pagination /Subtype /Header >> BDC";
static const char footer_artifact[] = "/Artifact << /Type /Pagination /Subtype /Footer >> BDC";
static const char layout_artifact[] = "/Artifact << /Type /Layout >> BDC";

typedef struct {
  const char *at;
  const char *end;
} Scanner;

/* Operands and the operator that takes them. */
typedef struct {
  const char *operands;
  gsize first_length; /* of the first operand */
  const char *name;
  gsize name_length;
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
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return strchr ("()<>[]{}/%", c) != NULL;
}

static void
skip_string (Scanner *scan)
{
  int depth = 0;

  for (; scan->at < scan->end; scan->at++) {
    if (*scan->at == '\\')
      scan->at++;
    else if (*scan->at == '(')
      depth++;
    else if (*scan->at == ')' && --depth == 0)
      break;
  }
  scan->at = MIN (scan->at + 1, scan->end);
}

/* The next word, number, name, string or bracket; FALSE at the end. */
static gboolean
next_token (Scanner *scan, const char **start, gsize *length)
{
  while (scan->at < scan->end && is_space (*scan->at))
    scan->at++;
  if (scan->at >= scan->end)
    return FALSE;

  *start = scan->at;
  if (*scan->at == '(') {
    skip_string (scan);
  } else if (scan->end - scan->at > 1 &&
             (memcmp (scan->at, "<<", 2) == 0 || memcmp (scan->at, ">>", 2) == 0)) {
    scan->at += 2;
  } else if (*scan->at == '<') {
    const char *close = memchr (scan->at, '>', scan->end - scan->at);
    scan->at = close != NULL ? close + 1 : scan->end;
  } else {
    gboolean single = is_delimiter (*scan->at) && *scan->at != '/';
    scan->at++;
    while (!single && scan->at < scan->end && !is_space (*scan->at) && !is_delimiter (*scan->at))
      scan->at++;
  }
  *length = scan->at - *start;
  return TRUE;
}

static gboolean
is_word (const char *token, gsize length, const char *word)
{
  return strlen (word) == length && memcmp (token, word, length) == 0;
}

static gboolean
is_mark_font (const char *name, gsize length, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    if (length > 0 && *name == '/' && is_word (name + 1, length - 1, *marks))
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
  if (is_word (op->name, op->name_length, "BT")) {
    rewrite_copy (self, op->name);
    self->text_begin = self->result->len;
    self->marked = self->shown = FALSE;
  } else if (is_word (op->name, op->name_length, "Tf")) {
    self->marking = is_mark_font (op->operands, op->first_length, self->marks);
    if (self->marking)
      rewrite_replace (self, op->operands, op->end, "");
    self->marked |= self->marking;
    self->shown |= !self->marking;
  } else if (is_word (op->name, op->name_length, "Tj") ||
             is_word (op->name, op->name_length, "TJ")) {
    if (self->marking)
      rewrite_replace (self, op->operands, op->end, "");
  } else if (is_word (op->name, op->name_length, "ET") && self->marked && !self->shown) {
    rewrite_copy (self, op->end);
    g_byte_array_set_size (self->result, self->text_begin);
  }
}

GByteArray *
akk_pdf_content_rewrite (
    const guint8 *data, gsize length, const char *const *marks, const guint8 *kinds, guint n_kinds)
{
  g_autoptr (GByteArray) result = g_byte_array_sized_new (length + 64 * n_kinds);
  Scanner scan = { (const char *) data, (const char *) data + length };
  Rewrite self = { .result = result, .copied = scan.at, .marks = marks };
  Operation op = { 0 };
  const char *token;
  gsize token_length;
  guint n = 0;

  while (next_token (&scan, &token, &token_length)) {
    if (op.operands == NULL) {
      op.operands = token;
      op.first_length = token_length;
    }
    if (!g_ascii_isalpha (*token))
      continue; /* an operand; cairo writes no ' and " */

    op.name = token;
    op.name_length = token_length;
    op.end = scan.at;
    if (is_word (token, token_length, "BMC") &&
        is_word (op.operands, op.first_length, "/Artifact")) {
      if (n == n_kinds)
        return NULL;
      rewrite_replace (&self, op.operands, op.end, artifact_text (kinds[n++]));
    } else {
      rewrite_text (&self, &op);
    }
    op.operands = NULL;
  }
  rewrite_copy (&self, scan.end);
  return n == n_kinds ? g_steal_pointer (&result) : NULL;
}
