/* A list of actions for list views.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-ids.h"

struct _AkkActionId {
  GObject parent_instance;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (AkkActionId, akk_action_id, G_TYPE_OBJECT)

struct _AkkActionIds {
  GObject parent_instance;
  GArray *ids; /* gint64 */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AkkActionIds,
                               akk_action_ids,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- An item --- */

static void
akk_action_id_class_init (AkkActionIdClass *klass)
{
}

static void
akk_action_id_init (AkkActionId *self)
{
}

gint64
akk_action_id_get (AkkActionId *self)
{
  return self->id;
}

/* --- The list --- */

static GType
get_item_type (GListModel *model)
{
  return AKK_TYPE_ACTION_ID;
}

static guint
get_n_items (GListModel *model)
{
  return AKK_ACTION_IDS (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint place)
{
  AkkActionIds *self = AKK_ACTION_IDS (model);
  AkkActionId *item;

  if (place >= self->ids->len)
    return NULL;
  item = g_object_new (AKK_TYPE_ACTION_ID, NULL);
  item->id = g_array_index (self->ids, gint64, place);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
akk_action_ids_finalize (GObject *object)
{
  g_array_unref (AKK_ACTION_IDS (object)->ids);
  G_OBJECT_CLASS (akk_action_ids_parent_class)->finalize (object);
}

static void
akk_action_ids_class_init (AkkActionIdsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_action_ids_finalize;
}

static void
akk_action_ids_init (AkkActionIds *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

AkkActionIds *
akk_action_ids_new (void)
{
  return g_object_new (AKK_TYPE_ACTION_IDS, NULL);
}

void
akk_action_ids_set (AkkActionIds *self, const GArray *ids)
{
  guint before = self->ids->len, after = ids->len, same = 0;

  while (same < MIN (before, after) &&
         g_array_index (self->ids, gint64, same) == g_array_index (ids, gint64, same))
    same++;
  while (before > same && after > same &&
         g_array_index (self->ids, gint64, before - 1) == g_array_index (ids, gint64, after - 1)) {
    before--;
    after--;
  }
  if (before == same && after == same)
    return;
  g_array_set_size (self->ids, 0);
  if (ids->len > 0)
    g_array_append_vals (self->ids, ids->data, ids->len);
  g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, after - same);
}

guint
akk_action_ids_length (AkkActionIds *self)
{
  return self->ids->len;
}

gint64
akk_action_ids_at (AkkActionIds *self, guint place)
{
  g_return_val_if_fail (place < self->ids->len, 0);
  return g_array_index (self->ids, gint64, place);
}

int
akk_action_ids_find (AkkActionIds *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return (int) i;
  return -1;
}
