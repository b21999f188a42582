/* An organisation of the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/organisation.h"

#include <glib/gi18n.h>

const AkkChoice akk_organisation_kinds[] = {
  { AKK_ORGANISATION_MUNICIPALITY, "municipality", N_ ("Local board") },
  { AKK_ORGANISATION_CITY, "city", N_ ("City and its social services") },
  { AKK_ORGANISATION_EMPLOYMENT_SERVICE, "employment-service", N_ ("Public employment service") },
  { AKK_ORGANISATION_INTERLOCAL, "interlocal", N_ ("Interlocal association") },
  { AKK_ORGANISATION_ASSOCIATION, "association", N_ ("Association") },
  { AKK_ORGANISATION_SOCIAL_PARTNER, "social-partner", N_ ("Social partner") },
  { AKK_ORGANISATION_GOVERNMENT, "government", N_ ("Government") },
  { AKK_ORGANISATION_OTHER, "other", N_ ("Other organisation") },
  { 0, NULL, NULL },
};

const char *
akk_organisation_short (const AkkOrganisation *self)
{
  return *self->short_name != '\0' ? self->short_name : self->name;
}

gboolean
akk_organisation_has_council (const AkkOrganisation *self)
{
  return self->kind == AKK_ORGANISATION_MUNICIPALITY || self->kind == AKK_ORGANISATION_CITY ||
         self->kind == AKK_ORGANISATION_INTERLOCAL;
}
