/* A holiday that this dossier adds to, or takes out of, the computed ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `removed`: no holiday of this kind counts on these days. */
/* clang-format off */
#define AKK_DAY_OFF_FIELDS(F, T) \
  F (T, TEXT, name, N_("Name"), .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_day_off_kinds) \
  F (T, DATE, starts_on, N_("From"), .required = TRUE) \
  F (T, DATE, ends_on, N_("Up to and including"), .required = TRUE) \
  F (T, BOOL, removed, N_("Is no holiday"))
/* clang-format on */

/* As akk_holidays() tells them apart. */
typedef enum { AKK_DAY_OFF_PUBLIC, AKK_DAY_OFF_SCHOOL } AkkDayOffKind;
extern const AkkChoice akk_day_off_kinds[];
AKK_DECLARE_RECORD (AkkDayOff, akk_day_off, AKK_DAY_OFF_FIELDS)

G_END_DECLS
