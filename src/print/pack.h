/* The meeting pack: one PDF of all that the members of a body read before a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/meeting.h"
#include "core/store.h"
#include "print/paper.h"

G_BEGIN_DECLS

/* The agenda, the minutes of the meeting before, what is still open, and the annexes of the items:
 * numbered through, with bookmarks. An annex that is a PDF is taken over page by page as it is, and
 * says its text to those who do not see it; one that cannot be taken over has a page that says why.
 * The same dossier gives the same bytes. It is PDF/A and PDF/UA unless an annex is not fit for
 * that: then it does not claim so, and `caution` (out, optional) is a sentence about it, else NULL.
 * Errors: AKK_PDF_ERROR. */
GBytes *akk_pack_print (AkkPaper *paper,
                        AkkStore *store,
                        AkkMeeting *meeting,
                        gint64 today,
                        char **caution,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* "Vergaderbundel – Stuurgroep, 12 maart 2024": good as the name of a file. */
char *
akk_pack_title (AkkPaper *paper, AkkStore *store, AkkMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
/* In the language of its agreement, dated by the day of the store. Errors: as above,
 * AKK_PAPER_ERROR, AKK_PHRASES_ERROR. */
GBytes *akk_pack_pdf (AkkStore *store, AkkMeeting *meeting, char **caution, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_pack_write_pdf (
    AkkStore *store, AkkMeeting *meeting, const char *path, char **caution, GError **error);

G_END_DECLS
