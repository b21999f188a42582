/* A party of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `opens_group`: "en" on a line of its own stands before it ("Tussen … en …"). `capacity` is said
 * after the name ("handelend voor de gemeenteraad en de raad voor maatschappelijk welzijn"). */
/* clang-format off */
#define AKK_PARTY_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, REF, organisation_id, N_("Organisation"), .table = "organisation", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, BOOL, opens_group, N_("Opens a new group")) \
  F (T, TEXT, capacity, N_("Acting for"), .search = TRUE) \
  F (T, TEXT, role, N_("Role"), .search = TRUE, .body = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkParty, akk_party, AKK_PARTY_FIELDS)

G_END_DECLS
