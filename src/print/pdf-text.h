/* Reading the words of attached PDFs, so that they can be found.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store-search.h"

G_BEGIN_DECLS

/* Pages (char *) of a PDF as one reads them, without the white space of the layout; NULL unless it
 * was read. Says how it went; READING_TO_COME: it was cancelled. On any thread. */
GPtrArray *akk_pdf_text (GBytes *data,
                         GCancellable *cancellable,
                         AkkReading *reading) G_GNUC_WARN_UNUSED_RESULT;

/* Reads every file of a dossier that nobody has read yet, and brings the index of words up to date:
 * for a worker thread, which holds a reference of the store. Returns how many files it read;
 * `error`: what it could not keep. */
guint akk_pdf_index (AkkStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
