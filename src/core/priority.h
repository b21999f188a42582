/* A policy priority (ambition) of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Its place in the list is its number. The title is part of what was agreed; the rest is how the
 * work is done. `lead_office_id` is the function that leads for `lead_id`. */
/* clang-format off */
#define AKK_PRIORITY_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, title, N_("Title"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, description, N_("Description"), .search = TRUE, .body = TRUE, .working = TRUE) \
  F (T, REF, lead_id, N_("Party that leads"), .table = "party", .working = TRUE) \
  F (T, REF, lead_office_id, N_("Who leads"), .table = "office", .working = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkPriority, akk_priority, AKK_PRIORITY_FIELDS)

G_END_DECLS
