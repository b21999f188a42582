/* What somebody who takes over an agreement must know first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/handover-private.h"

#include "core/action-filter.h"
#include "core/dates.h"
#include "core/evaluations.h"
#include "core/frequency.h"
#include "core/log-entry.h"
#include "core/meetings.h"

#define NOTE_MONTHS 12 /* how long a note at a meeting is still news */

/* --- Freeing --- */

static void
action_free (gpointer action)
{
  AkkHandoverAction *self = action;

  g_object_unref (self->action);
  g_free (self->news);
  g_free (self);
}

static void
part_free (gpointer part)
{
  AkkHandoverPart *self = part;

  g_clear_object (&self->priority);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

static void
decision_free (gpointer decision)
{
  AkkHandoverDecision *self = decision;

  g_object_unref (self->decision);
  g_object_unref (self->meeting);
  g_clear_object (&self->body);
  g_free (self);
}

static void
signal_free (gpointer signal)
{
  AkkHandoverSignal *self = signal;

  g_object_unref (self->signal);
  g_clear_object (&self->step);
  g_free (self);
}

static void
parked_free (gpointer parked)
{
  AkkHandoverParked *self = parked;

  g_object_unref (self->parked);
  g_object_unref (self->meeting);
  g_clear_object (&self->body);
  g_free (self);
}

static void
note_free (gpointer note)
{
  AkkHandoverNote *self = note;

  g_clear_object (&self->action);
  g_clear_object (&self->meeting);
  g_clear_object (&self->body);
  g_free (self);
}

/* --- Where things are --- */

static void
read_neighbours (AkkHandover *self)
{
  g_autoptr (GListModel) all = akk_store_list (self->store, &akk_agreement_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (AkkAgreement) it = g_list_model_get_item (all, i);
    if (it->record.id == self->agreement->predecessor_id)
      g_set_object (&self->predecessor, it);
    if (it->predecessor_id == self->agreement->record.id && self->successor == NULL)
      self->successor = g_object_ref (it);
  }
  if (self->successor != NULL)
    self->successor_signing = akk_signing_new (self->store, self->successor, NULL);
}

static void
read_plan (AkkHandover *self)
{
  g_autoptr (GPtrArray) plans = akk_plans (self->store, self->agreement->record.id);
  int year;

  akk_date_to_ymd (self->day, &year, NULL, NULL);
  for (guint i = 0; i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];
    if (akk_plan_covers (plan, year) && plan->state != AKK_PLAN_CLOSED &&
        (self->plan == NULL || self->plan->state < plan->state))
      g_set_object (&self->plan, plan);
  }
  if (self->plan != NULL && self->plan->meeting_id != 0)
    self->plan_meeting = akk_store_get (self->store, &akk_meeting_record, self->plan->meeting_id);
}

static void
read_meetings (AkkHandover *self, const GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];
    if (!akk_meeting_held (meeting) || meeting->date > self->day)
      continue;
    g_set_object (&self->last_meeting, meeting);
    self->n_unapproved += meeting->state != AKK_MEETING_APPROVED;
  }
  if (self->last_meeting != NULL)
    self->last_body = akk_store_get (self->store, &akk_body_record, self->last_meeting->body_id);
}

static void
read_reports (AkkHandover *self)
{
  g_autoptr (GPtrArray) reports = akk_evaluations (self->store, self->agreement->record.id);

  for (guint i = 0; i < reports->len; i++) {
    AkkEvaluation *report = reports->pdata[i];
    if (akk_evaluation_adopted (report))
      g_set_object (&self->report, report);
    else if (self->report_ahead == NULL)
      self->report_ahead = g_object_ref (report);
  }
}

/* --- Actions and promises --- */

/* The newest entry of its log, unless its sentence of progress is newer. */
static void
read_news (AkkHandover *self, AkkHandoverAction *fact)
{
  g_autoptr (GListModel) log =
      akk_store_list (self->store, &akk_log_entry_record, "action_id", fact->action->record.id);

  fact->news_on = fact->action->reported_on;
  fact->news = g_strdup (fact->action->progress);
  for (guint i = 0; i < g_list_model_get_n_items (log); i++) {
    g_autoptr (AkkLogEntry) entry = g_list_model_get_item (log, i);
    if (*fact->news != '\0' && (entry->date == AKK_NO_DATE || entry->date < fact->news_on))
      continue;
    fact->news_on = entry->date;
    g_set_str (&fact->news, entry->text);
  }
}

