/* From the text to the editor's buffer, and what its lines are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-commitments.h"

/* A tag on a stretch of the text that is being inserted, or an atom; offsets in characters. */
typedef struct {
  int start, end;
  GtkTextTag *tag; /* NULL: that of an atom */
  AkkRun run; /* the atom */
  const AkkLine *table; /* that it stands for */
} Span;

AkkLine *
akk_editor_line (AkkEditor *self, guint line)
{
  return g_ptr_array_index (self->lines, line);
}

gboolean
akk_editor_run_is_atom (const AkkRun *run)
{
  return run->field != NULL || run->note != NULL || run->alt != NULL;
}

void
akk_editor_mark_dirty (AkkEditor *self, guint first, guint last)
{
  if (self->dirty_start == self->dirty_end) {
    self->dirty_start = first;
    self->dirty_end = last + 1;
  } else {
    self->dirty_start = MIN (self->dirty_start, first);
    self->dirty_end = MAX (self->dirty_end, last + 1);
  }
  akk_editor_drop_text (self);
}

void
akk_editor_line_bounds (AkkEditor *self, guint line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (self->buffer, start, (int) line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

/* --- Filling --- */

char *
akk_editor_table_label (const AkkLine *line)
{
  guint rows = line->table != NULL ? line->table->n_rows : 0;
  guint columns = line->table != NULL ? line->table->n_columns : 0;

  /* Translators: a table. Both numbers are at least 1. */
  return g_strdup_printf (_ ("Table, %u rows × %u columns"), rows, columns);
}

static void
append_span (GArray *spans, int start, int end, GtkTextTag *tag)
{
  Span span = { .start = start, .end = end, .tag = tag };

  g_array_append_val (spans, span);
}

static void
append_atom (GArray *spans, int start, int end, AkkRun run, const AkkLine *table)
{
  Span span = { .start = start, .end = end, .run = run, .table = table };

  g_array_append_val (spans, span);
}

static void
append_runs (AkkEditor *self,
             gint64 section,
             const AkkLine *line,
             GString *text,
             int *n_chars,
             GArray *spans)
{
  const char *p = line->text;
  gsize begin = text->len;

  for (guint i = 0; i < line->n_runs; i++) {
    const AkkRun *run = &line->runs[i];
    gboolean atom = akk_editor_run_is_atom (run);
    int start = *n_chars;

    if (atom) {
      g_autofree char *label = akk_editor_atom_label (self, section, text->str + begin, run);

      g_string_append (text, label);
      *n_chars += (int) g_utf8_strlen (label, -1);
      append_atom (spans, start, *n_chars, *run, NULL);
    } else {
      g_string_append_len (text, p, run->n_bytes);
      *n_chars += (int) g_utf8_strlen (p, run->n_bytes);
      if (i == 1 && *p == ' ' && akk_line_commitment (line) != 0)
        append_span (spans, start, start + 1, self->swallowed);
      if (run->href != NULL)
        append_span (spans, start, *n_chars, akk_editor_link_tag (self, run->href));
    }
    p += run->n_bytes;
    if (run->style & AKK_STYLE_BOLD)
      append_span (spans, start, *n_chars, self->bold);
    if (run->style & AKK_STYLE_ITALIC)
      append_span (spans, start, *n_chars, self->italic);
  }
}

static void
append_line (AkkEditor *self,
             gint64 section,
             const AkkLine *line,
             GString *text,
             int *n_chars,
             GArray *spans)
{
  int start = *n_chars;

  if (line->kind == AKK_LINE_TABLE) {
    g_autofree char *label = akk_editor_table_label (line);

    g_string_append (text, label);
    *n_chars += (int) g_utf8_strlen (label, -1);
    append_atom (spans, start, *n_chars, (AkkRun) { 0 }, line);
  } else {
    append_runs (self, section, line, text, n_chars, spans);
  }
  g_string_append_c (text, '\n');
  *n_chars += 1;
  append_span (spans, start, *n_chars, akk_editor_line_tag (self, line));
}

/* Neighbours differ in `index` by one. */
static void
show_atom (AkkEditor *self,
           const Span *span,
           guint index,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  GtkTextMark *atom = akk_editor_add_atom (self, start, &span->run);

  if (span->table != NULL)
    akk_editor_tables_take_atom (self, atom, span->table);
  else
    gtk_text_buffer_apply_tag (self->buffer, self->atom_tags[index % 2], start, end);
}

static void
insert_lines (AkkEditor *self, guint position, AkkLine *const *lines, guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  GtkTextIter start, end;
  gint64 section = 0;
  guint n_atoms = 0;
  int n_chars = 0, base;

  if (position > 0)
    section = akk_editor_section_of_line (self, position - 1);
  for (guint i = 0; i < n_lines; i++) {
    if (lines[i]->kind == AKK_LINE_HEADING)
      section = lines[i]->section;
    append_line (self, section, lines[i], text, &n_chars, spans);
  }
  gtk_text_buffer_get_iter_at_line (self->buffer, &end, (int) position);
  base = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (self->buffer, &end, text->str, (int) text->len);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, base);
  /* Between two lines of one kind the buffer lets new text inherit their tag. */
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  for (guint i = 0; i < spans->len; i++) {
    Span *span = &g_array_index (spans, Span, i);

    gtk_text_buffer_get_iter_at_offset (self->buffer, &start, base + span->start);
    gtk_text_buffer_get_iter_at_offset (self->buffer, &end, base + span->end);
    if (span->tag == NULL)
      show_atom (self, span, n_atoms++, &start, &end);
    else
      gtk_text_buffer_apply_tag (self->buffer, span->tag, &start, &end);
  }
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_insert (self->lines, (int) (position + i), akk_line_ref (lines[i]));
}

static void
delete_lines (AkkEditor *self, guint position, guint n_lines)
{
  g_autoptr (GPtrArray) atoms = g_ptr_array_new ();
  GtkTextIter start, end;

  if (n_lines == 0)
    return;
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) position);
  gtk_text_buffer_get_iter_at_line (self->buffer, &end, (int) (position + n_lines));
  akk_editor_collect_atoms (&start, &end, atoms);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  akk_editor_forget_atoms (self, atoms);
  g_ptr_array_remove_range (self->lines, position, n_lines);
}

