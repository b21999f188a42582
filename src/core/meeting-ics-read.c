/* Meetings as iCalendar files: reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meeting-ics-private.h"

#include <glib/gi18n.h>

#include "core/agenda.h"
#include "core/dates.h"

G_DEFINE_QUARK (akk_ics_error_quark, akk_ics_error)

static void
reply_free (AkkIcsReply *self)
{
  g_free (self->name);
  g_free (self);
}

static void
change_free (AkkIcsChange *self)
{
  g_clear_object (&self->meeting);
  g_free (self->summary);
  g_free (self->place);
  g_ptr_array_unref (self->replies);
  g_free (self);
}

/* --- Times --- */

/* The moment in Brussels. A time without a zone is taken as it stands. */
static struct icaltimetype
in_brussels (struct icaltimetype time, icaltimezone *brussels)
{
  if (time.is_date || time.zone == NULL)
    return time;
  return icaltime_convert_to_zone (time, brussels);
}

static gint64
date_of (struct icaltimetype time)
{
  return akk_date_from_ymd (time.year, time.month, time.day);
}

/* Fills in when the event takes place; leaves the meeting's own where the file says nothing. */
static void
read_times (AkkIcsChange *self, icalcomponent *event, icaltimezone *brussels)
{
  struct icaltimetype start = in_brussels (icalcomponent_get_dtstart (event), brussels);
  struct icaltimetype end = in_brussels (icalcomponent_get_dtend (event), brussels);

  self->date = self->meeting->date;
  self->starts_at = self->meeting->starts_at;
  self->duration_min = self->meeting->duration_min;
  if (icaltime_is_null_time (start) || date_of (start) == AKK_NO_DATE)
    return;
  self->date = date_of (start);
  self->starts_at = start.is_date ? AKK_NO_DATE : start.hour * 60 + start.minute;
  if (!start.is_date && !icaltime_is_null_time (end) && date_of (end) != AKK_NO_DATE) {
    gint64 minutes =
        (date_of (end) - self->date) * 24 * 60 + end.hour * 60 + end.minute - self->starts_at;
    if (minutes >= 5 && minutes <= 1440)
      self->duration_min = minutes;
  }
  self->moved = self->date != self->meeting->date || self->starts_at != self->meeting->starts_at ||
                self->duration_min != self->meeting->duration_min;
}

/* --- Answers --- */

static AkkAttendanceState
state_of (icalproperty *attendee)
{
  icalparameter *parameter = icalproperty_get_first_parameter (attendee, ICAL_PARTSTAT_PARAMETER);

  switch (parameter != NULL ? icalparameter_get_partstat (parameter) : ICAL_PARTSTAT_NEEDSACTION) {
  case ICAL_PARTSTAT_ACCEPTED:
    return AKK_ATTENDANCE_COMING;
  case ICAL_PARTSTAT_DECLINED:
    return AKK_ATTENDANCE_EXCUSED;
  default:
    return AKK_ATTENDANCE_UNKNOWN;
  }
}

static const AkkAgendaSeat *
seat_of (const AkkAgenda *agenda, const char *address)
{
  if (g_ascii_strncasecmp (address, "mailto:", strlen ("mailto:")) == 0)
    address += strlen ("mailto:");
  for (guint i = 0; i < agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = agenda->seats->pdata[i];
    if (seat->person != NULL && g_ascii_strcasecmp (seat->person->email, address) == 0)
      return seat;
  }
  return NULL;
}

static void
read_replies (AkkIcsChange *self, AkkStore *store, icalcomponent *event)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (store, self->meeting);

  for (icalproperty *attendee = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);
       attendee != NULL;
       attendee = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY)) {
    const char *address = icalproperty_get_attendee (attendee);
    const AkkAgendaSeat *seat = address != NULL ? seat_of (agenda, address) : NULL;
    AkkAttendanceState state = state_of (attendee);
    AkkIcsReply *reply;

    if (seat == NULL || seat->seat == NULL || state == AKK_ATTENDANCE_UNKNOWN ||
        state == seat->state || akk_meeting_held (self->meeting))
      continue;
    reply = g_new0 (AkkIcsReply, 1);
    reply->seat_id = seat->seat->record.id;
    reply->person_id = seat->person->record.id;
    reply->name = g_strdup (seat->person->name);
    reply->state = state;
    g_ptr_array_add (self->replies, reply);
  }
}

