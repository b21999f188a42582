/* What a window shows while it has no dossier: new, open, the example, and the recent dossiers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_WELCOME_PAGE (akk_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (AkkWelcomePage, akk_welcome_page, AKK, WELCOME_PAGE, AdwBin)

AkkWelcomePage *akk_welcome_page_new (void);

/* Lists dossiers (paths, ended by NULL); activating one calls the action win.open-path. */
void akk_welcome_page_set_recent (AkkWelcomePage *self, const char *const *paths);

G_END_DECLS
