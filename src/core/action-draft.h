/* An action with all that belongs to it, as a dialog edits it: nothing is stored until it is saved.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/plan.h"
#include "core/store.h"

G_BEGIN_DECLS

/* All records are in no store: new ones, or duplicates. The lists may be added to and removed from.
 */
typedef struct {
  AkkStore *store;
  AkkAction *stored; /* NULL: a new action */
  AkkAction *action;
  GPtrArray *contributions; /* AkkContribution */
  GPtrArray *log; /* AkkLogEntry, the newest first */
  GPtrArray *appraisals; /* AkkAppraisal: one for each principle of the agreement, in its order */
  GPtrArray *attachments; /* AkkAttachment */
  GArray *commitments; /* gint64: the IDs of what it carries out (commitments.h) */
} AkkActionDraft;

/* `stored` NULL: of a new action in `plan` (NULL: in none). */
AkkActionDraft *akk_action_draft_new (AkkStore *store,
                                      gint64 agreement_id,
                                      AkkAction *stored,
                                      AkkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void akk_action_draft_free (AkkActionDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkActionDraft, akk_action_draft_free)

gboolean akk_action_draft_carries_out (const AkkActionDraft *self, gint64 commitment);
void akk_action_draft_set_commitment (AkkActionDraft *self, gint64 commitment, gboolean on);

/* Inside an action of the store. Contributions and lines of the log that say nothing are left out;
 * a new status, sentence of progress or line of the log is news (action-edit.h). The draft stays as
 * it is, so that it can be saved again after a commit that failed. */
AkkAction *akk_action_draft_save (AkkActionDraft *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
