/* The documents of meetings as they are stored: laid out, and as PDF; the same from window and
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

/* A document that is laid out, with what its PDF says of itself: the dossier is not needed any
 * more.
 */
typedef struct {
  AkkPages *pages;
  char *title; /* in its own language, good as the name of a file too */
  char *author, *subject, *language;
  gint64 date;
} AkkDocument;

/* `subject`: the AkkMeeting, AkkAgreement or AkkSignal. Dated by the day of the store. Errors:
 * AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
AkkDocument *akk_document_new (AkkStore *store,
                               AkkDocumentKind kind,
                               gpointer subject,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void akk_document_free (AkkDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkDocument, akk_document_free)

/* As a conforming PDF; the same dossier gives the same bytes. Once: the pages are used up. On any
 * thread. Errors: AKK_PDF_ERROR. */
GBytes *akk_document_pdf (AkkDocument *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_document_write (AkkDocument *self, const char *path, GError **error);

/* "Verslag – Stuurgroep, 12 maart 2024": the title alone. */
char *akk_document_title (AkkStore *store, AkkDocumentKind kind, gpointer subject, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
