/* The bar above the text in which words are looked for and replaced.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor.h"

G_BEGIN_DECLS

/* Properties "replacing", "match-case", "whole-words" (gboolean). Its buttons activate the actions
 * "text.find-next", "text.find-previous" and "text.find-close" of the page around it. */
#define AKK_TYPE_FIND_BAR (akk_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AkkFindBar, akk_find_bar, AKK, FIND_BAR, AdwBin)

void akk_find_bar_set_editor (AkkFindBar *self, AkkEditor *editor);
/* Shows the bar with what is selected, ready to type. */
void akk_find_bar_open (AkkFindBar *self, gboolean replacing);
/* FALSE: it was not open. */
gboolean akk_find_bar_close (AkkFindBar *self);
/* Whether one types in it, and what. Borrowed. */
gboolean akk_find_bar_has_focus (AkkFindBar *self);
const char *akk_find_bar_get_words (AkkFindBar *self);
/* Opens the bar when nothing is being looked for yet. */
void akk_find_bar_step (AkkFindBar *self, int by);

G_END_DECLS
