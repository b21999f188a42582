/* Proposing dates that meet what is owed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/proposal.h"

#include <glib/gi18n.h>

#include "core/meeting.h"
#include "core/proposal-private.h"

#define MOST_OTHERS 3

/* --- Memory --- */

void
akk_proposal_date_free (AkkProposalDate *self)
{
  g_free (self->why);
  g_free (self->avoids);
  g_free (self);
}

static void
meeting_free (AkkProposalMeeting *meeting)
{
  g_ptr_array_unref (meeting->dates);
  g_free (meeting);
}

void
akk_proposal_free (AkkProposal *self)
{
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->impossible);
  g_free (self);
}

void
akk_plan_solution_free (AkkPlanSolution *self)
{
  g_array_unref (self->choices);
  g_array_unref (self->short_windows);
  akk_plan_days_free (self->days);
  g_free (self);
}

/* --- Dates --- */

static AkkProposalDate *
new_date (const AkkPlanner *self,
          const AkkPlanBody *body,
          const AkkPlanChoice *choice,
          gboolean first,
          const AkkPlanRules *rules)
{
  AkkProposalDate *date = g_new0 (AkkProposalDate, 1);
  AkkPlanDay day = akk_plan_day (self, body, choice->date, rules);

  date->date = choice->date;
  date->starts_at = day.starts_at;
  date->cost = day.cost + akk_plan_window_cost (choice->date, choice->target, choice->last_week,
                                                choice->last_day);
  date->why = first ? akk_plan_praise (self, body, choice, day.starts_at, rules)
                    : akk_plan_blame (self, body, choice, day.starts_at, rules);
  date->avoids = akk_plan_avoids (self, body, choice->date, day.starts_at);
  return date;
}

/* Between which days a meeting may move while all others stay: it leaps over none of them, and
 * stays in the windows that it counts in. */
static void
find_room (const AkkPlanBody *body,
           const AkkPlanSolution *solution,
           guint index,
           gint64 *first,
           gint64 *last)
{
  const AkkPlanChoice *choice = &g_array_index (solution->choices, AkkPlanChoice, index);
  gint64 gap = akk_plan_gap (body);

  *first = choice->from;
  *last = choice->to;
  if (index > 0)
    *first = MAX (*first, g_array_index (solution->choices, AkkPlanChoice, index - 1).date + gap);
  if (index + 1 < solution->choices->len) {
    const AkkPlanChoice *next = &g_array_index (solution->choices, AkkPlanChoice, index + 1);

    *last = MIN (*last, next->date - gap);
  }
  for (guint i = 0; i < body->meetings->len; i++) {
    gint64 date = g_array_index (body->meetings, gint64, i);

    if (date < choice->date)
      *first = MAX (*first, date + gap);
    else
      *last = MIN (*last, date - gap);
  }
}

/* The window of the other rule that holds the date, which a meeting should not leave; and what
 * rolling rules ask of the meetings around it. */
static gboolean
keeps_rules (const AkkPlanner *self,
             const AkkPlanBody *body,
             const AkkPlanSolution *solution,
             guint index,
             gint64 date)
{
  const AkkPlanChoice *choice = &g_array_index (solution->choices, AkkPlanChoice, index);
  const AkkFrequency *strictest = akk_frequency_strictest (body->frequencies);

  if (strictest->basis == AKK_BASIS_ROLLING)
    return akk_plan_keeps_rolling (self, body, solution, index, date);
  for (guint i = 0; i < body->frequencies->len; i++) {
    const AkkFrequency *rule = &g_array_index (body->frequencies, AkkFrequency, i);
    g_autoptr (GArray) windows =
        rule != strictest ? akk_frequency_windows (rule, body->start, body->end, self->to) : NULL;

    for (guint n = 0; windows != NULL && n < windows->len; n++) {
      const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, n);
      gboolean was_in = choice->date >= window->from && choice->date <= window->to;

      if (was_in && (date < window->from || date > window->to))
        return FALSE;
    }
  }
  return TRUE;
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *two = b;

  if (one[0] != two[0])
    return one[0] < two[0] ? -1 : 1;
  return one[1] < two[1] ? -1 : one[1] > two[1];
}

