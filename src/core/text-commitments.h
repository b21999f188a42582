/* Commitments in a text: list items with an identity, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item is a commitment when it starts with the field commitment:ID. The ID is what the action
 * plan knows it by: it is random, and stands once in a text. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* The ID of the commitment that a line is; 0 if it is none. */
gint64 akk_line_commitment (const AkkLine *line);
/* Makes paragraphs and items commitments (paragraphs become bullets), or takes that from them. */
AkkText *akk_text_set_commitment (const AkkText *text, guint first_line, guint n_lines, gboolean on)
    G_GNUC_WARN_UNUSED_RESULT;
/* `fragment` with another ID for each commitment that `text` has already. */
AkkText *akk_text_renew_commitments (const AkkText *fragment,
                                     const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;
/* Each ID once, at its first item, and only at the start of one. */
AkkText *akk_text_tidy_commitments (const AkkText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
