/* Moving and renumbering sections, as pure functions of the outline: each says what is to be
 * written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/section.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Deeper than this nobody reads; moves that would go deeper are refused. */
#define AKK_OUTLINE_MAX_DEPTH 6

typedef enum {
  AKK_MOVE_UP, /* before the section above it, of the same parent */
  AKK_MOVE_DOWN, /* after the section below it, of the same parent */
  AKK_MOVE_IN, /* becomes the last part of the section above it */
  AKK_MOVE_OUT, /* comes right after its parent */
  AKK_MOVE_BEFORE, /* the three with a target: before it, */
  AKK_MOVE_AFTER, /* after it and all its parts, */
  AKK_MOVE_INTO, /* as its last part */
} AkkMove;

/* What one section becomes. */
typedef struct {
  AkkSection *section; /* owned */
  gint64 parent;
  char *position;
  AkkScheme scheme;
} AkkSectionChange;

/* Moves a section with all its parts. Parts that come to stand at another depth are numbered as
 * what stands there already. Elements: AkkSectionChange, only what differs. NULL: it cannot move so
 * (there is nothing above or below, it would become a part of itself, or too deep), or stands there
 * already. `target` counts for the last three only. */
GPtrArray *akk_outline_move (GPtrArray *outline, gint64 section, AkkMove move, gint64 target)
    G_GNUC_WARN_UNUSED_RESULT;

/* Numbers a section otherwise, or all that stand at its depth. An empty array: they are so. */
GPtrArray *akk_outline_renumber (GPtrArray *outline,
                                 gint64 section,
                                 AkkScheme scheme,
                                 gboolean all_at_level) G_GNUC_WARN_UNUSED_RESULT;

/* How a section that is new at this depth is numbered: as the first that stands there. */
AkkScheme akk_outline_scheme_at (GPtrArray *outline, guint depth);

/* The first index after the entry at `index` and all its parts. */
guint akk_outline_end (GPtrArray *outline, guint index);

/* Writes changes; call inside an action. */
void akk_section_changes_apply (AkkStore *store, GPtrArray *changes);

G_END_DECLS
