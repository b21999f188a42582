/* Which stretches of a line are words to be looked up in a dictionary.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"
#include "ui/editor-spell.h"

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* What may stand between two letters of a word: "zo'n", "wijk-werk". */
static gboolean
is_joint (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2011;
}

/* The end of the word, or of the number or code, that begins at `p`. */
static const char *
end_of_word (const char *p, gboolean *has_digit)
{
  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);

    if (g_unichar_isdigit (c) || c == '_')
      *has_digit = TRUE;
    else if (!is_letter (c) && !(is_joint (c) && is_letter (g_utf8_get_char (next))))
      break;
    p = next;
  }
  return p;
}

/* "VDAB", "OCMW's", "pdf" is not: two capitals begin an abbreviation. */
static gboolean
is_abbreviation (const char *word, const char *end)
{
  const char *second = g_utf8_next_char (word);

  return second >= end || (g_unichar_isupper (g_utf8_get_char (word)) &&
                           g_unichar_isupper (g_utf8_get_char (second)));
}

/* A part of an address: "info@vdab.be", "www.vdab.be/werk". */
static gboolean
is_address (const char *text, const char *word, const char *end)
{
  static const char joints[] = "@./\\#&=";

  if (word > text && strchr (joints, word[-1]) != NULL && word - 1 > text &&
      !g_ascii_isspace (word[-2]) && word[-2] != '(')
    return TRUE;
  if (*end == '@' || (*end == ':' && end[1] == '/'))
    return TRUE;
  return (*end == '.' || *end == '/') && end[1] != '\0' && is_letter (g_utf8_get_char (end + 1)) &&
         *end == '.';
}

static const AkkRun *
run_at (const AkkLine *line, gsize byte)
{
  gsize at = 0;

  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes)
    if (byte < at + line->runs[i].n_bytes)
      return &line->runs[i];
  return NULL;
}

static gboolean
is_field (const AkkLine *line, const char *place)
{
  const AkkRun *run = run_at (line, (gsize) (place - line->text));

  return run != NULL && run->field != NULL;
}

/* Letters that stand against a field make one word with what it shows. */
static gboolean
touches_field (const AkkLine *line, const char *word, const char *end)
{
  return (word > line->text && is_field (line, g_utf8_prev_char (word))) ||
         (*end != '\0' && is_field (line, end));
}

GArray *
akk_line_words (const AkkLine *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (AkkWord));

  for (const char *p = line->text; *p != '\0';) {
    gboolean has_digit = FALSE;
    gunichar c = g_utf8_get_char (p);
    const char *end;
    const AkkRun *run;

    if (!is_letter (c) && !g_unichar_isdigit (c)) {
      p = g_utf8_next_char (p);
      continue;
    }
    end = end_of_word (p, &has_digit);
    run = run_at (line, (gsize) (p - line->text));
    if (!has_digit && run != NULL && run->href == NULL && !is_abbreviation (p, end) &&
        !is_address (line->text, p, end) && !touches_field (line, p, end)) {
      AkkWord word = { (guint) (p - line->text), (guint) (end - line->text) };
      g_array_append_val (words, word);
    }
    p = end;
  }
  return words;
}
