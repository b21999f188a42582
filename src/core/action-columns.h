/* The columns in which actions leave and enter the dossier: one list for CSV, OpenDocument and the
 * clipboard, out and in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-rows.h"
#include "core/phrases.h"

G_BEGIN_DECLS

/* Head and words are in the language of `phrases`, whatever the locale, so that a table that was
 * made in one language of the interface can be read in another. */
typedef struct _AkkActionColumn AkkActionColumn;
const AkkActionColumn *akk_action_column (guint index); /* NULL beyond the last one */

const char *akk_action_column_head (const AkkActionColumn *self, AkkPhrases *phrases);
/* What tells an action from others: the column of its id in the store; the one of its number. */
gboolean akk_action_column_is_id (const AkkActionColumn *self);
gboolean akk_action_column_is_number (const AkkActionColumn *self);
/* The column with this head, whatever its capitals, or NULL. */
const AkkActionColumn *akk_action_column_find (const char *head, AkkPhrases *phrases);

/* The cell of an action. */
char *akk_action_column_write (const AkkActionColumn *self,
                               AkkStore *store,
                               const AkkAction *action,
                               AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
/* Sets what the cell says on `action`, which is in no store; "" empties the field. FALSE with a
 * translated sentence in `problem` that says what can be written, when it cannot be understood.
 * The column of partners only checks: contributions are records of their own. */
gboolean akk_action_column_read (const AkkActionColumn *self,
                                 AkkStore *store,
                                 AkkAction *action,
                                 const char *cell,
                                 AkkPhrases *phrases,
                                 char **problem);
gboolean akk_action_column_is_partners (const AkkActionColumn *self);
/* Inside an action of the store: makes the contributions of `action` what the cell says. */
void akk_action_write_partners (AkkStore *store, const AkkAction *action, const char *cell);

/* The table of the rows at `indices`, its head first (tabular.h). */
GPtrArray *akk_action_table (AkkActionRows *rows,
                             const GArray *indices,
                             AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
