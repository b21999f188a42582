/* The dialogs of a meeting: an agenda item, what is born from it, the meeting itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/decision.h"
#include "core/meeting.h"
#include "core/parked.h"
#include "core/signal.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* The record NULL: a new one. `item` NULL: of the meeting as a whole. */
AkkRecordDialog *
akk_agenda_item_dialog_new (AkkStore *store, AkkMeeting *meeting, AkkAgendaItem *item);
/* Before the meeting it is a draft; from its day on it is taken, and gets its number. */
AkkRecordDialog *akk_meeting_decision_dialog_new (AkkStore *store,
                                                  AkkMeeting *meeting,
                                                  AkkAgendaItem *item,
                                                  AkkDecision *decision);
AkkRecordDialog *akk_meeting_action_dialog_new (AkkStore *store,
                                                AkkMeeting *meeting,
                                                AkkAgendaItem *item,
                                                AkkAction *action);
AkkRecordDialog *akk_meeting_signal_dialog_new (AkkStore *store,
                                                AkkMeeting *meeting,
                                                AkkAgendaItem *item,
                                                AkkSignal *signal);
AkkRecordDialog *akk_meeting_parked_dialog_new (AkkStore *store, AkkParked *parked);
/* Its date, hour, place and people. */
AkkRecordDialog *akk_meeting_dialog_new (AkkStore *store, AkkMeeting *meeting);
/* Another day for it: another meeting takes its place. */
AkkRecordDialog *akk_meeting_postpone_dialog_new (AkkStore *store, AkkMeeting *meeting);
/* Why it does not take place. */
AkkRecordDialog *akk_meeting_cancel_dialog_new (AkkStore *store, AkkMeeting *meeting);

/* The key of the last place of a list of records in a field "position". */
char *akk_last_position (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
