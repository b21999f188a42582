/* How a hit of the search is named, and where it stands, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dossier-search.h"

G_BEGIN_DECLS

/* As the hit names itself, or else by what it belongs to: "Stuurgroep, 18 February 2025". */
char *akk_search_title_words (AkkStore *store, const AkkSearchHit *hit) G_GNUC_WARN_UNUSED_RESULT;
/* "Samen sterk 2021–2025 · Deel IV", "News · 3 May 2025", "Page 3 · 2. Kinderopvang". */
char *akk_search_place_words (AkkStore *store, const AkkSearchHit *hit) G_GNUC_WARN_UNUSED_RESULT;
/* Why nothing in an attached file is found; NULL: it can be. */
const char *akk_search_reading_words (const AkkSearchHit *hit);

G_END_DECLS
