/* What was said in a year: sentences of minutes and decisions, for a narrative.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evaluation-facts.h"

G_BEGIN_DECLS

/* A sentence of the minutes, or a decision. */
typedef struct {
  char *text; /* plain */
  char *title; /* of the agenda item; "" */
  AkkMeeting *meeting; /* owned */
  gboolean decision;
  gboolean on_subject; /* of the part that was asked about */
} AkkSentence;

/* Those of the meetings held in the year of the facts, by meeting, in the order of their minutes.
 * `kind` and `priority_id` say which are on the subject: by what their agenda item deals with, or
 * by the words in them. Elements AkkSentence. */
GPtrArray *akk_evaluation_sentences (const AkkEvaluationFacts *facts,
                                     AkkPhrases *phrases,
                                     AkkEvaluationPartKind kind,
                                     gint64 priority_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
