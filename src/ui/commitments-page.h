/* The promises register: each commitment of the agreement with the actions that carry it out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-scope.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A pushed page of the page Actieplan, about the actions of the year that is shown there. Uses the
 * actions "view.show-action" and "view.show-line". */
#define AKK_TYPE_COMMITMENTS_PAGE (akk_commitments_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkCommitmentsPage, akk_commitments_page, AKK, COMMITMENTS_PAGE, AdwNavigationPage)

AkkCommitmentsPage *akk_commitments_page_new (AkkActionScope *scope);

G_END_DECLS
