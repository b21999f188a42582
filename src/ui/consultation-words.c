/* How the page Overleg speaks of meetings and of what a body owes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-words.h"

#include <glib/gi18n.h>

#include "core/agenda.h"
#include "ui/day.h"
#include "ui/hour.h"

static gboolean
is_overdue (const AkkMeeting *meeting, gint64 today)
{
  return akk_meeting_ahead (meeting) && meeting->date < today;
}

const char *
akk_meeting_state_words (const AkkMeeting *meeting, gint64 today)
{
  const AkkMeetingRow row = { .state = meeting->state, .date = meeting->date };

  return akk_meeting_row_words (&row, today);
}

const char *
akk_meeting_row_words (const AkkMeetingRow *row, gint64 today)
{
  if (akk_meeting_row_ahead (row) && row->date < today)
    return _ ("its day is over");
  switch ((AkkMeetingState) row->state) {
  case AKK_MEETING_PLANNED:
    return C_ ("meeting", "planned");
  case AKK_MEETING_INVITED:
    return C_ ("meeting", "invited");
  case AKK_MEETING_HELD:
    return C_ ("meeting", "held");
  case AKK_MEETING_APPROVED:
    return C_ ("meeting", "held, minutes approved");
  case AKK_MEETING_CANCELLED:
    return C_ ("meeting", "cancelled");
  case AKK_MEETING_POSTPONED:
  default:
    return C_ ("meeting", "postponed");
  }
}

AkkGlyph
akk_meeting_row_glyph (const AkkMeetingRow *row, gint64 today)
{
  if (akk_meeting_row_held (row))
    return AKK_GLYPH_DONE;
  if (!akk_meeting_row_ahead (row))
    return AKK_GLYPH_STOPPED;
  return row->date < today ? AKK_GLYPH_ATTENTION : AKK_GLYPH_OFFERED;
}

char *
akk_meeting_mark_words (const AkkMeeting *meeting, const char *body, gint64 today)
{
  g_autofree char *day = akk_day_long (meeting->date);

  return g_strdup_printf ("%s, %s, %s", body, day, akk_meeting_state_words (meeting, today));
}

/* --- Facts --- */

static void
append (GString *words, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, fact);
}

static void
append_count (GString *words, const char *format, guint n)
{
  g_autofree char *fact = NULL;

  if (n == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  fact = g_strdup_printf (format, n);
#pragma GCC diagnostic pop
  append (words, fact);
}

/* Those of seats; guests do not count. */
static void
append_present (GString *words, const AkkAgenda *agenda)
{
  g_autofree char *fact = NULL;
  guint seats = 0, present = 0, noted = 0;

  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];

    if (seat->seat == NULL)
      continue;
    seats++;
    noted += seat->state != AKK_ATTENDANCE_UNKNOWN;
    present += seat->state == AKK_ATTENDANCE_PRESENT || seat->state == AKK_ATTENDANCE_REPLACED;
  }
  if (noted == 0)
    return;
  fact = g_strdup_printf (_ ("%u of %u present"), present, seats);
  append (words, fact);
}

static void
append_results (GString *words, const AkkAgenda *agenda)
{
  guint actions = 0, signals = 0, n = agenda->decisions->len;

  for (guint i = 0; i < agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = agenda->entries->pdata[i];

    actions += entry->actions->len;
    signals += entry->signals->len;
  }
  append_count (words, ngettext ("%u decision", "%u decisions", n), n);
  append_count (words, ngettext ("%u action", "%u actions", actions), actions);
  append_count (words, ngettext ("%u signal", "%u signals", signals), signals);
  append (words, agenda->meeting->state == AKK_MEETING_APPROVED ? _ ("minutes approved")
                                                                : _ ("minutes to be approved"));
}

static void
append_place (GString *words, const AkkMeeting *meeting)
{
  g_autofree char *hour = akk_hour_words (meeting->starts_at);
  g_autofree char *place = NULL;

  if (*hour != '\0' && *meeting->place != '\0')
    place = g_strdup_printf ("%s, %s", hour, meeting->place);
  else
    place = g_strdup (*hour != '\0' ? hour : meeting->place);
  append (words, place);
}

char *
akk_meeting_facts (AkkStore *store, AkkMeeting *meeting, gint64 today)
{
  GString *words = g_string_new (NULL);
  g_autoptr (AkkAgenda) agenda = NULL;

  if (!akk_meeting_held (meeting) && !akk_meeting_ahead (meeting)) {
    append (words, akk_meeting_state_words (meeting, today));
    append (words, meeting->reason);
    return g_string_free_and_steal (words);
  }
  agenda = akk_agenda_new (store, meeting);
  if (akk_meeting_held (meeting)) {
    append_present (words, agenda);
    append_results (words, agenda);
  } else {
    append_place (words, meeting);
    if (is_overdue (meeting, today)) {
      append (words, _ ("Its day is over: note what became of it"));
    } else {
      g_autoptr (GPtrArray) lacks = akk_agenda_lacks (agenda, today);

      if (lacks->len > 0)
        append (words, ((const AkkAgendaLack *) lacks->pdata[0])->text);
    }
  }
  return g_string_free_and_steal (words);
}

char *
akk_body_sentence (const AkkObligation *obligation, const AkkBody *body, guint held, int year)
{
  if (obligation == NULL || obligation->required <= 0) {
    if (body->times == 0 && *body->rhythm != '\0' && held == 0)
      return g_strdup (body->rhythm);
    return g_strdup_printf (ngettext ("%u meeting held in %d", "%u meetings held in %d", held),
                            held, year);
  }
  if (*obligation->next_step != '\0')
    return g_strdup (obligation->next_step);
  if (obligation->planned > 0 && obligation->held < obligation->required)
    return g_strdup_printf (_ ("%d held and %d planned of %d"), (int) obligation->held,
                            (int) obligation->planned, (int) obligation->required);
  return g_strdup_printf (_ ("%d of %d held"), (int) obligation->held, (int) obligation->required);
}
