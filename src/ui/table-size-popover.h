/* The popover in which the size of a new table is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AKK_TABLE_SIZE_MAX 8

/* Signal "chosen" (AkkTableSizePopover *, guint rows, guint columns): by a click, Enter or space.
 * It is closed then. */
#define AKK_TYPE_TABLE_SIZE_POPOVER (akk_table_size_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    AkkTableSizePopover, akk_table_size_popover, AKK, TABLE_SIZE_POPOVER, GtkPopover)

GtkWidget *akk_table_size_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Each 1 … AKK_TABLE_SIZE_MAX; others are moved there. */
void akk_table_size_popover_set_size (AkkTableSizePopover *self, int rows, int columns);
void akk_table_size_popover_get_size (AkkTableSizePopover *self, int *rows, int *columns);

G_END_DECLS
