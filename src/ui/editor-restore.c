/* Giving the editor another text: only what differs is replaced, so that the view does not jump.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

/* The lines that differ: from `start` up to the last `tail` ones. */
typedef struct {
  guint start, tail;
} Difference;

static Difference
compare (GPtrArray *old, const AkkText *text)
{
  Difference d = { 0, 0 };
  guint n = MIN (old->len, text->n_lines);

  while (d.start < n && akk_line_equal (old->pdata[d.start], text->lines[d.start]))
    d.start++;
  while (d.tail < n - d.start && akk_line_equal (old->pdata[old->len - 1 - d.tail],
                                                 text->lines[text->n_lines - 1 - d.tail]))
    d.tail++;
  return d;
}

/* The byte of `now` after which it is the same as `before`. */
static gsize
end_of_change (const AkkLine *before, const AkkLine *now)
{
  gsize n = strlen (now->text), m = strlen (before->text), same = 0, suffix = 0;

  while (same < MIN (n, m) && now->text[same] == before->text[same])
    same++;
  while (suffix < MIN (n, m) - same && now->text[n - 1 - suffix] == before->text[m - 1 - suffix])
    suffix++;
  while (suffix > 0 && ((guchar) now->text[n - suffix] & 0xC0) == 0x80)
    suffix--;
  return n - suffix;
}

static void
caret_to_change (AkkEditor *self, const Difference *d, const AkkLine *before)
{
  guint end = self->lines->len - d->tail;
  GtkTextIter iter;

  if (self->lines->len == 0)
    return;
  if (end > d->start) {
    const AkkLine *now = akk_editor_line (self, end - 1);

    akk_editor_byte_to_iter (
        self, end - 1, before != NULL ? end_of_change (before, now) : strlen (now->text), &iter);
  } else {
    gtk_text_buffer_get_iter_at_line (self->buffer, &iter,
                                      (int) MIN (d->start, self->lines->len - 1));
  }
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  akk_editor_show_caret (self);
}

/* From here on the lines are the ones of `text`, also where they only were equal. */
static void
adopt (AkkEditor *self, AkkText *text)
{
  for (guint i = 0; i < text->n_lines; i++) {
    if (self->lines->pdata[i] == text->lines[i])
      continue;
    akk_line_unref (self->lines->pdata[i]);
    self->lines->pdata[i] = akk_line_ref (text->lines[i]);
  }
  g_clear_pointer (&self->text, akk_text_unref);
  self->text = akk_text_ref (text);
}

void
akk_editor_restore (AkkEditor *self, AkkText *text)
{
  g_autoptr (AkkLine) before = NULL;
  gboolean first = self->lines->len == 0;
  Difference d;

  akk_editor_read (self);
  akk_editor_count_notes (self, text);
  d = compare (self->lines, text);
  if (d.start + d.tail < self->lines->len)
    before = akk_line_ref (akk_editor_line (self, self->lines->len - 1 - d.tail));
  if (before != NULL && before->kind == AKK_LINE_TABLE && d.start + d.tail + 1 == text->n_lines &&
      text->n_lines == self->lines->len && text->lines[d.start]->kind == AKK_LINE_TABLE)
    akk_editor_tables_restore (self, d.start, text->lines[d.start]);
  else if (d.start + d.tail < self->lines->len || d.start + d.tail < text->n_lines) {
    akk_editor_replace_lines (self, d.start, self->lines->len - d.start - d.tail,
                              text->lines + d.start, text->n_lines - d.start - d.tail);
    if (d.start + d.tail == 0)
      self->misnumbered = FALSE; /* all are shown with the numbers that they have now */
    if (first)
      akk_editor_go_to_line (self, 0);
    else
      caret_to_change (self, &d, before);
  }
  adopt (self, text);
  akk_editor_renumber (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
akk_editor_apply (AkkEditor *self, AkkText *text, const char *label)
{
  if (text == akk_editor_get_text (self))
    return;
  akk_editor_begin_command (self, label);
  akk_editor_restore (self, text);
  akk_editor_touch (self, NULL);
  akk_editor_end_command (self);
}
