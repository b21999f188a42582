/* An organisation of the register: a municipality, VDAB, an association.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Entered once, used by every agreement. `designation` are the words before the name where it is a
 * party ("het lokaal bestuur"), `seat_words` those before the seat ("met zetel te"). `nis` is the
 * number by which statistics know a municipality. */
/* clang-format off */
#define AKK_ORGANISATION_FIELDS(F, T) \
  F (T, TEXT, position, N_("Position")) \
  F (T, TEXT, name, N_("Name"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, short_name, N_("Short name"), .search = TRUE) \
  F (T, TEXT, designation, N_("Words before the name")) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_organisation_kinds) \
  F (T, TEXT, seat_words, N_("Words before the seat")) \
  F (T, TEXT, seat, N_("Seat"), .search = TRUE) \
  F (T, TEXT, address, N_("Address"), .search = TRUE) \
  F (T, TEXT, email, N_("E-mail"), .search = TRUE) \
  F (T, TEXT, phone, N_("Phone"), .search = TRUE) \
  F (T, TEXT, logo, N_("Logo"), .blob = TRUE) \
  F (T, TEXT, nis, N_("NIS code"), .working = TRUE)
/* clang-format on */

typedef enum {
  AKK_ORGANISATION_MUNICIPALITY,
  AKK_ORGANISATION_CITY, /* stad en OCMW */
  AKK_ORGANISATION_EMPLOYMENT_SERVICE, /* VDAB */
  AKK_ORGANISATION_INTERLOCAL, /* interlokale vereniging */
  AKK_ORGANISATION_ASSOCIATION,
  AKK_ORGANISATION_SOCIAL_PARTNER,
  AKK_ORGANISATION_GOVERNMENT,
  AKK_ORGANISATION_OTHER,
} AkkOrganisationKind;
extern const AkkChoice akk_organisation_kinds[];
AKK_DECLARE_RECORD (AkkOrganisation, akk_organisation, AKK_ORGANISATION_FIELDS)

/* What the running text calls it: the short name, else the name. Borrowed. */
const char *akk_organisation_short (const AkkOrganisation *self);
/* Whether a council or board decides before it signs: not for VDAB. */
gboolean akk_organisation_has_council (const AkkOrganisation *self);

G_END_DECLS
