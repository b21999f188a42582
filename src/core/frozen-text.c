/* The text of a version: everything in it stands as words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/frozen-private.h"
#include "core/references.h"
#include "core/section.h"
#include "core/text-figure.h"
#include "core/text.h"

/* --- Captions --- */

GArray *
akk_frozen_captions (GPtrArray *outline)
{
  GArray *captions = g_array_new (FALSE, FALSE, sizeof (AkkFrozenCaption));
  AkkCaptionCount count = { 0 };

  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    g_autoptr (AkkText) text = akk_text_parse (entry->section->body);

    for (guint j = 0; j < text->n_lines; j++) {
      AkkFrozenCaption caption = { 0 };

      caption.number = akk_text_count_caption (text, j, &count, &caption.figure);
      if (caption.number == 0)
        continue;
      caption.id = g_ascii_strtoll (text->lines[j]->runs[0].field + strlen ("caption:"), NULL, 10);
      g_array_append_val (captions, caption);
    }
  }
  return captions;
}

static char *
caption_name (const AkkFrozenText *self, gint64 id)
{
  for (guint i = 0; i < self->captions->len; i++) {
    const AkkFrozenCaption *caption = &g_array_index (self->captions, AkkFrozenCaption, i);

    if (caption->id == id)
      return akk_reference_to_caption (self->phrases, caption->figure, caption->number);
  }
  return NULL;
}

/* --- Fields --- */

static char *
reference_text (const AkkFrozenText *self, const char *reference)
{
  gint64 id = g_ascii_strtoll (reference, NULL, 10);
  const AkkOutlineEntry *entry = akk_outline_find (self->outline, id);

  if (g_str_has_suffix (reference, ".page")) {
    guint page = self->page != NULL ? self->page (id, self->data) : 0;

    return page > 0 ? g_strdup_printf ("%u", page) : NULL;
  }
  return entry != NULL ? akk_reference_to_section (entry) : caption_name (self, id);
}

/* What a field says after `before`. NULL: the atom stays. */
static char *
field_text (const AkkFrozenText *self, const char *field, const char *before)
{
  char *text;

  if (g_str_has_prefix (field, "text:") || g_str_has_prefix (field, "end:"))
    return g_strdup ("");
  if (g_str_has_prefix (field, "ref:")) {
    g_autofree char *reference = reference_text (self, field + strlen ("ref:"));
    return reference != NULL ? akk_reference_after (self->phrases, before, reference) : NULL;
  }
  if (akk_field_is_structure (field))
    return NULL;
  text = akk_field_source_text (self->source, field);
  return text != NULL ? g_strdelimit (text, "\n", ' ') : NULL;
}

/* --- Lines --- */

static AkkLine *
resolve_runs (const AkkFrozenText *self, const AkkLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  g_autoptr (AkkLine) plain = NULL;
  gsize at = 0;

  for (guint i = 0; i < line->n_runs; i++) {
    AkkRun run = line->runs[i];
    g_autofree char *words = run.field != NULL ? field_text (self, run.field, text->str) : NULL;

    if (words != NULL) {
      g_string_append (text, words);
      run.field = NULL;
      at += run.n_bytes;
      run.n_bytes = strlen (words);
    } else {
      g_string_append_len (text, line->text + at, run.n_bytes);
      at += run.n_bytes;
    }
    g_array_append_val (runs, run);
  }
  plain = akk_line_new (line->kind, line->level, text->str, (const AkkRun *) (gpointer) runs->data,
                        runs->len);
  return akk_line_with (plain, line->kind, line->level, line->start, line->quote, line->note);
}

static AkkLine *
resolve_table (const AkkFrozenText *self, const AkkLine *line)
{
  const AkkTable *table = line->table;
  guint n_cells = table->n_rows * table->n_columns;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkTable resolved = *table;

  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (cells, resolve_runs (self, table->cells[i]));
  resolved.cells = (AkkLine **) cells->pdata;
  return akk_line_new_table (&resolved);
}

/* The name of the clause that a line stands for, or NULL. */
static const char *
clause_of (const AkkLine *line)
{
  if (line->n_runs != 1 || line->runs[0].field == NULL ||
      !g_str_has_prefix (line->runs[0].field, "clause:"))
    return NULL;
  return line->runs[0].field + strlen ("clause:");
}

char *
akk_frozen_body (const AkkFrozenText *self, const char *body)
{
  g_autoptr (AkkText) text = akk_text_parse (body);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (AkkText) resolved = NULL;

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];
    const char *name = clause_of (line);
    g_autoptr (AkkText) clause = name != NULL ? akk_field_source_clause (self->source, name) : NULL;

    for (guint j = 0; clause != NULL && j < clause->n_lines; j++)
      g_ptr_array_add (lines, clause->lines[j]->table != NULL
                                  ? resolve_table (self, clause->lines[j])
                                  : resolve_runs (self, clause->lines[j]));
    if (clause == NULL)
      g_ptr_array_add (lines, line->table != NULL ? resolve_table (self, line)
                                                  : resolve_runs (self, line));
  }
  resolved = akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
  return akk_text_write (resolved);
}
