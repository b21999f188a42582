/* The rules of the editor's buffer: whoever edits it, by key, paste or accessibility, they hold.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handlers move the places of an insertion or deletion before the buffer's own handler runs,
 * and repair tags after it. They never change text of the buffer in between: that would leave the
 * buffer with places that are no longer valid. */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

/* Headings and footnotes: their text can be edited, their border cannot be deleted. */
static gboolean
is_border (const AkkLine *line)
{
  return line->kind == AKK_LINE_HEADING || line->kind == AKK_LINE_NOTE;
}

char *
akk_editor_clean (const char *text, int n_bytes, gboolean one_line)
{
  const char *end = text + (n_bytes < 0 ? strlen (text) : (gsize) n_bytes);
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean changed = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p), to = c;

    if (c == '\r' && p + 1 < end && p[1] == '\n')
      to = 0;
    else if (c == '\r' || c == 0x2029 || c == '\n')
      to = one_line ? ' ' : '\n';
    else if (c == 0xFFFC || c == 0xFEFF)
      to = 0;
    else if (g_unichar_iscntrl (c) || (c == 0x2028 && one_line))
      to = ' ';
    if (to != c)
      changed = TRUE;
    if (to != 0)
      g_string_append_unichar (clean, to);
  }
  return changed ? g_string_free_and_steal (g_steal_pointer (&clean)) : NULL;
}

/* A cell is one paragraph: its line ends are hard breaks. */
static char *
clean_for_cell (const char *text, int n_bytes)
{
  g_autofree char *clean = akk_editor_clean (text, n_bytes, FALSE);
  g_autofree char *known = clean != NULL ? NULL : g_strndup (text, (gsize) n_bytes);
  g_auto (GStrv) lines = g_strsplit (clean != NULL ? clean : known, "\n", -1);

  if (clean == NULL && lines[0] != NULL && lines[1] == NULL)
    return NULL;
  return g_strjoinv ("\342\200\250", lines);
}

/* --- Insertion --- */

static void
insert_instead (AkkEditor *self, GtkTextIter *location, const char *text)
{
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  gtk_text_buffer_insert (self->buffer, location, text, -1);
}

/* Typing beside a table opens a paragraph: a table's line holds nothing else. */
static void
insert_beside_table (AkkEditor *self, GtkTextIter *location, const char *text, int n_bytes)
{
  guint line = (guint) gtk_text_iter_get_line (location);
  guint place = gtk_text_iter_starts_line (location) ? line : line + 1;
  g_autoptr (AkkLine) paragraph = akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);
  g_autofree char *copy = g_strndup (text, (gsize) n_bytes);

  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  akk_editor_replace_lines (self, place, 0, &paragraph, 1);
  gtk_text_buffer_get_iter_at_line (self->buffer, location, (int) place);
  gtk_text_buffer_place_cursor (self->buffer, location);
  if (strcmp (copy, "\n") != 0) {
    gtk_text_buffer_insert (self->buffer, location, copy, -1);
  } else {
    akk_editor_mark_dirty (self, place, place);
    akk_editor_touch (self, N_ ("Type"));
  }
}

static void
insert_text_before_cb (
    GtkTextBuffer *buffer, GtkTextIter *location, const char *text, int n_bytes, AkkEditor *self)
{
  g_autofree char *clean = NULL;
  AkkLine *line;

  if (self->own_edit > 0)
    return;
  if (self->lines->len == 0 || n_bytes == 0) {
    g_signal_stop_emission_by_name (buffer, "insert-text");
    return;
  }
  if ((guint) gtk_text_iter_get_line (location) >= self->lines->len) {
    gtk_text_buffer_get_end_iter (buffer, location);
    gtk_text_iter_backward_char (location);
  }
  if (akk_editor_atom_around (location) != NULL)
    akk_editor_to_atom_end (location);
  line = akk_editor_line (self, (guint) gtk_text_iter_get_line (location));
  clean = self->owner != NULL ? clean_for_cell (text, n_bytes)
                              : akk_editor_clean (text, n_bytes, is_border (line));
  if (clean != NULL)
    insert_instead (self, location, clean);
  else if (line->kind == AKK_LINE_TABLE)
    insert_beside_table (self, location, text, n_bytes);
}

