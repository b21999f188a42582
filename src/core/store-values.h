/* The cells of many records at once, for what counts and compares.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* Straight from the rows, as they were last committed: no record is made. `fields` are names of
 * fields that are no text, ended by NULL. Of the records (not deleted) of a type, or those whose
 * REF field `ref` is `id` (`ref` NULL: all), in no order. `any` (names, ended by NULL, or NULL):
 * only those of which at least one of these fields is not 0. Elements gint64: for each record its
 * id, then the fields. */
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

G_END_DECLS
