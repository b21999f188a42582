/* Whom to turn to at a partner about a priority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Aanspreekpunt. One per party and priority; `answers_within` is what may be expected ("two working
 * days"). Internal: no public edition shows it. */
/* clang-format off */
#define AKK_CONTACT_FIELDS(F, T) \
  F (T, REF, priority_id, N_("Priority"), .table = "priority", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, REF, party_id, N_("Party"), .table = "party", .required = TRUE) \
  F (T, REF, office_id, N_("Contact"), .table = "office") \
  F (T, TEXT, answers_within, N_("Answers within"), .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkContact, akk_contact, AKK_CONTACT_FIELDS)

G_END_DECLS
