/* What keeps annexes and pictures from standing in a document, or the document from lasting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/findings.h"

G_BEGIN_DECLS

/* Of the file of an annex, for akk_findings_set_annex_reader (); on any thread. It is read once. */
AkkAnnexFlaws akk_annex_flaws (AkkStore *store, const char *sha256);

/* Of a picture in the text, for akk_findings_set_figure_reader (); likewise. */
gboolean akk_figure_is_readable (AkkStore *store, const char *sha256);

/* A sentence about the annexes that keep the agreement's PDF from being one for the archive; NULL:
 * none does. */
char *akk_annex_caution (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
