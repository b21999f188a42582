/* The dialogs of the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/partner-dialogs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/order.h"
#include "ui/reference-row.h"

/* --- A name is entered once --- */

typedef struct {
  AkkStore *store;
  AkkRecordDialog *dialog;
  GtkWidget *row; /* that says so */
  AkkRecord *same; /* the record that has the name already */
} Twin;

static void
twin_free (Twin *twin)
{
  g_clear_object (&twin->same);
  g_object_unref (twin->store);
  g_free (twin);
}

static AkkRecord *
find_same (AkkStore *store, AkkRecord *record)
{
  const AkkField *name = akk_record_type_field (record->type, "name");
  g_autofree char *key = g_utf8_casefold (akk_record_get_text (record, name), -1);
  g_autoptr (GListModel) others = akk_store_list (store, record->type, NULL, 0);

  for (guint i = 0; *key != '\0' && i < g_list_model_get_n_items (others); i++) {
    g_autoptr (AkkRecord) other = g_list_model_get_item (others, i);
    g_autofree char *other_key = g_utf8_casefold (akk_record_get_text (other, name), -1);

    if (other->id != record->id && g_str_equal (key, other_key))
      return g_steal_pointer (&other);
  }
  return NULL;
}

static void
twin_check_cb (AkkRecordForm *form, Twin *twin)
{
  AkkRecord *record = akk_record_dialog_get_record (twin->dialog);

  g_clear_object (&twin->same);
  twin->same = find_same (twin->store, record);
  if (twin->same != NULL) {
    const AkkField *name = akk_record_type_field (record->type, "name");
    g_autofree char *sentence =
        g_strdup_printf (_ ("“%s” exists already"), akk_record_get_text (twin->same, name));

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (twin->row), sentence);
  }
  gtk_widget_set_visible (twin->row, twin->same != NULL);
}

static void
twin_use_cb (GtkWidget *button, Twin *twin)
{
  g_autoptr (AkkRecordDialog) dialog = g_object_ref (twin->dialog);
  g_autoptr (AkkRecord) same = g_object_ref (twin->same);

  g_signal_emit_by_name (dialog, "applied", same);
  adw_dialog_close (ADW_DIALOG (dialog));
}

static void
add_twin_row (AkkRecordDialog *dialog, AkkStore *store, AkkRecordForm *form)
{
  Twin *twin = g_new0 (Twin, 1);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Use It"));

  twin->store = g_object_ref (store);
  twin->dialog = dialog;
  twin->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (twin->row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (twin->row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (twin->row), button);
  gtk_widget_set_visible (twin->row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), twin->row);
  g_object_set_data_full (G_OBJECT (dialog), "akk-twin", twin, (GDestroyNotify) twin_free);
  g_signal_connect (form, "changed", G_CALLBACK (twin_check_cb), twin);
  g_signal_connect (button, "clicked", G_CALLBACK (twin_use_cb), twin);
}

/* --- Organisation --- */

