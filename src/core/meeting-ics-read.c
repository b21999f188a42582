/* Meetings as iCalendar files: reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meeting-ics-private.h"

#include <glib/gi18n.h>

#include "core/agenda.h"
#include "core/dates.h"
#include "core/meetings.h"

G_DEFINE_QUARK (akk_ics_error_quark, akk_ics_error)

static void
reply_free (AkkIcsReply *self)
{
  g_free (self->name);
  g_free (self->answered);
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
}

static void
keep_times (AkkIcsChange *self)
{
  self->date = self->meeting->date;
  self->starts_at = self->meeting->starts_at;
  self->duration_min = self->meeting->duration_min;
}

/* --- What is older --- */

/* When it was written, as akk_attendance_moment(); "" when it does not say. */
static char *
moment_of (icalcomponent *event)
{
  struct icaltimetype stamp = icalcomponent_get_dtstamp (event);

  return icaltime_is_null_time (stamp) ? g_strdup ("")
                                       : akk_attendance_moment (icaltime_as_timet_with_zone (
                                             stamp, icaltimezone_get_utc_timezone ()));
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  icalcomponent *one = *(icalcomponent *const *) a, *two = *(icalcomponent *const *) b;
  int first = icalcomponent_get_sequence (one), second = icalcomponent_get_sequence (two);
  g_autofree char *before = moment_of (one);
  g_autofree char *after = moment_of (two);

  return first != second ? (first > second) - (first < second) : strcmp (before, after);
}

/* The revision that the dossier has: who was invited does not know of a later change yet. */
static gint64
revision_of (const AkkMeeting *meeting)
{
  return meeting->sequence + akk_meeting_outdated (meeting);
}

/* A newer event of the same file says when and where. */
static void
forget_plans (const GPtrArray *changes, const AkkMeeting *meeting)
{
  for (guint i = 0; i < changes->len; i++) {
    AkkIcsChange *change = changes->pdata[i];

    if (change->meeting != meeting)
      continue;
    change->moved = change->cancelled = FALSE;
    g_clear_pointer (&change->place, g_free);
    keep_times (change);
  }
}

static void
forget_reply (const GPtrArray *changes, const AkkMeeting *meeting, gint64 seat_id)
{
  for (guint i = 0; i < changes->len; i++) {
    AkkIcsChange *change = changes->pdata[i];

    for (guint j = change->replies->len; change->meeting == meeting && j > 0; j--)
      if (((AkkIcsReply *) change->replies->pdata[j - 1])->seat_id == seat_id)
        g_ptr_array_remove_index (change->replies, j - 1);
  }
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

/* Whether what is noted of the seat is no later answer. Of what is planned anew all are asked
 * anew. */
static gboolean
is_newer (const AkkIcsChange *self, const AkkAgendaSeat *seat, const char *moment)
{
  const char *noted = seat->attendance != NULL ? seat->attendance->answered : "";

  return self->moved || *noted == '\0' || *moment == '\0' || strcmp (moment, noted) >= 0;
}

static void
read_reply (AkkIcsChange *self, const AkkAgendaSeat *seat, AkkAttendanceState state, char *moment)
{
  AkkIcsReply *reply;

  if (state == seat->state && !self->moved)
    return;
  if (!is_newer (self, seat, moment)) {
    self->older = TRUE;
    return;
  }
  reply = g_new0 (AkkIcsReply, 1);
  reply->seat_id = seat->seat->record.id;
  reply->person_id = seat->person->record.id;
  reply->name = g_strdup (seat->person->name);
  reply->state = state;
  reply->answered = g_strdup (moment);
  g_ptr_array_add (self->replies, reply);
}

/* `changes`: what the same file said before. */
static void
read_replies (AkkIcsChange *self, AkkStore *store, icalcomponent *event, const GPtrArray *changes)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (store, self->meeting);
  g_autofree char *moment = moment_of (event);

  for (icalproperty *attendee = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);
       attendee != NULL;
       attendee = icalcomponent_get_next_property (event, ICAL_ATTENDEE_PROPERTY)) {
    const char *address = icalproperty_get_attendee (attendee);
    const AkkAgendaSeat *seat = address != NULL ? seat_of (agenda, address) : NULL;
    AkkAttendanceState state = state_of (attendee);

    if (seat == NULL || seat->seat == NULL || state == AKK_ATTENDANCE_UNKNOWN)
      continue;
    forget_reply (changes, self->meeting, seat->seat->record.id);
    read_reply (self, seat, state, moment);
  }
}

/* --- Events --- */

/* When, where and whether. FALSE: its answers are about another time than the meeting has now. */
static gboolean
read_plan (AkkIcsChange *self,
           icalcomponent *event,
           icalproperty_method method,
           icaltimezone *zone,
           const GPtrArray *changes)
{
  const AkkMeeting *meeting = self->meeting;
  const char *place = icalcomponent_get_location (event);
  gboolean current = self->sequence >= revision_of (meeting);
  gboolean off =
      method == ICAL_METHOD_CANCEL || icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED;

  read_times (self, event, zone);
  self->moved = self->date != meeting->date || self->starts_at != meeting->starts_at;
  /* An answer speaks of the time that was asked, and changes nothing of it. */
  if (method == ICAL_METHOD_REPLY || !current) {
    self->older = !current && (self->moved || off);
    self->moved = FALSE;
    keep_times (self);
    return !self->older;
  }
  self->moved |= self->duration_min != meeting->duration_min;
  if (place != NULL && g_utf8_validate (place, -1, NULL) && !g_str_equal (place, meeting->place))
    self->place = g_strdup (place);
  self->cancelled = off;
  forget_plans (changes, meeting);
  return TRUE;
}

