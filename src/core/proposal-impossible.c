/* Windows that cannot be met, and which rule to relax.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/proposal-private.h"

/* What would happen with other rules; each is tried once for all windows. */
typedef struct {
  const AkkPlanner *planner;
  const AkkPlanBody *body;
  const AkkPlanRules *rules;
  AkkPlanSolution *school, *unavailable, *both;
  GPtrArray *excused; /* AkkPlanSolution, per party of the body */
} Trial;

static AkkPlanSolution *
try_rules (Trial *self, AkkProposalFlags flags, gint64 excused)
{
  AkkPlanRules rules = { self->rules->flags | flags, excused };

  return akk_plan_solve (self->planner, self->body, &rules);
}

/* Whether a window that was short is so no longer. */
static gboolean
helps (const AkkPlanSolution *solution, const AkkPlanWindow *window)
{
  for (guint i = 0; i < solution->short_windows->len; i++) {
    const AkkPlanWindow *other = &g_array_index (solution->short_windows, AkkPlanWindow, i);

    if (other->from <= window->to && other->to >= window->from)
      return FALSE;
  }
  return TRUE;
}

static char *
name_helpful_parties (Trial *self, const AkkPlanWindow *window)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->excused->len; i++) {
    const AkkPlanParty *party =
        self->planner->parties->pdata[g_array_index (self->body->parties, guint, i)];

    if (helps (self->excused->pdata[i], window))
      g_ptr_array_add (names, party->name);
  }
  return akk_plan_join (names, TRUE);
}

static char *
first_day_after (Trial *self, const AkkPlanWindow *window)
{
  gint64 date = MAX (window->to + 1, self->planner->today + self->body->prepare_days);

  for (; date <= self->planner->last; date++)
    if (akk_plan_day (self->planner, self->body, date, self->rules).cost >= 0)
      return akk_plan_day_words (date, self->planner->today);
  return NULL;
}

static char *
advice (Trial *self, const AkkPlanWindow *window)
{
  g_autofree char *names = NULL, *last = NULL, *day = NULL;

  if (helps (self->school, window))
    return g_strdup (_ ("Allow school holidays."));
  names = name_helpful_parties (self, window);
  if (*names != '\0')
    /* Translators: the name of a party, or "Hamme or Zele". */
    return g_strdup_printf (_ ("Ask %s to free a day."), names);
  if (helps (self->unavailable, window))
    return g_strdup (_ ("Allow days on which a party cannot come."));
  if (helps (self->both, window))
    return g_strdup (_ ("Allow school holidays, and days on which a party cannot come."));
  last = akk_plan_day_words (window->to, self->planner->today);
  day = first_day_after (self, window);
  if (day == NULL)
    return g_strdup_printf (_ ("Plan it after %s."), last);
  return g_strdup_printf (_ ("Plan it after %s: %s is the first day that is possible."), last, day);
}

void
akk_plan_add_impossible (const AkkPlanner *planner,
                         const AkkPlanBody *body,
                         const AkkPlanSolution *solution,
                         const AkkPlanRules *rules,
                         GPtrArray *sentences)
{
  Trial self = { .planner = planner, .body = body, .rules = rules };
  gboolean strict = (rules->flags & AKK_PROPOSAL_ALLOW_UNAVAILABLE) == 0;

  if (solution->short_windows->len == 0)
    return;
  self.school = try_rules (&self, AKK_PROPOSAL_ALLOW_SCHOOL, -1);
  self.unavailable = try_rules (&self, AKK_PROPOSAL_ALLOW_UNAVAILABLE, -1);
  self.both = try_rules (&self, AKK_PROPOSAL_ALLOW_SCHOOL | AKK_PROPOSAL_ALLOW_UNAVAILABLE, -1);
  self.excused = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_plan_solution_free);
  for (guint i = 0; strict && i < body->parties->len; i++)
    g_ptr_array_add (self.excused, try_rules (&self, 0, g_array_index (body->parties, guint, i)));
  for (guint i = 0; i < solution->short_windows->len; i++) {
    const AkkPlanWindow *window = &g_array_index (solution->short_windows, AkkPlanWindow, i);
    g_autofree char *last = akk_plan_day_words (window->to, planner->today);
    g_autofree char *way = advice (&self, window);
    int n = (int) window->need;

    g_ptr_array_add (
        sentences, g_strdup_printf (
                       /* Translators: the name of a body, a number, a day, what to do. */
                       ngettext ("%s: no date is left for %d meeting up to %s. %s",
                                 "%s: no dates are left for %d meetings up to %s. %s", (gulong) n),
                       body->name, n, last, way));
  }
  akk_plan_solution_free (self.school);
  akk_plan_solution_free (self.unavailable);
  akk_plan_solution_free (self.both);
  g_ptr_array_unref (self.excused);
}
