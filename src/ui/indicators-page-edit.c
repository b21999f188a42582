/* The page Indicatoren: what is made and taken in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicators-page-private.h"

#include <glib/gi18n.h>

#include "core/indicator-edit.h"
#include "core/measurement-export.h"
#include "core/order.h"
#include "core/parties.h"
#include "core/tabular.h"
#include "ui/indicator-dialog.h"
#include "ui/indicator-examples-dialog.h"
#include "ui/measurement-form-dialog.h"
#include "ui/measurement-import-dialog.h"
#include "ui/record-dialog.h"

/* NULL unless the page is about this agreement's indicator. Borrowed. */
static AkkIndicator *
indicator_of (AkkIndicatorsPage *self, gint64 id, guint *index)
{
  GPtrArray *all = self->scope != NULL ? akk_figures_indicators (self->scope->figures) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (((const AkkRecord *) all->pdata[i])->id == id) {
      *index = i;
      return all->pdata[i];
    }
  return NULL;
}

/* --- New, changed, gone --- */

static void
made_cb (AkkIndicatorsPage *self, AkkRecord *indicator)
{
  akk_indicators_page_show_indicator (self, indicator->id);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  g_autoptr (AkkIndicator) indicator = NULL;
  GPtrArray *all;
  g_autofree char *position = NULL;
  AkkRecordDialog *dialog;

  if (self->scope == NULL)
    return;
  all = akk_figures_indicators (self->scope->figures);
  indicator = akk_record_new (&akk_indicator_record);
  position = akk_order_between (
      all->len > 0 ? ((const AkkIndicator *) all->pdata[all->len - 1])->position : "", "");
  g_object_set (indicator, "agreement-id", self->agreement->record.id, "position", position, NULL);
  dialog = akk_indicator_dialog_new (self->scope, indicator);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
examples_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);

  if (self->scope != NULL)
    adw_dialog_present (akk_indicator_examples_dialog_new (self->store, self->agreement), widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  guint index;
  AkkIndicator *indicator = indicator_of (self, g_variant_get_int64 (parameter), &index);

  if (indicator != NULL)
    adw_dialog_present (ADW_DIALOG (akk_indicator_dialog_new (self->scope, indicator)), widget);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  guint index;
  AkkIndicator *indicator = indicator_of (self, g_variant_get_int64 (parameter), &index);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (indicator == NULL)
    return;
  sentence = g_strdup_printf (_ ("“%s” has been deleted."), indicator->name);
  akk_store_begin (self->store, N_ ("Delete indicator"));
  akk_indicator_delete (self->store, indicator);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (widget, _ ("Not Deleted"), error);
  else
    gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
}

static const char *
position_at (const GPtrArray *all, int index)
{
  return index >= 0 && index < (int) all->len ? ((const AkkIndicator *) all->pdata[index])->position
                                              : "";
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  gint64 id;
  gboolean up;
  guint index;
  int target;
  AkkIndicator *indicator;
  GPtrArray *all;
  g_autofree char *position = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xb)", &id, &up);
  indicator = indicator_of (self, id, &index);
  if (indicator == NULL)
    return;
  all = akk_figures_indicators (self->scope->figures);
  target = up ? (int) index - 1 : (int) index + 2; /* before the one at this place */
  if (target < 0 || target > (int) all->len)
    return;
  position = akk_order_between (position_at (all, target - 1), position_at (all, target));
  akk_store_begin (self->store, N_ ("Move in the list"));
  akk_store_set_text (self->store, indicator, "position", position);
  if (!akk_store_commit (self->store, &error))
    akk_show_error (widget, _ ("Not Moved"), error);
}

/* --- Figures in --- */

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  AdwDialog *dialog;

  if (self->scope == NULL)
    return;
  dialog = akk_measurement_import_dialog_new (self->store, self->agreement);
  adw_dialog_present (dialog, widget);
  akk_measurement_import_dialog_paste (AKK_MEASUREMENT_IMPORT_DIALOG (dialog));
}

