/* A party of an agreement: its sentence, who represents it, what its council decided.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/party.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Uses the action "view.show-organisation" of the dossier view. */
#define AKK_TYPE_PARTY_PANEL (akk_party_panel_get_type ())
G_DECLARE_FINAL_TYPE (AkkPartyPanel, akk_party_panel, AKK, PARTY_PANEL, AdwBin)

/* NULL and NULL empty it. */
void akk_party_panel_set_party (AkkPartyPanel *self, AkkStore *store, AkkParty *party);

/* Signal "closed" (AkkPartyPanel *): nothing is to be shown any more. */

G_END_DECLS
