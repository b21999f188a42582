/* A field of rich text: one body of a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/store.h"

G_BEGIN_DECLS

/* Edits a TEXT field marked .body with an AkkEditor and its buttons. What is typed becomes actions
 * of the store, a burst each; it follows the store, as after undo. */
#define AKK_TYPE_RICH_FIELD (akk_rich_field_get_type ())
G_DECLARE_FINAL_TYPE (AkkRichField, akk_rich_field, AKK, RICH_FIELD, AdwBin)

/* `title` stands above it; `label` (marked N_()) is the name of the actions. `store` NULL: the
 * record is in no store, as the duplicate that a dialog edits, and takes each change at once. A
 * record without id is added to the store with its first words. */
GtkWidget *akk_rich_field_new (
    AkkStore *store, gpointer record, const char *field, const char *title, const char *label);

/* Signal "writing" (AkkRichField *): inside the action, after the text was written: what belongs to
 * the same step. */

/* Stores what is being typed now. */
void akk_rich_field_end_burst (AkkRichField *self);
/* The same for the field that has the focus somewhere in `widget`; any other is left alone. */
void akk_rich_field_end_focused (GtkWidget *widget);

G_END_DECLS
