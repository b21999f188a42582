/* Who and when, chosen with few keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/jot.h"

#include <string.h>

#include "core/date-text.h"
#include "core/dates.h"
#include "core/meetings.h"

static void
day_free (AkkJotDay *self)
{
  g_clear_object (&self->meeting);
  g_free (self);
}

/* A day that is offered already is not offered again: a meeting comes before the end of a month. */
static void
add_day (GPtrArray *days, AkkJotDayKind kind, gint64 date, AkkMeeting *meeting)
{
  AkkJotDay *day;

  if (date == AKK_NO_DATE)
    return;
  for (guint i = 0; i < days->len; i++)
    if (((const AkkJotDay *) days->pdata[i])->date == date)
      return;
  day = g_new0 (AkkJotDay, 1);
  day->kind = kind;
  day->date = date;
  day->meeting = meeting != NULL ? g_object_ref (meeting) : NULL;
  g_ptr_array_add (days, day);
}

/* The same day so many months later; the last one of a shorter month. */
static gint64
months_later (gint64 date, int months)
{
  int year, month, day;
  gint64 later = AKK_NO_DATE;

  akk_date_to_ymd (date, &year, &month, &day);
  month += months - 1;
  while (later == AKK_NO_DATE && day > 0)
    later = akk_date_from_ymd (year + month / 12, month % 12 + 1, day--);
  return later;
}

static gint64
end_of_month (gint64 date)
{
  int year, month;

  akk_date_to_ymd (date, &year, &month, NULL);
  return month == 12 ? akk_date_from_ymd (year, 12, 31)
                     : akk_date_from_ymd (year, month + 1, 1) - 1;
}

/* --- Typed --- */

/* "+3w", "+2m", "+10d". */
static gint64
read_distance (const char *typed, gint64 from)
{
  char *end;
  gint64 n;

  if (*typed != '+')
    return AKK_NO_DATE;
  n = g_ascii_strtoll (typed + 1, &end, 10);
  if (end == typed + 1 || n < 1 || n > 999 || *end == '\0' || end[1] != '\0')
    return AKK_NO_DATE;
  switch (g_ascii_tolower (*end)) {
  case 'd':
    return from + n;
  case 'w':
    return from + 7 * n;
  case 'm':
    return months_later (from, (int) n);
  default:
    return AKK_NO_DATE;
  }
}

/* A date without its year is the next such day, one of next year at the latest. */
static gint64
read_day (const char *typed, gint64 from)
{
  gint64 date = akk_date_read (typed);
  const char *separator = strpbrk (typed, "/-.") != NULL ? "/" : " ";
  g_autofree char *even = NULL;
  int year;

  if (date != AKK_NO_DATE || *typed == '\0')
    return date;
  akk_date_to_ymd (from, &year, NULL, NULL);
  even = g_strdelimit (g_strdup (typed), "-.", '/');
  for (int i = 0; i < 2 && (date == AKK_NO_DATE || date < from); i++) {
    g_autofree char *whole = g_strdup_printf ("%s%s%d", even, separator, year + i);

    date = akk_date_read (whole);
  }
  return date;
}

/* --- Offered --- */

static void
add_meetings (GPtrArray *days, AkkStore *store, const AkkAgenda *agenda, gint64 from)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (store, agenda->agreement->record.id, 0);
  g_autoptr (GHashTable) bodies = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];

    if (akk_meeting_ahead (meeting) && meeting->date > from &&
        g_hash_table_add (bodies, &meeting->body_id))
      add_day (days, AKK_JOT_DAY_MEETING, meeting->date, meeting);
  }
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  const AkkJotDay *first = *(const AkkJotDay *const *) a, *second = *(const AkkJotDay *const *) b;

  return (first->date > second->date) - (first->date < second->date);
}

GPtrArray *
akk_jot_days (AkkStore *store, const AkkAgenda *agenda, const char *typed, gint64 today)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  gint64 from = MAX (agenda->meeting->date, today);
  g_autofree char *words = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  int year;

  if (*words != '\0') {
    gint64 date = read_distance (words, from);

    add_day (days, AKK_JOT_DAY_TYPED, date != AKK_NO_DATE ? date : read_day (words, from), NULL);
    return days;
  }
  akk_date_to_ymd (from, &year, NULL, NULL);
  add_meetings (days, store, agenda, from);
  add_day (days, AKK_JOT_DAY_FORTNIGHT, from + 14, NULL);
  add_day (days, AKK_JOT_DAY_MONTH, end_of_month (from), NULL);
  add_day (days, AKK_JOT_DAY_QUARTER, months_later (from, 3), NULL);
  add_day (days, AKK_JOT_DAY_YEAR, akk_date_from_ymd (year, 12, 31), NULL);
  g_ptr_array_sort (days, by_date);
  return days;
}

GPtrArray *
akk_jot_parties (const AkkAgenda *agenda, const char *typed)
{
  GPtrArray *parties = g_ptr_array_new ();
  gboolean all = typed == NULL || *typed == '\0';

  for (guint i = 0; i < agenda->parties->len; i++) {
    AkkAgendaParty *party = agenda->parties->pdata[i];

    if (all || g_str_match_string (typed, party->name, TRUE))
      g_ptr_array_add (parties, party);
  }
  return parties;
}
