/* Finding and replacing words in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/text-find.h"

#include <string.h>

#include "core/text-private.h"
#include "core/text-table.h"

/* A character as it is shown, and the bytes of the line that it stands for: its own, or those of
 * the field that it is a part of. */
typedef struct {
  gunichar c;
  guint from, to;
  gboolean fixed;
} Shown;

typedef struct {
  GArray *needle; /* gunichar */
  AkkFindFlags flags;
  AkkTextResolve resolve;
  gpointer data;
  GArray *shown; /* of one line */
  GArray *matches;
} Finder;

static gunichar
fold (gunichar c, AkkFindFlags flags)
{
  if (c == 0x2028 || g_unichar_isspace (c))
    return ' ';
  return flags & AKK_FIND_CASE ? c : g_unichar_tolower (c);
}

static void
add_shown (Finder *self, const char *text, gsize n_bytes, guint from, guint to, gboolean fixed)
{
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p)) {
    Shown shown = { fold (g_utf8_get_char (p), self->flags), from, to, fixed };

    if (!fixed) {
      shown.from = from + (guint) (p - text);
      shown.to = from + (guint) (g_utf8_next_char (p) - text);
    }
    g_array_append_val (self->shown, shown);
  }
}

static void
show_line (Finder *self, const AkkLine *line)
{
  guint at = 0;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    const char *value = NULL;

    if (run->note != NULL)
      continue;
    if (run->alt != NULL)
      value = run->alt;
    else if (run->field != NULL && self->resolve != NULL)
      value = self->resolve (run->field, self->data);
    if (value != NULL)
      add_shown (self, value, strlen (value), at, at + run->n_bytes, TRUE);
    else if (!akk_run_is_atom (run))
      add_shown (self, line->text + at, run->n_bytes, at, at + run->n_bytes, FALSE);
  }
}

static gboolean
is_word (const Finder *self, guint first, guint end)
{
  const Shown *shown = (const Shown *) (gpointer) self->shown->data;

  return (first == 0 || !g_unichar_isalnum (shown[first - 1].c)) &&
         (end == self->shown->len || !g_unichar_isalnum (shown[end].c));
}

static void
find_in_line (Finder *self, const AkkLine *line, guint index, int cell)
{
  const Shown *shown;
  const gunichar *needle = (const gunichar *) (gpointer) self->needle->data;
  guint n = self->needle->len;

  show_line (self, line);
  shown = (const Shown *) (gpointer) self->shown->data;
  for (guint i = 0; i + n <= self->shown->len;) {
    AkkMatch match = { .line = index, .cell = cell };
    guint same = 0;

    while (same < n && shown[i + same].c == needle[same])
      same++;
    if (same < n || (self->flags & AKK_FIND_WORD && !is_word (self, i, i + n))) {
      i++;
      continue;
    }
    match.from = shown[i].from;
    match.to = shown[i + n - 1].to;
    for (guint j = i; j < i + n; j++)
      match.fixed = match.fixed || shown[j].fixed;
    g_array_append_val (self->matches, match);
    i += n;
    /* A field is found once. */
    while (i < self->shown->len && shown[i].fixed && shown[i].to <= match.to)
      i++;
  }
}

GArray *
akk_text_find (const AkkText *text,
               const char *needle,
               AkkFindFlags flags,
               AkkTextResolve resolve,
               gpointer data)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (AkkMatch));
  Finder self = { wanted, flags, resolve, data, shown, matches };

  for (const char *p = needle; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = fold (g_utf8_get_char (p), flags);
    g_array_append_val (wanted, c);
  }
  for (guint i = 0; wanted->len > 0 && i < text->n_lines; i++) {
    const AkkTable *table = text->lines[i]->table;

    for (guint j = 0; table != NULL && j < table->n_rows * table->n_columns; j++)
      find_in_line (&self, table->cells[j], i, (int) j);
    if (table == NULL)
      find_in_line (&self, text->lines[i], i, -1);
  }
  return matches;
}

/* --- Replacing --- */

static const AkkRun *
run_at (const AkkLine *line, gsize byte)
{
  gsize at = 0;

  for (guint i = 0; i < line->n_runs; at += line->runs[i++].n_bytes)
    if (byte < at + line->runs[i].n_bytes)
      return &line->runs[i];
  return NULL;
}

/* Replaces the matches first..end of one line or cell. */
static AkkLine *
replace_in_line (
    AkkLine *line, const GArray *matches, guint first, guint end, const char *replacement)
{
  g_autoptr (AkkLine) replaced = NULL;
  AkkInline built;
  gsize at = 0;

  akk_inline_init (&built);
  for (guint i = first; i < end; i++) {
    const AkkMatch *match = &g_array_index (matches, AkkMatch, i);
    const AkkRun *run = run_at (line, match->from);
    AkkRun like = { 0 };

    if (match->fixed || run == NULL)
      continue;
    like.style = run->style & ~(AkkStyle) AKK_STYLE_BREAK;
    like.href = run->href;
    akk_inline_add_line (&built, line, at, match->from);
    if (*replacement != '\0')
      akk_inline_add (&built, replacement, strlen (replacement), &like);
    at = match->to;
  }
  akk_inline_add_line (&built, line, at, G_MAXSIZE);
  replaced = akk_inline_take (&built, line->kind, line->level);
  akk_inline_clear (&built);
  if (line->kind == AKK_LINE_HEADING)
    return akk_line_new_heading (line->section, line->level, replaced->text);
  return akk_line_with (replaced, line->kind, line->level, line->start, line->quote, line->note);
}

static AkkLine *
replace_in_table (
    AkkLine *line, const GArray *matches, guint first, guint end, const char *replacement)
{
  AkkLine *table = akk_line_ref (line);

  while (first < end) {
    int cell = g_array_index (matches, AkkMatch, first).cell;
    g_autoptr (AkkLine) replaced = NULL;
    AkkLine *next;
    guint last = first;

    while (last < end && g_array_index (matches, AkkMatch, last).cell == cell)
      last++;
    replaced = replace_in_line (line->table->cells[cell], matches, first, last, replacement);
    next = akk_table_set_cell (table, (guint) cell / line->table->n_columns,
                               (guint) cell % line->table->n_columns, replaced);
    akk_line_unref (table);
    table = next;
    first = last;
  }
  return table;
}

AkkText *
akk_text_replace (const AkkText *text, const GArray *matches, const char *replacement)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autofree char *words = g_strdelimit (g_strdup (replacement), "\n\r\t", ' ');
  guint next = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    AkkLine *line = text->lines[i];
    guint first = next;

    while (next < matches->len && g_array_index (matches, AkkMatch, next).line == i)
      next++;
    g_ptr_array_add (lines, first == next ? akk_line_ref (line)
                            : line->table != NULL
                                ? replace_in_table (line, matches, first, next, words)
                                : replace_in_line (line, matches, first, next, words));
  }
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}
