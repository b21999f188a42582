/* What is frozen of an agreement when a version is made, and whether it is still that.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/phrases.h"
#include "core/signatory.h"
#include "core/version.h"

G_BEGIN_DECLS

/* The page on which a section or a table (the id of its caption) begins, from 1; 0: unknown. */
typedef guint (*AkkFrozenPage) (gint64 id, gpointer data);

/* Who is to sign, numbered and named as at the lines on paper (signing-route.h); elements
 * AkkSignatory, not yet in the store and without a version. */
GPtrArray *akk_frozen_signatories (AkkStore *store,
                                   AkkAgreement *agreement,
                                   AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

/* The whole agreement as one JSON text that stands on its own: no fields, no references to records.
 * The same agreement gives the same text. `version` has its number and its date. */
char *akk_frozen_content (AkkStore *store,
                          AkkAgreement *agreement,
                          const AkkVersion *version,
                          GPtrArray *signatories,
                          AkkPhrases *phrases,
                          AkkFrozenPage page,
                          gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* The id of a version follows from what it holds, so that no part can be exchanged for another one:
 * from its content and from the SHA-256 of its PDF. */
gint64 akk_frozen_id (const char *content, const char *pdf);

/* Whether a version is what was frozen: its code is that of its content, its id is that of
 * content and PDF, number, date and
 * signatories are those of the content, and its PDF is there, byte for byte. Whatever shows or
 * prints a version asks this first. FALSE: AKK_STORE_ERROR_DAMAGED. */
gboolean akk_version_check (AkkStore *store, AkkVersion *version, GError **error);
/* The same, with the PDF. */
GBytes *
akk_version_pdf (AkkStore *store, AkkVersion *version, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Another version of the same agreement with the same number, for two copies of a dossier may both
 * have frozen it before they were merged: only their control codes tell them apart. The one with
 * the smallest id; NULL: there is none. */
AkkVersion *akk_version_namesake (AkkStore *store,
                                  const AkkVersion *version) G_GNUC_WARN_UNUSED_RESULT;
/* That in a sentence, with both control codes; NULL when there is no other. */
char *akk_version_namesake_words (AkkStore *store,
                                  const AkkVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/* The last version of the same document, the agreement, report or minutes, that has a higher
 * number; NULL: this is the last. */
AkkVersion *akk_version_later (AkkStore *store,
                               const AkkVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/* The version of an agreement with this number (0: the newest); NULL when there is none. */
AkkVersion *
akk_version_find (AkkStore *store, gint64 agreement_id, gint64 number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
