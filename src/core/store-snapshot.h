/* A copy of what a store holds, for reading on another thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* All committed actions as a store in memory, only for reading, that belongs to the thread that
 * asks: it can print from it while the main thread goes on with actions, which wait some
 * milliseconds for the copy at most. The thread holds a reference of `self`, of which the last one
 * goes elsewhere. G_IO_ERROR_CANCELLED when cancelled. */
AkkStore *akk_store_snapshot (AkkStore *self,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
