/* Pasting in the editor: as lines within the program, as CommonMark from another window of it, as
 * HTML from word processors and browsers, as plain text from everything else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-commitments.h"
#include "core/text-exchange.h"
#include "ui/html-read.h"

/* --- Pasting --- */

static void
add_piece (GString *text, GArray *runs, const AkkLine *line, gsize from, gsize to)
{
  g_autoptr (AkkLine) cut = akk_editor_cut_line (line, from, to, FALSE);

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

/* How many lines are before the footnotes at the end. */
static guint
body_length (const AkkText *fragment)
{
  guint n = fragment->n_lines;

  while (n > 0 && fragment->lines[n - 1]->kind == AKK_LINE_NOTE)
    n--;
  return n;
}

AkkText *
akk_editor_paste_notes (AkkEditor *self, guint position, const AkkText *fragment)
{
  AkkText *relabelled = akk_text_relabel_notes (fragment, akk_editor_get_text (self));
  guint body = body_length (relabelled), n_notes = relabelled->n_lines - body;

  if (n_notes == 0)
    return relabelled;
  position++;
  while (position < self->lines->len && akk_editor_line (self, position)->kind != AKK_LINE_HEADING)
    position++;
  akk_editor_replace_lines (self, position, 0, relabelled->lines + body, n_notes);
  akk_editor_mark_dirty (self, position, position + n_notes - 1);
  return relabelled;
}

/* Replaces the line of the caret by what it becomes with the fragment in it. */
static void
paste_lines (AkkEditor *self, const GtkTextIter *caret, const AkkText *whole)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);
  g_autoptr (AkkText) fragment = NULL;
  guint position = (guint) gtk_text_iter_get_line (caret), last = body_length (whole);
  gsize byte = akk_editor_iter_to_byte (self, caret), after;
  g_autoptr (AkkLine) line = NULL;
  const AkkLine *ended;
  GtkTextIter end;

  if (last-- == 0)
    return;
  fragment = akk_editor_paste_notes (self, position, whole);
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

/* Lines that are no words of a heading go below it. */
static void
paste_below (AkkEditor *self, guint heading, const AkkText *whole)
{
  guint n = body_length (whole), position = heading + 1, n_replaced = 0;
  g_autoptr (AkkText) fragment = akk_editor_paste_notes (self, heading, whole);
  const AkkLine *next, *last = fragment->lines[n - 1];
  GtkTextIter end;

  akk_editor_read (self);
  next = position < self->lines->len ? akk_editor_line (self, position) : NULL;
  if (next != NULL && next->kind == AKK_LINE_PARAGRAPH && *next->text == '\0')
    n_replaced = 1;
  akk_editor_replace_lines (self, position, n_replaced, fragment->lines, n);
  akk_editor_mark_dirty (self, position, heading + n);
  akk_editor_byte_to_iter (self, heading + n,
                           last->kind != AKK_LINE_TABLE ? strlen (last->text) : 0, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  akk_editor_touch (self, NULL);
}

void
akk_editor_insert_text (AkkEditor *self, AkkText *fragment)
{
  g_autoptr (AkkText) renewed = NULL;
  GtkTextIter caret;
  AkkLineKind kind;
  guint n;

  if (self->lines->len == 0 || fragment->n_lines == 0)
    return;
  if (self->owner != NULL) {
    akk_editor_paste_in_cell (self, fragment);
    return;
  }
  akk_editor_begin_command (self, N_ ("Paste"));
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  /* A copy of a commitment is another commitment; one that was cut is still itself. */
  fragment = renewed = akk_text_renew_commitments (fragment, akk_editor_get_text (self));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->buffer));
  kind = akk_editor_line (self, (guint) gtk_text_iter_get_line (&caret))->kind;
  n = body_length (fragment);
  if (kind == AKK_LINE_HEADING &&
      (n > 1 || (n == 1 && fragment->lines[0]->kind == AKK_LINE_TABLE))) {
    paste_below (self, (guint) gtk_text_iter_get_line (&caret), fragment);
  } else if (kind == AKK_LINE_HEADING || kind == AKK_LINE_NOTE || kind == AKK_LINE_TABLE) {
    g_autofree char *plain = akk_text_plain (fragment, self->field, self->resolver_data);

    gtk_text_buffer_insert (self->buffer, &caret, g_strchomp (plain), -1);
  } else {
    paste_lines (self, &caret, fragment);
  }
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
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
plain_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkEditor) self = data;
  g_autofree char *plain = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autofree char *clean = plain != NULL ? akk_editor_clean (plain, -1, FALSE) : NULL;

  if (plain != NULL && *plain != '\0') {
    g_autoptr (AkkText) text = akk_text_from_plain (clean != NULL ? clean : plain);

    akk_editor_insert_text (self, text);
  }
}

/* A picture, or a file that may be one, where the text can have figures. */
static gboolean
holds_picture (AkkEditor *self, GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return self->picture != NULL && self->owner == NULL &&
         (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
          gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
}

/* A read of bytes that is under way. */
typedef struct {
  AkkEditor *editor;
  GdkClipboard *clipboard;
  gboolean html;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->editor);
  g_object_unref (reading->clipboard);
  g_free (reading);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
spliced_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AkkText) text = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) < 0)
    return;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (reading->html) {
    text = akk_html_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  } else {
    g_autofree char *commonmark =
        g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

    text = akk_text_parse (commonmark);
  }
  if (text != NULL)
    akk_editor_insert_text (reading->editor, text);
  else if (holds_picture (reading->editor, reading->clipboard))
    g_signal_emit_by_name (reading->editor, "picture-pasted");
  else /* perhaps there are words beside it */
    gdk_clipboard_read_text_async (reading->clipboard, NULL, plain_read_cb,
                                   g_object_ref (reading->editor));
}

static void
bytes_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GInputStream) input =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (input == NULL)
    return;
  /* Never at once: our own copy is written by this same main loop. */
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&reading));
}

static void
read_bytes (AkkEditor *self, GdkClipboard *clipboard, const char *mime_type)
{
  const char *mime_types[] = { mime_type, NULL };
  Reading *reading = g_new0 (Reading, 1);

  reading->editor = g_object_ref (self);
  reading->clipboard = g_object_ref (clipboard);
  reading->html = g_str_equal (mime_type, "text/html");
  gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, NULL, bytes_read_cb,
                            reading);
}

void
akk_editor_paste (AkkEditor *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  if (gdk_content_formats_contain_gtype (formats, AKK_TYPE_EDITOR_CLIP))
    gdk_clipboard_read_value_async (clipboard, AKK_TYPE_EDITOR_CLIP, G_PRIORITY_DEFAULT, NULL,
                                    clip_read_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_mime_type (formats, AKK_EDITOR_MIME_TYPE))
    read_bytes (self, clipboard, AKK_EDITOR_MIME_TYPE);
  else if (gdk_content_formats_contain_mime_type (formats, "text/html"))
    read_bytes (self, clipboard, "text/html");
  else if (holds_picture (self, clipboard))
    g_signal_emit_by_name (self, "picture-pasted");
  else
    akk_editor_paste_plain (self);
}

void
akk_editor_paste_plain (AkkEditor *self)
{
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                   plain_read_cb, g_object_ref (self));
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
