/* A meeting in words: when it is, what its state is, what is said of its agenda and its seats.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/meeting-words.h"

#include <glib/gi18n.h>

#include "ui/day.h"
#include "ui/hour.h"
#include "ui/party-words.h"
#include "ui/record-words.h"

#define DAY_S G_GINT64_CONSTANT (86400)

/* --- The meeting --- */

char *
akk_meeting_when (const AkkMeeting *meeting)
{
  g_autoptr (GDateTime) day =
      meeting->date != AKK_NO_DATE ? g_date_time_new_from_unix_utc (meeting->date * DAY_S) : NULL;
  gint64 ends_at = meeting->ended_at != AKK_NO_DATE ? meeting->ended_at
                                                    : meeting->starts_at + meeting->duration_min;
  g_autofree char *date = NULL;
  g_autofree char *from = akk_hour_words (meeting->starts_at);
  g_autofree char *to = NULL;

  if (day == NULL)
    return g_strdup ("");
  /* Translators: a date as in "Thursday 20 November 2025"; see strftime (). */
  date = g_date_time_format (day, _ ("%A %-d %B %Y"));
  if (meeting->starts_at == AKK_NO_DATE)
    return g_steal_pointer (&date);
  to = akk_hour_words (ends_at % (24 * 60));
  /* Translators: a day, and the hours between which something happens. */
  return g_strdup_printf (_ ("%s, %s – %s"), date, from, to);
}

char *
akk_agenda_time_words (const AkkAgenda *agenda)
{
  if (agenda->over > 0)
    return g_strdup_printf (ngettext ("%d minutes: %d minute more than the meeting has",
                                      "%d minutes: %d minutes more than the meeting has",
                                      (gulong) agenda->over),
                            (int) agenda->minutes, (int) agenda->over);
  return g_strdup_printf (_ ("%d of %d minutes allotted"), (int) agenda->minutes,
                          (int) agenda->meeting->duration_min);
}

/* Those that nobody is, or was, there for. */
static char *
unrepresented (const AkkAgenda *agenda)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < agenda->parties->len; i++) {
    const AkkAgendaParty *party = agenda->parties->pdata[i];

    if (!party->represented)
      g_ptr_array_add (names, party->name);
  }
  if (names->len == 0)
    return g_strdup (agenda->parties->len > 0 ? _ ("Every party is represented.") : "");
  if (names->len == 1)
    return g_strdup_printf (_ ("%s is not represented."), (char *) names->pdata[0]);
  if (names->len == agenda->parties->len)
    return g_strdup (_ ("No party is represented yet."));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  return g_strdup_printf (_ ("Not represented: %s."), list);
}

char *
akk_agenda_seats_words (const AkkAgenda *agenda)
{
  gboolean held = akk_meeting_held (agenda->meeting);
  g_autofree char *numbers = NULL;
  g_autofree char *missing = unrepresented (agenda);
  guint seats = 0, come = 0;

  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];

    if (seat->seat == NULL)
      continue;
    seats++;
    come += seat->state == AKK_ATTENDANCE_PRESENT || seat->state == AKK_ATTENDANCE_REPLACED ||
            (!held && seat->state == AKK_ATTENDANCE_COMING);
  }
  numbers = g_strdup_printf (held ? _ ("%u of %u seats present") : _ ("%u of %u seats confirmed"),
                             come, seats);
  return g_strdup_printf ("%s. %s", numbers, missing);
}

/* --- An agenda item --- */

static const char *
first_record (const AkkAgendaEntry *entry)
{
  for (guint i = 0; i < entry->decisions->len; i++)
    if (((AkkDecision *) entry->decisions->pdata[i])->state == AKK_DECISION_DRAFT)
      return _ ("decision prepared");
  return NULL;
}

/* The numbers of the records that the item deals with; nothing for one that is gone. */
static void
add_links (AkkStore *store, GPtrArray *words, const AkkAgendaItem *item)
{
  g_autoptr (AkkDecision) decision =
      item->decision_id != 0 ? akk_store_get (store, &akk_decision_record, item->decision_id)
                             : NULL;
  g_autoptr (AkkAction) action =
      item->action_id != 0 ? akk_store_get (store, &akk_action_record, item->action_id) : NULL;
  g_autoptr (AkkSignal) signal =
      item->signal_id != 0 ? akk_store_get (store, &akk_signal_record, item->signal_id) : NULL;

  if (decision != NULL && !decision->record.deleted)
    g_ptr_array_add (words, g_strdup_printf (_ ("decision %s"), decision->number));
  if (action != NULL && !action->record.deleted)
    g_ptr_array_add (words, g_strdup_printf (_ ("action %s"), action->number));
  if (signal != NULL && !signal->record.deleted)
    g_ptr_array_add (words, g_strdup (_ ("signal")));
}

/* A label amid a sentence. */
static void
add_label (GPtrArray *words, const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first, -1);

  g_ptr_array_add (words, g_strconcat (lower, label + strlen (first), NULL));
}

