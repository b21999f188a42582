/* The parties of an agreement with all that belongs to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/parties.h"

static void
person_free (gpointer data)
{
  AkkPartyPerson *self = data;

  g_clear_object (&self->representative);
  g_clear_object (&self->office);
  g_clear_object (&self->person);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  AkkPartyEntry *self = data;

  g_clear_object (&self->party);
  g_clear_object (&self->organisation);
  g_clear_object (&self->decision);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static void
add_people (AkkStore *store, AkkPartyEntry *entry)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_representative_record, "party_id", entry->party->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    AkkPartyPerson *person = g_new0 (AkkPartyPerson, 1);

    person->representative = g_list_model_get_item (list, i);
    person->office = akk_store_get (store, &akk_office_record, person->representative->office_id);
    if (person->office != NULL)
      person->person = akk_store_get (store, &akk_person_record, person->office->person_id);
    if (person->person != NULL)
      g_ptr_array_add (entry->people, person);
    else
      person_free (person);
  }
}

GPtrArray *
akk_parties_new (AkkStore *store, gint64 agreement_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_party_record, "agreement_id", agreement_id);
  GPtrArray *parties = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    AkkPartyEntry *entry = g_new0 (AkkPartyEntry, 1);
    g_autoptr (GListModel) decisions = NULL;

    entry->people = g_ptr_array_new_with_free_func (person_free);
    entry->party = g_list_model_get_item (list, i);
    entry->organisation =
        akk_store_get (store, &akk_organisation_record, entry->party->organisation_id);
    if (entry->organisation == NULL) {
      entry_free (entry);
      continue;
    }
    decisions =
        akk_store_list (store, &akk_council_decision_record, "party_id", entry->party->record.id);
    entry->decision = g_list_model_get_item (decisions, 0);
    add_people (store, entry);
    g_ptr_array_add (parties, entry);
  }
  return parties;
}

const char *
akk_party_person_function (const AkkPartyPerson *self)
{
  return *self->representative->function != '\0' ? self->representative->function
                                                 : self->office->function;
}

char *
akk_party_short_name (AkkStore *store, gint64 party_id)
{
  g_autoptr (AkkParty) party =
      party_id != 0 ? akk_store_get (store, &akk_party_record, party_id) : NULL;
  g_autoptr (AkkOrganisation) organisation =
      party != NULL ? akk_store_get (store, &akk_organisation_record, party->organisation_id)
                    : NULL;

  return g_strdup (organisation != NULL ? akk_organisation_short (organisation) : "");
}
