/* What is done to an indicator, the same wherever it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/indicator.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Inside an action: with its measurements, its targets, and what it bears on. What is weighted by
 * it has no known weights from then on. */
void akk_indicator_delete (AkkStore *store, AkkIndicator *indicator);

G_END_DECLS
