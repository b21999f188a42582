/* Who takes, took or leaves a seat at one meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `person_id` is who comes for the seat, or who replaces the delegate; `guest` names somebody
 * without a seat (then seat_id is 0). A seat without an attendance: its delegate of that day, no
 * answer yet. `answered` is the moment of the answer, as akk_attendance_moment() writes it; ""
 * where nobody knows: what is older changes nothing. */
/* clang-format off */
#define AKK_ATTENDANCE_FIELDS(F, T) \
  F (T, REF, meeting_id, N_("Meeting"), .table = "meeting", .required = TRUE) \
  F (T, REF, seat_id, N_("Seat"), .table = "seat") \
  F (T, REF, person_id, N_("Person"), .table = "person") \
  F (T, TEXT, guest, N_("Guest"), .search = TRUE) \
  F (T, ENUM, state, N_("State"), .values = akk_attendance_states) \
  F (T, TEXT, note, N_("Remark"), .search = TRUE) \
  F (T, TEXT, answered, N_("Answered"))
/* clang-format on */

typedef enum {
  AKK_ATTENDANCE_UNKNOWN,
  AKK_ATTENDANCE_COMING,
  AKK_ATTENDANCE_PRESENT,
  AKK_ATTENDANCE_REPLACED, /* present: `person_id` came instead */
  AKK_ATTENDANCE_EXCUSED,
  AKK_ATTENDANCE_ABSENT,
} AkkAttendanceState;
extern const AkkChoice akk_attendance_states[];
AKK_DECLARE_RECORD (AkkAttendance, akk_attendance, AKK_ATTENDANCE_FIELDS)

/* A moment, seconds since 1970, as text that sorts by time: "2025-11-18T08:00:00Z". */
char *akk_attendance_moment (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
