/* A list at the caret from which to choose what is inserted; typing narrows it down.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AKK_TYPE_INSERT_POPOVER (akk_insert_popover_get_type ())
G_DECLARE_FINAL_TYPE (AkkInsertPopover, akk_insert_popover, AKK, INSERT_POPOVER, GtkPopover)

/* `what` names the list to those who do not see it. */
GtkWidget *akk_insert_popover_new (const char *what);
/* `value` is what "chosen" gives; `detail` is shown below the label. Both are searched. */
void akk_insert_popover_add (
    AkkInsertPopover *self, const char *value, const char *label, const char *detail, guint depth);
/* Asks one thing more: a check button below the list. */
void akk_insert_popover_set_option (AkkInsertPopover *self, const char *label);
gboolean akk_insert_popover_get_option (AkkInsertPopover *self);

/* Signals:
 *   "chosen" (AkkInsertPopover *, const char *value)
 *   "left"   (AkkInsertPopover *, const char *typed)  closed without a choice; what was typed in it
 */

G_END_DECLS
