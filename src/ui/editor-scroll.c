/* What of the text is seen: the caret, a line, a section.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

/* How far from the top a line is put that is gone to. */
#define LINE_AT .06

static gboolean
has_size (AkkEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
scroll_to_caret (AkkEditor *self)
{
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer), 0,
                                TRUE, 0, LINE_AT);
}

static gboolean
shown_cb (gpointer data)
{
  AkkEditor *self = data;

  self->scroll_id = 0;
  if (!has_size (self))
    return G_SOURCE_REMOVE;
  self->scroll_waits = FALSE;
  akk_editor_lay_out (self);
  scroll_to_caret (self);
  return G_SOURCE_REMOVE;
}

void
akk_editor_lay_out (AkkEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_mapped (widget))
    GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget),
                                                  gtk_widget_get_baseline (widget));
}

void
akk_editor_scroll_later (AkkEditor *self)
{
  /* When the first frame is drawn: until then lines above have no true height. */
  if (self->scroll_waits && self->scroll_id == 0 && has_size (self))
    self->scroll_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, shown_cb, self, NULL);
}

void
akk_editor_show_caret (AkkEditor *self)
{
  self->scroll_waits = self->scroll_waits || !has_size (self);
  if (self->scroll_waits)
    return;
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (self->buffer));
  akk_editor_lay_out (self);
}

void
akk_editor_go_to_line (AkkEditor *self, guint line)
{
  GtkTextIter iter;

  g_return_if_fail (AKK_IS_EDITOR (self));
  if (line >= self->lines->len)
    return;
  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) line);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->scroll_waits = self->scroll_waits || !has_size (self);
  if (!self->scroll_waits)
    scroll_to_caret (self);
}

void
akk_editor_go_to_section (AkkEditor *self, gint64 section)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  for (guint i = 0; i < self->lines->len; i++) {
    AkkLine *line = akk_editor_line (self, i);

    if (line->kind == AKK_LINE_HEADING && line->section == section) {
      akk_editor_go_to_line (self, i);
      return;
    }
  }
}
