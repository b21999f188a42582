/* What people call a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/office.h"
#include "core/person.h"
#include "core/store.h"

G_BEGIN_DECLS

/* The name of an organisation, person, party, body, agreement or section; an office with its
 * person, a meeting with its day, a decision with its number. */
char *akk_record_words (AkkStore *store, gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
/* What a field holds, for people: "3", "Tuesday", "yes", the name of another record; "" for
 * nothing.
 */
char *akk_field_words (AkkStore *store,
                       gconstpointer record,
                       const AkkField *field) G_GNUC_WARN_UNUSED_RESULT;
/* "mevrouw Ann Verhoeven". */
char *akk_person_words (const AkkPerson *person) G_GNUC_WARN_UNUSED_RESULT;
/* "since 1 January 2019", "until 31 December 2024", or "" when the office has no dates. */
char *akk_office_term_words (const AkkOffice *office) G_GNUC_WARN_UNUSED_RESULT;
/* The translated label of an ENUM's value. Borrowed. */
const char *akk_choice_label (const AkkChoice *choices, gint64 value);

G_END_DECLS
