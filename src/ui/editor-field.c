/* The editor as a field among others: as high as its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#define MARGIN 10

int
akk_editor_field_height (AkkEditor *self, int height)
{
  GtkTextIter end;
  GdkRectangle last;

  /* Without the line after the last one, which only a text that is scrolled has use for. */
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (!gtk_text_iter_starts_line (&end) || gtk_text_buffer_get_line_count (self->buffer) < 2)
    return height;
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);
  return MAX (height - last.height, last.height);
}

static void
settle_cb (gpointer data)
{
  AkkEditor *self = data;
  GtkWidgetClass *view_class = g_type_class_peek (GTK_TYPE_TEXT_VIEW);
  int minimum, natural;

  self->settle_id = 0;
  /* What the widget said before is remembered; this is what it would say now. */
  view_class->measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL,
                       NULL);
  if (akk_editor_field_height (self, natural) != gtk_widget_get_height (GTK_WIDGET (self)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
akk_editor_field_settle (AkkEditor *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (!self->embedded)
    return;
  /* All of the text is seen: only the page around it scrolls. */
  if (adjustment != NULL && gtk_adjustment_get_value (adjustment) > 0)
    gtk_adjustment_set_value (adjustment, 0);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_once (settle_cb, self);
}

void
akk_editor_set_embedded (AkkEditor *self, const char *label)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  g_return_if_fail (AKK_IS_EDITOR (self));

  self->embedded = TRUE;
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, MARGIN - 2);
  gtk_text_view_set_bottom_margin (view, MARGIN - 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
