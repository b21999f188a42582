/* Writes the runs of a line as CommonMark.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emphasis is opened and closed only at words. Whether a delimiter may open or close depends on its
 * two neighbours ("flanking"); a neighbour that forbids it is written as an entity, which begins
 * and ends with punctuation. */
#include "config.h"

#include <string.h>

#include "core/text-private.h"

/* What can be open. */
typedef enum { MARK_LINK, MARK_BOLD, MARK_ITALIC, N_MARKS } Mark;

/* A run without the white space at its edges. */
typedef struct {
  const AkkRun *run;
  const char *text;
  gsize n_bytes;
  const char *space; /* before it */
  gsize n_space;
  guint extent[N_MARKS]; /* over how many words from here on the mark goes on */
} Word;

typedef struct {
  GString *out;
  const char *indent; /* NULL: in a cell */
  AkkWriteVariant variant;
  gsize line_start; /* where the current line of `out` begins */
  Mark open[N_MARKS];
  const char *href; /* of the open link */
  guint n_open;
  gsize fenced; /* where the last fence ended */
  gsize last; /* where the last character of the last word begins in `out` */
  gboolean after_note;
} Writer;

/* --- Words --- */

static gboolean
has_mark (const Word *word, Mark mark)
{
  switch (mark) {
  case MARK_LINK:
    return word->run->href != NULL && word->run->alt == NULL;
  case MARK_BOLD:
    return (word->run->style & AKK_STYLE_BOLD) != 0;
  default:
    return (word->run->style & AKK_STYLE_ITALIC) != 0;
  }
}

static GArray *
words_of (const AkkLine *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = line->text;
  const char *end_of_last = line->text;

  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes) {
    gsize n_bytes = line->runs[i].n_bytes;
    gsize before = akk_text_space_before (at, n_bytes);
    Word word = { .run = &line->runs[i], .text = at + before, .space = end_of_last };

    if (before == n_bytes)
      continue;
    word.n_bytes = n_bytes - before - akk_text_space_after (at, n_bytes);
    word.n_space = word.text - word.space;
    end_of_last = word.text + word.n_bytes;
    g_array_append_val (words, word);
  }
  for (guint i = words->len; i-- > 0;) {
    Word *word = &g_array_index (words, Word, i);
    const Word *next = i + 1 < words->len ? word + 1 : NULL;

    for (Mark mark = 0; mark < N_MARKS; mark++)
      if (has_mark (word, mark)) {
        word->extent[mark] = 1;
        if (next != NULL && (mark != MARK_LINK || next->run->href == word->run->href))
          word->extent[mark] += next->extent[mark];
      }
  }
  return words;
}

/* --- Characters --- */

typedef enum { CLASS_SPACE, CLASS_PUNCTUATION, CLASS_LETTER } Class;

static Class
class_of (gunichar c)
{
  if (c == 0 || akk_text_is_space (c))
    return CLASS_SPACE;
  if (c < 0x80)
    return g_ascii_ispunct (c) ? CLASS_PUNCTUATION : CLASS_LETTER;
  switch (g_unichar_type (c)) {
  case G_UNICODE_CONNECT_PUNCTUATION:
  case G_UNICODE_DASH_PUNCTUATION:
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_OTHER_PUNCTUATION:
  case G_UNICODE_OPEN_PUNCTUATION:
    return CLASS_PUNCTUATION;
  default:
    return CLASS_LETTER;
  }
}

static gboolean
at_line_start (const Writer *self)
{
  return self->out->len == self->line_start;
}

/* What stands before the end of `out`. */
static Class
class_before (const Writer *self, gsize position)
{
  if (position <= self->line_start)
    return CLASS_SPACE;
  return class_of (g_utf8_get_char (g_utf8_prev_char (self->out->str + position)));
}

static Class
class_of_word (const Word *word)
{
  return akk_run_is_atom (word->run) ? CLASS_PUNCTUATION : class_of (g_utf8_get_char (word->text));
}

static gboolean
is_special (const char *p, const char *end, gboolean in_cell, gboolean bare)
{
  switch (*p) {
  case '\\':
  case '*':
  case '_':
  case '[':
  case ']':
  case '<':
  case '{':
  case '`':
  case '~':
    return TRUE;
  case '&':
    return bare || (p + 1 < end && (p[1] == '#' || g_ascii_isalnum (p[1])));
  case '|':
    return bare || in_cell;
  default:
    return bare && g_ascii_ispunct (*p);
  }
}

