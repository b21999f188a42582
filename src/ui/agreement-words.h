/* How the window speaks of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"

G_BEGIN_DECLS

/* As people speak of it: by its motto if it has one. Borrowed. */
const char *akk_agreement_name (const AkkAgreement *self);
/* "2026–2031", "from 2026", "until 2031", or "" when the agreement has no dates yet. */
char *akk_agreement_term (const AkkAgreement *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same of one that starts on this day, whatever it says itself. */
char *akk_agreement_term_from (const AkkAgreement *self, gint64 start) G_GNUC_WARN_UNUSED_RESULT;
/* The term and where the agreement stands: "2026–2031 · signing", "2021–2025 · 44 days left". */
char *akk_agreement_state (const AkkAgreement *self, gint64 today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
