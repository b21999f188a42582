/* A row of what two versions differ in: a part, or one changed line of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/compare.h"

G_BEGIN_DECLS

#define AKK_TYPE_COMPARE_ITEM (akk_compare_item_get_type ())
G_DECLARE_FINAL_TYPE (AkkCompareItem, akk_compare_item, AKK, COMPARE_ITEM, GObject)

/* Both belong to a comparison that must outlive it; `change` NULL: the part itself. */
AkkCompareItem *akk_compare_item_new (const AkkCompareEntry *entry,
                                      const AkkCompareChange *change) G_GNUC_WARN_UNUSED_RESULT;
const AkkCompareEntry *akk_compare_item_get_entry (AkkCompareItem *self);
gboolean akk_compare_item_is_part (AkkCompareItem *self);

/* Whether its text shows all that happened: some of its words changed. */
gboolean akk_compare_item_is_plain (AkkCompareItem *self);

/* What stands below in small type: "Changed", "Moved · was 2.1". */
char *akk_compare_item_mark (AkkCompareItem *self) G_GNUC_WARN_UNUSED_RESULT;
/* The text with what was removed struck through and what was added underlined, as markup. */
char *akk_compare_item_markup (AkkCompareItem *self) G_GNUC_WARN_UNUSED_RESULT;
/* All of it in words: "Changed: End: 31 December removed: 2025, added: 2031". */
char *akk_compare_item_words (AkkCompareItem *self) G_GNUC_WARN_UNUSED_RESULT;

/* "Sections: 2 added, 1 removed. 3 changed lines in all." */
char *akk_compare_summary_words (const AkkComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
