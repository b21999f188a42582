/* The yearly evaluation report of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* The facts of a report are reckoned (evaluation-facts.h); what people write is in its parts. Once
 * it is adopted, by `meeting_id` on `adopted_on`, its version (version.h) is what counts. `signs`:
 * signatures are wanted too. */
/* clang-format off */
#define AKK_EVALUATION_FIELDS(F, T) \
  F (T, REF, agreement_id, N_("Agreement"), .table = "agreement", .required = TRUE) \
  F (T, INT, year, N_("Year"), .min = 1900, .max = 2999, .initial = 2000) \
  F (T, REF, meeting_id, N_("Adopted in"), .table = "meeting") \
  F (T, DATE, adopted_on, N_("Adopted on")) \
  F (T, BOOL, signs, N_("Signatures wanted"))
/* clang-format on */

AKK_DECLARE_RECORD (AkkEvaluation, akk_evaluation, AKK_EVALUATION_FIELDS)

/* A part of a report: its narrative (duiding). `priority_id` is set for a part of that kind only.
 * `ready`: its writer says so. `hidden` holds the keys of the facts that are not to be shown
 * (tags.h); `figures` which facts the numbers in the narrative were, see evaluation-figures.h. */
/* clang-format off */
#define AKK_EVALUATION_PART_FIELDS(F, T) \
  F (T, REF, evaluation_id, N_("Evaluation"), .table = "evaluation", .required = TRUE) \
  F (T, ENUM, kind, N_("Part"), .values = akk_evaluation_part_kinds) \
  F (T, REF, priority_id, N_("Priority"), .table = "priority") \
  F (T, TEXT, narrative, N_("Narrative"), .search = TRUE, .body = TRUE) \
  F (T, BOOL, ready, N_("Ready")) \
  F (T, TEXT, hidden, N_("Facts not shown")) \
  F (T, TEXT, figures, N_("Figures in the narrative"))
/* clang-format on */

/* In the order of the report. */
typedef enum {
  AKK_PART_SUMMARY, /* key figures; its narrative leads the report in */
  AKK_PART_PRIORITY, /* one for each priority */
  AKK_PART_COMMITMENTS,
  AKK_PART_MATRIX, /* of the Pact */
  AKK_PART_INDICATORS,
  AKK_PART_MUNICIPALITIES,
  AKK_PART_MEETINGS,
  AKK_PART_DECISIONS,
  AKK_PART_SIGNALS,
  AKK_PART_LEARNING, /* what works and what does not */
  AKK_PART_CONCLUSIONS,
  AKK_PART_TABLES, /* the figures behind the charts */
  AKK_N_PART_KINDS,
} AkkEvaluationPartKind;
extern const AkkChoice akk_evaluation_part_kinds[];
AKK_DECLARE_RECORD (AkkEvaluationPart, akk_evaluation_part, AKK_EVALUATION_PART_FIELDS)

/* What follows from a report: something to do otherwise, or a question to those who adopt it.
 * `action_id` is what became of it in a later plan. */
/* clang-format off */
#define AKK_CONCLUSION_FIELDS(F, T) \
  F (T, REF, evaluation_id, N_("Evaluation"), .table = "evaluation", .required = TRUE) \
  F (T, TEXT, position, N_("Position")) \
  F (T, ENUM, kind, N_("Kind"), .values = akk_conclusion_kinds) \
  F (T, TEXT, text, N_("Conclusion"), .required = TRUE, .search = TRUE) \
  F (T, REF, priority_id, N_("Priority"), .table = "priority") \
  F (T, REF, action_id, N_("Became"), .table = "action")
/* clang-format on */

typedef enum { AKK_CONCLUSION_ADJUSTMENT, AKK_CONCLUSION_REQUEST } AkkConclusionKind;
extern const AkkChoice akk_conclusion_kinds[];
AKK_DECLARE_RECORD (AkkConclusion, akk_conclusion, AKK_CONCLUSION_FIELDS)

G_END_DECLS
