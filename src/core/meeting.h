/* A meeting of a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `starts_at` in minutes since midnight; `ended_at` is when it really ended. `invitation` and the
 * outcome of each agenda item are rich text. A postponed meeting names the one that took its place.
 * The minutes are approved at `approved_at_id`, or on `approved_on` alone (in writing). `sequence`
 * is the SEQUENCE of RFC 5545: it grows with each invitation that is sent again. `note` is for
 * inside: only the handover sheet prints it. `stage` is how far its presentation came, `item_id`
 * the item that it stands at: presenting goes on from there (presentation.h). `minutes_sent_to`
 * names who got the minutes, each with a comma between. */
/* clang-format off */
#define AKK_MEETING_FIELDS(F, T) \
  F (T, REF, body_id, N_("Body"), .table = "body", .required = TRUE) \
  F (T, ENUM, state, N_("State"), .values = akk_meeting_states) \
  F (T, DATE, date, N_("Date"), .required = TRUE) \
  F (T, TIME, starts_at, N_("Start")) \
  F (T, INT, duration_min, N_("Duration in minutes"), .initial = 120, .min = 5, .max = 1440) \
  F (T, TEXT, place, N_("Place"), .search = TRUE) \
  F (T, TEXT, link, N_("Link of the online meeting")) \
  F (T, TEXT, chair, N_("Chair"), .search = TRUE) \
  F (T, TEXT, secretary, N_("Minutes by"), .search = TRUE) \
  F (T, TEXT, invitation, N_("Invitation"), .body = TRUE, .search = TRUE) \
  F (T, DATE, invited_on, N_("Invited on")) \
  F (T, INT, sequence, N_("Sequence"), .max = 9999) \
  F (T, TIME, ended_at, N_("End")) \
  F (T, REF, successor_id, N_("Postponed to"), .table = "meeting") \
  F (T, TEXT, reason, N_("Reason"), .search = TRUE) \
  F (T, DATE, approved_on, N_("Minutes approved on")) \
  F (T, REF, approved_at_id, N_("Minutes approved at"), .table = "meeting") \
  F (T, TEXT, note, N_("Internal note"), .search = TRUE) \
  F (T, TIME, began_at, N_("Really began")) \
  F (T, ENUM, stage, N_("Presented up to"), .values = akk_meeting_stages) \
  F (T, REF, item_id, N_("Item that is shown"), .table = "agenda_item") \
  F (T, DATE, minutes_sent_on, N_("Minutes sent on")) \
  F (T, TEXT, minutes_sent_to, N_("Minutes sent to"))
/* clang-format on */

typedef enum {
  AKK_MEETING_PLANNED,
  AKK_MEETING_INVITED,
  AKK_MEETING_HELD,
  AKK_MEETING_APPROVED, /* held, and its minutes are approved */
  AKK_MEETING_CANCELLED,
  AKK_MEETING_POSTPONED,
} AkkMeetingState;
typedef enum {
  AKK_STAGE_NONE, /* not presented yet, or it ended */
  AKK_STAGE_TITLE,
  AKK_STAGE_ATTENDANCE,
  AKK_STAGE_ITEM,
  AKK_STAGE_CLOSING,
} AkkMeetingStage;
extern const AkkChoice akk_meeting_states[];
extern const AkkChoice akk_meeting_stages[];
AKK_DECLARE_RECORD (AkkMeeting, akk_meeting, AKK_MEETING_FIELDS)

/* Whether it took place; whether it still is to take place. */
gboolean akk_meeting_held (const AkkMeeting *self);
gboolean akk_meeting_ahead (const AkkMeeting *self);
/* Whether people were invited to it, and do not know of the meeting as it now is planned. */
gboolean akk_meeting_outdated (const AkkMeeting *self);
/* The day that its invitation carries on paper: the one on which it was sent, while that stands. */
gint64 akk_meeting_invitation_day (const AkkMeeting *self, gint64 today);

G_END_DECLS
