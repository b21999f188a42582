/* An action in brief: its sign, its title, and a line about who and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_CARD (akk_action_card_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionCard, akk_action_card, AKK, ACTION_CARD, GtkBox)

/* `with_state`: the line names the state, else the number and the term. */
GtkWidget *akk_action_card_new (gboolean with_state);
/* Shows an action as the scope knows it, and follows it. NULL and 0 let go of it. */
void akk_action_card_set_action (AkkActionCard *self, AkkActionScope *scope, gint64 id);
gint64 akk_action_card_action (AkkActionCard *self);

/* A factory of such cards for a list of AkkActionId. It keeps no reference of the scope: the list
 * is emptied before that goes. Each card that is made is given to `made` (may be NULL). */
typedef void (*AkkActionCardMade) (AkkActionCard *card, gpointer data);
GtkListItemFactory *akk_action_card_factory (AkkActionScope *scope,
                                             gboolean with_state,
                                             AkkActionCardMade made,
                                             gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
