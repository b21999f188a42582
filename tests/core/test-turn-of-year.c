/* Tests of the turn of the year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-edit.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/fulfilment.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/priority.h"
#include "core/turn-of-year.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkAgreement *agreement;
  AkkPlan *plan;
  AkkAction *actions[4]; /* busy, not started, adjusted; done */
  gint64 party;
} Year;

#define COMMITMENT 71

static gpointer
add (Year *self, const AkkRecordType *type, const char *first, ...)
{
  gpointer record = akk_record_new (type);
  va_list properties;

  va_start (properties, first);
  g_object_set_valist (record, first, properties);
  va_end (properties);
  akk_store_add (self->base.store, record);
  return record;
}

static void
add_parts (Year *self)
{
  gint64 agreement = self->agreement->record.id, action = self->actions[0]->record.id;
  g_autoptr (AkkOrganisation) organisation =
      add (self, &akk_organisation_record, "name", "Zele", NULL);
  g_autoptr (AkkParty) party = add (self, &akk_party_record, "agreement-id", agreement,
                                    "organisation-id", organisation->record.id, NULL);
  g_autoptr (AkkContribution) contribution =
      add (self, &akk_contribution_record, "action-id", action, "party-id", party->record.id,
           "role", "trekker", NULL);
  g_autoptr (AkkFulfilment) fulfilment = add (self, &akk_fulfilment_record, "action-id", action,
                                              "commitment", (gint64) COMMITMENT, NULL);
  g_autoptr (AkkLogEntry) entry =
      akk_action_add_news (self->base.store, self->actions[0], akk_date_parse ("2025-06-02"), "ja");
  g_autoptr (AkkSection) section =
      add (self, &akk_section_record, "agreement-id", agreement, "heading", "Wat we doen", "body",
           "- {{commitment:71}}We luisteren.\n", NULL);

  self->party = party->record.id;
  akk_store_set_int (self->base.store, self->actions[0], "lead_id", party->record.id);
}

static void
set_up (Year *self, gconstpointer data)
{
  static const AkkActionStatus statuses[] = { AKK_ACTION_BUSY, AKK_ACTION_TO_START,
                                              AKK_ACTION_ADJUSTED, AKK_ACTION_DONE };
  static const char *const titles[] = { "Luisteren", "Wachten", "Bijsturen", "Klaar" };

  g_setenv ("AKKOORD_TODAY", "2025-12-15", TRUE);
  fixture_set_up (&self->base, data);
  akk_store_begin (self->base.store, "Fill");
  self->agreement =
      add (self, &akk_agreement_record, "title", "Samen", "starts-on",
           akk_date_parse ("2021-01-01"), "ends-on", akk_date_parse ("2027-12-31"), NULL);
  self->plan = add (self, &akk_plan_record, "agreement-id", self->agreement->record.id,
                    "first-year", (gint64) 2025, "last-year", (gint64) 2025, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *number = g_strdup_printf ("A%u", i + 1);
    g_autofree char *position = g_strdup_printf ("V0000%u", i);

    self->actions[i] = add (self, &akk_action_record, "agreement-id", self->agreement->record.id,
                            "plan-id", self->plan->record.id, "number", number, "position",
                            position, "title", titles[i], "status", (gint64) statuses[i],
                            "deadline", akk_date_parse ("2025-11-01"), "domains", "Matchen", NULL);
  }
  add_parts (self);
  fixture_commit (&self->base);
}

static void
tear_down (Year *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->actions); i++)
    g_clear_object (&self->actions[i]);
  g_clear_object (&self->plan);
  g_clear_object (&self->agreement);
  fixture_tear_down (&self->base, data);
}

static AkkAction *
successor_of (Year *self, guint index)
{
  return akk_store_get (self->base.store, &akk_action_record, self->actions[index]->successor_id);
}

static guint
count (Year *self, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (self->base.store, type, ref, id);

  return g_list_model_get_n_items (list);
}

/* Carries the first over, adjusts the second, stops the third. */
static void
turn (Year *self)
{
  g_autoptr (AkkTurnOfYear) turn = akk_turn_of_year_new (self->base.store, self->plan);

  akk_turn_of_year_decide (turn, 0, AKK_TURN_CARRY_OVER, "nog twee gemeenten");
  akk_turn_of_year_decide (turn, 1, AKK_TURN_ADJUST, "kleiner begonnen");
  akk_turn_of_year_decide (turn, 2, AKK_TURN_STOP, " geen middelen ");
  akk_store_begin (self->base.store, "Close year");
  akk_turn_of_year_write (turn);
  fixture_commit (&self->base);
}

