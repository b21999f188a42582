/* Evaluation reports: their parts, and what happens to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/agreement.h"
#include "core/evaluation.h"
#include "core/evaluation-facts.h"
#include "core/findings.h"
#include "core/meeting.h"
#include "core/plan.h"
#include "core/version.h"

G_BEGIN_DECLS

/* The reports of an agreement by year. Elements AkkEvaluation. */
GPtrArray *akk_evaluations (AkkStore *store, gint64 agreement_id) G_GNUC_WARN_UNUSED_RESULT;
/* That of a year; NULL: there is none. */
AkkEvaluation *
akk_evaluation_find (AkkStore *store, gint64 agreement_id, int year) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is adopted: then nothing of it may be written any more. */
gboolean akk_evaluation_adopted (const AkkEvaluation *self);
/* The version that was made when it was adopted; NULL: none. */
AkkVersion *akk_evaluation_version (AkkStore *store,
                                    const AkkEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;

/* The whole report as one JSON text, as of the day of the version, what is hidden left out: what
 * its version holds. The same report gives the same text. */
char *akk_evaluation_content (AkkStore *store,
                              AkkEvaluation *evaluation,
                              const AkkVersion *version,
                              GPtrArray *signatories,
                              AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

/* Its parts in the order of the report, one for each priority of the agreement. A part that nobody
 * wrote yet is a record in no store (id 0): akk_evaluation_keep_part() adds it. Elements
 * AkkEvaluationPart. */
GPtrArray *akk_evaluation_parts (AkkStore *store,
                                 const AkkEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;
/* Inside an action: the part in the store. */
void akk_evaluation_keep_part (AkkStore *store, AkkEvaluationPart *part);
/* Whether a part has a narrative to be written; the tables have none. */
gboolean akk_evaluation_part_wants_words (AkkEvaluationPartKind kind);

typedef enum { AKK_PART_EMPTY, AKK_PART_BEGUN, AKK_PART_READY } AkkEvaluationPartState;
AkkEvaluationPartState akk_evaluation_part_state (const AkkEvaluationPart *self);

/* Its conclusions in their order. Elements AkkConclusion. */
GPtrArray *akk_conclusions (AkkStore *store, gint64 evaluation_id) G_GNUC_WARN_UNUSED_RESULT;
/* Conclusions (adjustments) of adopted and other reports up to `year` that became nothing yet: what
 * is offered for the plan of the next year. Elements AkkConclusion. */
GPtrArray *
akk_conclusions_open (AkkStore *store, gint64 agreement_id, int year) G_GNUC_WARN_UNUSED_RESULT;
/* Inside an action: an action of that plan, with the words of the conclusion. The conclusion names
 * it. */
AkkAction *akk_conclusion_carry_out (AkkStore *store,
                                     AkkConclusion *conclusion,
                                     AkkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* --- Figures in narratives (evaluation-figures.c) --- */

/* What is kept of a narrative when it is written: which of its numbers are facts now, as lines
 * "KEY=VALUE". What `before` said of a number that still stands in the narrative stays, for it is
 * how one sees that it is no longer true. */
char *akk_evaluation_figures (AkkPhrases *phrases,
                              const char *narrative,
                              const GPtrArray *lines,
                              const char *before) G_GNUC_WARN_UNUSED_RESULT;
/* A number in the narrative that was that fact when it was written, and no longer is. */
typedef struct {
  char *key, *label; /* of the fact */
  char *written, *now;
} AkkStaleFigure;
GPtrArray *akk_evaluation_stale (AkkPhrases *phrases,
                                 const char *narrative,
                                 const char *figures,
                                 const GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* The narrative with the number of the fact as it is now, wherever the old one stands. */
char *akk_evaluation_mend (AkkPhrases *phrases,
                           const char *narrative,
                           const AkkStaleFigure *stale) G_GNUC_WARN_UNUSED_RESULT;

/* What is still to be done before it is adopted: parts that nobody wrote, figures that are no
 * longer true, municipalities without figures, blanks. Elements AkkFinding (its `record` is the
 * part; a part in no store: the evaluation). Nothing blocks but blanks, stale figures, and a report
 * in which nobody wrote a word; parts that are not ready are advice. */
GPtrArray *akk_evaluation_findings (AkkStore *store,
                                    AkkEvaluation *evaluation,
                                    gint64 today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
