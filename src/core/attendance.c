/* Who takes, took or leaves a seat at one meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/attendance.h"

#include <glib/gi18n.h>

const AkkChoice akk_attendance_states[] = {
  { AKK_ATTENDANCE_UNKNOWN, "unknown", N_ ("No answer") },
  { AKK_ATTENDANCE_COMING, "coming", N_ ("Coming") },
  { AKK_ATTENDANCE_PRESENT, "present", N_ ("Present") },
  { AKK_ATTENDANCE_REPLACED, "replaced", N_ ("Replaced") },
  { AKK_ATTENDANCE_EXCUSED, "excused", N_ ("Excused") },
  { AKK_ATTENDANCE_ABSENT, "absent", N_ ("Absent") },
  { 0, NULL, NULL },
};

char *
akk_attendance_moment (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}
