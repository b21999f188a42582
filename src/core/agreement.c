/* An agreement: what the parties promise one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement.h"

#include <glib/gi18n.h>

const AkkChoice akk_languages[] = {
  { 0, "nl-BE", N_ ("Dutch (Belgium)") }, { 0, NULL, NULL },
};

AKK_DEFINE_RECORD (AkkAgreement, akk_agreement, "agreement", N_ ("Agreement"), AKK_AGREEMENT_FIELDS)
