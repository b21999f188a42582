/* Meetings among each other: their order, their numbers, and what happens to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda-item.h"
#include "core/meeting.h"
#include "core/store.h"

G_BEGIN_DECLS

/* The meetings of an agreement (or of a body, or all: ids 0), by date and hour. Elements
 * AkkMeeting. */
GPtrArray *
akk_meetings (AkkStore *store, gint64 agreement_id, gint64 body_id) G_GNUC_WARN_UNUSED_RESULT;
/* The meeting with this number, counted from 1 as akk_meetings() orders those of the agreement;
 * cancelled and postponed ones count too. NULL when there are fewer. */
AkkMeeting *
akk_meeting_nth (AkkStore *store, gint64 agreement_id, guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The meeting of the same body before this one that was held; NULL for none. */
AkkMeeting *akk_meeting_previous (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;

/* Whether something was written or decided about it, or came of it. */
gboolean akk_agenda_item_has_outcome (AkkStore *store, const AkkAgendaItem *item);

/* FALSE with AKK_RECORD_ERROR_INVALID and a translated sentence when a meeting may not be written
 * as `changed` says, a copy of it: one that was held moves to a day that is still to come. */
gboolean akk_meeting_check_change (AkkStore *store, const AkkMeeting *changed, GError **error);

/* --- Inside an action (akk_store_begin) --- */

/* The next free number in the year of the meeting, "2025-04": unique in the dossier. Each call
 * within an action of the store gives another one; so does the next. */
char *akk_decision_next_number (AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
/* The next free number of an action in the dossier, "A15". */
char *akk_action_next_number (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* A number that a new action bears already: the next ones come after it. */
void akk_action_keep_number (AkkStore *store, const char *number);
/* After a change of day, hour, length or place, with the meeting as it was: its invitation says the
 * new day and hour, unless the words were changed too; who was invited must be invited again, so it
 * is only planned until then. On another day or at another hour who comes must be asked again. */
void akk_meeting_follow_change (AkkStore *store, AkkMeeting *meeting, const AkkMeeting *before);
/* Postpones: the meeting becomes POSTPONED and names the new one, which takes over its agenda,
 * seats and invitation, with the new day in it, and is returned (added to the store). On another
 * day or at another hour who comes must be asked again. */
AkkMeeting *akk_meeting_postpone (AkkStore *store,
                                  AkkMeeting *meeting,
                                  gint64 date,
                                  gint64 starts_at,
                                  const char *reason) G_GNUC_WARN_UNUSED_RESULT;
/* Marks as held; open items about which something was written or decided are dealt with, the others
 * stay open; draft decisions are taken and numbered; minutes of an earlier meeting whose approval
 * was an item that was dealt with become approved. Again when more is written afterwards. */
void akk_meeting_hold (AkkStore *store, AkkMeeting *meeting);
/* Its minutes are approved, at the meeting `at_id` or (0) in writing: what is open in them stays
 * unfinished. */
void akk_meeting_approve (AkkStore *store, AkkMeeting *meeting, gint64 date, gint64 at_id);

G_END_DECLS
