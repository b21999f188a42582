/* The outline beside the text: the sections of the agreement, and the buttons that change them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/outline-item.h"

G_BEGIN_DECLS

#define AKK_TYPE_OUTLINE_PANE (akk_outline_pane_get_type ())
G_DECLARE_FINAL_TYPE (AkkOutlinePane, akk_outline_pane, AKK, OUTLINE_PANE, AdwBin)

/* Shows an outline (elements AkkOutlineEntry) between the entries of the parties and of the
 * signatures, replacing only the rows that differ; NULL: nothing. */
void akk_outline_pane_set_outline (AkkOutlinePane *self, GPtrArray *outline);
/* What asks for attention: section (gint64, 0: the parties) → text (char *), a line for each. NULL:
 * nothing. Takes a reference. */
void akk_outline_pane_set_findings (AkkOutlinePane *self, GHashTable *findings);
/* Sections that have to be filled still (gint64 set). NULL: none. Takes a reference. */
void akk_outline_pane_set_empty (AkkOutlinePane *self, GHashTable *sections);
/* Selects a row without activating it. */
void akk_outline_pane_select (AkkOutlinePane *self, gint64 section);
/* Gives the selected row the focus. */
void akk_outline_pane_focus_selected (AkkOutlinePane *self);
/* Its heading becomes an entry. Enter and leaving it activate "text.set-heading" with the section
 * and the words, Escape with the words that were. */
void akk_outline_pane_rename_selected (AkkOutlinePane *self);
/* The section of the selected row, 0 if there is none. */
gint64 akk_outline_pane_get_selected (AkkOutlinePane *self);
/* The list, borrowed. Elements: AkkOutlineItem. */
GListModel *akk_outline_pane_get_items (AkkOutlinePane *self);

/* Signals "section-activated" (AkkOutlinePane *, gint64 section), "front-activated" and
 * "signatures-activated" (AkkOutlinePane *). The buttons activate the actions
 * "text.add-section" and so on of the page around it. */

G_END_DECLS
