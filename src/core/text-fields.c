/* Takes fields through the CommonMark reader, which must not look inside them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `{{x}}` becomes `{` digits `}` whose digits are private-use characters: to the reader the same as
 * an ordinary word between braces, so that emphasis beside a field is judged by the braces.
 * Private-use characters of the text itself are marked, so that nothing in a text can pass for a
 * hidden field. */
#include "config.h"

#include <string.h>

#include "core/text-private.h"

#define FIRST_DIGIT 0xE000 /* 64 digits */
#define MARK 0xE040 /* the private-use character after it is meant literally */

static gboolean
is_reserved (gunichar c)
{
  return c >= FIRST_DIGIT && c <= MARK;
}

/* The bytes of a reserved character: EE 80 xx, or EE 81 80. */
static gboolean
at_reserved (const char *p)
{
  return (guchar) p[0] == 0xEE && (guchar) p[1] <= 0x81 && is_reserved (g_utf8_get_char (p));
}

static void
append_digits (GString *out, guint number)
{
  guint shift = 30;

  while (shift > 0 && number >> shift == 0)
    shift -= 6;
  for (;; shift -= 6) {
    g_string_append_unichar (out, FIRST_DIGIT + ((number >> shift) & 63));
    if (shift == 0)
      return;
  }
}

/* A numeric entity of a reserved character; how many bytes it takes, 0 if it is not one. */
static gsize
match_entity (const char *p, gunichar *character)
{
  gboolean hex = (p[2] == 'x' || p[2] == 'X');
  const char *digits = p + (hex ? 3 : 2);
  const char *q = digits;
  gunichar c = 0;

  while (q - digits < 7 && (hex ? g_ascii_isxdigit (*q) : g_ascii_isdigit (*q)))
    c = c * (hex ? 16 : 10) + g_ascii_xdigit_value (*q++);
  if (q == digits || *q != ';' || !is_reserved (c))
    return 0;
  *character = c;
  return q + 1 - p;
}

static gsize
match_field (const char *p)
{
  const char *start = p + 2;
  const char *q = start;

  while (q - start <= 200 && *q != '\0' && *q != '}' && *q != '{')
    q++;
  return q[0] == '}' && q[1] == '}' && akk_text_is_field (start, q - start) ? (gsize) (q + 2 - p)
                                                                            : 0;
}

char *
akk_fields_hide (const char *commonmark, GPtrArray *fields)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (commonmark) + 16);
  const char *start = commonmark;
  const char *p = commonmark;

  while (TRUE) {
    gunichar c = 0;
    gsize n_bytes = 0;

    p += strcspn (p, "\\{&\356");
    if (*p == '\0')
      break;
    if (*p == '\\') {
      p += g_ascii_ispunct (p[1]) ? 2 : 1;
      continue;
    }
    if (*p == '{' && p[1] == '{')
      n_bytes = match_field (p);
    else if (*p == '&' && p[1] == '#')
      n_bytes = match_entity (p, &c);
    else if (at_reserved (p)) {
      c = g_utf8_get_char (p);
      n_bytes = 3;
    }
    if (n_bytes == 0) {
      p++;
      continue;
    }
    g_string_append_len (out, start, p - start);
    if (c != 0) {
      g_string_append_unichar (out, MARK);
      g_string_append_unichar (out, c);
    } else {
      g_string_append_c (out, '{');
      append_digits (out, fields->len);
      g_string_append_c (out, '}');
      g_ptr_array_add (fields, g_strndup (p + 2, n_bytes - 4));
    }
    p += n_bytes;
    start = p;
  }
  g_string_append (out, start);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* A hidden field at the brace `p`: its name and where it ends, else NULL. */
static const char *
match_hidden (const char *p, GPtrArray *fields, const char **end)
{
  guint64 number = 0;
  guint n_digits = 0;

  for (p++; (guchar) p[0] == 0xEE && (guchar) p[1] == 0x80 && n_digits < 6; p += 3, n_digits++)
    number = number << 6 | (p[2] & 63);
  if (n_digits == 0 || *p != '}' || number >= fields->len)
    return NULL;
  *end = p + 1;
  return fields->pdata[number];
}

void
akk_fields_show (const char *hidden,
                 GPtrArray *fields,
                 AkkFieldsText literal,
                 AkkFieldsField field,
                 gpointer data)
{
  const char *start = hidden;
  const char *p = hidden;

  while ((p = strchr (p, '\356')) != NULL) {
    const char *end = NULL;
    const char *name = NULL;

    if (at_reserved (p) && g_utf8_get_char (p) == MARK) {
      if (p > start)
        literal (start, p - start, data);
      start = p + 3;
      p = *start != '\0' ? g_utf8_next_char (start) : start;
      continue;
    }
    if (p > start && p[-1] == '{')
      name = match_hidden (p - 1, fields, &end);
    if (name == NULL) {
      p += 3;
      continue;
    }
    if (p - 1 > start)
      literal (start, p - 1 - start, data);
    field (name, data);
    start = p = end;
  }
  if (*start != '\0')
    literal (start, strlen (start), data);
}

static void
restore_text_cb (const char *text, gsize n_bytes, gpointer data)
{
  g_string_append_len (data, text, n_bytes);
}

static void
restore_field_cb (const char *field, gpointer data)
{
  g_string_append_printf (data, "{{%s}}", field);
}

char *
akk_fields_restore (const char *hidden, GPtrArray *fields)
{
  GString *out = g_string_new (NULL);

  akk_fields_show (hidden, fields, restore_text_cb, restore_field_cb, out);
  return g_string_free_and_steal (out);
}
