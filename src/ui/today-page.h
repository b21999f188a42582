/* The page Vandaag: what is still owed, and what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): one column. Uses the actions "view.show-page", "view.show-meeting",
 * "view.plan-dates", "view.show-party" and "view.agreement-id". */
#define AKK_TYPE_TODAY_PAGE (akk_today_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkTodayPage, akk_today_page, AKK, TODAY_PAGE, AdwBin)

/* NULL empties the page. */
void akk_today_page_set_store (AkkTodayPage *self, AkkStore *store);

G_END_DECLS
