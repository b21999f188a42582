/* The whole text of an agreement: its sections as one text, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/section.h"
#include "core/store.h"
#include "core/text.h"

G_BEGIN_DECLS

/* All sections in the order of the outline: each its HEADING line, then the lines of its body.
 * Lines of sections that did not change since `previous` (may be NULL) are shared with it. */
AkkText *akk_agreement_text_load (GPtrArray *outline,
                                  const AkkText *previous) G_GNUC_WARN_UNUSED_RESULT;

/* Writes headings and bodies that differ from what the sections hold; call inside an action.
 * Returns how many cells changed. Lines before the first heading are refused (g_return). */
guint akk_agreement_text_save (AkkStore *store, GPtrArray *outline, const AkkText *text);

G_END_DECLS
