/* A holiday that this dossier adds or takes out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/day-off.h"

#include <glib/gi18n.h>

const AkkChoice akk_day_off_kinds[] = {
  { AKK_DAY_OFF_PUBLIC, "public", N_ ("Public holiday") },
  { AKK_DAY_OFF_SCHOOL, "school", N_ ("School holiday") },
  { 0, NULL, NULL },
};
