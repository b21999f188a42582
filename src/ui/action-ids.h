/* A list of actions for list views: ids only, an object for each when it is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AKK_TYPE_ACTION_ID (akk_action_id_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionId, akk_action_id, AKK, ACTION_ID, GObject)

/* What stands at a place: the id of an action, or whatever else who filled the list put there. */
gint64 akk_action_id_get (AkkActionId *self);

/* A GListModel of AkkActionId. */
#define AKK_TYPE_ACTION_IDS (akk_action_ids_get_type ())
G_DECLARE_FINAL_TYPE (AkkActionIds, akk_action_ids, AKK, ACTION_IDS, GObject)

AkkActionIds *akk_action_ids_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Says "items-changed" for what differs only, so that a view keeps its place. `ids`: gint64. */
void akk_action_ids_set (AkkActionIds *self, const GArray *ids);
guint akk_action_ids_length (AkkActionIds *self);
gint64 akk_action_ids_at (AkkActionIds *self, guint place);
/* Its place, or -1. */
int akk_action_ids_find (AkkActionIds *self, gint64 id);

G_END_DECLS
