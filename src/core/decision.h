/* A decision of a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* `number` is given at the meeting ("2024-03") and never again. `owner` carries it out, `due_on` at
 * the latest. What became of it is `state` and `result`; one that another replaced names that one.
 */
/* clang-format off */
#define AKK_DECISION_FIELDS(F, T) \
  F (T, REF, meeting_id, N_("Meeting"), .table = "meeting", .required = TRUE) \
  F (T, REF, item_id, N_("Agenda item"), .table = "agenda_item") \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, number, N_("Number"), .search = TRUE) \
  F (T, TEXT, text, N_("Decision"), .required = TRUE, .search = TRUE) \
  F (T, ENUM, mode, N_("Taken by"), .values = akk_decision_modes) \
  F (T, INT, votes_for, N_("For"), .max = 999) \
  F (T, INT, votes_against, N_("Against"), .max = 999) \
  F (T, INT, abstentions, N_("Abstentions"), .max = 999) \
  F (T, REF, owner_id, N_("Party that carries it out"), .table = "party") \
  F (T, TEXT, owner, N_("Who"), .search = TRUE) \
  F (T, DATE, due_on, N_("By")) \
  F (T, ENUM, state, N_("State"), .values = akk_decision_states) \
  F (T, TEXT, result, N_("What became of it"), .search = TRUE) \
  F (T, REF, successor_id, N_("Replaced by"), .table = "decision")
/* clang-format on */

typedef enum { AKK_DECISION_CONSENSUS, AKK_DECISION_VOTE } AkkDecisionMode;
typedef enum {
  AKK_DECISION_DRAFT, /* prepared before the meeting */
  AKK_DECISION_TAKEN,
  AKK_DECISION_CARRIED_OUT,
  AKK_DECISION_REPLACED,
  AKK_DECISION_WITHDRAWN,
} AkkDecisionState;
extern const AkkChoice akk_decision_modes[];
extern const AkkChoice akk_decision_states[];
AKK_DECLARE_RECORD (AkkDecision, akk_decision, AKK_DECISION_FIELDS)

G_END_DECLS
