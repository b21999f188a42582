/* Where a signatory stands on the signing route.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* One per signatory, made at freezing. `scan`: the attached scan or signed PDF. */
/* clang-format off */
#define AKK_SIGNATURE_FIELDS(F, T) \
  F (T, REF, signatory_id, N_("Signatory"), .table = "signatory", .required = TRUE) \
  F (T, ENUM, state, N_("State"), .values = akk_signature_states) \
  F (T, DATE, date, N_("Date")) \
  F (T, TEXT, reason, N_("Reason of the refusal"), .search = TRUE) \
  F (T, TEXT, note, N_("Remark"), .search = TRUE) \
  F (T, TEXT, scan, N_("Scan or signed PDF"), .blob = TRUE)
/* clang-format on */

typedef enum {
  AKK_SIGNATURE_TO_OFFER,
  AKK_SIGNATURE_OFFERED,
  AKK_SIGNATURE_ON_PAPER,
  AKK_SIGNATURE_DIGITAL,
  AKK_SIGNATURE_REFUSED,
} AkkSignatureState;
extern const AkkChoice akk_signature_states[];
AKK_DECLARE_RECORD (AkkSignature, akk_signature, AKK_SIGNATURE_FIELDS)

/* Signed, on paper or digitally. */
gboolean akk_signature_done (const AkkSignature *self);

G_END_DECLS
