/* The dialogs of an action plan: plans, priorities with their contacts, principles, examples.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/plan.h"
#include "core/principle.h"
#include "core/priority.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* --- One record; without id it is new --- */

/* Its years, and whether it is for one priority. */
AkkRecordDialog *akk_action_plan_dialog_new (AkkStore *store, AkkPlan *plan);
/* In which meeting it was adopted. */
AkkRecordDialog *akk_action_plan_adopt_dialog_new (AkkStore *store, AkkPlan *plan);
/* A new plan for the years after the newest one. */
AkkPlan *akk_action_plan_following (AkkStore *store,
                                    AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
/* Title, lead, and whom to turn to at each partner. */
AkkRecordDialog *akk_action_priority_dialog_new (AkkStore *store, AkkPriority *priority);
AkkRecordDialog *akk_principle_dialog_new (AkkStore *store, AkkPrinciple *principle);

/* --- All of an agreement, in a list --- */

AdwDialog *akk_action_plans_dialog_new (AkkStore *store, AkkAgreement *agreement);
AdwDialog *akk_action_priorities_dialog_new (AkkStore *store, AkkAgreement *agreement);
AdwDialog *akk_principles_dialog_new (AkkStore *store, AkkAgreement *agreement);

/* --- The library of examples --- */

/* `plan` NULL: what is inserted is in none. What is chosen is inserted as one action of the store;
 * then its own dialog opens. Signal "inserted" (AdwDialog *, AkkAction *action). */
#define AKK_TYPE_EXAMPLES_DIALOG (akk_examples_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkExamplesDialog, akk_examples_dialog, AKK, EXAMPLES_DIALOG, AdwDialog)
AdwDialog *akk_examples_dialog_new (AkkStore *store, AkkAgreement *agreement, AkkPlan *plan);

G_END_DECLS
