/* Keeps what the search finds up to date, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* Reads attached PDFs that nobody has read yet, and the index of words along: some time after it
 * was made, and after each step. Property "reading" (gboolean): there are files to be read. */
#define AKK_TYPE_SEARCH_INDEX (akk_search_index_get_type ())
G_DECLARE_FINAL_TYPE (AkkSearchIndex, akk_search_index, AKK, SEARCH_INDEX, GObject)

AkkSearchIndex *akk_search_index_new (AkkStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* At once, for somebody waits. */
void akk_search_index_hurry (AkkSearchIndex *self);
gboolean akk_search_index_is_reading (AkkSearchIndex *self);
/* Lets go of the store as soon as it can. */
void akk_search_index_stop (AkkSearchIndex *self);

G_END_DECLS