static AkkIcsChange *
read_event (AkkStore *store,
            icalcomponent *event,
            icalproperty_method method,
            icaltimezone *zone,
            const GPtrArray *changes)
{
  AkkIcsChange *self = g_new0 (AkkIcsChange, 1);
  const char *summary = icalcomponent_get_summary (event);
  gint64 id = akk_ics_meeting_id (icalcomponent_get_uid (event));

  self->summary = g_utf8_make_valid (summary != NULL ? summary : "", -1);
  self->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) reply_free);
  self->sequence = icalcomponent_get_sequence (event);
  self->sent = method == ICAL_METHOD_REQUEST;
  self->meeting = id != 0 ? akk_store_get (store, &akk_meeting_record, id) : NULL;
  if (self->meeting == NULL || self->meeting->record.deleted) {
    g_clear_object (&self->meeting);
    return self;
  }
  keep_times (self);
  /* Of what is past or off nothing is planned any more. */
  if (akk_meeting_ahead (self->meeting) && read_plan (self, event, method, zone, changes))
    read_replies (self, store, event, changes);
  return self;
}

/* The events of a calendar, the newest last. */
static GPtrArray *
events_of (icalcomponent *calendar)
{
  GPtrArray *events = g_ptr_array_new ();

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    g_ptr_array_add (events, event);
  g_ptr_array_sort (events, compare_events);
  return events;
}

static gboolean
says_nothing (const AkkIcsChange *self)
{
  return self->meeting != NULL && !self->moved && self->place == NULL && !self->cancelled &&
         self->replies->len == 0 && !self->older;
}

GPtrArray *
akk_ics_read (AkkStore *store, const char *ics, GError **error)
{
  icalcomponent *calendar = icalparser_parse_string (ics);
  g_autoptr (GPtrArray) events = NULL;
  icaltimezone *zone;
  GPtrArray *changes;

  if (calendar == NULL || icalcomponent_isa (calendar) != ICAL_VCALENDAR_COMPONENT) {
    g_set_error_literal (error, AKK_ICS_ERROR, AKK_ICS_ERROR_UNREADABLE,
                         _ ("This is no calendar file. Choose a file whose name ends in .ics."));
    g_clear_pointer (&calendar, icalcomponent_free);
    return NULL;
  }
  zone = icaltimezone_new ();
  icaltimezone_set_component (zone, akk_ics_zone_component ());
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  events = events_of (calendar);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (changes, read_event (store, events->pdata[i],
                                          icalcomponent_get_method (calendar), zone, changes));
  for (guint i = changes->len; i > 0; i--)
    if (says_nothing (changes->pdata[i - 1]))
      g_ptr_array_remove_index (changes, i - 1);
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
      akk_store_set_text (store, known, "answered", reply->answered);
      return;
    }
  }
  attendance = akk_record_new (&akk_attendance_record);
  attendance->meeting_id = meeting->record.id;
  attendance->seat_id = reply->seat_id;
  attendance->person_id = reply->person_id;
  attendance->state = reply->state;
  g_free (attendance->answered);
  attendance->answered = g_strdup (reply->answered);
  akk_store_add (store, attendance);
}

/* Another time or place: as when it is changed by hand. */
static void
write_plan (AkkStore *store, const AkkIcsChange *change)
{
  AkkMeeting *meeting = change->meeting;
  g_autoptr (AkkMeeting) before = akk_record_duplicate (meeting);

  akk_store_set_int (store, meeting, "date", change->date);
  akk_store_set_int (store, meeting, "starts_at", change->starts_at);
  akk_store_set_int (store, meeting, "duration_min", change->duration_min);
  if (change->place != NULL)
    akk_store_set_text (store, meeting, "place", change->place);
  akk_meeting_follow_change (store, meeting, before);
  if (change->sent)
    akk_store_set_int (store, meeting, "state", before->state);
  if (change->cancelled)
    akk_store_set_int (store, meeting, "state", AKK_MEETING_CANCELLED);
  akk_store_set_int (store, meeting, "sequence", MAX (meeting->sequence, change->sequence));
}

gboolean
akk_ics_apply (AkkStore *store, const GPtrArray *changes, GError **error)
{
  akk_store_begin (store, N_ ("Read a calendar file"));
  for (guint i = 0; i < changes->len; i++) {
    const AkkIcsChange *change = changes->pdata[i];

    if (change->meeting == NULL)
      continue;
    if (change->moved || change->place != NULL || change->cancelled)
      write_plan (store, change);
    for (guint j = 0; j < change->replies->len; j++)
      note_reply (store, change->meeting, change->replies->pdata[j]);
  }
  return akk_store_commit (store, error);
}
