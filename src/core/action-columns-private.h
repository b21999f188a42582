/* What the columns of actions share with the partners in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-columns.h"

G_BEGIN_DECLS

/* Whether they are the same but for capitals and space around them. */
gboolean akk_same_words (const char *one, const char *other);
/* A party of the agreement by the name or short name of its organisation; 0: none. */
gint64 akk_party_by_name (AkkStore *store, gint64 agreement_id, const char *name);
/* action-partners.c: the contributions to an action, one a line: "VDAB (dataregisseur): levert". */
char *akk_partners_write (AkkStore *store, gint64 action_id) G_GNUC_WARN_UNUSED_RESULT;
void akk_partners_apply (AkkStore *store, const AkkAction *action, const char *cell);
/* action-commitments.c: what commitments are called, each by another name; one a line: "7:
 * vacatures te delen". A line is read by that name, by its text alone or how that begins, or by a
 * section that has only one; what is read is given as it would be written, NULL with the problem.
 */
GPtrArray *akk_commitment_names_new (const GPtrArray *commitments) G_GNUC_WARN_UNUSED_RESULT;
char *akk_commitments_write (const AkkActionCells *cells,
                             gint64 action_id) G_GNUC_WARN_UNUSED_RESULT;
char *akk_commitments_read (const AkkActionCells *cells,
                            const char *cell,
                            char **problem) G_GNUC_WARN_UNUSED_RESULT;
void akk_commitments_apply (const AkkActionCells *cells, const AkkAction *action, const char *cell);

G_END_DECLS