/* Where text begins a line, some characters begin a block; the length of what needs no look. */
static gsize
write_line_start (Writer *self, const char *text, gsize n_bytes)
{
  gsize n_digits = 0;

  if (strchr ("#>+-=~:|", *text) != NULL) {
    g_string_append_c (self->out, '\\');
    g_string_append_c (self->out, *text);
    return 1;
  }
  while (n_digits < n_bytes && n_digits < 10 && g_ascii_isdigit (text[n_digits]))
    n_digits++;
  g_string_append_len (self->out, text, n_digits);
  if (n_digits > 0 && n_digits < n_bytes && (text[n_digits] == '.' || text[n_digits] == ')')) {
    g_string_append_c (self->out, '\\');
    g_string_append_c (self->out, text[n_digits++]);
    return n_digits;
  }
  return n_digits;
}

static void
write_text (Writer *self, const char *text, gsize n_bytes, gboolean entity_first)
{
  const char *p = text;
  const char *end = text + n_bytes;

  if (entity_first) {
    g_string_append_printf (self->out, "&#%u;", g_utf8_get_char (p));
    p = g_utf8_next_char (p);
  } else if (at_line_start (self) && self->indent != NULL) {
    p += write_line_start (self, p, n_bytes);
  } else if (self->after_note && (*p == '(' || *p == ':')) {
    g_string_append_c (self->out, '\\');
  }
  for (const char *start = p; start < end; p++) {
    if (p < end && !is_special (p, end, self->indent == NULL, self->variant == AKK_WRITE_BARE))
      continue;
    g_string_append_len (self->out, start, p - start);
    if (p == end)
      break;
    g_string_append_c (self->out, '\\');
    start = p;
  }
}

static void
write_target (Writer *self, const char *href)
{
  for (const char *p = href; *p != '\0'; p++) {
    if (strchr ("\\<>&", *p) != NULL || (*p == '|' && self->indent == NULL))
      g_string_append_c (self->out, '\\');
    g_string_append_c (self->out, *p);
  }
}

/* Opens a bracket; an exclamation mark before it would make it an image. */
static void
write_bracket (Writer *self)
{
  GString *out = self->out;

  if (out->len > self->line_start && out->str[out->len - 1] == '!' &&
      self->variant != AKK_WRITE_BARE)
    g_string_insert_c (out, out->len - 1, '\\');
  g_string_append_c (out, '[');
}

static void
write_atom (Writer *self, const AkkRun *run)
{
  if (run->field != NULL) {
    g_string_append_printf (self->out, "{{%s}}", run->field);
  } else if (run->note != NULL) {
    write_bracket (self);
    g_string_append_printf (self->out, "^%s]", run->note);
  } else {
    Writer alt = { .out = self->out, .indent = self->indent, .variant = AKK_WRITE_BARE };

    g_string_append (self->out, "![");
    write_text (&alt, run->alt, strlen (run->alt), FALSE);
    g_string_append_printf (self->out, "](%s)", run->href);
  }
  self->after_note = run->note != NULL;
}

static void
write_space (Writer *self, const char *space, gsize n_bytes)
{
  const char *end = space + n_bytes;

  while (space < end) {
    if (g_str_has_prefix (space, AKK_BREAK)) {
      g_string_append (self->out, self->indent != NULL ? "\\\n" : "<br>");
      if (self->indent != NULL) {
        g_string_append (self->out, self->indent);
        self->line_start = self->out->len;
      }
      space += strlen (AKK_BREAK);
    } else {
      const char *next = g_utf8_next_char (space);

      g_string_append_len (self->out, space, next - space);
      space = next;
    }
  }
}

/* --- Borders --- */

/* A comment keeps delimiters apart, and is punctuation to both sides. */
static void
write_fence (Writer *self)
{
  if (self->fenced == self->out->len)
    return;
  g_string_append (self->out, "<!---->");
  self->fenced = self->out->len;
}

static void
close_mark (Writer *self)
{
  switch (self->open[--self->n_open]) {
  case MARK_LINK:
    g_string_append (self->out, "](<");
    write_target (self, self->href);
    g_string_append (self->out, ">)");
    break;
  case MARK_BOLD:
    g_string_append (self->out, "**");
    break;
  default:
    g_string_append_c (self->out, '*');
  }
}

