/* From the conclusions of a report to the plan of the year after it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-next.h"

#include "core/turn-of-year.h"

/* One of those years, for all priorities, that is closed: nothing is added to it, and no second one
 * is made beside it. */
static AkkPlan *
closed_plan (AkkStore *store, const AkkPlan *next)
{
  g_autoptr (GPtrArray) plans = akk_plans (store, next->agreement_id);

  for (guint i = 0; i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];

    if (plan->state == AKK_PLAN_CLOSED && plan->priority_id == next->priority_id &&
        akk_plan_covers (plan, next->first_year))
      return g_object_ref (plan);
  }
  return NULL;
}

AkkPlan *
akk_evaluation_next_plan (AkkStore *store, const AkkEvaluation *self)
{
  g_autoptr (AkkPlan) plan = akk_record_new (&akk_plan_record);
  g_autoptr (AkkTurnOfYear) turn = NULL;
  AkkPlan *closed;

  g_object_set (plan, "agreement-id", self->agreement_id, "first-year", self->year, "last-year",
                self->year, NULL);
  turn = akk_turn_of_year_new (store, plan);
  closed = turn->next->record.id == 0 ? closed_plan (store, turn->next) : NULL;
  return closed != NULL ? closed : g_object_ref (turn->next);
}

/* 0: the agreement has no such priority. */
static gint64
priority_in (AkkStore *store, gint64 agreement_id, gint64 priority_id)
{
  g_autoptr (AkkPriority) priority = akk_store_get (store, &akk_priority_record, priority_id);
  g_autoptr (GListModel) others =
      akk_store_list (store, &akk_priority_record, "agreement_id", agreement_id);
  g_autofree char *title = priority != NULL ? g_utf8_casefold (priority->title, -1) : NULL;

  for (guint i = 0; priority != NULL && i < g_list_model_get_n_items (others); i++) {
    g_autoptr (AkkPriority) other = g_list_model_get_item (others, i);
    g_autofree char *other_title = g_utf8_casefold (other->title, -1);

    if (other->record.id == priority_id || g_str_equal (title, other_title))
      return other->record.id;
  }
  return 0;
}

AkkAction *
akk_evaluation_carry_out (AkkStore *store, AkkConclusion *conclusion, AkkPlan *plan)
{
  AkkAction *action;
  gint64 priority_id;

  if (plan->record.id == 0)
    akk_store_add (store, plan);
  action = akk_conclusion_carry_out (store, conclusion, plan);
  priority_id = plan->priority_id != 0
                    ? plan->priority_id
                    : priority_in (store, plan->agreement_id, conclusion->priority_id);
  akk_store_set_int (store, action, "priority_id", priority_id);
  return action;
}
