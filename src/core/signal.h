/* A problem that travels to the level that can solve it, and its answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Knelpunt. `item_id` is the agenda item it was raised at; `holder` has it now. Each move is a
 * step. `answer` goes back to the body that raised it: `returned_id` is the agenda item that
 * brought it. */
/* clang-format off */
#define AKK_SIGNAL_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, title, N_("Title"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, text, N_("What is the matter"), .search = TRUE, .body = TRUE) \
  F (T, TEXT, target_group, N_("Target group"), .search = TRUE) \
  F (T, REF, party_id, N_("Raised by"), .table = "party") \
  F (T, DATE, raised_on, N_("Raised on")) \
  F (T, REF, item_id, N_("Raised at"), .table = "agenda_item") \
  F (T, REF, body_id, N_("Raised in"), .table = "body") \
  F (T, ENUM, level, N_("Level"), .values = akk_signal_levels) \
  F (T, TEXT, holder, N_("Who has it"), .search = TRUE) \
  F (T, ENUM, state, N_("State"), .values = akk_signal_states) \
  F (T, TEXT, answer, N_("Answer"), .search = TRUE, .body = TRUE) \
  F (T, DATE, answered_on, N_("Answered on")) \
  F (T, TEXT, solved, N_("Solved where"), .search = TRUE) \
  F (T, TEXT, unsolved, N_("Not solved where"), .search = TRUE) \
  F (T, REF, returned_id, N_("Answer brought back at"), .table = "agenda_item") \
  F (T, REF, thread_id, N_("Subject followed"), .table = "thread")
/* clang-format on */

typedef enum {
  AKK_SIGNAL_LOCAL,
  AKK_SIGNAL_REGION,
  AKK_SIGNAL_CENTRAL,
  AKK_SIGNAL_FLEMISH,
  AKK_SIGNAL_FEDERAL,
} AkkSignalLevel;
typedef enum {
  AKK_SIGNAL_OPEN,
  AKK_SIGNAL_ANSWERED,
  AKK_SIGNAL_SOLVED,
  AKK_SIGNAL_CLOSED
} AkkSignalState;
extern const AkkChoice akk_signal_levels[];
extern const AkkChoice akk_signal_states[];
AKK_DECLARE_RECORD (AkkSignal, akk_signal, AKK_SIGNAL_FIELDS)

G_END_DECLS
