/* An agreement as it is stored: its pages and its PDF, the same from window and command line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/store.h"
#include "print/agreement-print.h"
#include "print/pages.h"

G_BEGIN_DECLS

/* The pages of the agreement as it is now, a draft. Errors: AKK_PAPER_ERROR. */
AkkPages *akk_agreement_pages (AkkStore *store,
                               AkkAgreement *agreement,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a version (`stamp` NULL: as a draft). */
AkkPages *akk_agreement_pages_stamped (AkkStore *store,
                                       AkkAgreement *agreement,
                                       const AkkStamp *stamp,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The pages as a conforming PDF; the same dossier gives the same bytes. Errors: AKK_PAPER_ERROR,
 * AKK_PDF_ERROR. */
GBytes *akk_agreement_pdf (AkkStore *store,
                           AkkAgreement *agreement,
                           const AkkStamp *stamp,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A draft, into a file. */
gboolean akk_agreement_write_pdf (AkkStore *store,
                                  AkkAgreement *agreement,
                                  const char *path,
                                  GError **error);

/* The large-print edition of a draft (akk_pages_enlarge ()). */
GBytes *akk_agreement_large_pdf (AkkStore *store,
                                 AkkAgreement *agreement,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_agreement_write_large_pdf (AkkStore *store,
                                        AkkAgreement *agreement,
                                        const char *path,
                                        GError **error);

/* The signature pages alone, as those of a version or as a draft. */
gboolean akk_signing_write_pdf (AkkStore *store,
                                AkkAgreement *agreement,
                                const AkkStamp *stamp,
                                const char *path,
                                GError **error);

G_END_DECLS
