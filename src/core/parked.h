/* A subject that came up at a meeting and was put off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* It was raised at the agenda item `item_id` (0: at none), and is offered to the next meetings of
 * the body until an agenda item names it as its `parked_id`. */
/* clang-format off */
#define AKK_PARKED_FIELDS(F, T) \
  F (T, REF, meeting_id, N_("Meeting"), .table = "meeting", .required = TRUE) \
  F (T, REF, item_id, N_("Agenda item"), .table = "agenda_item") \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, text, N_("Subject"), .required = TRUE, .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkParked, akk_parked, AKK_PARKED_FIELDS)

G_END_DECLS
