/* What bodies owe: meetings, the yearly evaluation, minutes that are approved.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/agenda-item.h"
#include "core/dates.h"
#include "core/obligations-private.h"

#define MEETING(body, i) (&g_array_index ((body)->meetings, AkkDutyMeeting, i))

/* --- Meetings --- */

/* All rules, the one that counts first. */
static char *
requirement (const GArray *rules, const AkkFrequency *strictest)
{
  char *words = akk_duty_rhythm (strictest);

  for (guint i = 0; i < rules->len; i++) {
    const AkkFrequency *rule = &g_array_index (rules, AkkFrequency, i);
    g_autofree char *first = NULL;
    char *other;

    if (rule == strictest)
      continue;
    other = akk_duty_rhythm (rule);
    first = g_strdup (words);
    g_ref_string_release (words);
    /* Translators: the rule that counts, and one that asks for less. */
    words = akk_duty_words (_ ("%s (also: %s)"), first, other);
    g_ref_string_release (other);
  }
  return words;
}

/* A meeting that was planned in the window and whose day is over without anybody saying that it was
 * held; AKK_NO_DATE for none. */
static gint64
unnoted (const AkkDutyBody *body, gint64 from, gint64 to, gint64 day)
{
  for (guint i = 0; i < body->meetings->len; i++) {
    const AkkDutyMeeting *meeting = MEETING (body, i);

    if (!meeting->held && meeting->date >= from && meeting->date <= to && meeting->date < day)
      return meeting->date;
  }
  return AKK_NO_DATE;
}

static void
say_what_to_do (AkkObligation *self, const AkkDutyBody *body, gint64 next, AkkWeighing *weighing)
{
  gboolean open = self->status == AKK_OBLIGATION_DUE || self->status == AKK_OBLIGATION_MISSED;
  gint64 over = open ? unnoted (body, self->from, self->to, weighing->day) : AKK_NO_DATE;
  const char *date;
  int missing = (int) (self->required - self->held - self->planned);

  if (over != AKK_NO_DATE) {
    date = akk_duty_day (weighing, over);
    self->next_step = akk_duty_words (_ ("Note whether the meeting of %s was held"), date);
  } else if (self->status == AKK_OBLIGATION_PLANNED) {
    date = akk_duty_day (weighing, next);
    self->next_step = akk_duty_words (_ ("Planned on %s"), date);
  } else if (self->status == AKK_OBLIGATION_DUE) {
    date = akk_duty_day (weighing, self->due);
    self->next_step = akk_duty_words (ngettext ("%d more by %s", "%d more by %s", (gulong) missing),
                                      missing, date);
  }
}

/* A body without a number: only a reminder. */
static void
add_reminder (AkkWeighing *weighing, const AkkDuties *duties, const AkkDutyBody *body)
{
  AkkObligation *self = akk_obligation_add (weighing, AKK_OBLIGATION_MEETING, duties, body);
  const char *date = NULL;
  gint64 next;

  self->title = g_ref_string_acquire (body->name);
  self->requirement = *body->rhythm != '\0' ? g_ref_string_acquire (body->rhythm)
                                            : g_ref_string_new (_ ("regularly"));
  self->source = g_ref_string_acquire (body->source);
  self->section_id = body->section_id;
  next = akk_obligation_count_meetings (self, body, 0, weighing->day);
  self->status = self->planned > 0 ? AKK_OBLIGATION_PLANNED : AKK_OBLIGATION_FUTURE;
  if (next != AKK_NO_DATE) {
    date = akk_duty_day (weighing, next);
    self->next_step = akk_duty_words (_ ("Planned on %s"), date);
  } else if (duties->ended || (duties->end != AKK_NO_DATE && duties->end < weighing->day)) {
    self->status = AKK_OBLIGATION_MET;
  } else {
    self->next_step = g_ref_string_new (_ ("No number is agreed: meet when there is reason to"));
  }
}

/* The term has no start yet: what is owed is known, but not when. */
static void
add_unstarted (AkkWeighing *weighing,
               const AkkDuties *duties,
               const AkkDutyBody *body,
               const AkkFrequency *rule)
{
  AkkObligation *self = akk_obligation_add (weighing, AKK_OBLIGATION_MEETING, duties, body);

  self->title = g_ref_string_acquire (body->name);
  self->requirement = requirement (body->frequencies, rule);
  self->source = g_ref_string_acquire (body->source);
  self->section_id = rule->section_id;
  self->derived = rule->derived;
  self->required = rule->times;
  self->status = AKK_OBLIGATION_FUTURE;
}

