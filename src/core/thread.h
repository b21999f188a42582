/* A subject that is followed through meetings and bodies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Agenda items and signals name it. */
/* clang-format off */
#define AKK_THREAD_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, title, N_("Subject"), .required = TRUE, .search = TRUE) \
  F (T, BOOL, closed, N_("Closed"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkThread, akk_thread, AKK_THREAD_FIELDS)

G_END_DECLS
