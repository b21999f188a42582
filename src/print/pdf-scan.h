/* Page descriptions of PDFs, read token by token.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is still to be read. */
typedef struct {
  const char *at, *end;
} AkkPdfScan;

/* One word, number, name, string or bracket, within the bytes that are scanned. */
typedef struct {
  const char *start;
  gsize length;
} AkkPdfToken;

AkkPdfScan akk_pdf_scan (const guint8 *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
/* The next token; FALSE at the end. Comments are passed over; a string that is cut off ends where
 * the bytes do. */
gboolean akk_pdf_scan_next (AkkPdfScan *self, AkkPdfToken *token) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes of a picture in the line are no tokens: called after its ID, goes on behind its EI. */
void akk_pdf_scan_skip_picture (AkkPdfScan *self);

gboolean akk_pdf_token_is (const AkkPdfToken *token, const char *word);

G_END_DECLS
