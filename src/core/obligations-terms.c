/* What agreements owe as a whole: action plans, their end, notice.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/agenda-item.h"
#include "core/dates.h"
#include "core/obligations-private.h"

/* An end, or the last day of notice, asks for something from so many months before. */
#define END_MONTHS 12
#define NOTICE_MONTHS 3

/* --- Plans --- */

static const AkkDutyMeeting *
find_meeting (const AkkDuties *duties, gint64 id)
{
  for (guint i = 0; i < duties->bodies->len; i++) {
    const GArray *meetings = ((const AkkDutyBody *) duties->bodies->pdata[i])->meetings;

    for (guint k = 0; id != 0 && k < meetings->len; k++)
      if (g_array_index (meetings, AkkDutyMeeting, k).id == id)
        return &g_array_index (meetings, AkkDutyMeeting, k);
  }
  return NULL;
}

/* In the days of `self`: an item, a plan. Returns the earlier of the days that are still ahead. */
static gint64
count_day (AkkObligation *self, gint64 day, gboolean done, gint64 first, gint64 today)
{
  if (day < self->from || (self->to != AKK_NO_DATE && day > self->to))
    return first;
  if (done && day <= today) {
    self->held++;
    return first;
  }
  if (day < today)
    return first;
  self->planned++;
  return first == AKK_NO_DATE ? day : MIN (first, day);
}

static gboolean
adopts_plan (const AkkDuties *duties, gint64 meeting_id)
{
  for (guint i = 0; i < duties->plans->len; i++)
    if (g_array_index (duties->plans, AkkDutyPlan, i).meeting_id == meeting_id)
      return TRUE;
  return FALSE;
}

/* Of a meeting that adopted a plan, the years of that plan count; of any other one, whichever body
 * it is of, that it deals with a plan in the days of `self`. */
static gint64
count_items (AkkObligation *self, const AkkDuties *duties, gint64 today)
{
  gint64 first = AKK_NO_DATE;

  for (guint i = 0; i < duties->bodies->len; i++) {
    const GArray *meetings = ((const AkkDutyBody *) duties->bodies->pdata[i])->meetings;

    for (guint k = 0; k < meetings->len; k++) {
      const AkkDutyMeeting *meeting = &g_array_index (meetings, AkkDutyMeeting, k);
      guint subjects = meeting->held ? meeting->deals : meeting->brings;

      if ((subjects & 1u << AKK_SUBJECT_PLAN) != 0 && !adopts_plan (duties, meeting->id))
        first = count_day (self, meeting->date, meeting->held, first, today);
    }
  }
  return first;
}

/* Those of a year (0: all). A plan that no meeting is known of was adopted in time. Returns the day
 * of the first meeting that is to deal with one. */
static gint64
count_plans (AkkObligation *self, const AkkDuties *duties, int year, AkkWeighing *weighing)
{
  AkkObligation adopted = { .from = AKK_NO_DATE, .to = self->to };
  gint64 first, other = AKK_NO_DATE;

  self->held = self->planned = 0;
  first = count_items (self, duties, weighing->day);
  for (guint i = 0; i < duties->plans->len; i++) {
    const AkkDutyPlan *plan = &g_array_index (duties->plans, AkkDutyPlan, i);
    const AkkDutyMeeting *meeting = find_meeting (duties, plan->meeting_id);

    if (year != 0 && (plan->first_year > year || plan->last_year < year))
      continue;
    if (meeting == NULL)
      adopted.held++;
    else
      other = count_day (&adopted, meeting->date, TRUE, other, weighing->day);
  }
  /* One plan, and one for each priority, are the plan of a year all the same. */
  self->held += MIN (adopted.held, 1);
  self->planned += adopted.held == 0 ? MIN (adopted.planned, 1) : 0;
  return first == AKK_NO_DATE || (other != AKK_NO_DATE && other < first) ? other : first;
}

static void
say_when (AkkObligation *self, gint64 next, AkkWeighing *weighing)
{
  const char *date = NULL;

  if (self->status == AKK_OBLIGATION_PLANNED) {
    date = akk_duty_day (weighing, next);
    self->next_step = akk_duty_words (_ ("On the agenda of %s"), date);
  } else if (self->status == AKK_OBLIGATION_DUE) {
    date = akk_duty_day (weighing, self->due);
    self->next_step = akk_duty_words (_ ("To be approved by %s"), date);
  }
}

void
akk_duties_add_plans (AkkWeighing *weighing, const AkkDuties *duties)
{
  const AkkFrequency yearly = { 1, 12, AKK_BASIS_CALENDAR, FALSE, duties->plan_section_id };
  g_autoptr (GArray) windows =
      duties->yearly_plan ? akk_duty_windows (&yearly, duties, weighing->day) : NULL;

  for (guint i = 0; windows != NULL && i < windows->len; i++) {
    const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, i);
    AkkObligation *self;
    gint64 next;
    int year;

    if (window->required == 0)
      continue;
    akk_date_to_ymd (window->to, &year, NULL, NULL);
    self = akk_obligation_add (weighing, AKK_OBLIGATION_PLAN, duties, NULL);
    self->title = akk_duty_words (_ ("Action plan %d"), year);
    self->requirement = g_ref_string_new (_ ("an action plan every year"));
    self->source = g_ref_string_acquire (duties->plan_source);
    self->section_id = duties->plan_section_id;
    self->from = window->from;
    self->to = self->due = window->to;
    self->required = 1;
    next = count_plans (self, duties, year, weighing);
    self->status = akk_obligation_weigh (self, weighing->day);
    say_when (self, next, weighing);
  }
}

