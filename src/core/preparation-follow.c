/* Preparing a meeting: late actions, figures that came in, open signals, and what is owed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/preparation-private.h"

#include <glib/gi18n.h>

#include "core/agenda-private.h"
#include "core/dates.h"
#include "core/evaluation-facts.h"
#include "core/measurement.h"
#include "core/meetings.h"
#include "core/obligations.h"
#include "core/proposal-private.h"
#include "core/store-values.h"

/* How many are named; of more the first. */
#define MOST 12

static const char *
title_of (const AkkLook *look, const char *key)
{
  return look->phrases != NULL ? akk_phrases_get (look->phrases, key) : "…";
}

/* --- Minutes --- */

/* What was not written of the last meeting can hardly be approved. */
static void
add_unwritten (AkkCheck *self, const AkkLook *look)
{
  g_autoptr (AkkAgenda) before = NULL;
  g_autoptr (GPtrArray) lacks = NULL;

  if (look->previous == NULL || look->previous->state != AKK_MEETING_HELD)
    return;
  before = akk_agenda_new (look->store, look->previous);
  lacks = akk_agenda_lacks (before, look->day);
  for (guint i = 0; i < lacks->len; i++) {
    const AkkAgendaLack *lack = lacks->pdata[i];
    AkkCheck *part;

    if (lack->kind != AKK_LACK_MINUTES || lack->record == 0)
      continue;
    part = akk_check_add (self, AKK_CHECK_TO_DO, g_strdup (_ ("The last minutes are not complete")),
                          lack->text);
    part->mend = AKK_MEND_MEETING;
    part->record = look->previous->record.id;
  }
}

/* Who has not read them can hardly approve them. */
static void
add_unsent (AkkCheck *self, const AkkLook *look)
{
  const AkkMeeting *previous = look->previous;
  AkkCheck *part;

  if (previous == NULL || previous->state != AKK_MEETING_HELD ||
      previous->minutes_sent_on != AKK_NO_DATE)
    return;
  part = akk_check_add (self, AKK_CHECK_TO_DO, g_strdup (_ ("The last minutes were not sent yet")),
                        NULL);
  part->mend = AKK_MEND_MEETING;
  part->record = previous->record.id;
}

AkkCheck *
akk_check_minutes (const AkkLook *look)
{
  AkkCheck *self =
      akk_check_new (AKK_CHECK_MINUTES, g_strdup (akk_look_has_subject (look, AKK_SUBJECT_MINUTES)
                                                      ? _ ("The earlier minutes are on the agenda")
                                                      : _ ("No minutes wait for approval")));

  for (guint i = 0; i < look->offers->len; i++) {
    const AkkAgendaOffer *offer = look->offers->pdata[i];

    if (offer->item->approves_id != 0)
      akk_check_mend_by_offer (
          self, akk_check_add (self, AKK_CHECK_TO_DO, g_strdup (offer->item->title), offer->why),
          offer->item);
  }
  add_unwritten (self, look);
  add_unsent (self, look);
  if (self->parts->len > 0)
    g_set_str (&self->sentence, _ ("Earlier minutes are not ready to be approved"));
  else if (look->previous != NULL && look->previous->minutes_sent_on != AKK_NO_DATE) {
    g_autofree char *on = akk_plan_day_words (look->previous->minutes_sent_on, look->day);

    g_free (self->detail);
    self->detail = g_strdup_printf (_ ("The last ones were sent on %s"), on);
  }
  return self;
}

/* --- Actions --- */

static const char *const action_fields[] = { "deadline", "status", "successor_id", NULL };
enum { A_ID, A_DEADLINE, A_STATUS, A_SUCCESSOR, N_A };

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *two = b;

  if (one[A_DEADLINE] != two[A_DEADLINE])
    return one[A_DEADLINE] < two[A_DEADLINE] ? -1 : 1;
  return one[A_ID] < two[A_ID] ? -1 : one[A_ID] > two[A_ID];
}

/* Whether it is offered by itself, or was taken up. */
static gboolean
comes_up (const AkkLook *look, gint64 action_id)
{
  for (guint i = 0; i < look->offers->len; i++)
    if (((const AkkAgendaOffer *) look->offers->pdata[i])->item->action_id == action_id)
      return TRUE;
  return akk_look_names (look, "action_id", action_id);
}

/* Those that are late when the meeting is there, and that nothing else speaks of. */
static GArray *
late_actions (const AkkLook *look)
{
  g_autoptr (GArray) values =
      akk_store_values (look->store, &akk_action_record, action_fields, "agreement_id",
                        look->agenda->agreement->record.id, NULL);
  gint64 day = MAX (look->day, look->agenda->meeting->date);
  GArray *late = g_array_new (FALSE, FALSE, N_A * sizeof (gint64));

  for (guint i = 0; i + N_A <= values->len; i += N_A) {
    const gint64 *row = &g_array_index (values, gint64, i);

    if (row[A_STATUS] != AKK_ACTION_DONE && row[A_STATUS] != AKK_ACTION_STOPPED &&
        row[A_SUCCESSOR] == 0 && row[A_DEADLINE] != AKK_NO_DATE && row[A_DEADLINE] < day &&
        !comes_up (look, row[A_ID]))
      g_array_append_vals (late, row, 1);
  }
  g_array_sort (late, compare_deadlines);
  return late;
}

