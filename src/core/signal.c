/* A problem that travels to the level that can solve it, and its answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/signal.h"

#include <glib/gi18n.h>

const AkkChoice akk_signal_levels[] = {
  { AKK_SIGNAL_LOCAL, "local", N_ ("Local") },
  { AKK_SIGNAL_REGION, "region", N_ ("Region") },
  { AKK_SIGNAL_CENTRAL, "central", N_ ("Central") },
  { AKK_SIGNAL_FLEMISH, "flemish", N_ ("Flemish") },
  { AKK_SIGNAL_FEDERAL, "federal", N_ ("Federal") },
  { 0, NULL, NULL },
};

const AkkChoice akk_signal_states[] = {
  { AKK_SIGNAL_OPEN, "open", N_ ("Open") },
  { AKK_SIGNAL_ANSWERED, "answered", N_ ("Answered") },
  { AKK_SIGNAL_SOLVED, "solved", N_ ("Solved") },
  { AKK_SIGNAL_CLOSED, "closed", N_ ("Closed without a solution") },
  { 0, NULL, NULL },
};
