/* Order keys: text that sorts where its record stands in a list, with room between any two.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key is a number in base 62: an integer part of WIDTH digits and, when there is no integer
 * between two neighbours, digits of a fraction. The last digit of a fraction is never '0', so that
 * no two keys are the same number and there is always room in front of one. */
#include "config.h"

#include "core/order.h"

#include <string.h>

#define WIDTH 6
#define BASE 62

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/* What is not a digit (a damaged or foreign key) counts as the lowest. */
static int
digit_at (const char *key, gsize n, gsize length, int beyond)
{
  const char *found = n < length ? strchr (digits, key[n]) : NULL;

  if (n >= length)
    return beyond;
  return found != NULL ? (int) (found - digits) : 0;
}

static gint64
integer_part (const char *key)
{
  gint64 number = 0;

  for (gsize i = 0; i < WIDTH; i++)
    number = number * BASE + digit_at (key, i, strlen (key), 0);
  return number;
}

static char *
integer_key (gint64 number)
{
  char *key = g_strnfill (WIDTH, '0');

  for (int i = WIDTH - 1; i >= 0; i--, number /= BASE)
    key[i] = digits[number % BASE];
  return key;
}

/* Digit by digit; once the key is below `after`, or there is none, the rest is free. Right after
 * `before` it takes the next digit (lists grow at their end), in new ground the middle one. */
static char *
between_digits (const char *before, const char *after)
{
  gsize n_before = strlen (before), n_after = strlen (after);
  GString *key = g_string_new (NULL);
  gboolean free_above = n_after == 0;

  for (gsize i = 0;; i++) {
    int low = digit_at (before, i, n_before, 0);
    int high;

    if (i >= n_after)
      free_above = TRUE;
    high = free_above ? BASE : digit_at (after, i, n_after, 0);
    if (high - low <= 1) {
      g_string_append_c (key, digits[low]);
      free_above = free_above || high > low;
      continue;
    }
    g_string_append_c (key, digits[free_above && i < n_before ? low + 1 : (low + high) / 2]);
    if (key->len >= WIDTH)
      return g_string_free_and_steal (key);
    free_above = TRUE;
  }
}

char *
akk_order_between (const char *before, const char *after)
{
  const gint64 end = 56800235584; /* 62⁶ */
  gint64 low, high;

  before = before != NULL ? before : "";
  after = after != NULL ? after : "";
  if (*after != '\0' && strcmp (before, after) >= 0)
    after = "";
  low = *before != '\0' ? integer_part (before) : -1;
  high = *after != '\0' ? integer_part (after) : end;

  if (*before == '\0' && *after == '\0')
    return integer_key (end / 2);
  if (*after == '\0' && low + 1 < end)
    return integer_key (low + 1);
  if (*before == '\0' && high > 1)
    return integer_key (high - 1);
  if (high - low > 1)
    return integer_key (low + (high - low) / 2);
  return between_digits (before, after);
}
