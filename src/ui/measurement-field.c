/* The rows of a form with figures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/measurement-field.h"

#include <glib/gi18n.h>

#include "ui/date-row.h"
#include "ui/day.h"

/* What a row writes into; kept by the row. */
typedef struct {
  const AkkMeasurementForm *form;
  AkkFormIndicator *indicator;
  AkkFormFigure *figure;
  GtkWidget *problem; /* the row below it, while there is one */
  void (*changed) (gpointer data);
  gpointer data;
} Field;

static const char field_key[] = "akk-field";
static const char fields_key[] = "akk-fields"; /* of a group: its entry rows, GPtrArray */

static Field *
field_of (gpointer row)
{
  return g_object_get_data (row, field_key);
}

/* --- What is wrong --- */

static gboolean
show_problem (GtkWidget *row)
{
  Field *field = field_of (row);
  g_autofree char *problem =
      akk_measurement_form_problem (field->form, field->indicator, field->figure);

  gtk_widget_set_visible (field->problem, problem != NULL);
  if (problem == NULL) {
    gtk_widget_remove_css_class (row, "error");
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
    return TRUE;
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field->problem), problem);
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return FALSE;
}

static GtkWidget *
problem_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "error");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_visible (row, FALSE);
  return row;
}

/* --- Numbers --- */

/* A half-written number is no mistake yet: that is said when the row is left. */
static void
entry_changed_cb (GtkWidget *row)
{
  Field *field = field_of (row);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_set_str (&field->figure->text, text);
  if (gtk_widget_get_visible (field->problem))
    show_problem (row);
  field->changed (field->data);
}

static void
left_cb (GtkWidget *row)
{
  show_problem (row);
}

static void
say_action (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  gtk_editable_set_text (GTK_EDITABLE (row), g_variant_get_string (parameter, NULL));
  show_problem (row);
  gtk_widget_grab_focus (row);
}

static void
append_word (GMenu *menu, const char *label, const char *word)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "figure.say", "s", word);
  g_menu_append_item (menu, item);
}

/* There are many rows, and few of these are ever opened. */
static void
create_popup_cb (GtkMenuButton *button, gpointer row)
{
  Field *field = field_of (row);
  const AkkMeasurementNames *names = field->form->names;
  g_autoptr (GMenu) menu = g_menu_new ();

  append_word (menu, _ ("_Suppressed (1–3)"),
               akk_measurement_names_word (names, AKK_MEASURE_SUPPRESSED));
  append_word (menu, _ ("_Not Available"),
               akk_measurement_names_word (names, AKK_MEASURE_UNAVAILABLE));
  append_word (menu, _ ("_Empty"), "");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_menu (GtkWidget *row)
{
  static const GActionEntry entries[] = {
    { .name = "say", .activate = say_action, .parameter_type = "s" }
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "figure", G_ACTION_GROUP (actions));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("No Number"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, row, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static GtkWidget *
entry_row_new (Field *field)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (row), field->figure->text);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), row);
  gtk_widget_add_controller (row, focus);
  add_menu (row);
  return row;
}

/* --- Words --- */

static void
selected_cb (GtkWidget *row)
{
  Field *field = field_of (row);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  GListModel *words = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  g_set_str (&field->figure->text,
             selected == 0 ? "" : gtk_string_list_get_string (GTK_STRING_LIST (words), selected));
  field->changed (field->data);
}

static GtkWidget *
combo_row_new (Field *field)
{
  const AkkMeasurementNames *names = field->form->names;
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("Not entered"));
  if (field->indicator->indicator->kind == AKK_INDICATOR_YES_NO) {
    gtk_string_list_append (words, akk_measurement_names_word (names, AKK_MEASURE_YES));
    gtk_string_list_append (words, akk_measurement_names_word (names, AKK_MEASURE_NO));
  } else {
    for (guint i = 0; i < AKK_SCALE_STEPS; i++)
      gtk_string_list_append (words, akk_measurement_names_step (names, i));
  }
  gtk_string_list_append (words, akk_measurement_names_word (names, AKK_MEASURE_UNAVAILABLE));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (words)); i++)
    if (g_str_equal (gtk_string_list_get_string (words, i), field->figure->text))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  return row;
}

/* --- A figure --- */

static char *
figure_title (const Field *field)
{
  const AkkIndicator *indicator = field->indicator->indicator;

  if (*field->figure->group != '\0')
    return g_strdup (field->figure->group);
  if (indicator->kind == AKK_INDICATOR_PERCENTAGE)
    return g_strdup (_ ("Share in %"));
  if (indicator->kind == AKK_INDICATOR_MONEY)
    return g_strdup (_ ("Amount in euros"));
  if (indicator->kind == AKK_INDICATOR_NUMBER && *indicator->unit != '\0')
    /* Translators: %s is what is counted. */
    return g_strdup_printf (_ ("Number: %s"), indicator->unit);
  return g_strdup (_ ("Figure"));
}

