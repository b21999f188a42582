/* The sidebar: the dossier's name, its pages, the agreement and its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

/* The agreement's name is a menu, whose items are the actions "view.agreement-id" and
 * "view.…-agreement" of the dossier view. */
#define AKK_TYPE_SIDEBAR (akk_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AkkSidebar, akk_sidebar, AKK, SIDEBAR, AdwNavigationPage)

/* Shows a dossier; NULL: none. */
void akk_sidebar_set_store (AkkSidebar *self, AkkStore *store);
/* The agreement whose pages are listed; NULL: none. */
void akk_sidebar_set_agreement (AkkSidebar *self, AkkAgreement *agreement);
/* Marks the page that is shown. */
void akk_sidebar_set_page (AkkSidebar *self, const char *name);

/* Signal "page-activated" (AkkSidebar *, const char *name): somebody wants to see that page. */

G_END_DECLS