static void
add_late (AkkCheck *self, const AkkLook *look, const gint64 *row)
{
  g_autoptr (AkkAction) action = akk_store_get (look->store, &akk_action_record, row[A_ID]);
  int days = (int) (MAX (look->day, look->agenda->meeting->date) - row[A_DEADLINE]);
  g_autofree char *late = NULL;
  AkkCheck *part;

  if (action == NULL)
    return;
  late = g_strdup_printf (
      g_dngettext (NULL, "%d day late by then", "%d days late by then", (gulong) days), days);
  part = akk_check_add (self, AKK_CHECK_ADVICE, g_strdup (action->title), late);
  part->mend = AKK_MEND_ACTION;
  part->record = action->record.id;
}

AkkCheck *
akk_check_actions (const AkkLook *look)
{
  AkkCheck *self =
      akk_check_new (AKK_CHECK_ACTIONS, g_strdup (_ ("No action is past its deadline unnoticed")));
  g_autoptr (GArray) late = late_actions (look);
  const gint64 *rows = (const gint64 *) (void *) late->data;

  if (late->len == 0)
    return self;
  g_free (self->sentence);
  self->sentence =
      g_strdup_printf (g_dngettext (NULL, "%u action is past its deadline by then",
                                    "%u actions are past their deadline by then", late->len),
                       late->len);
  if (akk_look_has_subject (look, AKK_SUBJECT_PROGRESS)) {
    g_set_str (&self->detail, _ ("The progress of the action plan is on the agenda"));
    return self;
  }
  akk_check_mend_by_item (self, look, AKK_SUBJECT_PROGRESS, title_of (look, "item-progress"));
  for (guint i = 0; i < MIN (late->len, MOST); i++)
    add_late (self, look, rows + i * N_A);
  return self;
}

/* --- Indicators --- */

/* The newest year of each indicator of which a figure came in since `day`. */
static GHashTable *
years_since (const AkkLook *look, gint64 day)
{
  static const char *const fields[] = { "indicator_id", "year", "received_on", NULL };
  enum { ID, INDICATOR, YEAR, RECEIVED, N };
  g_autoptr (GArray) values =
      akk_store_values (look->store, &akk_measurement_record, fields, "indicator_id.agreement_id",
                        look->agenda->agreement->record.id, NULL);
  GHashTable *years = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i + N <= values->len; i += N) {
    const gint64 *row = &g_array_index (values, gint64, i);
    int year = GPOINTER_TO_INT (g_hash_table_lookup (years, &row[INDICATOR]));

    if (row[RECEIVED] != AKK_NO_DATE && row[RECEIVED] > day && row[YEAR] > year)
      g_hash_table_insert (years, g_memdup2 (&row[INDICATOR], sizeof (gint64)),
                           GINT_TO_POINTER ((int) row[YEAR]));
  }
  return years;
}