static void
only_unfinished_actions_are_asked_about (Year *self, gconstpointer data)
{
  g_autoptr (AkkTurnOfYear) turn = akk_turn_of_year_new (self->base.store, self->plan);

  g_assert_cmpuint (turn->steps->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (akk_turn_of_year_step (turn, i)->action == self->actions[i]);
}

static void
a_choice_wants_a_reason (Year *self, gconstpointer data)
{
  static const struct {
    AkkTurn turn;
    const char *reason;
    gboolean decided;
  } cases[] = {
    { AKK_TURN_UNDECIDED, "omdat", FALSE },   { AKK_TURN_CARRY_OVER, "", FALSE },
    { AKK_TURN_CARRY_OVER, "omdat", TRUE },   { AKK_TURN_ADJUST, "  ", FALSE },
    { AKK_TURN_STOP, "geen middelen", TRUE }, { AKK_TURN_DONE, "", TRUE },
  };
  g_autoptr (AkkTurnOfYear) turn = akk_turn_of_year_new (self->base.store, self->plan);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    akk_turn_of_year_decide (turn, 0, cases[i].turn, cases[i].reason);
    g_assert_cmpint (akk_turn_step_is_decided (akk_turn_of_year_step (turn, 0)), ==,
                     cases[i].decided);
    g_assert_cmpuint (akk_turn_of_year_count (turn, AKK_TURN_UNDECIDED), ==,
                      cases[i].decided ? 2 : 3);
  }
}

static void
what_is_carried_over_goes_on_in_the_next_plan (Year *self, gconstpointer data)
{
  g_autoptr (AkkAction) next = NULL;
  g_autoptr (AkkPlan) plan = NULL;

  turn (self);
  next = successor_of (self, 0);
  g_assert_nonnull (next);
  plan = akk_store_get (self->base.store, &akk_plan_record, next->plan_id);
  g_assert_cmpint (plan->first_year, ==, 2026);
  g_assert_cmpint (plan->state, ==, AKK_PLAN_CONCEPT);
  g_assert_cmpint (self->plan->successor_id, ==, plan->record.id);
  g_assert_cmpint (self->plan->state, ==, AKK_PLAN_CLOSED);
  g_assert_cmpint (self->plan->closed_on, ==, akk_date_parse ("2025-12-15"));
  g_assert_cmpstr (next->title, ==, "Luisteren");
  g_assert_cmpstr (next->number, ==, "A5");
  g_assert_cmpstr (next->domains, ==, "Matchen");
  g_assert_cmpint (next->status, ==, AKK_ACTION_BUSY);
  g_assert_cmpint (next->lead_id, ==, self->party);
  g_assert_cmpint (next->deadline, ==, AKK_NO_DATE);
  g_assert_cmpstr (self->actions[0]->reason, ==, "nog twee gemeenten");
  g_assert_cmpint (self->actions[0]->status, ==, AKK_ACTION_BUSY);
  g_assert_false (akk_action_open (self->actions[0]));
  g_assert_cmpuint (count (self, &akk_contribution_record, "action_id", next->record.id), ==, 1);
  g_assert_cmpuint (count (self, &akk_fulfilment_record, "action_id", next->record.id), ==, 1);
  g_assert_cmpuint (count (self, &akk_log_entry_record, "action_id", next->record.id), ==, 0);
}

static void
what_is_adjusted_says_so_and_goes_on (Year *self, gconstpointer data)
{
  g_autoptr (AkkAction) next = NULL;

  turn (self);
  next = successor_of (self, 1);
  g_assert_cmpint (self->actions[1]->status, ==, AKK_ACTION_ADJUSTED);
  g_assert_cmpstr (self->actions[1]->reason, ==, "kleiner begonnen");
  g_assert_cmpint (next->status, ==, AKK_ACTION_TO_START);
  g_assert_cmpstr (next->number, ==, "A6");
  g_assert_cmpstr (next->reason, ==, "");
}

static void
what_is_stopped_goes_nowhere (Year *self, gconstpointer data)
{
  turn (self);
  g_assert_cmpint (self->actions[2]->status, ==, AKK_ACTION_STOPPED);
  g_assert_cmpstr (self->actions[2]->reason, ==, "geen middelen");
  g_assert_cmpint (self->actions[2]->successor_id, ==, 0);
  g_assert_cmpint (self->actions[3]->status, ==, AKK_ACTION_DONE);
}

static void
one_undo_takes_all_back (Year *self, gconstpointer data)
{
  turn (self);
  g_assert_cmpuint (count (self, &akk_action_record, NULL, 0), ==, 6);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpuint (count (self, &akk_action_record, NULL, 0), ==, 4);
  g_assert_cmpuint (count (self, &akk_plan_record, NULL, 0), ==, 1);
  g_assert_cmpint (self->plan->state, ==, AKK_PLAN_CONCEPT);
  g_assert_true (akk_action_open (self->actions[0]));
}

