/* The page Actieplan: the actions of an agreement by year, in four views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): the panel lies over the views, and the switcher stands below. */
#define AKK_TYPE_ACTION_PLAN_PAGE (akk_action_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionPlanPage, akk_action_plan_page, AKK, ACTION_PLAN_PAGE, AdwBin)

/* NULL and NULL empty the page. */
void akk_action_plan_page_set_agreement (AkkActionPlanPage *self,
                                         AkkStore *store,
                                         AkkAgreement *agreement);
/* Shows an action of this agreement with its details, whatever the filter is. */
void akk_action_plan_page_show_action (AkkActionPlanPage *self, gint64 id);

G_END_DECLS
