/* The page Tekst: pictures that are chosen, dropped or pasted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

#include "ui/attach.h"
#include "ui/figure-dialog.h"
#include "ui/record-dialog.h"

static void
describe (AkkTextPage *self, const char *sha256)
{
  adw_dialog_present (ADW_DIALOG (akk_figure_dialog_new (self->editor, self->store, sha256)),
                      GTK_WIDGET (self));
}

static void
attached_cb (GtkWidget *widget, const char *sha256, const char *name, const GError *error)
{
  if (sha256 != NULL)
    describe (AKK_TEXT_PAGE (widget), sha256);
  else
    akk_show_error (widget, _ ("Picture Not Used"), error);
}

void
akk_text_page_choose_figure (AkkTextPage *self)
{
  if (self->store != NULL)
    akk_attach_picture (GTK_WIDGET (self), self->store, _ ("Choose a Picture"), attached_cb);
}

void
akk_text_page_edit_figure (AkkTextPage *self)
{
  if (self->store != NULL && gtk_text_view_get_editable (GTK_TEXT_VIEW (self->editor)))
    describe (self, NULL);
}

/* --- From elsewhere --- */

static void
texture_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkTextPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
      gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_autoptr (GBytes) bytes = texture != NULL ? gdk_texture_save_to_png_bytes (texture) : NULL;
  g_autofree char *sha256 = NULL;

  if (self->store == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (bytes != NULL)
    sha256 = akk_store_add_blob (self->store, bytes, &error);
  attached_cb (GTK_WIDGET (self), sha256, NULL, error);
}

/* The first one of the files. An address on the web is words. */
static gboolean
take_files (AkkTextPage *self, GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  GFile *file = files != NULL ? files->data : NULL;

  if (file == NULL || g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https"))
    return FALSE;
  akk_attach_known_picture (GTK_WIDGET (self), self->store, file, attached_cb);
  return TRUE;
}

static void
files_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkTextPage) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (self->store == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (value == NULL || !take_files (self, g_value_get_boxed (value)))
    akk_editor_paste_plain (self->editor);
}

void
akk_text_page_paste_picture (AkkTextPage *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (self->store == NULL)
    return;
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, g_object_ref (self));
}

/* Where it is let go, the caret goes. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, AkkTextPage *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->store == NULL || !gtk_text_view_get_editable (view))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &iter);
  return take_files (self, g_value_get_boxed (value));
}

static GdkTexture *
picture_cb (const char *sha256, gpointer data)
{
  AkkTextPage *self = data;

  if (self->store == NULL)
    return NULL;
  if (self->pictures != NULL && akk_figure_pictures_get_store (self->pictures) != self->store)
    akk_text_page_figures_dispose (self);
  if (self->pictures == NULL) {
    self->pictures = akk_figure_pictures_new (self->store);
    g_signal_connect_object (self->pictures, "read", G_CALLBACK (akk_editor_refresh_pictures),
                             self->editor, G_CONNECT_SWAPPED);
  }
  return akk_figure_pictures_get (self->pictures, sha256);
}

void
akk_text_page_figures_dispose (AkkTextPage *self)
{
  g_clear_object (&self->pictures);
}

void
akk_text_page_figures_init (AkkTextPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), GTK_EVENT_CONTROLLER (target));
  akk_editor_set_pictures (self->editor, picture_cb, self);
}
