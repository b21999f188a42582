/* The turn of the year: what becomes of the unfinished actions of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/turn-of-year.h"

#include <string.h>

#include "core/action-edit.h"
#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/fulfilment.h"
#include "core/meetings.h"
#include "core/party.h"
#include "core/priority.h"

/* --- What is unfinished --- */

static void
step_free (gpointer data)
{
  AkkTurnStep *step = data;

  g_object_unref (step->action);
  g_free (step->reason);
  g_free (step);
}

static const char *
priority_place (AkkStore *store, gint64 id)
{
  g_autoptr (AkkPriority) priority = akk_store_get (store, &akk_priority_record, id);

  return priority != NULL ? g_intern_string (priority->position) : NULL;
}

/* Those without a priority last. */
static int
compare_steps (gconstpointer a, gconstpointer b, gpointer store)
{
  const AkkAction *one = (*(AkkTurnStep *const *) a)->action;
  const AkkAction *two = (*(AkkTurnStep *const *) b)->action;
  const char *place_one = priority_place (store, one->priority_id);
  const char *place_two = priority_place (store, two->priority_id);
  int order = (place_one == NULL) - (place_two == NULL);

  if (order == 0)
    order = g_strcmp0 (place_one, place_two);
  return order != 0 ? order : strcmp (one->position, two->position);
}

static GPtrArray *
steps_new (AkkStore *store, AkkPlan *plan)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GListModel) actions =
      akk_store_list (store, &akk_action_record, "plan_id", plan->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);
    AkkTurnStep *step;

    if (!akk_action_open (action))
      continue;
    step = g_new0 (AkkTurnStep, 1);
    step->action = g_steal_pointer (&action);
    step->reason = g_strdup ("");
    g_ptr_array_add (steps, step);
  }
  g_ptr_array_sort_with_data (steps, compare_steps, store);
  return steps;
}

/* --- The plan that follows --- */

static gint64
first_day (gint64 year)
{
  return akk_date_from_ymd ((int) year, 1, 1);
}

static gboolean
has_ended (const AkkAgreement *agreement, gint64 day)
{
  return !agreement->indefinite && agreement->ends_on != AKK_NO_DATE && agreement->ends_on < day;
}

/* The one that is in force on a day: itself, or one that follows it. */
static AkkAgreement *
agreement_on (AkkStore *store, AkkAgreement *agreement, gint64 day)
{
  g_autoptr (GListModel) successors =
      akk_store_list (store, &akk_agreement_record, "predecessor_id", agreement->record.id);

  for (guint i = 0; has_ended (agreement, day) && i < g_list_model_get_n_items (successors); i++) {
    g_autoptr (AkkAgreement) successor = g_list_model_get_item (successors, i);

    if (!has_ended (successor, day))
      return g_steal_pointer (&successor);
  }
  return g_object_ref (agreement);
}

static gboolean
same_words (const char *one, const char *two)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (two, -1);

  return g_str_equal (a, b);
}

/* The same priority in the agreement of the plan that follows; 0: it has none. */
static gint64
next_priority (AkkTurnOfYear *self, gint64 id)
{
  g_autoptr (AkkPriority) priority = akk_store_get (self->store, &akk_priority_record, id);
  g_autoptr (GListModel) others = NULL;

  if (priority == NULL || priority->agreement_id == self->next_agreement->record.id)
    return id;
  others = akk_store_list (self->store, &akk_priority_record, "agreement_id",
                           self->next_agreement->record.id);
  for (guint i = 0; i < g_list_model_get_n_items (others); i++) {
    g_autoptr (AkkPriority) other = g_list_model_get_item (others, i);

    if (same_words (other->title, priority->title))
      return other->record.id;
  }
  return 0;
}

/* The same organisation as a party of that agreement; 0: it is none. */
static gint64
next_party (AkkTurnOfYear *self, gint64 id)
{
  g_autoptr (AkkParty) party = akk_store_get (self->store, &akk_party_record, id);
  g_autoptr (GListModel) others = NULL;

  if (party == NULL || party->agreement_id == self->next_agreement->record.id)
    return id;
  others = akk_store_list (self->store, &akk_party_record, "agreement_id",
                           self->next_agreement->record.id);
  for (guint i = 0; i < g_list_model_get_n_items (others); i++) {
    g_autoptr (AkkParty) other = g_list_model_get_item (others, i);

    if (other->organisation_id == party->organisation_id)
      return other->record.id;
  }
  return 0;
}