void
akk_duties_add_first_plan (AkkWeighing *weighing, const AkkDuties *duties)
{
  AkkObligation late = { .from = AKK_NO_DATE, .to = AKK_NO_DATE };
  AkkObligation *self;
  int months = (int) duties->first_plan_months;
  gint64 next;

  if (months <= 0)
    return;
  self = akk_obligation_add (weighing, AKK_OBLIGATION_FIRST_PLAN, duties, NULL);
  self->title = g_ref_string_new (_ ("First action plan"));
  self->requirement =
      akk_duty_words (ngettext ("within %d month of the last signature",
                                "within %d months of the last signature", (gulong) months),
                      months);
  self->source = g_ref_string_acquire (duties->first_plan_source);
  self->section_id = duties->first_plan_section_id;
  self->required = 1;
  if (duties->signed_on != AKK_NO_DATE && duties->signed_on <= weighing->day)
    self->to = self->due = akk_date_add_months (duties->signed_on, months);
  /* A plan that was approved before the last one signed counts too. */
  next = count_plans (self, duties, 0, weighing);
  if (self->due == AKK_NO_DATE) {
    self->status = self->held > 0 ? AKK_OBLIGATION_MET : AKK_OBLIGATION_FUTURE;
    return;
  }
  self->from = duties->signed_on;
  self->status = akk_obligation_weigh (self, weighing->day);
  say_when (self, next, weighing);
  /* One that came too late leaves nothing to do. */
  count_plans (&late, duties, 0, weighing);
  if (self->status == AKK_OBLIGATION_MISSED && late.held == 0)
    self->next_step = g_ref_string_new (_ ("Have it approved as soon as possible"));
}

void
akk_duties_add_end (AkkWeighing *weighing, const AkkDuties *duties)
{
  AkkObligation *self;
  gboolean near;

  if (duties->end == AKK_NO_DATE)
    return;
  near = akk_date_add_months (weighing->day, END_MONTHS) >= duties->end;
  self = akk_obligation_add (weighing, AKK_OBLIGATION_END, duties, NULL);
  self->title = g_ref_string_new (_ ("End of the agreement"));
  self->requirement = g_ref_string_new (_ ("ends unless it is followed by another"));
  self->source = g_ref_string_acquire (duties->term_source);
  self->section_id = duties->term_section_id;
  self->from = duties->start;
  self->to = self->due = duties->end;
  if (duties->succeeded || weighing->day > duties->end || duties->ended) {
    self->status = AKK_OBLIGATION_MET;
  } else if (duties->successor_id != 0) {
    self->status = AKK_OBLIGATION_PLANNED;
    self->next_step = g_ref_string_new (_ ("The agreement that follows is being prepared"));
  } else if (near) {
    self->status = AKK_OBLIGATION_DUE;
    self->next_step = g_ref_string_new (_ ("Prepare the agreement that follows"));
  } else {
    self->status = AKK_OBLIGATION_FUTURE;
  }
}

/* Notice is a right, so it is never missed: once its day is over, nothing is left to do. */
static void
weigh_notice (AkkObligation *self, const AkkDuties *duties, AkkWeighing *weighing)
{
  const char *date = NULL;

  if (duties->ended || self->due < weighing->day) {
    self->status = AKK_OBLIGATION_MET;
    return;
  }
  date = akk_duty_day (weighing, self->due);
  if (duties->indefinite) {
    self->status = AKK_OBLIGATION_FUTURE;
    self->next_step = akk_duty_words (_ ("Notice given today ends it on %s"), date);
    return;
  }
  self->status = akk_date_add_months (weighing->day, NOTICE_MONTHS) >= self->due
                     ? AKK_OBLIGATION_DUE
                     : AKK_OBLIGATION_FUTURE;
  if (self->status == AKK_OBLIGATION_DUE)
    self->next_step = akk_duty_words (_ ("Who wants to leave gives notice by %s"), date);
}

void
akk_duties_add_notice (AkkWeighing *weighing, const AkkDuties *duties)
{
  AkkObligation *self;
  int months = (int) duties->notice_months;

  if (months <= 0 || (!duties->indefinite && duties->end == AKK_NO_DATE))
    return;
  self = akk_obligation_add (weighing, AKK_OBLIGATION_NOTICE, duties, NULL);
  self->title = g_ref_string_new (_ ("Notice"));
  self->requirement = akk_duty_words (
      ngettext ("%d month of notice", "%d months of notice", (gulong) months), months);
  self->source = g_ref_string_acquire (duties->term_source);
  self->section_id = duties->term_section_id;
  if (duties->indefinite) {
    self->from = weighing->day;
    self->to = self->due = akk_date_add_months (weighing->day, months);
  } else {
    self->from = duties->start;
    self->to = self->due = akk_date_add_months (duties->end, -months);
  }
  weigh_notice (self, duties, weighing);
}
