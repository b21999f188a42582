/* Meetings among each other: their order, their numbers, and what happens to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meetings.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/attendance.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/decision.h"
#include "core/dossier.h"
#include "core/invitation.h"
#include "core/signal.h"
#include "core/store-values.h"

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const AkkMeeting *one = *(AkkMeeting *const *) a, *two = *(AkkMeeting *const *) b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  if (one->starts_at != two->starts_at)
    return one->starts_at < two->starts_at ? -1 : 1;
  return one->record.id < two->record.id ? -1 : one->record.id > two->record.id;
}

static void
add_meetings (GPtrArray *meetings, AkkStore *store, gint64 body_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_meeting_record, body_id != 0 ? "body_id" : NULL, body_id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (meetings, g_list_model_get_item (list, i));
}

GPtrArray *
akk_meetings (AkkStore *store, gint64 agreement_id, gint64 body_id)
{
  GPtrArray *meetings = g_ptr_array_new_with_free_func (g_object_unref);

  if (body_id != 0 || agreement_id == 0) {
    add_meetings (meetings, store, body_id);
  } else {
    g_autoptr (GListModel) bodies =
        akk_store_list (store, &akk_body_record, "agreement_id", agreement_id);
    for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
      g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
      add_meetings (meetings, store, body->record.id);
    }
  }
  g_ptr_array_sort (meetings, compare_meetings);
  return meetings;
}

AkkMeeting *
akk_meeting_nth (AkkStore *store, gint64 agreement_id, guint number)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (store, agreement_id, 0);

  return number > 0 && number <= meetings->len ? g_object_ref (meetings->pdata[number - 1]) : NULL;
}

AkkMeeting *
akk_meeting_previous (AkkStore *store, AkkMeeting *meeting)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (store, 0, meeting->body_id);
  AkkMeeting *previous = NULL;

  for (guint i = 0; i < meetings->len && meetings->pdata[i] != meeting; i++)
    if (akk_meeting_held (meetings->pdata[i]))
      previous = meetings->pdata[i];
  return previous != NULL ? g_object_ref (previous) : NULL;
}

/* --- Numbers --- */

/* The greatest number that follows `prefix` in the field "number" of any record of the type; of
 * those that the open action made, which are in no list yet, there is a note. */
static gint64
greatest_number (AkkStore *store, const AkkRecordType *type, const char *prefix)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, NULL, 0);
  const AkkField *field = akk_record_type_field (type, "number");
  const char *noted = akk_store_noted (store, prefix);
  gint64 greatest = noted != NULL ? g_ascii_strtoll (noted, NULL, 10) : 0;

  for (guint i = 0; noted == NULL && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);
    const char *number = akk_record_get_text (record, field);

    if (g_str_has_prefix (number, prefix))
      greatest = MAX (greatest, g_ascii_strtoll (number + strlen (prefix), NULL, 10));
  }
  return greatest;
}

static void
note_number (AkkStore *store, const char *prefix, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (akk_store_acting (store))
    akk_store_note (store, prefix, text);
}

/* Prefixes tell types apart: those of decisions are years. */
static gint64
next_number (AkkStore *store, const AkkRecordType *type, const char *prefix)
{
  gint64 next = greatest_number (store, type, prefix) + 1;

  note_number (store, prefix, next);
  return next;
}

char *
akk_decision_next_number (AkkStore *store, AkkMeeting *meeting)
{
  g_autofree char *prefix = NULL;
  int year;

  akk_date_to_ymd (meeting->date, &year, NULL, NULL);
  prefix = g_strdup_printf ("%d-", year);
  return g_strdup_printf ("%s%02d", prefix,
                          (int) next_number (store, &akk_decision_record, prefix));
}

char *
akk_action_next_number (AkkStore *store)
{
  return g_strdup_printf ("A%d", (int) next_number (store, &akk_action_record, "A"));
}

