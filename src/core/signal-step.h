/* A move of a signal: up to a level, or back with an answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/signal.h"

G_BEGIN_DECLS

/* `level` is where it went. */
/* clang-format off */
#define AKK_SIGNAL_STEP_FIELDS(F, T) \
  F (T, REF, signal_id, N_("Signal"), .table = "signal", .required = TRUE) \
  F (T, DATE, date, N_("Date")) \
  F (T, ENUM, level, N_("Level"), .values = akk_signal_levels) \
  F (T, TEXT, holder, N_("Who has it"), .search = TRUE) \
  F (T, TEXT, note, N_("What was done"), .search = TRUE)
/* clang-format on */

AKK_DECLARE_RECORD (AkkSignalStep, akk_signal_step, AKK_SIGNAL_STEP_FIELDS)

G_END_DECLS
