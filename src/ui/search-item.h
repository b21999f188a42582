/* A row of the search: a hit, or the offer of all hits of its group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/dossier-search.h"

G_BEGIN_DECLS

#define AKK_TYPE_SEARCH_ITEM (akk_search_item_get_type ())
G_DECLARE_FINAL_TYPE (AkkSearchItem, akk_search_item, AKK, SEARCH_ITEM, GObject)

/* `groups` (akk_dossier_search_find ()) holds the two others, and is kept. `hit` NULL: the offer.
 */
AkkSearchItem *akk_search_item_new (GPtrArray *groups,
                                    const AkkSearchFinds *finds,
                                    const AkkSearchHit *hit) G_GNUC_WARN_UNUSED_RESULT;
const AkkSearchFinds *akk_search_item_get_finds (AkkSearchItem *self);
const AkkSearchHit *akk_search_item_get_hit (AkkSearchItem *self);

G_END_DECLS
