/* The page Partners: the register of organisations and persons.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_PARTNERS_PAGE (akk_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkPartnersPage, akk_partners_page, AKK, PARTNERS_PAGE, AdwBin)

/* NULL empties the page. */
void akk_partners_page_set_store (AkkPartnersPage *self, AkkStore *store);

G_END_DECLS
