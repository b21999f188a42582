/* The block by which paper is checked: QR code, control code, and what to do with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/agreement-print.h"
#include "print/flow.h"

G_BEGIN_DECLS

/* At the foot of the page that `first_row` began, from `x` to the right. */
void akk_check_block_add (AkkFlow *flow,
                          AkkPhrases *phrases,
                          const AkkStamp *stamp,
                          guint first_row,
                          const char *title,
                          const char *text,
                          double x);

G_END_DECLS
