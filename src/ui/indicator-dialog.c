/* The dialogs of an indicator: the indicator whole, a target, what it belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-dialog.h"

#include <glib/gi18n.h>

#include "ui/indicator-rows.h"
#include "ui/indicator-value-row.h"
#include "ui/reference-row.h"

/* What the dialog of an indicator holds; owned by it. */
typedef struct {
  AkkIndicatorScope *scope;
  AkkIndicator *draft; /* the duplicate, borrowed */
  const AkkMeasurementNames *names;
  AkkRecordDialog *dialog; /* borrowed */
  AkkRecordForm *baseline_form; /* borrowed, as the rows */
  GtkWidget *baseline_row, *unit_row, *decimals_row, *rule_row, *weight_row, *groups_row;
  gint64 baseline_kind;
} Parts;

static const char parts_key[] = "akk-parts", names_key[] = "akk-names";

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  akk_indicator_scope_unref (parts->scope);
  g_free (parts);
}

/* --- Shared --- */

void
akk_indicator_dialog_allow (AkkRecordDialog *dialog, gboolean allow)
{
  gtk_widget_set_sensitive (adw_dialog_get_default_widget (ADW_DIALOG (dialog)), allow);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "record.apply", allow);
}

AkkMeasurementNames *
akk_indicator_dialog_names (AkkRecordDialog *dialog, AkkIndicatorScope *scope)
{
  AkkMeasurementNames *names =
      akk_measurement_names_new (scope->store, scope->agreement->record.id, scope->phrases);

  g_object_set_data_full (G_OBJECT (dialog), names_key, names,
                          (GDestroyNotify) akk_measurement_names_free);
  return names;
}

/* --- The indicator --- */

static void
baseline_changed_cb (AkkRecordDialog *dialog)
{
  Parts *parts = g_object_get_data (G_OBJECT (dialog), parts_key);
  AkkMeasuredValue read;
  AkkCellReading reading = akk_indicator_value_row_get (parts->baseline_row, &read);
  gboolean known = reading == AKK_CELL_READ && read.state == AKK_MEASUREMENT_VALUE;

  if (known)
    g_object_set (parts->draft, "baseline", read.value, NULL);
  akk_indicator_dialog_allow (dialog, reading != AKK_CELL_WRONG);
}

/* A value is written as its kind has it: another kind has another row. */
static void
show_baseline (Parts *parts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (parts->baseline_form);

  if (parts->baseline_row != NULL && parts->baseline_kind == parts->draft->kind)
    return;
  if (parts->baseline_row != NULL)
    adw_preferences_group_remove (group, parts->baseline_row);
  parts->baseline_kind = parts->draft->kind;
  parts->baseline_row = akk_indicator_value_row_new (_ ("Baseline"), parts->names, parts->draft);
  akk_indicator_value_row_set (parts->baseline_row, parts->draft->baseline_on != AKK_NO_DATE,
                               parts->draft->baseline);
  akk_indicator_value_row_connect (parts->baseline_row, G_CALLBACK (baseline_changed_cb),
                                   parts->dialog);
  adw_preferences_group_add (group, parts->baseline_row);
}

/* Only what makes sense for this kind of indicator. */
static void
show_rows (Parts *parts)
{
  const AkkIndicator *draft = parts->draft;
  gboolean words = draft->kind == AKK_INDICATOR_YES_NO || draft->kind == AKK_INDICATOR_SCALE;
  gboolean parted = draft->by_municipality || draft->by_target_group;

  gtk_widget_set_visible (parts->unit_row, draft->kind == AKK_INDICATOR_NUMBER ||
                                               draft->kind == AKK_INDICATOR_PERCENTAGE);
  gtk_widget_set_visible (parts->decimals_row, !words);
  gtk_widget_set_visible (parts->rule_row, parted);
  gtk_widget_set_visible (parts->weight_row, draft->kind == AKK_INDICATOR_PERCENTAGE ||
                                                 (parted && draft->rule == AKK_RULE_MEAN));
  show_baseline (parts);
}

static void
changed_cb (AkkRecordDialog *dialog)
{
  show_rows (g_object_get_data (G_OBJECT (dialog), parts_key));
}

static gboolean
can_weigh (AkkStore *store, AkkRecord *record, gpointer draft)
{
  return ((const AkkIndicator *) record)->kind == AKK_INDICATOR_NUMBER &&
         record->id != ((const AkkRecord *) draft)->id;
}

static AkkRecordForm *
add_form (Parts *parts, const char *title, const char *description)
{
  AkkRecordForm *form = akk_record_dialog_add_form (parts->dialog, title);

  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form), description);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), parts->dialog,
                           G_CONNECT_SWAPPED);
  return form;
}

