/* Meetings as iCalendar files: writing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meeting-ics-private.h"

#include <string.h>

#include "core/agenda.h"
#include "core/dates.h"
#include "core/dossier-info.h"
#include "core/invitation.h"
#include "core/organisation.h"

#define UID_END "@meeting.akkoord"
#define MINUTES_PER_DAY (24 * 60)

char *
akk_ics_uid (gint64 meeting_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT UID_END, meeting_id);
}

gint64
akk_ics_meeting_id (const char *uid)
{
  return uid != NULL && g_str_has_suffix (uid, UID_END) ? g_ascii_strtoll (uid, NULL, 10) : 0;
}

/* --- The time zone --- */

static icalcomponent *
zone_half (icalcomponent_kind kind,
           const char *name,
           int from,
           int to,
           const char *start,
           const char *rule)
{
  icalcomponent *half = icalcomponent_new (kind);

  icalcomponent_add_property (half, icalproperty_new_tzname (name));
  icalcomponent_add_property (half, icalproperty_new_tzoffsetfrom (from));
  icalcomponent_add_property (half, icalproperty_new_tzoffsetto (to));
  icalcomponent_add_property (half, icalproperty_new_dtstart (icaltime_from_string (start)));
  icalcomponent_add_property (half, icalproperty_new_rrule (icalrecurrencetype_from_string (rule)));
  return half;
}

