/* What the columns of actions share with the partners in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action-columns.h"

G_BEGIN_DECLS

/* --- action-names.c: names, and what they stand for; 0: nothing --- */

/* Whether they are the same but for capitals and space around them. */
gboolean akk_same_words (const char *one, const char *other);
/* A party of the agreement by the name or short name of its organisation. */
gint64 akk_party_by_name (AkkStore *store, gint64 agreement_id, const char *name);
/* By its title, or its number among those of the agreement. */
gint64 akk_priority_by_name (AkkStore *store, gint64 agreement_id, const char *name);
gint64 akk_plan_by_years (AkkStore *store, gint64 agreement_id, const char *years);
/* "mayor", or "An Peeters, mayor". */
char *
akk_office_name (AkkStore *store, gint64 office_id, gboolean with_person) G_GNUC_WARN_UNUSED_RESULT;
/* Of an organisation, or (0) of any. Who holds it now before who held it. */
gint64 akk_office_by_name (AkkStore *store,
                           gint64 organisation_id,
                           const char *name,
                           gboolean with_person);
/* "A80 (2026)": the year is for people. */
char *akk_successor_name (AkkStore *store, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
/* Of any agreement: it may go on in the next one. Numbers are unique in the dossier. */
gint64 akk_successor_by_name (AkkStore *store, const AkkAction *action, const char *name);

/* --- The cells of what is beside an action --- */

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
