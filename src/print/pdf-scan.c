/* Page descriptions of PDFs, read token by token.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-scan.h"

#include <string.h>

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

static void
skip_blank (AkkPdfScan *self)
{
  while (self->at < self->end && (is_space (*self->at) || *self->at == '%')) {
    if (*self->at == '%')
      while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
        self->at++;
    else
      self->at++;
  }
}

static void
skip_string (AkkPdfScan *self)
{
  int depth = 0;
  gboolean escaped = FALSE;

  while (self->at < self->end) {
    char c = *self->at++;

    if (escaped)
      escaped = FALSE;
    else if (c == '\\')
      escaped = TRUE;
    else if (c == '(')
      depth++;
    else if (c == ')' && --depth == 0)
      return;
  }
}

AkkPdfScan
akk_pdf_scan (const guint8 *data, gsize length)
{
  return (AkkPdfScan) { (const char *) data, (const char *) data + length };
}

gboolean
akk_pdf_scan_next (AkkPdfScan *self, AkkPdfToken *token)
{
  skip_blank (self);
  if (self->at >= self->end)
    return FALSE;

  token->start = self->at;
  if (*self->at == '(') {
    skip_string (self);
  } else if (self->end - self->at > 1 &&
             (memcmp (self->at, "<<", 2) == 0 || memcmp (self->at, ">>", 2) == 0)) {
    self->at += 2;
  } else if (*self->at == '<') {
    const char *close = memchr (self->at, '>', self->end - self->at);
    self->at = close != NULL ? close + 1 : self->end;
  } else {
    gboolean single = is_delimiter (*self->at) && *self->at != '/';
    self->at++;
    while (!single && self->at < self->end && !is_space (*self->at) && !is_delimiter (*self->at))
      self->at++;
  }
  token->length = self->at - token->start;
  return TRUE;
}

void
akk_pdf_scan_skip_picture (AkkPdfScan *self)
{
  for (const char *at = self->at; self->end - at >= 3; at++) {
    if (is_space (at[0]) && memcmp (at + 1, "EI", 2) == 0 &&
        (at + 3 == self->end || is_space (at[3]))) {
      self->at = at + 3;
      return;
    }
  }
  self->at = self->end;
}

gboolean
akk_pdf_token_is (const AkkPdfToken *token, const char *word)
{
  return strlen (word) == token->length && memcmp (token->start, word, token->length) == 0;
}
