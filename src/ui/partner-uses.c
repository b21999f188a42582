/* Where the register is used.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/partner-uses.h"

#include <glib/gi18n.h>

#include "core/agreement.h"
#include "core/party.h"
#include "core/representative.h"
#include "ui/record-words.h"

/* The first record of `type` whose field `ref` is `id`; owned, NULL for none. */
static gpointer
first_with (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);

  return g_list_model_get_item (list, 0);
}

/* The name of the agreement that the party belongs to; NULL when that is gone. */
static char *
agreement_of (AkkStore *store, AkkParty *party)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, party->agreement_id);

  return agreement != NULL && !agreement->record.deleted ? akk_record_words (store, agreement)
                                                         : NULL;
}

char *
akk_organisation_use (AkkStore *store, AkkOrganisation *organisation)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "organisation_id", organisation->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autofree char *agreement = agreement_of (store, party);

    if (agreement != NULL)
      return g_strdup_printf (_ ("“%s” is a party of “%s”. Take it out of that agreement first."),
                              organisation->name, agreement);
  }
  return NULL;
}

char *
akk_office_use (AkkStore *store, AkkOffice *office)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_representative_record, "office_id", office->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRepresentative) representative = g_list_model_get_item (list, i);
    g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, representative->party_id);
    g_autofree char *agreement =
        party != NULL && !party->record.deleted ? agreement_of (store, party) : NULL;

    if (agreement != NULL)
      return g_strdup_printf (_ ("The %s speaks for a party of “%s”. Give the function a last day "
                                 "instead, or choose somebody else in that agreement first."),
                              office->function, agreement);
  }
  return NULL;
}

char *
akk_person_use (AkkStore *store, AkkPerson *person)
{
  g_autoptr (AkkOffice) office =
      first_with (store, &akk_office_record, "person_id", person->record.id);
  g_autoptr (AkkOrganisation) organisation = NULL;

  if (office == NULL)
    return NULL;
  organisation = akk_store_get (store, &akk_organisation_record, office->organisation_id);
  return g_strdup_printf (_ ("%s is %s of %s. Delete that function first."), person->name,
                          office->function, organisation != NULL ? organisation->name : "");
}
