/* Finding and replacing words in a text, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

typedef enum {
  AKK_FIND_CASE = 1 << 0, /* capitals matter */
  AKK_FIND_WORD = 1 << 1, /* whole words only */
} AkkFindFlags;

/* A stretch of a line, or of a cell of a table. */
typedef struct {
  guint line;
  int cell; /* index in the cells of a table, -1: in the line itself */
  gsize from, to; /* bytes of its text */
  gboolean fixed; /* holds a field: found by what it shows, never replaced */
} AkkMatch;

/* All places where `needle` stands, in their order, in headings, footnotes and cells too. Fields
 * are found by what `resolve` says they show, and taken whole. White space and line breaks are one
 * to another. Elements: AkkMatch. */
GArray *akk_text_find (const AkkText *text,
                       const char *needle,
                       AkkFindFlags flags,
                       AkkTextResolve resolve,
                       gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces matches of this same text by words in the style of their first character; those that
 * are fixed stay. */
AkkText *akk_text_replace (const AkkText *text,
                           const GArray *matches,
                           const char *replacement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
