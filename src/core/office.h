/* A dated function: who holds which office in an organisation, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Empty dates: always, up to now. Who follows in an office gets an office of his own, so that what
 * was signed does not change. The position orders the offices of an organisation: as they were
 * entered, who follows right behind who went. */
/* clang-format off */
#define AKK_OFFICE_FIELDS(F, T) \
  F (T, REF, organisation_id, N_("Organisation"), .table = "organisation", .required = TRUE) \
  F (T, REF, person_id, N_("Person"), .table = "person", .required = TRUE) \
  F (T, TEXT, function, N_("Function"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, DATE, starts_on, N_("From")) \
  F (T, DATE, ends_on, N_("Up to and including"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkOffice, akk_office, AKK_OFFICE_FIELDS)

/* Whether the office is held on that day. */
gboolean akk_office_valid_on (const AkkOffice *self, gint64 day);

G_END_DECLS
