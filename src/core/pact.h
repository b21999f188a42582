/* The Pact's matrix: cooperation domains × target groups, and where it expects cooperation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pact "Samen en lokaal voor werk" (2023), table 1: 10 × 4 with 21 marks. */
#pragma once

#include "core/phrases.h"

G_BEGIN_DECLS

#define AKK_PACT_N_DOMAINS 10
#define AKK_PACT_N_TARGET_GROUPS 4
#define AKK_PACT_N_EXPECTED 21

/* Their names, in the order of the table. Borrowed from the phrases. */
const char *akk_pact_domain (AkkPhrases *phrases, guint domain);
const char *akk_pact_target_group (AkkPhrases *phrases, guint target_group);
/* Whether the table has a mark there. FALSE outside it. */
gboolean akk_pact_expects (guint domain, guint target_group);

G_END_DECLS