icalcomponent *
akk_ics_zone_component (void)
{
  icalcomponent *zone = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);

  icalcomponent_add_property (zone, icalproperty_new_tzid (AKK_ICS_ZONE));
  icalcomponent_add_component (zone,
                               zone_half (ICAL_XSTANDARD_COMPONENT, "CET", 7200, 3600,
                                          "19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
  icalcomponent_add_component (zone,
                               zone_half (ICAL_XDAYLIGHT_COMPONENT, "CEST", 3600, 7200,
                                          "19960331T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
  return zone;
}

/* --- One meeting --- */

static struct icaltimetype
time_at (gint64 date, gint64 minutes)
{
  struct icaltimetype time = icaltime_null_time ();
  gboolean all_day = minutes == AKK_NO_DATE;

  if (!all_day) {
    date += minutes / MINUTES_PER_DAY;
    time.hour = (int) (minutes % MINUTES_PER_DAY) / 60;
    time.minute = (int) minutes % 60;
  }
  akk_date_to_ymd (date, &time.year, &time.month, &time.day);
  time.is_date = all_day;
  return time;
}

static void
add_time (icalcomponent *event, icalproperty *property, gint64 starts_at)
{
  if (starts_at != AKK_NO_DATE)
    icalproperty_add_parameter (property, icalparameter_new_tzid (AKK_ICS_ZONE));
  icalcomponent_add_property (event, property);
}

static void
add_text (icalcomponent *event, icalproperty *(*make) (const char *), const char *text)
{
  if (*text != '\0')
    icalcomponent_add_property (event, make (text));
}

/* Who is convened by whom: "mailto:" and an address, or nothing that can be written. */
static char *
mailto (const char *address)
{
  return *address != '\0' ? g_strconcat ("mailto:", address, NULL) : NULL;
}

static void
add_organizer (icalcomponent *event, AkkStore *store, const AkkAgenda *agenda)
{
  g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, agenda->body->convener_id);
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (store, &akk_organisation_record, party != NULL ? party->organisation_id : 0);
  g_autofree char *address = organisation != NULL ? mailto (organisation->email) : NULL;
  icalproperty *property;

  if (address == NULL)
    return;
  property = icalproperty_new_organizer (address);
  icalproperty_add_parameter (property, icalparameter_new_cn (organisation->name));
  icalcomponent_add_property (event, property);
}

static icalparameter_partstat
answer_of (AkkAttendanceState state)
{
  switch (state) {
  case AKK_ATTENDANCE_COMING:
  case AKK_ATTENDANCE_PRESENT:
  case AKK_ATTENDANCE_REPLACED:
    return ICAL_PARTSTAT_ACCEPTED;
  case AKK_ATTENDANCE_EXCUSED:
  case AKK_ATTENDANCE_ABSENT:
    return ICAL_PARTSTAT_DECLINED;
  default:
    return ICAL_PARTSTAT_NEEDSACTION;
  }
}

static void
add_attendee (icalcomponent *event, const AkkAgendaSeat *seat, AkkIcsMethod method)
{
  g_autofree char *address = seat->person != NULL ? mailto (seat->person->email) : NULL;
  gboolean expert = seat->seat != NULL && seat->seat->kind == AKK_SEAT_EXPERT;
  icalproperty *property;

  if (address == NULL)
    return;
  property = icalproperty_new_attendee (address);
  icalproperty_add_parameter (property, icalparameter_new_cn (seat->person->name));
  icalproperty_add_parameter (property, icalparameter_new_role (expert ? ICAL_ROLE_OPTPARTICIPANT
                                                                       : ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter (property, icalparameter_new_partstat (answer_of (seat->state)));
  if (method == AKK_ICS_INVITE)
    icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
  icalcomponent_add_property (event, property);
}

/* The invitation, then the agenda with its hours. */
static char *
description_of (const AkkAgenda *agenda)
{
  g_autofree char *text = akk_invitation_plain (agenda->meeting);
  g_autofree char *items = akk_agenda_plain (agenda);

  return g_strconcat (text, *text != '\0' && *items != '\0' ? "\n\n" : "", items, NULL);
}

static void
add_alarm (icalcomponent *event, const char *before, const char *summary)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = icaltriggertype_from_string (before);

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_component (event, alarm);
}

static icalproperty_status
status_of (const AkkMeeting *meeting, AkkIcsMethod method)
{
  if (method == AKK_ICS_CANCEL || meeting->state == AKK_MEETING_CANCELLED ||
      meeting->state == AKK_MEETING_POSTPONED)
    return ICAL_STATUS_CANCELLED;
  return meeting->state == AKK_MEETING_PLANNED ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

static char *
summary_of (AkkStore *store, const AkkAgenda *agenda)
{
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) info = g_list_model_get_item (infos, 0);

  if (info == NULL || *info->name == '\0')
    return g_strdup (agenda->body->name);
  return g_strdup_printf ("%s %s", agenda->body->name, info->name);
}

static icalcomponent *
event_of (AkkStore *store, AkkMeeting *meeting, AkkIcsMethod method, gint64 now_s)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (store, meeting);
  g_autofree char *uid = akk_ics_uid (meeting->record.id);
  g_autofree char *summary = summary_of (store, agenda);
  g_autofree char *description = description_of (agenda);
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  gint64 start = meeting->starts_at;
  gint64 end = start != AKK_NO_DATE ? start + meeting->duration_min : AKK_NO_DATE;

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (icaltime_from_timet_with_zone (
                                         now_s, 0, icaltimezone_get_utc_timezone ())));
  add_time (event, icalproperty_new_dtstart (time_at (meeting->date, start)), start);
  add_time (event, icalproperty_new_dtend (time_at (meeting->date + (start == AKK_NO_DATE), end)),
            start);
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  add_text (event, icalproperty_new_location, meeting->place);
  add_text (event, icalproperty_new_url, meeting->link);
  add_text (event, icalproperty_new_description, description);
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) meeting->sequence));
  icalcomponent_add_property (event, icalproperty_new_status (status_of (meeting, method)));
  add_organizer (event, store, agenda);
  for (guint i = 0; i < agenda->seats->len; i++)
    add_attendee (event, agenda->seats->pdata[i], method);
  if (akk_meeting_ahead (meeting) && method != AKK_ICS_CANCEL && start != AKK_NO_DATE) {
    add_alarm (event, "-P1D", summary);
    add_alarm (event, "-PT30M", summary);
  }
  return event;
}

char *
akk_meetings_ics (AkkStore *store, const GPtrArray *meetings, AkkIcsMethod method, gint64 now_s)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  char *text, *result;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Akkoord//Akkoord//NL"));
  if (method == AKK_ICS_INVITE)
    icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_REQUEST));
  else if (method == AKK_ICS_CANCEL)
    icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_CANCEL));
  icalcomponent_add_component (calendar, akk_ics_zone_component ());
  for (guint i = 0; i < meetings->len; i++)
    icalcomponent_add_component (calendar, event_of (store, meetings->pdata[i], method, now_s));
  text = icalcomponent_as_ical_string_r (calendar);
  result = g_strdup (text);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return result;
}