void
akk_editor_replace_lines (
    AkkEditor *self, guint position, guint n_removed, AkkLine *const *lines, guint n_lines)
{
  /* Stale lines must be read before line numbers change. */
  akk_editor_read (self);
  akk_editor_drop_text (self);
  self->own_edit++;
  delete_lines (self, position, n_removed);
  if (n_lines > 0)
    insert_lines (self, position, lines, n_lines);
  self->own_edit--;
}

static gboolean
has_atom (const AkkLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    if (akk_editor_run_is_atom (&line->runs[i]))
      return TRUE;
  return FALSE;
}

gboolean
akk_editor_shows (AkkEditor *self, guint position)
{
  AkkLine *line = akk_editor_line (self, position);
  const char *p = line->text;
  gint64 section = 0;
  GtkTextIter begin, at, end;

  if (!has_atom (line))
    return TRUE;
  akk_editor_line_bounds (self, position, &at, &end);
  begin = at;
  for (guint i = 0; i < line->n_runs; p += line->runs[i].n_bytes, i++) {
    g_autofree char *before = NULL, *label = NULL, *shown = NULL;
    GtkTextIter next;

    if (!akk_editor_run_is_atom (&line->runs[i])) {
      gtk_text_iter_forward_chars (&at, (int) g_utf8_strlen (p, line->runs[i].n_bytes));
      continue;
    }
    next = at;
    akk_editor_to_atom_end (&next);
    if (section == 0 && line->runs[i].note != NULL)
      section = akk_editor_section_of_line (self, position);
    before = gtk_text_iter_get_slice (&begin, &at);
    label = akk_editor_atom_label (self, section, before, &line->runs[i]);
    shown = gtk_text_iter_get_slice (&at, &next);
    if (strcmp (label, shown) != 0)
      return FALSE;
    at = next;
  }
  return TRUE;
}

