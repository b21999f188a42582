/* The figures that people type in narratives, and whether they are still true.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/evaluations.h"

/* --- Numbers in a text --- */

/* The end of a number that begins here: digits, with a comma or points between them. */
static const char *
number_end (const char *text)
{
  while (g_ascii_isdigit (*text) || ((*text == ',' || *text == '.') && g_ascii_isdigit (text[1])))
    text++;
  return text;
}

/* "1.234,5" is written "1234,5" elsewhere. */
static char *
plain_number (const char *text, const char *end)
{
  GString *number = g_string_new (NULL);

  for (; text < end; text++)
    if (*text != '.' || number_end (text + 1) - text - 1 < 3)
      g_string_append_c (number, *text);
  return g_string_free_and_steal (number);
}

/* "2024", "20 november": numbers that are no figures. */
static gboolean
is_date (AkkPhrases *phrases, const char *text, const char *end)
{
  const char *word = end, *word_end;
  gboolean year =
      end - text == 4 && (text[0] == '1' || text[0] == '2') && strcspn (text, ",.") >= 4;

  if (year)
    return TRUE;
  while (*word == ' ')
    word++;
  for (word_end = word; g_unichar_isalpha (g_utf8_get_char (word_end));)
    word_end = g_utf8_next_char (word_end);
  {
    g_autofree char *copy = g_strndup (word, (gsize) (word_end - word));

    return word > end && (akk_phrases_kinds (phrases, copy, strlen (copy)) & AKK_WORD_MONTH);
  }
}

/* The next number at or after `text`, its end in `end`; NULL: there is none. One that is part of a
 * word or a link is none; `before` is the character before `text`. */
static const char *
next_number (AkkPhrases *phrases, const char *text, gunichar before, const char **end)
{
  while (*text != '\0') {
    *end = number_end (text);
    if (*end == text) {
      before = g_utf8_get_char (text);
      text = g_utf8_next_char (text);
      continue;
    }
    if (!g_unichar_isalnum (before) && before != '/' && before != '#' &&
        !is_date (phrases, text, *end) && !g_unichar_isalpha (g_utf8_get_char (*end)))
      return text;
    before = (guchar) (*end)[-1];
    text = *end;
  }
  return NULL;
}

/* Each number once; elements char *. */
static GPtrArray *
numbers_of (AkkPhrases *phrases, const char *text)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  const char *end = NULL;

  for (text = next_number (phrases, text, 0, &end); text != NULL;
       text = next_number (phrases, end, (guchar) end[-1], &end)) {
    g_autofree char *number = plain_number (text, end);

    if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
      g_ptr_array_add (numbers, g_steal_pointer (&number));
  }
  return numbers;
}

/* --- What was kept --- */

/* "KEY#PLACE=NUMBER": the number at that place of the value of a fact. */
typedef struct {
  const char *key; /* with its place */
  gsize key_length;
  const char *number;
} Kept;

static gboolean
read_kept (const char *line, Kept *kept)
{
  const char *equals = strchr (line, '=');

  if (equals == NULL)
    return FALSE;
  *kept = (Kept) { line, (gsize) (equals - line), equals + 1 };
  return TRUE;
}

/* The number of that fact as it is now; NULL: there is no such fact. `label` is borrowed. */
static char *
number_now (AkkPhrases *phrases, const Kept *kept, const GPtrArray *lines, const char **label)
{
  const char *hash = memchr (kept->key, '#', kept->key_length);

  for (guint i = 0; hash != NULL && i < lines->len; i++) {
    const AkkFact *fact = lines->pdata[i];
    g_autoptr (GPtrArray) numbers = NULL;
    guint64 place = g_ascii_strtoull (hash + 1, NULL, 10);

    if (strlen (fact->key) != (gsize) (hash - kept->key) ||
        strncmp (fact->key, kept->key, (gsize) (hash - kept->key)) != 0)
      continue;
    numbers = numbers_of (phrases, fact->value);
    *label = fact->label;
    return g_strdup (place < numbers->len ? numbers->pdata[place] : "");
  }
  return NULL;
}

