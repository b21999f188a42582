/* What is done to an action: status, news, a new one, one that is deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-edit.h"

#include "core/contribution.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "core/priority.h"
#include "store-fixture.h"

static gint64
add_agreement (Fixture *f)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);

  g_object_set (agreement, "title", "Samen sterk voor werk", NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, agreement);
  g_assert_true (akk_store_commit (f->store, NULL));
  return agreement->record.id;
}

static AkkAction *
add_action (Fixture *f, gint64 agreement_id, AkkPlan *plan, const char *title)
{
  AkkAction *action;

  akk_store_begin (f->store, "Add");
  action = akk_action_add (f->store, agreement_id, plan, 0, title);
  g_assert_true (akk_store_commit (f->store, NULL));
  return action;
}

static AkkPlan *
add_plan (Fixture *f, gint64 agreement_id, gint64 priority_id)
{
  AkkPlan *plan = akk_record_new (&akk_plan_record);

  g_object_set (plan, "agreement-id", agreement_id, "first-year", (gint64) 2025, "last-year",
                (gint64) 2025, "priority-id", priority_id, NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, plan);
  g_assert_true (akk_store_commit (f->store, NULL));
  return plan;
}

static void
set_status (Fixture *f, AkkAction *action, AkkActionStatus status, const char *reason)
{
  akk_store_begin (f->store, "Change status");
  akk_action_set_status (f->store, action, status, reason);
  g_assert_true (akk_store_commit (f->store, NULL));
}

static void
a_status_is_news (Fixture *f, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_action (f, add_agreement (f), NULL, "Huisbezoeken");

  g_assert_cmpint (action->reported_on, ==, AKK_NO_DATE);
  set_status (f, action, AKK_ACTION_TO_START, NULL);
  g_assert_cmpint (action->reported_on, ==, AKK_NO_DATE);
  set_status (f, action, AKK_ACTION_BUSY, NULL);
  g_assert_cmpint (action->reported_on, ==, akk_store_today (f->store));
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpint (action->status, ==, AKK_ACTION_TO_START);
  g_assert_cmpint (action->reported_on, ==, AKK_NO_DATE);
}

static void
a_reason_goes_with_its_status (Fixture *f, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_action (f, add_agreement (f), NULL, "Huisbezoeken");

  g_assert_true (akk_action_status_wants_reason (AKK_ACTION_STOPPED));
  g_assert_true (akk_action_status_wants_reason (AKK_ACTION_ADJUSTED));
  g_assert_false (akk_action_status_wants_reason (AKK_ACTION_DONE));
  set_status (f, action, AKK_ACTION_STOPPED, "Geen middelen");
  g_assert_cmpstr (action->reason, ==, "Geen middelen");
  set_status (f, action, AKK_ACTION_STOPPED, "Geen mensen");
  g_assert_cmpstr (action->reason, ==, "Geen mensen");
  set_status (f, action, AKK_ACTION_BUSY, NULL);
  g_assert_cmpstr (action->reason, ==, "");
}

static void
news_keeps_the_latest_day (Fixture *f, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_action (f, add_agreement (f), NULL, "Huisbezoeken");
  g_autoptr (AkkLogEntry) late = NULL;
  g_autoptr (AkkLogEntry) early = NULL;

  akk_store_begin (f->store, "Add news");
  late = akk_action_add_news (f->store, action, 20000, "Gestart in Hamme");
  early = akk_action_add_news (f->store, action, 19000, "Vergeten te noteren");
  g_assert_true (akk_store_commit (f->store, NULL));
  g_assert_cmpint (action->reported_on, ==, 20000);
  g_assert_cmpint (early->date, ==, 19000);
  g_assert_cmpint (early->action_id, ==, action->record.id);
}

static void
a_dialog_reports_what_it_wrote (Fixture *f, gconstpointer data)
{
  g_autoptr (AkkAction) action = add_action (f, add_agreement (f), NULL, "Huisbezoeken");
  g_autoptr (AkkAction) before = akk_record_duplicate (action);

  akk_store_begin (f->store, "Edit action");
  akk_store_set_text (f->store, action, "title", "Bezoeken aan huis");
  akk_action_report (f->store, action, before);
  g_assert_cmpint (action->reported_on, ==, AKK_NO_DATE);
  akk_store_set_text (f->store, action, "progress", "Twaalf bezoeken.");
  akk_action_report (f->store, action, before);
  g_assert_cmpint (action->reported_on, ==, akk_store_today (f->store));
  g_assert_true (akk_store_commit (f->store, NULL));
}

static void
a_new_action_comes_last (Fixture *f, gconstpointer data)
{
  gint64 agreement = add_agreement (f);
  g_autoptr (AkkPlan) plan = add_plan (f, agreement, 77);
  g_autoptr (AkkAction) one = add_action (f, agreement, NULL, "Huisbezoeken");
  g_autoptr (AkkAction) other = add_action (f, agreement, plan, "Jobbeurs");

  g_assert_cmpstr (one->number, ==, "A1");
  g_assert_cmpstr (other->number, ==, "A2");
  g_assert_cmpstr (one->position, <, other->position);
  g_assert_cmpint (one->plan_id, ==, 0);
  g_assert_cmpint (other->plan_id, ==, plan->record.id);
  g_assert_cmpint (other->priority_id, ==, 77);
  akk_store_begin (f->store, "Move");
  akk_action_move (f->store, one, plan);
  akk_action_move (f->store, other, NULL);
  g_assert_true (akk_store_commit (f->store, NULL));
  g_assert_cmpint (one->priority_id, ==, 77);
  g_assert_cmpint (other->plan_id, ==, 0);
  g_assert_cmpint (other->priority_id, ==, 77);
}

/* Whoever makes actions, and however many at once. */
static void
numbers_and_places_differ_within_a_step (Fixture *f, gconstpointer data)
{
  gint64 agreement = add_agreement (f);
  g_autoptr (AkkAction) one = NULL, two = NULL, three = NULL, four = NULL;

  akk_store_begin (f->store, "Add");
  one = akk_action_add (f->store, agreement, NULL, 0, "Een");
  akk_action_keep_number (f->store, "A7");
  two = akk_action_add (f->store, agreement, NULL, 0, "Twee");
  akk_action_keep_number (f->store, "A3");
  three = akk_action_add (f->store, agreement, NULL, 0, "Drie");
  g_assert_true (akk_store_commit (f->store, NULL));
  four = add_action (f, agreement, NULL, "Vier");
  g_assert_cmpstr (one->number, ==, "A1");
  g_assert_cmpstr (two->number, ==, "A8");
  g_assert_cmpstr (three->number, ==, "A9");
  g_assert_cmpstr (four->number, ==, "A10");
  g_assert_cmpstr (one->position, <, two->position);
  g_assert_cmpstr (two->position, <, three->position);
  g_assert_cmpstr (three->position, <, four->position);
}

