/* The days on which nobody meets: holidays, and when organisations cannot come.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A pushed page of the page Overleg. Begins with `year`. */
#define AKK_TYPE_DAYS_OFF_PAGE (akk_days_off_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkDaysOffPage, akk_days_off_page, AKK, DAYS_OFF_PAGE, AdwNavigationPage)

AkkDaysOffPage *akk_days_off_page_new (AkkStore *store, AkkAgreement *agreement, int year);

G_END_DECLS
