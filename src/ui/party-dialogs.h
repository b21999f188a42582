/* The dialogs of a party: the party itself, who represents it, what its council decided.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/council-decision.h"
#include "core/party.h"
#include "core/representative.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* `party` is a new one, with its agreement and place, or one of the store. A new one gets a council
 * decision in the same step. Its organisation is chosen from the register or made on the spot. */
AkkRecordDialog *akk_party_dialog_new (AkkStore *store, AkkParty *party);

/* `representative` is a new one, with its party and place, or one of the store. The function is
 * chosen from those in the organisation of the party, or made on the spot. */
AkkRecordDialog *akk_representative_dialog_new (AkkStore *store, AkkRepresentative *representative);

/* NULL: the party has none yet. */
AkkRecordDialog *
akk_council_decision_dialog_new (AkkStore *store, AkkCouncilDecision *decision, gint64 party);

G_END_DECLS
