/* Dates of an agreement that cannot be in this order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/findings-private.h"
#include "core/signing.h"

/* The day before which all that allows to sign must have happened; AKK_NO_DATE: not known. */
static gint64
start_of (const AkkAgreement *agreement)
{
  return agreement->starts_at_signing ? AKK_NO_DATE : agreement->starts_on;
}

/* --- What came before, and what it adds to --- */

static void
find_in_predecessor (AkkFinder *self)
{
  const AkkAgreement *agreement = self->agreement;
  g_autoptr (AkkAgreement) before =
      akk_store_get (self->store, &akk_agreement_record, agreement->predecessor_id);
  gint64 start = start_of (agreement);

  if (before == NULL || before->record.deleted || start == AKK_NO_DATE || before->indefinite ||
      before->ends_on == AKK_NO_DATE || before->ends_on < start)
    return;
  akk_finder_add_about (self, "predecessor-overlaps", AKK_FINDING_ADVICE, agreement,
                        _ ("“%s” has not ended when this agreement starts"),
                        *before->short_title != '\0' ? before->short_title : before->title,
                        _ ("Let it end earlier, or start later."));
}

static void
find_in_addendum (AkkFinder *self)
{
  if (self->agreement->kind == AKK_AGREEMENT_ADDENDUM && self->agreement->amends_id == 0)
    akk_finder_add (self, "addendum-to-nothing", AKK_FINDING_BLOCKING, self->agreement,
                    _ ("The addendum does not say what it adds to"),
                    _ ("Choose the agreement that it adds to."));
}

/* --- Decisions --- */

static void
find_in_decision (AkkFinder *self, const AkkPartyEntry *entry)
{
  const AkkCouncilDecision *decision = entry->decision;
  gint64 start = start_of (self->agreement);

  if (decision != NULL && decision->result == AKK_COUNCIL_APPROVED && start != AKK_NO_DATE &&
      decision->decided_on != AKK_NO_DATE && decision->decided_on > start)
    akk_finder_add_about (
        self, "decision-late", AKK_FINDING_ADVICE, decision,
        _ ("%s decided after the agreement started"), akk_organisation_short (entry->organisation),
        _ ("Correct the date of the decision, or let the agreement start later."));
}

/* The day on which each representative signed the newest version. */
static GHashTable *
signing_days (AkkFinder *self)
{
  GHashTable *days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (AkkSigning) signing = akk_signing_new (self->store, self->agreement, NULL);

  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];

    for (guint k = 0; k < row->places->len; k++) {
      const AkkSigningPlace *place = row->places->pdata[k];

      if (place->signatory == NULL || place->signature == NULL ||
          place->signature->date == AKK_NO_DATE)
        continue;
      g_hash_table_insert (days, g_memdup2 (&place->signatory->representative_id, sizeof (gint64)),
                           g_memdup2 (&place->signature->date, sizeof (gint64)));
    }
  }
  return days;
}

static void
find_in_delegations (AkkFinder *self, const AkkPartyEntry *entry, GHashTable *days)
{
  gint64 start = start_of (self->agreement);

  for (guint i = 0; i < entry->people->len; i++) {
    const AkkPartyPerson *person = entry->people->pdata[i];
    const AkkRepresentative *representative = person->representative;
    const gint64 *signed_on = g_hash_table_lookup (days, &representative->record.id);
    gint64 day = signed_on != NULL ? *signed_on : start;

    if (representative->signs && representative->delegated && day != AKK_NO_DATE &&
        representative->delegated_on != AKK_NO_DATE && representative->delegated_on > day)
      akk_finder_add_about (
          self, "delegation-late", AKK_FINDING_ADVICE, representative,
          signed_on != NULL ? _ ("%s signed before it was delegated")
                            : _ ("The signature of %s is delegated after the start"),
          person->person->name, _ ("Correct the date of the decision to delegate."));
  }
}

void
akk_find_dates (AkkFinder *self)
{
  g_autoptr (GHashTable) days = signing_days (self);

  find_in_predecessor (self);
  find_in_addendum (self);
  for (guint i = 0; i < self->parties->len; i++) {
    find_in_decision (self, self->parties->pdata[i]);
    find_in_delegations (self, self->parties->pdata[i], days);
  }
}
