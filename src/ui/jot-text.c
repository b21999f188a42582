/* A text view that is as high as its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/jot-text.h"

/* A text view leaves so much room behind a line, in pixels. */
#define CARET 1
/* It is never asked to be narrower, unless its text is short. */
#define LEAST_WIDTH 160

struct _AkkJotText {
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkJotText, akk_jot_text, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
akk_jot_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* `width` -1: as wide as it takes. */
static void
get_size (GtkWidget *widget, int width, int *wide, int *high)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (width - CARET, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, wide, high);
}

static void
akk_jot_text_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  int wide, high;

  get_size (widget, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &wide, &high);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? high : MIN (wide, LEAST_WIDTH) + CARET;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? high : wide + CARET;
}

static void
akk_jot_text_class_init (AkkJotTextClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->get_request_mode = akk_jot_text_get_request_mode;
  widget_class->measure = akk_jot_text_measure;
}

static void
akk_jot_text_init (AkkJotText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}
