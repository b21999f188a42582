/* The facts of a year: reckoned from the records.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/evaluation-facts.h"

#include <string.h>

#include "core/agenda.h"
#include "core/bearing.h"
#include "core/dates.h"
#include "core/meetings.h"
#include "core/obligations.h"
#include "core/pact.h"
#include "core/parties.h"
#include "core/signal-step.h"

/* --- Actions --- */

static void
action_fact_free (gpointer data)
{
  AkkActionFact *fact = data;

  g_clear_object (&fact->action);
  g_free (fact);
}

static void
priority_fact_free (gpointer data)
{
  AkkPriorityFact *fact = data;

  g_clear_object (&fact->priority);
  g_ptr_array_unref (fact->actions);
  g_ptr_array_unref (fact->indicators);
  g_free (fact);
}

static void
count (AkkActionCounts *counts, const AkkActionFact *fact)
{
  guint *const by_status[] = { &counts->to_start, &counts->busy, &counts->done, &counts->adjusted,
                               &counts->stopped };

  counts->planned++;
  if (fact->carried)
    counts->carried++;
  else
    (*by_status[CLAMP (fact->action->status, 0, (gint64) G_N_ELEMENTS (by_status) - 1)])++;
}

static AkkPriorityFact *
add_priority (AkkEvaluationFacts *self, AkkPriority *priority, guint number)
{
  AkkPriorityFact *fact = g_new0 (AkkPriorityFact, 1);

  fact->priority = priority != NULL ? g_object_ref (priority) : NULL;
  fact->number = number;
  fact->actions = g_ptr_array_new_with_free_func (action_fact_free);
  fact->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->priorities, fact);
  return fact;
}

static AkkPriorityFact *
find_priority (AkkEvaluationFacts *self, gint64 priority_id)
{
  for (guint i = 0; i < self->priorities->len; i++) {
    AkkPriorityFact *fact = self->priorities->pdata[i];

    if (fact->priority != NULL ? fact->priority->record.id == priority_id : priority_id == 0)
      return fact;
  }
  return NULL;
}

/* Those of the plans of that year; an action that went on within a plan of several years stands in
 * it once. */
static void
collect_actions (AkkEvaluationFacts *self)
{
  AkkActionFilter filter = { .year = self->year };
  GPtrArray *priorities = akk_action_rows_priorities (self->rows);

  self->indices = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, self->day);
  for (guint i = 0; i < priorities->len; i++)
    add_priority (self, priorities->pdata[i], i + 1);
  for (guint i = 0; i < self->indices->len; i++) {
    const AkkActionRow *row =
        akk_action_rows_row (self->rows, g_array_index (self->indices, guint, i));
    AkkPriorityFact *priority = find_priority (self, row->priority_id);
    AkkActionFact *fact = g_new0 (AkkActionFact, 1);

    fact->action = akk_store_get (self->store, &akk_action_record, row->id);
    fact->carried = row->successor_id != 0;
    if (priority == NULL)
      priority = find_priority (self, 0);
    if (priority == NULL)
      priority = add_priority (self, NULL, 0);
    g_ptr_array_add (priority->actions, fact);
    count (&priority->counts, fact);
    count (&self->counts, fact);
  }
  self->coverage = akk_coverage_new (self->rows, self->indices);
  self->matrix = akk_action_matrix_new (self->rows, self->indices);
  self->n_expected = AKK_PACT_N_EXPECTED;
  self->n_covered = AKK_PACT_N_EXPECTED - akk_action_matrix_missing (self->matrix);
}

/* --- Indicators --- */

static void
indicator_fact_free (gpointer data)
{
  AkkIndicatorFact *fact = data;

  g_clear_object (&fact->indicator);
  g_ptr_array_unref (fact->lacking);
  g_ptr_array_unref (fact->below);
  g_free (fact->source);
  g_free (fact->sentence);
  g_free (fact);
}

/* Where the figures of a year come from: the indicator, and what its measurements say. Takes the
 * day of the newest. */
static char *
source_words (AkkEvaluationFacts *self, const AkkIndicator *indicator, gint64 *received_on)
{
  g_autoptr (GPtrArray) sources =
      akk_figures_sources (self->figures, indicator, self->year, received_on);
  guint same;

  if (*indicator->source != '\0') {
    if (g_ptr_array_find_with_equal_func (sources, indicator->source, g_str_equal, &same))
      g_ptr_array_remove_index (sources, same);
    g_ptr_array_insert (sources, 0, indicator->source);
  }
  g_ptr_array_add (sources, NULL);
  return g_strjoinv ("; ", (char **) sources->pdata);
}

static char *
sentence_of (AkkEvaluationFacts *self, const AkkFigure *figure)
{
  g_autoptr (AkkMeasurement) it =
      figure->measurement_id != 0
          ? akk_store_get (self->store, &akk_measurement_record, figure->measurement_id)
          : NULL;

  return g_strdup (it != NULL ? it->sentence : "");
}

