/* Where a word may be broken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/hyphen.h"

#include <glib/gi18n.h>
#include <hyphen.h>
#include <string.h>

struct _AkkHyphen {
  HyphenDict *dictionary;
  guint before, after;
};

AkkHyphen *
akk_hyphen_new (const char *path, guint before, guint after, GError **error)
{
  HyphenDict *dictionary = hnj_hyphen_load (path);

  if (dictionary == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("The hyphenation patterns in “%s” cannot be read. Install Akkoord again."),
                   path);
    return NULL;
  }

  AkkHyphen *self = g_new0 (AkkHyphen, 1);
  self->dictionary = dictionary;
  self->before = MAX (before, 1);
  self->after = MAX (after, 1);
  return self;
}

void
akk_hyphen_free (AkkHyphen *self)
{
  if (self == NULL)
    return;
  hnj_hyphen_free (self->dictionary);
  g_free (self);
}

/* The patterns are in the character set of their file, ISO 8859-1 for Dutch: a UTF-8 word would be
 * broken in wrong places after every ï, ö or ë. */
static char *
to_patterns (AkkHyphen *self, const char *lower, gsize *n_bytes)
{
  if (self->dictionary->utf8) {
    *n_bytes = strlen (lower);
    return g_strdup (lower);
  }
  return g_convert (lower, -1, self->dictionary->cset, "UTF-8", NULL, n_bytes, NULL);
}

guint
akk_hyphen_positions (
    AkkHyphen *self, const char *word, gsize n_bytes, guint16 *positions, guint max)
{
  g_autofree char *composed = g_utf8_normalize (word, (gssize) n_bytes, G_NORMALIZE_NFC);
  gsize n_letters = (gsize) g_utf8_strlen (word, (gssize) n_bytes);
  g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : NULL;
  gsize n_coded = 0;
  g_autofree char *coded = lower != NULL ? to_patterns (self, lower, &n_coded) : NULL;
  guint n = 0;

  /* Letters and coded letters must correspond one to one. */
  if (coded == NULL || n_coded >= MAX_CHARS - 1 || n_letters < self->before + self->after ||
      (gsize) g_utf8_strlen (lower, -1) != n_letters ||
      (!self->dictionary->utf8 && n_coded != n_letters))
    return 0;

  g_autofree char *marks = g_malloc0 (n_coded + 5);
  char **rep = NULL;
  int *pos = NULL, *cut = NULL;
  if (hnj_hyphen_hyphenate2 (self->dictionary, coded, (int) n_coded, marks, NULL, &rep, &pos,
                             &cut) == 0) {
    const char *at = word;
    const char *of = lower;

    for (guint letter = 1; letter <= n_letters - self->after && n < max; letter++) {
      at = g_utf8_next_char (at);
      of = g_utf8_next_char (of);
      gsize index = self->dictionary->utf8 ? (gsize) (of - lower) - 1 : letter - 1;
      gboolean respelt = rep != NULL && rep[index] != NULL;
      if (letter >= self->before && (marks[index] & 1) && !respelt)
        positions[n++] = (guint16) (at - word);
    }
  }
  for (gsize i = 0; rep != NULL && i < n_coded; i++)
    free (rep[i]);
  free (rep);
  free (pos);
  free (cut);
  return n;
}
