/* Parts of a document that are poured once and used again while nothing changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"
#include "print/flow.h"

G_BEGIN_DECLS

/* Pours onto a flow that holds something already. */
typedef void (*AkkPour) (AkkFlow *flow, gpointer data);
/* The same as `pour (self, data)`. What comes of it is kept with the store by that key, and used
 * for the same paper until there is another step; it must not depend on what stands above it. */
void akk_flow_pour (AkkFlow *self, AkkStore *store, const char *key, AkkPour pour, gpointer data);

G_END_DECLS
