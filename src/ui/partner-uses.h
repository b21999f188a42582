/* Where the register is used, for what cannot be deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/office.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/store.h"

G_BEGIN_DECLS

/* A sentence that says which agreement or organisation still needs the record; NULL when nothing
 * does, so that it can be deleted. */
char *akk_organisation_use (AkkStore *store,
                            AkkOrganisation *organisation) G_GNUC_WARN_UNUSED_RESULT;
char *akk_office_use (AkkStore *store, AkkOffice *office) G_GNUC_WARN_UNUSED_RESULT;
char *akk_person_use (AkkStore *store, AkkPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
