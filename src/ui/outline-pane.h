/* The outline beside the text: the sections of the agreement, and the buttons that change them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/outline-item.h"

G_BEGIN_DECLS

#define AKK_TYPE_OUTLINE_PANE (akk_outline_pane_get_type ())
G_DECLARE_FINAL_TYPE (AkkOutlinePane, akk_outline_pane, AKK, OUTLINE_PANE, AdwBin)

/* Shows an outline (elements AkkOutlineEntry), replacing only the rows that differ; NULL: none. */
void akk_outline_pane_set_outline (AkkOutlinePane *self, GPtrArray *outline);
/* Selects a row without activating it. */
void akk_outline_pane_select (AkkOutlinePane *self, gint64 section);
/* The section of the selected row, 0 if there is none. */
gint64 akk_outline_pane_get_selected (AkkOutlinePane *self);
/* The list, borrowed. Elements: AkkOutlineItem. */
GListModel *akk_outline_pane_get_items (AkkOutlinePane *self);

/* Signal "section-activated" (AkkOutlinePane *, gint64 section). The buttons activate the actions
 * "text.add-section" and so on of the page around it. */

G_END_DECLS
