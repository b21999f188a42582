/* What a word or an abbreviation means in an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store.h"

G_BEGIN_DECLS

/* The clauses "definitions" and "abbreviations" print them, the latter by the alphabet. */
/* clang-format off */
#define AKK_DEFINITION_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_definition_kinds) \
  F (T, TEXT, term, N_("Word or abbreviation"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, meaning, N_("Meaning"), .required = TRUE, .search = TRUE)
/* clang-format on */

typedef enum {
  AKK_DEFINITION_TERM,
  AKK_DEFINITION_ABBREVIATION,
} AkkDefinitionKind;
extern const AkkChoice akk_definition_kinds[];
AKK_DECLARE_RECORD (AkkDefinition, akk_definition, AKK_DEFINITION_FIELDS)

/* The name of the clause (field-source.h) that prints those of a kind. */
const char *akk_definition_clause (AkkDefinitionKind kind);
/* Below 0, 0 or above 0: the order of the alphabet, the same in every locale. */
int akk_definition_compare (const AkkDefinition *a, const AkkDefinition *b);

/* A new one behind all others of the agreement, in no store yet. */
AkkDefinition *akk_definition_begin (AkkStore *store,
                                     gint64 agreement_id,
                                     AkkDefinitionKind kind,
                                     const char *term,
                                     const char *meaning) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it may be stored as it is: another one of the agreement must not say what the same word
 * means, whatever its capitals. One that says so already may change its meaning. FALSE:
 * AKK_RECORD_ERROR_INVALID. */
gboolean akk_definition_check (AkkStore *store, const AkkDefinition *self, GError **error);

G_END_DECLS
