/* How the window speaks of a party.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/council-decision.h"
#include "core/party.h"
#include "core/store.h"

G_BEGIN_DECLS

/* The name of its organisation. */
char *akk_party_name (AkkStore *store, const AkkParty *party) G_GNUC_WARN_UNUSED_RESULT;
/* The decision of its council; NULL when none is kept. */
AkkCouncilDecision *akk_party_decision (AkkStore *store,
                                        const AkkParty *party) G_GNUC_WARN_UNUSED_RESULT;
/* "Approved, gemeenteraad, 24 September 2025, 2025/118". `decision` may be NULL. */
char *akk_council_decision_words (const AkkCouncilDecision *decision) G_GNUC_WARN_UNUSED_RESULT;

/* For a list of parties, and of representatives (AkkRecordDescribe, record-list.h). */
void akk_party_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);
void akk_representative_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle);

/* Whether no other party of its agreement is this organisation. */
gboolean akk_party_takes (AkkStore *store, const AkkParty *party, gint64 organisation);

G_END_DECLS
