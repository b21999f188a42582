/* A row of the outline: what the list shows of one section.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/section.h"

G_BEGIN_DECLS

/* Read-only properties: "number", "heading" (strings), "indent" (int, pixels at 100 %),
 * "description" (what is spoken). Rows of equal content are one thing to a list: see
 * akk_outline_item_equal(). */
#define AKK_TYPE_OUTLINE_ITEM (akk_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (AkkOutlineItem, akk_outline_item, AKK, OUTLINE_ITEM, GObject)

AkkOutlineItem *akk_outline_item_new (const AkkOutlineEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
gint64 akk_outline_item_get_section (AkkOutlineItem *self);
gboolean akk_outline_item_equal (AkkOutlineItem *a, AkkOutlineItem *b);

G_END_DECLS