static void
add_words (GPtrArray *words, const char *more)
{
  if (more != NULL && *more != '\0')
    g_ptr_array_add (words, g_strdup (more));
}

static char *
join (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

char *
akk_agenda_entry_words (AkkStore *store, const AkkAgendaEntry *entry)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const AkkAgendaItem *item = entry->item;

  add_words (words, item->presenter);
  if (item->subject == AKK_SUBJECT_MINUTES)
    add_words (words, _ ("approval"));
  else
    add_label (words, akk_choice_label (akk_item_kinds, item->kind));
  if (item->state == AKK_ITEM_UNFINISHED || item->state == AKK_ITEM_DROPPED)
    add_label (words, akk_choice_label (akk_item_states, item->state));
  add_words (words, first_record (entry));
  add_links (store, words, item);
  if (entry->parked->len > 0)
    g_ptr_array_add (words,
                     g_strdup_printf (ngettext ("%u parked", "%u parked", entry->parked->len),
                                      entry->parked->len));
  if (entry->attachments->len > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u attachment", "%u attachments",
                                                       entry->attachments->len),
                                             entry->attachments->len));
  return join (words);
}

/* --- Attendance --- */

AkkGlyph
akk_attendance_glyph (AkkAttendanceState state)
{
  switch (state) {
  case AKK_ATTENDANCE_COMING:
  case AKK_ATTENDANCE_PRESENT:
  case AKK_ATTENDANCE_REPLACED:
    return AKK_GLYPH_DONE;
  case AKK_ATTENDANCE_EXCUSED:
    return AKK_GLYPH_STOPPED;
  case AKK_ATTENDANCE_ABSENT:
    return AKK_GLYPH_REFUSED;
  case AKK_ATTENDANCE_UNKNOWN:
  default:
    return AKK_GLYPH_OPEN;
  }
}

/* --- What is born from an item --- */

AkkGlyph
akk_decision_glyph (const AkkDecision *decision)
{
  switch ((AkkDecisionState) decision->state) {
  case AKK_DECISION_DRAFT:
    return AKK_GLYPH_PROPOSED;
  case AKK_DECISION_TAKEN:
    return AKK_GLYPH_BUSY;
  case AKK_DECISION_CARRIED_OUT:
    return AKK_GLYPH_DONE;
  case AKK_DECISION_REPLACED:
  case AKK_DECISION_WITHDRAWN:
  default:
    return AKK_GLYPH_STOPPED;
  }
}

static void
add_party (AkkStore *store, GPtrArray *words, gint64 id)
{
  g_autoptr (AkkParty) party = id != 0 ? akk_store_get (store, &akk_party_record, id) : NULL;

  if (party != NULL)
    g_ptr_array_add (words, akk_party_name (store, party));
}

static void
add_day (GPtrArray *words, gint64 day)
{
  g_autofree char *date = akk_day_long (day);

  if (day != AKK_NO_DATE)
    g_ptr_array_add (words, g_strdup_printf (_ ("by %s"), date));
}

char *
akk_decision_words (AkkStore *store, const AkkDecision *decision)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add_words (words, decision->number);
  if (decision->mode == AKK_DECISION_VOTE)
    g_ptr_array_add (
        words, g_strdup_printf (_ ("%d for, %d against, %d abstentions"), (int) decision->votes_for,
                                (int) decision->votes_against, (int) decision->abstentions));
  if (decision->state > AKK_DECISION_TAKEN)
    add_words (words, akk_choice_label (akk_decision_states, decision->state));
  add_party (store, words, decision->owner_id);
  add_words (words, decision->owner);
  add_day (words, decision->due_on);
  return join (words);
}

AkkGlyph
akk_action_glyph (const AkkAction *action, gint64 today)
{
  if (akk_action_open (action) && action->deadline != AKK_NO_DATE && action->deadline < today)
    return AKK_GLYPH_ATTENTION;
  switch (akk_action_standing (action->status, action->successor_id)) {
  case AKK_ACTION_DONE:
    return AKK_GLYPH_DONE;
  case AKK_ACTION_BUSY:
  case AKK_ACTION_ADJUSTED:
    return AKK_GLYPH_BUSY;
  case AKK_ACTION_STOPPED:
    return AKK_GLYPH_STOPPED;
  case AKK_ACTION_CARRIED_OVER:
    return AKK_GLYPH_MOVED_ON;
  case AKK_ACTION_TO_START:
  default:
    return AKK_GLYPH_OPEN;
  }
}

char *
akk_action_words (AkkStore *store, const AkkAction *action)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add_words (words, _ ("Action"));
  add_words (words, action->number);
  add_party (store, words, action->lead_id);
  add_words (words, action->lead);
  add_day (words, action->deadline);
  return join (words);
}

char *
akk_signal_words (AkkStore *store, const AkkSignal *signal)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add_words (words, _ ("Signal"));
  add_words (words, signal->target_group);
  add_party (store, words, signal->party_id);
  return join (words);
}