/* The cheapest other dates. */
static void
add_others (const AkkPlanner *self,
            const AkkPlanBody *body,
            const AkkPlanSolution *solution,
            guint index,
            const AkkPlanRules *rules,
            AkkProposalMeeting *meeting)
{
  AkkPlanChoice choice = g_array_index (solution->choices, AkkPlanChoice, index);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, 2 * sizeof (gint64));
  gint64 first, last;

  find_room (body, solution, index, &first, &last);
  for (gint64 date = MAX (first, solution->days->first); date <= MIN (last, solution->days->last);
       date++) {
    gint64 own = solution->days->days[date - solution->days->first].cost;
    gint64 pair[2] = {
      own + akk_plan_window_cost (date, choice.target, choice.last_week, choice.last_day), date
    };

    if (own >= 0 && date != choice.date)
      g_array_append_val (costs, pair);
  }
  g_array_sort (costs, compare_costs);
  for (guint i = 0; i < costs->len && meeting->dates->len <= MOST_OTHERS; i++) {
    AkkPlanChoice other = choice;

    other.date = ((gint64 *) costs->data)[2 * i + 1];
    if (keeps_rules (self, body, solution, index, other.date))
      g_ptr_array_add (meeting->dates, new_date (self, body, &other, FALSE, rules));
  }
}

/* --- Proposals --- */

AkkPlanSolution *
akk_plan_solve (const AkkPlanner *self, const AkkPlanBody *body, const AkkPlanRules *rules)
{
  if (akk_frequency_strictest (body->frequencies)->basis != AKK_BASIS_ROLLING)
    return akk_plan_solve_windows (self, body, rules);
  for (guint i = 0; i < body->frequencies->len; i++)
    if (g_array_index (body->frequencies, AkkFrequency, i).times > 1)
      return akk_plan_solve_counted (self, body, rules);
  return akk_plan_solve_rolling (self, body, rules);
}

static void
propose_body (const AkkPlanner *self,
              AkkPlanBody *body,
              const AkkPlanRules *rules,
              AkkProposal *proposal)
{
  g_autoptr (AkkPlanSolution) solution = akk_plan_solve (self, body, rules);

  for (guint i = 0; i < solution->choices->len; i++) {
    const AkkPlanChoice *choice = &g_array_index (solution->choices, AkkPlanChoice, i);
    AkkProposalMeeting *meeting = g_new0 (AkkProposalMeeting, 1);
    AkkProposalDate *date = new_date (self, body, choice, TRUE, rules);

    meeting->body_id = body->id;
    meeting->from = choice->from;
    meeting->to = choice->to;
    meeting->target = choice->target;
    meeting->last_week = choice->last_week;
    meeting->last_day = choice->last_day;
    meeting->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_proposal_date_free);
    g_ptr_array_add (meeting->dates, date);
    add_others (self, body, solution, i, rules, meeting);
    g_ptr_array_add (proposal->meetings, meeting);
    proposal->cost += date->cost;
  }
  akk_plan_add_impossible (self, body, solution, rules, proposal->impossible);
  /* Only now: a body keeps clear of others, not of itself. */
  for (guint i = 0; i < solution->choices->len; i++)
    g_array_append_val (body->proposed, g_array_index (solution->choices, AkkPlanChoice, i).date);
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const AkkProposalMeeting *one = *(AkkProposalMeeting *const *) a;
  const AkkProposalMeeting *two = *(AkkProposalMeeting *const *) b;
  gint64 first = ((AkkProposalDate *) one->dates->pdata[0])->date;
  gint64 second = ((AkkProposalDate *) two->dates->pdata[0])->date;

  if (first != second)
    return first < second ? -1 : 1;
  return one->body_id < two->body_id ? -1 : one->body_id > two->body_id;
}

AkkProposal *
akk_planner_propose (AkkPlanner *self, AkkProposalFlags flags)
{
  AkkProposal *proposal = g_new0 (AkkProposal, 1);
  AkkPlanRules rules = { flags, -1 };

  proposal->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) meeting_free);
  proposal->impossible = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->bodies->len; i++)
    g_array_set_size (((AkkPlanBody *) self->bodies->pdata[i])->proposed, 0);
  for (guint i = 0; i < self->bodies->len; i++) {
    AkkPlanBody *body = self->bodies->pdata[i];

    if (body->asked && body->frequencies->len > 0)
      propose_body (self, body, &rules, proposal);
  }
  g_ptr_array_sort (proposal->meetings, compare_meetings);
  return proposal;
}

AkkProposal *
akk_proposal_new (AkkStore *store,
                  const GPtrArray *bodies,
                  gint64 from,
                  gint64 to,
                  gint64 today,
                  AkkProposalFlags flags)
{
  g_autoptr (AkkPlanner) planner = akk_planner_new (store, bodies, from, to, today);

  return akk_planner_propose (planner, flags);
}

/* --- Dates of one's own --- */

