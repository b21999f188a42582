/* How far an agreement is on its way to being signed: parties, decisions and signatures together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/council-decision.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/signatory.h"
#include "core/signature.h"
#include "core/version.h"

G_BEGIN_DECLS

/* One signature to be given. Before freezing there are no signatory and signature yet: then only
 * `name` and `function` say who will sign, by the register. */
typedef struct {
  AkkSignatory *signatory; /* owned, or NULL */
  AkkSignature *signature; /* owned, or NULL */
  char *name, *function;
  gboolean delegated;
} AkkSigningPlace;

/* One party. `decision` is NULL while nobody noted one. `name` is the short one of the register, or
 * that of the version when the party was removed since. Councils decide on an agreement, not on the
 * reports that are adopted under it: then `decides` is FALSE. */
typedef struct {
  AkkParty *party; /* owned, or NULL when it was removed since */
  AkkOrganisation *organisation; /* owned, or NULL */
  AkkCouncilDecision *decision; /* owned, or NULL */
  char *name;
  GPtrArray *places; /* AkkSigningPlace */
  gboolean decides;
} AkkSigningRow;

typedef struct {
  AkkVersion *version; /* owned; NULL: nothing is frozen yet */
  GPtrArray *rows; /* AkkSigningRow, in the order of the parties */
  guint n_places, n_signed, n_offered, n_refused;
  guint n_decisions, n_decided; /* of the parties that need one */
  gint64 last_signed_on; /* AKK_NO_DATE: nobody signed yet */
} AkkSigning;

/* The state of a version of the agreement, or of one of its reports; `version` NULL: of the newest
 * one of the agreement itself. */
AkkSigning *akk_signing_new (AkkStore *store,
                             AkkAgreement *agreement,
                             AkkVersion *version) G_GNUC_WARN_UNUSED_RESULT;
void akk_signing_free (AkkSigning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkSigning, akk_signing_free)

/* Whether the council of the party still has to decide: a place that waits for it. */
gboolean akk_signing_row_waits (const AkkSigningRow *self);

/* The newest version of an agreement, or NULL; and all of them, the newest first (AkkVersion). */
AkkVersion *akk_version_newest (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *akk_version_list (AkkStore *store, AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