static void
set_style (
    AkkEditor *self, GtkTextTag *tag, gboolean on, const GtkTextIter *start, const GtkTextIter *end)
{
  if (on)
    gtk_text_buffer_apply_tag (self->buffer, tag, start, end);
  else
    gtk_text_buffer_remove_tag (self->buffer, tag, start, end);
}

/* The range has the same tags everywhere. */
static void
style_inserted (AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end, AkkStyle style)
{
  AkkStyle changed = akk_editor_style_at (self, start) ^ style;

  if (changed & AKK_STYLE_BOLD)
    set_style (self, self->bold, (style & AKK_STYLE_BOLD) != 0, start, end);
  if (changed & AKK_STYLE_ITALIC)
    set_style (self, self->italic, (style & AKK_STYLE_ITALIC) != 0, start, end);
  if (gtk_text_iter_get_line (start) == gtk_text_iter_get_line (end))
    return;
  /* A '\n' has no style of its own. */
  for (GtkTextIter at = *start; gtk_text_iter_compare (&at, end) < 0;) {
    GtkTextIter next;

    if (!gtk_text_iter_ends_line (&at))
      gtk_text_iter_forward_to_line_end (&at);
    if (gtk_text_iter_compare (&at, end) >= 0)
      break;
    next = at;
    gtk_text_iter_forward_char (&next);
    gtk_text_buffer_remove_all_tags (self->buffer, &at, &next);
    at = next;
  }
}

static void
insert_text_after_cb (
    GtkTextBuffer *buffer, GtkTextIter *location, const char *text, int n_bytes, AkkEditor *self)
{
  GtkTextIter start = *location, end = *location;
  int offset = gtk_text_iter_get_offset (location);
  GtkTextIter before;
  guint first, last;
  AkkLine *line;
  AkkStyle style;

  if (self->own_edit > 0)
    return;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, n_bytes));
  before = start;
  first = (guint) gtk_text_iter_get_line (&start);
  last = (guint) gtk_text_iter_get_line (&end);
  line = akk_editor_line (self, first);
  for (guint i = first; i < last; i++)
    g_ptr_array_insert (self->lines, (int) i + 1, akk_line_ref (line));
  if (self->dirty_end > first + 1)
    self->dirty_end += last - first;
  if (self->dirty_start > first)
    self->dirty_start += last - first;
  akk_editor_mark_dirty (self, first, last);

  style = line->kind == AKK_LINE_HEADING ? 0
          : self->has_pending            ? self->pending
                                         : akk_editor_style_between (self, &start, &end);
  self->has_pending = FALSE;
  self->braced = n_bytes == 1 && *text == '{' && line->kind != AKK_LINE_HEADING &&
                 gtk_text_iter_backward_char (&before) && gtk_text_iter_get_char (&before) == '{';
  style_inserted (self, &start, &end, style);
  if (first != last || akk_editor_line_tag_at (&start) != akk_editor_line_tag (self, line))
    for (guint i = first; i <= last; i++)
      akk_editor_tag_line (self, i);
  akk_editor_touch (self, N_ ("Type"));
  /* What follows from an edit may have changed other lines, and made the place invalid. */
  gtk_text_buffer_get_iter_at_offset (buffer, location, offset);
}

/* --- Deletion --- */

static void
widen_to_atoms (GtkTextIter *start, GtkTextIter *end)
{
  akk_editor_to_atom_start (start);
  if (akk_editor_atom_around (end) != NULL)
    akk_editor_to_atom_end (end);
}

static void
end_before_line (AkkEditor *self, GtkTextIter *end, guint line)
{
  gtk_text_buffer_get_iter_at_line (self->buffer, end, (int) line);
  gtk_text_iter_backward_char (end);
}

