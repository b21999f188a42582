/* How the finder goes through a text, and how it names what it finds there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/findings-private.h"

#include <string.h>

void
akk_finding_add_place (AkkFinding *self, const char *key)
{
  g_autofree char *before = self->place;

  self->place = g_strconcat (before, ":", key, NULL);
}

AkkFinding *
akk_finder_add_in_text (AkkFinder *self,
                        const char *id,
                        AkkFindingSeverity severity,
                        AkkSection *section,
                        guint line,
                        const char *format,
                        const char *name,
                        const char *advice)
{
  AkkFinding *finding = akk_finder_add_about (self, id, severity, section, format, name, advice);

  finding->section = section->record.id;
  finding->line = line;
  finding->what = g_strdup (name);
  if (*name != '\0')
    akk_finding_add_place (finding, name);
  return finding;
}

void
akk_finder_each_line (AkkFinder *self, AkkFindLine visit, gpointer data)
{
  const AkkOutlineEntry *entry = NULL;

  for (guint i = 0; i < self->text->n_lines; i++) {
    const AkkLine *line = self->text->lines[i];

    if (line->kind == AKK_LINE_HEADING)
      entry = akk_outline_find (self->outline, line->section);
    if (entry == NULL)
      continue;
    if (line->table == NULL)
      visit (self, line, entry->section, i, data);
    for (guint k = 0; line->table != NULL && k < line->table->n_rows * line->table->n_columns; k++)
      visit (self, line->table->cells[k], entry->section, i, data);
  }
}

guint
akk_finder_heading_line (const AkkFinder *self, gint64 section)
{
  const AkkText *text = self->text;

  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->kind == AKK_LINE_HEADING && text->lines[i]->section == section)
      return i;
  return G_MAXUINT;
}

GStrv
akk_finder_words (AkkFinder *self, const char *key)
{
  return g_strsplit (akk_phrases_get (self->phrases, key), ";", -1);
}

/* Every line of a text comes by here, for many words: only ASCII is folded. */
static gboolean
contains (const char *text, const char *word)
{
  gsize n = strlen (word);
  char start[] = { g_ascii_tolower (word[0]), g_ascii_toupper (word[0]), '\0' };

  for (const char *at = text; (at = strpbrk (at, start)) != NULL; at++)
    if (g_ascii_strncasecmp (at, word, n) == 0)
      return TRUE;
  return FALSE;
}

gboolean
akk_finder_mentions (GStrv words, const char *text)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (contains (text, words[i]))
      return TRUE;
  return FALSE;
}
