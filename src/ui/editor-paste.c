/* Copying and pasting in the editor: as lines within the program, as CommonMark between programs of
 * ours, as plain text everywhere. GtkTextBuffer's own way would share the tags of atoms.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#define MIME_TYPE "application/x-akkoord-commonmark"

typedef AkkText AkkClip;
static GType akk_clip_get_type (void);
G_DEFINE_BOXED_TYPE (AkkClip, akk_clip, akk_text_ref, akk_text_unref)

/* --- Copying --- */

/* The bytes from..to of a line, as a line of a body. */
static AkkLine *
cut_line (const AkkLine *line, gsize from, gsize to)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  g_autofree char *text = NULL;
  g_autoptr (AkkLine) cut = NULL;
  AkkLineKind kind = line->kind;
  gsize at = 0;

  if (kind == AKK_LINE_TABLE)
    return akk_line_new_table (line->table);
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

AkkText *
akk_editor_selected_text (AkkEditor *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  GtkTextIter start, end;
  guint first, last;

  akk_editor_read (self);
  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return akk_text_new (NULL, 0);
  first = (guint) gtk_text_iter_get_line (&start);
  last = MIN ((guint) gtk_text_iter_get_line (&end), self->lines->len - 1);
  for (guint i = first; i <= last; i++) {
    AkkLine *line = akk_editor_line (self, i);
    gsize from = i == first ? akk_editor_iter_to_byte (self, &start) : 0;
    gsize to = i == last ? akk_editor_iter_to_byte (self, &end) : G_MAXSIZE;

    /* The table is one atom: in or out. */
    if (line->kind == AKK_LINE_TABLE && ((i == first && !gtk_text_iter_starts_line (&start)) ||
                                         (i == last && gtk_text_iter_starts_line (&end))))
      continue;
    /* A part of one line is words, not an item. */
    if (first == last && line->kind != AKK_LINE_TABLE) {
      g_autoptr (AkkLine) cut = cut_line (line, from, to);

      g_ptr_array_add (lines, akk_line_with (cut, AKK_LINE_PARAGRAPH, 0, 1, 0, NULL));
    } else {
      g_ptr_array_add (lines, cut_line (line, from, to));
    }
  }
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}

static GdkContentProvider *
provider_for (AkkEditor *self, AkkText *text)
{
  g_autofree char *plain = akk_text_plain (text, self->field, self->resolver_data);
  char *commonmark = akk_text_write (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (commonmark, strlen (commonmark));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (akk_clip_get_type (), text),
    gdk_content_provider_new_for_bytes (MIME_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

void
akk_editor_copy (AkkEditor *self)
{
  g_autoptr (AkkText) text = akk_editor_selected_text (self);
  g_autoptr (GdkContentProvider) provider = NULL;

  if (text->n_lines == 0)
    return;
  provider = provider_for (self, text);
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

/* --- Pasting --- */

static void
add_piece (GString *text, GArray *runs, const AkkLine *line, gsize from, gsize to)
{
  g_autoptr (AkkLine) cut = cut_line (line, from, to);

  g_string_append (text, cut->text);
  g_array_append_vals (runs, cut->runs, cut->n_runs);
}

/* The bytes before `a_to` of one line and those from `b_from` of another (or the same), of the kind
 * of `like`; either may be NULL. */
static AkkLine *
join (const AkkLine *like,
      const AkkLine *a,
      gsize a_to,
      const AkkLine *middle,
      const AkkLine *b,
      gsize b_from)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  g_autoptr (AkkLine) line = NULL;

  if (a != NULL)
    add_piece (text, runs, a, 0, a_to);
  if (middle != NULL)
    add_piece (text, runs, middle, 0, G_MAXSIZE);
  if (b != NULL)
    add_piece (text, runs, b, b_from, G_MAXSIZE);
  line = akk_line_new (like->kind, like->level, text->str, (AkkRun *) (gpointer) runs->data,
                       runs->len);
  return akk_line_with (line, line->kind, line->level, like->start, like->quote, like->note);
}

/* Replaces the line of the caret by what it becomes with the fragment in it. */
static void
paste_lines (AkkEditor *self, const GtkTextIter *caret, AkkText *fragment)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  guint position = (guint) gtk_text_iter_get_line (caret), last = fragment->n_lines - 1;
  gsize byte = akk_editor_iter_to_byte (self, caret), after;
  g_autoptr (AkkLine) line = NULL;
  const AkkLine *ended;
  GtkTextIter end;

  akk_editor_read (self);
  line = akk_line_ref (akk_editor_line (self, position));
  after = strlen (line->text) - byte;
  for (guint i = 0; i <= last; i++) {
    const AkkLine *piece = fragment->lines[i];
    gboolean head = i == 0 && byte > 0, tail = i == last && after > 0;

    if (piece->kind == AKK_LINE_TABLE) {
      if (head)
        g_ptr_array_add (lines, join (line, line, byte, NULL, NULL, 0));
      g_ptr_array_add (lines, akk_line_ref (fragment->lines[i]));
      if (tail)
        g_ptr_array_add (lines, join (line, NULL, 0, NULL, line, byte));
    } else {
      /* One line of words goes into the line that is there. */
      const AkkLine *like = head || (last == 0 && piece->kind == AKK_LINE_PARAGRAPH) ? line : piece;

      g_ptr_array_add (lines,
                       join (like, head ? line : NULL, byte, piece, tail ? line : NULL, byte));
    }
  }
  akk_editor_replace_lines (self, position, 1, (AkkLine *const *) lines->pdata, lines->len);
  akk_editor_mark_dirty (self, position, position + lines->len - 1);
  ended = lines->pdata[lines->len - 1];
  if (ended->kind != AKK_LINE_TABLE)
    after = strlen (ended->text) - MIN (after, strlen (ended->text));
  akk_editor_byte_to_iter (self, position + lines->len - 1, after, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  akk_editor_touch (self, NULL);
}

void
akk_editor_insert_text (AkkEditor *self, AkkText *fragment)
{
  GtkTextIter caret;
  AkkLineKind kind;

  if (self->lines->len == 0 || fragment->n_lines == 0)
    return;
  akk_editor_begin_command (self, N_ ("Paste"));
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->buffer));
  kind = akk_editor_line (self, (guint) gtk_text_iter_get_line (&caret))->kind;
  if (kind == AKK_LINE_HEADING || kind == AKK_LINE_NOTE || kind == AKK_LINE_TABLE) {
    g_autofree char *plain = akk_text_plain (fragment, self->field, self->resolver_data);

    gtk_text_buffer_insert (self->buffer, &caret, g_strchomp (plain), -1);
  } else {
    paste_lines (self, &caret, fragment);
  }
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

/* Plain text: each line a paragraph, empty lines are only distance. */
static AkkText *
text_from_plain (const char *plain)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autofree char *clean = akk_editor_clean (plain, -1, FALSE);
  g_auto (GStrv) parts = g_strsplit (clean != NULL ? clean : plain, "\n", -1);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < n_parts; i++)
    if (n_parts == 1 || *g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (lines, akk_line_new (AKK_LINE_PARAGRAPH, 0, parts[i], NULL, 0));
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}

static void
clip_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkEditor) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (value != NULL && g_value_get_boxed (value) != NULL)
    akk_editor_insert_text (self, g_value_get_boxed (value));
}

