/* Who signs an agreement, in which order, and in which words paper says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/phrases.h"

G_BEGIN_DECLS

/* A signatory: `number` counts from 1 through the whole agreement. `delegation` is "" or "voor de
 * voorzitter van de gemeenteraad, bij delegatiebesluit van 26 november 2019". */
typedef struct {
  guint number;
  gint64 representative;
  char *name, *function, *delegation;
} AkkSigner;

/* A party that signs. A party of which nobody is known has a block without signers; one whose
 * representatives all do not sign has none. */
typedef struct {
  gint64 party;
  char *name; /* "het lokaal bestuur Berlare", "VDAB" */
  GArray *signers; /* AkkSigner */
} AkkSigningBlock;

/* In the order of the parties. Elements: AkkSigningBlock. */
GPtrArray *akk_signing_route_new (AkkStore *store,
                                  AkkAgreement *agreement,
                                  AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
