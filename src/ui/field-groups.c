/* Fields of a record in groups, shown as rows and edited group by group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/field-groups.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/meeting.h"
#include "core/thread.h"
#include "ui/partner-dialogs.h"
#include "ui/record-words.h"
#include "ui/reference-row.h"

struct _AkkFieldGroups {
  AdwBin parent_instance;

  GtkBox *box;
  AkkStore *store;
  gpointer record;
  gint64 agreement;
  AkkFieldWords words;
  GPtrArray *rows; /* borrowed */
};

enum { EDITING, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkFieldGroups, akk_field_groups, ADW_TYPE_BIN)

static const char field_key[] = "akk-field";
static const char group_key[] = "akk-group";
static const char thread_key[] = "akk-thread";

static const char *
name_of (const char *entry)
{
  return strchr ("-+=*", *entry) != NULL ? entry + 1 : entry;
}

/* --- The dialog --- */

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

/* What belongs to a meeting: an agenda item, a decision. `data`: the id of the agreement. */
static gboolean
is_at_meeting_of (AkkStore *store, AkkRecord *record, gpointer data)
{
  const AkkField *field = akk_record_type_field (record->type, "meeting_id");
  g_autoptr (AkkMeeting) meeting =
      akk_store_get (store, &akk_meeting_record, akk_record_get_int (record, field));
  g_autoptr (AkkBody) body =
      meeting != NULL ? akk_store_get (store, &akk_body_record, meeting->body_id) : NULL;

  return body != NULL && body->agreement_id == *(gint64 *) data;
}

static GtkWidget *
add_reference (AkkRecordForm *form, AkkStore *store, const AkkField *field, gint64 agreement)
{
  const AkkRecordType *type = akk_record_type_find (field->table);
  GtkWidget *row;

  if (akk_record_type_field (type, "agreement_id") != NULL)
    return akk_record_form_add_reference (form, field->name, "agreement_id", agreement,
                                          field->required ? NULL : _ ("None"));
  if (akk_record_type_field (type, "meeting_id") != NULL) {
    row = akk_record_form_add_reference (form, field->name, NULL, 0, _ ("None"));
    akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_at_meeting_of,
                                  g_memdup2 (&agreement, sizeof agreement), g_free);
    return row;
  }
  row = akk_record_form_add (form, field->name);
  if (type == &akk_person_record) {
    akk_reference_row_offer_new (AKK_REFERENCE_ROW (row), _ ("New Person"));
    g_signal_connect_object (row, "new-wanted", G_CALLBACK (new_person_cb), store, 0);
  }
  return row;
}

AkkRecordDialog *
akk_field_group_dialog_new (AkkStore *store,
                            gpointer record,
                            gint64 agreement,
                            const AkkFieldGroup *group,
                            const char *title,
                            const char *focus)
{
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, record, title != NULL ? title : _ (group->title), group->step);
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *first = NULL;

  if (group->description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form), _ (group->description));
  for (guint i = 0; group->fields[i] != NULL; i++) {
    const char *name = name_of (group->fields[i]);
    const AkkField *field = akk_record_type_field (AKK_RECORD (record)->type, name);
    GtkWidget *row;

    if (*group->fields[i] == '+')
      continue;
    if (*group->fields[i] == '=')
      row = akk_record_form_add_lines (form, name);
    else if (*group->fields[i] == '*')
      row = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (akk_record_form_add_rich (form, name)));
    else if (field->kind == AKK_FIELD_REF)
      row = add_reference (form, store, field, agreement);
    else
      row = akk_record_form_add (form, name);
    if (first == NULL || g_strcmp0 (name, focus) == 0)
      first = row;
  }
  adw_dialog_set_focus (ADW_DIALOG (dialog), first);
  return dialog;
}

/* --- The rows --- */

static void
edit_cb (AkkFieldGroups *self, GtkWidget *widget)
{
  const AkkFieldGroup *group = g_object_get_data (G_OBJECT (widget), group_key);
  const AkkField *field = g_object_get_data (G_OBJECT (widget), field_key);
  AkkRecordDialog *dialog = akk_field_group_dialog_new (
      self->store, self->record, self->agreement, group, NULL, field != NULL ? field->name : NULL);

  g_signal_emit (self, signals[EDITING], 0, dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Where a subject is followed; nothing while there is none. */
static GtkWidget *
thread_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-list-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Follow This Subject"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", G_GINT64_CONSTANT (0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "consultation.show-thread");
  return button;
}

static GtkWidget *
row_new (AkkFieldGroups *self, const AkkFieldGroup *group, const char *entry)
{
  const AkkField *field = akk_record_type_field (AKK_RECORD (self->record)->type, name_of (entry));
  GtkWidget *row = adw_action_row_new ();

  g_assert (field != NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  gtk_widget_add_css_class (row, "property");
  g_object_set_data (G_OBJECT (row), group_key, (gpointer) group);
  g_object_set_data (G_OBJECT (row), field_key, (gpointer) field);
  g_ptr_array_add (self->rows, row);
  if (g_strcmp0 (field->table, akk_thread_record.table) == 0) {
    GtkWidget *button = thread_button_new ();

    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    g_object_set_data (G_OBJECT (row), thread_key, button);
  }
  if (*entry == '+')
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_group (AkkFieldGroups *self, const AkkFieldGroup *group)
{
  GtkWidget *widget = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_ ("Edit “%s”"), _ (group->title));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _ (group->title));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), group_key, (gpointer) group);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (widget), button);
  for (guint i = 0; group->fields[i] != NULL; i++)
    if (*group->fields[i] != '-')
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget),
                                 row_new (self, group, group->fields[i]));
  gtk_box_append (self->box, widget);
}

static void
fill (AkkFieldGroups *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = self->rows->pdata[i];
    const AkkField *field = g_object_get_data (G_OBJECT (row), field_key);
    GtkWidget *button = g_object_get_data (G_OBJECT (row), thread_key);
    g_autofree char *words =
        self->words != NULL ? self->words (self->store, self->record, field) : NULL;

    if (words == NULL)
      words = akk_field_words (self->store, self->record, field);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *words != '\0' ? words : "–");
    if (button != NULL) {
      gtk_widget_set_visible (button, *words != '\0');
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                        akk_record_get_int (self->record, field));
    }
  }
}

static void
akk_field_groups_dispose (GObject *object)
{
  AkkFieldGroups *self = AKK_FIELD_GROUPS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_field_groups_parent_class)->dispose (object);
}

static void
akk_field_groups_class_init (AkkFieldGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_field_groups_dispose;
  signals[EDITING] = g_signal_new ("editing", AKK_TYPE_FIELD_GROUPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD_DIALOG);
}

static void
akk_field_groups_init (AkkFieldGroups *self)
{
  self->rows = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 22));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
akk_field_groups_set_record (AkkFieldGroups *self,
                             AkkStore *store,
                             gpointer record,
                             gint64 agreement,
                             const AkkFieldGroup *groups,
                             AkkFieldWords words)
{
  g_return_if_fail (AKK_IS_FIELD_GROUPS (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->agreement = agreement;
  self->words = words;
  for (const AkkFieldGroup *group = groups; group->title != NULL; group++)
    add_group (self, group);
  g_signal_connect_object (store, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
