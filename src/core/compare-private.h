/* What the sources of core/compare share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/compare.h"

G_BEGIN_DECLS

/* For each part of `now` the index + 1 of its part in `old`; 0: it is new. */
GArray *akk_compare_match (const AkkCompareText *old,
                           const AkkCompareText *now) G_GNUC_WARN_UNUSED_RESULT;

/* The words of a part below its heading, cut after a length that tells it from others. */
char *akk_compare_words (const AkkComparePart *part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
