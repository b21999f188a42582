/* Where figures come from: what the dialog for figures from a table shows first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/measurement-import-start.h"

G_DEFINE_FINAL_TYPE (AkkMeasurementImportStart, akk_measurement_import_start, ADW_TYPE_BIN)

static void
akk_measurement_import_start_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AKK_TYPE_MEASUREMENT_IMPORT_START);
  G_OBJECT_CLASS (akk_measurement_import_start_parent_class)->dispose (object);
}

static void
akk_measurement_import_start_class_init (AkkMeasurementImportStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_measurement_import_start_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/be/akkoord/Akkoord/ui/measurement-import-start.ui");
}

static void
akk_measurement_import_start_init (AkkMeasurementImportStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
