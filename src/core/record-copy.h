/* Copies of records under new ids, which refer to each other as the originals did.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

typedef struct _AkkCopies AkkCopies;

AkkCopies *akk_copies_new (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
void akk_copies_free (AkkCopies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkCopies, akk_copies_free)

/* Inside an action: adds a copy of a record, which has an id but may be in no store. The copy is
 * borrowed; it is changed through the store. */
gpointer akk_copies_add (AkkCopies *self, gconstpointer original);
/* The same for all records of `type` whose REF field `ref` is `id`. */
void akk_copies_add_all (AkkCopies *self, const AkkRecordType *type, const char *ref, gint64 id);
/* The id of the copy; 0: there is none. */
gint64 akk_copies_id (AkkCopies *self, gint64 original);
/* When all are there: REF fields, and fields in texts ("{{body:7.name}}"), lead to the copies. What
 * was not copied is referred to as before. */
void akk_copies_connect (AkkCopies *self);

G_END_DECLS
