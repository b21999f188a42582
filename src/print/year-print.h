/* The year of an agreement on a page: meetings, days off, last days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "print/pages.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* A strip of the year per body with the number of its meetings and what is asked, and the months
 * with what happens in them; as it stands on `today`. */
AkkPages *akk_year_print (AkkPaper *paper,
                          AkkStore *store,
                          AkkAgreement *agreement,
                          int year,
                          gint64 today) G_GNUC_WARN_UNUSED_RESULT;
/* In the language of the agreement, dated by the day of the store; conforming. Errors:
 * AKK_PAPER_ERROR, AKK_PHRASES_ERROR, AKK_PDF_ERROR. */
GBytes *akk_year_pdf (AkkStore *store, AkkAgreement *agreement, int year, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_year_write_pdf (
    AkkStore *store, AkkAgreement *agreement, int year, const char *path, GError **error);

G_END_DECLS
