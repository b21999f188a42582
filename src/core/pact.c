/* The Pact's matrix: cooperation domains × target groups, and where it expects cooperation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/pact.h"

/* In the order of the table; bit 0 is the first target group. */
static const guint8 expected[AKK_PACT_N_DOMAINS] = { 0x4, 0x4, 0x0, 0xc, 0xf,
                                                     0x1, 0xf, 0xf, 0x0, 0xf };

const char *
akk_pact_domain (AkkPhrases *phrases, guint domain)
{
  g_autofree char *key = g_strdup_printf ("domain-%u", domain + 1);

  g_return_val_if_fail (domain < AKK_PACT_N_DOMAINS, "");
  return akk_phrases_get (phrases, key);
}

const char *
akk_pact_target_group (AkkPhrases *phrases, guint target_group)
{
  g_autofree char *key = g_strdup_printf ("target-group-%u", target_group + 1);

  g_return_val_if_fail (target_group < AKK_PACT_N_TARGET_GROUPS, "");
  return akk_phrases_get (phrases, key);
}

gboolean
akk_pact_expects (guint domain, guint target_group)
{
  return domain < AKK_PACT_N_DOMAINS && target_group < AKK_PACT_N_TARGET_GROUPS &&
         (expected[domain] >> target_group & 1) != 0;
}
