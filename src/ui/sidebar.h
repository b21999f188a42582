/* The sidebar: the dossier's name, the agreement and its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

#define AKK_TYPE_SIDEBAR (akk_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AkkSidebar, akk_sidebar, AKK, SIDEBAR, AdwNavigationPage)

/* Shows a dossier and its first agreement; NULL: none. */
void akk_sidebar_set_store (AkkSidebar *self, AkkStore *store);

/* Signal "page-activated" (AkkSidebar *): somebody wants to see the page that is chosen. */

G_END_DECLS