void
akk_duties_add_meetings (AkkWeighing *weighing, const AkkDuties *duties, const AkkDutyBody *body)
{
  const AkkFrequency *rule = akk_frequency_strictest (body->frequencies);
  g_autoptr (GArray) windows = rule != NULL ? akk_duty_windows (rule, duties, weighing->day) : NULL;
  char *words;

  if (rule == NULL) {
    add_reminder (weighing, duties, body);
    return;
  }
  if (duties->start == AKK_NO_DATE) {
    add_unstarted (weighing, duties, body, rule);
    return;
  }
  words = requirement (body->frequencies, rule);
  for (guint i = 0; i < windows->len; i++) {
    const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, i);
    AkkObligation *self = akk_obligation_add (weighing, AKK_OBLIGATION_MEETING, duties, body);
    gint64 next;

    self->title = g_ref_string_acquire (body->name);
    self->requirement = g_ref_string_acquire (words);
    self->source = g_ref_string_acquire (body->source);
    self->section_id = rule->section_id;
    self->derived = rule->derived;
    self->from = window->from;
    self->to = self->due = window->to;
    self->required = window->required;
    next = akk_obligation_count_meetings (self, body, 0, weighing->day);
    self->status = akk_obligation_weigh (self, weighing->day);
    say_what_to_do (self, body, next, weighing);
  }
  g_ref_string_release (words);
}

/* --- The evaluation --- */

static char *
evaluation_title (int year)
{
  if (year == 0)
    return g_ref_string_new (_ ("Yearly evaluation"));
  return akk_duty_words (_ ("Evaluation %d"), year);
}

static gboolean
is_adopted (const AkkDutyReport *report, gint64 day)
{
  return report->adopted_on != AKK_NO_DATE && report->adopted_on <= day;
}

/* Of a meeting that adopted reports: one of this year (0: any). TRUE when it adopted none. */
static gboolean
may_count (const AkkDuties *duties, gint64 meeting_id, int year)
{
  gboolean other = FALSE;

  for (guint i = 0; year != 0 && i < duties->reports->len; i++) {
    const AkkDutyReport *report = &g_array_index (duties->reports, AkkDutyReport, i);

    if (report->meeting_id != meeting_id || report->adopted_on == AKK_NO_DATE)
      continue;
    if (report->year == year)
      return TRUE;
    other = TRUE;
  }
  return !other;
}

static const AkkDutyMeeting *
evaluating (const AkkObligation *self, const AkkDutyBody *body, guint i, gint64 day)
{
  const AkkDutyMeeting *meeting = MEETING (body, i);

  return meeting->held && meeting->date <= day && meeting->date >= self->from &&
                 meeting->date <= self->to && (meeting->deals & 1u << AKK_SUBJECT_EVALUATION) != 0
             ? meeting
             : NULL;
}

/* The year of a report counts, whenever and wherever it was adopted; where windows are no calendar
 * years (`year` 0), the day on which it was. A meeting that deals with it is no second one. */
static void
count_reports (
    AkkObligation *self, const AkkDuties *duties, const AkkDutyBody *body, int year, gint64 day)
{
  gboolean adopted = FALSE;

  for (guint i = 0; i < duties->reports->len; i++) {
    const AkkDutyReport *report = &g_array_index (duties->reports, AkkDutyReport, i);
    gboolean done = is_adopted (report, day), counted = FALSE;

    if (year != 0 ? report->year != year
                  : !done || report->adopted_on < self->from || report->adopted_on > self->to)
      continue;
    if (self->evaluation_id == 0 || done)
      self->evaluation_id = report->id;
    for (guint k = 0; k < body->meetings->len && !counted; k++)
      counted = report->meeting_id == MEETING (body, k)->id && evaluating (self, body, k, day);
    adopted |= done && !counted;
  }
  for (guint k = 0; k < body->meetings->len; k++) {
    const AkkDutyMeeting *meeting = evaluating (self, body, k, day);

    self->held -= meeting != NULL && !may_count (duties, meeting->id, year);
  }
  self->held += adopted;
}

/* A meeting of the window that could still take the evaluation on its agenda. */
static gint64
next_meeting (const AkkObligation *self, const AkkDutyBody *body, gint64 day)
{
  for (guint i = 0; i < body->meetings->len; i++) {
    const AkkDutyMeeting *meeting = MEETING (body, i);

    if (!meeting->held && meeting->date >= MAX (day, self->from) && meeting->date <= self->to)
      return meeting->date;
  }
  return AKK_NO_DATE;
}

static void
say_how_to_evaluate (AkkObligation *self,
                     const AkkDutyBody *body,
                     gint64 next,
                     AkkWeighing *weighing)
{
  const char *date = NULL;

  if (self->status == AKK_OBLIGATION_PLANNED) {
    date = akk_duty_day (weighing, next);
    self->next_step = akk_duty_words (_ ("Planned on %s"), date);
    return;
  }
  if (self->status != AKK_OBLIGATION_DUE)
    return;
  next = next_meeting (self, body, weighing->day);
  date = akk_duty_day (weighing, next != AKK_NO_DATE ? next : self->due);
  self->next_step = akk_duty_words (next != AKK_NO_DATE ? _ ("Put it on the agenda of %s")
                                                        : _ ("Plan a meeting for it by %s"),
                                    date);
}

