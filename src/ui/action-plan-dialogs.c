/* The dialogs of an action plan: priorities with their contacts, principles.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-dialogs.h"

#include <glib/gi18n.h>

#include "core/action.h"
#include "core/contact.h"
#include "core/dossier.h"
#include "core/drafts.h"
#include "core/office.h"
#include "core/parties.h"
#include "core/party.h"
#include "core/principles.h"
#include "ui/action-words.h"
#include "ui/draft-list.h"
#include "ui/party-words.h"
#include "ui/record-list-dialog.h"
#include "ui/record-words.h"
#include "ui/reference-row.h"
#include "ui/rich-field.h"

/* --- Contacts of a priority --- */

/* What the group of contacts needs; owned by the dialog. */
typedef struct {
  AkkStore *store;
  gint64 agreement_id;
  GPtrArray *drafts;
} Contacts;

static const char contacts_key[] = "akk-contacts";

static void
contacts_free (gpointer data)
{
  Contacts *contacts = data;

  g_ptr_array_unref (contacts->drafts);
  g_object_unref (contacts->store);
  g_free (contacts);
}

static void
describe_contact (gpointer data, gpointer record, char **title, char **subtitle)
{
  Contacts *contacts = data;
  const AkkContact *contact = record;
  g_autoptr (AkkParty) party =
      akk_store_get (contacts->store, &akk_party_record, contact->party_id);
  g_autoptr (AkkOffice) office =
      akk_store_get (contacts->store, &akk_office_record, contact->office_id);
  g_autofree char *who = office != NULL ? akk_record_words (contacts->store, office) : NULL;

  *title = party != NULL ? akk_party_name (contacts->store, party) : g_strdup (_ ("A partner"));
  if (who != NULL && *contact->answers_within != '\0')
    *subtitle = g_strdup_printf (_ ("%s · answers within %s"), who, contact->answers_within);
  else
    *subtitle = g_steal_pointer (&who);
}

static gboolean
is_held (AkkStore *store, AkkRecord *record, gpointer data)
{
  return akk_office_valid_on ((const AkkOffice *) record, akk_store_today (store));
}

/* The functions of the partner itself, once it is chosen. */
static gboolean
is_at_partner (AkkStore *store, AkkRecord *record, gpointer contact)
{
  g_autoptr (AkkParty) party =
      akk_store_get (store, &akk_party_record, ((AkkContact *) contact)->party_id);

  return is_held (store, record, NULL) &&
         (party == NULL || ((const AkkOffice *) record)->organisation_id == party->organisation_id);
}

static void
party_cb (AkkReferenceRow *row, AkkRecord *contact)
{
  g_object_set (contact, "party-id", akk_reference_row_get_reference (row), NULL);
}

static void
office_cb (AkkReferenceRow *row, AkkRecord *contact)
{
  g_object_set (contact, "office-id", akk_reference_row_get_reference (row), NULL);
}

static void
contact_fields (gpointer data, AdwExpanderRow *row, gpointer record)
{
  Contacts *contacts = data;
  AkkContact *contact = record;
  GtkWidget *party = akk_reference_row_new (_ ("Party"), contacts->store, &akk_party_record,
                                            "agreement_id", contacts->agreement_id, NULL);
  GtkWidget *office = akk_reference_row_new (_ ("Contact"), contacts->store, &akk_office_record,
                                             NULL, 0, _ ("None"));
  GtkWidget *within =
      akk_draft_entry_new (record, "answers_within", _ ("Answers within (“two working days”)"));

  akk_reference_row_set_reference (AKK_REFERENCE_ROW (party), contact->party_id);
  akk_reference_row_set_reference (AKK_REFERENCE_ROW (office), contact->office_id);
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (office), is_at_partner, g_object_ref (record),
                                g_object_unref);
  g_signal_connect_object (party, "reference-changed", G_CALLBACK (party_cb), record, 0);
  g_signal_connect_object (office, "reference-changed", G_CALLBACK (office_cb), record, 0);
  g_signal_connect_object (record, "notify::party-id",
                           G_CALLBACK (akk_reference_row_offers_changed), office,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (row, party);
  adw_expander_row_add_row (row, office);
  adw_expander_row_add_row (row, within);
}

static void
add_contact_cb (AkkDraftList *list)
{
  g_autoptr (AkkRecord) contact = akk_record_new (&akk_contact_record);

  akk_draft_list_add (list, contact);
}

static gboolean
is_nobody (const AkkRecord *draft)
{
  return ((const AkkContact *) draft)->party_id == 0;
}

static void
write_contacts_cb (AkkRecordDialog *dialog, AkkRecord *priority)
{
  Contacts *contacts = g_object_get_data (G_OBJECT (dialog), contacts_key);

  akk_drafts_save (contacts->store, &akk_contact_record, "priority_id", priority->id,
                   contacts->drafts, is_nobody);
}