static AkkHandoverPart *
part_of (AkkHandover *self, const AkkActionRow *row)
{
  AkkHandoverPart *part = self->parts->len > 0 ? self->parts->pdata[self->parts->len - 1] : NULL;

  if (part != NULL && part->number == row->priority)
    return part;
  part = g_new0 (AkkHandoverPart, 1);
  part->number = row->priority;
  part->priority = row->priority > 0
                       ? akk_store_get (self->store, &akk_priority_record, row->priority_id)
                       : NULL;
  part->actions = g_ptr_array_new_with_free_func (action_free);
  g_ptr_array_add (self->parts, part);
  return part;
}

/* Late ones first, then by their last day, those without one after that; else as in the plan. */
static int
compare_actions (gconstpointer a, gconstpointer b)
{
  const AkkHandoverAction *one = *(const AkkHandoverAction *const *) a;
  const AkkHandoverAction *other = *(const AkkHandoverAction *const *) b;
  gint64 first = one->action->deadline, second = other->action->deadline;

  if (one->late != other->late)
    return other->late - one->late;
  if ((first == AKK_NO_DATE) != (second == AKK_NO_DATE))
    return first == AKK_NO_DATE ? 1 : -1;
  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (one->action->position, other->action->position);
}

static void
read_actions (AkkHandover *self)
{
  const AkkActionFilter filter = { .open = TRUE };
  g_autoptr (GArray) indices =
      akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, self->day);

  for (guint i = 0; i < indices->len; i++) {
    const AkkActionRow *row = akk_action_rows_row (self->rows, g_array_index (indices, guint, i));
    AkkHandoverPart *part = part_of (self, row);
    AkkHandoverAction *fact = g_new0 (AkkHandoverAction, 1);

    fact->action = akk_store_get (self->store, &akk_action_record, row->id);
    fact->late = akk_action_row_late (row, self->day);
    fact->silent = akk_action_row_silent (row, self->day);
    read_news (self, fact);
    part->n_late += fact->late;
    self->n_late += fact->late;
    self->n_actions++;
    g_ptr_array_add (part->actions, fact);
  }
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_sort (((AkkHandoverPart *) self->parts->pdata[i])->actions, compare_actions);
}

static void
read_promises (AkkHandover *self)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < akk_action_rows_length (self->rows); i++)
    if (akk_action_rows_row (self->rows, i)->status != AKK_ACTION_STOPPED)
      g_array_append_val (indices, i);
  self->coverage = akk_coverage_new (self->rows, indices);
  for (guint i = 0; i < self->coverage->promises->len; i++) {
    AkkPromise *promise = self->coverage->promises->pdata[i];
    if (promise->actions->len == 0)
      g_ptr_array_add (self->promises, promise);
  }
}

/* --- Decisions, signals, notes --- */

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const AkkHandoverDecision *one = *(const AkkHandoverDecision *const *) a;
  const AkkHandoverDecision *other = *(const AkkHandoverDecision *const *) b;
  gint64 first = one->decision->due_on, second = other->decision->due_on;

  if ((first == AKK_NO_DATE) != (second == AKK_NO_DATE))
    return first == AKK_NO_DATE ? 1 : -1;
  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (one->decision->number, other->decision->number);
}

static void
read_decisions (AkkHandover *self, const GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (GListModel) list =
        akk_store_list (self->store, &akk_decision_record, "meeting_id", meeting->record.id);
    for (guint j = 0; j < g_list_model_get_n_items (list); j++) {
      g_autoptr (AkkDecision) decision = g_list_model_get_item (list, j);
      AkkHandoverDecision *fact;
      if (decision->state != AKK_DECISION_TAKEN)
        continue;
      fact = g_new0 (AkkHandoverDecision, 1);
      fact->late = decision->due_on != AKK_NO_DATE && decision->due_on < self->day;
      fact->decision = g_steal_pointer (&decision);
      fact->meeting = g_object_ref (meeting);
      fact->body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
      g_ptr_array_add (self->decisions, fact);
    }
  }
  g_ptr_array_sort (self->decisions, compare_decisions);
}

static gboolean
is_open_signal (const AkkSignal *signal)
{
  return signal->state == AKK_SIGNAL_OPEN ||
         (signal->state != AKK_SIGNAL_CLOSED && signal->returned_id == 0);
}

static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const AkkHandoverSignal *one = *(const AkkHandoverSignal *const *) a;
  const AkkHandoverSignal *other = *(const AkkHandoverSignal *const *) b;

  return one->signal->raised_on < other->signal->raised_on
             ? -1
             : one->signal->raised_on > other->signal->raised_on;
}

