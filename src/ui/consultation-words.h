/* How the page Overleg speaks of meetings and of what a body owes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/body.h"
#include "core/meeting-rows.h"
#include "core/meeting.h"
#include "core/obligations.h"
#include "core/store.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* "held", "planned", "cancelled"; of one whose day is over that it is still to be dealt with. */
const char *akk_meeting_state_words (const AkkMeeting *meeting, gint64 today);
const char *akk_meeting_row_words (const AkkMeetingRow *row, gint64 today);
AkkGlyph akk_meeting_row_glyph (const AkkMeetingRow *row, gint64 today);
/* "Werkgroep, 18 February 2025, held". `body` is its name. */
char *akk_meeting_mark_words (const AkkMeeting *meeting,
                              const char *body,
                              gint64 today) G_GNUC_WARN_UNUSED_RESULT;

/* "9:30, gemeentehuis Wichelen · Laarne has sent nobody", or what came of it: "5 of 6 present · 2
 * decisions · 4 actions · minutes approved". */
char *
akk_meeting_facts (AkkStore *store, AkkMeeting *meeting, gint64 today) G_GNUC_WARN_UNUSED_RESULT;

/* What a body still owes, or else how many it held: "1 still before 31 December", "3 of 3 held".
 * `obligation` NULL: it owes no number, and held so many in that year. */
char *akk_body_sentence (const AkkObligation *obligation, const AkkBody *body, guint held, int year)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
