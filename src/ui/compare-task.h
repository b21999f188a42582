/* Comparing while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "print/compare-print.h"

G_BEGIN_DECLS

/* Two texts and what they differ in; nothing in it belongs to a store. */
typedef struct {
  AkkCompareText *old, *now;
  AkkComparison *comparison;
  gint64 agreement; /* of `now` */
  char *summary;
} AkkCompared;

void akk_compared_free (AkkCompared *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkCompared, akk_compared_free)

/* On a thread, from a copy of the store as it is now. */
void akk_compare_async (AkkStore *store,
                        const AkkCompareSide *old,
                        const AkkCompareSide *now,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data);
AkkCompared *akk_compare_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
