/* A dialog with one figure of an indicator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-measurement-dialog.h"

#include <glib/gi18n.h>

#include "core/parties.h"
#include "ui/indicator-dialog.h"
#include "ui/indicator-value-row.h"

/* Owned by the dialog. */
typedef struct {
  AkkMeasurement *draft; /* borrowed, as the row */
  AkkIndicator *indicator; /* owned */
  GtkWidget *value_row;
} Parts;

static const char parts_key[] = "akk-parts";

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  g_object_unref (parts->indicator);
  g_free (parts);
}

/* "1-3" and "n.b." may be written too: then the figure is of that state. */
static void
changed_cb (AkkRecordDialog *dialog)
{
  Parts *parts = g_object_get_data (G_OBJECT (dialog), parts_key);
  gboolean asks = parts->draft->state == AKK_MEASUREMENT_VALUE;
  gboolean good = TRUE;
  AkkMeasuredValue read;

  gtk_widget_set_visible (parts->value_row, asks);
  if (asks) {
    good = akk_indicator_value_row_get (parts->value_row, &read) == AKK_CELL_READ;
    if (good && read.state == AKK_MEASUREMENT_VALUE)
      g_object_set (parts->draft, "value", read.value, NULL);
  }
  akk_indicator_dialog_allow (dialog, good);
}

static void
write_cb (AkkRecordDialog *dialog, AkkRecord *record)
{
  Parts *parts = g_object_get_data (G_OBJECT (dialog), parts_key);
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");
  AkkMeasuredValue read;

  if (parts->draft->state == AKK_MEASUREMENT_VALUE &&
      akk_indicator_value_row_get (parts->value_row, &read) == AKK_CELL_READ &&
      read.state != AKK_MEASUREMENT_VALUE)
    akk_store_set_int (store, record, "state", read.state);
}

/* "Berlare, 2025", "The region, 2025, Laaggeletterden" */
static char *
title_of (AkkIndicatorScope *scope, const AkkMeasurement *measurement)
{
  g_autofree char *party = measurement->party_id != 0
                               ? akk_party_short_name (scope->store, measurement->party_id)
                               : g_strdup (_ ("The whole region"));

  return g_strdup_printf ("%s, %d%s%s", party, (int) measurement->year,
                          *measurement->target_group != '\0' ? ", " : "",
                          measurement->target_group);
}

static AkkMeasurement *
find_or_make (AkkIndicatorScope *scope,
              AkkIndicator *indicator,
              int year,
              gint64 party_id,
              const char *target_group)
{
  AkkFigure figure = akk_figures_get (scope->figures, indicator, year, party_id, target_group);
  AkkMeasurement *measurement =
      figure.measurement_id != 0
          ? akk_store_get (scope->store, &akk_measurement_record, figure.measurement_id)
          : NULL;

  if (measurement != NULL)
    return measurement;
  measurement = akk_record_new (&akk_measurement_record);
  g_object_set (measurement, "indicator-id", indicator->record.id, "year", (gint64) year,
                "party-id", party_id, "target-group", target_group, "received-on", scope->today,
                NULL);
  return measurement;
}

AkkRecordDialog *
akk_indicator_measurement_dialog_new (AkkIndicatorScope *scope,
                                      AkkIndicator *indicator,
                                      int year,
                                      gint64 party_id,
                                      const char *target_group)
{
  g_autoptr (AkkMeasurement) measurement =
      find_or_make (scope, indicator, year, party_id, target_group);
  gboolean is_new = measurement->record.id == 0;
  g_autofree char *title = title_of (scope, measurement);
  AkkRecordDialog *dialog = akk_record_dialog_new (
      scope->store, measurement, title, is_new ? N_ ("Fill in figure") : N_ ("Change figure"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, indicator->name);
  Parts *parts = g_new0 (Parts, 1);

  parts->indicator = g_object_ref (indicator);
  parts->draft = akk_record_dialog_get_record (dialog);
  g_object_set_data_full (G_OBJECT (dialog), parts_key, parts, parts_free);
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (scope->store),
                          g_object_unref);
  akk_record_form_add (form, "state");
  parts->value_row = akk_indicator_value_row_new (
      _ ("Value"), akk_indicator_dialog_names (dialog, scope), indicator);
  akk_indicator_value_row_set (parts->value_row, !is_new, measurement->value);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), parts->value_row);
  akk_record_form_add (form, "provisional");
  akk_record_form_add (form, "until");
  akk_record_form_add_lines (form, "sentence");
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  form = akk_record_dialog_add_form (dialog, _ ("Where the Figures Come From"));
  akk_record_form_add (form, "source");
  akk_record_form_add (form, "received_on");
  akk_indicator_value_row_connect (parts->value_row, G_CALLBACK (changed_cb), dialog);
  g_signal_connect (dialog, "writing", G_CALLBACK (write_cb), NULL);
  adw_dialog_set_focus (ADW_DIALOG (dialog), parts->value_row);
  changed_cb (dialog);
  return dialog;
}
