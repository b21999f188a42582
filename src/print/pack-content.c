/* Page descriptions of other people's PDFs, without their marked content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack-internal.h"

#include "print/pdf-scan.h"

static gboolean
is_operator (const AkkPdfToken *token)
{
  return (g_ascii_isalpha (*token->start) || *token->start == '\'' || *token->start == '"') &&
         !akk_pdf_token_is (token, "true") && !akk_pdf_token_is (token, "false") &&
         !akk_pdf_token_is (token, "null");
}

static gboolean
is_one_of (const AkkPdfToken *token, const char *const *words)
{
  for (; *words != NULL; words++)
    if (akk_pdf_token_is (token, *words))
      return TRUE;
  return FALSE;
}

GByteArray *
akk_pack_content_plain (const guint8 *data, gsize length)
{
  static const char *const marks[] = { "BMC", "BDC", "EMC", "MP", "DP", NULL };
  GByteArray *result = g_byte_array_sized_new (length);
  AkkPdfScan scan = akk_pdf_scan (data, length);
  const char *copied = scan.at, *operands = NULL;
  AkkPdfToken token;

  while (akk_pdf_scan_next (&scan, &token)) {
    if (operands == NULL)
      operands = token.start;
    if (!is_operator (&token))
      continue;
    if (akk_pdf_token_is (&token, "ID"))
      akk_pdf_scan_skip_picture (&scan);
    if (is_one_of (&token, marks)) {
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
  static const char *const inks[] = { "k", "K", "/DeviceCMYK", "/CMYK", NULL };
  AkkPdfScan scan = akk_pdf_scan (data, length);
  AkkPdfToken token;

  while (akk_pdf_scan_next (&scan, &token)) {
    if (is_one_of (&token, inks))
      return TRUE;
    if (akk_pdf_token_is (&token, "ID"))
      akk_pdf_scan_skip_picture (&scan);
  }
  return FALSE;
}
