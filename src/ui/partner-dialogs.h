/* The dialogs of the register: an organisation, a person, a dated function.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/office.h"
#include "core/organisation.h"
#include "core/person.h"
#include "ui/record-dialog.h"

G_BEGIN_DECLS

/* NULL for a new one. If its name exists already the dialog offers to use that: "applied" then
 * brings the record that was there. */
AkkRecordDialog *akk_organisation_dialog_new (AkkStore *store, AkkOrganisation *organisation);
AkkRecordDialog *akk_person_dialog_new (AkkStore *store, AkkPerson *person);

/* A function in the organisation; `office` NULL for a new one. The person is chosen or made. */
AkkRecordDialog *akk_office_dialog_new (AkkStore *store, AkkOffice *office, gint64 organisation);

/* Who follows: ends the function of `office` and starts the same one of another person, in one
 * step. */
AkkRecordDialog *akk_succession_dialog_new (AkkStore *store, AkkOffice *office);

G_END_DECLS
