/* The dialog of an action, whole: what, who and when, and how it goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/action.h"
#include "core/agreement.h"
#include "core/plan.h"

G_BEGIN_DECLS

/* Signal "saved" (AkkActionDialog *, AkkAction *action): it is stored, and the dialog closes. */
#define AKK_TYPE_ACTION_DIALOG (akk_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionDialog, akk_action_dialog, AKK, ACTION_DIALOG, AdwDialog)

/* Edits `action`, or makes a new one (NULL) in `plan` (NULL: in none). What is saved, with all that
 * belongs to the action, is one action of the store. */
AdwDialog *
akk_action_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkAction *action, AkkPlan *plan);

/* What a new action begins with: the names of a domain and of a target group (NULL: none), the ID
 * of a commitment that it carries out (0: none; commitments.h), whose words become its title. */
void akk_action_dialog_prefill (AkkActionDialog *self,
                                const char *domain,
                                const char *target_group,
                                gint64 commitment);

G_END_DECLS
