/* A body in which the parties consult.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"

#include <glib/gi18n.h>

const AkkChoice akk_body_kinds[] = {
  { AKK_BODY_STEERING, "steering", N_ ("Steering group") },
  { AKK_BODY_WORKING, "working", N_ ("Working group") },
  { AKK_BODY_POLICY, "policy", N_ ("Strategic policy consultation") },
  { AKK_BODY_DATA, "data", N_ ("Data working group") },
  { AKK_BODY_REGIONAL, "regional", N_ ("Regional working group") },
  { AKK_BODY_CENTRAL, "central", N_ ("Central working group") },
  { AKK_BODY_OTHER, "other", N_ ("Other body") },
  { 0, NULL, NULL },
};

const AkkChoice akk_body_units[] = {
  { AKK_BODY_YEARS, "years", N_ ("years") },
  { AKK_BODY_MONTHS, "months", N_ ("months") },
  { 0, NULL, NULL },
};
