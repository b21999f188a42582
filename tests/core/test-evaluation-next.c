/* Tests of what the conclusions of a report become in the next plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-next.h"

#include "plan-example.h"

static AkkEvaluation *
report_of (PlanExample *self, int year)
{
  AkkEvaluation *report = akk_evaluation_find (self->base.store, self->agreement->record.id, year);

  g_assert_nonnull (report);
  return report;
}

static AkkConclusion *
open_adjustment (PlanExample *self, const AkkEvaluation *report)
{
  g_autoptr (GPtrArray) all = akk_conclusions (self->base.store, report->record.id);

  for (guint i = 0; i < all->len; i++) {
    AkkConclusion *it = all->pdata[i];
    if (it->kind == AKK_CONCLUSION_ADJUSTMENT && it->action_id == 0)
      return g_object_ref (it);
  }
  g_assert_not_reached ();
}

static void
a_plan_that_is_there_is_taken (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = report_of (self, 2024);
  g_autoptr (AkkPlan) plan = akk_evaluation_next_plan (self->base.store, report);

  g_assert_cmpint (plan->record.id, !=, 0);
  g_assert_cmpint (plan->first_year, ==, 2025);
  g_assert_cmpint (plan->agreement_id, ==, self->agreement->record.id);
}

/* No second plan of 2023 is made beside it. */
static void
a_closed_plan_is_not_doubled (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = report_of (self, 2022);
  g_autoptr (GPtrArray) plans = akk_plans (self->base.store, self->agreement->record.id);
  g_autoptr (AkkPlan) next = NULL;
  AkkPlan *closed = NULL;

  for (guint i = 0; i < plans->len; i++)
    if (((AkkPlan *) plans->pdata[i])->first_year == 2023)
      closed = plans->pdata[i];
  g_assert_nonnull (closed);
  g_assert_cmpint (closed->state, ==, AKK_PLAN_CLOSED);
  next = akk_evaluation_next_plan (self->base.store, report);
  g_assert_true (next == closed);
}

/* The agreement ends with 2025: what follows is of the next one, whose priorities are others of the
 * same name. */
static void
the_last_year_leads_to_the_next_agreement (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = report_of (self, 2025);
  g_autoptr (AkkPlan) plan = akk_evaluation_next_plan (self->base.store, report);
  g_autoptr (AkkConclusion) conclusion = open_adjustment (self, report);
  g_autoptr (AkkPriority) of_conclusion = NULL, of_action = NULL;
  g_autoptr (AkkAction) action = NULL;

  g_assert_cmpint (plan->first_year, ==, 2026);
  g_assert_cmpint (plan->agreement_id, !=, self->agreement->record.id);
  akk_store_begin (self->base.store, "Carry out");
  action = akk_evaluation_carry_out (self->base.store, conclusion, plan);
  fixture_commit (&self->base);
  g_assert_cmpint (plan->record.id, !=, 0);
  g_assert_cmpint (action->plan_id, ==, plan->record.id);
  g_assert_cmpint (action->agreement_id, ==, plan->agreement_id);
  g_assert_cmpstr (action->title, ==, conclusion->text);
  g_assert_cmpint (conclusion->action_id, ==, action->record.id);
  of_conclusion = akk_store_get (self->base.store, &akk_priority_record, conclusion->priority_id);
  of_action = akk_store_get (self->base.store, &akk_priority_record, action->priority_id);
  g_assert_cmpint (of_action->agreement_id, ==, plan->agreement_id);
  g_assert_cmpstr (of_action->title, ==, of_conclusion->title);
}

static void
it_is_taken_back_whole (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkEvaluation) report = report_of (self, 2025);
  g_autoptr (AkkPlan) plan = akk_evaluation_next_plan (self->base.store, report);
  g_autoptr (AkkConclusion) conclusion = open_adjustment (self, report);
  g_autoptr (AkkAction) action = NULL;
  gboolean was_new = plan->record.id == 0;

  akk_store_begin (self->base.store, "Carry out");
  action = akk_evaluation_carry_out (self->base.store, conclusion, plan);
  fixture_commit (&self->base);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_true (action->record.deleted);
  g_assert_cmpint (plan->record.deleted, ==, was_new);
  g_assert_cmpint (conclusion->action_id, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func)                                                                           \
  g_test_add ("/evaluation-next/" path, PlanExample, NULL, plan_example_set_up, func,              \
              plan_example_tear_down)
  TEST ("a-plan-that-is-there-is-taken", a_plan_that_is_there_is_taken);
  TEST ("a-closed-plan-is-not-doubled", a_closed_plan_is_not_doubled);
  TEST ("the-last-year-leads-to-the-next-agreement", the_last_year_leads_to_the_next_agreement);
  TEST ("it-is-taken-back-whole", it_is_taken_back_whole);
  return g_test_run ();
}
