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

/* Whichever body dealt with the plan. Returns the day of the first meeting that is to. */
static gint64
count_plans (AkkObligation *self, const AkkDuties *duties, AkkWeighing *weighing)
{
  gint64 first = AKK_NO_DATE;

  self->held = self->planned = 0;
  for (guint i = 0; i < duties->bodies->len; i++) {
    AkkObligation counted = { .from = self->from, .to = self->to };
    gint64 next = akk_obligation_count_meetings (&counted, duties->bodies->pdata[i],
                                                 1u << AKK_SUBJECT_PLAN, weighing->day);

    self->held += counted.held;
    self->planned += counted.planned;
    if (next != AKK_NO_DATE && (first == AKK_NO_DATE || next < first))
      first = next;
  }
  return first;
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
    next = count_plans (self, duties, weighing);
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
  next = count_plans (self, duties, weighing);
  if (self->due == AKK_NO_DATE) {
    self->status = self->held > 0 ? AKK_OBLIGATION_MET : AKK_OBLIGATION_FUTURE;
    return;
  }
  self->from = duties->signed_on;
  self->status = akk_obligation_weigh (self, weighing->day);
  say_when (self, next, weighing);
  /* One that came too late leaves nothing to do. */
  count_plans (&late, duties, weighing);
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
