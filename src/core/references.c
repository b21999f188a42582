/* What a text can refer to: its sections and its captions, numbered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/references.h"

#include <string.h>

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
  reference->label =
      *entry->number != '\0' ? bare_number (entry->number) : g_strdup (heading->text);
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
akk_references_new (GPtrArray *outline, const AkkText *text, const char *table)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (reference_free);
  guint number = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];

    if (line->kind == AKK_LINE_HEADING)
      add_section (references, outline, line, i);
    else if (line->n_runs > 0 && line->runs[0].field != NULL &&
             g_str_has_prefix (line->runs[0].field, CAPTION))
      add_caption (references, line, i, g_strdup_printf ("%s\302\240%u", table, ++number));
  }
  return references;
}

const AkkReference *
akk_references_find (GPtrArray *references, gint64 id)
{
  for (guint i = 0; i < references->len; i++) {
    const AkkReference *reference = references->pdata[i];

    if (reference->id == id)
      return reference;
  }
  return NULL;
}