static gboolean
was_kept (const char *figures, const char *number)
{
  g_auto (GStrv) lines = g_strsplit (figures, "\n", -1);
  Kept kept;

  for (guint i = 0; lines[i] != NULL; i++)
    if (read_kept (lines[i], &kept) && g_str_equal (kept.number, number))
      return TRUE;
  return FALSE;
}

/* Which facts a number is now. */
static void
keep_number (AkkPhrases *phrases, GString *kept, const char *number, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const AkkFact *fact = lines->pdata[i];
    g_autoptr (GPtrArray) numbers = numbers_of (phrases, fact->value);
    guint place;

    if (g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, &place))
      g_string_append_printf (kept, "%s%s#%u=%s", kept->len > 0 ? "\n" : "", fact->key, place,
                              number);
  }
}

char *
akk_evaluation_figures (AkkPhrases *phrases,
                        const char *narrative,
                        const GPtrArray *lines,
                        const char *before)
{
  g_autoptr (GPtrArray) numbers = numbers_of (phrases, narrative);
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  GString *kept = g_string_new (NULL);
  Kept one;

  for (guint i = 0; old[i] != NULL; i++)
    if (read_kept (old[i], &one) &&
        g_ptr_array_find_with_equal_func (numbers, one.number, g_str_equal, NULL))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", old[i]);
  for (guint i = 0; i < numbers->len; i++)
    if (!was_kept (before, numbers->pdata[i]))
      keep_number (phrases, kept, numbers->pdata[i], lines);
  return g_string_free_and_steal (kept);
}

static void
stale_free (gpointer data)
{
  AkkStaleFigure *self = data;

  g_free (self->key);
  g_free (self->label);
  g_free (self->written);
  g_free (self->now);
  g_free (self);
}

/* The first fact that the number was, if none of those that it was is it still. */
static AkkStaleFigure *
find_stale (AkkPhrases *phrases, const char *number, GStrv figures, const GPtrArray *lines)
{
  AkkStaleFigure *found = NULL;

  for (guint i = 0; figures[i] != NULL; i++) {
    const char *label = NULL;
    g_autofree char *now = NULL;
    Kept kept;

    if (!read_kept (figures[i], &kept) || !g_str_equal (kept.number, number))
      continue;
    now = number_now (phrases, &kept, lines, &label);
    if (now != NULL && g_str_equal (now, number)) {
      g_clear_pointer (&found, stale_free);
      return NULL;
    }
    if (now == NULL || found != NULL)
      continue;
    found = g_new0 (AkkStaleFigure, 1);
    found->key = g_strndup (
        kept.key, (gsize) ((const char *) memchr (kept.key, '#', kept.key_length) - kept.key));
    found->label = g_strdup (label);
    found->written = g_strdup (number);
    found->now = g_steal_pointer (&now);
  }
  return found;
}

GPtrArray *
akk_evaluation_stale (AkkPhrases *phrases,
                      const char *narrative,
                      const char *figures,
                      const GPtrArray *lines)
{
  g_autoptr (GPtrArray) numbers = numbers_of (phrases, narrative);
  g_auto (GStrv) kept = g_strsplit (figures, "\n", -1);
  GPtrArray *stale = g_ptr_array_new_with_free_func (stale_free);

  for (guint i = 0; i < numbers->len; i++) {
    AkkStaleFigure *found = find_stale (phrases, numbers->pdata[i], kept, lines);

    if (found != NULL)
      g_ptr_array_add (stale, found);
  }
  return stale;
}

char *
akk_evaluation_mend (AkkPhrases *phrases, const char *narrative, const AkkStaleFigure *stale)
{
  GString *mended = g_string_new (NULL);
  const char *done = narrative, *end = NULL;

  for (const char *text = next_number (phrases, narrative, 0, &end); text != NULL;
       text = next_number (phrases, end, (guchar) end[-1], &end)) {
    g_autofree char *number = plain_number (text, end);

    if (!g_str_equal (number, stale->written))
      continue;
    g_string_append_len (mended, done, text - done);
    g_string_append (mended, stale->now);
    done = end;
  }
  g_string_append (mended, done);
  return g_string_free_and_steal (mended);
}