static void
find_next (AkkTurnOfYear *self)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (self->store, &akk_agreement_record, self->plan->agreement_id);
  gint64 first = MAX (self->plan->last_year, self->plan->first_year) + 1;
  gint64 years = MAX (self->plan->last_year - self->plan->first_year, 0);
  g_autoptr (GPtrArray) plans = NULL;
  gint64 priority;

  self->next_agreement = agreement_on (self->store, agreement, first_day (first));
  priority = next_priority (self, self->plan->priority_id);
  plans = akk_plans (self->store, self->next_agreement->record.id);
  for (guint i = 0; i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];

    if (akk_plan_covers (plan, first) && plan->priority_id == priority &&
        plan->state != AKK_PLAN_CLOSED) {
      self->next = g_object_ref (plan);
      return;
    }
  }
  self->next = akk_record_new (&akk_plan_record);
  g_object_set (self->next, "agreement-id", self->next_agreement->record.id, "first-year", first,
                "last-year", first + years, "priority-id", priority, NULL);
}

/* --- Writing --- */

typedef struct {
  AkkTurnOfYear *self;
  GHashTable *commitments; /* gint64: those of the agreement of the plan that follows */
} Writer;

static GHashTable *
commitments_of (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) commitments = akk_commitments_load (store, agreement, NULL);
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < commitments->len; i++)
    g_hash_table_add (ids,
                      g_memdup2 (&((AkkCommitment *) commitments->pdata[i])->id, sizeof (gint64)));
  return ids;
}

static void
copy_contributions (Writer *writer, const AkkAction *from, const AkkAction *to)
{
  AkkStore *store = writer->self->store;
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_contribution_record, "action_id", from->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkContribution) stored = g_list_model_get_item (list, i);
    g_autoptr (AkkContribution) copy = akk_record_duplicate (stored);

    copy->record.id = 0;
    g_object_set (copy, "action-id", to->record.id, "party-id",
                  next_party (writer->self, stored->party_id), NULL);
    akk_store_add (store, copy);
  }
}

/* Another agreement may promise other things. */
static void
copy_fulfilments (Writer *writer, const AkkAction *from, const AkkAction *to)
{
  AkkStore *store = writer->self->store;
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_fulfilment_record, "action_id", from->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkFulfilment) stored = g_list_model_get_item (list, i);
    g_autoptr (AkkFulfilment) copy = akk_record_duplicate (stored);

    if (!g_hash_table_contains (writer->commitments, &stored->commitment))
      continue;
    copy->record.id = 0;
    g_object_set (copy, "action-id", to->record.id, NULL);
    akk_store_add (store, copy);
  }
}

static AkkAction *
next_action (Writer *writer, const AkkAction *from)
{
  AkkTurnOfYear *self = writer->self;
  AkkAction *action = akk_record_duplicate (from);
  g_autofree char *number = akk_action_next_number (self->store);
  g_autofree char *position =
      akk_action_next_position (self->store, self->next_agreement->record.id);
  gint64 first = first_day (self->next->first_year);

  action->record.id = 0;
  g_object_set (action, "agreement-id", self->next_agreement->record.id, "plan-id",
                self->next->record.id, "priority-id", next_priority (self, from->priority_id),
                "municipality-id", next_party (self, from->municipality_id), "lead-id",
                next_party (self, from->lead_id), "number", number, "position", position, "reason",
                "", "item-id", (gint64) 0, "reported-on", akk_store_today (self->store), NULL);
  if (from->status == AKK_ACTION_ADJUSTED)
    g_object_set (action, "status", (gint64) AKK_ACTION_BUSY, NULL);
  if (from->deadline != AKK_NO_DATE && from->deadline < first)
    g_object_set (action, "deadline", AKK_NO_DATE, NULL);
  if (from->follow_up != AKK_NO_DATE && from->follow_up < first)
    g_object_set (action, "follow-up", AKK_NO_DATE, NULL);
  akk_store_add (self->store, action);
  copy_contributions (writer, from, action);
  copy_fulfilments (writer, from, action);
  return action;
}

