/* A target (streefcijfer) of an indicator for a year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `party_id` 0: of the region; `target_group` "": of all of them together. Where the indicator is
 * to lie within a band, from `value` to `upper`. */
/* clang-format off */
#define AKK_TARGET_FIELDS(F, T) \
  F (T, REF, indicator_id, N_("Indicator"), .table = "indicator", .required = TRUE) \
  F (T, INT, year, N_("Year"), .min = 1900, .max = 2999, .initial = 2000) \
  F (T, REF, party_id, N_("Municipality"), .table = "party") \
  F (T, TEXT, target_group, N_("Target group")) \
  F (T, DECIMAL, value, N_("Target")) \
  F (T, DECIMAL, upper, N_("At most"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkTarget, akk_target, AKK_TARGET_FIELDS)

G_END_DECLS
