/* Who signs an agreement, in which order, and in which words paper says so.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/signing-route.h"

#include "core/office.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/representative.h"

static void
signer_clear (gpointer data)
{
  AkkSigner *self = data;

  g_free (self->name);
  g_free (self->function);
  g_free (self->delegation);
}

static void
block_free (gpointer data)
{
  AkkSigningBlock *self = data;

  g_free (self->name);
  g_array_unref (self->signers);
  g_free (self);
}

/* --- Words --- */

static char *
decision_text (AkkPhrases *phrases, const AkkRepresentative *it)
{
  g_autofree char *date = akk_phrases_date (phrases, it->delegated_on);
  /* "voor de voorzitter" says who delegated, if the voorzitter did. */
  gboolean known =
      *it->delegation_organ == '\0' || g_str_has_suffix (it->delegation, it->delegation_organ);
  gboolean dated = it->delegated_on != AKK_NO_DATE && *date != '\0';

  if (!known && dated)
    return akk_phrases_format (phrases, "delegation-both", "organ", it->delegation_organ, "date",
                               date, NULL);
  if (!known)
    return akk_phrases_format (phrases, "delegation-organ", "organ", it->delegation_organ, NULL);
  if (dated)
    return akk_phrases_format (phrases, "delegation-date", "date", date, NULL);
  return g_strdup (akk_phrases_get (phrases, "delegation"));
}

static char *
delegation_text (AkkPhrases *phrases, const AkkRepresentative *it)
{
  g_autofree char *decision = NULL;

  if (!it->delegated)
    return g_strdup ("");
  decision = decision_text (phrases, it);
  return g_strjoin (*it->delegation != '\0' ? ", " : "", it->delegation, decision, NULL);
}

/* A short name stands alone; a name has the words before it. */
static char *
party_text (const AkkOrganisation *organisation)
{
  if (organisation == NULL)
    return g_strdup ("");
  if (*organisation->short_name != '\0' || *organisation->designation == '\0')
    return g_strdup (akk_organisation_short (organisation));
  return g_strconcat (organisation->designation, " ", organisation->name, NULL);
}

/* --- The route --- */

static void
add_signer (AkkStore *store,
            AkkPhrases *phrases,
            const AkkRepresentative *it,
            guint number,
            GArray *signers)
{
  g_autoptr (AkkOffice) office = akk_store_get (store, &akk_office_record, it->office_id);
  g_autoptr (AkkPerson) person =
      office != NULL ? akk_store_get (store, &akk_person_record, office->person_id) : NULL;
  const char *function = office != NULL ? office->function : "";
  AkkSigner signer = {
    .number = number,
    .representative = it->record.id,
    .name = g_strdup (person != NULL ? person->name : ""),
    .function = g_strdup (*it->function != '\0' ? it->function : function),
    .delegation = delegation_text (phrases, it),
  };

  g_array_append_val (signers, signer);
}

GPtrArray *
akk_signing_route_new (AkkStore *store, AkkAgreement *agreement, AkkPhrases *phrases)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", agreement->record.id);
  GPtrArray *route = g_ptr_array_new_with_free_func (block_free);
  guint number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);
    g_autoptr (AkkOrganisation) organisation =
        akk_store_get (store, &akk_organisation_record, party->organisation_id);
    g_autoptr (GListModel) people =
        akk_store_list (store, &akk_representative_record, "party_id", party->record.id);
    guint n_people = g_list_model_get_n_items (people);
    AkkSigningBlock *block = g_new0 (AkkSigningBlock, 1);

    block->party = party->record.id;
    block->name = party_text (organisation);
    block->signers = g_array_new (FALSE, FALSE, sizeof (AkkSigner));
    g_array_set_clear_func (block->signers, signer_clear);
    for (guint k = 0; k < n_people; k++) {
      g_autoptr (AkkRepresentative) it = g_list_model_get_item (people, k);
      if (it->signs)
        add_signer (store, phrases, it, ++number, block->signers);
    }
    if (n_people > 0 && block->signers->len == 0)
      block_free (block);
    else
      g_ptr_array_add (route, block);
  }
  return route;
}