/* Heard without its group, "Share in %" would not say of what. */
static void
name_row (GtkWidget *row, const Field *field, const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", field->indicator->indicator->name, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_EDITABLE (row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_figure (GtkWidget *group, const Field *of)
{
  Field *field = g_memdup2 (of, sizeof *of);
  AkkIndicatorKind kind = (AkkIndicatorKind) field->indicator->indicator->kind;
  gboolean words = kind == AKK_INDICATOR_YES_NO || kind == AKK_INDICATOR_SCALE;
  GtkWidget *row = words ? combo_row_new (field) : entry_row_new (field);
  g_autofree char *title = figure_title (field);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  name_row (row, field, title);
  g_object_set_data_full (G_OBJECT (row), field_key, field, g_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (words) {
    g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), NULL);
    return;
  }
  field->problem = problem_row_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field->problem);
  g_signal_connect (row, "changed", G_CALLBACK (entry_changed_cb), NULL);
  g_ptr_array_add (g_object_get_data (G_OBJECT (group), fields_key), row);
}

/* --- Where it comes from --- */

static void
say_details (GtkWidget *expander)
{
  const AkkFormIndicator *indicator = field_of (expander)->indicator;
  g_autoptr (GString) words =
      g_string_new (*indicator->source != '\0' ? indicator->source : indicator->indicator->source);

  if (indicator->received_on != AKK_NO_DATE) {
    g_autofree char *day = akk_day_long (indicator->received_on);

    g_string_append (words, words->len > 0 ? " · " : "");
    g_string_append_printf (words, _ ("received %s"), day);
  }
  if (indicator->provisional)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", _ ("provisional"));
  if (*indicator->sentence != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", indicator->sentence);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), words->str);
}

static void
detail_changed (GtkWidget *expander)
{
  Field *field = field_of (expander);

  say_details (expander);
  field->changed (field->data);
}

static void
source_changed_cb (GtkWidget *expander, GtkEditable *row)
{
  g_set_str (&field_of (expander)->indicator->source, gtk_editable_get_text (row));
  detail_changed (expander);
}

static void
sentence_changed_cb (GtkWidget *expander, GtkEditable *row)
{
  g_set_str (&field_of (expander)->indicator->sentence, gtk_editable_get_text (row));
  detail_changed (expander);
}

static void
received_changed_cb (GtkWidget *expander, AkkDateRow *row)
{
  field_of (expander)->indicator->received_on = akk_date_row_get_date (row);
  detail_changed (expander);
}

static void
provisional_changed_cb (GtkWidget *expander, GParamSpec *property, AdwSwitchRow *row)
{
  field_of (expander)->indicator->provisional = adw_switch_row_get_active (row);
  detail_changed (expander);
}

static GtkWidget *
add_detail (GtkWidget *expander, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return row;
}

/* Its rows are made when somebody opens it for the first time. */
static void
expanded_cb (GtkWidget *expander)
{
  const AkkFormIndicator *indicator = field_of (expander)->indicator;
  GtkWidget *row;

  g_signal_handlers_disconnect_by_func (expander, expanded_cb, NULL);
  row = add_detail (expander, adw_entry_row_new (), _ ("Source"));
  gtk_editable_set_text (GTK_EDITABLE (row), indicator->source);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (source_changed_cb), expander);
  row = akk_date_row_new (_ ("Received on"));
  akk_date_row_set_date (AKK_DATE_ROW (row), indicator->received_on);
  g_signal_connect_swapped (row, "date-changed", G_CALLBACK (received_changed_cb), expander);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  row = add_detail (expander, adw_switch_row_new (), _ ("Provisional"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), indicator->provisional);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (provisional_changed_cb), expander,
                           G_CONNECT_SWAPPED);
  row = add_detail (expander, adw_entry_row_new (), _ ("Explanation"));
  gtk_editable_set_text (GTK_EDITABLE (row), indicator->sentence);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (sentence_changed_cb), expander);
}

static void
add_details (GtkWidget *group, const Field *of)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander),
                                 _ ("Source, date and explanation"));
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (expander), 3);
  g_object_set_data_full (G_OBJECT (expander), field_key, g_memdup2 (of, sizeof *of), g_free);
  say_details (expander);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
}

/* --- Public --- */

GtkWidget *
akk_measurement_group_new (const AkkMeasurementForm *form,
                           AkkFormIndicator *indicator,
                           GCallback changed,
                           gpointer data)
{
  GtkWidget *group = adw_preferences_group_new ();
  Field field = { form, indicator, NULL, NULL, (void (*) (gpointer)) changed, data };
  g_autofree char *name = g_markup_escape_text (indicator->indicator->name, -1);
  g_autofree char *last = g_markup_escape_text (indicator->last, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         *last != '\0' ? last : NULL);
  g_object_set_data_full (G_OBJECT (group), fields_key, g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < indicator->figures->len; i++) {
    field.figure = indicator->figures->pdata[i];
    add_figure (group, &field);
  }
  add_details (group, &field);
  return group;
}

gboolean
akk_measurement_group_check (GtkWidget *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), fields_key);

  for (guint i = 0; i < rows->len; i++)
    if (!show_problem (rows->pdata[i])) {
      gtk_widget_grab_focus (rows->pdata[i]);
      return FALSE;
    }
  return TRUE;
}
