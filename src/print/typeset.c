/* Where a line of text may end: the rules of the language, on the bare text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/typeset.h"

#include <string.h>

#define LAST_WORD 6 /* letters of a last word that does not stand alone on a line */
#define POSTAL_CODE 4 /* digits */
#define HOUSE_NUMBER 3 /* digits, at most: a year is no house */
#define STREET 4 /* letters, at least */
#define NAME_WORDS 3 /* small words one after the other in a name, at most */
#define ABBREVIATION 4 /* letters, at most */
#define LINE_SEPARATOR "\342\200\250"

typedef struct {
  const char *text;
  gsize n_bytes;
  gsize start, end; /* of the word in it */
  guint kinds; /* AkkWordKind */
} Token;

/* The name that is being read: spaces before small words are glued when the name turns out to go on
 * behind them. */
typedef struct {
  gboolean open;
  gsize gaps[NAME_WORDS];
  guint n_gaps;
} Name;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

static gboolean
all_digits (const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  }
  return n_bytes > 0;
}

static gboolean
is_number_or_label (const Token *token)
{
  const char *word = token->text + token->start;
  gsize n = token->end - token->start;

  if (n == 0)
    return FALSE;
  if (g_ascii_isdigit (word[0]))
    return TRUE;
  if (n == 1)
    return g_ascii_isupper (word[0]);
  for (gsize i = 0; i < n; i++) {
    if (strchr ("IVXLC", word[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
starts_upper (const Token *token)
{
  return token->end > token->start &&
         g_unichar_isupper (g_utf8_get_char (token->text + token->start));
}

/* As it stands (art.), with the point behind it, or without what is around it. */
static guint
kinds_of (AkkPhrases *phrases, const Token *token)
{
  gsize n = token->end - token->start;
  guint kinds = akk_phrases_kinds (phrases, token->text, token->n_bytes);

  if (token->start > 0 || token->end < token->n_bytes)
    kinds |= akk_phrases_kinds (phrases, token->text + token->start, n);
  if (token->end < token->n_bytes && token->text[token->end] == '.')
    kinds |= akk_phrases_kinds (phrases, token->text + token->start, n + 1);
  return kinds;
}

/* Nothing is behind the word: no comma, no point. */
static gboolean
is_bare (const Token *token)
{
  return token->end == token->n_bytes;
}

/* Keizerslaan 11, 12B */
static gboolean
is_house (const Token *street, const Token *number)
{
  const char *digits = number->text;
  gsize n = 0;

  while (n < number->end && g_ascii_isdigit (digits[n]))
    n++;
  return starts_upper (street) && is_bare (street) && street->end - street->start >= STREET &&
         n > 0 && n <= HOUSE_NUMBER &&
         (n == number->end || (n + 1 == number->end && g_ascii_isalpha (digits[n])));
}

/* 1000 Brussel */
static gboolean
is_town (const Token *code, const Token *town)
{
  return is_bare (code) && code->start == 0 && code->end == POSTAL_CODE && code->text[0] != '0' &&
         all_digits (code->text, code->end) && starts_upper (town);
}

static gboolean
leads_name (const Token *title, const Token *name)
{
  return title->kinds & AKK_WORD_BEFORE_NAME && starts_upper (name) &&
         (is_bare (title) || title->end - title->start <= ABBREVIATION);
}

/* mevrouw Lieve Van den Abbeele: keeps the words of a name together, up to a comma. */
static void
read_name (Name *name, const Token *before, const Token *token, gsize gap, guint8 *marks)
{
  if (!(name->open && is_bare (before)))
    *name = (Name) { .open = leads_name (before, token) };
  else if (starts_upper (token)) {
    marks[gap] |= AKK_MARK_GLUE;
    for (guint i = 0; i < name->n_gaps; i++)
      marks[name->gaps[i]] |= AKK_MARK_GLUE;
    name->n_gaps = 0;
  } else if (token->kinds & AKK_WORD_IN_NAME && name->n_gaps < NAME_WORDS)
    name->gaps[name->n_gaps++] = gap;
  else
    *name = (Name) { 0 };
}

static gboolean
stay_together (const Token *a, const Token *b)
{
  const char *last = a->text + a->n_bytes - 1;
  gboolean number = a->end == a->n_bytes && all_digits (a->text + a->start, a->end - a->start);
  gboolean digit_ends = g_ascii_isdigit (*last);
  gsize n = b->end - b->start;

  if (b->n_bytes == 3 && (memcmp (b->text, "–", 3) == 0 || memcmp (b->text, "—", 3) == 0))
    return TRUE;
  if (number && b->kinds & AKK_WORD_MONTH)
    return TRUE;
  if (a->end == a->n_bytes && a->kinds & AKK_WORD_MONTH && all_digits (b->text + b->start, n))
    return TRUE;
  if (digit_ends && b->kinds & AKK_WORD_AFTER_NUMBER)
    return TRUE;
  /* 120 000 */
  if (number && a->end - a->start <= 3 && b->start == 0 && n == 3 && all_digits (b->text, n))
    return TRUE;
  if (a->kinds & AKK_WORD_BEFORE_AMOUNT && g_ascii_isdigit (b->text[0]))
    return TRUE;
  if (a->kinds & AKK_WORD_BEFORE_NUMBER && is_number_or_label (b))
    return TRUE;
  if (leads_name (a, b) || is_house (a, b) || is_town (a, b))
    return TRUE;
  /* An initial and what follows it. */
  return *last == '.' && a->end - a->start == 1 && starts_upper (a) && starts_upper (b);
}

static gboolean
is_address (const char *token, gsize n_bytes)
{
  return g_strstr_len (token, (gssize) n_bytes, "://") != NULL ||
         memchr (token, '@', n_bytes) != NULL || g_str_has_prefix (token, "www.");
}

/* Breaks inside a token: after a hyphen or slash between longer words, never in "55-plussers" or
 * "e-mail"; in an address before any of its separators. */
static void
mark_token (const char *token, gsize n_bytes, guint8 *marks)
{
  gboolean address = is_address (token, n_bytes);
  guint letters = 0;

  for (gsize i = 0; i < n_bytes; i++) {
    gboolean dash = n_bytes - i > 3 && memcmp (token + i, "–", 3) == 0;

    if (address && i > 3 && strchr ("./?&=@_-", token[i]) != NULL && n_bytes - i > 3 &&
        !g_ascii_ispunct (token[i - 1])) {
      marks[i] |= AKK_MARK_BREAK;
    } else if (!address && (token[i] == '-' || token[i] == '/' || dash)) {
      gsize next = i + (dash ? 3 : 1);
      gsize start, end;
      akk_typeset_word (token + next, n_bytes - next, &start, &end);
      if (letters >= 3 && start == 0 && g_utf8_strlen (token + next, (gssize) end) >= 3 &&
          g_unichar_isalpha (g_utf8_get_char (token + next)))
        marks[next] |= AKK_MARK_BREAK;
      letters = 0;
      i = next - 1;
      continue;
    }
    if (g_ascii_isdigit (token[i]))
      letters = 0;
    else if ((token[i] & 0xc0) != 0x80)
      letters++;
  }
}

void
akk_typeset_word (const char *token, gsize n_bytes, gsize *start, gsize *end)
{
  const char *at = token, *limit = token + n_bytes, *last = token;

  while (at < limit && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  *start = (gsize) (MIN (at, limit) - token);
  for (; at < limit; at = g_utf8_next_char (at)) {
    if (g_unichar_isalnum (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
      last = g_utf8_next_char (at);
  }
  *end = MAX (*start, (gsize) (MIN (last, limit) - token));
}

void
akk_typeset (
    AkkPhrases *phrases, const char *text, gsize n_bytes, gboolean last_word, guint8 *marks)
{
  Token before = { 0 };
  Name name = { 0 };
  gsize gap = 0; /* the space between `before` and the token that is read */
  gsize last_gap = 0;
  guint n_tokens = 0;

  memset (marks, 0, n_bytes);
  for (gsize i = 0; i < n_bytes;) {
    if (is_space (text[i])) {
      i++;
      continue;
    }
    if (n_bytes - i >= 3 && memcmp (text + i, LINE_SEPARATOR, 3) == 0) {
      marks[i] |= AKK_MARK_HARD;
      before = (Token) { 0 };
      name = (Name) { 0 };
      n_tokens = 0;
      i += 3;
      continue;
    }

    Token token = { .text = text + i };
    while (i < n_bytes && !is_space (text[i]) &&
           !(n_bytes - i >= 3 && memcmp (text + i, LINE_SEPARATOR, 3) == 0))
      i++;
    token.n_bytes = (gsize) (text + i - token.text);
    akk_typeset_word (token.text, token.n_bytes, &token.start, &token.end);
    token.kinds = kinds_of (phrases, &token);
    mark_token (token.text, token.n_bytes, marks + (token.text - text));
    if (before.text != NULL) {
      gap = (gsize) (token.text - text) - 1;
      if (stay_together (&before, &token))
        marks[gap] |= AKK_MARK_GLUE;
      read_name (&name, &before, &token, gap, marks);
      last_gap = gap;
    }
    n_tokens++;
    before = token;
  }

  if (last_word && n_tokens > 3 && before.text != NULL &&
      g_utf8_strlen (before.text + before.start, (gssize) (before.end - before.start)) <= LAST_WORD)
    marks[last_gap] |= AKK_MARK_GLUE;
}
