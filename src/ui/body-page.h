/* A body: how often it meets, who sits in it, what returns on its agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/body.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A pushed page of the page Overleg, whose actions it uses (consultation-page.h). */
#define AKK_TYPE_BODY_PAGE (akk_body_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkBodyPage, akk_body_page, AKK, BODY_PAGE, AdwNavigationPage)

AkkBodyPage *akk_body_page_new (AkkStore *store, AkkBody *body);

G_END_DECLS
