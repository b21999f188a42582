/* Meetings as iCalendar files (RFC 5545), out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

/* What the file asks of who receives it (the METHOD of RFC 5546). */
typedef enum {
  AKK_ICS_EXPORT, /* no method: a calendar to look at or to import */
  AKK_ICS_INVITE, /* REQUEST: an invitation, or a newer version of one */
  AKK_ICS_CANCEL, /* CANCEL: the meeting will not take place */
} AkkIcsMethod;

/* The meetings (elements AkkMeeting) as one calendar: per meeting one VEVENT without RRULE, with a
 * UID that never changes, its SEQUENCE, hours in Europe/Brussels (a VTIMEZONE is in the file), the
 * convener as ORGANIZER, who has a seat and an address as ATTENDEE with what is known of the
 * answer, reminders a day and half an hour before. `now_s`: the DTSTAMP, seconds since 1970. */
char *akk_meetings_ics (AkkStore *store,
                        const GPtrArray *meetings,
                        AkkIcsMethod method,
                        gint64 now_s) G_GNUC_WARN_UNUSED_RESULT;

/* An answer of somebody: a state of attendance.h. */
typedef struct {
  gint64 seat_id, person_id;
  char *name;
  gint64 state; /* AkkAttendanceState: COMING, EXCUSED */
  char *answered; /* as attendance.h */
} AkkIcsReply;

/* What a file says of one meeting and the dossier does not have. */
typedef struct {
  AkkMeeting *meeting; /* NULL: the file speaks of something else, named by `summary` */
  char *summary;
  gboolean moved; /* date, hour or duration differ from the dossier's */
  gint64 date, starts_at, duration_min; /* as attendance.h; Brussels time */
  char *place; /* NULL: the same */
  gboolean cancelled;
  GPtrArray *replies; /* AkkIcsReply that differ from what is noted */
  gboolean older; /* something in it is left alone: the dossier knows of something newer */
  gboolean sent; /* who was invited got it too */
  gint64 sequence;
} AkkIcsChange;

#define AKK_ICS_ERROR (akk_ics_error_quark ())
GQuark akk_ics_error_quark (void);
typedef enum { AKK_ICS_ERROR_UNREADABLE } AkkIcsError;

/* Reads a file of another program: one of ours that was changed, or the answers of invited people.
 * What is older says nothing any more (RFC 5546, 2.1.4): an earlier SEQUENCE than the meeting has
 * as it now is planned, unless it answers for that very hour; an earlier DTSTAMP than the answer
 * that is noted; an event of which the file has a newer one. Elements AkkIcsChange: only what
 * differs. AKK_ICS_ERROR_UNREADABLE: it is no calendar. */
GPtrArray *
akk_ics_read (AkkStore *store, const char *ics, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the changes as one action; a meeting that moves follows as akk_meeting_follow_change(),
 * yet stays invited where all got the file. Errors as akk_store_commit(). */
gboolean akk_ics_apply (AkkStore *store, const GPtrArray *changes, GError **error);

G_END_DECLS
