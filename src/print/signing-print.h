/* The signature pages of an agreement alone, to be signed on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/agreement-print.h"

G_BEGIN_DECLS

/* The pages that end the agreement, with the closing formula and the title in their header; one
 * empty page if no party signs. */
AkkPages *akk_signing_print (AkkPaper *paper,
                             const AkkAgreementMatter *matter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
