/* The inside of searching a dossier, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/dossier-search.h"
#include "core/section.h"

G_BEGIN_DECLS

struct _AkkDossierSearch {
  AkkStore *store;
  gint64 step; /* as of which the others are true */
  GHashTable *outlines; /* gint64 * id of an agreement → GPtrArray of AkkOutlineEntry */
  /* char * SHA-256 → gint64 * id of one that refers to it; NULL: not read yet. */
  GHashTable *attachments, *signatures;
};

/* --- dossier-search-hit.c --- */

/* What belongs to `record` up to what it is part of; NULL when any of it is deleted. */
GPtrArray *akk_search_line_new (AkkStore *store, gpointer record) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the line. `text`: of a page; NULL: what the record holds is searched. */
AkkSearchHit *akk_search_hit_new (AkkDossierSearch *self,
                                  const AkkSearchWords *words,
                                  GPtrArray *line,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;
void akk_search_hit_free (AkkSearchHit *self);

G_END_DECLS