static void
collect_indicators (AkkEvaluationFacts *self)
{
  GPtrArray *indicators = akk_figures_indicators (self->figures);
  GPtrArray *municipalities = akk_figures_municipalities (self->figures);

  for (guint i = 0; i < indicators->len; i++) {
    AkkIndicator *indicator = indicators->pdata[i];
    AkkIndicatorFact *fact = g_new0 (AkkIndicatorFact, 1);

    fact->indicator = g_object_ref (indicator);
    fact->figure = akk_figures_get (self->figures, indicator, self->year, 0, NULL);
    fact->standing = akk_figures_standing (self->figures, indicator, self->year, 0);
    fact->has_target = akk_figures_target (self->figures, indicator, self->year, 0, &fact->target,
                                           &fact->upper, &fact->target_year);
    fact->lacking = akk_figures_lacking (self->figures, indicator, self->year);
    fact->below = g_ptr_array_new_with_free_func (g_object_unref);
    for (guint j = 0; indicator->by_municipality && j < municipalities->len; j++)
      if (akk_figures_standing (self->figures, indicator, self->year,
                                ((AkkParty *) municipalities->pdata[j])->record.id) ==
          AKK_STANDING_BEHIND)
        g_ptr_array_add (fact->below, g_object_ref (municipalities->pdata[j]));
    fact->source = source_words (self, indicator, &fact->received_on);
    fact->sentence = sentence_of (self, &fact->figure);
    g_ptr_array_add (self->indicators, fact);
  }
}

/* The priority that a bearing means: its own, or that of its action. */
static gint64
bears_on (AkkEvaluationFacts *self, const AkkBearing *bearing)
{
  g_autoptr (AkkAction) action =
      bearing->action_id != 0 ? akk_store_get (self->store, &akk_action_record, bearing->action_id)
                              : NULL;

  return action != NULL ? action->priority_id : bearing->priority_id;
}

static void
collect_bearings (AkkEvaluationFacts *self)
{
  for (guint i = 0; i < self->indicators->len; i++) {
    AkkIndicator *indicator = ((AkkIndicatorFact *) self->indicators->pdata[i])->indicator;
    g_autoptr (GListModel) list =
        akk_store_list (self->store, &akk_bearing_record, "indicator_id", indicator->record.id);

    for (guint j = 0; j < g_list_model_get_n_items (list); j++) {
      g_autoptr (AkkBearing) bearing = g_list_model_get_item (list, j);
      gint64 priority_id = bears_on (self, bearing);
      AkkPriorityFact *priority = priority_id != 0 ? find_priority (self, priority_id) : NULL;

      if (priority != NULL && !g_ptr_array_find (priority->indicators, indicator, NULL))
        g_ptr_array_add (priority->indicators, g_object_ref (indicator));
    }
  }
}

/* --- Meetings --- */

static void
meeting_fact_free (gpointer data)
{
  AkkMeetingFact *fact = data;

  g_clear_object (&fact->meeting);
  g_ptr_array_unref (fact->missing);
  g_free (fact);
}

static void
body_fact_free (gpointer data)
{
  AkkBodyFact *fact = data;

  g_clear_object (&fact->body);
  g_ptr_array_unref (fact->meetings);
  g_free (fact->requirement);
  g_free (fact);
}

static void
presence_fact_free (gpointer data)
{
  AkkPresenceFact *fact = data;

  g_clear_object (&fact->party);
  g_free (fact->name);
  g_free (fact);
}

static AkkPresenceFact *
presence_of (AkkEvaluationFacts *self, const AkkAgendaParty *party)
{
  AkkPresenceFact *fact;

  for (guint i = 0; i < self->presences->len; i++) {
    fact = self->presences->pdata[i];
    if (fact->party == party->party)
      return fact;
  }
  fact = g_new0 (AkkPresenceFact, 1);
  fact->party = g_object_ref (party->party);
  fact->name = g_strdup (party->name);
  g_ptr_array_add (self->presences, fact);
  return fact;
}

static void
add_meeting (AkkEvaluationFacts *self, AkkBodyFact *body, AkkMeeting *meeting)
{
  g_autoptr (AkkAgenda) agenda = akk_agenda_new (self->store, meeting);
  AkkMeetingFact *fact = g_new0 (AkkMeetingFact, 1);

  fact->meeting = g_object_ref (meeting);
  fact->missing = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < agenda->parties->len; i++) {
    const AkkAgendaParty *party = agenda->parties->pdata[i];
    AkkPresenceFact *presence = presence_of (self, party);

    presence->meetings++;
    presence->represented += party->represented;
    fact->n_parties++;
    fact->n_represented += party->represented;
    if (!party->represented)
      g_ptr_array_add (fact->missing, g_strdup (party->name));
  }
  for (guint i = 0; i < agenda->decisions->len; i++)
    if (((AkkDecision *) agenda->decisions->pdata[i])->state != AKK_DECISION_DRAFT)
      g_ptr_array_add (self->decisions, g_object_ref (agenda->decisions->pdata[i]));
  g_ptr_array_add (body->meetings, fact);
}

