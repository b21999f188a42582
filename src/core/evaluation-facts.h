/* The facts of a year: what an evaluation report says of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of the records, a year and a day. Page, paper, the public page and the command
 * line all say what stands here: a number of a report is one of these. */
#pragma once

#include "core/action-filter.h"
#include "core/action-rows.h"
#include "core/agreement.h"
#include "core/body.h"
#include "core/coverage.h"
#include "core/decision.h"
#include "core/evaluation.h"
#include "core/figures.h"
#include "core/meeting.h"
#include "core/party.h"
#include "core/priority.h"
#include "core/signal.h"

G_BEGIN_DECLS

/* An action of a plan of that year. `carried`: it goes on in a later plan; it is counted as such,
 * whatever its status. */
typedef struct {
  AkkAction *action; /* owned, as all records here */
  gboolean carried;
} AkkActionFact;

/* How many of a year's actions: they add up to `planned`. */
typedef struct {
  guint planned, done, busy, to_start, adjusted, carried, stopped;
} AkkActionCounts;

typedef struct {
  AkkPriority *priority; /* NULL: actions without one */
  guint number; /* its place in the agreement, from 1; 0 without one */
  AkkActionCounts counts;
  GPtrArray *actions; /* AkkActionFact, as they stand in the plan */
  GPtrArray *indicators; /* AkkIndicator that bear on it or on one of its actions */
} AkkPriorityFact;

typedef struct {
  AkkIndicator *indicator;
  AkkFigure figure; /* of the region in that year */
  AkkStanding standing;
  gboolean has_target;
  gint64 target, upper;
  int target_year;
  GPtrArray *lacking; /* AkkParty: municipalities that gave no figure */
  GPtrArray *below; /* AkkParty: municipalities that are behind, chance left out */
  char *source; /* "VDAB Arvastat; VDAB"; "" when nobody said */
  gint64 received_on; /* the day on which the newest figure of that year came in; or AKK_NO_DATE */
  char *sentence; /* of the figure of the region; "" */
} AkkIndicatorFact;

/* A meeting that was held. `n_parties` have a seat. */
typedef struct {
  AkkMeeting *meeting;
  guint n_parties, n_represented;
  GPtrArray *missing; /* char *: short names of the parties that were not */
} AkkMeetingFact;

typedef struct {
  AkkBody *body;
  gint64 required; /* in the window of the rule that holds the year; -1: no number */
  gint64 held, planned; /* held in the year; still to be held in it */
  char *requirement; /* "minstens 3 keer per jaar", in the language of the interface */
  GPtrArray *meetings; /* AkkMeetingFact */
} AkkBodyFact;

/* How often a party was represented where it has a seat. */
typedef struct {
  AkkParty *party;
  char *name;
  guint meetings, represented;
} AkkPresenceFact;

typedef struct {
  AkkAgreement *agreement;
  AkkStore *store;
  int year;
  gint64
      day; /* the facts are as of this day: `today`, at most a year's end + what was known later */
  AkkActionRows *rows;
  GArray *indices; /* guint: the rows of that year's actions */
  AkkFigures *figures;
  AkkActionCounts counts;
  GPtrArray *priorities; /* AkkPriorityFact */
  AkkCoverage *coverage; /* of the commitments by that year's actions */
  AkkActionMatrix *matrix;
  guint n_expected, n_covered; /* cells of the Pact's matrix */
  GPtrArray *indicators; /* AkkIndicatorFact, all of the agreement */
  GPtrArray *bodies; /* AkkBodyFact */
  GPtrArray *presences; /* AkkPresenceFact, in the order of the parties */
  GPtrArray *decisions; /* AkkDecision of the meetings held in that year, by number */
  GPtrArray *signals; /* AkkSignal raised or answered in that year, or still open at its end */
} AkkEvaluationFacts;

AkkEvaluationFacts *akk_evaluation_facts_new (AkkStore *store,
                                              AkkAgreement *agreement,
                                              int year,
                                              gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void akk_evaluation_facts_free (AkkEvaluationFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkEvaluationFacts, akk_evaluation_facts_free)

/* What is known of a priority; NULL: it is none of this agreement. */
const AkkPriorityFact *akk_evaluation_priority (const AkkEvaluationFacts *self, gint64 priority_id);
/* Meetings held of those that are required, over all bodies with a number: no body counts for more
 * than it must. */
void akk_evaluation_facts_meetings (const AkkEvaluationFacts *self, gint64 *held, gint64 *required);

/* --- In words (evaluation-words.c) --- */

/* A line of facts: what the page and the web page list, and what a narrative may name. `value` is
 * the number of it ("46 %", "2 van minstens 3"), `detail` the words under it. All in the language
 * of the phrases. `mood` is a word and a shape, never a colour alone. */
typedef enum {
  AKK_MOOD_PLAIN,
  AKK_MOOD_GOOD,
  AKK_MOOD_BUSY,
  AKK_MOOD_STOPPED,
  AKK_MOOD_ATTENTION,
} AkkMood;
typedef struct {
  char *key; /* never changes: "actions-done", "indicator-4711" */
  char *label, *detail, *value;
  AkkMood mood;
  const AkkRecordType *type; /* where it comes from; NULL: from no one record */
  gint64 record;
  gboolean hidden; /* the part says so */
} AkkFact;

/* The facts of a part; `priority_id` for a part of that kind. `hidden` is that field of the part
 * (evaluation.h). Elements AkkFact. */
GPtrArray *akk_evaluation_lines (const AkkEvaluationFacts *self,
                                 AkkPhrases *phrases,
                                 AkkEvaluationPartKind kind,
                                 gint64 priority_id,
                                 const char *hidden) G_GNUC_WARN_UNUSED_RESULT;
/* "op weg". `has_target`: one that stands nowhere has no complete figure, rather than no target.
 * Borrowed. */
const char *akk_standing_words (AkkPhrases *phrases, AkkStanding standing, gboolean has_target);
/* The question that its narrative answers: "Wat zegt het cijfer niet?". Borrowed. */
const char *akk_evaluation_question (AkkPhrases *phrases, AkkEvaluationPartKind kind);
/* What a part is known by among those of its report, also where it is in no store: "matrix",
 * "priority-4711". */
char *akk_evaluation_part_key (AkkEvaluationPartKind kind,
                               gint64 priority_id) G_GNUC_WARN_UNUSED_RESULT;
/* The heading of a part: "3. Overleg"'s "Overleg", or the title of a priority. */
char *akk_evaluation_heading (const AkkEvaluationFacts *self,
                              AkkPhrases *phrases,
                              AkkEvaluationPartKind kind,
                              gint64 priority_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
