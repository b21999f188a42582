/* Records that belong to another one, edited together with it before anything is stored.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* Duplicates of the records of `type` whose REF field `ref` is `id` (0: none), in their order.
 * Elements AkkRecord. */
GPtrArray *akk_drafts_new (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
    G_GNUC_WARN_UNUSED_RESULT;

/* Inside an action: the stored ones become as the drafts are. Those that are no longer among them
 * are deleted; new ones (without id) are added as copies, at the end of the list, so that the
 * drafts can be saved again after a commit that failed. What was deleted elsewhere in the meantime
 * stays so. `is_empty` (or NULL): a draft that says nothing and is not kept. */
typedef gboolean (*AkkDraftIsEmpty) (const AkkRecord *draft);
void akk_drafts_save (AkkStore *store,
                      const AkkRecordType *type,
                      const char *ref,
                      gint64 id,
                      GPtrArray *drafts,
                      AkkDraftIsEmpty is_empty);

G_END_DECLS
