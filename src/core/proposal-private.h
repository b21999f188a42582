/* The plain values of which a proposal is a function, and the parts of that function.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

#define AKK_PLAN_MIDNIGHT (24 * 60)

/* Who must come. Per day of the planner's days the minute from which it cannot; 0: not at all. */
typedef struct {
  char *name;
  guint16 *until; /* AKK_PLAN_MIDNIGHT: the whole day is free */
  guint8 *council; /* whether that is for its council */
} AkkPlanParty;

typedef struct {
  gint64 id, agreement_id, kind;
  char *name;
  gboolean asked; /* dates are proposed for it; the others are only kept clear of */
  gint64 weekday, starts_at, duration_min, prepare_days, minutes_days;
  GArray *frequencies; /* AkkFrequency */
  gint64 start, end; /* of the term; AKK_NO_DATE: it binds nobody yet, it goes on */
  GArray *parties; /* guint: places in the planner's list */
  GArray *meetings; /* gint64: days of those held and those ahead, in order */
  GArray *proposed; /* gint64: days of those that are being proposed, in order */
  GPtrArray *sharing; /* AkkPlanBody: other bodies that share parties with it; borrowed */
} AkkPlanBody;

struct _AkkPlanner {
  gint64 today, from, to;
  gint64 first, last; /* the days of which it knows, more than the span */
  AkkDaysOff *days_off;
  GPtrArray *parties; /* AkkPlanParty */
  GPtrArray *bodies; /* AkkPlanBody, those that are asked in the order of their turn */
};

/* Beside the public flags, to find out which rule stands in the way. */
typedef struct {
  AkkProposalFlags flags;
  gint64 excused; /* the place of a party that need not come; -1: none */
} AkkPlanRules;

