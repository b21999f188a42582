/* The button with the kinds of paragraph.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AKK_TYPE_STYLE_MENU (akk_style_menu_get_type ())
G_DECLARE_FINAL_TYPE (AkkStyleMenu, akk_style_menu, AKK, STYLE_MENU, AdwBin)

/* The kind at the caret, as the button says it. */
void akk_style_menu_set_label (AkkStyleMenu *self, const char *label);

G_END_DECLS