static const AkkPlanBody *
find_body (const AkkPlanner *self, gint64 body_id)
{
  for (guint i = 0; i < self->bodies->len; i++)
    if (((const AkkPlanBody *) self->bodies->pdata[i])->id == body_id)
      return self->bodies->pdata[i];
  return NULL;
}

gint64
akk_planner_gap (const AkkPlanner *self, gint64 body_id)
{
  const AkkPlanBody *body = find_body (self, body_id);

  return body != NULL ? akk_plan_gap (body) : 1;
}

AkkProposalDate *
akk_planner_weigh (const AkkPlanner *self,
                   const AkkProposalMeeting *meeting,
                   gint64 date,
                   AkkProposalFlags flags,
                   char **refusal)
{
  const AkkPlanBody *body = find_body (self, meeting->body_id);
  AkkPlanRules rules = { flags, -1 };
  AkkPlanChoice choice = {
    date, meeting->from, meeting->to, meeting->target, meeting->last_week, meeting->last_day
  };
  AkkPlanDay day;

  g_return_val_if_fail (body != NULL && refusal != NULL, NULL);

  if (date >= self->first && date <= self->last) {
    day = akk_plan_day (self, body, date, &rules);
    *refusal = akk_plan_refusal_words (self, body, date, day.starts_at, &rules);
  } else {
    *refusal = akk_plan_refusal_words (self, body, date, 0, &rules);
  }
  if (*refusal == NULL && (date < meeting->from || date > meeting->to))
    *refusal = akk_plan_window_words (self, meeting->from, meeting->to);
  return *refusal == NULL ? new_date (self, body, &choice, FALSE, &rules) : NULL;
}

void
akk_planner_count_unavailable (const AkkPlanner *self, guint *n_days, guint *n_parties)
{
  g_autofree guint8 *asked = g_new0 (guint8, self->parties->len + 1);
  g_autofree guint8 *spoke = g_new0 (guint8, self->parties->len + 1);

  *n_days = *n_parties = 0;
  for (guint i = 0; i < self->bodies->len; i++) {
    const AkkPlanBody *body = self->bodies->pdata[i];

    for (guint n = 0; body->asked && n < body->parties->len; n++)
      asked[g_array_index (body->parties, guint, n)] = 1;
  }
  for (gint64 date = self->from; date <= self->to; date++) {
    gboolean any = FALSE;

    for (guint i = 0; i < self->parties->len; i++) {
      const AkkPlanParty *party = self->parties->pdata[i];

      if (!asked[i] || party->until[date - self->first] == AKK_PLAN_MIDNIGHT)
        continue;
      any = TRUE;
      spoke[i] = 1;
    }
    *n_days += any;
  }
  for (guint i = 0; i < self->parties->len; i++)
    *n_parties += spoke[i];
}

char *
akk_proposal_refusal (AkkStore *store,
                      AkkBody *body,
                      gint64 date,
                      gint64 starts_at,
                      gint64 today,
                      AkkProposalFlags flags)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  g_autoptr (AkkPlanner) planner = NULL;
  AkkPlanRules rules = { flags, -1 };
  const AkkPlanBody *plain;

  g_ptr_array_add (bodies, body);
  planner = akk_planner_new (store, bodies, today, MAX (date, today), today);
  plain = find_body (planner, body->record.id);
  if (starts_at == AKK_NO_DATE)
    starts_at = akk_plan_day (planner, plain, date, &rules).starts_at;
  return akk_plan_refusal_words (planner, plain, date, starts_at, &rules);
}

/* --- Accepting --- */

static void
plan (AkkStore *store, const AkkProposalMeeting *proposed)
{
  const AkkProposalDate *date = proposed->dates->pdata[0];
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, proposed->body_id);
  g_autoptr (AkkMeeting) meeting = akk_record_new (&akk_meeting_record);

  if (body == NULL)
    return;
  meeting->body_id = proposed->body_id;
  meeting->date = date->date;
  meeting->starts_at = date->starts_at;
  meeting->duration_min = body->duration_min;
  g_object_set (meeting, "place", body->place, "link", body->link, "secretary", body->secretary,
                "chair", body->chair_rotates ? "" : body->chair, NULL);
  akk_store_add (store, meeting);
}

gboolean
akk_proposal_accept (AkkStore *store, const GPtrArray *meetings, GError **error)
{
  akk_store_begin (store, meetings->len == 1 ? N_ ("Plan a meeting") : N_ ("Plan meetings"));
  for (guint i = 0; i < meetings->len; i++)
    plan (store, meetings->pdata[i]);
  return akk_store_commit (store, error);
}
