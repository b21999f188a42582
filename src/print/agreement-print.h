/* An agreement on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/section.h"
#include "core/text.h"
#include "print/pages.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* Lays out the agreement from live values: `text` is the whole text (core/agreement-text.h), the
 * outline gives numbers. Sections, text and record are only read. Paragraphs set before with the
 * same paper are taken from its cache. `today` in days since 1970, for the footer of a draft. */
AkkPages *akk_agreement_print (AkkPaper *paper,
                               AkkAgreement *agreement,
                               GPtrArray *outline,
                               const AkkText *text,
                               gint64 today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
