/* A body in which the parties consult: steering group, working group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* At least `times` meetings in every `period` × `unit`; `times` 0: no number ("geregeld").
 * `section_id` is the clause that says so. */
/* clang-format off */
#define AKK_BODY_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, name, N_("Name"), .required = TRUE, .search = TRUE) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_body_kinds) \
  F (T, INT, times, N_("Meetings"), .min = 0, .max = 366) \
  F (T, INT, period, N_("In every"), .initial = 1, .min = 1, .max = 120) \
  F (T, ENUM, unit, N_("Unit"), .values = akk_body_units) \
  F (T, REF, section_id, N_("Clause"), .table = "section")
/* clang-format on */

typedef enum {
  AKK_BODY_STEERING,
  AKK_BODY_WORKING,
  AKK_BODY_POLICY,
  AKK_BODY_DATA,
  AKK_BODY_REGIONAL,
  AKK_BODY_CENTRAL,
  AKK_BODY_OTHER,
} AkkBodyKind;
typedef enum { AKK_BODY_YEARS, AKK_BODY_MONTHS } AkkBodyUnit;
extern const AkkChoice akk_body_kinds[];
extern const AkkChoice akk_body_units[];
AKK_DECLARE_RECORD (AkkBody, akk_body, AKK_BODY_FIELDS)

G_END_DECLS
