/* A row of the outline: what the list shows of one section.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/section.h"

G_BEGIN_DECLS

typedef enum {
  AKK_OUTLINE_FRONT, /* “Between … and …”: the parties */
  AKK_OUTLINE_SECTION,
  AKK_OUTLINE_SIGNATURES,
} AkkOutlineKind;

/* Read-only properties: "number", "heading" (strings), "indent" (int, pixels at 100 %),
 * "is-section", "has-findings" (gboolean), "mark-icon" and "mark" (strings: of
 * what was taken over, or is still empty; NULL for none), "has-mark" (gboolean), "findings" (what
 * asks for attention, a line each), "description" (what is spoken: number, heading and findings). A
 * row that is still that of the same section is updated, for its heading may be being written. */
#define AKK_TYPE_OUTLINE_ITEM (akk_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (AkkOutlineItem, akk_outline_item, AKK, OUTLINE_ITEM, GObject)

AkkOutlineItem *akk_outline_item_new (const AkkOutlineEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* The entry above or below the sections. */
AkkOutlineItem *akk_outline_item_new_fixed (AkkOutlineKind kind) G_GNUC_WARN_UNUSED_RESULT;
AkkOutlineKind akk_outline_item_get_kind (AkkOutlineItem *self);
/* Before the item is shown. NULL: none. */
void akk_outline_item_set_findings (AkkOutlineItem *self, const char *findings);
/* Whether it has to be filled still. Before the item is shown. */
void akk_outline_item_set_empty (AkkOutlineItem *self, gboolean empty);
/* 0: not a section. */
gint64 akk_outline_item_get_section (AkkOutlineItem *self);
/* As it is stored: "" for none. */
const char *akk_outline_item_get_heading (AkkOutlineItem *self);
/* Whether both are of one section, or both the same fixed entry. */
gboolean akk_outline_item_is_same (AkkOutlineItem *a, AkkOutlineItem *b);
/* Says what `now`, which is the same, says. */
void akk_outline_item_update (AkkOutlineItem *self, AkkOutlineItem *now);

G_END_DECLS
