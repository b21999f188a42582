/* The button with what can be inserted in the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Property "narrow" (gboolean): without its label. */
#define AKK_TYPE_INSERT_MENU (akk_insert_menu_get_type ())
G_DECLARE_FINAL_TYPE (AkkInsertMenu, akk_insert_menu, AKK, INSERT_MENU, AdwBin)

G_END_DECLS
