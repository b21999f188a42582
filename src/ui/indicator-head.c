/* The head of the page of an indicator: its newest figure, where it stands, how it came there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-head.h"

G_DEFINE_FINAL_TYPE (AkkIndicatorHead, akk_indicator_head, GTK_TYPE_BOX)

static void
akk_indicator_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_INDICATOR_HEAD);
  G_OBJECT_CLASS (akk_indicator_head_parent_class)->dispose (object);
}

static void
akk_indicator_head_class_init (AkkIndicatorHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_indicator_head_dispose;
  g_type_ensure (AKK_TYPE_STATE_GLYPH);
  g_type_ensure (AKK_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/indicator-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, name_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, value_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, year_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, standing_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, reason_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, note_label);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, state_box);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, glyph);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorHead, years_chart);
}

static void
akk_indicator_head_init (AkkIndicatorHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
