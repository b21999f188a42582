/* Meetings on paper: invitation, agenda, attendance list, minutes; decisions and signals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/meeting.h"
#include "core/signal.h"
#include "print/pages.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* All in the language of the paper; `today` in days since 1970, for the footer of what is no final
 * document. */

/* A letter: when, where, the text of the invitation, the agenda in brief, who is invited. */
AkkPages *akk_invitation_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
    G_GNUC_WARN_UNUSED_RESULT;
/* The items with their hours, explanations and annexes. */
AkkPages *akk_agenda_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
    G_GNUC_WARN_UNUSED_RESULT;
/* Every seat with a line to sign on, also one that nobody takes. */
AkkPages *akk_attendance_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
    G_GNUC_WARN_UNUSED_RESULT;
/* A draft until they are approved. */
AkkPages *akk_minutes_print (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting, gint64 today)
    G_GNUC_WARN_UNUSED_RESULT;

/* The register: what the bodies of an agreement decided, and what became of it. */
AkkPages *akk_decisions_print (AkkPaper *paper,
                               AkkStore *store,
                               AkkAgreement *agreement,
                               gint64 today) G_GNUC_WARN_UNUSED_RESULT;
/* One signal: what it is about, the way it went, its answer. */
AkkPages *akk_signal_print (AkkPaper *paper, AkkStore *store, AkkSignal *signal, gint64 today)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
