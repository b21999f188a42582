/* Who is to sign a version, as frozen with it. It never changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `number` is the one that is printed at the line; names and functions are those of the day. */
/* clang-format off */
#define AKK_SIGNATORY_FIELDS(F, T) \
  F (T, REF, version_id, N_("Version"), .table = "agreement_version", .required = TRUE) \
  F (T, INT, number, N_("Number"), .initial = 1, .min = 1, .max = 9999) \
  F (T, REF, party_id, N_("Party"), .table = "party") \
  F (T, REF, representative_id, N_("Representative"), .table = "representative") \
  F (T, TEXT, party, N_("For"), .search = TRUE) \
  F (T, TEXT, name, N_("Name"), .search = TRUE) \
  F (T, TEXT, function, N_("Function"), .search = TRUE) \
  F (T, TEXT, delegation, N_("Delegation"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkSignatory, akk_signatory, AKK_SIGNATORY_FIELDS)

G_END_DECLS
