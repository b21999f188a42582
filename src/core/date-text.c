/* Dates as people write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/date-text.h"

#include <string.h>

#include "core/dates.h"
#include "core/record.h"

#define MIN_ABBREVIATION 3

static const char *const months[][2] = {
  { "januari", "january" }, { "februari", "february" }, { "maart", "march" },
  { "april", "april" },     { "mei", "may" },           { "juni", "june" },
  { "juli", "july" },       { "augustus", "august" },   { "september", "september" },
  { "oktober", "october" }, { "november", "november" }, { "december", "december" },
};

/* 1..12, 0 when it is no month. */
static int
month_of (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gsize length = strlen (lower);

  if (length > 0 && lower[length - 1] == '.')
    lower[--length] = '\0';
  if (g_str_equal (lower, "mrt"))
    return 3;
  if (length < MIN_ABBREVIATION)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (months[i][0], lower) || g_str_has_prefix (months[i][1], lower))
      return i + 1;
  return 0;
}

/* A number of that many digits at most; -1 when it is none. */
static int
number_of (const char *text, gsize max_digits)
{
  gsize length = strlen (text);

  if (length == 0 || length > max_digits || strspn (text, "0123456789") != length)
    return -1;
  return atoi (text);
}

gint64
akk_date_read (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gint64 iso = akk_date_parse (trimmed);
  g_auto (GStrv) words = NULL;
  const char *parts[3];
  guint n = 0;
  int month;

  if (iso != AKK_NO_DATE)
    return iso;
  words = g_strsplit_set (trimmed, " -/.", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (n == G_N_ELEMENTS (parts))
      return AKK_NO_DATE;
    parts[n++] = words[i];
  }
  if (n != G_N_ELEMENTS (parts) || strlen (parts[2]) != 4)
    return AKK_NO_DATE;
  month = g_ascii_isdigit (parts[1][0]) ? number_of (parts[1], 2) : month_of (parts[1]);
  return akk_date_from_ymd (number_of (parts[2], 4), month, number_of (parts[0], 2));
}
