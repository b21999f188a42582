/* What the makers of printed documents use of paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/paper.h"
#include "print/type.h"

G_BEGIN_DECLS

AkkPhrases *akk_paper_phrases (AkkPaper *self);
AkkFaces *akk_paper_faces (AkkPaper *self);

/* Sets text in a style, or takes it from the cache. */
AkkSet *akk_paper_set (AkkPaper *self, const AkkCopy *text, AkkLook type, double measure)
    G_GNUC_WARN_UNUSED_RESULT;
/* A single line of plain text that is not worth keeping: furniture of a page. */
AkkSet *
akk_paper_set_label (AkkPaper *self, const char *text, AkkLook type) G_GNUC_WARN_UNUSED_RESULT;

/* How many paragraphs the cache holds, and how many were set since the paper was made. */
guint akk_paper_cached (AkkPaper *self);
guint akk_paper_set_count (AkkPaper *self);

G_END_DECLS
