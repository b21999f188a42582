/* The control code of a version.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/control-code.h"

#include <string.h>

#define N_DATA 14
#define N_BITS 5 /* of a character */
#define MODULUS 1021 /* the greatest prime that two characters can hold */
#define FACTOR 37

/* Without I, L, O and U. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static gint
value_of (char character)
{
  const char *found = character != '\0' ? strchr (alphabet, character) : NULL;

  return found != NULL ? (gint) (found - alphabet) : -1;
}

/* A code is right when the sum of its characters, each times its weight, is 0. The last two hold
 * the rest of the others (weights −32 and −1). All weights differ and none is 0, and the modulus is
 * prime: so one wrong character changes the sum, and so does a swap of two. */
static guint
weight_of (guint position)
{
  if (position < N_DATA)
    return (position + 1) * FACTOR;
  return position == N_DATA ? MODULUS - 32 : MODULUS - 1;
}

static guint
weighted_sum (const char *code, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weight_of (i) * value_of (code[i]);
  return sum % MODULUS;
}

static guint
bits_at (const guint8 *bytes, guint at)
{
  guint pair = bytes[at / 8] << 8 | bytes[at / 8 + 1];

  return pair >> (16 - N_BITS - at % 8) & 31;
}

char *
akk_control_code_new (const char *content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char *code = g_malloc0 (AKK_CONTROL_CODE_LENGTH + 1);
  guint8 digest[32];
  gsize n_bytes = sizeof digest;
  guint check;

  g_checksum_update (checksum, (const guchar *) content, -1);
  g_checksum_get_digest (checksum, digest, &n_bytes);
  for (guint i = 0; i < N_DATA; i++)
    code[i] = alphabet[bits_at (digest, i * N_BITS)];
  check = weighted_sum (code, N_DATA);
  code[N_DATA] = alphabet[check / 32];
  code[N_DATA + 1] = alphabet[check % 32];
  return code;
}

static gboolean
is_ignored (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_FORMAT ||
         c == 0x2212; /* minus */
}

char *
akk_control_code_parse (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    char c = g_ascii_toupper (*p);

    if (is_ignored (g_utf8_get_char (p)))
      continue;
    c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    if (value_of (c) < 0)
      return NULL;
    g_string_append_c (code, c);
  }
  if (code->len != AKK_CONTROL_CODE_LENGTH)
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&code));
}

gboolean
akk_control_code_check (const char *code)
{
  if (strlen (code) != AKK_CONTROL_CODE_LENGTH)
    return FALSE;
  for (guint i = 0; i < AKK_CONTROL_CODE_LENGTH; i++)
    if (value_of (code[i]) < 0)
      return FALSE;
  return weighted_sum (code, AKK_CONTROL_CODE_LENGTH) == 0;
}

char *
akk_control_code_format (const char *code)
{
  if (strlen (code) != AKK_CONTROL_CODE_LENGTH)
    return g_strdup (code);
  return g_strdup_printf ("%.4s-%.4s-%.4s-%.4s", code, code + 4, code + 8, code + 12);
}

GPtrArray *
akk_control_code_find (const char *text)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex =
      g_regex_new ("\\b[0-9A-Z]{4}(?:[-‐‑–][0-9A-Z]{4}){3}\\b", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *found = g_match_info_fetch (match, 0);
    g_autofree char *code = akk_control_code_parse (found);

    if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
      g_ptr_array_add (codes, g_steal_pointer (&code));
  }
  return codes;
}