void
akk_action_keep_number (AkkStore *store, const char *number)
{
  if (g_str_has_prefix (number, "A"))
    note_number (store, "A",
                 MAX (greatest_number (store, &akk_action_record, "A"),
                      g_ascii_strtoll (number + 1, NULL, 10)));
}

/* --- What happens to a meeting --- */

/* Hands the records of a type over from one meeting to another. */
static void
move_records (AkkStore *store, const AkkRecordType *type, gint64 from, gint64 to)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "meeting_id", from);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (GObject) record = g_list_model_get_item (list, i);
    akk_store_set_int (store, record, "meeting_id", to);
  }
}

/* Who could come then may not be free at another time. */
static void
forget_answers (AkkStore *store, gint64 meeting_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_attendance_record, "meeting_id", meeting_id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkAttendance) attendance = g_list_model_get_item (list, i);

    if (attendance->state != AKK_ATTENDANCE_COMING && attendance->state != AKK_ATTENDANCE_EXCUSED)
      continue;
    akk_store_set_int (store, attendance, "state", AKK_ATTENDANCE_UNKNOWN);
    akk_store_set_text (store, attendance, "answered", "");
  }
}

/* The words of its invitation when it takes place then. */
static char *
invitation_then (AkkStore *store, const AkkMeeting *meeting, gint64 date, gint64 starts_at)
{
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);
  g_autoptr (AkkAgreement) agreement =
      body != NULL ? akk_store_get (store, &akk_agreement_record, body->agreement_id) : NULL;
  g_autoptr (AkkPhrases) phrases =
      agreement != NULL ? akk_phrases_new (akk_agreement_language (agreement), NULL) : NULL;

  return phrases != NULL
             ? akk_invitation_redate (meeting->invitation, phrases, meeting, date, starts_at)
             : g_strdup (meeting->invitation);
}

gboolean
akk_meeting_check_change (AkkStore *store, const AkkMeeting *changed, GError **error)
{
  g_autoptr (AkkMeeting) before = akk_store_get (store, &akk_meeting_record, changed->record.id);

  if (before == NULL || !akk_meeting_held (before) || changed->date == before->date ||
      changed->date == AKK_NO_DATE || changed->date <= akk_store_today (store))
    return TRUE;
  g_set_error_literal (
      error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID,
      _ ("This meeting was held, so its day cannot be one that is still to come. Choose the day on "
         "which it was held, or plan a new meeting for that day."));
  return FALSE;
}

void
akk_meeting_follow_change (AkkStore *store, AkkMeeting *meeting, const AkkMeeting *before)
{
  g_autofree char *words = invitation_then (store, before, meeting->date, meeting->starts_at);
  gboolean moved = meeting->date != before->date || meeting->starts_at != before->starts_at;

  if (g_str_equal (meeting->invitation, before->invitation))
    akk_store_set_text (store, meeting, "invitation", words);
  if (moved && akk_meeting_ahead (meeting))
    forget_answers (store, meeting->record.id);
  if (meeting->state == AKK_MEETING_INVITED &&
      (moved || meeting->duration_min != before->duration_min ||
       !g_str_equal (meeting->place, before->place) || !g_str_equal (meeting->link, before->link)))
    akk_store_set_int (store, meeting, "state", AKK_MEETING_PLANNED);
}

AkkMeeting *
akk_meeting_postpone (
    AkkStore *store, AkkMeeting *meeting, gint64 date, gint64 starts_at, const char *reason)
{
  AkkMeeting *later = akk_record_duplicate (meeting);

  later->record.id = 0;
  later->state = AKK_MEETING_PLANNED;
  g_free (later->invitation);
  later->invitation = invitation_then (store, meeting, date, starts_at);
  later->date = date;
  later->starts_at = starts_at;
  later->invited_on = AKK_NO_DATE;
  later->sequence = 0;
  later->began_at = AKK_NO_DATE;
  later->stage = AKK_STAGE_NONE;
  later->item_id = 0;
  akk_store_add (store, later);
  if (date != meeting->date || starts_at != meeting->starts_at)
    forget_answers (store, meeting->record.id);
  move_records (store, &akk_agenda_item_record, meeting->record.id, later->record.id);
  move_records (store, &akk_attendance_record, meeting->record.id, later->record.id);
  move_records (store, &akk_decision_record, meeting->record.id, later->record.id);

  akk_store_set_int (store, meeting, "state", AKK_MEETING_POSTPONED);
  akk_store_set_int (store, meeting, "successor_id", later->record.id);
  akk_store_set_text (store, meeting, "reason", reason);
  return later;
}

