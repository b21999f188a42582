/* From the editor's buffer to the text: only the lines that were touched are read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

static void
append_read_text (GString *text, GArray *runs, const char *slice, AkkRun run)
{
  static const char line_separator[] = "\342\200\250";

  while (*slice != '\0') {
    const char *hard_break = strstr (slice, line_separator);
    AkkRun part = run;

    if (hard_break == slice) {
      part.style |= AKK_STYLE_BREAK;
      part.n_bytes = sizeof line_separator - 1;
    } else {
      part.n_bytes = (guint) (hard_break != NULL ? (gsize) (hard_break - slice) : strlen (slice));
    }
    g_string_append_len (text, slice, part.n_bytes);
    g_array_append_val (runs, part);
    slice += part.n_bytes;
  }
}

/* Reads the stretch from `start` to `end`, which has the same tags everywhere. An atom's later
 * stretches (half of it was made bold) are part of its first. */
static void
read_stretch (
    AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end, GString *text, GArray *runs)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (start);
  AkkRun run = { 0 };
  GtkTextTag *atom_tag = NULL;

  for (GSList *l = tags; l != NULL; l = l->next) {
    GtkTextTag *tag = l->data;

    if (tag == self->bold)
      run.style |= AKK_STYLE_BOLD;
    else if (tag == self->italic)
      run.style |= AKK_STYLE_ITALIC;
    else if (akk_editor_tag_is_atom (tag))
      atom_tag = tag;
    else if (akk_editor_tag_href (tag) != NULL)
      run.href = akk_editor_tag_href (tag);
  }
  if (atom_tag == NULL) {
    g_autofree char *slice = gtk_text_iter_get_slice (start, end);

    append_read_text (text, runs, slice, run);
  } else if (gtk_text_iter_starts_tag (start, atom_tag)) {
    AkkStyle style = run.style;

    run = *akk_editor_atom_run (akk_editor_atom_from (start));
    run.style = style;
    run.n_bytes = strlen (AKK_ATOM);
    g_string_append (text, AKK_ATOM);
    g_array_append_val (runs, run);
  }
}

static void
read_range (
    AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end, GString *text, GArray *runs)
{
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0) {
    GtkTextIter next = at;

    gtk_text_iter_forward_to_tag_toggle (&next, NULL);
    if (gtk_text_iter_compare (&next, end) > 0)
      next = *end;
    read_stretch (self, &at, &next, text, runs);
    at = next;
  }
}

AkkLine *
akk_editor_read_line (AkkEditor *self, guint position)
{
  AkkLine *known = akk_editor_line (self, position);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  g_autoptr (AkkLine) line = NULL;
  GtkTextIter start, end;

  if (known->kind == AKK_LINE_TABLE)
    return akk_line_ref (known);
  akk_editor_line_bounds (self, position, &start, &end);
  read_range (self, &start, &end, text, runs);
  if (known->kind == AKK_LINE_HEADING)
    return akk_line_new_heading (known->section, known->level, text->str);
  line = akk_line_new (known->kind, known->level, text->str, (AkkRun *) (gpointer) runs->data,
                       runs->len);
  if (line->start == known->start && line->quote == known->quote && line->note == known->note)
    return g_steal_pointer (&line);
  return akk_line_with (line, known->kind, known->level, known->start, known->quote, known->note);
}

void
akk_editor_read (AkkEditor *self)
{
  for (guint i = self->dirty_start; i < self->dirty_end; i++) {
    AkkLine *line = akk_editor_read_line (self, i);

    if (akk_line_equal (line, akk_editor_line (self, i))) {
      akk_line_unref (line);
    } else {
      akk_line_unref (akk_editor_line (self, i));
      self->lines->pdata[i] = line;
    }
  }
  self->dirty_start = self->dirty_end = 0;
}

/* --- Places --- */

gsize
akk_editor_iter_to_byte (AkkEditor *self, const GtkTextIter *iter)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  GtkTextIter start = *iter;

  gtk_text_iter_set_line_offset (&start, 0);
  read_range (self, &start, iter, text, runs);
  return text->len;
}

void
akk_editor_byte_to_iter (AkkEditor *self, guint line, gsize byte, GtkTextIter *iter)
{
  GtkTextIter end, toggle;

  akk_editor_line_bounds (self, line, iter, &end);
  toggle = *iter;
  while (byte > 0 && gtk_text_iter_compare (iter, &end) < 0) {
    gboolean atom = FALSE;
    char utf8[6];
    gsize n_bytes = strlen (AKK_ATOM);

    /* Asking for tags is slow, and they change only here. */
    if (gtk_text_iter_compare (iter, &toggle) >= 0) {
      atom = akk_editor_atom_at (iter) != NULL;
      toggle = *iter;
      gtk_text_iter_forward_to_tag_toggle (&toggle, NULL);
    }
    if (atom) {
      akk_editor_to_atom_end (iter);
    } else {
      n_bytes = (gsize) g_unichar_to_utf8 (gtk_text_iter_get_char (iter), utf8);
      gtk_text_iter_forward_char (iter);
    }
    byte -= MIN (byte, n_bytes);
  }
}
