/* How far an agreement is on its way to being signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/signing.h"

#include "core/office.h"
#include "core/person.h"
#include "core/representative.h"

static void
place_free (AkkSigningPlace *place)
{
  g_clear_object (&place->signatory);
  g_clear_object (&place->signature);
  g_free (place->name);
  g_free (place->function);
  g_free (place);
}

static void
row_free (AkkSigningRow *row)
{
  g_clear_object (&row->party);
  g_clear_object (&row->organisation);
  g_clear_object (&row->decision);
  g_free (row->name);
  g_ptr_array_unref (row->places);
  g_free (row);
}

void
akk_signing_free (AkkSigning *self)
{
  g_clear_object (&self->version);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The first record of the type that points at `id`. */
static gpointer
first_of (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);

  return g_list_model_get_item (list, 0);
}

/* --- Versions --- */

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const AkkVersion *one = *(AkkVersion *const *) a, *two = *(AkkVersion *const *) b;

  if (one->number != two->number)
    return one->number > two->number ? -1 : 1;
  return one->record.id < two->record.id ? -1 : one->record.id > two->record.id;
}

GPtrArray *
akk_version_list (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_version_record, "agreement_id", agreement->record.id);
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkVersion) version = g_list_model_get_item (list, i);

    if (akk_version_of_agreement (version))
      g_ptr_array_add (versions, g_steal_pointer (&version));
  }
  g_ptr_array_sort (versions, compare_newest);
  return versions;
}

AkkVersion *
akk_version_newest (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) versions = akk_version_list (store, agreement);

  return versions->len > 0 ? g_object_ref (versions->pdata[0]) : NULL;
}

/* --- Rows --- */

static AkkSigningRow *
add_row (AkkSigning *self, AkkStore *store, AkkParty *party, const char *name)
{
  AkkSigningRow *row = g_new0 (AkkSigningRow, 1);

  row->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  row->decides = self->version == NULL || akk_version_of_agreement (self->version);
  if (party != NULL) {
    row->party = g_object_ref (party);
    row->organisation = akk_store_get (store, &akk_organisation_record, party->organisation_id);
    if (row->decides)
      row->decision = first_of (store, &akk_council_decision_record, "party_id", party->record.id);
  }
  row->name =
      g_strdup (row->organisation != NULL ? akk_organisation_short (row->organisation) : name);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_frozen_place (AkkSigningRow *row, AkkStore *store, AkkSignatory *signatory)
{
  AkkSigningPlace *place = g_new0 (AkkSigningPlace, 1);

  place->signatory = g_object_ref (signatory);
  place->signature = first_of (store, &akk_signature_record, "signatory_id", signatory->record.id);
  place->name = g_strdup (signatory->name);
  place->function = g_strdup (signatory->function);
  place->delegated = *signatory->delegation != '\0';
  g_ptr_array_add (row->places, place);
}

static int
compare_number (gconstpointer a, gconstpointer b)
{
  const AkkSignatory *one = *(AkkSignatory *const *) a, *two = *(AkkSignatory *const *) b;

  return one->number < two->number ? -1 : one->number > two->number;
}

static void
add_frozen_rows (AkkSigning *self, AkkStore *store)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_signatory_record, "version_id", self->version->record.id);
  g_autoptr (GPtrArray) signatories = g_ptr_array_new_with_free_func (g_object_unref);
  AkkSigningRow *row = NULL;
  gint64 party_id = -1;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (signatories, g_list_model_get_item (list, i));
  g_ptr_array_sort (signatories, compare_number);
  for (guint i = 0; i < signatories->len; i++) {
    AkkSignatory *signatory = signatories->pdata[i];

    if (row == NULL || signatory->party_id != party_id) {
      g_autoptr (AkkParty) party = akk_store_get (store, &akk_party_record, signatory->party_id);

      party_id = signatory->party_id;
      row = add_row (self, store, party, signatory->party);
    }
    add_frozen_place (row, store, signatory);
  }
}

static void
add_live_places (AkkSigningRow *row, AkkStore *store)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_representative_record, "party_id", row->party->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRepresentative) representative = g_list_model_get_item (list, i);
    g_autoptr (AkkOffice) office =
        akk_store_get (store, &akk_office_record, representative->office_id);
    g_autoptr (AkkPerson) person =
        office != NULL ? akk_store_get (store, &akk_person_record, office->person_id) : NULL;
    AkkSigningPlace *place;

    if (!representative->signs)
      continue;
    place = g_new0 (AkkSigningPlace, 1);
    place->name = g_strdup (person != NULL ? person->name : "");
    place->function = g_strdup (*representative->function != '\0' ? representative->function
                                : office != NULL                  ? office->function
                                                                  : "");
    place->delegated = representative->delegated;
    g_ptr_array_add (row->places, place);
  }
}

static void
add_live_rows (AkkSigning *self, AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GListModel) parties =
      akk_store_list (store, &akk_party_record, "agreement_id", agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (AkkParty) party = g_list_model_get_item (parties, i);

    add_live_places (add_row (self, store, party, ""), store);
  }
}

/* --- Counting --- */

static gboolean
needs_decision (const AkkSigningRow *row)
{
  if (!row->decides)
    return FALSE;
  if (row->decision != NULL)
    return row->decision->result != AKK_COUNCIL_NOT_NEEDED;
  return row->organisation != NULL && akk_organisation_has_council (row->organisation);
}

static void
count_place (AkkSigning *self, const AkkSigningPlace *place)
{
  const AkkSignature *signature = place->signature;

  self->n_places++;
  if (signature == NULL)
    return;
  self->n_offered += signature->state == AKK_SIGNATURE_OFFERED;
  self->n_refused += signature->state == AKK_SIGNATURE_REFUSED;
  if (akk_signature_done (signature)) {
    self->n_signed++;
    self->last_signed_on = MAX (self->last_signed_on, signature->date);
  }
}

AkkSigning *
akk_signing_new (AkkStore *store, AkkAgreement *agreement, AkkVersion *version)
{
  AkkSigning *self = g_new0 (AkkSigning, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->last_signed_on = AKK_NO_DATE;
  self->version = version != NULL ? g_object_ref (version) : akk_version_newest (store, agreement);
  if (self->version != NULL)
    add_frozen_rows (self, store);
  else
    add_live_rows (self, store, agreement);
  for (guint i = 0; i < self->rows->len; i++) {
    const AkkSigningRow *row = self->rows->pdata[i];

    if (needs_decision (row)) {
      self->n_decisions++;
      self->n_decided += row->decision != NULL && row->decision->result == AKK_COUNCIL_APPROVED;
    }
    for (guint n = 0; n < row->places->len; n++)
      count_place (self, row->places->pdata[n]);
  }
  return self;
}

gboolean
akk_signing_row_waits (const AkkSigningRow *self)
{
  return needs_decision (self) &&
         (self->decision == NULL || self->decision->result != AKK_COUNCIL_APPROVED);
}