/* Stops the range at the first border it would cross. */
static void
clamp_to_section (AkkEditor *self, GtkTextIter *start, GtkTextIter *end)
{
  guint first = (guint) gtk_text_iter_get_line (start);
  guint last = (guint) gtk_text_iter_get_line (end);

  if (first >= self->lines->len) {
    *end = *start;
    return;
  }
  if (last >= self->lines->len) {
    last = self->lines->len - 1;
    end_before_line (self, end, last + 1);
  }
  for (guint i = first; i < last; i++) {
    if (is_border (akk_editor_line (self, i)) || is_border (akk_editor_line (self, i + 1))) {
      end_before_line (self, end, i + 1);
      return;
    }
  }
}

/* A table goes whole or stays; it never shares its line with other text. */
static void
clamp_to_tables (AkkEditor *self, GtkTextIter *start, GtkTextIter *end)
{
  guint first = (guint) gtk_text_iter_get_line (start);
  guint last = (guint) gtk_text_iter_get_line (end);

  if (first == last)
    return;
  if (akk_editor_line (self, first)->kind == AKK_LINE_TABLE && !gtk_text_iter_starts_line (start))
    gtk_text_iter_forward_line (start);
  if (akk_editor_line (self, last)->kind == AKK_LINE_TABLE && gtk_text_iter_starts_line (end) &&
      !gtk_text_iter_starts_line (start))
    gtk_text_iter_backward_char (end);
}

/* Whether more of another section was to be deleted than the end of a line. */
static gboolean
crosses_heading (AkkEditor *self,
                 const GtkTextIter *start,
                 const GtkTextIter *end,
                 const GtkTextIter *asked)
{
  guint last = MIN ((guint) gtk_text_iter_get_line (asked), self->lines->len - 1);

  if (gtk_text_iter_compare (end, asked) >= 0 || gtk_text_iter_equal (start, end))
    return FALSE;
  for (guint i = (guint) gtk_text_iter_get_line (end) + 1; i <= last; i++)
    if (akk_editor_line (self, i)->kind == AKK_LINE_HEADING)
      return TRUE;
  return FALSE;
}

static void
delete_range_before_cb (GtkTextBuffer *buffer,
                        GtkTextIter *start,
                        GtkTextIter *end,
                        AkkEditor *self)
{
  GtkTextIter asked = *end;

  if (self->own_edit > 0)
    return;
  gtk_text_iter_order (start, end);
  widen_to_atoms (start, end);
  clamp_to_section (self, start, end);
  clamp_to_tables (self, start, end);
  self->deletion.collapse = gtk_text_iter_compare (end, &asked) < 0;
  self->deletion.sections = crosses_heading (self, start, end, &asked);
  if (gtk_text_iter_compare (start, end) >= 0) {
    g_signal_stop_emission_by_name (buffer, "delete-range");
    if (gtk_text_buffer_get_has_selection (buffer))
      gtk_text_buffer_place_cursor (buffer, start);
    return;
  }
  self->deletion.from = (guint) gtk_text_iter_get_line (start);
  self->deletion.to = (guint) gtk_text_iter_get_line (end);
  /* The line where a deletion starts keeps its kind, unless nothing of it remains. */
  self->deletion.keep_last = self->deletion.from < self->deletion.to &&
                             gtk_text_iter_starts_line (start) &&
                             (!gtk_text_iter_ends_line (end) || gtk_text_iter_starts_line (end) ||
                              akk_editor_line (self, self->deletion.from)->kind == AKK_LINE_TABLE);
  g_ptr_array_set_size (self->deletion.atoms, 0);
  akk_editor_collect_atoms (start, end, self->deletion.atoms);
}

static void
forget_lines (AkkEditor *self, guint first, guint n_lines)
{
  if (n_lines == 0)
    return;
  g_ptr_array_remove_range (self->lines, first, n_lines);
  if (self->dirty_start >= first + n_lines)
    self->dirty_start -= n_lines;
  else
    self->dirty_start = MIN (self->dirty_start, first);
  if (self->dirty_end >= first + n_lines)
    self->dirty_end -= n_lines;
  else
    self->dirty_end = MIN (self->dirty_end, first);
}

