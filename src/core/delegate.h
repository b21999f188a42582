/* Who takes a seat, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Empty dates: always, up to now. */
/* clang-format off */
#define AKK_DELEGATE_FIELDS(F, T) \
  F (T, REF, seat_id, N_("Seat"), .table = "seat", .required = TRUE) \
  F (T, REF, person_id, N_("Person"), .table = "person", .required = TRUE) \
  F (T, DATE, starts_on, N_("From")) \
  F (T, DATE, ends_on, N_("Up to and including"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkDelegate, akk_delegate, AKK_DELEGATE_FIELDS)

G_END_DECLS
