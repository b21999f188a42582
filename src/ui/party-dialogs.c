/* The dialogs of a party.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/party-dialogs.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/representative.h"
#include "ui/partner-dialogs.h"
#include "ui/party-words.h"
#include "ui/reference-row.h"

static void
made_cb (AkkReferenceRow *row, AkkRecord *record)
{
  akk_reference_row_choose (row, record->id);
}

/* Shows a dialog that makes a record for the row. */
static void
make_for (AkkReferenceRow *row, AkkRecordDialog *dialog)
{
  g_signal_connect_object (dialog, "applied", G_CALLBACK (made_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

/* --- Party --- */

static void
new_organisation_cb (AkkReferenceRow *row, AkkStore *store)
{
  make_for (row, akk_organisation_dialog_new (store, NULL));
}

static void
add_decision_cb (AkkStore *store, AkkParty *party)
{
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (store, &akk_organisation_record, party->organisation_id);
  g_autoptr (AkkCouncilDecision) decision = akk_record_new (&akk_council_decision_record);
  gboolean needed = organisation != NULL && akk_organisation_has_council (organisation);

  g_object_set (decision, "party-id", party->record.id, "result",
                (gint64) (needed ? AKK_COUNCIL_OPEN : AKK_COUNCIL_NOT_NEEDED), NULL);
  akk_store_add (store, decision);
}

/* An organisation that is a party already is not offered once more. */
static gboolean
is_free (AkkStore *store, AkkRecord *organisation, gpointer party)
{
  return akk_party_takes (store, party, organisation->id);
}

AkkRecordDialog *
akk_party_dialog_new (AkkStore *store, AkkParty *party)
{
  gboolean is_new = party->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, party, is_new ? _ ("New Party") : _ ("Party"),
                             is_new ? N_ ("Add party") : N_ ("Change party"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *organisation = akk_record_form_add (form, "organisation_id");

  akk_reference_row_set_offers (AKK_REFERENCE_ROW (organisation), is_free, g_object_ref (party),
                                g_object_unref);
  akk_reference_row_offer_new (AKK_REFERENCE_ROW (organisation), _ ("New Organisation"));
  g_signal_connect_object (organisation, "new-wanted", G_CALLBACK (new_organisation_cb), store, 0);
  akk_record_form_add (form, "capacity");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (akk_record_form_add (form, "opens_group")),
                               _ ("A line with “en” stands before it."));
  akk_record_form_add_lines (form, "role");
  if (is_new)
    g_signal_connect_object (dialog, "writing", G_CALLBACK (add_decision_cb), store,
                             G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (dialog), organisation);
  return dialog;
}

/* --- Representative --- */

typedef struct {
  AkkStore *store;
  gint64 organisation;
} Maker;

static void
maker_free (gpointer data, GClosure *closure)
{
  Maker *maker = data;

  g_object_unref (maker->store);
  g_free (maker);
}

static void
new_office_cb (AkkReferenceRow *row, Maker *maker)
{
  make_for (row, akk_office_dialog_new (maker->store, NULL, maker->organisation));
}

static gint64
organisation_of (AkkStore *store, gint64 party_id)
{
  g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, party_id);

  return party != NULL ? party->organisation_id : 0;
}

static gboolean
speaks (AkkStore *store, gint64 party, gint64 office)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_representative_record, "party_id", party);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRepresentative) representative = g_list_model_get_item (list, i);

    if (representative->office_id == office)
      return TRUE;
  }
  return FALSE;
}

/* Who holds a function in the organisation now, and does not speak for the party yet; 0: nobody. */
static gint64
likely_office (AkkStore *store, gint64 party, gint64 organisation)
{
  g_autoptr (GListModel) offices =
      akk_store_list (store, &akk_office_record, "organisation_id", organisation);
  gint64 today = akk_store_today (store);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);

    if (akk_office_valid_on (office, today) && !speaks (store, party, office->record.id))
      return office->record.id;
  }
  return 0;
}

