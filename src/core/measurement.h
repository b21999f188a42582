/* A measurement: the value of an indicator for a year, a municipality and a target group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `party_id` 0: the whole region; `target_group` "": all of them together. `until`: it counts up to
 * that day of the year, not the whole year. `source` is empty where it is the indicator's own. A
 * suppressed value is 1, 2 or 3: so few that nobody may be recognised. `value` counts only where
 * `state` says so (× 10⁴, see indicator.h). `sentence` is what somebody has to say about it. */
/* clang-format off */
#define AKK_MEASUREMENT_FIELDS(F, T) \
  F (T, REF, indicator_id, N_("Indicator"), .table = "indicator", .required = TRUE) \
  F (T, INT, year, N_("Year"), .min = 1900, .max = 2999, .initial = 2000) \
  F (T, DATE, until, N_("Up to and including")) \
  F (T, REF, party_id, N_("Municipality"), .table = "party") \
  F (T, TEXT, target_group, N_("Target group")) \
  F (T, ENUM, state, N_("Known"), .values = akk_measurement_states) \
  F (T, DECIMAL, value, N_("Value")) \
  F (T, BOOL, provisional, N_("Provisional")) \
  F (T, TEXT, source, N_("Source")) \
  F (T, DATE, received_on, N_("Received on")) \
  F (T, TEXT, sentence, N_("Explanation"), .search = TRUE)
/* clang-format on */

typedef enum {
  AKK_MEASUREMENT_VALUE,
  AKK_MEASUREMENT_SUPPRESSED,
  AKK_MEASUREMENT_UNAVAILABLE,
} AkkMeasurementState;
extern const AkkChoice akk_measurement_states[];
AKK_DECLARE_RECORD (AkkMeasurement, akk_measurement, AKK_MEASUREMENT_FIELDS)

G_END_DECLS
