/* A row for a value of an indicator: a number to be written, or a word to be chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-value-row.h"

#include <glib/gi18n.h>

static const char names_key[] = "akk-names", indicator_key[] = "akk-indicator",
                  title_key[] = "akk-title";

static gboolean
has_words (const AkkIndicator *indicator)
{
  return indicator->kind == AKK_INDICATOR_YES_NO || indicator->kind == AKK_INDICATOR_SCALE;
}

/* The words of the values from 0. */
static GtkStringList *
words_of (const AkkMeasurementNames *names, const AkkIndicator *indicator)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("Not filled in"));
  if (indicator->kind == AKK_INDICATOR_YES_NO) {
    gtk_string_list_append (words, akk_measurement_names_word (names, AKK_MEASURE_NO));
    gtk_string_list_append (words, akk_measurement_names_word (names, AKK_MEASURE_YES));
  } else {
    for (guint i = 0; i < AKK_SCALE_STEPS; i++)
      gtk_string_list_append (words, akk_measurement_names_step (names, i));
  }
  return words;
}

GtkWidget *
akk_indicator_value_row_new (const char *title,
                             const AkkMeasurementNames *names,
                             const AkkIndicator *indicator)
{
  GtkWidget *row;

  if (has_words (indicator)) {
    g_autoptr (GtkStringList) words = words_of (names, indicator);

    row = adw_combo_row_new ();
    adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  } else {
    row = adw_entry_row_new ();
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), title_key, g_strdup (title), g_free);
  g_object_set_data (G_OBJECT (row), names_key, (gpointer) names);
  g_object_set_data (G_OBJECT (row), indicator_key, (gpointer) indicator);
  return row;
}

void
akk_indicator_value_row_set (GtkWidget *row, gboolean is_set, gint64 value)
{
  const AkkMeasurementNames *names = g_object_get_data (G_OBJECT (row), names_key);
  const AkkIndicator *indicator = g_object_get_data (G_OBJECT (row), indicator_key);
  g_autofree char *text = NULL;

  if (ADW_IS_COMBO_ROW (row)) {
    const gint64 last = indicator->kind == AKK_INDICATOR_YES_NO ? 1 : AKK_SCALE_STEPS - 1;

    adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                                is_set ? (guint) CLAMP (value / AKK_DECIMAL, 0, last) + 1 : 0);
    return;
  }
  if (is_set)
    text = akk_measured_value_write (names, indicator, AKK_MEASUREMENT_VALUE, value);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* The row says what is wrong where it said what it is. */
static void
show_problem (GtkWidget *row, const char *problem)
{
  const char *title = g_object_get_data (G_OBJECT (row), title_key);

  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem != NULL ? problem : title);
  gtk_widget_set_tooltip_text (row, problem);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

AkkCellReading
akk_indicator_value_row_get (GtkWidget *row, AkkMeasuredValue *read)
{
  const AkkMeasurementNames *names = g_object_get_data (G_OBJECT (row), names_key);
  const AkkIndicator *indicator = g_object_get_data (G_OBJECT (row), indicator_key);
  AkkCellReading reading;

  *read = (AkkMeasuredValue) { .state = AKK_MEASUREMENT_VALUE };
  if (ADW_IS_COMBO_ROW (row)) {
    guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

    if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
      return AKK_CELL_EMPTY;
    read->value = (gint64) (selected - 1) * AKK_DECIMAL;
    return AKK_CELL_READ;
  }
  reading = akk_measured_value_read (names, indicator, gtk_editable_get_text (GTK_EDITABLE (row)),
                                     AKK_DECIMAL_COMMA, read);
  show_problem (row, reading == AKK_CELL_WRONG ? read->problem : NULL);
  g_clear_pointer (&read->problem, g_free);
  return reading;
}

void
akk_indicator_value_row_connect (GtkWidget *row, GCallback changed, gpointer data)
{
  g_signal_connect_object (row, ADW_IS_COMBO_ROW (row) ? "notify::selected" : "changed", changed,
                           data, G_CONNECT_SWAPPED);
}
