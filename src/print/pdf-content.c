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

GByteArray *
akk_pdf_content_rewrite (
    const guint8 *data, gsize length, const char *const *marks, const guint8 *kinds, guint n_kinds)
{
  g_autoptr (GByteArray) result = g_byte_array_sized_new (length + 64 * n_kinds);
  Scanner scan = { (const char *)data, (const char *)data + length };
  const char *copied = scan.at; /* up to here the result is written */
  const char *operands = scan.at; /* where the running operation begins */
  const char *first = NULL, *token;
  gsize first_length = 0, token_length;
  gboolean marking = FALSE;
  guint n = 0;

  while (next_token (&scan, &token, &token_length)) {
    const char *instead = NULL;

    if (first == NULL) {
      first = operands = token;
      first_length = token_length;
    }
    if (!g_ascii_isalpha (*token) && *token != '\'' && *token != '"')
      continue; /* an operand */

    if (is_word (token, token_length, "Tf")) {
      marking = is_mark_font (first, first_length, marks);
      instead = marking ? "" : NULL;
    } else if (marking &&
               (is_word (token, token_length, "Tj") || is_word (token, token_length, "TJ"))) {
      instead = "";
    } else if (is_word (token, token_length, "BMC") && is_word (first, first_length, "/Artifact")) {
      if (n == n_kinds)
        return NULL;
      instead = artifact_text (kinds[n++]);
    }
    if (instead != NULL) {
      g_byte_array_append (result, (const guint8 *)copied, operands - copied);
      g_byte_array_append (result, (const guint8 *)instead, strlen (instead));
      copied = scan.at;
    }
    first = NULL;
  }
  g_byte_array_append (result, (const guint8 *)copied, scan.end - copied);
  return n == n_kinds ? g_steal_pointer (&result) : NULL;
}
