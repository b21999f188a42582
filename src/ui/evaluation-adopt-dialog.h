/* The dialog before a report is adopted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/evaluation.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_EVALUATION_ADOPT_DIALOG (akk_evaluation_adopt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkEvaluationAdoptDialog, akk_evaluation_adopt_dialog, AKK, EVALUATION_ADOPT_DIALOG, AdwDialog)

/* Shows what must be settled first and what to think about, and asks where and when. */
AdwDialog *akk_evaluation_adopt_dialog_new (AkkStore *store, AkkEvaluation *evaluation);

/* Signal "go-to" (AkkEvaluationAdoptDialog *, const AkkFinding *): somebody wants to go there. */

G_END_DECLS