static void
a_plan_that_is_there_is_used (Year *self, gconstpointer data)
{
  g_autoptr (AkkPlan) next = NULL;

  akk_store_begin (self->base.store, "Plan");
  next = add (self, &akk_plan_record, "agreement-id", self->agreement->record.id, "first-year",
              (gint64) 2026, "last-year", (gint64) 2027, NULL);
  fixture_commit (&self->base);
  turn (self);
  g_assert_cmpint (self->plan->successor_id, ==, next->record.id);
  g_assert_cmpuint (count (self, &akk_action_record, "plan_id", next->record.id), ==, 2);
}

/* The parties and priorities of the agreement that follows are other records. */
static void
it_goes_on_in_the_agreement_that_follows (Year *self, gconstpointer data)
{
  g_autoptr (AkkParty) old = akk_store_get (self->base.store, &akk_party_record, self->party);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkParty) party = NULL;
  g_autoptr (AkkPriority) priority = NULL, old_priority = NULL;
  g_autoptr (AkkAction) next = NULL;

  akk_store_begin (self->base.store, "Follow");
  akk_store_set_int (self->base.store, self->agreement, "ends_on", akk_date_parse ("2025-12-31"));
  agreement = add (self, &akk_agreement_record, "title", "Verder", "predecessor-id",
                   self->agreement->record.id, "ends-on", akk_date_parse ("2031-12-31"), NULL);
  party = add (self, &akk_party_record, "agreement-id", agreement->record.id, "organisation-id",
               old->organisation_id, NULL);
  old_priority = add (self, &akk_priority_record, "agreement-id", self->agreement->record.id,
                      "title", "Aan de slag", NULL);
  priority = add (self, &akk_priority_record, "agreement-id", agreement->record.id, "title",
                  "aan de slag", NULL);
  akk_store_set_int (self->base.store, self->actions[0], "priority_id", old_priority->record.id);
  fixture_commit (&self->base);
  turn (self);
  /* The action with a priority comes first: it is the one that is carried over. */
  next = successor_of (self, 0);
  g_assert_cmpint (next->agreement_id, ==, agreement->record.id);
  g_assert_cmpint (next->lead_id, ==, party->record.id);
  g_assert_cmpint (next->priority_id, ==, priority->record.id);
  g_assert_cmpuint (count (self, &akk_contribution_record, "party_id", party->record.id), ==, 1);
  g_assert_cmpuint (count (self, &akk_fulfilment_record, "action_id", next->record.id), ==, 0);
}

static void
the_last_year_makes_no_plan_when_nothing_goes_on (Year *self, gconstpointer data)
{
  g_autoptr (AkkTurnOfYear) turn = NULL;

  akk_store_begin (self->base.store, "End");
  akk_store_set_int (self->base.store, self->agreement, "ends_on", akk_date_parse ("2025-12-31"));
  fixture_commit (&self->base);
  turn = akk_turn_of_year_new (self->base.store, self->plan);
  for (guint i = 0; i < turn->steps->len; i++)
    akk_turn_of_year_decide (turn, i, AKK_TURN_DONE, "");
  g_assert_false (akk_turn_of_year_makes_plan (turn));
  akk_store_begin (self->base.store, "Close year");
  akk_turn_of_year_write (turn);
  fixture_commit (&self->base);
  g_assert_cmpint (self->plan->successor_id, ==, 0);
  g_assert_cmpuint (count (self, &akk_plan_record, NULL, 0), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Year *self, gconstpointer data);
  } tests[] = {
    { "asks-about-unfinished-actions-only", only_unfinished_actions_are_asked_about },
    { "a-choice-wants-a-reason", a_choice_wants_a_reason },
    { "carries-over-with-what-belongs-to-it", what_is_carried_over_goes_on_in_the_next_plan },
    { "adjusts", what_is_adjusted_says_so_and_goes_on },
    { "stops", what_is_stopped_goes_nowhere },
    { "one-undo-takes-all-back", one_undo_takes_all_back },
    { "uses-the-plan-that-is-there", a_plan_that_is_there_is_used },
    { "goes-on-in-the-agreement-that-follows", it_goes_on_in_the_agreement_that_follows },
    { "makes-no-plan-after-the-end", the_last_year_makes_no_plan_when_nothing_goes_on },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strdup_printf ("/turn-of-year/%s", tests[i].name);

    g_test_add (path, Year, NULL, set_up, tests[i].test, tear_down);
  }
  return g_test_run ();
}
