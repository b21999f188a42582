/* A person of the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/person.h"

#include <glib/gi18n.h>

const AkkChoice akk_title_forms[] = {
  { AKK_TITLE_NONE, "none", N_ ("No title") },
  { AKK_TITLE_MRS, "mrs", N_ ("Mrs") },
  { AKK_TITLE_MR, "mr", N_ ("Mr") },
  { 0, NULL, NULL },
};
