/* The page Indicatoren: what is measured, and how it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Property "narrow" (gboolean): there is room for one thing beside the other no longer. */
#define AKK_TYPE_INDICATORS_PAGE (akk_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkIndicatorsPage, akk_indicators_page, AKK, INDICATORS_PAGE, AdwBin)

/* NULL and NULL empty the page. */
void akk_indicators_page_set_agreement (AkkIndicatorsPage *self,
                                        AkkStore *store,
                                        AkkAgreement *agreement);
/* Shows an indicator of this agreement. */
void akk_indicators_page_show_indicator (AkkIndicatorsPage *self, gint64 id);

G_END_DECLS
