/* The sign and the sentence of an action, for views that draw it without a column for each word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-rows.h"
#include "ui/state-glyph.h"

G_BEGIN_DECLS

/* As akk_action_glyph() (meeting-words.h), of a row. */
AkkGlyph akk_action_row_glyph (const AkkActionRow *row, gint64 day);
/* For who does not see it: "A12 Huisbezoeken, Late, VDAB, 31 Dec 2025". */
char *akk_action_sentence (AkkStore *store,
                           const AkkAction *action,
                           gint64 day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
