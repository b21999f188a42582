/* Dated news of an action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Internal: no public edition shows it. */
/* clang-format off */
#define AKK_LOG_ENTRY_FIELDS(F, T) \
  F (T, REF, action_id, N_("Action"), .table = "action", .required = TRUE) \
  F (T, DATE, date, N_("Date")) \
  F (T, TEXT, text, N_("News"), .required = TRUE, .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkLogEntry, akk_log_entry, AKK_LOG_ENTRY_FIELDS)

G_END_DECLS
