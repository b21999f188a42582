/* The municipalities compared, on the page of an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-compare-group.h"

G_DEFINE_FINAL_TYPE (AkkIndicatorCompareGroup,
                     akk_indicator_compare_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
akk_indicator_compare_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_INDICATOR_COMPARE_GROUP);
  G_OBJECT_CLASS (akk_indicator_compare_group_parent_class)->dispose (object);
}

static void
akk_indicator_compare_group_class_init (AkkIndicatorCompareGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_indicator_compare_group_dispose;
  g_type_ensure (AKK_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/indicator-compare-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorCompareGroup, year_choice);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorCompareGroup, bars_chart);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorCompareGroup, multiples_chart);
  gtk_widget_class_bind_template_child (widget_class, AkkIndicatorCompareGroup, note_label);
}

static void
akk_indicator_compare_group_init (AkkIndicatorCompareGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
