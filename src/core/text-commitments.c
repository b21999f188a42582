/* Commitments in a text: list items with an identity, as pure functions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-commitments.h"

#include <string.h>

#include "core/text-private.h"

#define PREFIX "commitment:"

static AkkText *
same (const AkkText *text)
{
  return akk_text_ref ((AkkText *) text);
}

static gboolean
is_item (const AkkLine *line)
{
  return line->kind == AKK_LINE_BULLET || line->kind == AKK_LINE_NUMBER;
}

static gboolean
is_mark (const AkkRun *run)
{
  return run->field != NULL && g_str_has_prefix (run->field, PREFIX);
}

gint64
akk_line_commitment (const AkkLine *line)
{
  return line->n_runs > 0 && is_item (line) && is_mark (&line->runs[0])
             ? g_ascii_strtoll (line->runs[0].field + strlen (PREFIX), NULL, 10)
             : 0;
}

static const char *
fresh_field (void)
{
  gint64 id;
  g_autofree char *field = NULL;

  do
    id = (gint64) (((guint64) g_random_int () << 32 | g_random_int ()) & G_MAXINT64);
  while (id == 0);
  field = g_strdup_printf (PREFIX "%" G_GINT64_FORMAT, id);
  return g_intern_string (field);
}

/* The line with the mark `field` and a space at its start, and no other; NULL: with none. */
static AkkLine *
with_mark (const AkkLine *line, const char *field)
{
  AkkRun run = { .field = field, .n_bytes = strlen (AKK_ATOM) };
  AkkRun plain = { 0 };
  const char *p = line->text;
  AkkInline built;
  AkkLine *result;

  akk_inline_init (&built);
  if (field != NULL) {
    akk_inline_add (&built, AKK_ATOM, strlen (AKK_ATOM), &run);
    akk_inline_add (&built, " ", 1, &plain);
  }
  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    gsize skip = (i == 0 && field != NULL) || (i == 1 && is_mark (&line->runs[0]))
                     ? akk_text_space_before (p, line->runs[i].n_bytes)
                     : 0;

    if (!is_mark (&line->runs[i]))
      akk_inline_add (&built, p + skip, line->runs[i].n_bytes - skip, &line->runs[i]);
  }
  result = akk_inline_take_like (&built, line);
  akk_inline_clear (&built);
  return result;
}

AkkText *
akk_text_set_commitment (const AkkText *text, guint first_line, guint n_lines, gboolean on)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  gboolean changed = FALSE;

  first_line = MIN (first_line, text->n_lines);
  n_lines = MIN (n_lines, text->n_lines - first_line);
  for (guint i = first_line; i < first_line + n_lines; i++) {
    AkkLine *line = text->lines[i];
    g_autoptr (AkkLine) item = NULL;

    if (line->kind > AKK_LINE_NUMBER || (akk_line_commitment (line) != 0) == on) {
      g_ptr_array_add (lines, akk_line_ref (line));
      continue;
    }
    item = line->kind == AKK_LINE_PARAGRAPH
               ? akk_line_with (line, AKK_LINE_BULLET, 1, 1, line->quote, NULL)
               : akk_line_ref (line);
    g_ptr_array_add (lines, with_mark (item, on ? fresh_field () : NULL));
    changed = TRUE;
  }
  if (!changed)
    return same (text);
  return akk_text_splice (text, first_line, n_lines, (AkkLine **) lines->pdata, lines->len);
}

/* Gives each commitment that is in `seen` already another ID. */
static AkkText *
renew (const AkkText *text, GHashTable *seen)
{
  AkkText *result = same (text);

  for (guint i = 0; i < text->n_lines; i++) {
    gint64 id = akk_line_commitment (text->lines[i]);
    g_autoptr (AkkLine) line = NULL;
    AkkText *next;

    if (id == 0 || g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
      continue;
    line = with_mark (text->lines[i], fresh_field ());
    next = akk_text_splice (result, i, 1, &line, 1);
    akk_text_unref (result);
    result = next;
  }
  return result;
}

AkkText *
akk_text_renew_commitments (const AkkText *fragment, const AkkText *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < text->n_lines; i++) {
    gint64 id = akk_line_commitment (text->lines[i]);

    if (id != 0)
      g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
  }
  return renew (fragment, seen);
}

/* Whether a mark stands where it means nothing: not at the start of an item. */
static gboolean
has_stray (const AkkLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    if (is_mark (&line->runs[i]) && (i > 0 || !is_item (line)))
      return TRUE;
  return FALSE;
}

AkkText *
akk_text_tidy_commitments (const AkkText *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (AkkText) tidy = same (text);

  for (guint i = 0; i < text->n_lines; i++) {
    g_autoptr (AkkLine) line = NULL;
    AkkText *next;

    if (!has_stray (text->lines[i]))
      continue;
    line = with_mark (text->lines[i], akk_line_commitment (text->lines[i]) != 0
                                          ? text->lines[i]->runs[0].field
                                          : NULL);
    next = akk_text_splice (tidy, i, 1, &line, 1);
    akk_text_unref (tidy);
    tidy = next;
  }
  return renew (tidy, seen);
}
