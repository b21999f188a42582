/* A row of the search: a hit, or the offer of all hits of its group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/search-item.h"

struct _AkkSearchItem {
  GObject parent_instance;

  GPtrArray *groups;
  const AkkSearchFinds *finds; /* of the groups, as is the hit */
  const AkkSearchHit *hit;
};

G_DEFINE_FINAL_TYPE (AkkSearchItem, akk_search_item, G_TYPE_OBJECT)

static void
akk_search_item_finalize (GObject *object)
{
  g_clear_pointer (&AKK_SEARCH_ITEM (object)->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_search_item_parent_class)->finalize (object);
}

static void
akk_search_item_class_init (AkkSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_search_item_finalize;
}

static void
akk_search_item_init (AkkSearchItem *self)
{
}

AkkSearchItem *
akk_search_item_new (GPtrArray *groups, const AkkSearchFinds *finds, const AkkSearchHit *hit)
{
  AkkSearchItem *self = g_object_new (AKK_TYPE_SEARCH_ITEM, NULL);

  self->groups = g_ptr_array_ref (groups);
  self->finds = finds;
  self->hit = hit;
  return self;
}

const AkkSearchFinds *
akk_search_item_get_finds (AkkSearchItem *self)
{
  return self->finds;
}

const AkkSearchHit *
akk_search_item_get_hit (AkkSearchItem *self)
{
  return self->hit;
}
