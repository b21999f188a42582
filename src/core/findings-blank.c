/* Blanks: what stands in a text for something that is still to be filled in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ellipsis also ends an enumeration ("welzijn, onderwijs, …") or breaks off a sentence, and XX
 * is a number in "boek XX": a blank is only what nobody could mean. */
#include "config.h"

#include <string.h>

#include "core/findings-private.h"

#define ALONE_DOTS 4 /* so many dots that stand alone are a blank */
#define CERTAIN_DOTS 6 /* so many are a blank wherever they stand */

/* A stretch between white space. */
typedef struct {
  const char *start, *end;
} Word;

static gboolean
next_word (const char **at, Word *word)
{
  const char *p = *at;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  word->start = p;
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  word->end = *at = p;
  return word->start != word->end;
}

/* The kinds of a word without the punctuation around it that is not its own. */
static guint
word_kinds (AkkPhrases *phrases, Word word)
{
  while (word.start < word.end && strchr ("(\"'", *word.start) != NULL)
    word.start++;
  while (word.end > word.start && strchr (":)\"'", word.end[-1]) != NULL)
    word.end--;
  return akk_phrases_kinds (phrases, word.start, word.end - word.start);
}

/* The first three dots or more in a word ("…" counts as three); how many they are, 0 for none. */
static guint
find_dots (Word word, Word *dots)
{
  const char *p = word.start;

  while (p < word.end) {
    guint n = 0;

    dots->start = p;
    for (; p < word.end && (*p == '.' || g_str_has_prefix (p, "…")); p = g_utf8_next_char (p))
      n += *p == '.' ? 1 : 3;
    dots->end = p;
    if (n >= 3)
      return n;
    if (n == 0)
      p = g_utf8_next_char (p);
  }
  return 0;
}

/* Whether dots stand for something to fill in. `left` is what stands before them. */
static gboolean
are_blank (AkkPhrases *phrases, guint n, Word left, Word word, Word dots, Word after)
{
  gboolean empty = left.start == left.end;
  gboolean alone = dots.start == word.start && dots.end == word.end;

  if (n >= CERTAIN_DOTS || (!empty && word_kinds (phrases, left) & AKK_WORD_BEFORE_BLANK))
    return TRUE;
  if (!alone || (!empty && left.end[-1] == ','))
    return FALSE;
  return n >= ALONE_DOTS || (word_kinds (phrases, after) & AKK_WORD_AFTER_NUMBER);
}

/* "[…]", "[?]", "[xx]", "[ ... ]": the bracket may hold white space, so it is sought in the text.
 */
static const char *
bracket_end (const char *open)
{
  const char *p = open + 1;
  gboolean filled = FALSE;

  for (; *p != '\0' && *p != ']'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (strchr (".?_xX", *p) == NULL && c != 0x2026 && !g_unichar_isspace (c))
      return NULL;
    filled |= !g_unichar_isspace (c);
  }
  return *p == ']' && filled ? p + 1 : NULL;
}

/* "XX", "xx/xx/2026": letters that are all x, two or more, between what is no letter. */
static gboolean
has_crosses (AkkPhrases *phrases, Word before, Word word)
{
  const char *p = word.start;

  while (p < word.end) {
    const char *start = p;
    gboolean crosses = TRUE;

    for (; p < word.end && g_unichar_isalnum (g_utf8_get_char (p)); p = g_utf8_next_char (p))
      crosses &= *p == 'x' || *p == 'X';
    if (crosses && p - start >= 2 &&
        (*start == 'x' || !(word_kinds (phrases, before) & AKK_WORD_BEFORE_ROMAN)))
      return TRUE;
    if (p < word.end)
      p = g_utf8_next_char (p);
  }
  return FALSE;
}

static gboolean
has_line (Word word)
{
  guint n = 0;

  for (const char *p = word.start; p < word.end; p++) {
    n = *p == '_' ? n + 1 : 0;
    if (n >= 3)
      return TRUE;
  }
  return FALSE;
}

/* What is left open in a word, from the word before it where that says what is missing. */
static Word
find_blank (AkkPhrases *phrases, Word before, Word word, Word after)
{
  Word none = { NULL, NULL };
  Word dots;
  guint n;

  if (has_line (word) || has_crosses (phrases, before, word))
    return word;
  n = find_dots (word, &dots);
  if (n == 0)
    return none;
  if (dots.start > word.start)
    before = (Word) { word.start, dots.start };
  if (!are_blank (phrases, n, before, word, dots, after))
    return none;
  return (Word) { before.start < before.end && word_kinds (phrases, before) & AKK_WORD_BEFORE_BLANK
                      ? before.start
                      : word.start,
                  word.end };
}

/* Without the brackets and commas around it. */
static char *
excerpt (Word word)
{
  while (word.start < word.end && strchr ("(\"'", *word.start) != NULL)
    word.start++;
  while (word.end > word.start && strchr (",;:)\"'", word.end[-1]) != NULL)
    word.end--;
  return g_strndup (word.start, word.end - word.start);
}

/* Nearly every line of a text goes no further than this. */
static gboolean
may_hold_blanks (const char *text)
{
  for (const char *p = text; (p = strpbrk (p, "._[xX\342")) != NULL; p++)
    if (*p == '[' || g_str_has_prefix (p, "...") || g_str_has_prefix (p, "…") ||
        (*p != '.' && !(*p & 0x80) && g_ascii_tolower (p[0]) == g_ascii_tolower (p[1])))
      return TRUE;
  return FALSE;
}

GStrv
akk_blanks_find (AkkPhrases *phrases, const char *text)
{
  g_autoptr (GStrvBuilder) blanks = g_strv_builder_new ();
  const char *at = text;
  Word before = { text, text };
  Word word;

  if (!may_hold_blanks (text))
    return g_strv_builder_end (blanks);
  while (next_word (&at, &word)) {
    const char *open = memchr (word.start, '[', word.end - word.start);
    const char *close = open != NULL ? bracket_end (open) : NULL;
    const char *ahead = at;
    Word after, blank;

    if (close != NULL) {
      g_strv_builder_take (blanks, g_strndup (open, close - open));
      at = MAX (close, word.end);
    } else {
      next_word (&ahead, &after);
      blank = find_blank (phrases, before, word, after);
      if (blank.start != NULL)
        g_strv_builder_take (blanks, excerpt (blank));
    }
    before = word;
  }
  return g_strv_builder_end (blanks);
}
