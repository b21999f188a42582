/* Days as people write them, in the language of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/day.h"

#include <glib/gi18n.h>

#include "core/record.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static char *
format (gint64 days, gint64 today, const char *this_year, const char *other_year)
{
  g_autoptr (GDateTime) date =
      days != AKK_NO_DATE ? g_date_time_new_from_unix_utc (days * DAY_S) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (today * DAY_S);

  if (date == NULL)
    return g_strdup ("");
  return g_date_time_format (
      date, now != NULL && g_date_time_get_year (date) == g_date_time_get_year (now) ? this_year
                                                                                     : other_year);
}

char *
akk_day_long (gint64 days)
{
  /* Translators: a date as in "17 November 2025"; see strftime (). */
  return format (days, 0, _ ("%-d %B %Y"), _ ("%-d %B %Y"));
}

char *
akk_day_short (gint64 days, gint64 today)
{
  /* Translators: a date of this year as in "17 November"; see strftime (). */
  return format (days, today, _ ("%-d %B"), _ ("%-d %B %Y"));
}

char *
akk_day_brief (gint64 days, gint64 today)
{
  /* Translators: a short date of this year as in "17 Nov", and of another; see strftime (). */
  return format (days, today, _ ("%-d %b"), _ ("%-d %b %Y"));
}
