/* The words of a search, and where they stand in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word is found wherever a word begins with it. Accents and capitals do not matter; whatever is
 * neither a letter nor a digit only separates. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most so many words count; who types more means the first ones. */
#define AKK_SEARCH_MAX_WORDS 16

typedef struct _AkkSearchWords AkkSearchWords;

/* NULL when the query holds no word. */
AkkSearchWords *akk_search_words_new (const char *query) G_GNUC_WARN_UNUSED_RESULT;
void akk_search_words_free (AkkSearchWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkSearchWords, akk_search_words_free)

guint akk_search_words_count (const AkkSearchWords *self);
/* A word, without accents, in small letters. */
const char *akk_search_words_get (const AkkSearchWords *self, guint index);

/* Bytes of a text. */
typedef struct {
  guint from, to;
} AkkSearchSpan;

/* The bits of the words that a text holds. What of its words was typed is added to `spans` (of
 * AkkSearchSpan, or NULL). */
guint akk_search_words_find (const AkkSearchWords *self, const char *text, GArray *spans);

/* A piece of about `n_chars` characters of a text, around the place that holds most of the words,
 * on one line, with "…" where something was left out; without any of them its beginning. `spans` as
 * above, of the piece. */
char *akk_search_words_excerpt (const AkkSearchWords *self,
                                const char *text,
                                guint n_chars,
                                GArray *spans) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