/* Asks which municipality and which year first. */
static void
fill_in_chosen_cb (AdwAlertDialog *alert, const char *response, AkkIndicatorsPage *self)
{
  AdwComboRow *party_row = g_object_get_data (G_OBJECT (alert), "akk-party");
  GtkSpinButton *year_spin = g_object_get_data (G_OBJECT (alert), "akk-year");
  guint selected = adw_combo_row_get_selected (party_row);
  GPtrArray *parties;
  gint64 party = 0;

  if (!g_str_equal (response, "fill-in") || self->scope == NULL)
    return;
  parties = akk_figures_municipalities (self->scope->figures);
  if (selected < parties->len)
    party = ((const AkkRecord *) parties->pdata[selected])->id;
  adw_dialog_present (
      akk_measurement_form_dialog_new (self->store, self->agreement, party,
                                       gtk_spin_button_get_value_as_int (year_spin)),
      GTK_WIDGET (self));
}

static GtkWidget *
party_row_new (AkkIndicatorsPage *self)
{
  GPtrArray *parties = akk_figures_municipalities (self->scope->figures);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < parties->len; i++) {
    g_autofree char *party =
        akk_party_short_name (self->store, ((const AkkRecord *) parties->pdata[i])->id);

    gtk_string_list_append (names, party);
  }
  gtk_string_list_append (names, _ ("The whole region"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Municipality"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

static GtkWidget *
year_row_new (AkkIndicatorsPage *self, GtkWidget **spin)
{
  GtkWidget *row = adw_action_row_new ();

  *spin = gtk_spin_button_new_with_range (1900, 2999, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (*spin), self->scope->year);
  gtk_widget_set_valign (*spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Year"),
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Year"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *spin);
  return row;
}

static void
fill_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  AdwDialog *alert;
  GtkWidget *group, *party, *year, *spin;

  if (self->scope == NULL)
    return;
  alert = adw_alert_dialog_new (_ ("Fill In Figures"),
                                _ ("All figures of a municipality for a year, on one form."));
  group = adw_preferences_group_new ();
  party = party_row_new (self);
  year = year_row_new (self, &spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), party);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), year);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "fill-in",
                                  _ ("_Fill In"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "fill-in",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "fill-in");
  g_object_set_data (G_OBJECT (alert), "akk-party", party);
  g_object_set_data (G_OBJECT (alert), "akk-year", spin);
  g_signal_connect_object (alert, "response", G_CALLBACK (fill_in_chosen_cb), self, 0);
  adw_dialog_present (alert, widget);
}

/* --- Figures out --- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkIndicatorsPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) &&
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    akk_show_error (GTK_WIDGET (self), _ ("The table was not saved"), error);
}

static GBytes *
table_bytes (AkkIndicatorsPage *self, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) table =
      akk_measurement_table (self->store, self->agreement->record.id, self->scope->phrases);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".txt"))
    return akk_tabular_to_csv (table);
  return akk_tabular_to_ods (table, _ ("Figures"), error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkIndicatorsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->scope == NULL)
    return;
  bytes = table_bytes (self, file, &error);
  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                         g_object_ref (self));
  else
    akk_show_error (GTK_WIDGET (self), _ ("The table was not saved"), error);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkIndicatorsPage *self = AKK_INDICATORS_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *file = NULL;

  if (self->scope == NULL)
    return;
  gtk_file_filter_set_name (filter, _ ("Tables (OpenDocument, CSV)"));
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  file = g_strdup_printf ("%s.ods", _ ("Figures"));
  gtk_file_dialog_set_title (dialog, _ ("Save Figures as a Table"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, place_chosen_cb,
                        g_object_ref (self));
}

void
akk_indicators_page_install_edit (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "indicators.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "indicators.examples", NULL, examples_action);
  gtk_widget_class_install_action (widget_class, "indicators.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "indicators.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "indicators.move", "(xb)", move_action);
  gtk_widget_class_install_action (widget_class, "indicators.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "indicators.fill-in", NULL, fill_in_action);
  gtk_widget_class_install_action (widget_class, "indicators.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "indicators.new", NULL);
}
