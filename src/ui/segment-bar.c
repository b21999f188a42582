/* So many of so many, as segments.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/segment-bar.h"

#include <adwaita.h>

#define HEIGHT 10
#define MIN_WIDTH 3

/* Each segment is a widget without content: CSS gives it its colour, fill and border. */
struct _AkkSegmentBar {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AkkSegmentBar, akk_segment_bar, GTK_TYPE_WIDGET)

static void
clear (AkkSegmentBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
akk_segment_bar_dispose (GObject *object)
{
  clear (AKK_SEGMENT_BAR (object));
  G_OBJECT_CLASS (akk_segment_bar_parent_class)->dispose (object);
}

static void
akk_segment_bar_class_init (AkkSegmentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_segment_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "akk-segments");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
akk_segment_bar_init (AkkSegmentBar *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 4);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
akk_segment_bar_set_glyphs (AkkSegmentBar *self, const AkkGlyph *glyphs, guint n_glyphs)
{
  g_return_if_fail (AKK_IS_SEGMENT_BAR (self));

  clear (self);
  for (guint i = 0; i < n_glyphs; i++) {
    GtkWidget *segment = g_object_new (ADW_TYPE_BIN, "css-name", "akk-segment", "width-request",
                                       MIN_WIDTH, "height-request", HEIGHT, NULL);
    const char *css_class = akk_glyph_css_class (glyphs[i]);

    if (css_class != NULL)
      gtk_widget_add_css_class (segment, css_class);
    if (glyphs[i] == AKK_GLYPH_OFFERED)
      gtk_widget_add_css_class (segment, "akk-segment-offered");
    gtk_widget_set_parent (segment, GTK_WIDGET (self));
  }
}
