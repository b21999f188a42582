/* What is noted in a meeting, in the words of the interface.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/jot-words.h"

#include <glib/gi18n.h>

#include "core/meetings.h"
#include "core/parties.h"
#include "ui/day.h"

static const char *const names[] = {
  [AKK_JOT_DECISION] = N_ ("Decision"),    [AKK_JOT_ACTION] = N_ ("Action"),
  [AKK_JOT_SIGNAL] = N_ ("Signal"),        [AKK_JOT_PARKED] = N_ ("Parked"),
  [AKK_JOT_NOTE] = N_ ("For the minutes"),
};

AkkJotKind
akk_noted_kind (const AkkRecord *record)
{
  return record->type == &akk_decision_record ? AKK_JOT_DECISION
         : record->type == &akk_action_record ? AKK_JOT_ACTION
         : record->type == &akk_signal_record ? AKK_JOT_SIGNAL
         : record->type == &akk_parked_record ? AKK_JOT_PARKED
                                              : AKK_N_JOTS;
}

static const char *
number_of (const AkkRecord *record)
{
  switch (akk_noted_kind (record)) {
  case AKK_JOT_DECISION:
    return ((const AkkDecision *) record)->number;
  case AKK_JOT_ACTION:
    return ((const AkkAction *) record)->number;
  default:
    return "";
  }
}

static char *
titled (AkkJotKind kind, const char *number)
{
  return *number != '\0' ? g_strdup_printf ("%s %s", _ (names[kind]), number)
                         : g_strdup (_ (names[kind]));
}

/* The number that a draft will have: those that were noted before it come first. `draft` NULL: the
 * one that is begun. */
static char *
draft_number (AkkStore *store, AkkMeeting *meeting, const AkkRecord *draft)
{
  g_autofree char *next = akk_decision_next_number (store, meeting);
  const char *digits = strrchr (next, '-');
  g_autoptr (GListModel) all =
      akk_store_list (store, &akk_decision_record, "meeting_id", meeting->record.id);
  guint before = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (AkkDecision) decision = g_list_model_get_item (all, i);

    if (AKK_RECORD (decision) == draft)
      break;
    before += decision->state == AKK_DECISION_DRAFT && *decision->number == '\0';
  }
  if (digits == NULL || before == 0)
    return g_steal_pointer (&next);
  return g_strdup_printf ("%.*s%02d", (int) (digits + 1 - next), next,
                          (int) g_ascii_strtoll (digits + 1, NULL, 10) + (int) before);
}

char *
akk_jot_title (AkkStore *store, AkkMeeting *meeting, const AkkJot *jot)
{
  AkkJotKind kind = akk_jot_get_kind (jot);
  const AkkRecord *record = akk_jot_get_record (jot);
  g_autofree char *next = NULL;

  if (kind == AKK_JOT_NOTE)
    return g_strdup (_ (names[kind]));
  if (record != NULL && *number_of (record) != '\0')
    return titled (kind, number_of (record));
  if (kind == AKK_JOT_DECISION)
    next = draft_number (store, meeting, record);
  else if (kind == AKK_JOT_ACTION)
    next = akk_action_next_number (store);
  return titled (kind, next != NULL ? next : "");
}

char *
akk_noted_title (AkkStore *store, AkkRecord *record)
{
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autofree char *next = NULL;

  if (record->type == &akk_decision_record && *number_of (record) == '\0') {
    meeting = akk_store_get (store, &akk_meeting_record, ((AkkDecision *) record)->meeting_id);
    next = meeting != NULL ? draft_number (store, meeting, record) : NULL;
    return titled (AKK_JOT_DECISION, next != NULL ? next : "");
  }
  return titled (akk_noted_kind (record), number_of (record));
}

const char *
akk_noted_text (AkkRecord *record)
{
  switch (akk_noted_kind (record)) {
  case AKK_JOT_DECISION:
    return ((AkkDecision *) record)->text;
  case AKK_JOT_ACTION:
    return ((AkkAction *) record)->title;
  case AKK_JOT_SIGNAL:
    return ((AkkSignal *) record)->title;
  case AKK_JOT_PARKED:
    return ((AkkParked *) record)->text;
  default:
    return "";
  }
}

