/* A finding that people decided to live with, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `finding` is its id and `place` where it was found (findings.h): the same finding elsewhere is
 * another one. What blocks cannot be accepted. */
/* clang-format off */
#define AKK_ACCEPTANCE_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, finding, N_("Finding"), .required = TRUE) \
  F (T, TEXT, place, N_("Place")) \
  F (T, TEXT, reason, N_("Reason"), .required = TRUE) \
  F (T, DATE, accepted_on, N_("Accepted on"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkAcceptance, akk_acceptance, AKK_ACCEPTANCE_FIELDS)

G_END_DECLS
