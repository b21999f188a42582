/* The dialog that notes what the council of a party decided.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/party.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_DECISION_DIALOG (akk_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AkkDecisionDialog, akk_decision_dialog, AKK, DECISION_DIALOG, AdwDialog)

AkkDecisionDialog *akk_decision_dialog_new (AkkStore *store, AkkParty *party);

G_END_DECLS