/* Closes what `next` (NULL: the end) does not have; TRUE if anything. */
static gboolean
close_marks (Writer *self, const Word *next)
{
  guint keep = 0;
  gsize before = self->out->len;

  while (keep < self->n_open && next != NULL && has_mark (next, self->open[keep]) &&
         (self->open[keep] != MARK_LINK || next->run->href == self->href))
    keep++;
  if (keep == self->n_open)
    return FALSE;
  while (self->n_open > keep) {
    if (self->variant == AKK_WRITE_FENCED)
      write_fence (self);
    close_mark (self);
  }
  if (self->variant == AKK_WRITE_FENCED && next != NULL && next->n_space == 0)
    write_fence (self);
  return self->out->len > before;
}

static gboolean
is_open (const Writer *self, Mark mark)
{
  for (guint i = 0; i < self->n_open; i++)
    if (self->open[i] == mark)
      return TRUE;
  return FALSE;
}

/* The mark that `word` has and that is not open yet and goes on longest, so that marks nest. */
static gboolean
next_mark (const Writer *self, const Word *word, Mark *mark)
{
  guint extent = 0;

  for (Mark m = 0; m < N_MARKS; m++)
    if (word->extent[m] > extent && !is_open (self, m)) {
      extent = word->extent[m];
      *mark = m;
    }
  return extent > 0;
}

/* Writes the last character of the word before as an entity: what follows may then open. */
static void
make_last_punctuation (Writer *self)
{
  gunichar c = g_utf8_get_char (self->out->str + self->last);

  g_string_truncate (self->out, self->last);
  g_string_append_printf (self->out, "&#%u;", c);
}

static void
open_marks (Writer *self, const Word *word, gboolean closed)
{
  Mark mark = MARK_LINK;

  if (!next_mark (self, word, &mark))
    return;
  if (mark != MARK_LINK && word->n_space == 0 && self->out->len > self->line_start) {
    if (self->variant == AKK_WRITE_FENCED || self->out->str[self->out->len - 1] == '*')
      write_fence (self);
    else if (class_before (self, self->out->len) == CLASS_LETTER && !closed &&
             class_of_word (word) == CLASS_PUNCTUATION)
      make_last_punctuation (self);
  }
  while (next_mark (self, word, &mark)) {
    self->open[self->n_open++] = mark;
    if (mark == MARK_LINK) {
      self->href = word->run->href;
      write_bracket (self);
    } else {
      g_string_append (self->out, mark == MARK_BOLD ? "**" : "*");
    }
    if (self->variant == AKK_WRITE_FENCED)
      write_fence (self);
  }
}

/* Whether a closing delimiter at the end of `out` needs punctuation after it. */
static gboolean
closer_needs_punctuation (const Writer *self)
{
  gsize position = self->out->len;

  while (position > self->line_start && self->out->str[position - 1] == '*')
    position--;
  return position < self->out->len && class_before (self, position) == CLASS_PUNCTUATION;
}

static void
write_word (Writer *self, const Word *word)
{
  gboolean closed = close_marks (self, word);
  gboolean entity_first;
  gsize before;

  entity_first = closed && word->n_space == 0 && closer_needs_punctuation (self) &&
                 class_of_word (word) == CLASS_LETTER;
  write_space (self, word->space, word->n_space);
  before = self->out->len;
  open_marks (self, word, closed);
  entity_first = entity_first && self->out->len == before;
  if (self->out->len > before || word->n_space > 0 || closed)
    self->after_note = FALSE;
  if (akk_run_is_atom (word->run))
    write_atom (self, word->run);
  else {
    write_text (self, word->text, word->n_bytes, entity_first);
    self->after_note = FALSE;
  }
  self->last = g_utf8_prev_char (self->out->str + self->out->len) - self->out->str;
}

void
akk_text_write_inline (GString *out,
                       const AkkLine *line,
                       const char *indent,
                       AkkWriteVariant variant)
{
  g_autoptr (GArray) words = words_of (line);
  Writer self = { .out = out, .indent = indent, .variant = variant, .line_start = out->len };

  for (guint i = 0; i < words->len; i++) {
    Word *word = &g_array_index (words, Word, i);

    if (variant >= AKK_WRITE_PLAIN)
      word->extent[MARK_BOLD] = word->extent[MARK_ITALIC] = 0;
    if (variant >= AKK_WRITE_BARE)
      word->extent[MARK_LINK] = 0;
    write_word (&self, word);
  }
  close_marks (&self, NULL);
}