static void
delete_range_after_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, AkkEditor *self)
{
  guint from = self->deletion.from, joined = self->deletion.to - from;
  int offset = gtk_text_iter_get_offset (start);

  if (self->own_edit > 0)
    return;
  akk_editor_forget_atoms (self, self->deletion.atoms);
  akk_editor_part_atoms (self, start);
  forget_lines (self, self->deletion.keep_last ? from : from + 1, joined);
  akk_editor_mark_dirty (self, from, from);
  if (akk_editor_line (self, from)->kind == AKK_LINE_TABLE && gtk_text_iter_starts_line (start) &&
      gtk_text_iter_ends_line (start))
    akk_editor_take_kind (self, from, akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0));
  else if (joined > 0)
    akk_editor_tag_line (self, from);
  if (self->deletion.collapse)
    gtk_text_buffer_place_cursor (buffer, start);
  self->stopped = self->deletion.collapse && self->deletion.sections;
  akk_editor_touch (self, N_ ("Delete"));
  gtk_text_buffer_get_iter_at_offset (buffer, start, offset);
  *end = *start;
}

/* --- Caret --- */

/* Where a mark may stand: not in an atom, not on the sentinel. TRUE if `at` had to move. */
static gboolean
settle (AkkEditor *self, GtkTextIter *at, gboolean forward)
{
  if (self->lines->len > 0 && (guint) gtk_text_iter_get_line (at) >= self->lines->len) {
    gtk_text_buffer_get_end_iter (self->buffer, at);
    gtk_text_iter_backward_char (at);
    return TRUE;
  }
  if (akk_editor_atom_around (at) == NULL)
    return FALSE;
  if (forward)
    akk_editor_to_atom_end (at);
  else
    akk_editor_to_atom_start (at);
  return TRUE;
}

/* Whether `at` is an edge of the atom that `inside` is in. */
static gboolean
is_edge (const GtkTextIter *inside, const GtkTextIter *at)
{
  GtkTextIter start = *inside, end = *inside;

  if (akk_editor_atom_around (inside) == NULL)
    return FALSE;
  akk_editor_to_atom_start (&start);
  akk_editor_to_atom_end (&end);
  return gtk_text_iter_equal (&start, at) || gtk_text_iter_equal (&end, at);
}

static void
mark_set_cb (GtkTextBuffer *buffer, const GtkTextIter *location, GtkTextMark *mark, AkkEditor *self)
{
  gboolean is_insert = mark == gtk_text_buffer_get_insert (buffer);
  GtkTextIter at = *location, insert;

  if (self->own_edit > 0 || (!is_insert && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;
  if (is_insert) {
    if (settle (self, &at, gtk_text_iter_get_offset (&at) > self->caret)) {
      gtk_text_buffer_move_mark (buffer, mark, &at);
      return;
    }
  } else {
    gtk_text_buffer_get_iter_at_mark (buffer, &insert, gtk_text_buffer_get_insert (buffer));
    /* Away from the caret, so that a selection holds the whole atom; to it, if it stands beside. */
    if (settle (self, &at, gtk_text_iter_compare (&at, &insert) > 0)) {
      if (is_edge (location, &insert))
        at = insert;
      gtk_text_buffer_move_mark (buffer, mark, &at);
      return;
    }
  }
  akk_editor_update_state (self);
}

void
akk_editor_guard_init (AkkEditor *self)
{
  g_signal_connect (self->buffer, "insert-text", G_CALLBACK (insert_text_before_cb), self);
  g_signal_connect_after (self->buffer, "insert-text", G_CALLBACK (insert_text_after_cb), self);
  g_signal_connect (self->buffer, "delete-range", G_CALLBACK (delete_range_before_cb), self);
  g_signal_connect_after (self->buffer, "delete-range", G_CALLBACK (delete_range_after_cb), self);
  g_signal_connect_after (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self);
}
