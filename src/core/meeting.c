/* A meeting of a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/meeting.h"

#include <glib/gi18n.h>

const AkkChoice akk_meeting_states[] = {
  { AKK_MEETING_PLANNED, "planned", N_ ("Planned") },
  { AKK_MEETING_INVITED, "invited", N_ ("Invited") },
  { AKK_MEETING_HELD, "held", N_ ("Held") },
  { AKK_MEETING_APPROVED, "approved", N_ ("Minutes approved") },
  { AKK_MEETING_CANCELLED, "cancelled", N_ ("Cancelled") },
  { AKK_MEETING_POSTPONED, "postponed", N_ ("Postponed") },
  { 0, NULL, NULL },
};

const AkkChoice akk_meeting_stages[] = {
  { AKK_STAGE_NONE, "none", N_ ("Not presented") },
  { AKK_STAGE_TITLE, "title", N_ ("Title page") },
  { AKK_STAGE_ATTENDANCE, "attendance", N_ ("Attendance") },
  { AKK_STAGE_ITEM, "item", N_ ("Agenda item") },
  { AKK_STAGE_CLOSING, "closing", N_ ("Closing page") },
  { 0, NULL, NULL },
};

gboolean
akk_meeting_held (const AkkMeeting *self)
{
  return self->state == AKK_MEETING_HELD || self->state == AKK_MEETING_APPROVED;
}

gboolean
akk_meeting_ahead (const AkkMeeting *self)
{
  return self->state == AKK_MEETING_PLANNED || self->state == AKK_MEETING_INVITED;
}

gboolean
akk_meeting_outdated (const AkkMeeting *self)
{
  return self->state == AKK_MEETING_PLANNED && self->invited_on != AKK_NO_DATE;
}

gint64
akk_meeting_invitation_day (const AkkMeeting *self, gint64 today)
{
  gboolean stands = self->state == AKK_MEETING_INVITED || akk_meeting_held (self);

  return stands && self->invited_on != AKK_NO_DATE ? self->invited_on : today;
}
