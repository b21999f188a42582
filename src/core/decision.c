/* A decision of a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/decision.h"

#include <glib/gi18n.h>

const AkkChoice akk_decision_modes[] = {
  { AKK_DECISION_CONSENSUS, "consensus", N_ ("Consensus") },
  { AKK_DECISION_VOTE, "vote", N_ ("Vote") },
  { 0, NULL, NULL },
};

const AkkChoice akk_decision_states[] = {
  { AKK_DECISION_DRAFT, "draft", N_ ("Draft") },
  { AKK_DECISION_TAKEN, "taken", N_ ("Taken") },
  { AKK_DECISION_CARRIED_OUT, "carried-out", N_ ("Carried out") },
  { AKK_DECISION_REPLACED, "replaced", N_ ("Replaced") },
  { AKK_DECISION_WITHDRAWN, "withdrawn", N_ ("Withdrawn") },
  { 0, NULL, NULL },
};
