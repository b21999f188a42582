/* Where a word may be broken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/hyphen.h"

#include <glib/gi18n.h>
#include <hyphen.h>
#include <string.h>

#include "core/datadir.h"

/* The cache is emptied when it holds so many words. */
#define MAX_WORDS 8192
#define MAX_PLACES 32

struct _AkkHyphen {
  HyphenDict *dictionary; /* borrowed */
  GIConv convert; /* from UTF-8 to the character set of the patterns */
  guint before, after;
  GHashTable *words; /* word -> guint16: the number of places, and they */
};

/* Reading them takes as long as laying out several pages, and they never change: each file is read
 * once for all papers, on whatever thread. NULL: it cannot be read. */
static HyphenDict *
read_patterns (const char *path)
{
  static GMutex lock;
  static GHashTable *known; /* path -> HyphenDict, never let go of */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  HyphenDict *dictionary;

  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  dictionary = g_hash_table_lookup (known, path);
  if (dictionary == NULL && (dictionary = hnj_hyphen_load (path)) != NULL)
    g_hash_table_insert (known, g_strdup (path), dictionary);
  return dictionary;
}

AkkHyphen *
akk_hyphen_new (const char *path, guint before, guint after, GError **error)
{
  HyphenDict *dictionary = read_patterns (path);
  GIConv convert = dictionary != NULL ? g_iconv_open (dictionary->cset, "UTF-8") : (GIConv) -1;

  if (convert == (GIConv) -1) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("The hyphenation patterns in “%s” cannot be read. Install Akkoord again."),
                 path);
    return NULL;
  }

  AkkHyphen *self = g_new0 (AkkHyphen, 1);
  self->dictionary = dictionary;
  self->convert = convert;
  self->before = MAX (before, 1);
  self->after = MAX (after, 1);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

AkkHyphen *
akk_hyphen_of (AkkPhrases *phrases, GError **error)
{
  g_autofree char *name =
      g_build_filename ("hyphen", akk_phrases_get (phrases, "hyphenation"), NULL);
  g_autofree char *path = akk_datadir_path (name);

  return akk_hyphen_new (path, (guint) akk_phrases_get_number (phrases, "hyphenation-before"),
                         (guint) akk_phrases_get_number (phrases, "hyphenation-after"), error);
}

void
akk_hyphen_free (AkkHyphen *self)
{
  if (self == NULL)
    return;
  g_iconv_close (self->convert);
  g_hash_table_unref (self->words);
  g_free (self);
}

/* Letter by letter: the function for whole strings asks the locale. */
static char *
lower_letters (const char *text)
{
  GString *lower = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (text)));
  return g_string_free_and_steal (lower);
}

/* The places in a word whose letters stand one to one for those of `lower`, in the character set of
 * the patterns: ISO 8859-1 for Dutch. A UTF-8 word would be broken in wrong places after every ï, ö
 * or ë. */
static guint
find_places (AkkHyphen *self, const char *word, const char *lower, guint n_letters, guint16 *places)
{
  gsize n_coded = 0;
  g_autofree char *coded = g_convert_with_iconv (lower, -1, self->convert, NULL, &n_coded, NULL);
  const gboolean wide = self->dictionary->utf8;
  guint n = 0;

  if (coded == NULL || n_coded >= MAX_CHARS - 1 || (!wide && n_coded != n_letters))
    return 0;

  g_autofree char *marks = g_malloc0 (n_coded + 5);
  char **rep = NULL;
  int *pos = NULL, *cut = NULL;
  if (hnj_hyphen_hyphenate2 (self->dictionary, coded, (int) n_coded, marks, NULL, &rep, &pos,
                             &cut) == 0) {
    const char *at = word, *of = lower;

    for (guint letter = 1; letter <= n_letters - self->after && n < MAX_PLACES; letter++) {
      at = g_utf8_next_char (at);
      of = g_utf8_next_char (of);
      gsize index = wide ? (gsize) (of - lower) - 1 : letter - 1;
      gboolean respelt = rep != NULL && rep[index] != NULL;
      if (letter >= self->before && (marks[index] & 1) && !respelt)
        places[n++] = (guint16) (at - word);
    }
  }
  for (gsize i = 0; rep != NULL && i < n_coded; i++)
    free (rep[i]);
  free (rep);
  free (pos);
  free (cut);
  return n;
}

static guint16 *
look_up (AkkHyphen *self, const char *word)
{
  guint16 *found = g_hash_table_lookup (self->words, word);

  if (found != NULL)
    return found;

  g_autofree char *composed = g_utf8_normalize (word, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = composed != NULL ? lower_letters (composed) : NULL;
  glong n_letters = g_utf8_strlen (word, -1);
  guint16 places[MAX_PLACES + 1] = { 0 };

  if (lower != NULL && g_utf8_strlen (lower, -1) == n_letters &&
      n_letters >= (glong) (self->before + self->after))
    places[0] = (guint16) find_places (self, word, lower, (guint) n_letters, places + 1);
  if (g_hash_table_size (self->words) >= MAX_WORDS)
    g_hash_table_remove_all (self->words);
  found = g_memdup2 (places, (places[0] + 1) * sizeof (guint16));
  g_hash_table_insert (self->words, g_strdup (word), found);
  return found;
}

guint
akk_hyphen_positions (
    AkkHyphen *self, const char *word, gsize n_bytes, guint16 *positions, guint max)
{
  char text[4 * MAX_CHARS];

  if (n_bytes >= sizeof text || n_bytes < self->before + self->after)
    return 0;
  memcpy (text, word, n_bytes);
  text[n_bytes] = '\0';

  const guint16 *found = look_up (self, text);
  guint n = MIN (found[0], max);
  memcpy (positions, found + 1, n * sizeof *positions);
  return n;
}

char *
akk_hyphen_soften (AkkHyphen *self, const char *words)
{
  GString *soft = g_string_new (NULL);

  while (*words != '\0') {
    const char *end = words;
    guint16 places[MAX_PLACES];
    gsize from = 0;
    guint n;

    while (g_unichar_isalpha (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    n = akk_hyphen_positions (self, words, (gsize) (end - words), places, MAX_PLACES);
    for (guint i = 0; i < n; i++) {
      g_string_append_len (soft, words + from, (gssize) (places[i] - from));
      g_string_append (soft, "\302\255");
      from = places[i];
    }
    g_string_append_len (soft, words + from, end - words - (gssize) from);
    if (*end != '\0') {
      g_string_append_unichar (soft, g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
    words = end;
  }
  return g_string_free_and_steal (soft);
}
