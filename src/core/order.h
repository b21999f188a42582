/* Order keys: text that sorts where its record stands in a list, with room between any two.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key that sorts (strcmp) after `before` and before `after`; "" stands for the start or the end
 * of the list. A fixed-width base-62 integer part plus a fraction, so that appending does not grow
 * keys. If the two are equal or crossed (two people inserted at once) the key sorts after `before`.
 */
char *akk_order_between (const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
