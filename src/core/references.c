/* What a text can refer to: its sections and its captions, numbered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/references.h"

#include <string.h>

#include "core/text-figure.h"

#define CAPTION "caption:"

static void
reference_free (gpointer data)
{
  AkkReference *reference = data;

  g_free (reference->label);
  g_free (reference->title);
  g_free (reference);
}

/* Amid a sentence a number has no point or bracket after it. */
static char *
bare_number (const char *number)
{
  gsize n_bytes = strlen (number);

  while (n_bytes > 0 && (number[n_bytes - 1] == '.' || number[n_bytes - 1] == ')'))
    n_bytes--;
  return g_strndup (number, n_bytes);
}

static void
add_section (GPtrArray *references, GPtrArray *outline, const AkkLine *heading, guint line)
{
  const AkkOutlineEntry *entry = akk_outline_find (outline, heading->section);
  AkkReference *reference;

  if (entry == NULL)
    return;
  reference = g_new0 (AkkReference, 1);
  reference->id = heading->section;
  reference->title = g_strdup (heading->text);
  reference->label = akk_reference_to_section (entry);
  reference->depth = entry->depth;
  reference->line = line;
  g_ptr_array_add (references, reference);
}

static void
add_caption (GPtrArray *references, const AkkLine *line, guint index, char *label)
{
  AkkReference *reference = g_new0 (AkkReference, 1);

  reference->id = g_ascii_strtoll (line->runs[0].field + strlen (CAPTION), NULL, 10);
  reference->title = g_strstrip (g_strdup (line->text + line->runs[0].n_bytes));
  reference->label = label;
  reference->line = index;
  g_ptr_array_add (references, reference);
}

GPtrArray *
akk_references_new (GPtrArray *outline, const AkkText *text, AkkPhrases *phrases)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (reference_free);
  AkkCaptionCount count = { 0 };

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    gboolean figure = FALSE;
    guint number = akk_text_count_caption (text, i, &count, &figure);

    if (line->kind == AKK_LINE_HEADING)
      add_section (references, outline, line, i);
    else if (number > 0)
      add_caption (references, line, i, akk_reference_to_caption (phrases, figure, number));
  }
  return references;
}

/* Amid a sentence it is "artikel 3" and "bijlage 2", but "Deel IV". */
char *
akk_reference_to_section (const AkkOutlineEntry *entry)
{
  const gint64 scheme = entry->section->scheme;
  g_autofree char *number = bare_number (entry->number);
  char first[7] = { 0 };

  if (*number == '\0')
    return g_strdup (entry->section->heading);
  if (scheme != AKK_SCHEME_ARTICLE && scheme != AKK_SCHEME_ANNEX)
    return g_steal_pointer (&number);
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (number)), first);
  return g_strconcat (first, g_utf8_next_char (number), NULL);
}

char *
akk_reference_to_caption (AkkPhrases *phrases, gboolean figure, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  return akk_phrases_format (phrases, figure ? "figure-reference" : "table-reference", "number",
                             digits, NULL);
}

/* A point ends a sentence, unless it ends an abbreviation: "art. ", "o.a. ". */
static gboolean
begins_sentence (AkkPhrases *phrases, const char *before)
{
  gsize n = strlen (before), end = n, word;

  while (end > 0 && before[end - 1] == ' ')
    end--;
  if (end == 0)
    return TRUE;
  if (end == n || strchr (".?!", before[end - 1]) == NULL)
    return FALSE;
  for (word = end; word > 0 && before[word - 1] != ' '; word--)
    ;
  return before[end - 1] != '.' || (memchr (before + word, '.', end - word - 1) == NULL &&
                                    akk_phrases_kinds (phrases, before + word, end - word) == 0);
}

char *
akk_reference_after (AkkPhrases *phrases, const char *before, const char *reference)
{
  char first[7] = { 0 };

  if (*reference == '\0' || !begins_sentence (phrases, before))
    return g_strdup (reference);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (reference)), first);
  return g_strconcat (first, g_utf8_next_char (reference), NULL);
}