static void
write_step (Writer *writer, const AkkTurnStep *step)
{
  AkkStore *store = writer->self->store;
  AkkAction *action = step->action;
  g_autoptr (AkkAction) next = NULL;

  if (step->turn == AKK_TURN_DONE || step->turn == AKK_TURN_STOP) {
    akk_action_set_status (store, action,
                           step->turn == AKK_TURN_DONE ? AKK_ACTION_DONE : AKK_ACTION_STOPPED,
                           step->reason);
    return;
  }
  next = next_action (writer, action);
  akk_action_set_status (store, action,
                         step->turn == AKK_TURN_ADJUST ? AKK_ACTION_ADJUSTED
                                                       : (AkkActionStatus) action->status,
                         step->reason);
  akk_store_set_int (store, action, "successor_id", next->record.id);
}

static gboolean
is_in_store (gconstpointer record)
{
  return AKK_RECORD (record)->id != 0;
}

/* --- Public --- */

AkkTurnOfYear *
akk_turn_of_year_new (AkkStore *store, AkkPlan *plan)
{
  AkkTurnOfYear *self = g_new0 (AkkTurnOfYear, 1);

  self->store = g_object_ref (store);
  self->plan = g_object_ref (plan);
  self->steps = steps_new (store, plan);
  find_next (self);
  return self;
}

void
akk_turn_of_year_free (AkkTurnOfYear *self)
{
  g_ptr_array_unref (self->steps);
  g_clear_object (&self->next);
  g_clear_object (&self->next_agreement);
  g_object_unref (self->plan);
  g_object_unref (self->store);
  g_free (self);
}

const AkkTurnStep *
akk_turn_of_year_step (const AkkTurnOfYear *self, guint index)
{
  return self->steps->pdata[index];
}

void
akk_turn_of_year_decide (AkkTurnOfYear *self, guint index, AkkTurn turn, const char *reason)
{
  AkkTurnStep *step = self->steps->pdata[index];

  step->turn = turn;
  g_free (step->reason);
  step->reason = g_strstrip (g_strdup (reason));
}

gboolean
akk_turn_wants_reason (AkkTurn turn)
{
  return turn != AKK_TURN_DONE && turn != AKK_TURN_UNDECIDED;
}

gboolean
akk_turn_step_is_decided (const AkkTurnStep *self)
{
  return self->turn != AKK_TURN_UNDECIDED &&
         (!akk_turn_wants_reason (self->turn) || *self->reason != '\0');
}

guint
akk_turn_of_year_count (const AkkTurnOfYear *self, AkkTurn turn)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++) {
    const AkkTurnStep *step = self->steps->pdata[i];

    n += turn == AKK_TURN_UNDECIDED ? !akk_turn_step_is_decided (step)
                                    : step->turn == turn && akk_turn_step_is_decided (step);
  }
  return n;
}

gboolean
akk_turn_of_year_makes_plan (const AkkTurnOfYear *self)
{
  return !is_in_store (self->next) &&
         (akk_turn_of_year_count (self, AKK_TURN_CARRY_OVER) > 0 ||
          akk_turn_of_year_count (self, AKK_TURN_ADJUST) > 0 ||
          !has_ended (self->next_agreement, first_day (self->next->first_year)));
}

void
akk_turn_of_year_write (AkkTurnOfYear *self)
{
  Writer writer = { self, commitments_of (self->store, self->next_agreement) };

  g_return_if_fail (akk_turn_of_year_count (self, AKK_TURN_UNDECIDED) == 0);

  if (akk_turn_of_year_makes_plan (self))
    akk_store_add (self->store, self->next);
  for (guint i = 0; i < self->steps->len; i++)
    write_step (&writer, self->steps->pdata[i]);
  akk_store_set_int (self->store, self->plan, "state", AKK_PLAN_CLOSED);
  akk_store_set_int (self->store, self->plan, "closed_on", akk_store_today (self->store));
  akk_store_set_int (self->store, self->plan, "successor_id", self->next->record.id);
  g_hash_table_unref (writer.commitments);
}
