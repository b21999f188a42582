/* What is said once for all figures of a table: source, date, municipality.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/measurement-block-page.h"

#include "ui/date-row.h"

G_DEFINE_FINAL_TYPE (AkkMeasurementBlockPage, akk_measurement_block_page, ADW_TYPE_NAVIGATION_PAGE)

static void
akk_measurement_block_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_MEASUREMENT_BLOCK_PAGE);
  G_OBJECT_CLASS (akk_measurement_block_page_parent_class)->dispose (object);
}

static void
akk_measurement_block_page_class_init (AkkMeasurementBlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_measurement_block_page_dispose;
  g_type_ensure (AKK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/measurement-block-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementBlockPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementBlockPage, received_row);
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementBlockPage, provisional_row);
  gtk_widget_class_bind_template_child (widget_class, AkkMeasurementBlockPage, party_row);
}

static void
akk_measurement_block_page_init (AkkMeasurementBlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
