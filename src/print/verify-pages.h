/* Finds loose pages of a version in that version.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"
#include "core/version.h"
#include "print/verify-words.h"

G_BEGIN_DECLS

/* Where in a version the pages of a document stand. */
typedef struct {
  guint first; /* page of the version, from 1; 0: nowhere */
  gboolean signing; /* they are signature pages */
  AkkPdfWords *words; /* what those pages must say; owned */
} AkkVerifiedPages;

void akk_verified_pages_clear (AkkVerifiedPages *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AkkVerifiedPages, akk_verified_pages_clear)

/* Finds the pages of the version whose words `loose` has, or has the most in common with: more than
 * with the version as a whole. Signature pages may have been printed on their own: then their
 * numbers count from 1 and the first has no header. `whole` are the words of the version. */
AkkVerifiedPages akk_verify_pages (AkkStore *store,
                                   const AkkVersion *version,
                                   const AkkPdfWords *whole,
                                   const AkkPdfWords *loose);

G_END_DECLS