/* proposal-collect.c */
AkkPlanner *akk_plan_new (gint64 from, gint64 to, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
AkkPlanBody *akk_plan_add_body (AkkPlanner *self, gint64 id, const char *name);
AkkPlanParty *akk_plan_add_party (AkkPlanner *self, const char *name);
/* `starts_at` 0: it cannot come at all. */
void akk_plan_block (
    AkkPlanner *self, AkkPlanParty *party, gint64 date, gint64 starts_at, gboolean council);
/* Once all is there: days off unless they are, who shares parties, whose turn it is. */
void akk_plan_ready (AkkPlanner *self);

/* --- proposal-limits.c: one date of one body --- */

typedef enum {
  AKK_PLAN_FREE,
  AKK_PLAN_PAST,
  AKK_PLAN_UNPREPARED,
  AKK_PLAN_OUTSIDE, /* the term, or the days of which the planner knows */
  AKK_PLAN_WEEKEND,
  AKK_PLAN_PUBLIC,
  AKK_PLAN_SCHOOL,
  AKK_PLAN_ABSENT,
  AKK_PLAN_TOO_CLOSE, /* to another meeting of the body */
} AkkPlanLimit;

/* What a date costs, by cause. */
typedef struct {
  gint64 weekday, hour, steering, bridge, same_week, same_day, councils, absent;
  gint64 steering_days; /* up to the next steering group */
  const AkkPlanBody *clash; /* the body that meets in the same week or on the same day */
} AkkPlanParts;

AkkPlanLimit akk_plan_limit (const AkkPlanner *self,
                             const AkkPlanBody *body,
                             gint64 date,
                             gint64 starts_at,
                             const AkkPlanRules *rules);
AkkPlanParts akk_plan_parts (const AkkPlanner *self,
                             const AkkPlanBody *body,
                             gint64 date,
                             gint64 starts_at,
                             const AkkPlanRules *rules);
gint64 akk_plan_sum (const AkkPlanParts *parts);
gboolean akk_plan_share_parties (const AkkPlanBody *one, const AkkPlanBody *two);
/* Whether the party cannot come to a meeting of that body. */
gboolean akk_plan_absent (
    const AkkPlanner *self, const AkkPlanBody *body, guint party, gint64 date, gint64 starts_at);
/* The days between which two meetings of a body cannot both be. */
gint64 akk_plan_gap (const AkkPlanBody *body);
/* The first day on which there is time to prepare, and the last: of the span and the term. */
gint64 akk_plan_first_day (const AkkPlanner *self, const AkkPlanBody *body);
gint64 akk_plan_last_day (const AkkPlanner *self, const AkkPlanBody *body);

/* Every day of a span at its best hour. */
typedef struct {
  gint64 cost; /* without what depends on the window; -1: not possible */
  gint64 starts_at;
} AkkPlanDay;
typedef struct {
  gint64 first, last;
  AkkPlanDay *days;
} AkkPlanDays;
AkkPlanDay akk_plan_day (const AkkPlanner *self,
                         const AkkPlanBody *body,
                         gint64 date,
                         const AkkPlanRules *rules);
AkkPlanDays *akk_plan_days_new (const AkkPlanner *self,
                                const AkkPlanBody *body,
                                const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
void akk_plan_days_free (AkkPlanDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPlanDays, akk_plan_days_free)

/* --- What is asked of a body --- */

/* A window that still asks for meetings. */
typedef struct {
  gint64 from, to; /* as the rule has it */
  gint64 first, last; /* its days that can be planned */
  gint64 need; /* meetings in those days */
  gboolean cut; /* it goes on after the span: less than its need breaks no rule */
  gint64 spread_from, spread_n; /* the days that are left, and in how many parts */
  gint64 last_week, last_day; /* the last working week; AKK_NO_DATE */
} AkkPlanWindow;

/* A meeting that is proposed. */
typedef struct {
  gint64 date;
  gint64 from, to, target, last_week, last_day;
} AkkPlanChoice;

typedef struct {
  GArray *choices; /* AkkPlanChoice, by date */
  GArray *short_windows; /* AkkPlanWindow: `need` is what is missing */
  AkkPlanDays *days; /* from which they were chosen */
} AkkPlanSolution;
void akk_plan_solution_free (AkkPlanSolution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkPlanSolution, akk_plan_solution_free)

/* proposal-windows.c: rules that count by calendar or agreement year. */
GArray *akk_plan_windows (const AkkPlanner *self,
                          const AkkPlanBody *body,
                          const AkkFrequency *rule,
                          const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
/* The k-th part's middle; the meetings that are there take theirs. */
gint64
akk_plan_target (const AkkPlanBody *body, const AkkPlanWindow *window, gint64 date, gint64 n);
/* What the date costs in its window. */
gint64 akk_plan_window_cost (gint64 date, gint64 target, gint64 last_week, gint64 last_day);
AkkPlanSolution *akk_plan_solve_windows (const AkkPlanner *self,
                                         const AkkPlanBody *body,
                                         const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
/* proposal-rolling.c: one meeting in any period. */
/* The last day for the meeting that is `times` after one on `date`. */
gint64 akk_plan_deadline (const AkkFrequency *rule, gint64 date);
AkkPlanSolution *akk_plan_solve_rolling (const AkkPlanner *self,
                                         const AkkPlanBody *body,
                                         const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
/* proposal-counted.c: several meetings in any period. */
/* The days between two meetings that are evenly spread; the last week stays free. */
gint64 akk_plan_spread (const AkkFrequency *rule);
AkkPlanSolution *akk_plan_solve_counted (const AkkPlanner *self,
                                         const AkkPlanBody *body,
                                         const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the meetings after a choice are as well in time with another day for it. */
gboolean akk_plan_keeps_rolling (const AkkPlanner *self,
                                 const AkkPlanBody *body,
                                 const AkkPlanSolution *solution,
                                 guint index,
                                 gint64 date);
/* Any of them. */
AkkPlanSolution *akk_plan_solve (const AkkPlanner *self,
                                 const AkkPlanBody *body,
                                 const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;

/* --- proposal-words.c --- */

char *akk_plan_day_words (gint64 date, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
char *akk_plan_refusal_words (const AkkPlanner *self,
                              const AkkPlanBody *body,
                              gint64 date,
                              gint64 starts_at,
                              const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
/* Why this date was chosen; what speaks against another. */
char *akk_plan_praise (const AkkPlanner *self,
                       const AkkPlanBody *body,
                       const AkkPlanChoice *choice,
                       gint64 starts_at,
                       const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
char *akk_plan_blame (const AkkPlanner *self,
                      const AkkPlanBody *body,
                      const AkkPlanChoice *choice,
                      gint64 starts_at,
                      const AkkPlanRules *rules) G_GNUC_WARN_UNUSED_RESULT;
/* What the days around it would have met. */
char *akk_plan_avoids (const AkkPlanner *self,
                       const AkkPlanBody *body,
                       gint64 date,
                       gint64 starts_at) G_GNUC_WARN_UNUSED_RESULT;
/* "It counts from … up to …" */
char *
akk_plan_window_words (const AkkPlanner *self, gint64 from, gint64 to) G_GNUC_WARN_UNUSED_RESULT;

/* proposal-impossible.c: a sentence per short window, and which rule to relax, as in "Working
 * group: no date is left for 1 meeting up to 31 December. Allow school holidays." */
void akk_plan_add_impossible (const AkkPlanner *self,
                              const AkkPlanBody *body,
                              const AkkPlanSolution *solution,
                              const AkkPlanRules *rules,
                              GPtrArray *sentences);
/* "Hamme, Zele and Lebbeke". */
char *akk_plan_join (const GPtrArray *names, gboolean or) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
