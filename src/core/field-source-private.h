/* What the sources of core/field-source share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/body.h"
#include "core/definition.h"
#include "core/field-source.h"
#include "core/parties.h"
#include "core/priority.h"

G_BEGIN_DECLS

/* All that fields and clauses speak of, as it was at one step of the store. */
typedef struct {
  AkkAgreement *agreement; /* borrowed */
  AkkPhrases *phrases; /* borrowed */
  AkkAgreement *predecessor; /* owned; NULL: none */
  GPtrArray *parties; /* AkkPartyEntry */
  GPtrArray *bodies; /* AkkBody */
  GPtrArray *priorities; /* AkkPriority */
  GPtrArray *definitions; /* AkkDefinition */
} AkkFieldMatter;

/* --- field-values.c --- */

/* A field of the agreement and its lists. */
typedef struct {
  const char *field, *label; /* marked N_() */
  char *(*text) (const AkkFieldMatter *self);
} AkkGeneralField;
extern const AkkGeneralField akk_general_fields[]; /* ended by a NULL field */

/* A field of one record: "party:ID.property". `record` is the organisation of a party, else the
 * body, priority or organisation; `number` its place in its list. */
typedef enum {
  AKK_OWNER_PARTY,
  AKK_OWNER_BODY,
  AKK_OWNER_PRIORITY,
  AKK_OWNER_ORGANISATION,
} AkkFieldOwner;
typedef struct {
  AkkFieldOwner owner;
  const char *property, *label; /* marked N_(); "%s" is the record */
  char *(*text) (AkkPhrases *phrases, gconstpointer record, guint number);
} AkkRecordField;
extern const AkkRecordField akk_record_fields[]; /* ended by a NULL property */

/* Phrases of the records; "" for what has no value. */
char *akk_field_start (const AkkFieldMatter *self) G_GNUC_WARN_UNUSED_RESULT;
char *akk_field_end (const AkkFieldMatter *self) G_GNUC_WARN_UNUSED_RESULT;
char *akk_field_notice (const AkkFieldMatter *self) G_GNUC_WARN_UNUSED_RESULT;
char *akk_field_frequency (AkkPhrases *phrases, const AkkBody *body) G_GNUC_WARN_UNUSED_RESULT;

/* --- clauses.c --- */

AkkText *akk_clause_new (const AkkFieldMatter *matter, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
