/* A meeting in words: when it is, what its state is, what is said of its agenda and its seats.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* "Thursday 20 November 2025, 9:30 – 11:30". */
char *akk_meeting_when (const AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
/* "115 of 120 minutes allotted", "135 minutes: 15 more than the meeting has". */
char *akk_agenda_time_words (const AkkAgenda *agenda) G_GNUC_WARN_UNUSED_RESULT;
/* "7 of 10 seats confirmed. Not represented: Laarne." */
char *akk_agenda_seats_words (const AkkAgenda *agenda) G_GNUC_WARN_UNUSED_RESULT;
/* "Mieke Aerts · decision · decision prepared". */
char *akk_agenda_entry_words (AkkStore *store,
                              const AkkAgendaEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

AkkGlyph akk_attendance_glyph (AkkAttendanceState state);
AkkGlyph akk_decision_glyph (const AkkDecision *decision);
/* "2025-03 · by consensus · Berlare · by 31 January". */
char *akk_decision_words (AkkStore *store, const AkkDecision *decision) G_GNUC_WARN_UNUSED_RESULT;
AkkGlyph akk_action_glyph (const AkkAction *action, gint64 today);
char *akk_action_words (AkkStore *store, const AkkAction *action) G_GNUC_WARN_UNUSED_RESULT;
char *akk_signal_words (AkkStore *store, const AkkSignal *signal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
