/* What the outline shows of one item, where it is renamed, and where sections are dragged from and
 * dropped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/outline-item.h"

G_BEGIN_DECLS

/* Property "item" (AkkOutlineItem). A drop activates the action "text.drop-section" with the
 * dragged section, an AkkMove and the section that it was dropped at: "(xix)". */
#define AKK_TYPE_OUTLINE_ROW (akk_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (AkkOutlineRow, akk_outline_row, AKK, OUTLINE_ROW, GtkBox)

/* Where in a row of this height a drop at `y` leads to: AKK_MOVE_BEFORE, INTO or AFTER it. */
int akk_outline_row_move_at (double y, int height);
/* NULL: none. */
AkkOutlineItem *akk_outline_row_get_item (AkkOutlineRow *self);
/* The heading becomes an entry, as by a double click; "text.set-heading" (xs) tells what is in it
 * in the end. Not of the entries that are no sections. */
void akk_outline_row_rename (AkkOutlineRow *self);

G_END_DECLS
