/* What a word or an abbreviation means in an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/definition.h"

#include <glib/gi18n.h>

const AkkChoice akk_definition_kinds[] = {
  { AKK_DEFINITION_TERM, "term", N_ ("Term") },
  { AKK_DEFINITION_ABBREVIATION, "abbreviation", N_ ("Abbreviation") },
  { 0, NULL, NULL },
};
