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

gboolean
akk_editor_sees_caret (AkkEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle caret, seen;
  GtkTextIter iter;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return TRUE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (view, &iter, &caret);
  gtk_text_view_get_visible_rect (view, &seen);
  return caret.y >= seen.y && caret.y + caret.height <= seen.y + seen.height;
}

/* --- While lines find their height --- */

/* With the caret in the first line the text is seen from its beginning: the space above that line
 * too. */
void
akk_editor_keep_caret_seen (AkkEditor *self)
{
  GtkTextMark *caret = gtk_text_buffer_get_insert (self->buffer);
  GtkTextIter iter;

  if (self->follow_id == 0 || self->cell != NULL || akk_editor_sees_caret (self))
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, caret);
  if (gtk_text_iter_get_line (&iter) == 0)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
  else
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), caret);
}

static gboolean
all_lines_have_height_cb (gpointer data)
{
  AkkEditor *self = data;

  akk_editor_lay_out (self);
  akk_editor_keep_caret_seen (self);
  self->follow_id = 0;
  return G_SOURCE_REMOVE;
}

/* GtkTextView lays out lines one after the other, when it has the time, nearest first. It keeps
 * what is seen in its place meanwhile, but never beyond the height that the text had before: at the
 * end of a text it loses the caret. */
void
akk_editor_follow_caret (AkkEditor *self)
{
  if (self->owner == NULL && !self->embedded && self->follow_id == 0 && has_size (self))
    self->follow_id =
        g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 5, all_lines_have_height_cb, self, NULL);
}

/* Who scrolls wants to see something else. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AkkEditor *self)
{
  g_clear_handle_id (&self->follow_id, g_source_remove);
  return GDK_EVENT_PROPAGATE;
}

void
akk_editor_scroll_init (AkkEditor *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* --- To the caret --- */

static void
scroll_to_caret (AkkEditor *self)
{
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer), 0,
                                TRUE, 0, LINE_AT);
  akk_editor_follow_caret (self);
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
  akk_editor_follow_caret (self);
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
