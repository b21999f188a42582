/* The actions that a scope shows, as a model for a list: a section for each priority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/action-scope.h"

G_BEGIN_DECLS

/* A GListModel of AkkAction, read only when one is asked for, and a GtkSectionModel. */
#define AKK_TYPE_ACTION_ITEMS (akk_action_items_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionItems, akk_action_items, AKK, ACTION_ITEMS, GObject)

/* Empty until it is updated. */
AkkActionItems *akk_action_items_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over what the scope shows now, and says only what is other than before; NULL empties it. */
void akk_action_items_update (AkkActionItems *self, AkkActionScope *scope);

gint64 akk_action_items_id (AkkActionItems *self, guint position);
/* GTK_INVALID_LIST_POSITION when it is not among them. */
guint akk_action_items_find (AkkActionItems *self, gint64 id);

G_END_DECLS
