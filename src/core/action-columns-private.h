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

G_END_DECLS
