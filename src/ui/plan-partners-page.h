/* The actions per municipality and per partner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/action-scope.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A pushed page of the page Actieplan, about the year that is shown there: each party with what it
 * leads, owns and contributes to. Choosing a row shows those actions in the views. */
#define AKK_TYPE_PLAN_PARTNERS_PAGE (akk_plan_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkPlanPartnersPage, akk_plan_partners_page, AKK, PLAN_PARTNERS_PAGE, AdwNavigationPage)

/* Signal "chosen" (AkkPlanPartnersPage *): the filter of `scope` was set to a party. */
AkkPlanPartnersPage *akk_plan_partners_page_new (AkkActionScope *scope);

G_END_DECLS
