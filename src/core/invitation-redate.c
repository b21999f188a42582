/* The words of an invitation when its meeting gets another day or hour.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/invitation.h"

#include <string.h>

#include "core/dates.h"

/* What is said instead of what; the longest come first. */
typedef struct {
  char *before, *after;
} Change;

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_free (change->before);
  g_free (change->after);
}

static void
add_change (GArray *changes, char *before, char *after)
{
  Change change = { before, after };

  g_array_append_val (changes, change);
}

/* "20 november" of "20 november 2025". */
static char *
without_year (const char *date)
{
  const char *space = strrchr (date, ' ');

  return space != NULL ? g_strndup (date, (gsize) (space - date)) : g_strdup (date);
}

/* "5/11/2025" as a form says it, where 'd' and 'm' stand for a number, 'D' and 'M' for one of two
 * digits at least, 'y' for the year and 'Y' for its last two digits. */
static char *
in_digits (gint64 day, const char *form)
{
  GString *said = g_string_new (NULL);
  int y, m, d;

  akk_date_to_ymd (day, &y, &m, &d);
  for (; *form != '\0'; form++) {
    if (*form == 'd' || *form == 'm')
      g_string_append_printf (said, "%d", *form == 'd' ? d : m);
    else if (*form == 'D' || *form == 'M' || *form == 'Y')
      g_string_append_printf (said, "%02d", *form == 'D' ? d : (*form == 'M' ? m : y % 100));
    else if (*form == 'y')
      g_string_append_printf (said, "%d", y);
    else
      g_string_append_c (said, *form);
  }
  return g_string_free_and_steal (said);
}

/* Of what looks alike that without zeros comes first. */
static void
add_digits (GArray *changes, gint64 before, gint64 after)
{
  static const char *const forms[] = { "y-M-D", "d/m/y", "d-m-y", "d.m.y", "D/M/y", "D-M-y",
                                       "D.M.y", "d/M/y", "d-M-y", "d.M.y", "d/m/Y", "d-m-Y",
                                       "d.m.Y", "D/M/Y", "D-M-Y", "D.M.Y" };
  /* Only with strokes: "5.11" is an hour, and "5-11" is up to eleven. */
  static const char *const short_forms[][2] = { { "d/m", "d/m/y" }, { "D/M", "D/M/y" } };
  int year, year_after;

  akk_date_to_ymd (before, &year, NULL, NULL);
  akk_date_to_ymd (after, &year_after, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    add_change (changes, in_digits (before, forms[i]), in_digits (after, forms[i]));
  for (guint i = 0; i < G_N_ELEMENTS (short_forms); i++)
    add_change (changes, in_digits (before, short_forms[i][0]),
                in_digits (after, short_forms[i][year != year_after]));
}

/* The day with each day of the week before it, and without one. A text that names no year needs one
 * once that is another. */
static void
add_days (GArray *changes, AkkPhrases *phrases, gint64 before, gint64 after)
{
  g_auto (GStrv) weekdays = g_strsplit (akk_phrases_get (phrases, "weekdays"), ";", -1);
  guint today = (guint) akk_date_weekday (after) - 1;
  const char *weekday = today < g_strv_length (weekdays) ? weekdays[today] : "";
  g_autofree char *old_long = akk_phrases_date (phrases, before);
  g_autofree char *new_long = akk_phrases_date (phrases, after);
  g_autofree char *old_short = without_year (old_long);
  g_autofree char *new_short = without_year (new_long);
  const char *dates[][2] = { { old_long, new_long }, { old_short, new_short } };

  if (!g_str_equal (old_long + strlen (old_short), new_long + strlen (new_short)))
    dates[1][1] = new_long;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    for (guint j = 0; weekdays[j] != NULL; j++)
      add_change (changes, g_strdup_printf ("%s %s", weekdays[j], dates[i][0]),
                  g_strdup_printf ("%s %s", weekday, dates[i][1]));
    add_change (changes, g_strdup (dates[i][0]), g_strdup (dates[i][1]));
  }
  add_digits (changes, before, after);
}

static void
add_hours (GArray *changes, gint64 before, gint64 after)
{
  static const char *const forms[] = { "%d.%02d",   "%d:%02d",   "%du%02d",
                                       "%02d.%02d", "%02d:%02d", "%02du%02d" };
  /* A whole hour, and how one says it with minutes. */
  static const char *const whole[][2] = { { "%d uur", "%d.%02d uur" }, { "%du", "%du%02d" } };
  int hour = (int) before / 60, minute = (int) before % 60;
  int hour_after = (int) after / 60, minute_after = (int) after % 60;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-extra-args"
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    add_change (changes, g_strdup_printf (forms[i], hour, minute),
                g_strdup_printf (forms[i], hour_after, minute_after));
  for (guint i = 0; i < G_N_ELEMENTS (whole) && minute == 0; i++)
    add_change (changes, g_strdup_printf (whole[i][0], hour),
                g_strdup_printf (whole[i][minute_after > 0], hour_after, minute_after));
#pragma GCC diagnostic pop
}

/* Whether words end here: "20/11" is not what "20/11/2024" says. */
static gboolean
ends_at (const char *end)
{
  return !g_ascii_isalnum (*end) && !(*end == '/' && g_ascii_isdigit (end[1]));
}

/* The change of which the words stand here, as whole words. */
static const Change *
find (const GArray *changes, const char *text, const char *at)
{
  if (at > text &&
      (g_ascii_isalnum (at[-1]) || (at[-1] == '/' && at - 1 > text && g_ascii_isdigit (at[-2]))))
    return NULL;
  for (guint i = 0; i < changes->len; i++) {
    const Change *change = &g_array_index (changes, Change, i);
    gsize length = strlen (change->before);

    if (g_ascii_strncasecmp (at, change->before, length) == 0 && ends_at (at + length))
      return change;
  }
  return NULL;
}

char *
akk_invitation_redate (
    const char *text, AkkPhrases *phrases, const AkkMeeting *before, gint64 date, gint64 starts_at)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  GString *said = g_string_new (NULL);

  g_array_set_clear_func (changes, change_clear);
  if (before->date != date && before->date != AKK_NO_DATE && date != AKK_NO_DATE)
    add_days (changes, phrases, before->date, date);
  if (before->starts_at != starts_at && before->starts_at != AKK_NO_DATE &&
      starts_at != AKK_NO_DATE)
    add_hours (changes, before->starts_at, starts_at);
  for (const char *at = text; *at != '\0';) {
    const Change *change = find (changes, text, at);

    if (change == NULL) {
      g_string_append_c (said, *at++);
      continue;
    }
    g_string_append (said, change->after);
    if (g_ascii_isupper (*at))
      said->str[said->len - strlen (change->after)] = g_ascii_toupper (*change->after);
    at += strlen (change->before);
  }
  return g_string_free_and_steal (said);
}
