/* That an action carries out a commitment of the agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `commitment` is the ID of the commitment in the text (commitments.h). */
/* clang-format off */
#define AKK_FULFILMENT_FIELDS(F, T) \
  F (T, REF, action_id, N_("Action"), .table = "action", .required = TRUE) \
  F (T, INT, commitment, N_("Commitment"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkFulfilment, akk_fulfilment, AKK_FULFILMENT_FIELDS)

G_END_DECLS