static void
add_delegation (AkkRecordDialog *dialog)
{
  static const char *const fields[] = { "delegation", "delegation_organ", "delegated_on" };
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, _ ("Delegation"));
  GtkWidget *delegated = akk_record_form_add (form, "delegated");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_object_bind_property (delegated, "active", akk_record_form_add (form, fields[i]), "visible",
                            G_BINDING_SYNC_CREATE);
}

AkkRecordDialog *
akk_representative_dialog_new (AkkStore *store, AkkRepresentative *representative)
{
  gboolean is_new = representative->record.id == 0;
  gint64 organisation = organisation_of (store, representative->party_id);
  AkkRecordDialog *dialog = akk_record_dialog_new (
      store, representative, is_new ? _ ("New Representative") : _ ("Representative"),
      is_new ? N_ ("Add representative") : N_ ("Change representative"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *office =
      akk_record_form_add_reference (form, "office_id", "organisation_id", organisation, NULL);
  Maker *maker = g_new0 (Maker, 1);

  maker->store = g_object_ref (store);
  maker->organisation = organisation;
  akk_reference_row_offer_new (AKK_REFERENCE_ROW (office), _ ("New Function"));
  g_signal_connect_data (office, "new-wanted", G_CALLBACK (new_office_cb), maker, maker_free, 0);
  akk_record_form_add (form, "function");
  akk_record_form_add (form, "signs");
  add_delegation (dialog);
  if (is_new)
    akk_reference_row_choose (AKK_REFERENCE_ROW (office),
                              likely_office (store, representative->party_id, organisation));
  adw_dialog_set_focus (ADW_DIALOG (dialog), office);
  return dialog;
}

/* --- Council decision --- */

/* The decision itself, for its pages: hidden until they are asked for. */
static void
add_decision_text (AkkRecordDialog *dialog)
{
  static const struct {
    const char *field, *hint;
    enum { PLAIN, LINES, RICH } kind;
  } rows[] = {
    { "title", NULL, PLAIN },
    { "present", N_ ("A person or function a line"), LINES },
    { "competent", N_ ("Who holds the portfolio, a person a line"), LINES },
    { "involved", N_ ("A person or service a line"), LINES },
    { "legal_basis", NULL, RICH },
    { "motivation", NULL, RICH },
    { "attached", N_ ("A document a line"), LINES },
    { "articles", NULL, RICH },
    { "vote", NULL, LINES },
  };
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, _ ("On Paper"));
  GtkWidget *printed = akk_record_form_add (form, "printed");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (printed),
                               _ ("Its pages come before the agreement."));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GtkWidget *row = rows[i].kind == RICH    ? akk_record_form_add_rich (form, rows[i].field)
                     : rows[i].kind == LINES ? akk_record_form_add_lines (form, rows[i].field)
                                             : akk_record_form_add (form, rows[i].field);

    if (rows[i].hint != NULL)
      gtk_widget_set_tooltip_text (row, _ (rows[i].hint));
    g_object_bind_property (printed, "active", row, "visible", G_BINDING_SYNC_CREATE);
  }
}

AkkRecordDialog *
akk_council_decision_dialog_new (AkkStore *store, AkkCouncilDecision *decision, gint64 party)
{
  static const char *const fields[] = { "result",     "organ",     "planned_on",
                                        "decided_on", "reference", NULL };
  g_autoptr (AkkCouncilDecision) record =
      decision != NULL ? g_object_ref (decision) : akk_record_new (&akk_council_decision_record);
  AkkRecordDialog *dialog;

  if (decision == NULL)
    g_object_set (record, "party-id", party, NULL);
  dialog =
      akk_record_dialog_new (store, record, _ ("Council Decision"), N_ ("Note council decision"));
  akk_record_form_add_lines (akk_record_dialog_add_fields (dialog, NULL, fields), "note");
  add_decision_text (dialog);
  return dialog;
}
