/* What is to be done: the next meeting with what it lacks, and actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/today-rows.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/parties.h"
#include "core/preparation.h"
#include "core/store-values.h"
#include "ui/day.h"
#include "ui/hour.h"

#define DAY_S G_GINT64_CONSTANT (86400)
/* What a meeting still lacks so many days before it asks for attention. */
#define NEAR 14

/* --- The next meeting --- */

static char *
distance_words (gint64 days)
{
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  return g_strdup_printf (g_dngettext (NULL, "in %d day", "in %d days", (gulong) days), (int) days);
}

static char *
when_words (const AkkMeeting *meeting)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (meeting->date * DAY_S);
  g_autofree char *weekday = g_date_time_format (date, "%A");
  g_autofree char *hour = akk_hour_words (meeting->starts_at);

  /* Translators: a weekday and an hour, as in "Thursday at 9:30". */
  return *hour != '\0' ? g_strdup_printf (_ ("%s at %s"), weekday, hour)
                       : g_steal_pointer (&weekday);
}

static AkkTodayRow *
add_check (AkkToday *self, const AkkAgenda *agenda, AkkGlyph glyph, char *title, char *subtitle)
{
  AkkTodayRow *row = akk_today_add (self, AKK_TODAY_MEETING, title, subtitle, NULL);

  row->glyph = glyph;
  row->place = akk_place_of_meeting (agenda->meeting->record.id);
  return row;
}

static void
add_ready (AkkToday *self, const AkkAgenda *agenda, const GPtrArray *lacks)
{
  g_autofree char *items = g_strdup_printf (
      g_dngettext (NULL, "%u item", "%u items", agenda->entries->len), agenda->entries->len);
  gboolean lacking[AKK_LACK_ATTENDANCE + 1] = { FALSE };
  const char *title = NULL;
  guint delegated = 0;

  for (guint i = 0; i < lacks->len; i++)
    lacking[((const AkkAgendaLack *) lacks->pdata[i])->kind] = TRUE;
  if (!lacking[AKK_LACK_AGENDA] && !lacking[AKK_LACK_INVITATION])
    title = _ ("The agenda and the invitation are ready");
  else if (!lacking[AKK_LACK_AGENDA])
    title = _ ("The agenda is ready");
  else if (!lacking[AKK_LACK_INVITATION])
    title = _ ("The invitation has been sent");
  if (title != NULL)
    add_check (self, agenda, AKK_GLYPH_DONE, g_strdup (title),
               /* Translators: items of an agenda, as in "7 items, 115 of 120 minutes". */
               g_strdup_printf (_ ("%s, %d of %d minutes"), items, (int) agenda->minutes,
                                (int) agenda->meeting->duration_min));
  for (guint i = 0; i < agenda->parties->len; i++)
    delegated += ((const AkkAgendaParty *) agenda->parties->pdata[i])->delegated;
  if (delegated > 0 && !lacking[AKK_LACK_DELEGATE])
    add_check (self, agenda, AKK_GLYPH_DONE, g_strdup (_ ("Every party has delegated somebody")),
               NULL);
}

void
akk_today_add_meeting (AkkToday *self, AkkStore *store, gint64 today)
{
  g_autoptr (AkkMeeting) meeting = akk_meeting_next (store, today);
  g_autoptr (AkkAgenda) agenda = meeting != NULL ? akk_agenda_new (store, meeting) : NULL;
  g_autoptr (GPtrArray) lacks = NULL;
  g_autofree char *when = NULL;
  AkkTodayRow *row;

  if (agenda == NULL || agenda->body == NULL)
    return;
  when = when_words (meeting);
  row = akk_today_add (self, AKK_TODAY_MEETING, g_strdup (agenda->body->name),
                       akk_today_lines (when, meeting->place, NULL),
                       distance_words (meeting->date - today));
  row->day = meeting->date;
  row->place = akk_place_of_meeting (meeting->record.id);
  lacks = akk_agenda_lacks (agenda, today);
  add_ready (self, agenda, lacks);
  for (guint i = 0; i < lacks->len; i++) {
    const AkkAgendaLack *lack = lacks->pdata[i];

    add_check (self, agenda, meeting->date - today <= NEAR ? AKK_GLYPH_ATTENTION : AKK_GLYPH_OPEN,
               g_strdup (lack->text), g_strdup (lack->detail));
  }
}

