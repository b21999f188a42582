/* Generated clauses in a text, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A clause is live as the field clause:NAME alone in a paragraph. Edited as text it is the lines
 * from the field text:NAME, at the start of its first, up to end:NAME, at the end of its last. */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

typedef struct {
  const char *name; /* interned */
  guint first, last; /* lines */
  gboolean edited;
} AkkClause;

/* The clause that a line is or belongs to. */
gboolean akk_text_find_clause (const AkkText *text, guint line, AkkClause *clause);
/* The live clause on `line` becomes the lines it says now. */
AkkText *akk_text_edit_clause (const AkkText *text,
                               guint line,
                               const AkkText *generated) G_GNUC_WARN_UNUSED_RESULT;
/* The edited clause that `line` belongs to becomes live again; `line` is then where. */
AkkText *akk_text_restore_clause (const AkkText *text, guint *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
