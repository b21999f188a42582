/* The dialog that puts conclusions in the plan of the next year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/evaluation.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_EVALUATION_CARRY_DIALOG (akk_evaluation_carry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkEvaluationCarryDialog, akk_evaluation_carry_dialog, AKK, EVALUATION_CARRY_DIALOG, AdwDialog)

/* Offers those up to this report that became nothing yet, all chosen. */
AdwDialog *akk_evaluation_carry_dialog_new (AkkStore *store, AkkEvaluation *evaluation);

G_END_DECLS