static void
read_signals (AkkHandover *self)
{
  g_autoptr (GListModel) list =
      akk_store_list (self->store, &akk_signal_record, "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkSignal) signal = g_list_model_get_item (list, i);
    g_autoptr (GListModel) steps =
        akk_store_list (self->store, &akk_signal_step_record, "signal_id", signal->record.id);
    AkkHandoverSignal *fact;
    if (!is_open_signal (signal))
      continue;
    fact = g_new0 (AkkHandoverSignal, 1);
    fact->signal = g_steal_pointer (&signal);
    for (guint j = 0; j < g_list_model_get_n_items (steps); j++) {
      g_autoptr (AkkSignalStep) step = g_list_model_get_item (steps, j);
      if (fact->step == NULL || step->date >= fact->step->date)
        g_set_object (&fact->step, step);
    }
    g_ptr_array_add (self->signals, fact);
  }
  g_ptr_array_sort (self->signals, compare_signals);
}

static void
read_parked (AkkHandover *self, const GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (GListModel) list =
        akk_store_list (self->store, &akk_parked_record, "meeting_id", meeting->record.id);
    for (guint j = 0; j < g_list_model_get_n_items (list); j++) {
      g_autoptr (AkkParked) parked = g_list_model_get_item (list, j);
      g_autoptr (GListModel) takers =
          akk_store_list (self->store, &akk_agenda_item_record, "parked_id", parked->record.id);
      AkkHandoverParked *fact;
      if (g_list_model_get_n_items (takers) > 0)
        continue;
      fact = g_new0 (AkkHandoverParked, 1);
      fact->parked = g_steal_pointer (&parked);
      fact->meeting = g_object_ref (meeting);
      fact->body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
      g_ptr_array_add (self->parked, fact);
    }
  }
}

static void
read_notes (AkkHandover *self, const GPtrArray *meetings)
{
  gint64 since = akk_date_add_months (self->day, -NOTE_MONTHS);

  for (guint i = meetings->len; i > 0; i--) {
    AkkMeeting *meeting = meetings->pdata[i - 1];
    AkkHandoverNote *note;
    if (*meeting->note == '\0' || meeting->date < since ||
        (!akk_meeting_held (meeting) && !akk_meeting_ahead (meeting)))
      continue;
    note = g_new0 (AkkHandoverNote, 1);
    note->meeting = g_object_ref (meeting);
    note->body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
    note->text = meeting->note;
    g_ptr_array_add (self->notes, note);
  }
  for (guint i = 0; i < self->parts->len; i++) {
    const AkkHandoverPart *part = self->parts->pdata[i];
    for (guint j = 0; j < part->actions->len; j++) {
      const AkkHandoverAction *fact = part->actions->pdata[j];
      AkkHandoverNote *note;
      if (*fact->action->note == '\0')
        continue;
      note = g_new0 (AkkHandoverNote, 1);
      note->action = g_object_ref (fact->action);
      note->text = fact->action->note;
      g_ptr_array_add (self->notes, note);
    }
  }
}

/* --- Public --- */

AkkHandover *
akk_handover_new (AkkStore *store, AkkAgreement *agreement, gint64 day)
{
  AkkHandover *self = g_new0 (AkkHandover, 1);
  g_autoptr (GPtrArray) meetings = akk_meetings (store, agreement->record.id, 0);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->day = day;
  self->until = akk_date_add_months (day, AKK_HANDOVER_MONTHS);
  self->rows = akk_action_rows_new (store, agreement->record.id);
  self->dates = g_ptr_array_new_with_free_func (akk_handover_date_free);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->promises = g_ptr_array_new ();
  self->decisions = g_ptr_array_new_with_free_func (decision_free);
  self->signals = g_ptr_array_new_with_free_func (signal_free);
  self->parked = g_ptr_array_new_with_free_func (parked_free);
  self->bodies = g_ptr_array_new_with_free_func (akk_handover_body_free);
  self->parties = g_ptr_array_new_with_free_func (akk_handover_party_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->signing = akk_signing_new (store, agreement, NULL);
  read_neighbours (self);
  read_plan (self);
  read_meetings (self, meetings);
  read_reports (self);
  akk_handover_read_dates (self);
  read_actions (self);
  read_promises (self);
  read_decisions (self, meetings);
  read_signals (self);
  read_parked (self, meetings);
  akk_handover_read_people (self);
  read_notes (self, meetings);
  return self;
}

void
akk_handover_free (AkkHandover *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->obligations);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->promises);
  akk_coverage_free (self->coverage);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->signals);
  g_ptr_array_unref (self->parked);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->signing, akk_signing_free);
  g_clear_pointer (&self->successor_signing, akk_signing_free);
  g_clear_object (&self->predecessor);
  g_clear_object (&self->successor);
  g_clear_object (&self->plan);
  g_clear_object (&self->plan_meeting);
  g_clear_object (&self->last_meeting);
  g_clear_object (&self->last_body);
  g_clear_object (&self->report);
  g_clear_object (&self->report_ahead);
  g_clear_object (&self->rows);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  g_free (self);
}
