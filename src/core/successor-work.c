/* The work that goes on in a successor: unfinished actions, and what is measured.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/successor-private.h"

#include "core/action-edit.h"
#include "core/bearing.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/fulfilment.h"
#include "core/indicator.h"
#include "core/meetings.h"
#include "core/plan.h"
#include "core/target.h"

/* --- Offering --- */

static GPtrArray *
records_of (const AkkSuccessor *self, const AkkRecordType *type)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list =
      akk_store_list (self->store, type, "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (list, i);

    if (type != &akk_action_record || akk_action_open ((AkkAction *) record))
      g_ptr_array_add (records, g_steal_pointer (&record));
  }
  return records;
}

void
akk_successor_offer (AkkSuccessor *self)
{
  GPtrArray *offers[2];

  self->actions = offers[0] = records_of (self, &akk_action_record);
  self->indicators = offers[1] = records_of (self, &akk_indicator_record);
  for (guint k = 0; self->kind == AKK_SUCCESSOR_FOLLOWS && k < G_N_ELEMENTS (offers); k++)
    for (guint i = 0; i < offers[k]->len; i++)
      g_hash_table_add (self->chosen, offers[k]->pdata[i]);
}

void
akk_successor_choose (AkkSuccessor *self, gpointer record, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, record);
  else
    g_hash_table_remove (self->chosen, record);
}

/* --- Actions --- */

static AkkPlan *
add_plan (AkkSuccession *writer, gint64 agreement_id)
{
  gint64 start = writer->self->starts_on;
  gint64 year = akk_successor_year (start != AKK_NO_DATE ? start : writer->today);
  AkkPlan *plan = akk_record_new (&akk_plan_record);

  g_object_set (plan, "agreement-id", agreement_id, "first-year", year, "last-year", year, NULL);
  akk_store_add (writer->store, plan);
  return plan;
}

static void
forget_past_day (
    AkkSuccession *writer, AkkAction *copy, const char *field, gint64 day, gint64 first)
{
  if (day != AKK_NO_DATE && day < first)
    akk_store_set_int (writer->store, copy, field, AKK_NO_DATE);
}

static void
copy_action (AkkSuccession *writer, AkkAction *action, gint64 agreement_id, const AkkPlan *plan)
{
  AkkStore *store = writer->store;
  AkkAction *copy = akk_copies_add (writer->copies, action);
  g_autofree char *number = akk_action_next_number (store);
  g_autofree char *position = akk_action_next_position (store, agreement_id);
  gint64 first = akk_date_from_ymd ((int) plan->first_year, 1, 1);

  akk_store_set_int (store, copy, "plan_id", plan->record.id);
  akk_store_set_text (store, copy, "number", number);
  akk_store_set_text (store, copy, "position", position);
  akk_store_set_text (store, copy, "reason", "");
  akk_store_set_int (store, copy, "item_id", 0);
  akk_store_set_int (store, copy, "reported_on", writer->today);
  if (action->status == AKK_ACTION_ADJUSTED)
    akk_store_set_int (store, copy, "status", AKK_ACTION_BUSY);
  akk_succession_renew (writer, copy, "lead_office_id", action->lead_office_id);
  akk_succession_renew (writer, copy, "contact_id", action->contact_id);
  forget_past_day (writer, copy, "deadline", action->deadline, first);
  forget_past_day (writer, copy, "follow_up", action->follow_up, first);
  akk_copies_add_all (writer->copies, &akk_contribution_record, "action_id", action->record.id);
  akk_copies_add_all (writer->copies, &akk_fulfilment_record, "action_id", action->record.id);
}

void
akk_succession_copy_actions (AkkSuccession *writer, gint64 agreement_id)
{
  AkkSuccessor *self = writer->self;
  g_autoptr (AkkPlan) plan = NULL;

  for (guint i = 0; i < self->actions->len; i++) {
    if (!g_hash_table_contains (self->chosen, self->actions->pdata[i]))
      continue;
    if (plan == NULL)
      plan = add_plan (writer, agreement_id);
    copy_action (writer, self->actions->pdata[i], agreement_id, plan);
  }
}

void
akk_succession_mark_actions (AkkSuccession *writer)
{
  AkkSuccessor *self = writer->self;

  for (guint i = 0; i < self->actions->len; i++) {
    AkkAction *action = self->actions->pdata[i];
    gint64 id = akk_copies_id (writer->copies, action->record.id);

    if (id != 0)
      akk_store_set_int (writer->store, action, "successor_id", id);
  }
}

/* --- Indicators --- */

/* What was set for years of the old term stays there. */
static void
copy_target (AkkSuccession *writer, gpointer record)
{
  const AkkTarget *target = record;

  if (writer->self->starts_on != AKK_NO_DATE &&
      target->year >= akk_successor_year (writer->self->starts_on))
    akk_copies_add (writer->copies, target);
}

static void
copy_bearing (AkkSuccession *writer, gpointer record)
{
  const AkkBearing *bearing = record;

  if (bearing->action_id == 0 || akk_copies_id (writer->copies, bearing->action_id) != 0)
    akk_copies_add (writer->copies, bearing);
}

/* What is measured and how; the steering group sets its baseline anew, and what was measured
 * belongs to the agreement for which it was. */
static void
copy_indicator (AkkSuccession *writer, const AkkIndicator *indicator)
{
  AkkIndicator *copy = akk_copies_add (writer->copies, indicator);

  akk_store_set_int (writer->store, copy, "baseline", 0);
  akk_store_set_int (writer->store, copy, "baseline_on", AKK_NO_DATE);
  akk_store_set_int (writer->store, copy, "baseline_meeting_id", 0);
  akk_succession_each (writer, &akk_target_record, "indicator_id", indicator->record.id,
                       copy_target);
  akk_succession_each (writer, &akk_bearing_record, "indicator_id", indicator->record.id,
                       copy_bearing);
}

/* Weights of an indicator that stays behind are no weights here. */
static void
forget_weight (AkkSuccession *writer, const AkkIndicator *indicator)
{
  gint64 id = akk_copies_id (writer->copies, indicator->record.id);
  g_autoptr (AkkIndicator) copy = akk_store_get (writer->store, &akk_indicator_record, id);

  if (copy != NULL && akk_copies_id (writer->copies, indicator->weight_id) == 0)
    akk_store_set_int (writer->store, copy, "weight_id", 0);
}

void
akk_succession_copy_indicators (AkkSuccession *writer)
{
  const AkkSuccessor *self = writer->self;

  for (guint i = 0; i < self->indicators->len; i++)
    if (g_hash_table_contains (self->chosen, self->indicators->pdata[i]))
      copy_indicator (writer, self->indicators->pdata[i]);
  for (guint i = 0; i < self->indicators->len; i++)
    forget_weight (writer, self->indicators->pdata[i]);
}
