/* What writing and reading of calendars share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "core/meeting-ics.h"

/* Brussels time: the European rules of summer time in force since 1996 (directive 2000/84/EC). */
#define AKK_ICS_ZONE "Europe/Brussels"
icalcomponent *akk_ics_zone_component (void) G_GNUC_WARN_UNUSED_RESULT;

/* The UID of a meeting, and back; 0: not one of ours. */
char *akk_ics_uid (gint64 meeting_id) G_GNUC_WARN_UNUSED_RESULT;
gint64 akk_ics_meeting_id (const char *uid);
