/* The words of a search, and where they stand in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/search-words.h"

#include <string.h>

struct _AkkSearchWords {
  GPtrArray *words; /* char * */
};

/* A word in a text that begins with one of ours. */
typedef struct {
  AkkSearchSpan span;
  guint word;
} Found;

/* --- Folding --- */

static gboolean
is_part (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* What is left of a character without accent and capital; 0: nothing, it is an accent. */
static gunichar
fold (gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (character < 0x80)
    return (gunichar) g_ascii_tolower ((char) character);
  if (g_unichar_ismark (character))
    return 0;
  g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts));
  return g_unichar_tolower (parts[0]);
}

/* The end of what of the text at `at` is `word`; NULL when it begins otherwise. */
static const char *
skip_word (const char *at, const char *word)
{
  while (*word != '\0') {
    gunichar character = *at != '\0' ? fold (g_utf8_get_char (at)) : '\0';

    if (*at == '\0' || (character != 0 && character != g_utf8_get_char (word)))
      return NULL;
    if (character != 0)
      word = g_utf8_next_char (word);
    at = g_utf8_next_char (at);
  }
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static void
add_word (GPtrArray *words, GString *word)
{
  if (word->len > 0 && words->len < AKK_SEARCH_MAX_WORDS)
    g_ptr_array_add (words, g_strdup (word->str));
  g_string_truncate (word, 0);
}

AkkSearchWords *
akk_search_words_new (const char *query)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);
  AkkSearchWords *self;

  for (const char *c = query; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c), folded;

    if (!is_part (character))
      add_word (words, word);
    else if ((folded = fold (character)) != 0)
      g_string_append_unichar (word, folded);
  }
  add_word (words, word);
  if (words->len == 0)
    return NULL;
  self = g_new0 (AkkSearchWords, 1);
  self->words = g_steal_pointer (&words);
  return self;
}

void
akk_search_words_free (AkkSearchWords *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

guint
akk_search_words_count (const AkkSearchWords *self)
{
  return self->words->len;
}

const char *
akk_search_words_get (const AkkSearchWords *self, guint index)
{
  return self->words->pdata[index];
}

/* --- Finding --- */

/* The longest of ours with which the word at `at` begins. */
static const char *
find_at (const AkkSearchWords *self, const char *at, guint *word)
{
  const char *longest = NULL;

  for (guint i = 0; i < self->words->len; i++) {
    const char *end = skip_word (at, self->words->pdata[i]);

    if (end == NULL || (longest != NULL && end <= longest))
      continue;
    longest = end;
    *word = i;
  }
  return longest;
}

static guint
find (const AkkSearchWords *self, const char *text, GArray *found)
{
  gboolean inside = FALSE;
  guint bits = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gboolean part = (guchar) *c < 0x80 ? g_ascii_isalnum (*c) : is_part (g_utf8_get_char (c));
    guint word = 0;
    const char *end = part && !inside ? find_at (self, c, &word) : NULL;

    inside = part;
    if (end == NULL)
      continue;
    /* A word may begin with two of ours: "werk" and "w". */
    for (guint i = 0; i < self->words->len; i++)
      if (skip_word (c, self->words->pdata[i]) != NULL)
        bits |= 1u << i;
    if (found != NULL) {
      Found one = { { (guint) (c - text), (guint) (end - text) }, word };
      g_array_append_val (found, one);
    }
  }
  return bits;
}

guint
akk_search_words_find (const AkkSearchWords *self, const char *text, GArray *spans)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint bits = find (self, text, found);

  for (guint i = 0; spans != NULL && i < found->len; i++)
    g_array_append_val (spans, g_array_index (found, Found, i).span);
  return bits;
}

/* --- Excerpts --- */

/* The first of the words in the stretch that holds most different ones. */
static guint
best_place (const GArray *found, guint n_bytes)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < found->len; i++) {
    const Found *first = &g_array_index (found, Found, i);
    guint bits = 0, n;

    for (guint k = i; k < found->len; k++) {
      const Found *one = &g_array_index (found, Found, k);

      if (one->span.to > first->span.from + n_bytes)
        break;
      bits |= 1u << one->word;
    }
    n = (guint) __builtin_popcount (bits);
    if (n <= most)
      continue;
    most = n;
    best = i;
  }
  return best;
}

/* The beginning of a word some characters before `at`. */
static const char *
begin_before (const char *text, const char *at, guint n_chars)
{
  const char *from = at;

  for (guint i = 0; i < n_chars && from > text; i++)
    from = g_utf8_prev_char (from);
  if (from == text)
    return text;
  while (from < at && is_part (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (from < at && !is_part (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  return from;
}

static const char *
end_after (const char *from, guint n_chars)
{
  const char *end = from, *blank = NULL;

  for (guint i = 0; i < n_chars && *end != '\0'; i++) {
    if (g_ascii_isspace (*end))
      blank = end;
    end = g_utf8_next_char (end);
  }
  return *end == '\0' || blank == NULL ? end : blank;
}

char *
akk_search_words_excerpt (const AkkSearchWords *self,
                          const char *text,
                          guint n_chars,
                          GArray *spans)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GString) piece = g_string_new (NULL);
  const char *from = text, *end;

  find (self, text, found);
  if (found->len > 0)
    from = begin_before (
        text, text + g_array_index (found, Found, best_place (found, n_chars * 2 / 3)).span.from,
        n_chars / 3);
  while (g_ascii_isspace (*from))
    from++;
  end = end_after (from, n_chars);
  if (from > text)
    g_string_append (piece, "… ");
  for (const char *c = from; c < end; c = g_utf8_next_char (c)) {
    if (!g_ascii_isspace (*c))
      g_string_append_len (piece, c, g_utf8_next_char (c) - c);
    else if (piece->len > 0 && piece->str[piece->len - 1] != ' ')
      g_string_append_c (piece, ' ');
  }
  if (piece->len > 0 && piece->str[piece->len - 1] == ' ')
    g_string_truncate (piece, piece->len - 1);
  if (*end != '\0')
    g_string_append (piece, " …");
  akk_search_words_find (self, piece->str, spans);
  return g_string_free_and_steal (g_steal_pointer (&piece));
}
