/* The parties of an agreement with all that belongs to them, in the order of the agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/council-decision.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/representative.h"
#include "core/store.h"

G_BEGIN_DECLS

/* Who speaks for a party. */
typedef struct {
  AkkRepresentative *representative; /* owned, as all records here */
  AkkOffice *office;
  AkkPerson *person;
} AkkPartyPerson;

typedef struct {
  AkkParty *party;
  AkkOrganisation *organisation;
  AkkCouncilDecision *decision; /* NULL: none is known */
  GPtrArray *people; /* AkkPartyPerson */
} AkkPartyEntry;

/* As it is now: it does not follow the store. Elements: AkkPartyEntry. */
GPtrArray *akk_parties_new (AkkStore *store, gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;

/* What the running text calls a party: the short name of its organisation. "" for none. */
char *akk_party_short_name (AkkStore *store, gint64 party_id) G_GNUC_WARN_UNUSED_RESULT;

/* The function in this agreement: the representative's own, else that of the office. Borrowed. */
const char *akk_party_person_function (const AkkPartyPerson *self);

G_END_DECLS
