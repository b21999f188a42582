/* Freezing: from a draft to the version that is offered for signature.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/version.h"

G_BEGIN_DECLS

#define AKK_FREEZE_ERROR (akk_freeze_error_quark ())
GQuark akk_freeze_error_quark (void);
typedef enum {
  AKK_FREEZE_ERROR_FINDINGS, /* something must be settled first */
  AKK_FREEZE_ERROR_NOBODY, /* nobody is to sign */
  AKK_FREEZE_ERROR_CHANGED, /* the agreement was changed since */
} AkkFreezeError;

/* Makes the next version of the agreement as of `today` (akk_store_today ()), in one action that
 * cannot be undone: its content with all fields resolved, its PDF as an attachment, who is to sign
 * it, and the signature of each, still to be offered; the agreement goes to the stage of signing.
 * The same agreement gives the same version. Errors: AKK_FREEZE_ERROR, AKK_PAPER_ERROR,
 * AKK_PDF_ERROR, AKK_STORE_ERROR; then nothing is changed. Every message is a sentence for people.
 */
AkkVersion *akk_freeze (AkkStore *store, AkkAgreement *agreement, gint64 today, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* What would be frozen of the agreement now, as the version with that number (frozen.h), whether or
 * not something stands in the way. Errors: AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
char *akk_freeze_content (AkkStore *store,
                          AkkAgreement *agreement,
                          gint64 number,
                          gint64 today,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the agreement still says what was frozen: only then may pages that are printed now bear
 * the stamp of the version. Errors: AKK_FREEZE_ERROR_CHANGED; AKK_PAPER_ERROR. */
gboolean akk_freeze_is_current (AkkStore *store,
                                AkkAgreement *agreement,
                                AkkVersion *version,
                                GError **error);

/* Inside an action: the version with those who are to sign it (frozen.h), and the signature of
 * each, still to be offered. */
void akk_freeze_add_version (AkkStore *store, AkkVersion *version, GPtrArray *signatories);

G_END_DECLS