/* --- Actions --- */

static const char *const action_fields[] = { "deadline", "status", "successor_id", NULL };
enum { A_ID, A_DEADLINE, A_STATUS, A_SUCCESSOR, N_A };

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *two = b;

  if (one[A_DEADLINE] != two[A_DEADLINE])
    return one[A_DEADLINE] < two[A_DEADLINE] ? -1 : 1;
  return one[A_ID] < two[A_ID] ? -1 : one[A_ID] > two[A_ID];
}

/* Those that are open with a deadline up to and including `until`: rows of action_fields. */
static GArray *
pressing_actions (AkkStore *store, gint64 until)
{
  g_autoptr (GArray) values =
      akk_store_values (store, &akk_action_record, action_fields, NULL, 0, NULL);
  GArray *rows = g_array_new (FALSE, FALSE, N_A * sizeof (gint64));

  for (guint i = 0; i + N_A <= values->len; i += N_A) {
    const gint64 *row = &g_array_index (values, gint64, i);

    if (row[A_STATUS] != AKK_ACTION_DONE && row[A_STATUS] != AKK_ACTION_STOPPED &&
        row[A_SUCCESSOR] == 0 && row[A_DEADLINE] != AKK_NO_DATE && row[A_DEADLINE] <= until)
      g_array_append_vals (rows, row, 1);
  }
  g_array_sort (rows, compare_deadlines);
  return rows;
}

static gint64
end_of_month (gint64 day)
{
  int year, month;

  akk_date_to_ymd (day, &year, &month, NULL);
  return (month < 12 ? akk_date_from_ymd (year, month + 1, 1)
                     : akk_date_from_ymd (year + 1, 1, 1)) -
         1;
}

static char *
lead_words (AkkStore *store, const AkkAction *action)
{
  g_autofree char *name = akk_party_short_name (store, action->lead_id);

  if (*name != '\0' && *action->lead != '\0')
    return g_strdup_printf ("%s, %s", name, action->lead);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (action->lead);
}

static void
add_action (AkkToday *self, AkkStore *store, const AkkAction *action, gint64 today)
{
  g_autoptr (AkkAgendaItem) item = akk_store_get (store, &akk_agenda_item_record, action->item_id);
  g_autofree char *lead = lead_words (store, action);
  g_autofree char *day = akk_day_short (action->deadline, today);
  gint64 late = today - action->deadline;
  g_autofree char *due =
      late > 0 ? g_strdup_printf (g_dngettext (NULL, "%d day late", "%d days late", (gulong) late),
                                  (int) late)
               : g_strdup_printf (_ ("by %s"), day);
  AkkTodayRow *row =
      akk_today_add (self, AKK_TODAY_ACTIONS, g_strdup (action->title),
                     *lead != '\0' ? g_strdup_printf ("%s · %s", lead, due) : g_strdup (due), NULL);

  row->glyph = late > 0                            ? AKK_GLYPH_ATTENTION
               : action->status == AKK_ACTION_BUSY ? AKK_GLYPH_BUSY
                                                   : AKK_GLYPH_OPEN;
  row->place = item != NULL && action->plan_id == 0
                   ? akk_place_of_meeting (item->meeting_id)
                   : (AkkPlace) { .target = action->record.id, .action = "view.show-action" };
}

void
akk_today_add_actions (AkkToday *self, AkkStore *store, gint64 today)
{
  g_autoptr (GArray) rows = pressing_actions (store, end_of_month (today));

  for (guint i = 0; i < rows->len; i++) {
    const gint64 *row = (const gint64 *) (void *) rows->data + i * N_A;
    g_autoptr (AkkAction) action = akk_store_get (store, &akk_action_record, row[A_ID]);

    if (action != NULL)
      add_action (self, store, action, today);
  }
}

guint
akk_today_late_actions (AkkStore *store, gint64 today)
{
  g_autoptr (GArray) rows = pressing_actions (store, today - 1);

  return rows->len;
}
