/* Page descriptions of other people's PDFs, without their marked content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack-internal.h"

#include <string.h>

typedef struct {
  const char *at, *end;
} Scanner;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static gboolean
is_word (const char *token, gsize length, const char *word)
{
  return strlen (word) == length && memcmp (token, word, length) == 0;
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

static void
skip_blank (Scanner *scan)
{
  while (scan->at < scan->end && (is_space (*scan->at) || *scan->at == '%')) {
    if (*scan->at == '%')
      while (scan->at < scan->end && *scan->at != '\n' && *scan->at != '\r')
        scan->at++;
    else
      scan->at++;
  }
}

/* The next word, number, name, string or bracket; FALSE at the end. */
static gboolean
next_token (Scanner *scan, const char **start, gsize *length)
{
  skip_blank (scan);
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

/* The bytes of a picture in the line are no words: they end with an EI that stands alone. */
static void
skip_picture (Scanner *scan)
{
  for (const char *at = scan->at + 1; at + 2 <= scan->end; at++) {
    if (memcmp (at, "EI", 2) == 0 && is_space (at[-1]) &&
        (at + 2 == scan->end || is_space (at[2]))) {
      scan->at = at + 2;
      return;
    }
  }
  scan->at = scan->end;
}

static gboolean
is_operator (const char *token, gsize length)
{
  return (g_ascii_isalpha (*token) || *token == '\'' || *token == '"') &&
         !is_word (token, length, "true") && !is_word (token, length, "false") &&
         !is_word (token, length, "null");
}

static gboolean
marks_content (const char *token, gsize length)
{
  static const char *const words[] = { "BMC", "BDC", "EMC", "MP", "DP" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (token, length, words[i]))
      return TRUE;
  return FALSE;
}

GByteArray *
akk_pack_content_plain (const guint8 *data, gsize length)
{
  GByteArray *result = g_byte_array_sized_new (length);
  Scanner scan = { (const char *) data, (const char *) data + length };
  const char *copied = scan.at, *operands = NULL, *token;
  gsize token_length;

  while (next_token (&scan, &token, &token_length)) {
    if (operands == NULL)
      operands = token;
    if (!is_operator (token, token_length))
      continue;
    if (is_word (token, token_length, "ID"))
      skip_picture (&scan);
    if (marks_content (token, token_length)) {
      g_byte_array_append (result, (const guint8 *) copied, operands - copied);
      copied = scan.at;
    }
    operands = NULL;
  }
  g_byte_array_append (result, (const guint8 *) copied, scan.end - copied);
  return result;
}

gboolean
akk_pack_content_has_inks (const guint8 *data, gsize length)
{
  static const char *const words[] = { "k", "K", "/DeviceCMYK", "/CMYK" };
  Scanner scan = { (const char *) data, (const char *) data + length };
  const char *token;
  gsize token_length;

  while (next_token (&scan, &token, &token_length)) {
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (is_word (token, token_length, words[i]))
        return TRUE;
    if (is_word (token, token_length, "ID"))
      skip_picture (&scan);
  }
  return FALSE;
}
