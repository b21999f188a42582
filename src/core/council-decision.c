/* The decision of a council that allows a party to sign.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/council-decision.h"

#include <glib/gi18n.h>

const AkkChoice akk_council_results[] = {
  { AKK_COUNCIL_OPEN, "open", N_ ("Still to be decided") },
  { AKK_COUNCIL_APPROVED, "approved", N_ ("Approved") },
  { AKK_COUNCIL_REJECTED, "rejected", N_ ("Rejected") },
  { AKK_COUNCIL_NOT_NEEDED, "not-needed", N_ ("Not needed") },
  { 0, NULL, NULL },
};
