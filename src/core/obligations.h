/* Everything that an agreement says must happen in time, and how it stands on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function of the records and a day. The sources of the rules: meetings, the clause of the
 * body; the yearly evaluation, the clause that the body names; action plans and first plans, the
 * clauses that the agreement names; end and notice, its clause of term; minutes, the custom that
 * the next meeting of a body approves those of the last one; figures, the indicator, which says who
 * delivers them and when. */
#pragma once

#include "core/agreement.h"
#include "core/phrases.h"

G_BEGIN_DECLS

typedef enum {
  AKK_OBLIGATION_MEETING,
  AKK_OBLIGATION_EVALUATION,
  AKK_OBLIGATION_PLAN,
  AKK_OBLIGATION_FIRST_PLAN,
  AKK_OBLIGATION_END,
  AKK_OBLIGATION_NOTICE,
  AKK_OBLIGATION_MINUTES,
  AKK_OBLIGATION_FIGURES,
} AkkObligationKind;

typedef enum {
  AKK_OBLIGATION_MET,
  AKK_OBLIGATION_PLANNED, /* what is planned would meet it */
  AKK_OBLIGATION_DUE, /* its window runs, and something is still to be planned */
  AKK_OBLIGATION_MISSED,
  AKK_OBLIGATION_FUTURE,
} AkkObligationStatus;

/* Numbers that do not apply are -1, days AKK_NO_DATE, ids 0. The texts belong to it and stay as
 * they are. */
typedef struct {
  AkkObligationKind kind;
  AkkObligationStatus status;
  gint64 agreement_id, body_id, meeting_id, section_id;
  gint64 indicator_id;
  gint64 evaluation_id; /* the report of that year, adopted or not */
  gboolean derived; /* the rule follows from the yearly evaluation */
  char *title; /* what it is about: "Werkgroep", "Evaluatie 2025" */
  char *source; /* all sources, in words: "Deel IV, B"; "" when no clause is named */
  char *requirement; /* "minstens 3 keer per jaar" */
  char *next_step; /* what to do next: "Nog 1 vóór 31 december"; "" when nothing */
  gint64 required, held, planned;
  gint64 from, to, due;
} AkkObligation;
void akk_obligation_free (AkkObligation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkObligation, akk_obligation_free)

extern const char
    *const akk_obligation_kinds[]; /* "meeting", "evaluation", … by AkkObligationKind */
extern const char *const akk_obligation_statuses[]; /* "met", "planned", … */

/* The obligations of one agreement (NULL: of all) as they stand on `day`, ordered by agreement (by
 * start), kind, body and window. Agreements in concept owe nothing yet. What was committed counts,
 * not what an open action changed. Of a day in the past it is what one could know then: a meeting
 * that was held later is counted as planned; a planned one whose day is over counts as nothing, and
 * `next_step` asks what became of it.
 *
 * A meeting has one per body and window, also for windows that ask for nothing; due on the last day
 * of the window. A rolling basis has the window that ends on `day` (the first or last whole one of
 * the term when that does not lie inside it). A body without a number has a reminder: `required`
 * -1, no window. Evaluations, of the body that holds them, and plans have one per year that asks
 * for one. A year is evaluated when a meeting of it dealt with that, or when its report was
 * adopted, whenever that was; a meeting that adopted a report counts for the year of that report. A
 * year has its plan when one that covers it was adopted, at its end at the latest; or when a
 * meeting of that year, of any body, dealt with an item that approves one and adopted none (a plan
 * may be kept elsewhere). The first plan is FUTURE without a day until all have signed; an
 * agreement that was signed elsewhere counts from its start. The end is met when an agreement
 * follows that runs, or once it is there. Notice: of a fixed term the last day on which it can be
 * given (met when it is over: it is a right); of an indefinite one `from` is `day` and `due` what
 * notice on that day would make the end. Minutes: one per held meeting, due on the day of the next
 * one of its body (AKK_NO_DATE: there is none yet). Figures: one per whole year of the term and
 * indicator that somebody delivers, by year and last day; they can be asked for from the last
 * quarter of their year. `required` counts the municipalities where they are measured for each, and
 * `held` those that gave a figure, were it that they have none; a late one meets it too. While the
 * figures of the next year are not due either, what is missed can still be asked for.
 *
 * `title`, `source`, `requirement` and `next_step` are in the language of the interface. All who
 * ask between two steps share one reckoning, and a step reckons again only what it touched: the
 * list and what stands in it are not to be changed. Elements AkkObligation. */
GPtrArray *akk_obligations_new (AkkStore *store,
                                AkkAgreement *agreement,
                                gint64 day) G_GNUC_WARN_UNUSED_RESULT;
/* The one of a body that counts on `day`: of its windows the one that holds it, the strictest
 * first; NULL when the body owes no number. Borrowed from `obligations`. */
const AkkObligation *
akk_obligations_of_body (const GPtrArray *obligations, gint64 body_id, gint64 day);
/* The same with the figures of one year (`by_day`: that are due on one day) as a single one, which
 * counts indicators: "Figures 2025: 3 indicators incomplete". What is not met yet decides its day,
 * status and next step. */
GPtrArray *akk_obligations_gathered (const GPtrArray *obligations,
                                     gboolean by_day) G_GNUC_WARN_UNUSED_RESULT;
/* What asks for something, gathered by year: due within `days` days and not yet planned, or missed
 * while something can still be done. The number that the sidebar shows. */
guint akk_obligations_count (const GPtrArray *obligations, gint64 day, gint64 days);

/* The end of an agreement of indefinite duration when notice is given on `day`: `notice_months`
 * later; AKK_NO_DATE without a term of notice (acceptance case 000). */
gint64 akk_notice_end (const AkkAgreement *agreement, gint64 day);

G_END_DECLS