/* --- Events --- */

static AkkIcsChange *
read_event (AkkStore *store, icalcomponent *event, icalproperty_method method, icaltimezone *zone)
{
  AkkIcsChange *self = g_new0 (AkkIcsChange, 1);
  const char *summary = icalcomponent_get_summary (event);
  const char *place = icalcomponent_get_location (event);
  gint64 id = akk_ics_meeting_id (icalcomponent_get_uid (event));

  self->summary = g_utf8_make_valid (summary != NULL ? summary : "", -1);
  self->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) reply_free);
  self->meeting = id != 0 ? akk_store_get (store, &akk_meeting_record, id) : NULL;
  if (self->meeting == NULL || self->meeting->record.deleted) {
    g_clear_object (&self->meeting);
    return self;
  }
  read_replies (self, store, event);
  if (method == ICAL_METHOD_REPLY) { /* answers only: the time is what was asked */
    self->date = self->meeting->date;
    self->starts_at = self->meeting->starts_at;
    self->duration_min = self->meeting->duration_min;
    return self;
  }
  read_times (self, event, zone);
  if (place != NULL && g_utf8_validate (place, -1, NULL) &&
      !g_str_equal (place, self->meeting->place))
    self->place = g_strdup (place);
  self->cancelled =
      akk_meeting_ahead (self->meeting) &&
      (method == ICAL_METHOD_CANCEL || icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED);
  return self;
}

GPtrArray *
akk_ics_read (AkkStore *store, const char *ics, GError **error)
{
  icalcomponent *calendar = icalparser_parse_string (ics);
  icaltimezone *zone;
  icalproperty_method method;
  GPtrArray *changes;

  if (calendar == NULL || icalcomponent_isa (calendar) != ICAL_VCALENDAR_COMPONENT) {
    g_set_error_literal (error, AKK_ICS_ERROR, AKK_ICS_ERROR_UNREADABLE,
                         _ ("This is no calendar file. Choose a file whose name ends in .ics."));
    g_clear_pointer (&calendar, icalcomponent_free);
    return NULL;
  }
  zone = icaltimezone_new ();
  icaltimezone_set_component (zone, akk_ics_zone_component ());
  method = icalcomponent_get_method (calendar);
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT)) {
    AkkIcsChange *change = read_event (store, event, method, zone);
    if (change->meeting == NULL || change->moved || change->place != NULL || change->cancelled ||
        change->replies->len > 0)
      g_ptr_array_add (changes, change);
    else
      change_free (change);
  }
  icaltimezone_free (zone, 1);
  icalcomponent_free (calendar);
  return changes;
}

/* --- Taking it over --- */

static void
note_reply (AkkStore *store, AkkMeeting *meeting, const AkkIcsReply *reply)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_attendance_record, "meeting_id", meeting->record.id);
  g_autoptr (AkkAttendance) attendance = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkAttendance) known = g_list_model_get_item (list, i);
    if (known->seat_id == reply->seat_id) {
      akk_store_set_int (store, known, "state", reply->state);
      return;
    }
  }
  attendance = akk_record_new (&akk_attendance_record);
  attendance->meeting_id = meeting->record.id;
  attendance->seat_id = reply->seat_id;
  attendance->person_id = reply->person_id;
  attendance->state = reply->state;
  akk_store_add (store, attendance);
}

gboolean
akk_ics_apply (AkkStore *store, const GPtrArray *changes, GError **error)
{
  akk_store_begin (store, N_ ("Read a calendar file"));
  for (guint i = 0; i < changes->len; i++) {
    const AkkIcsChange *change = changes->pdata[i];

    if (change->meeting == NULL)
      continue;
    akk_store_set_int (store, change->meeting, "date", change->date);
    akk_store_set_int (store, change->meeting, "starts_at", change->starts_at);
    akk_store_set_int (store, change->meeting, "duration_min", change->duration_min);
    if (change->place != NULL)
      akk_store_set_text (store, change->meeting, "place", change->place);
    if (change->cancelled)
      akk_store_set_int (store, change->meeting, "state", AKK_MEETING_CANCELLED);
    for (guint j = 0; j < change->replies->len; j++)
      note_reply (store, change->meeting, change->replies->pdata[j]);
  }
  return akk_store_commit (store, error);
}