static void
commonmark_spliced_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkEditor) self = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *commonmark = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) < 0)
    return;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  commonmark =
      g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  {
    g_autoptr (AkkText) text = akk_text_parse (commonmark);

    akk_editor_insert_text (self, text);
  }
}

static void
commonmark_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkEditor) self = data;
  g_autoptr (GInputStream) input =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (input == NULL)
    return;
  /* Never at once: our own copy is written by this same main loop. */
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, commonmark_spliced_cb, g_steal_pointer (&self));
}

static void
plain_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkEditor) self = data;
  g_autofree char *plain = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (plain != NULL && *plain != '\0') {
    g_autoptr (AkkText) text = text_from_plain (plain);

    akk_editor_insert_text (self, text);
  }
}

static void
paste_from (AkkEditor *self, GdkClipboard *clipboard)
{
  static const char *mime_types[] = { MIME_TYPE, NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  if (gdk_content_formats_contain_gtype (formats, akk_clip_get_type ()))
    gdk_clipboard_read_value_async (clipboard, akk_clip_get_type (), G_PRIORITY_DEFAULT, NULL,
                                    clip_read_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_mime_type (formats, MIME_TYPE))
    gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, NULL, commonmark_read_cb,
                              g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, plain_read_cb, g_object_ref (self));
}

void
akk_editor_paste (AkkEditor *self)
{
  paste_from (self, gtk_widget_get_clipboard (GTK_WIDGET (self)));
}

/* --- What the view would do by itself --- */

/* The view moves dragged text as plain words: fields would be fields no more. */
static gboolean
accept_drop_cb (GtkDropTarget *target, GdkDrop *drop, AkkEditor *self)
{
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                    gdk_drop_get_formats (drop));
}

void
akk_editor_paste_init (AkkEditor *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_connect (controller, "accept", G_CALLBACK (accept_drop_cb), self);
  }
}

/* The view offers its selection to the primary clipboard when it is realized, as a buffer. */
void
akk_editor_keep_selection (AkkEditor *self, gboolean keep)
{
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (self));

  if (keep)
    gtk_text_buffer_remove_selection_clipboard (self->buffer, primary);
  else
    gtk_text_buffer_add_selection_clipboard (self->buffer, primary);
}