char *
akk_noted_details (AkkStore *store, AkkRecord *record)
{
  g_autofree char *who = NULL, *day = NULL, *by = NULL;
  gint64 party = 0, date = AKK_NO_DATE;
  const char *other = "";

  switch (akk_noted_kind (record)) {
  case AKK_JOT_DECISION:
    party = ((AkkDecision *) record)->owner_id;
    other = ((AkkDecision *) record)->owner;
    date = ((AkkDecision *) record)->due_on;
    break;
  case AKK_JOT_ACTION:
    party = ((AkkAction *) record)->lead_id;
    other = ((AkkAction *) record)->lead;
    date = ((AkkAction *) record)->deadline;
    break;
  case AKK_JOT_SIGNAL:
    other = ((AkkSignal *) record)->holder;
    break;
  default:
    break;
  }
  who = party != 0 ? akk_party_short_name (store, party) : g_strdup (other);
  if (date != AKK_NO_DATE) {
    day = akk_day_long (date);
    /* Translators: a deadline, as in "by 31 January 2026". */
    by = g_strdup_printf (_ ("by %s"), day);
  }
  if (*who == '\0')
    return g_strdup (by != NULL ? by : "");
  return by != NULL ? g_strdup_printf ("%s · %s", who, by) : g_steal_pointer (&who);
}

char *
akk_jot_details (AkkStore *store, const AkkJot *jot)
{
  AkkRecord *record = akk_jot_get_record (jot);

  return record != NULL && akk_jot_get_kind (jot) != AKK_JOT_NOTE
             ? akk_noted_details (store, record)
             : g_strdup ("");
}

char *
akk_jot_day_words (AkkStore *store, const AkkJotDay *day)
{
  static const char *const named[] = {
    [AKK_JOT_DAY_FORTNIGHT] = N_ ("In two weeks: %s"),
    [AKK_JOT_DAY_MONTH] = N_ ("End of the month: %s"),
    [AKK_JOT_DAY_QUARTER] = N_ ("In three months: %s"),
    [AKK_JOT_DAY_YEAR] = N_ ("End of the year: %s"),
  };
  g_autofree char *date = akk_day_long (day->date);
  g_autoptr (AkkBody) body = NULL;

  if (day->kind == AKK_JOT_DAY_TYPED)
    return g_steal_pointer (&date);
  if (day->kind != AKK_JOT_DAY_MEETING)
    return g_strdup_printf (_ (named[day->kind]), date);
  body = akk_store_get (store, &akk_body_record, day->meeting->body_id);
  /* Translators: a body and the day of its next meeting. */
  return g_strdup_printf (_ ("%s of %s"), body != NULL ? body->name : "", date);
}

/* --- Time --- */

static guint
minutes_of (gint64 seconds)
{
  return (guint) ((ABS (seconds) + 30) / 60);
}

char *
akk_pace_left_words (const AkkPace *pace)
{
  guint minutes = minutes_of (pace->left);

  if (pace->planned == 0)
    return g_strdup ("");
  if (pace->left < 0)
    return minutes == 0
               ? g_strdup (_ ("Time is up"))
               : g_strdup_printf (ngettext ("%u minute over time", "%u minutes over time", minutes),
                                  minutes);
  if (pace->left < 60)
    return g_strdup (_ ("Less than a minute left"));
  return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes);
}

char *
akk_pace_behind_words (const AkkPace *pace)
{
  guint minutes = minutes_of (pace->behind);

  if (minutes == 0)
    return g_strdup (_ ("On schedule"));
  return pace->behind > 0 ? g_strdup_printf (ngettext ("%u minute behind schedule",
                                                       "%u minutes behind schedule", minutes),
                                             minutes)
                          : g_strdup_printf (ngettext ("%u minute ahead of schedule",
                                                       "%u minutes ahead of schedule", minutes),
                                             minutes);
}
