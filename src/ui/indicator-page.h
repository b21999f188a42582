/* An indicator: its figures, how it stands, what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/indicator-scope.h"

G_BEGIN_DECLS

/* A pushed page of the page Indicatoren, whose actions it uses. */
#define AKK_TYPE_INDICATOR_PAGE (akk_indicator_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorPage, akk_indicator_page, AKK, INDICATOR_PAGE, AdwNavigationPage)

AkkIndicatorPage *akk_indicator_page_new (AkkIndicatorScope *scope, AkkIndicator *indicator);

G_END_DECLS
