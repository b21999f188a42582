/* The page Ondertekening: the route of an agreement from draft to signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_SIGNING_PAGE (akk_signing_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkSigningPage, akk_signing_page, AKK, SIGNING_PAGE, AdwBin)

/* Shows the newest version of the agreement; NULL empties the page. */
void
akk_signing_page_set_agreement (AkkSigningPage *self, AkkStore *store, AkkAgreement *agreement);

G_END_DECLS