static void
add_measured (Parts *parts)
{
  gint64 agreement = parts->draft->agreement_id;
  AkkRecordForm *form = add_form (parts, _ ("What Is Measured"), NULL);

  akk_record_form_add (form, "kind");
  parts->unit_row = akk_record_form_add (form, "unit");
  parts->decimals_row = akk_record_form_add (form, "decimals");
  akk_record_form_add (form, "direction");
  akk_record_form_add (form, "level");
  akk_record_form_add (form, "by_municipality");
  akk_record_form_add (form, "by_target_group");
  parts->rule_row = akk_record_form_add (form, "rule");
  parts->weight_row =
      akk_record_form_add_reference (form, "weight_id", "agreement_id", agreement, _ ("None"));
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (parts->weight_row), can_weigh,
                                g_object_ref (parts->draft), g_object_unref);
}

static void
add_delivered (Parts *parts)
{
  AkkRecordForm *form =
      add_form (parts, _ ("Where the Figures Come From"),
                _ ("The figures of a year are due so many months after its end."));

  akk_record_form_add (form, "source");
  akk_record_form_add_reference (form, "supplier_id", "agreement_id", parts->draft->agreement_id,
                                 _ ("Nobody in particular"));
  akk_record_form_add (form, "delay");
}

static void
add_baseline (Parts *parts)
{
  AkkRecordForm *form = add_form (parts, _ ("Baseline"), _ ("It counts once it has a date."));

  parts->baseline_form = form;
  akk_record_form_add (form, "baseline_on");
  akk_record_form_add (form, "baseline_meeting_id");
}

AkkRecordDialog *
akk_indicator_dialog_new (AkkIndicatorScope *scope, AkkIndicator *indicator)
{
  static const char *const fields[] = { "name", NULL };
  gboolean is_new = indicator->record.id == 0;
  AkkRecordDialog *dialog = akk_record_dialog_new (
      scope->store, indicator, is_new ? _ ("New Indicator") : _ ("Indicator"),
      is_new ? N_ ("Add indicator") : N_ ("Change indicator"));
  AkkRecordForm *form;
  Parts *parts = g_new0 (Parts, 1);

  parts->scope = akk_indicator_scope_ref (scope);
  parts->dialog = dialog;
  parts->draft = akk_record_dialog_get_record (dialog);
  parts->names = akk_indicator_dialog_names (dialog, scope);
  g_object_set_data_full (G_OBJECT (dialog), parts_key, parts, parts_free);
  form = akk_record_dialog_add_fields (dialog, NULL, fields);
  akk_record_form_add_lines (form, "definition");
  add_measured (parts);
  add_delivered (parts);
  add_baseline (parts);
  form = add_form (parts, _ ("In the Report"), NULL);
  akk_record_form_add (form, "headline");
  akk_record_form_add (form, "dashboard");
  show_rows (parts);
  return dialog;
}

/* --- A target --- */

typedef struct {
  AkkTarget *draft; /* borrowed, as the rows */
  AkkIndicator *indicator; /* owned */
  GtkWidget *value_row, *upper_row, *party_row, *group_row;
  GPtrArray *groups; /* char *: what the row of groups offers after "all"; owned */
} TargetParts;

static void
target_parts_free (gpointer data)
{
  TargetParts *parts = data;

  g_object_unref (parts->indicator);
  g_clear_pointer (&parts->groups, g_ptr_array_unref);
  g_free (parts);
}

static gboolean
take_value (GtkWidget *row, AkkTarget *draft, const char *property)
{
  AkkMeasuredValue read;

  if (akk_indicator_value_row_get (row, &read) != AKK_CELL_READ ||
      read.state != AKK_MEASUREMENT_VALUE)
    return FALSE;
  g_object_set (draft, property, read.value, NULL);
  return TRUE;
}

static void
target_changed_cb (AkkRecordDialog *dialog)
{
  TargetParts *parts = g_object_get_data (G_OBJECT (dialog), parts_key);
  gboolean good = take_value (parts->value_row, parts->draft, "value");

  if (parts->upper_row != NULL)
    good = take_value (parts->upper_row, parts->draft, "upper") && good;
  akk_indicator_dialog_allow (dialog, good);
}

static GtkWidget *
add_value (AkkRecordDialog *dialog,
           AkkRecordForm *form,
           const char *title,
           const AkkMeasurementNames *names,
           const AkkIndicator *indicator,
           gboolean is_set,
           gint64 value)
{
  GtkWidget *row = akk_indicator_value_row_new (title, names, indicator);

  akk_indicator_value_row_set (row, is_set, value);
  akk_indicator_value_row_connect (row, G_CALLBACK (target_changed_cb), dialog);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), row);
  return row;
}

