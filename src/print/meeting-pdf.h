/* The documents of meetings as they are stored: their pages and PDFs, the same from window and
 * command line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/meeting-print.h"

G_BEGIN_DECLS

/* The kinds of document; `AKK_DOCUMENT_DECISIONS` is of an agreement, `AKK_DOCUMENT_SIGNAL` of a
 * signal, the others of a meeting. */
typedef enum {
  AKK_DOCUMENT_INVITATION,
  AKK_DOCUMENT_AGENDA,
  AKK_DOCUMENT_ATTENDANCE,
  AKK_DOCUMENT_MINUTES,
  AKK_DOCUMENT_DECISIONS,
  AKK_DOCUMENT_SIGNAL,
} AkkDocumentKind;

/* `subject`: the AkkMeeting, AkkAgreement or AkkSignal. Dated by the day of the store. Errors:
 * AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
AkkPages *akk_document_pages (AkkStore *store,
                              AkkDocumentKind kind,
                              gpointer subject,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What it is called, in its own language: "Verslag, stuurgroep 12 maart 2024"; the title of the
 * PDF, and good as the name of a file. */
char *akk_document_title (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The pages as a conforming PDF; the same dossier gives the same bytes. Errors as above, and
 * AKK_PDF_ERROR. */
GBytes *akk_document_pdf (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_document_write_pdf (
    AkkStore *store, AkkDocumentKind kind, gpointer subject, const char *path, GError **error);

G_END_DECLS
