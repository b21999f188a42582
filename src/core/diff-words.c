/* Two texts word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/diff.h"

#include <string.h>

/* --- Words --- */

/* The words of a text as numbers, and where each begins; the end of the text is the last one. */
typedef struct {
  const char *text;
  GArray *numbers, *starts; /* guint */
} Words;

static gboolean
in_word (gunichar c)
{
  /* A stroke, point or comma within a word or a number belongs to it only if it is followed by
   * more of it; that is for the caller. */
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xad || c == '_';
}

static gboolean
joins (gunichar c)
{
  return c == '-' || c == '\'' || c == 0x2019 || c == 0x2013 || c == '.' || c == ',' || c == '/' ||
         c == '@';
}

static const char *
word_end (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isspace (c)) {
    while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    return p;
  }
  if (!in_word (c))
    return g_utf8_next_char (p);
  while (*p != '\0') {
    c = g_utf8_get_char (p);
    if (!in_word (c) && !(joins (c) && in_word (g_utf8_get_char (g_utf8_next_char (p)))))
      break;
    p = g_utf8_next_char (p);
  }
  return p;
}

static Words
split (const char *text, GHashTable *known)
{
  Words self = { text, g_array_new (FALSE, FALSE, sizeof (guint)),
                 g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint at;

  for (const char *p = text; *p != '\0';) {
    const char *end = word_end (p);
    char *word = g_strndup (p, (gsize) (end - p));
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, word));

    at = (guint) (p - text);
    if (number == 0) {
      number = g_hash_table_size (known) + 1;
      g_hash_table_insert (known, word, GUINT_TO_POINTER (number));
    } else {
      g_free (word);
    }
    g_array_append_val (self.numbers, number);
    g_array_append_val (self.starts, at);
    p = end;
  }
  at = (guint) strlen (text);
  g_array_append_val (self.starts, at);
  return self;
}

static void
words_clear (Words *self)
{
  g_array_unref (self->numbers);
  g_array_unref (self->starts);
}

static char *
words_text (const Words *self, guint first, guint n)
{
  guint from = g_array_index (self->starts, guint, first);
  guint to = g_array_index (self->starts, guint, first + n);

  return g_strndup (self->text + from, to - from);
}

/* --- Pieces --- */

static void
piece_free (gpointer data)
{
  AkkDiffPiece *piece = data;

  g_free (piece->text);
  g_free (piece);
}

static void
add_piece (GPtrArray *pieces, AkkDiffKind kind, const char *text)
{
  AkkDiffPiece *piece;

  if (*text == '\0')
    return;
  piece = g_new0 (AkkDiffPiece, 1);
  piece->kind = kind;
  piece->text = g_strdup (text);
  g_ptr_array_add (pieces, piece);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Whether a stretch that stayed is but a space between two changes: then it reads better as a part
 * of both. */
static gboolean
is_bridge (const Words *old, const GArray *spans, guint i)
{
  const AkkDiffSpan *span = &g_array_index (spans, AkkDiffSpan, i);
  g_autofree char *text = NULL;

  if (span->kind != AKK_DIFF_SAME || span->n != 1 || i == 0 || i + 1 == spans->len)
    return FALSE;
  text = words_text (old, span->old, 1);
  return is_blank (text);
}

GPtrArray *
akk_diff_words (const char *old, const char *now)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words a = split (old, known), b = split (now, known);
  g_autoptr (GArray) spans =
      akk_diff_new ((const guint *) (gpointer) a.numbers->data, a.numbers->len,
                    (const guint *) (gpointer) b.numbers->data, b.numbers->len);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);

  for (guint i = 0; i < spans->len;) {
    g_autoptr (GString) removed = g_string_new (NULL);
    g_autoptr (GString) added = g_string_new (NULL);
    const AkkDiffSpan *span = &g_array_index (spans, AkkDiffSpan, i);

    if (span->kind == AKK_DIFF_SAME) {
      g_autofree char *same = words_text (&a, span->old, span->n);
      add_piece (pieces, AKK_DIFF_SAME, same);
      i++;
      continue;
    }
    for (; i < spans->len; i++) {
      span = &g_array_index (spans, AkkDiffSpan, i);
      if (span->kind == AKK_DIFF_SAME && !is_bridge (&a, spans, i))
        break;
      if (span->kind != AKK_DIFF_ADDED) {
        g_autofree char *text = words_text (&a, span->old, span->n);
        g_string_append (removed, text);
      }
      if (span->kind != AKK_DIFF_REMOVED) {
        g_autofree char *text = words_text (&b, span->now, span->n);
        g_string_append (added, text);
      }
    }
    add_piece (pieces, AKK_DIFF_REMOVED, removed->str);
    add_piece (pieces, AKK_DIFF_ADDED, added->str);
  }
  words_clear (&a);
  words_clear (&b);
  return pieces;
}

gboolean
akk_diff_pieces_differ (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (((const AkkDiffPiece *) pieces->pdata[i])->kind != AKK_DIFF_SAME)
      return TRUE;
  return FALSE;
}

/* --- Likeness --- */

double
akk_diff_likeness (const char *a, const char *b)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words old = split (a, known), now = split (b, known);
  guint n = g_hash_table_size (known) + 1, n_all = 0, n_common = 0;
  g_autofree guint *count = g_new0 (guint, n);

  for (guint i = 0; i < old.numbers->len; i++)
    if (!g_unichar_isspace (g_utf8_get_char (a + g_array_index (old.starts, guint, i)))) {
      count[g_array_index (old.numbers, guint, i)]++;
      n_all++;
    }
  for (guint i = 0; i < now.numbers->len; i++)
    if (!g_unichar_isspace (g_utf8_get_char (b + g_array_index (now.starts, guint, i)))) {
      guint *left = &count[g_array_index (now.numbers, guint, i)];

      n_all++;
      if (*left > 0) {
        (*left)--;
        n_common++;
      }
    }
  words_clear (&old);
  words_clear (&now);
  return n_all > 0 ? 2.0 * n_common / n_all : 1.0;
}