static void
add_contacts (AkkRecordDialog *dialog, AkkRecordForm *form, AkkStore *store, AkkPriority *priority)
{
  const AkkDraftLook look = { .title = _ ("Whom to Turn To"),
                              .add = _ ("Add a Contact"),
                              .fields = contact_fields,
                              .describe = describe_contact };
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (form), ADW_TYPE_PREFERENCES_PAGE);
  Contacts *contacts = g_new0 (Contacts, 1);
  GtkWidget *list;

  contacts->store = g_object_ref (store);
  contacts->agreement_id = priority->agreement_id;
  contacts->drafts =
      akk_drafts_new (store, &akk_contact_record, "priority_id", priority->record.id);
  g_object_set_data_full (G_OBJECT (dialog), contacts_key, contacts, contacts_free);
  list = akk_draft_list_new (contacts->drafts, &look, contacts);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (list),
                                         _ ("No public edition shows them."));
  g_signal_connect (list, "add-wanted", G_CALLBACK (add_contact_cb), NULL);
  g_signal_connect (dialog, "writing", G_CALLBACK (write_contacts_cb), NULL);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (list));
}

/* --- Priorities --- */

static void
add_description (AkkRecordDialog *dialog, AkkRecordForm *form)
{
  GtkWidget *field = akk_rich_field_new (NULL, akk_record_dialog_get_record (dialog), "description",
                                         _ ("Description"), N_ ("Type"));
  GtkWidget *row = adw_preferences_row_new ();

  gtk_widget_add_css_class (field, "akk-lines");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Description"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), field);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), row);
}

AkkRecordDialog *
akk_action_priority_dialog_new (AkkStore *store, AkkPriority *priority)
{
  static const char *const fields[] = { "title", NULL };
  gboolean is_new = priority->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, priority, is_new ? _ ("New Priority") : _ ("Priority"),
                             is_new ? N_ ("Add priority") : N_ ("Change priority"));
  AkkRecordForm *form = akk_record_dialog_add_fields (dialog, NULL, fields);
  GtkWidget *row;

  add_description (dialog, form);
  form = akk_record_dialog_add_form (dialog, _ ("Lead"));
  akk_record_form_add_reference (form, "lead_id", "agreement_id", priority->agreement_id,
                                 _ ("No party in particular"));
  row = akk_record_form_add_reference (form, "lead_office_id", NULL, 0, _ ("None"));
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_held, NULL, NULL);
  add_contacts (dialog, form, store, priority);
  return dialog;
}

static void
describe_priority (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkPriority *priority = record;
  g_autoptr (GListModel) contacts =
      akk_store_list (store, &akk_contact_record, "priority_id", priority->record.id);
  guint n = g_list_model_get_n_items (contacts);
  g_autofree char *who = akk_party_short_name (store, priority->lead_id);
  g_autofree char *turn_to = g_strdup_printf (ngettext ("%u contact", "%u contacts", n), n);

  *title = g_strdup_printf ("%u. %s", number, priority->title);
  *subtitle = g_strdup_printf ("%s · %s", *who != '\0' ? who : _ ("No lead yet"), turn_to);
}

static AkkRecordDialog *
edit_priority (AkkStore *store, gpointer record)
{
  return akk_action_priority_dialog_new (store, record);
}

AdwDialog *
akk_action_priorities_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  static const AkkRecordListLook look = {
    .type = &akk_priority_record,
    .title = N_ ("Priorities and Contacts"),
    .description = N_ ("What the plan works on, who leads, and whom to turn to."),
    .empty = N_ ("There are no priorities yet"),
    .add = N_ ("New Priority"),
    .remove = N_ ("Delete priority"),
    .describe = describe_priority,
    .edit = edit_priority,
  };

  return akk_record_list_dialog_new (store, agreement, &look);
}

/* --- Principles --- */

AkkRecordDialog *
akk_principle_dialog_new (AkkStore *store, AkkPrinciple *principle)
{
  static const char *const fields[] = { "title", NULL };
  gboolean is_new = principle->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, principle, is_new ? _ ("New Principle") : _ ("Principle"),
                             is_new ? N_ ("Add principle") : N_ ("Change principle"));

  akk_record_form_add_lines (akk_record_dialog_add_fields (dialog, NULL, fields), "question");
  return dialog;
}

static void
describe_principle (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkPrinciple *principle = record;

  *title = g_strdup_printf ("%u. %s", number, principle->title);
  *subtitle = g_strdup (principle->question);
}

static AkkRecordDialog *
edit_principle (AkkStore *store, gpointer record)
{
  return akk_principle_dialog_new (store, record);
}

static void
delete_principle (AkkStore *store, gpointer record)
{
  akk_principle_delete (store, record);
}

static gboolean
begin_principles (AkkStore *store, AkkAgreement *agreement, GError **error)
{
  g_autoptr (GPtrArray) principles = akk_principles_first (agreement, error);

  for (guint i = 0; principles != NULL && i < principles->len; i++)
    akk_store_add (store, principles->pdata[i]);
  return principles != NULL;
}

AdwDialog *
akk_principles_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  static const AkkRecordListLook look = {
    .type = &akk_principle_record,
    .title = N_ ("Principles"),
    .description = N_ ("Each is a line of the test card of every action: a question to be answered "
                       "with a tick and a sentence."),
    .empty = N_ ("There are no principles yet"),
    .add = N_ ("New Principle"),
    .remove = N_ ("Delete principle"),
    .describe = describe_principle,
    .edit = edit_principle,
    .delete_record = delete_principle,
    .begin = N_ ("Begin with Ten Questions"),
    .begin_step = N_ ("Add ten principles"),
    .begin_list = begin_principles,
  };

  return akk_record_list_dialog_new (store, agreement, &look);
}