static gboolean
has_record (AkkStore *store, const AkkRecordType *type, gint64 item_id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, "item_id", item_id);

  return g_list_model_get_n_items (list) > 0;
}

gboolean
akk_agenda_item_has_outcome (AkkStore *store, const AkkAgendaItem *item)
{
  return *item->outcome != '\0' || has_record (store, &akk_decision_record, item->record.id) ||
         has_record (store, &akk_action_record, item->record.id) ||
         has_record (store, &akk_signal_record, item->record.id);
}

void
akk_meeting_approve (AkkStore *store, AkkMeeting *meeting, gint64 date, gint64 at_id)
{
  g_autoptr (GListModel) items =
      akk_store_list (store, &akk_agenda_item_record, "meeting_id", meeting->record.id);

  akk_store_set_int (store, meeting, "state", AKK_MEETING_APPROVED);
  akk_store_set_int (store, meeting, "approved_on", date);
  akk_store_set_int (store, meeting, "approved_at_id", at_id);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (AkkAgendaItem) item = g_list_model_get_item (items, i);

    if (item->state == AKK_ITEM_OPEN)
      akk_store_set_int (store, item, "state", AKK_ITEM_UNFINISHED);
  }
}

static void
close_item (AkkStore *store, AkkMeeting *meeting, AkkAgendaItem *item)
{
  g_autoptr (AkkMeeting) approved = NULL;

  if (item->state == AKK_ITEM_OPEN && akk_agenda_item_has_outcome (store, item))
    akk_store_set_int (store, item, "state", AKK_ITEM_DONE);
  if (item->approves_id == 0 || item->state != AKK_ITEM_DONE)
    return;
  approved = akk_store_get (store, &akk_meeting_record, item->approves_id);
  if (approved != NULL && approved->state == AKK_MEETING_HELD)
    akk_meeting_approve (store, approved, meeting->date, meeting->record.id);
}

void
akk_meeting_hold (AkkStore *store, AkkMeeting *meeting)
{
  gint64 id = meeting->record.id;
  g_autoptr (GListModel) items = akk_store_list (store, &akk_agenda_item_record, "meeting_id", id);
  g_autoptr (GListModel) decisions = akk_store_list (store, &akk_decision_record, "meeting_id", id);
  g_autoptr (GListModel) seats = akk_store_list (store, &akk_attendance_record, "meeting_id", id);

  akk_store_set_int (store, meeting, "state", AKK_MEETING_HELD);
  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++) {
    g_autoptr (AkkDecision) decision = g_list_model_get_item (decisions, i);
    g_autofree char *number = akk_decision_next_number (store, meeting);
    if (decision->state != AKK_DECISION_DRAFT)
      continue;
    akk_store_set_int (store, decision, "state", AKK_DECISION_TAKEN);
    if (*decision->number == '\0')
      akk_store_set_text (store, decision, "number", number);
  }
  for (guint i = 0; i < g_list_model_get_n_items (seats); i++) {
    g_autoptr (AkkAttendance) seat = g_list_model_get_item (seats, i);
    if (seat->state == AKK_ATTENDANCE_COMING)
      akk_store_set_int (store, seat, "state", AKK_ATTENDANCE_PRESENT);
  }
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (AkkAgendaItem) item = g_list_model_get_item (items, i);
    close_item (store, meeting, item);
  }
}
