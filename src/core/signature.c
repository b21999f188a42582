/* Where a signatory stands on the signing route.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/signature.h"

#include <glib/gi18n.h>

const AkkChoice akk_signature_states[] = {
  { AKK_SIGNATURE_TO_OFFER, "to-offer", N_ ("To offer") },
  { AKK_SIGNATURE_OFFERED, "offered", N_ ("Offered") },
  { AKK_SIGNATURE_ON_PAPER, "on-paper", N_ ("Signed on paper") },
  { AKK_SIGNATURE_DIGITAL, "digital", N_ ("Signed digitally") },
  { AKK_SIGNATURE_REFUSED, "refused", N_ ("Refused") },
  { 0, NULL, NULL },
};

gboolean
akk_signature_done (const AkkSignature *self)
{
  return self->state == AKK_SIGNATURE_ON_PAPER || self->state == AKK_SIGNATURE_DIGITAL;
}
