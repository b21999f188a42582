/* Who speaks for a party, and who signs for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* The person comes from the office. `function` replaces the function of the office in this
 * agreement where it is not empty. Delegation: "voor de voorzitter van de gemeenteraad, bij
 * delegatiebesluit van het college van 26 november 2019". */
/* clang-format off */
#define AKK_REPRESENTATIVE_FIELDS(F, T) \
  F (T, REF, party_id, N_("Party"), .table = "party", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, REF, office_id, N_("Function of the register"), .table = "office", .required = TRUE) \
  F (T, TEXT, function, N_("Function in this agreement"), .search = TRUE) \
  F (T, BOOL, signs, N_("Signs"), .initial = 1) \
  F (T, BOOL, delegated, N_("Signs by delegation")) \
  F (T, TEXT, delegation, N_("On behalf of"), .search = TRUE) \
  F (T, TEXT, delegation_organ, N_("Organ that delegated")) \
  F (T, DATE, delegated_on, N_("Date of the delegation decision"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkRepresentative, akk_representative, AKK_REPRESENTATIVE_FIELDS)

G_END_DECLS
