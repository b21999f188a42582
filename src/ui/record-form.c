/* Rows for the fields of a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/record-form.h"

#include <glib/gi18n.h>

#include "ui/date-row.h"
#include "ui/hour-row.h"
#include "ui/picture-row.h"
#include "ui/reference-row.h"
#include "ui/rich-field.h"

/* Of a text of some lines, in pixels. */
#define LINES_HEIGHT 72

/* A longer word does not fit beside the name of its row. */
#define LONG_CHOICE 18

struct _AkkRecordForm {
  AdwPreferencesGroup parent_instance;

  AkkStore *store;
  gpointer record;
  GPtrArray *date_rows, *hour_rows, *spins; /* borrowed */
};

G_DEFINE_FINAL_TYPE (AkkRecordForm, akk_record_form, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char field_key[] = "akk-field";

/* --- Callbacks: a row says its value --- */

static const AkkField *
field_of (gpointer row)
{
  return g_object_get_data (row, field_key);
}

static void
take_text (AkkRecordForm *self, gpointer row, const char *text)
{
  akk_record_set_text (self->record, field_of (row), text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_int (AkkRecordForm *self, gpointer row, gint64 value)
{
  akk_record_set_int (self->record, field_of (row), value);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_changed_cb (AkkRecordForm *self, GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  take_text (self, row, text);
}

static void
lines_changed_cb (AkkRecordForm *self, GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  take_text (self, buffer, g_strchomp (text));
}

static void
switch_changed_cb (AkkRecordForm *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  take_int (self, row, adw_switch_row_get_active (row));
}

static void
choice_changed_cb (AkkRecordForm *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION)
    take_int (self, row, field_of (row)->values[selected].value);
}

static void
number_changed_cb (AkkRecordForm *self, GParamSpec *pspec, GtkSpinButton *spin)
{
  take_int (self, spin, (gint64) gtk_spin_button_get_value (spin));
}

static void
date_changed_cb (AkkRecordForm *self, AkkDateRow *row)
{
  take_int (self, row, akk_date_row_get_date (row));
}

static void
hour_changed_cb (AkkRecordForm *self, AkkHourRow *row)
{
  take_int (self, row, akk_hour_row_get_hour (row));
}

static void
reference_changed_cb (AkkRecordForm *self, AkkReferenceRow *row)
{
  take_int (self, row, akk_reference_row_get_reference (row));
}

static void
picture_changed_cb (AkkRecordForm *self, AkkPictureRow *row)
{
  take_text (self, row, akk_picture_row_get_blob (row));
}

/* --- Rows --- */

static GtkWidget *
entry_row_new (AkkRecordForm *self, const AkkField *field)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_editable_set_text (GTK_EDITABLE (row), akk_record_get_text (self->record, field));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (g_str_equal (field->name, "email"))
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_EMAIL);
  else if (g_str_equal (field->name, "phone"))
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PHONE);
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
switch_row_new (AkkRecordForm *self, const AkkField *field)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), akk_record_get_int (self->record, field) != 0);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
choice_row_new (AkkRecordForm *self, const AkkField *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; field->values[i].code != NULL; i++) {
    gtk_string_list_append (labels, _ (field->values[i].label));
    if (g_utf8_strlen (_ (field->values[i].label), -1) > LONG_CHOICE)
      adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
    if (field->values[i].value == akk_record_get_int (self->record, field))
      selected = i;
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* An AdwSpinRow is not in the accessibility tree. */
static GtkWidget *
number_row_new (AkkRecordForm *self, const AkkField *field)
{
  gboolean bounded = field->max > field->min;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (bounded ? (double) field->min : -G_MAXINT,
                                                    bounded ? (double) field->max : G_MAXINT, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             (double) akk_record_get_int (self->record, field));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  g_ptr_array_add (self->spins, spin);
  g_object_set_data (G_OBJECT (spin), field_key, (gpointer) field);
  g_signal_connect_object (spin, "notify::value", G_CALLBACK (number_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static GtkWidget *
date_row_new (AkkRecordForm *self, const AkkField *field)
{
  GtkWidget *row = akk_date_row_new (_ (field->label));

  akk_date_row_set_date (AKK_DATE_ROW (row), akk_record_get_int (self->record, field));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "date-changed", G_CALLBACK (date_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->date_rows, row);
  return row;
}

static GtkWidget *
hour_row_new (AkkRecordForm *self, const AkkField *field)
{
  GtkWidget *row = akk_hour_row_new (_ (field->label));

  akk_hour_row_set_hour (AKK_HOUR_ROW (row), akk_record_get_int (self->record, field));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "hour-changed", G_CALLBACK (hour_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->hour_rows, row);
  return row;
}

static GtkWidget *
reference_row_new (
    AkkRecordForm *self, const AkkField *field, const char *ref, gint64 id, const char *none)
{
  GtkWidget *row = akk_reference_row_new (_ (field->label), self->store,
                                          akk_record_type_find (field->table), ref, id, none);

  akk_reference_row_set_reference (AKK_REFERENCE_ROW (row),
                                   akk_record_get_int (self->record, field));
  g_signal_connect_object (row, "reference-changed", G_CALLBACK (reference_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
row_new (AkkRecordForm *self, const AkkField *field)
{
  switch (field->kind) {
  case AKK_FIELD_BOOL:
    return switch_row_new (self, field);
  case AKK_FIELD_ENUM:
    return choice_row_new (self, field);
  case AKK_FIELD_INT:
    return number_row_new (self, field);
  case AKK_FIELD_DATE:
    return date_row_new (self, field);
  case AKK_FIELD_TIME:
    return hour_row_new (self, field);
  case AKK_FIELD_REF:
    return reference_row_new (self, field, NULL, 0, field->required ? NULL : _ ("None"));
  default:
    return entry_row_new (self, field);
  }
}

static GtkWidget *
add_row (AkkRecordForm *self, const AkkField *field, GtkWidget *row)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  g_object_set_data (G_OBJECT (row), field_key, (gpointer) field);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

/* --- Virtual functions --- */

static void
akk_record_form_dispose (GObject *object)
{
  AkkRecordForm *self = AKK_RECORD_FORM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_clear_pointer (&self->date_rows, g_ptr_array_unref);
  g_clear_pointer (&self->hour_rows, g_ptr_array_unref);
  g_clear_pointer (&self->spins, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_record_form_parent_class)->dispose (object);
}

static void
akk_record_form_class_init (AkkRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_record_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", AKK_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_record_form_init (AkkRecordForm *self)
{
  self->date_rows = g_ptr_array_new ();
  self->hour_rows = g_ptr_array_new ();
  self->spins = g_ptr_array_new ();
}

/* --- Public --- */

AkkRecordForm *
akk_record_form_new (AkkStore *store, gpointer record, const char *title)
{
  AkkRecordForm *self =
      g_object_new (AKK_TYPE_RECORD_FORM, "title", title != NULL ? title : "", NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  return self;
}

static const AkkField *
field_named (AkkRecordForm *self, const char *name)
{
  const AkkField *field = akk_record_type_field (AKK_RECORD (self->record)->type, name);

  g_assert (field != NULL);
  return field;
}

GtkWidget *
akk_record_form_add (AkkRecordForm *self, const char *name)
{
  const AkkField *field = field_named (self, name);

  return add_row (self, field, row_new (self, field));
}

GtkWidget *
akk_record_form_add_reference (
    AkkRecordForm *self, const char *name, const char *ref, gint64 id, const char *none)
{
  const AkkField *field = field_named (self, name);

  return add_row (self, field, reference_row_new (self, field, ref, id, none));
}

GtkWidget *
akk_record_form_add_picture (AkkRecordForm *self, const char *name)
{
  const AkkField *field = field_named (self, name);
  GtkWidget *row = akk_picture_row_new (self->store, akk_record_get_text (self->record, field));

  g_signal_connect_object (row, "picture-changed", G_CALLBACK (picture_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return add_row (self, field, row);
}

GtkWidget *
akk_record_form_add_lines (AkkRecordForm *self, const char *name)
{
  const AkkField *field = field_named (self, name);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ (field->label));
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_widget_add_css_class (box, "akk-lines");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  gtk_text_buffer_set_text (buffer, akk_record_get_text (self->record, field), -1);
  g_object_set_data (G_OBJECT (buffer), field_key, (gpointer) field);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (lines_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  /* A text knows its height only once it is drawn: it has room of its own from the start. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LINES_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 3 * LINES_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

GtkWidget *
akk_record_form_add_rich (AkkRecordForm *self, const char *name)
{
  const char *title = _ (field_named (self, name)->label);
  GtkWidget *field = akk_rich_field_new (NULL, self->record, name, title, N_ ("Type"));
  GtkWidget *row = adw_preferences_row_new ();

  gtk_widget_add_css_class (field, "akk-lines");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), field);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

gboolean
akk_record_form_check (AkkRecordForm *self)
{
  g_return_val_if_fail (AKK_IS_RECORD_FORM (self), FALSE);

  /* A number that was just typed is still only text. */
  for (guint i = 0; i < self->spins->len; i++)
    gtk_spin_button_update (self->spins->pdata[i]);
  for (guint i = 0; i < self->date_rows->len; i++) {
    GtkWidget *row = self->date_rows->pdata[i];

    if (gtk_widget_get_visible (row) && !akk_date_row_is_valid (AKK_DATE_ROW (row))) {
      gtk_widget_grab_focus (row);
      return FALSE;
    }
  }
  for (guint i = 0; i < self->hour_rows->len; i++) {
    GtkWidget *row = self->hour_rows->pdata[i];

    if (gtk_widget_get_visible (row) && !akk_hour_row_is_valid (AKK_HOUR_ROW (row))) {
      gtk_widget_grab_focus (row);
      return FALSE;
    }
  }
  return TRUE;
}
