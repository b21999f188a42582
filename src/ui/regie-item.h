/* The item that is dealt with, for the regisseur: the line that is typed, own notes, what was
 * noted, what is shown, and who is there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/show.h"

G_BEGIN_DECLS

/* Records open through the action "regie.look-up" ((sx): the name of the view's action, and the
 * id). */
#define AKK_TYPE_REGIE_ITEM (akk_regie_item_get_type ())
G_DECLARE_FINAL_TYPE (AkkRegieItem, akk_regie_item, AKK, REGIE_ITEM, AdwBin)

void akk_regie_item_set_show (AkkRegieItem *self, AkkShow *show);
/* Whether something is being typed in it. */
gboolean akk_regie_item_is_typing (AkkRegieItem *self);
/* Puts the caret into the line that is being noted, if there is one. */
void akk_regie_item_focus_line (AkkRegieItem *self);
/* Stores the notes as they are typed now. */
void akk_regie_item_store_notes (AkkRegieItem *self);

G_END_DECLS
