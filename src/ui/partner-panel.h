/* An organisation of the register: its facts, who holds which function, where it is a party.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/organisation.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_PARTNER_PANEL (akk_partner_panel_get_type ())
G_DECLARE_FINAL_TYPE (AkkPartnerPanel, akk_partner_panel, AKK, PARTNER_PANEL, AdwBin)

/* NULL and NULL empty it. */
void akk_partner_panel_set_organisation (AkkPartnerPanel *self,
                                         AkkStore *store,
                                         AkkOrganisation *organisation);

/* Signal "closed" (AkkPartnerPanel *): nothing is to be shown any more. */

G_END_DECLS
