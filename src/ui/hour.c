/* Hours of the day as people write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/hour.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/record.h"

char *
akk_hour_words (gint64 minutes)
{
  if (minutes == AKK_NO_DATE)
    return g_strdup ("");
  /* Translators: an hour of the day as in "9:30". */
  return g_strdup_printf (_ ("%d:%02d"), (int) (minutes / 60), (int) (minutes % 60));
}

static gint64
read_digits (const char **text, guint *n_digits)
{
  gint64 value = 0;

  for (*n_digits = 0; g_ascii_isdigit (**text) && *n_digits < 5; (*n_digits)++)
    value = 10 * value + *(*text)++ - '0';
  return value;
}

gint64
akk_hour_read (const char *text)
{
  static const char *const marks[] = { ":", ".", "uur", "u", "h", " " };
  g_autofree char *lower = g_ascii_strdown (text, -1);
  const char *rest = g_strstrip (lower);
  guint n_digits;
  gint64 hours = read_digits (&rest, &n_digits);
  gint64 minutes = 0;

  if (n_digits == 0 || n_digits > 4)
    return AKK_NO_DATE;
  if (n_digits > 2) {
    minutes = hours % 100;
    hours /= 100;
  } else {
    while (*rest == ' ')
      rest++;
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (g_str_has_prefix (rest, marks[i])) {
        rest += strlen (marks[i]);
        break;
      }
    while (*rest == ' ')
      rest++;
    if (*rest != '\0')
      minutes = read_digits (&rest, &n_digits);
    if (n_digits > 2)
      return AKK_NO_DATE;
  }
  while (*rest == ' ')
    rest++;
  if (g_str_equal (rest, "uur") || g_str_equal (rest, "u") || g_str_equal (rest, "h"))
    rest = "";
  return *rest == '\0' && hours < 24 && minutes < 60 ? 60 * hours + minutes : AKK_NO_DATE;
}
