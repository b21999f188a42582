/* A seat that a party has in a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* It belongs to a function, not to a person ("teamleider intensieve dienstverlening"): who takes it
 * is a delegate, and at a meeting an attendance. */
/* clang-format off */
#define AKK_SEAT_FIELDS(F, T) \
  F (T, REF, body_id, N_("Body"), .table = "body", .required = TRUE) \
  F (T, REF, party_id, N_("Party"), .table = "party", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, function, N_("Function"), .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_seat_kinds)
/* clang-format on */

typedef enum {
  AKK_SEAT_MEMBER,
  AKK_SEAT_EXPERT, /* joins when the agenda asks for it */
} AkkSeatKind;
extern const AkkChoice akk_seat_kinds[];
AKK_DECLARE_RECORD (AkkSeat, akk_seat, AKK_SEAT_FIELDS)

G_END_DECLS
