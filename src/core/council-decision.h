/* The decision of a council or board that allows a party to sign.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* One per party. `planned_on`: the session for which it is on the agenda. What follows on `note` is
 * the decision itself, as its pages print it: `present` has a person or function a line,
 * `competent` who holds the portfolio, `attached` a document a line, `articles` what was decided.
 */
/* clang-format off */
#define AKK_COUNCIL_DECISION_FIELDS(F, T) \
  F (T, REF, party_id, N_("Party"), .table = "party", .required = TRUE) \
  F (T, ENUM, result, N_("Result"), .values = akk_council_results) \
  F (T, TEXT, organ, N_("Organ"), .search = TRUE) \
  F (T, DATE, planned_on, N_("On the agenda of")) \
  F (T, DATE, decided_on, N_("Date of the decision")) \
  F (T, TEXT, reference, N_("Reference"), .search = TRUE) \
  F (T, TEXT, note, N_("Remark"), .search = TRUE) \
  F (T, BOOL, printed, N_("Print the decision with the agreement")) \
  F (T, TEXT, title, N_("Title"), .search = TRUE) \
  F (T, TEXT, present, N_("Present"), .search = TRUE) \
  F (T, TEXT, competent, N_("Competent"), .search = TRUE) \
  F (T, TEXT, involved, N_("Involved"), .search = TRUE) \
  F (T, TEXT, legal_basis, N_("Legal basis"), .search = TRUE, .body = TRUE) \
  F (T, TEXT, motivation, N_("Motivation"), .search = TRUE, .body = TRUE) \
  F (T, TEXT, attached, N_("Attached documents"), .search = TRUE) \
  F (T, TEXT, articles, N_("Articles of the decision"), .search = TRUE, .body = TRUE) \
  F (T, TEXT, vote, N_("Vote"), .search = TRUE)
/* clang-format on */

typedef enum {
  AKK_COUNCIL_OPEN, /* on the agenda when `planned_on` is set */
  AKK_COUNCIL_APPROVED,
  AKK_COUNCIL_REJECTED,
  AKK_COUNCIL_NOT_NEEDED,
} AkkCouncilResult;
extern const AkkChoice akk_council_results[];
AKK_DECLARE_RECORD (AkkCouncilDecision, akk_council_decision, AKK_COUNCIL_DECISION_FIELDS)

G_END_DECLS