void
akk_duties_add_evaluations (AkkWeighing *weighing, const AkkDuties *duties, const AkkDutyBody *body)
{
  const AkkFrequency *rule = NULL;
  g_autoptr (GArray) windows = NULL;
  char *words;

  for (guint i = 0; i < body->frequencies->len; i++)
    if (g_array_index (body->frequencies, AkkFrequency, i).derived)
      rule = &g_array_index (body->frequencies, AkkFrequency, i);
  if (rule == NULL)
    return;
  windows = akk_duty_windows (rule, duties, weighing->day);
  words = g_ref_string_new (_ ("evaluate every year"));
  for (guint i = 0; i < windows->len; i++) {
    const AkkFrequencyWindow *window = &g_array_index (windows, AkkFrequencyWindow, i);
    AkkObligation *self;
    gint64 next;
    int year = 0;

    if (window->required == 0)
      continue;
    if (rule->basis == AKK_BASIS_CALENDAR)
      akk_date_to_ymd (window->to, &year, NULL, NULL);
    self = akk_obligation_add (weighing, AKK_OBLIGATION_EVALUATION, duties, body);
    self->title = evaluation_title (year);
    self->requirement = g_ref_string_acquire (words);
    self->source = g_ref_string_acquire (body->evaluation_source);
    self->section_id = rule->section_id;
    self->from = window->from;
    self->to = self->due = window->to;
    self->required = window->required;
    next = akk_obligation_count_meetings (self, body, 1u << AKK_SUBJECT_EVALUATION, weighing->day);
    count_reports (self, duties, body, year, weighing->day);
    self->status = akk_obligation_weigh (self, weighing->day);
    say_how_to_evaluate (self, body, next, weighing);
  }
  g_ref_string_release (words);
}

/* --- Minutes --- */

/* The next meeting that was held or is ahead. */
static const AkkDutyMeeting *
following (const AkkDutyBody *body, guint index, gint64 day)
{
  for (guint i = index + 1; i < body->meetings->len; i++) {
    const AkkDutyMeeting *meeting = MEETING (body, i);

    if (meeting->held || meeting->date >= day)
      return meeting;
  }
  return NULL;
}

static void
weigh_minutes (AkkObligation *self,
               const AkkDutyMeeting *meeting,
               const AkkDutyMeeting *next,
               AkkWeighing *weighing)
{
  gint64 planned =
      meeting->approved_on != AKK_NO_DATE ? meeting->approved_on : meeting->approving_on;
  const char *date = NULL;

  if (meeting->approved_on != AKK_NO_DATE && meeting->approved_on <= weighing->day) {
    self->status = AKK_OBLIGATION_MET;
  } else if (planned != AKK_NO_DATE && planned >= weighing->day) {
    self->status = AKK_OBLIGATION_PLANNED;
    date = akk_duty_day (weighing, planned);
    self->next_step = akk_duty_words (_ ("On the agenda of %s"), date);
  } else if (self->due == AKK_NO_DATE) {
    self->status = AKK_OBLIGATION_DUE;
    self->next_step =
        g_ref_string_new (_ ("Plan the next meeting, or have them approved in writing"));
  } else if (self->due >= weighing->day) {
    self->status = AKK_OBLIGATION_DUE;
    date = akk_duty_day (weighing, self->due);
    self->next_step = akk_duty_words (next->held && next->date == weighing->day
                                          ? _ ("Note whether they were approved on %s")
                                          : _ ("Put it on the agenda of %s"),
                                      date);
  } else {
    self->status = AKK_OBLIGATION_MISSED;
    self->next_step = g_ref_string_new (_ ("Put them on the agenda of the next meeting"));
  }
}

void
akk_duties_add_minutes (AkkWeighing *weighing, const AkkDuties *duties, const AkkDutyBody *body)
{
  char *words = g_ref_string_new (_ ("approved at the next meeting"));

  for (guint i = 0; i < body->meetings->len; i++) {
    const AkkDutyMeeting *meeting = MEETING (body, i), *next;
    AkkObligation *self;
    const char *date = NULL;

    if (!meeting->held || meeting->date > weighing->day)
      continue;
    next = following (body, i, weighing->day);
    date = akk_duty_day (weighing, meeting->date);
    self = akk_obligation_add (weighing, AKK_OBLIGATION_MINUTES, duties, body);
    self->meeting_id = meeting->id;
    self->title = akk_duty_words (_ ("Minutes of %s, %s"), body->name, date);
    self->requirement = g_ref_string_acquire (words);
    self->source = g_ref_string_new ("");
    self->from = meeting->date;
    self->to = self->due = next != NULL ? next->date : AKK_NO_DATE;
    weigh_minutes (self, meeting, next, weighing);
  }
  g_ref_string_release (words);
}
