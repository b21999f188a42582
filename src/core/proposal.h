/* Proposing dates that meet what is owed: the exact optimum of a stated cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hard limits are never broken: no weekend (unless that is the usual day), no public holiday, no
 * school holiday unless that is allowed, no day on which a party with a seat is unavailable (or, in
 * the hours of its council), not before there was time to prepare, not twice for one body within
 * its time for minutes, and within the term. Experts need not come; a body without seats wants
 * every party of its agreement.
 *
 * Of all ways to do so, those with the fewest meetings count, and of these the cheapest. The cost
 * of a date, in points: each day away from an even spread 1; another weekday than usual 20, another
 * hour than usual 10; the working group less than 7 or more than 42 days before the next steering
 * group 15; a bridge day 30; another body that shares parties in the same week 8, on the same day
 * 40; a council of a party in the evening of that day 5; the last working week of its window 12;
 * each party that cannot come, where that is allowed, 60. These are also what the reasons say.
 *
 * An even spread: the days of a window that are left are cut in as many equal parts as it still
 * asks meetings of, and a meeting belongs in the middle of its part. With a rolling rule a meeting
 * belongs as long after the one before it, planned or there, as lets n of them fill the period; for
 * n = 1 that is also the last day on which it is in time, for n > 1 a week of the period stays
 * free. Such a rule counts n meetings in any period and no more: where a holiday stretches one
 * part, others make up for it. Days are taken in order, and on each the rule is kept if it can be;
 * what is late comes as soon as possible. */
#pragma once

#include "core/frequency.h"
#include "core/holidays.h"

G_BEGIN_DECLS

typedef enum {
  AKK_PROPOSAL_ALLOW_SCHOOL = 1 << 0, /* school holidays count as ordinary days */
  AKK_PROPOSAL_ALLOW_UNAVAILABLE = 1 << 1, /* days on which a party cannot come too */
} AkkProposalFlags;

/* A possible date of one meeting. */
typedef struct {
  gint64 date;
  gint64 starts_at; /* minutes since midnight */
  gint64 cost; /* points */
  char *why; /* in words: "Usual day and hour, all parties free"; what speaks against another */
  char *avoids; /* what the days around it would have met; "" for nothing */
} AkkProposalDate;
void akk_proposal_date_free (AkkProposalDate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkProposalDate, akk_proposal_date_free)

typedef struct {
  gint64 body_id;
  gint64 from, to; /* the window that asks for it */
  gint64 target; /* the day of an even spread */
  gint64 last_week, last_day; /* the last working week of the window; AKK_NO_DATE: not in sight */
  GPtrArray *dates; /* AkkProposalDate: the proposed one, then at most three others by cost */
} AkkProposalMeeting;

typedef struct {
  GPtrArray *meetings; /* AkkProposalMeeting, by date */
  GPtrArray *impossible; /* char *: per window that cannot be met, which rule to relax */
  gint64 cost; /* of all proposed dates together */
} AkkProposal;
void akk_proposal_free (AkkProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkProposal, akk_proposal_free)

/* What a proposal is made from, read from the store once: it does not follow the store. */
typedef struct _AkkPlanner AkkPlanner;
/* For the missing meetings of these bodies (elements AkkBody, of one store) from `from` up to and
 * including `to`. `today`: nothing is proposed before it. */
AkkPlanner *akk_planner_new (AkkStore *store,
                             const GPtrArray *bodies,
                             gint64 from,
                             gint64 to,
                             gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void akk_planner_free (AkkPlanner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPlanner, akk_planner_free)

/* Enough meetings for each window that touches the span, beside those held and planned; of a window
 * that goes on after the span its share in whole months, rounded. Windows that were over before
 * today are left alone. Bodies are taken in order of kind, working groups after the steering group
 * whose dates they come before; within a body the dates are the optimum over all combinations (a
 * dynamic programme over the days, that equals brute force). A pure function of the planner. */
AkkProposal *akk_planner_propose (AkkPlanner *self,
                                  AkkProposalFlags flags) G_GNUC_WARN_UNUSED_RESULT;
/* Another day for a proposed meeting, at the hour that suits it best: what it costs and what speaks
 * against it. NULL with a sentence in `refusal` when it breaks a hard limit or misses its window.
 */
AkkProposalDate *akk_planner_weigh (const AkkPlanner *self,
                                    const AkkProposalMeeting *meeting,
                                    gint64 date,
                                    AkkProposalFlags flags,
                                    char **refusal) G_GNUC_WARN_UNUSED_RESULT;
/* The least number of days between two meetings of a body. */
gint64 akk_planner_gap (const AkkPlanner *self, gint64 body_id);
/* How many days of the span some party of these bodies cannot come, and how many parties said so.
 */
void akk_planner_count_unavailable (const AkkPlanner *self, guint *n_days, guint *n_parties);

/* Both in one. */
AkkProposal *akk_proposal_new (AkkStore *store,
                               const GPtrArray *bodies,
                               gint64 from,
                               gint64 to,
                               gint64 today,
                               AkkProposalFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* NULL where a meeting of this body is possible, else a sentence that says which hard limit the
 * date breaks. `starts_at` AKK_NO_DATE: at its usual hour. */
char *akk_proposal_refusal (AkkStore *store,
                            AkkBody *body,
                            gint64 date,
                            gint64 starts_at,
                            gint64 today,
                            AkkProposalFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* Plans them (elements AkkProposalMeeting), the first date of each, as one action. */
gboolean akk_proposal_accept (AkkStore *store, const GPtrArray *meetings, GError **error);

G_END_DECLS
