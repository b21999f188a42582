/* What two versions of an agreement differ in: read for comparing, and as a list on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/compare.h"
#include "core/version.h"
#include "print/meeting-pdf.h"

G_BEGIN_DECLS

/* One of the two: a version, or an agreement as it would be frozen now. */
typedef struct {
  AkkAgreement *agreement; /* owned */
  AkkVersion *version; /* owned; NULL: as it is now */
} AkkCompareSide;

AkkCompareSide *akk_compare_side_new (AkkAgreement *agreement, AkkVersion *version);
AkkCompareSide *akk_compare_side_copy (const AkkCompareSide *self);
void akk_compare_side_free (AkkCompareSide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkCompareSide, akk_compare_side_free)

/* What an agreement can be compared with, elements AkkCompareSide: itself as it is now first, its
 * versions from the newest on, then its predecessor and that one's versions, and so on back. */
GPtrArray *akk_compare_sides (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* The two that are most likely wanted, as places in that list: the newest version against what it
 * is now, else the predecessor. FALSE when there is nothing to compare with. */
gboolean akk_compare_sides_likely (GPtrArray *sides, guint *old, guint *now);

/* Reads one, with values in the words of `phrases`, for paper, or of the program (NULL), for the
 * screen; the ids of sections are known of what is now. A version that is no longer what was
 * frozen is refused. Errors: AKK_STORE_ERROR, AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
AkkCompareText *akk_compare_side_read (AkkStore *store,
                                       const AkkCompareSide *self,
                                       AkkPhrases *phrases,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "Scheldeland 2026–2031, versie 1 van 3 maart 2021"; without the name of the agreement when that
 * is `about`, which may be NULL. */
char *akk_compare_side_name (AkkStore *store,
                             const AkkCompareSide *self,
                             const AkkAgreement *about,
                             AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

/* "Delen van de tekst: 2 toegevoegd en 1 verwijderd. Samen 3 gewijzigde regels." */
char *akk_comparison_summary (const AkkComparison *self,
                              AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;
/* "verplaatst, was 2.1": what happened to a part, besides its lines; "" for nothing else. */
char *akk_compare_entry_words (const AkkCompareEntry *self,
                               AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

/* The printed list of changes, in the language of the agreement of `now`. Errors as above. */
AkkDocument *akk_compare_document_new (AkkStore *store,
                                       const AkkCompareSide *old,
                                       const AkkCompareSide *now,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