void
akk_editor_show_again (AkkEditor *self, guint position)
{
  g_autoptr (AkkLine) line = akk_line_ref (akk_editor_line (self, position));
  g_autoptr (AkkText) text = self->text != NULL ? akk_text_ref (self->text) : NULL;
  GtkTextMark *marks[] = { gtk_text_buffer_get_insert (self->buffer),
                           gtk_text_buffer_get_selection_bound (self->buffer) };
  gsize bytes[G_N_ELEMENTS (marks)];
  gboolean inside[G_N_ELEMENTS (marks)];
  GtkTextIter iters[G_N_ELEMENTS (marks)];

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    gtk_text_buffer_get_iter_at_mark (self->buffer, &iters[i], marks[i]);
    inside[i] = (guint) gtk_text_iter_get_line (&iters[i]) == position;
    bytes[i] = akk_editor_iter_to_byte (self, &iters[i]);
  }
  akk_editor_replace_lines (self, position, 1, &line, 1);
  self->text = g_steal_pointer (&text);
  if (!inside[0] && !inside[1])
    return;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (inside[i])
      akk_editor_byte_to_iter (self, position, bytes[i], &iters[i]);
    else
      gtk_text_buffer_get_iter_at_mark (self->buffer, &iters[i], marks[i]);
  }
  gtk_text_buffer_select_range (self->buffer, &iters[0], &iters[1]);
}

void
akk_editor_tag_line (AkkEditor *self, guint line)
{
  GtkTextTag *wanted = akk_editor_line_tag (self, akk_editor_line (self, line));
  GtkTextIter start, end, at;

  akk_editor_line_bounds (self, line, &start, &end);
  gtk_text_iter_forward_char (&end);
  for (at = start; gtk_text_iter_compare (&at, &end) < 0;) {
    g_autoptr (GSList) tags = gtk_text_iter_get_tags (&at);

    for (GSList *l = tags; l != NULL; l = l->next)
      if (l->data != wanted && akk_editor_tag_is_line (l->data))
        gtk_text_buffer_remove_tag (self->buffer, l->data, &start, &end);
    if (!gtk_text_iter_forward_to_tag_toggle (&at, NULL))
      break;
  }
  gtk_text_buffer_apply_tag (self->buffer, wanted, &start, &end);
}

void
akk_editor_take_kind (AkkEditor *self, guint position, AkkLine *line)
{
  akk_line_unref (akk_editor_line (self, position));
  self->lines->pdata[position] = line;
  akk_editor_tag_line (self, position);
  /* The text of `line` is that of before: as stale as the line was, or more. */
  akk_editor_mark_dirty (self, position, position);
}

void
akk_editor_tidy (AkkEditor *self)
{
  if (self->dirty_start == self->dirty_end)
    return;
  for (guint i = self->dirty_start; i < self->lines->len; i++) {
    AkkLine *line = akk_editor_line (self, i);
    AkkLine *above = i > 0 ? akk_editor_line (self, i - 1) : NULL;
    guint deepest = above != NULL && akk_editor_is_item (above) ? above->level : 0;
    AkkLineKind kind = line->kind;
    guint level = line->level;

    if (kind == AKK_LINE_CONTINUED)
      level = MIN (level, deepest);
    else if (akk_editor_is_item (line))
      level = CLAMP (level, 1, MIN (deepest + 1, AKK_MAX_LEVEL));
    if (kind == AKK_LINE_CONTINUED && level == 0)
      kind = AKK_LINE_PARAGRAPH;
    if (kind != line->kind || level != line->level)
      akk_editor_take_kind (
          self, i, akk_line_with (line, kind, level, line->start, line->quote, line->note));
    else if (i >= self->dirty_end)
      break;
  }
}