/* "2024: 46 % · 2023: 44 % · op weg". */
static char *
figure_words (const AkkLook *look, AkkFigures *figures, const AkkIndicator *indicator, int year)
{
  AkkFigure figure = akk_figures_get (figures, indicator, year, 0, NULL);
  int before = akk_figures_latest (figures, indicator, year - 1);
  AkkStanding standing = akk_figures_standing (figures, indicator, year, 0);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *now = NULL;

  if (look->phrases == NULL)
    return g_strdup ("");
  now = akk_figure_words (look->phrases, indicator, &figure, TRUE);
  if (*now != '\0')
    g_string_append_printf (words, "%d: %s", year, now);
  if (before > 0) {
    AkkFigure earlier = akk_figures_get (figures, indicator, before, 0, NULL);
    g_autofree char *then = akk_figure_words (look->phrases, indicator, &earlier, TRUE);

    g_string_append_printf (words, "%s%d: %s", words->len > 0 ? " · " : "", before, then);
  }
  if (standing != AKK_STANDING_NONE)
    g_string_append_printf (words, " · %s", akk_standing_words (look->phrases, standing, TRUE));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_moved (AkkCheck *self, const AkkLook *look, GHashTable *years)
{
  g_autoptr (AkkFigures) figures =
      akk_figures_new (look->store, look->agenda->agreement->record.id);
  const GPtrArray *indicators = akk_figures_indicators (figures);

  for (guint i = 0; i < indicators->len; i++) {
    const AkkIndicator *indicator = indicators->pdata[i];
    int year = GPOINTER_TO_INT (g_hash_table_lookup (years, &indicator->record.id));
    g_autofree char *words = NULL;
    AkkCheck *part;

    /* A figure of long ago that came late moves nothing. */
    if (year == 0 || akk_figures_latest (figures, indicator, 9999) > year ||
        akk_look_names (look, "indicator_id", indicator->record.id))
      continue;
    words = figure_words (look, figures, indicator, year);
    part = akk_check_add (self, AKK_CHECK_ADVICE, g_strdup (indicator->name), words);
    part->mend = AKK_MEND_INDICATOR;
    part->record = indicator->record.id;
  }
}

AkkCheck *
akk_check_indicators (const AkkLook *look)
{
  AkkCheck *self = akk_check_new (AKK_CHECK_INDICATORS,
                                  g_strdup (_ ("No new figures came in since the last meeting")));
  g_autoptr (GHashTable) years = NULL;

  if (akk_look_has_subject (look, AKK_SUBJECT_INDICATORS)) {
    g_set_str (&self->sentence, _ ("The indicators are on the agenda"));
    return self;
  }
  if (look->previous == NULL)
    return self;
  years = years_since (look, look->previous->date);
  if (g_hash_table_size (years) > 0)
    add_moved (self, look, years);
  if (self->parts->len == 0)
    return self;
  g_free (self->sentence);
  self->sentence =
      g_strdup_printf (g_dngettext (NULL, "%u indicator moved since the last meeting",
                                    "%u indicators moved since the last meeting", self->parts->len),
                       self->parts->len);
  akk_check_mend_by_item (self, look, AKK_SUBJECT_INDICATORS, title_of (look, "item-indicators"));
  return self;
}

/* --- Signals --- */

AkkCheck *
akk_check_signals (const AkkLook *look)
{
  AkkCheck *self = akk_check_new (AKK_CHECK_SIGNALS, g_strdup (_ ("No open signal is left out")));
  g_autoptr (GPtrArray) signals = akk_agenda_records (
      look->store, &akk_signal_record, "agreement_id", look->agenda->agreement->record.id);

  if (akk_look_has_subject (look, AKK_SUBJECT_SIGNALS)) {
    g_set_str (&self->sentence, _ ("The signals are on the agenda"));
    return self;
  }
  for (guint i = 0; i < signals->len; i++) {
    const AkkSignal *signal = signals->pdata[i];
    AkkCheck *part;

    if (signal->state != AKK_SIGNAL_OPEN || akk_look_names (look, "signal_id", signal->record.id))
      continue;
    part = akk_check_add (self, AKK_CHECK_ADVICE, g_strdup (signal->title), signal->holder);
    part->mend = AKK_MEND_SIGNAL;
    part->record = signal->record.id;
  }
  if (self->parts->len == 0)
    return self;
  g_free (self->sentence);
  self->sentence =
      g_strdup_printf (g_dngettext (NULL, "%u open signal is not on the agenda",
                                    "%u open signals are not on the agenda", self->parts->len),
                       self->parts->len);
  akk_check_mend_by_item (self, look, AKK_SUBJECT_SIGNALS, title_of (look, "item-signals"));
  return self;
}

/* --- Obligations --- */

static gboolean
is_owed (const AkkObligation *obligation, gint64 body_id)
{
  if (obligation->body_id != body_id ||
      (obligation->kind != AKK_OBLIGATION_MEETING && obligation->kind != AKK_OBLIGATION_EVALUATION))
    return FALSE;
  return obligation->status == AKK_OBLIGATION_DUE ||
         (obligation->status == AKK_OBLIGATION_MISSED && *obligation->next_step != '\0');
}

static void
add_owed (AkkCheck *self, const AkkLook *look, const AkkObligation *obligation)
{
  AkkCheckState state =
      obligation->status == AKK_OBLIGATION_MISSED ? AKK_CHECK_TO_DO : AKK_CHECK_ADVICE;
  AkkCheck *part =
      akk_check_add (self, state, akk_phrases_sentence (obligation->title), obligation->next_step);

  part->record = obligation->body_id;
  if (obligation->kind == AKK_OBLIGATION_MEETING) {
    part->mend = AKK_MEND_DATES;
  } else if (!akk_look_has_subject (look, AKK_SUBJECT_EVALUATION)) {
    akk_check_mend_by_item (part, look, AKK_SUBJECT_EVALUATION, part->sentence);
  } else if (obligation->evaluation_id != 0) {
    part->mend = AKK_MEND_EVALUATION;
    part->record = obligation->evaluation_id;
  } else {
    part->mend = AKK_MEND_BODY;
  }
}

AkkCheck *
akk_check_obligations (const AkkLook *look)
{
  AkkCheck *self = akk_check_new (AKK_CHECK_OBLIGATIONS,
                                  g_strdup (_ ("This body owes nothing that is not planned")));
  g_autoptr (GPtrArray) all = akk_obligations_new (look->store, look->agenda->agreement, look->day);

  for (guint i = 0; i < all->len; i++)
    if (is_owed (all->pdata[i], look->agenda->body->record.id))
      add_owed (self, look, all->pdata[i]);
  if (self->parts->len > 1) {
    g_free (self->sentence);
    self->sentence = g_strdup_printf (_ ("This body still owes %u things"), self->parts->len);
  }
  return self;
}