/* The place after all others. */
static char *
next_position (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (AkkRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;

  return akk_order_between (
      last != NULL ? akk_record_get_text (last, akk_record_type_field (type, "position")) : "", "");
}

AkkRecordDialog *
akk_organisation_dialog_new (AkkStore *store, AkkOrganisation *organisation)
{
  static const char *const contact[] = { "seat_words", "seat", "address", "email", "phone", NULL };
  g_autoptr (AkkOrganisation) record = NULL;
  AkkRecordDialog *dialog;
  AkkRecordForm *form;
  GtkWidget *name;

  if (organisation != NULL) {
    record = g_object_ref (organisation);
  } else {
    g_autofree char *position = next_position (store, &akk_organisation_record, NULL, 0);

    record = akk_record_new (&akk_organisation_record);
    g_object_set (record, "position", position, NULL);
  }
  dialog = akk_record_dialog_new (
      store, record, organisation != NULL ? _ ("Organisation") : _ ("New Organisation"),
      organisation != NULL ? N_ ("Change organisation") : N_ ("Add organisation"));
  form = akk_record_dialog_add_form (dialog, NULL);
  name = akk_record_form_add (form, "name");
  add_twin_row (dialog, store, form);
  akk_record_form_add (form, "short_name");
  akk_record_form_add (form, "kind");
  akk_record_form_add (form, "designation");
  akk_record_dialog_add_fields (dialog, _ ("Seat and Contact"), contact);
  akk_record_form_add_picture (akk_record_dialog_add_form (dialog, NULL), "logo");
  adw_dialog_set_focus (ADW_DIALOG (dialog), name);
  return dialog;
}

/* --- Person --- */

AkkRecordDialog *
akk_person_dialog_new (AkkStore *store, AkkPerson *person)
{
  g_autoptr (AkkPerson) record =
      person != NULL ? g_object_ref (person) : akk_record_new (&akk_person_record);
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, record, person != NULL ? _ ("Person") : _ ("New Person"),
                             person != NULL ? N_ ("Change person") : N_ ("Add person"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *name = akk_record_form_add (form, "name");

  add_twin_row (dialog, store, form);
  akk_record_form_add (form, "title_form");
  akk_record_form_add (form, "email");
  akk_record_form_add (form, "phone");
  adw_dialog_set_focus (ADW_DIALOG (dialog), name);
  return dialog;
}

/* --- Function --- */

static void
person_made_cb (AkkReferenceRow *row, AkkRecord *person)
{
  akk_reference_row_choose (row, person->id);
}

static void
new_person_cb (AkkReferenceRow *row, AkkStore *store)
{
  AkkRecordDialog *dialog = akk_person_dialog_new (store, NULL);

  g_signal_connect_object (dialog, "applied", G_CALLBACK (person_made_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

static GtkWidget *
add_person_row (AkkRecordForm *form, AkkStore *store)
{
  GtkWidget *row = akk_record_form_add (form, "person_id");

  akk_reference_row_offer_new (AKK_REFERENCE_ROW (row), _ ("New Person"));
  g_signal_connect_object (row, "new-wanted", G_CALLBACK (new_person_cb), store, 0);
  return row;
}

AkkRecordDialog *
akk_office_dialog_new (AkkStore *store, AkkOffice *office, gint64 organisation)
{
  static const char *const dates[] = { "starts_on", "ends_on", NULL };
  g_autoptr (AkkOffice) record =
      office != NULL ? g_object_ref (office) : akk_record_new (&akk_office_record);
  AkkRecordDialog *dialog;
  AkkRecordForm *form;
  GtkWidget *function;

  if (office == NULL) {
    g_autofree char *position =
        next_position (store, &akk_office_record, "organisation_id", organisation);

    g_object_set (record, "organisation-id", organisation, "position", position, NULL);
  }
  dialog =
      akk_record_dialog_new (store, record, office != NULL ? _ ("Function") : _ ("New Function"),
                             office != NULL ? N_ ("Change function") : N_ ("Add function"));
  form = akk_record_dialog_add_form (dialog, NULL);
  function = akk_record_form_add (form, "function");
  add_person_row (form, store);
  akk_record_dialog_add_fields (dialog, NULL, dates);
  adw_dialog_set_focus (ADW_DIALOG (dialog), function);
  return dialog;
}

/* --- Who follows --- */

static void
end_predecessor_cb (AkkOffice *office, AkkOffice *successor, AkkRecordDialog *dialog)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");

  if (successor->starts_on != AKK_NO_DATE)
    akk_store_set_int (store, office, "ends_on", successor->starts_on - 1);
}

/* Right behind who held the office. */
static char *
position_behind (AkkStore *store, AkkOffice *office)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_office_record, "organisation_id", office->organisation_id);
  g_autofree char *next = NULL;

  for (guint i = g_list_model_get_n_items (list); i > 0; i--) {
    g_autoptr (AkkOffice) other = g_list_model_get_item (list, i - 1);

    if (strcmp (other->position, office->position) <= 0)
      break;
    g_set_str (&next, other->position);
  }
  return akk_order_between (office->position, next != NULL ? next : "");
}

AkkRecordDialog *
akk_succession_dialog_new (AkkStore *store, AkkOffice *office)
{
  g_autoptr (AkkOffice) record = akk_record_new (&akk_office_record);
  g_autofree char *position = position_behind (store, office);
  AkkRecordDialog *dialog;
  AkkRecordForm *form;
  GtkWidget *person;

  g_object_set (record, "organisation-id", office->organisation_id, "function", office->function,
                "position", position, NULL);
  dialog = akk_record_dialog_new (store, record, _ ("Who Follows"), N_ ("Succeed in a function"));
  form = akk_record_dialog_add_form (dialog, NULL);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (form),
      _ ("The function of who goes ends on the day before. What was signed does not change."));
  person = add_person_row (form, store);
  akk_record_form_add (form, "starts_on");
  akk_record_form_add (form, "function");
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (end_predecessor_cb), office,
                           G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (dialog), person);
  return dialog;
}
