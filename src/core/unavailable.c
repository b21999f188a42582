/* When an organisation cannot come.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/unavailable.h"

#include <glib/gi18n.h>

const AkkChoice akk_unavailable_kinds[] = {
  { AKK_UNAVAILABLE_DAYS, "days", N_ ("Days") },
  { AKK_UNAVAILABLE_COUNCIL, "council", N_ ("Council evening") },
  { 0, NULL, NULL },
};
