/* What a word or an abbreviation means in an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* The clauses "definitions" and "abbreviations" print them, the latter by the alphabet. */
/* clang-format off */
#define AKK_DEFINITION_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_definition_kinds) \
  F (T, TEXT, term, N_("Term"), .required = TRUE, .search = TRUE) \
  F (T, TEXT, meaning, N_("Meaning"), .required = TRUE, .search = TRUE)
/* clang-format on */

typedef enum {
  AKK_DEFINITION_TERM,
  AKK_DEFINITION_ABBREVIATION,
} AkkDefinitionKind;
extern const AkkChoice akk_definition_kinds[];
AKK_DECLARE_RECORD (AkkDefinition, akk_definition, AKK_DEFINITION_FIELDS)

G_END_DECLS
