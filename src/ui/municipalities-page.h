/* The page Gemeenten: what is there of each board of the agreement, and what is still wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): a list per board takes the place of the table. Uses the actions
 * "view.show-page", "view.show-body" and "view.show-meeting". */
#define AKK_TYPE_MUNICIPALITIES_PAGE (akk_municipalities_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkMunicipalitiesPage, akk_municipalities_page, AKK, MUNICIPALITIES_PAGE, AdwBin)

/* NULL and NULL empty the page. */
void akk_municipalities_page_set_agreement (AkkMunicipalitiesPage *self,
                                            AkkStore *store,
                                            AkkAgreement *agreement);

G_END_DECLS
