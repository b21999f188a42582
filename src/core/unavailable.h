/* When an organisation cannot come.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/body.h"

G_BEGIN_DECLS

/* Days: starts_on up to and including ends_on. A council evening returns: the `week`th `weekday` of
 * the month (5: the last one), from starts_on up to and including ends_on, empty for always;
 * `starts_at` is when it begins, before that hour the day is free; no hour: AKK_EVENING_MIN. */

/* clang-format off */
#define AKK_UNAVAILABLE_FIELDS(F, T) \
  F (T, REF, organisation_id, N_("Organisation"), .table = "organisation", .required = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_unavailable_kinds) \
  F (T, TEXT, reason, N_("Reason"), .search = TRUE) \
  F (T, DATE, starts_on, N_("From")) \
  F (T, DATE, ends_on, N_("Up to and including")) \
  F (T, ENUM, weekday, N_("Weekday"), .values = akk_weekdays) \
  F (T, INT, week, N_("Week of the month"), .initial = 1, .min = 1, .max = 5) \
  F (T, TIME, starts_at, N_("From hour"))
/* clang-format on */

typedef enum { AKK_UNAVAILABLE_DAYS, AKK_UNAVAILABLE_COUNCIL } AkkUnavailableKind;
#define AKK_EVENING_MIN (18 * 60) /* when a council begins of which no hour is known */
extern const AkkChoice akk_unavailable_kinds[];
AKK_DECLARE_RECORD (AkkUnavailable, akk_unavailable, AKK_UNAVAILABLE_FIELDS)

G_END_DECLS