static AkkBodyFact *
add_body (AkkEvaluationFacts *self, AkkBody *body, const GPtrArray *obligations)
{
  gint64 last = akk_date_from_ymd (self->year, 12, 31);
  const AkkObligation *rule = akk_obligations_of_body (obligations, body->record.id, last);
  AkkBodyFact *fact = g_new0 (AkkBodyFact, 1);

  fact->body = g_object_ref (body);
  fact->meetings = g_ptr_array_new_with_free_func (meeting_fact_free);
  fact->required = rule != NULL ? rule->required : -1;
  fact->requirement = g_strdup (rule != NULL ? rule->requirement : "");
  g_ptr_array_add (self->bodies, fact);
  return fact;
}

static void
collect_meetings (AkkEvaluationFacts *self)
{
  gint64 first = akk_date_from_ymd (self->year, 1, 1),
         last = akk_date_from_ymd (self->year, 12, 31);
  g_autoptr (GPtrArray) obligations =
      akk_obligations_new (self->store, self->agreement, MIN (self->day, last));
  g_autoptr (GPtrArray) meetings = akk_meetings (self->store, self->agreement->record.id, 0);
  g_autoptr (GListModel) bodies =
      akk_store_list (self->store, &akk_body_record, "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    AkkBodyFact *fact = add_body (self, body, obligations);

    for (guint j = 0; j < meetings->len; j++) {
      AkkMeeting *meeting = meetings->pdata[j];

      if (meeting->body_id != body->record.id || meeting->date < first || meeting->date > last)
        continue;
      fact->planned += akk_meeting_ahead (meeting) && meeting->date >= self->day;
      if (!akk_meeting_held (meeting) || meeting->date > self->day)
        continue;
      fact->held++;
      add_meeting (self, fact, meeting);
    }
  }
}

void
akk_evaluation_facts_meetings (const AkkEvaluationFacts *self, gint64 *held, gint64 *required)
{
  *held = *required = 0;
  for (guint i = 0; i < self->bodies->len; i++) {
    const AkkBodyFact *body = self->bodies->pdata[i];

    if (body->required <= 0)
      continue;
    *held += MIN (body->held, body->required);
    *required += body->required;
  }
}

/* --- Decisions and signals --- */

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const AkkDecision *one = *(AkkDecision *const *) a, *other = *(AkkDecision *const *) b;
  int order = g_strcmp0 (one->number, other->number);

  return order != 0 ? order
                    : (one->record.id > other->record.id) - (one->record.id < other->record.id);
}

static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const AkkSignal *one = *(AkkSignal *const *) a, *other = *(AkkSignal *const *) b;

  if (one->raised_on != other->raised_on)
    return one->raised_on < other->raised_on ? -1 : 1;
  return (one->record.id > other->record.id) - (one->record.id < other->record.id);
}

static void
collect_signals (AkkEvaluationFacts *self)
{
  gint64 first = akk_date_from_ymd (self->year, 1, 1),
         last = akk_date_from_ymd (self->year, 12, 31);
  g_autoptr (GListModel) list =
      akk_store_list (self->store, &akk_signal_record, "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkSignal) it = g_list_model_get_item (list, i);
    gboolean answered_before = it->answered_on != AKK_NO_DATE && it->answered_on < first;

    if (it->raised_on <= last && !(it->state != AKK_SIGNAL_OPEN && answered_before))
      g_ptr_array_add (self->signals, g_steal_pointer (&it));
  }
  g_ptr_array_sort (self->signals, compare_signals);
}

/* --- All of them --- */

AkkEvaluationFacts *
akk_evaluation_facts_new (AkkStore *store, AkkAgreement *agreement, int year, gint64 today)
{
  AkkEvaluationFacts *self = g_new0 (AkkEvaluationFacts, 1);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->year = year;
  self->day = today;
  self->rows = akk_action_rows_new (store, agreement->record.id);
  self->figures = akk_figures_new (store, agreement->record.id);
  akk_figures_read_all (self->figures);
  self->priorities = g_ptr_array_new_with_free_func (priority_fact_free);
  self->indicators = g_ptr_array_new_with_free_func (indicator_fact_free);
  self->bodies = g_ptr_array_new_with_free_func (body_fact_free);
  self->presences = g_ptr_array_new_with_free_func (presence_fact_free);
  self->decisions = g_ptr_array_new_with_free_func (g_object_unref);
  self->signals = g_ptr_array_new_with_free_func (g_object_unref);
  collect_actions (self);
  collect_indicators (self);
  collect_bearings (self);
  collect_meetings (self);
  collect_signals (self);
  g_ptr_array_sort (self->decisions, compare_decisions);
  return self;
}

void
akk_evaluation_facts_free (AkkEvaluationFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->presences, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->signals, g_ptr_array_unref);
  g_clear_pointer (&self->coverage, akk_coverage_free);
  g_clear_pointer (&self->matrix, akk_action_matrix_free);
  g_clear_pointer (&self->indices, g_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->figures);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  g_free (self);
}
