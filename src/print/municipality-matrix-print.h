/* The boards of an agreement and what is still wanted of each, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "print/meeting-pdf.h"

G_BEGIN_DECLS

/* A sheet that lies on its side, in the language of the agreement: a row per board, an empty cell
 * for what is to be done. It names persons: no public edition. Errors: AKK_PAPER_ERROR,
 * AKK_PHRASES_ERROR. */
AkkDocument *akk_municipality_matrix_document_new (AkkStore *store,
                                                   AkkAgreement *agreement,
                                                   int year,
                                                   gint64 day,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
