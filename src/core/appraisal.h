/* How an action answers to a principle.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* A tick and a sentence. */
/* clang-format off */
#define AKK_APPRAISAL_FIELDS(F, T) \
  F (T, REF, action_id, N_("Action"), .table = "action", .required = TRUE) \
  F (T, REF, principle_id, N_("Principle"), .table = "principle", .required = TRUE) \
  F (T, BOOL, met, N_("Met")) \
  F (T, TEXT, sentence, N_("In a sentence"), .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkAppraisal, akk_appraisal, AKK_APPRAISAL_FIELDS)

G_END_DECLS
