/* Proposing dates that meet what is owed: the exact optimum of a stated cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hard limits are never broken: no weekend, no public holiday, no school holiday unless that is
 * allowed, no day on which a party with a seat is unavailable (or, in the hours of its council),
 * not before there was time to prepare, not twice for one body within its time for minutes. The
 * cost of a date, in points: each day away from an even spread 1; another weekday than usual 20,
 * another hour than usual 10; the working group less than 7 or more than 42 days before the
 * steering group 15; a bridge day 30; another body that shares parties in the same week 8, on the
 * same day 40; the last working week of its window 12. The header of the cost is also what the
 * reasons say. */
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
  char *why; /* in words: "Usual day and hour, all parties free" */
  char *avoids; /* what the days around it would have met; "" for nothing */
} AkkProposalDate;

typedef struct {
  gint64 body_id;
  gint64 from, to; /* the window that asks for it */
  GPtrArray *dates; /* AkkProposalDate: the proposed one, then at most three others by cost */
} AkkProposalMeeting;

typedef struct {
  GPtrArray *meetings; /* AkkProposalMeeting, by date */
  GPtrArray *impossible; /* char *: per window that cannot be met, which rule to relax */
  gint64 cost; /* of all proposed dates together */
} AkkProposal;
void akk_proposal_free (AkkProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkProposal, akk_proposal_free)

/* The missing meetings of these bodies (elements AkkBody, of one store) from `from` up to and
 * including `to`: enough for each of their windows in that span, beside those held and planned.
 * Bodies are taken in order of kind, working groups after the steering group whose dates they come
 * before; within a body the dates are the optimum over all combinations (a dynamic programme over
 * the days, that equals brute force). `today`: nothing is proposed before it. */
AkkProposal *akk_proposal_new (AkkStore *store,
                               const GPtrArray *bodies,
                               gint64 from,
                               gint64 to,
                               gint64 today,
                               AkkProposalFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* What other dates than proposed cost: of the meetings with these dates, NULL where it is possible,
 * else a sentence that says which hard limit the date breaks. */
char *akk_proposal_refusal (AkkStore *store,
                            const AkkBody *body,
                            gint64 date,
                            gint64 starts_at,
                            AkkProposalFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* Plans them, the first date of each, as one action. */
gboolean akk_proposal_accept (AkkStore *store, const GPtrArray *meetings, GError **error);

G_END_DECLS
