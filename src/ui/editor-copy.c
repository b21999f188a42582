/* Copying in the editor: as lines within the program, as CommonMark for another window of it, as
 * HTML for word processors, as plain text for everything else. GtkTextBuffer's own way would share
 * the tags of atoms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-exchange.h"
#include "core/text-notes.h"

G_DEFINE_BOXED_TYPE (AkkEditorClip, akk_editor_clip, akk_text_ref, akk_text_unref)

AkkLine *
akk_editor_cut_line (const AkkLine *line, gsize from, gsize to, gboolean keep_heading)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  g_autofree char *text = NULL;
  g_autoptr (AkkLine) cut = NULL;
  AkkLineKind kind = line->kind;
  gsize at = 0;

  if (kind == AKK_LINE_TABLE)
    return akk_line_new_table (line->table);
  if (kind == AKK_LINE_HEADING && keep_heading && from == 0)
    return akk_line_new_heading (line->section, line->level, line->text);
  if (kind == AKK_LINE_NOTE || kind == AKK_LINE_HEADING)
    kind = AKK_LINE_PARAGRAPH;
  to = MIN (to, strlen (line->text));
  for (guint i = 0; i < line->n_runs; at += line->runs[i].n_bytes, i++) {
    AkkRun run = line->runs[i];
    gsize start = MAX (at, from), end = MIN (at + run.n_bytes, to);

    if (start >= end)
      continue;
    run.n_bytes = (guint) (end - start);
    if (line->kind == AKK_LINE_HEADING)
      run.style |= AKK_STYLE_BOLD;
    g_array_append_val (runs, run);
  }
  text = g_strndup (line->text + MIN (from, to), to - MIN (from, to));
  cut = akk_line_new (kind, kind == AKK_LINE_PARAGRAPH ? 0 : line->level, text,
                      (AkkRun *) (gpointer) runs->data, runs->len);
  return akk_line_with (cut, cut->kind, cut->level, line->start, line->quote, NULL);
}

/* Adds the footnotes of the marks in a line that stands at `position`. */
static void
add_notes (AkkEditor *self, const AkkLine *line, guint position, GPtrArray *notes)
{
  AkkText *text = akk_editor_get_text (self);

  for (guint i = 0; line->table != NULL && i < line->table->n_rows * line->table->n_columns; i++)
    add_notes (self, line->table->cells[i], position, notes);
  for (guint i = 0; i < line->n_runs; i++) {
    guint note = line->runs[i].note != NULL
                     ? akk_text_find_note (text, position, line->runs[i].note)
                     : G_MAXUINT;

    if (note != G_MAXUINT && !g_ptr_array_find (notes, text->lines[note], NULL))
      g_ptr_array_add (notes, akk_line_ref (text->lines[note]));
  }
}

/* The selection as lines; headings as such or as bold paragraphs. */
static AkkText *
selected_text (AkkEditor *self, gboolean keep_headings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  GtkTextIter start, end;
  guint first, last;

  akk_editor_read (self);
  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end) || self->lines->len == 0)
    return akk_text_new (NULL, 0);
  first = (guint) gtk_text_iter_get_line (&start);
  last = MIN ((guint) gtk_text_iter_get_line (&end), self->lines->len - 1);
  for (guint i = first; i <= last; i++) {
    AkkLine *line = akk_editor_line (self, i);
    gsize from = i == first ? akk_editor_iter_to_byte (self, &start) : 0;
    gsize to = i == last ? akk_editor_iter_to_byte (self, &end) : G_MAXSIZE;
    AkkLine *cut;

    /* The table is one atom: in or out. */
    if (line->kind == AKK_LINE_TABLE && ((i == first && !gtk_text_iter_starts_line (&start)) ||
                                         (i == last && gtk_text_iter_starts_line (&end))))
      continue;
    /* Comes along with its mark. */
    if (g_ptr_array_find (notes, akk_editor_get_text (self)->lines[i], NULL))
      continue;
    cut = akk_editor_cut_line (line, from, to, keep_headings && first != last);
    /* A part of one line is words, not an item. */
    if (first == last && line->kind != AKK_LINE_TABLE) {
      AkkLine *words = akk_line_with (cut, AKK_LINE_PARAGRAPH, 0, 1, 0, NULL);

      akk_line_unref (cut);
      cut = words;
    }
    add_notes (self, cut, i, notes);
    g_ptr_array_add (lines, cut);
  }
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&notes));
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}

AkkText *
akk_editor_selected_text (AkkEditor *self)
{
  return selected_text (self, FALSE);
}

static GdkContentProvider *
provider_for (AkkEditor *self)
{
  g_autoptr (AkkText) text = selected_text (self, FALSE);
  g_autoptr (AkkText) headed = selected_text (self, TRUE);
  g_autofree char *plain = akk_text_plain (headed, self->field, self->resolver_data);
  char *commonmark = akk_text_write (text);
  char *html = akk_text_html (headed, self->field, self->resolver_data);
  g_autoptr (GBytes) commonmark_bytes = g_bytes_new_take (commonmark, strlen (commonmark));
  g_autoptr (GBytes) html_bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (AKK_TYPE_EDITOR_CLIP, text),
    gdk_content_provider_new_for_bytes (AKK_EDITOR_MIME_TYPE, commonmark_bytes),
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain),
  };

  /* Words of one line are pasted without an end of line. */
  if (headed->n_lines == 1 && headed->lines[0]->kind == AKK_LINE_PARAGRAPH) {
    g_clear_object (&providers[3]);
    g_strchomp (plain);
    providers[3] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  }
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

void
akk_editor_copy (AkkEditor *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;

  if (!gtk_text_buffer_get_has_selection (self->buffer))
    return;
  provider = provider_for (self);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

void
akk_editor_cut (AkkEditor *self)
{
  if (!gtk_text_buffer_get_has_selection (self->buffer))
    return;
  akk_editor_copy (self);
  akk_editor_begin_command (self, N_ ("Cut"));
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  akk_editor_end_command (self);
}
