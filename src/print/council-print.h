/* The decision of a council or board on paper, alone or before the agreement that it is about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/parties.h"
#include "print/meeting-pdf.h"
#include "print/sheet.h"

G_BEGIN_DECLS

/* Puts the decision of a party onto the flow of the sheet, from the top of a page. Nothing if none
 * is known. */
void akk_council_print_add (AkkSheet *sheet, const AkkPartyEntry *entry);

/* The decision of a party alone, dated by the day of the store. Errors: G_IO_ERROR_NOT_FOUND when
 * none is known; AKK_PAPER_ERROR. */
AkkDocument *akk_council_document_new (AkkStore *store,
                                       AkkAgreement *agreement,
                                       gint64 party,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