static guint
count (Fixture *f, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = akk_store_list (f->store, type, NULL, 0);

  return g_list_model_get_n_items (list);
}

static void
a_deleted_action_takes_what_is_its_own (Fixture *f, gconstpointer data)
{
  gint64 agreement = add_agreement (f);
  g_autoptr (AkkAction) before = add_action (f, agreement, NULL, "Huisbezoeken 2024");
  g_autoptr (AkkAction) action = add_action (f, agreement, NULL, "Huisbezoeken 2025");
  g_autoptr (AkkContribution) contribution = akk_record_new (&akk_contribution_record);
  g_autoptr (AkkLogEntry) entry = NULL;

  akk_store_begin (f->store, "Fill");
  g_object_set (contribution, "action-id", action->record.id, "partner", "VDAB", NULL);
  akk_store_add (f->store, contribution);
  entry = akk_action_add_news (f->store, action, 20000, "Gestart");
  akk_store_set_int (f->store, before, "successor_id", action->record.id);
  g_assert_true (akk_store_commit (f->store, NULL));

  akk_store_begin (f->store, "Delete action");
  akk_action_delete (f->store, action);
  g_assert_true (akk_store_commit (f->store, NULL));
  g_assert_cmpuint (count (f, &akk_action_record), ==, 1);
  g_assert_cmpuint (count (f, &akk_contribution_record), ==, 0);
  g_assert_cmpuint (count (f, &akk_log_entry_record), ==, 0);
  g_assert_cmpint (before->successor_id, ==, 0);
  g_assert_true (akk_action_open (before));

  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (count (f, &akk_contribution_record), ==, 1);
  g_assert_cmpuint (count (f, &akk_log_entry_record), ==, 1);
  g_assert_cmpint (before->successor_id, ==, action->record.id);
}

#define TEST(NAME, FUNC)                                                                           \
  g_test_add ("/action-edit/" NAME, Fixture, NULL, fixture_set_up, FUNC, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("a-status-is-news", a_status_is_news);
  TEST ("a-reason-goes-with-its-status", a_reason_goes_with_its_status);
  TEST ("news-keeps-the-latest-day", news_keeps_the_latest_day);
  TEST ("a-dialog-reports-what-it-wrote", a_dialog_reports_what_it_wrote);
  TEST ("a-new-action-comes-last", a_new_action_comes_last);
  TEST ("numbers-and-places-differ-within-a-step", numbers_and_places_differ_within_a_step);
  TEST ("a-deleted-action-takes-what-is-its-own", a_deleted_action_takes_what_is_its_own);
  return g_test_run ();
}
