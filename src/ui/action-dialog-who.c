/* The second page of the dialog of an action: who does what, with what, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/contribution.h"
#include "core/dossier.h"
#include "core/office.h"
#include "core/party.h"
#include "ui/action-dialog-private.h"
#include "ui/draft-list.h"
#include "ui/party-words.h"
#include "ui/reference-row.h"

/* --- Lead --- */

static gint64
organisation_of (AkkStore *store, gint64 party_id)
{
  g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, party_id);

  return party != NULL ? party->organisation_id : 0;
}

/* The functions of the party that leads; while none is chosen, those of all. */
static gboolean
may_lead (AkkStore *store, AkkRecord *record, gpointer data)
{
  AkkActionDialog *self = data;
  const AkkOffice *office = (const AkkOffice *) record;
  gint64 organisation = organisation_of (store, self->draft->action->lead_id);

  return akk_office_valid_on (office, akk_store_today (store)) &&
         (organisation == 0 || office->organisation_id == organisation);
}

static gboolean
is_held (AkkStore *store, AkkRecord *record, gpointer data)
{
  return akk_office_valid_on ((const AkkOffice *) record, akk_store_today (store));
}

/* A function of another organisation leads no longer. */
static void
lead_changed_cb (AkkActionDialog *self)
{
  AkkReferenceRow *row = AKK_REFERENCE_ROW (self->office_row);
  g_autoptr (AkkOffice) office =
      akk_store_get (self->store, &akk_office_record, self->draft->action->lead_office_id);
  gint64 organisation = organisation_of (self->store, self->draft->action->lead_id);

  if (office != NULL && organisation != 0 && office->organisation_id != organisation)
    akk_reference_row_choose (row, 0);
  akk_reference_row_offers_changed (row);
}

static void
add_lead (AkkActionDialog *self)
{
  AkkRecordForm *form = akk_action_dialog_add_form (self, self->who_page, _ ("Lead"));
  GtkWidget *row;

  akk_record_form_add_reference (form, "lead_id", "agreement_id", self->agreement->record.id,
                                 _ ("No party in particular"));
  self->office_row = akk_record_form_add_reference (form, "lead_office_id", NULL, 0, _ ("None"));
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (self->office_row), may_lead, self, NULL);
  row = akk_record_form_add (form, "lead");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Or who is in no register"));
  g_signal_connect_object (self->draft->action, "notify::lead-id", G_CALLBACK (lead_changed_cb),
                           self, G_CONNECT_SWAPPED);
  row = akk_record_form_add_reference (form, "contact_id", NULL, 0, _ ("None"));
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_held, NULL, NULL);
}

/* --- Contributions --- */

static void
describe_contribution (gpointer data, gpointer record, char **title, char **subtitle)
{
  AkkActionDialog *self = data;
  const AkkContribution *contribution = record;
  g_autoptr (AkkParty) party =
      akk_store_get (self->store, &akk_party_record, contribution->party_id);

  *title = party != NULL                    ? akk_party_name (self->store, party)
           : *contribution->partner != '\0' ? g_strdup (contribution->partner)
                                            : g_strdup (_ ("A partner"));
  *subtitle = *contribution->role != '\0' && *contribution->contribution != '\0'
                  ? g_strdup_printf ("%s · %s", contribution->role, contribution->contribution)
                  : g_strconcat (contribution->role, contribution->contribution, NULL);
}

static void
party_chosen_cb (AkkReferenceRow *row, AkkRecord *contribution)
{
  g_object_set (contribution, "party-id", akk_reference_row_get_reference (row), NULL);
}

static void
party_changed_cb (GtkWidget *partner, GParamSpec *pspec, AkkContribution *contribution)
{
  gtk_widget_set_visible (partner, contribution->party_id == 0);
}

static void
contribution_fields (gpointer data, AdwExpanderRow *row, gpointer record)
{
  AkkActionDialog *self = data;
  GtkWidget *party =
      akk_reference_row_new (_ ("Party"), self->store, &akk_party_record, "agreement_id",
                             self->agreement->record.id, _ ("Another partner"));
  GtkWidget *partner = akk_draft_entry_new (record, "partner", _ ("Other partner"));

  akk_reference_row_set_reference (AKK_REFERENCE_ROW (party),
                                   ((AkkContribution *) record)->party_id);
  g_signal_connect_object (party, "reference-changed", G_CALLBACK (party_chosen_cb), record, 0);
  g_signal_connect_object (record, "notify::party-id", G_CALLBACK (party_changed_cb), partner,
                           G_CONNECT_SWAPPED);
  party_changed_cb (partner, NULL, record);
  adw_expander_row_add_row (row, party);
  adw_expander_row_add_row (row, partner);
  adw_expander_row_add_row (row, akk_draft_entry_new (record, "role", _ ("Role")));
  adw_expander_row_add_row (row, akk_draft_entry_new (record, "contribution", _ ("Contribution")));
}

static void
add_contribution_cb (AkkDraftList *list)
{
  g_autoptr (AkkRecord) contribution = akk_record_new (&akk_contribution_record);

  akk_draft_list_add (list, contribution);
}

static void
add_contributions (AkkActionDialog *self)
{
  const AkkDraftLook look = { .title = _ ("Who Does What"),
                              .add = _ ("Add a Partner"),
                              .fields = contribution_fields,
                              .describe = describe_contribution };
  GtkWidget *list = akk_draft_list_new (self->draft->contributions, &look, self);

  g_signal_connect (list, "add-wanted", G_CALLBACK (add_contribution_cb), NULL);
  adw_preferences_page_add (self->who_page, ADW_PREFERENCES_GROUP (list));
}

/* --- Public to the dialog --- */

void
akk_action_dialog_add_who (AkkActionDialog *self)
{
  static const char *const dates[] = { "starts_on", "deadline", "follow_up" };
  AkkRecordForm *form;

  add_lead (self);
  add_contributions (self);
  form = akk_action_dialog_add_form (self, self->who_page, C_ ("of an action", "When"));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    akk_record_form_add (form, dates[i]);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (form),
      _ ("A deadline is never compulsory: a day to look at it again will do."));
  form = akk_action_dialog_add_form (self, self->who_page, NULL);
  akk_record_form_add_lines (form, "means");
}
