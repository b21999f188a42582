/* The handover sheet: what somebody who takes over an agreement must know, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/meeting-pdf.h"

G_BEGIN_DECLS

/* Laid out in the language of the agreement, as of `day`. It names persons and how to reach them,
 * and says so: no public edition. Errors: AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
AkkDocument *akk_handover_document_new (AkkStore *store,
                                        AkkAgreement *agreement,
                                        gint64 day,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "Overdrachtsblad – Scheldeland 2026–2031": its title alone. */
char *akk_handover_title (AkkAgreement *agreement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
