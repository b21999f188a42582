/* What a partner does in an action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `partner` is the name of one that is no party. `role` is a word or two ("dataregisseur"). */
/* clang-format off */
#define AKK_CONTRIBUTION_FIELDS(F, T) \
  F (T, REF, action_id, N_("Action"), .table = "action", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, REF, party_id, N_("Party"), .table = "party") \
  F (T, TEXT, partner, N_("Other partner"), .search = TRUE) \
  F (T, TEXT, role, N_("Role"), .search = TRUE) \
  F (T, TEXT, contribution, N_("Contribution"), .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkContribution, akk_contribution, AKK_CONTRIBUTION_FIELDS)

G_END_DECLS
