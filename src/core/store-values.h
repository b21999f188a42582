/* The cells of many records at once, for what counts and compares.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* Straight from the rows, as they were last committed: no record is made. `fields` are names of
 * fields that are no text, ended by NULL. Of the records (not deleted) of a type, or those whose
 * REF field `ref` is `id` (`ref` NULL: all), in no order; "meeting_id.body_id": those whose REF
 * field points at a record whose field is `id`; "id": the one itself. With a plus before it the
 * table is read as it lies, which is quicker where many of its records are wanted: by an index each
 * is looked up. `any` (names, ended by NULL, or NULL): only those of which at least one of these
 * fields is not 0. Elements gint64: for each record its id, then the fields. */
GArray *akk_store_values (AkkStore *self,
                          const AkkRecordType *type,
                          const char *const *fields,
                          const char *ref,
                          gint64 id,
                          const char *const *any) G_GNUC_WARN_UNUSED_RESULT;

/* The same for cells of any kind: of each record its id and the cells of `fields`, those that are
 * no text in `numbers` and texts in `texts` (borrowed for the call), each in the order of `fields`.
 */
typedef void (*AkkCellsFunc) (gint64 id,
                              const gint64 *numbers,
                              const char *const *texts,
                              gpointer data);
void akk_store_each (AkkStore *self,
                     const AkkRecordType *type,
                     const char *const *fields,
                     const char *ref,
                     gint64 id,
                     AkkCellsFunc func,
                     gpointer data);

/* The same of all records whose ids lie between these, both included. */
void akk_store_each_between (AkkStore *self,
                             const AkkRecordType *type,
                             const char *const *fields,
                             gint64 first_id,
                             gint64 last_id,
                             AkkCellsFunc func,
                             gpointer data);

/* Likewise, those of which `field` lies between these numbers, both included. */
GArray *akk_store_values_between (AkkStore *self,
                                  const AkkRecordType *type,
                                  const char *const *fields,
                                  const char *field,
                                  gint64 from,
                                  gint64 to) G_GNUC_WARN_UNUSED_RESULT;

/* A cell that was changed. Texts, and what is not known, are 0 before and after. */
typedef struct {
  const AkkRecordType *type;
  const AkkField *field; /* NULL: the record was made */
  gint64 id;
  gint64 before, after;
} AkkTouch;
/* What the steps after `since` changed, a cell once for each of them; NULL when more than `most`
 * cells changed, or when it is not known exactly: after a merge, and when something was forgotten.
 * Elements AkkTouch. */
GArray *akk_store_touched (AkkStore *self, gint64 since, guint most) G_GNUC_WARN_UNUSED_RESULT;
/* Whether an action is open: records may then show what is not committed. */
gboolean akk_store_acting (AkkStore *self);

G_END_DECLS
