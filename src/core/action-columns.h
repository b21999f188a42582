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

/* Whether its cells stand for records of their own, beside the action. */
gboolean akk_action_column_is_beside (const AkkActionColumn *self);

/* What cells of actions of one agreement are written and read with. */
typedef struct {
  AkkStore *store; /* owned */
  AkkPhrases *phrases; /* borrowed */
  GPtrArray *commitments; /* AkkCommitment */
  GPtrArray *names; /* char *: what cells call them */
} AkkActionCells;
AkkActionCells *akk_action_cells_new (AkkStore *store,
                                      gint64 agreement_id,
                                      AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
void akk_action_cells_free (AkkActionCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkActionCells, akk_action_cells_free)

/* The cell of an action. */
char *akk_action_column_write (const AkkActionColumn *self,
                               const AkkActionCells *cells,
                               const AkkAction *action) G_GNUC_WARN_UNUSED_RESULT;
/* Sets what the cell says on `action`, which is in no store; "" empties the field. FALSE with a
 * translated sentence in `problem` that says what can be written, when it cannot be understood. */
gboolean akk_action_column_read (const AkkActionColumn *self,
                                 const AkkActionCells *cells,
                                 AkkAction *action,
                                 const char *cell,
                                 char **problem);
/* Of a column beside the action: the cell as it would be written; NULL with `problem`. */
char *akk_action_column_read_beside (const AkkActionColumn *self,
                                     const AkkActionCells *cells,
                                     const char *cell,
                                     char **problem) G_GNUC_WARN_UNUSED_RESULT;
/* Inside an action of the store: makes what is beside `action` what the cell says, which was read.
 */
void akk_action_column_apply_beside (const AkkActionColumn *self,
                                     const AkkActionCells *cells,
                                     const AkkAction *action,
                                     const char *cell);

/* The table of the rows at `indices`, its head first (tabular.h). */
GPtrArray *akk_action_table (AkkActionRows *rows,
                             const GArray *indices,
                             AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
