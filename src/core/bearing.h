/* What an indicator bears on: a priority or an action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* One of `priority_id` and `action_id` is set. */
/* clang-format off */
#define AKK_BEARING_FIELDS(F, T) \
  F (T, REF, indicator_id, N_("Indicator"), .table = "indicator", .required = TRUE) \
  F (T, REF, priority_id, N_("Priority"), .table = "priority") \
  F (T, REF, action_id, N_("Action"), .table = "action")
/* clang-format on */

AKK_DECLARE_RECORD (AkkBearing, akk_bearing, AKK_BEARING_FIELDS)

G_END_DECLS