/* It is of one municipality or of one target group: no figure of both has a target. */
static void
group_chosen_cb (AdwComboRow *row, GParamSpec *pspec, TargetParts *parts)
{
  guint index = adw_combo_row_get_selected (row);
  gboolean all = index == 0 || index > parts->groups->len;

  g_object_set (parts->draft, "target-group", all ? "" : parts->groups->pdata[index - 1], NULL);
  if (!all && parts->party_row != NULL)
    akk_reference_row_choose (AKK_REFERENCE_ROW (parts->party_row), 0);
}

static void
party_chosen_cb (AkkReferenceRow *row, TargetParts *parts)
{
  if (akk_reference_row_get_reference (row) != 0 && parts->group_row != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (parts->group_row), 0);
}

static void
add_group (AkkRecordForm *form, AkkIndicatorScope *scope, TargetParts *parts)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  parts->groups = akk_indicator_groups (scope, parts->indicator);
  parts->group_row = row;
  gtk_string_list_append (names, _ ("All target groups"));
  for (guint i = 0; i < parts->groups->len; i++) {
    g_autofree char *name = akk_phrases_sentence (parts->groups->pdata[i]);

    gtk_string_list_append (names, name);
    if (g_str_equal (parts->groups->pdata[i], parts->draft->target_group))
      selected = i + 1;
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Target group"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (group_chosen_cb), parts);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), row);
}

AkkRecordDialog *
akk_target_dialog_new (AkkIndicatorScope *scope, AkkIndicator *indicator, AkkTarget *target)
{
  gboolean is_new = target->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (scope->store, target, is_new ? _ ("New Target") : _ ("Target"),
                             is_new ? N_ ("Add target") : N_ ("Change target"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  const AkkMeasurementNames *names = akk_indicator_dialog_names (dialog, scope);
  gboolean band = indicator->direction == AKK_DIRECTION_BAND;
  TargetParts *parts = g_new0 (TargetParts, 1);

  parts->draft = akk_record_dialog_get_record (dialog);
  parts->indicator = g_object_ref (indicator);
  g_object_set_data_full (G_OBJECT (dialog), parts_key, parts, target_parts_free);
  akk_record_form_add (form, "year");
  parts->value_row = add_value (dialog, form, band ? _ ("At least") : _ ("Target"), names,
                                indicator, !is_new, target->value);
  if (band)
    parts->upper_row =
        add_value (dialog, form, _ ("At most"), names, indicator, !is_new, target->upper);
  if (indicator->by_municipality) {
    parts->party_row = akk_record_form_add_reference (
        form, "party_id", "agreement_id", indicator->agreement_id, _ ("The whole region"));
    g_signal_connect (parts->party_row, "reference-changed", G_CALLBACK (party_chosen_cb), parts);
  }
  if (indicator->by_target_group)
    add_group (form, scope, parts);
  adw_dialog_set_focus (ADW_DIALOG (dialog), parts->value_row);
  akk_indicator_dialog_allow (dialog, !is_new);
  return dialog;
}

/* --- What it belongs to --- */

static void
bearing_changed_cb (AkkRecordDialog *dialog)
{
  const AkkBearing *draft = akk_record_dialog_get_record (dialog);

  akk_indicator_dialog_allow (dialog, draft->priority_id != 0 || draft->action_id != 0);
}

/* One of the two is set. */
static void
priority_chosen_cb (AkkReferenceRow *row, AkkReferenceRow *other)
{
  if (akk_reference_row_get_reference (row) != 0 && akk_reference_row_get_reference (other) != 0)
    akk_reference_row_choose (other, 0);
}

AkkRecordDialog *
akk_bearing_dialog_new (AkkIndicatorScope *scope, AkkBearing *bearing)
{
  gint64 agreement = scope->agreement->record.id;
  AkkRecordDialog *dialog = akk_record_dialog_new (scope->store, bearing, _ ("What It Belongs To"),
                                                   N_ ("Add to priority or action"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *priority, *action;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form),
                                         _ ("Choose a priority, or one of its actions."));
  priority =
      akk_record_form_add_reference (form, "priority_id", "agreement_id", agreement, _ ("None"));
  action = akk_record_form_add_reference (form, "action_id", "agreement_id", agreement, _ ("None"));
  g_signal_connect_object (priority, "reference-changed", G_CALLBACK (priority_chosen_cb), action,
                           0);
  g_signal_connect_object (action, "reference-changed", G_CALLBACK (priority_chosen_cb), priority,
                           0);
  g_signal_connect_object (form, "changed", G_CALLBACK (bearing_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  akk_indicator_dialog_allow (dialog, FALSE);
  return dialog;
}
