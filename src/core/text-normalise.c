/* Brings texts into the one form that CommonMark can hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/text-private.h"

#define CHARACTER_STYLE (AKK_STYLE_BOLD | AKK_STYLE_ITALIC)

/* --- Inside a line --- */

/* Widths live in their table (see the reader); the field alone means nothing. */
static gboolean
is_columns (const AkkRun *run)
{
  return run->field != NULL && g_str_has_prefix (run->field, "columns:");
}

/* White space between two characters has what both of them have. */
static AkkRun
between (const AkkRun *before, const AkkRun *after)
{
  AkkRun run = { .style = before->style & after->style & CHARACTER_STYLE };

  if (before->href == after->href && before->alt == NULL && after->alt == NULL)
    run.href = before->href;
  return run;
}

/* White space that was met after `before` and is written when the next word comes. */
static void
add_space (AkkInline *out, GString *space, const AkkRun *before, const AkkRun *after)
{
  AkkRun run = between (before, after);
  const char *p = strstr (space->str, AKK_BREAK);

  if (p == NULL)
    akk_inline_add (out, space->str, space->len, &run);
  run.style |= AKK_STYLE_BREAK;
  for (; p != NULL; p = strstr (p + 1, AKK_BREAK))
    akk_inline_add (out, AKK_BREAK, strlen (AKK_BREAK), &run);
  g_string_truncate (space, 0);
}

static AkkLine *
rebuild (const AkkLine *line)
{
  g_autoptr (GString) space = g_string_new (NULL);
  const char *p = line->text;
  const AkkRun *before = NULL;
  AkkInline out;
  AkkLine *result;

  akk_inline_init (&out);
  for (guint i = 0; i < line->n_runs; p += line->runs[i++].n_bytes) {
    const AkkRun *run = &line->runs[i];
    gsize start = akk_text_space_before (p, run->n_bytes);
    gsize end = run->n_bytes - akk_text_space_after (p, run->n_bytes);

    if (is_columns (run))
      continue;
    if (before != NULL)
      g_string_append_len (space, p, start);
    if (start == run->n_bytes)
      continue;
    if (space->len > 0)
      add_space (&out, space, before, run);
    akk_inline_add (&out, p + start, end - start, run);
    g_string_append_len (space, p + end, run->n_bytes - end);
    before = run;
  }
  result = akk_inline_take (&out, line->kind, line->level);
  akk_inline_clear (&out);
  result->quote = line->quote;
  result->start = line->start;
  result->note = line->note;
  result->section = line->section;
  return result;
}

static gboolean
space_at_edges (const char *text)
{
  return *text != '\0' &&
         (akk_text_is_space (g_utf8_get_char (text)) ||
          akk_text_is_space (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))));
}

static AkkLine *
tidy_table (AkkLine *line)
{
  const AkkTable *table = line->table;
  guint n_cells = table->n_rows * table->n_columns;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  AkkTable copy = *table;
  gboolean changed = FALSE;

  for (guint i = 0; i < n_cells; i++) {
    g_ptr_array_add (cells, akk_line_tidy (table->cells[i]));
    changed |= cells->pdata[i] != table->cells[i];
  }
  copy.cells = (AkkLine **) cells->pdata;
  return changed ? akk_line_new_table (&copy) : akk_line_ref (line);
}

AkkLine *
akk_line_tidy (AkkLine *line)
{
  g_autoptr (AkkLine) tidy = NULL;

  if (line->table != NULL)
    return tidy_table (line);
  if (line->n_runs == 0 ||
      (line->n_runs == 1 && !akk_run_is_atom (line->runs) && !space_at_edges (line->text)))
    return akk_line_ref (line);
  tidy = rebuild (line);
  return akk_line_equal (line, tidy) ? akk_line_ref (line) : g_steal_pointer (&tidy);
}

/* --- The lines of a section --- */

/* Where the lines so far end: which items are open. */
typedef struct {
  GPtrArray *lines;
  guint level; /* of the innermost open item, 0 outside lists */
  guint quote; /* of the list */
  AkkLine *last[AKK_MAX_LEVEL + 1]; /* the last item of each level, borrowed from `lines` */
} Normaliser;

static void
add_with (Normaliser *self, AkkLine *line, AkkLineKind kind, guint level, guint start, guint quote)
{
  g_ptr_array_add (self->lines, akk_line_with (line, kind, level, start, quote, NULL));
}

static void
add_item (Normaliser *self, AkkLine *line)
{
  guint quote = line->quote != 0;
  guint level, start;
  AkkLine *sibling;

  if (quote != self->quote)
    self->level = 0;
  level = CLAMP (line->level, 1, MIN (self->level + 1, AKK_MAX_LEVEL));
  sibling = level <= self->level ? self->last[level] : NULL;
  start = line->kind == AKK_LINE_NUMBER ? line->start : 1;
  if (sibling != NULL && sibling->kind == line->kind)
    start = sibling->start;
  self->level = level;
  self->quote = quote;
  add_with (self, line, line->kind, level, start, quote);
  self->last[level] = self->lines->pdata[self->lines->len - 1];
}

