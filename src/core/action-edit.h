/* What is done to an action, the same wherever it is done: in the list, on the board, in a dialog.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/log-entry.h"
#include "core/plan.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Whether such a status is to be given a reason: adjusted, stopped. */
gboolean akk_action_status_wants_reason (gint64 status);

/* All that follows is called inside an action of the store. */

/* News: `reported_on` becomes today. `reason` NULL keeps the reason that is there, unless
 * it is about a status that goes. Nothing changes when both are the same already. */
void akk_action_set_status (AkkStore *store,
                            AkkAction *action,
                            AkkActionStatus status,
                            const char *reason);
/* A sentence: news likewise. */
void akk_action_set_progress (AkkStore *store, AkkAction *action, const char *progress);
/* A dated line in the log; the last news is then at least of that day. */
AkkLogEntry *akk_action_add_news (AkkStore *store, AkkAction *action, gint64 date, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
/* For a dialog that has written fields of its own: reports news when the status or the progress
 * differs from what they were `before`, and the dialog has given no other day of news. */
void akk_action_report (AkkStore *store, AkkAction *action, const AkkAction *before);

/* The place at the end of the list; each call gives the one after it. */
char *akk_action_next_position (AkkStore *store, gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;
/* A new action with the next number, at the end of its list. `plan` NULL: in none. A plan for one
 * priority gives that priority. */
AkkAction *akk_action_add (AkkStore *store,
                           gint64 agreement_id,
                           AkkPlan *plan,
                           gint64 priority_id,
                           const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Into another plan, NULL: into none. A plan for one priority gives that priority. */
void akk_action_move (AkkStore *store, AkkAction *action, AkkPlan *plan);
/* With what belongs to it: contributions, commitments, log, test card, attachments. An action that
 * goes on in this one is no longer gone on with. */
void akk_action_delete (AkkStore *store, AkkAction *action);

G_END_DECLS
