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

/* The code of somebody else, such as that with which a city vouches for its decisions, with what
 * stands beside it ("": its address). Nothing for an address that no code can hold. */
void
akk_code_block_add (AkkFlow *flow, AkkPhrases *phrases, const char *address, const char *label);

G_END_DECLS
