/* A section of an agreement as people read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/phrases.h"
#include "core/section.h"
#include "core/store.h"

G_BEGIN_DECLS

/* "Deel IV. Overlegstructuur". */
char *akk_section_heading (AkkStore *store,
                           AkkAgreement *agreement,
                           gint64 section_id) G_GNUC_WARN_UNUSED_RESULT;
/* Its text with what its fields and its generated clauses say now; plain, a paragraph or an item a
 * line. "" when it is gone. */
char *akk_section_words (AkkStore *store,
                         AkkAgreement *agreement,
                         gint64 section_id,
                         AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
