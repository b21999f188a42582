/* The button with the main menu, and in it the dossiers that were open lately.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_MAIN_MENU (akk_main_menu_get_type ())
G_DECLARE_FINAL_TYPE (AkkMainMenu, akk_main_menu, AKK, MAIN_MENU, AdwBin)

G_END_DECLS