static void
add_continued (Normaliser *self, AkkLine *line)
{
  AkkLine *above = self->lines->pdata[self->lines->len - 1];
  guint level = CLAMP (line->level, 1, self->level);

  /* The first text of an item is the item's own. */
  if (above->kind != AKK_LINE_CONTINUED && above->level == level && above->n_runs == 0) {
    AkkLine *item = akk_line_with (line, above->kind, level, above->start, above->quote, NULL);

    akk_line_unref (above);
    self->lines->pdata[self->lines->len - 1] = item;
    self->last[level] = item;
    return;
  }
  self->level = level;
  add_with (self, line, AKK_LINE_CONTINUED, level, 1, line->quote || self->quote);
}

static void
add_line (Normaliser *self, AkkLine *source)
{
  g_autoptr (AkkLine) line = akk_line_tidy (source);

  switch (line->kind) {
  case AKK_LINE_BULLET:
  case AKK_LINE_NUMBER:
    add_item (self, line);
    break;
  case AKK_LINE_CONTINUED:
    if (line->n_runs == 0)
      break;
    if (self->level > 0) {
      add_continued (self, line);
      break;
    }
    G_GNUC_FALLTHROUGH;
  case AKK_LINE_PARAGRAPH:
    if (line->n_runs == 0)
      break;
    self->level = 0;
    add_with (self, line, AKK_LINE_PARAGRAPH, 0, 1, line->quote);
    break;
  default:
    self->level = 0;
    g_ptr_array_add (self->lines, g_steal_pointer (&line));
  }
}

/* --- Footnotes --- */

/* Appends the labels of the marks of a line that were not met before. */
static void
collect_marks (const AkkLine *line, GHashTable *seen, GPtrArray *labels)
{
  if (line->table != NULL)
    for (guint i = 0; i < line->table->n_rows * line->table->n_columns; i++)
      collect_marks (line->table->cells[i], seen, labels);
  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].note != NULL && g_hash_table_add (seen, (gpointer) line->runs[i].note))
      g_ptr_array_add (labels, (gpointer) line->runs[i].note);
}

/* Two notes of one label (a note that was split) are one. */
static void
add_note (GHashTable *notes, AkkLine *line)
{
  AkkLine *first = line->note != NULL ? g_hash_table_lookup (notes, line->note) : NULL;
  AkkRun gap = { .style = AKK_STYLE_BREAK };
  AkkInline joined;
  AkkLine *note;

  if (line->note == NULL)
    return;
  if (first == NULL) {
    g_hash_table_insert (notes, (gpointer) line->note, akk_line_ref (line));
    return;
  }
  akk_inline_init (&joined);
  akk_inline_add_line (&joined, first, 0, G_MAXSIZE);
  akk_inline_add (&joined, AKK_BREAK, strlen (AKK_BREAK), &gap);
  akk_inline_add_line (&joined, line, 0, G_MAXSIZE);
  note = akk_inline_take (&joined, AKK_LINE_NOTE, 0);
  note->note = line->note;
  akk_inline_clear (&joined);
  g_hash_table_insert (notes, (gpointer) line->note, note);
}

/* Adds the notes of a section in the order of their marks: those of the text, then those that stand
 * in notes. Notes without a mark go; a mark without a note gets an empty one. */
static void
end_section (Normaliser *self, guint first, GHashTable *notes, GHashTable *elsewhere)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = first; i < self->lines->len; i++)
    collect_marks (self->lines->pdata[i], seen, labels);
  for (guint i = 0; i < labels->len; i++) {
    AkkLine *source = g_hash_table_lookup (notes, labels->pdata[i]);
    g_autoptr (AkkLine) tidy = NULL;
    g_autoptr (AkkLine) empty = NULL;

    if (source == NULL)
      source = g_hash_table_lookup (elsewhere, labels->pdata[i]);
    if (source == NULL)
      source = empty = akk_line_new (AKK_LINE_NOTE, 0, "", NULL, 0);
    tidy = akk_line_tidy (source);
    g_ptr_array_add (self->lines, akk_line_with (tidy, AKK_LINE_NOTE, 0, 1, 0, labels->pdata[i]));
    collect_marks (tidy, seen, labels);
  }
  self->level = 0;
}

static GHashTable *
notes_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) akk_line_unref);
}

AkkText *
akk_text_normalise (const AkkText *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GHashTable) notes = notes_new ();
  g_autoptr (GHashTable) elsewhere = notes_new ();
  Normaliser self = { .lines = lines };
  guint first = 0;

  /* A mark that was moved to another section takes its note along. */
  for (guint i = 0; i < text->n_lines; i++)
    if (text->lines[i]->kind == AKK_LINE_NOTE)
      add_note (elsewhere, text->lines[i]);
  for (guint i = 0; i < text->n_lines; i++) {
    AkkLine *line = text->lines[i];

    if (line->kind == AKK_LINE_HEADING) {
      end_section (&self, first, notes, elsewhere);
      g_hash_table_remove_all (notes);
      first = lines->len + 1;
      g_ptr_array_add (lines, akk_line_ref (line));
    } else if (line->kind == AKK_LINE_NOTE) {
      add_note (notes, line);
    } else {
      add_line (&self, line);
    }
  }
  end_section (&self, first, notes, elsewhere);
  return akk_text_new ((AkkLine **) lines->pdata, lines->len);
}
