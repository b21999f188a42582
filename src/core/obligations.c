/* Everything that an agreement says must happen in time, and how it stands on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/obligations.h"

#include "core/obligations-private.h"

const char *const akk_obligation_kinds[] = {
  "meeting", "evaluation", "plan", "first-plan", "end", "notice", "minutes", NULL,
};

const char *const akk_obligation_statuses[] = {
  "met", "planned", "due", "missed", "future", NULL,
};

void
akk_obligation_free (AkkObligation *self)
{
  g_ref_string_release (self->title);
  g_ref_string_release (self->source);
  g_ref_string_release (self->requirement);
  g_ref_string_release (self->next_step);
  g_free (self);
}

AkkObligation *
akk_obligation_add (AkkWeighing *weighing,
                    AkkObligationKind kind,
                    const AkkDuties *duties,
                    const AkkDutyBody *body)
{
  AkkObligation *self = g_new0 (AkkObligation, 1);

  self->kind = kind;
  self->agreement_id = duties->id;
  self->body_id = body != NULL ? body->id : 0;
  self->required = self->held = self->planned = -1;
  self->from = self->to = self->due = AKK_NO_DATE;
  g_ptr_array_add (weighing->obligations, self);
  return self;
}

AkkObligationStatus
akk_obligation_weigh (const AkkObligation *self, gint64 day)
{
  if (self->held >= self->required)
    return self->required == 0 && day < self->from ? AKK_OBLIGATION_FUTURE : AKK_OBLIGATION_MET;
  if (day > self->to)
    return AKK_OBLIGATION_MISSED;
  if (self->held + self->planned >= self->required)
    return AKK_OBLIGATION_PLANNED;
  return day < self->from ? AKK_OBLIGATION_FUTURE : AKK_OBLIGATION_DUE;
}

/* Of a rolling rule the window that ends on the day; while none lies wholly inside the term, the
 * first that will, and afterwards the last that did. */
GArray *
akk_duty_windows (const AkkFrequency *rule, const AkkDuties *duties, gint64 day)
{
  gint64 until = day, first;
  GArray *windows;

  if (rule->basis == AKK_BASIS_ROLLING && duties->start != AKK_NO_DATE) {
    first = akk_date_add_months (duties->start, rule->period_months);
    until = first != AKK_NO_DATE ? MAX (day, first - 1) : day;
    if (duties->end != AKK_NO_DATE)
      until = MIN (until, duties->end);
  }
  windows = akk_frequency_windows (rule, duties->start, duties->end, until);
  if (rule->basis == AKK_BASIS_ROLLING && windows->len == 0 && duties->start != AKK_NO_DATE &&
      duties->end >= duties->start) {
    AkkFrequencyWindow whole = { duties->start, duties->end, 0 };

    g_array_append_val (windows, whole);
  }
  return windows;
}

/* What was held on that day, and what was then still ahead. */
gint64
akk_obligation_count_meetings (AkkObligation *self,
                               const AkkDutyBody *body,
                               guint subject,
                               gint64 day)
{
  gint64 first = AKK_NO_DATE;

  self->held = self->planned = 0;
  for (guint i = 0; i < body->meetings->len; i++) {
    const AkkDutyMeeting *meeting = &g_array_index (body->meetings, AkkDutyMeeting, i);
    guint subjects = meeting->held ? meeting->deals : meeting->brings;

    if (meeting->date < self->from || (self->to != AKK_NO_DATE && meeting->date > self->to) ||
        (subject != 0 && (subjects & subject) == 0))
      continue;
    if (meeting->held && meeting->date <= day) {
      self->held++;
    } else if (meeting->date >= day) {
      self->planned++;
      first = first == AKK_NO_DATE ? meeting->date : first;
    }
  }
  return first;
}

static void
weigh_agreement (AkkWeighing *weighing, const AkkDuties *duties)
{
  for (guint i = 0; i < duties->bodies->len; i++)
    akk_duties_add_meetings (weighing, duties, duties->bodies->pdata[i]);
  for (guint i = 0; i < duties->bodies->len; i++)
    akk_duties_add_evaluations (weighing, duties, duties->bodies->pdata[i]);
  akk_duties_add_plans (weighing, duties);
  akk_duties_add_first_plan (weighing, duties);
  akk_duties_add_end (weighing, duties);
  akk_duties_add_notice (weighing, duties);
  for (guint i = 0; i < duties->bodies->len; i++)
    akk_duties_add_minutes (weighing, duties, duties->bodies->pdata[i]);
}

GPtrArray *
akk_duties_weigh (const GPtrArray *duties, gint64 day)
{
  GPtrArray *obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_obligation_free);
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  AkkWeighing weighing = { obligations, day, days };
  char *nothing = g_ref_string_new ("");

  for (guint i = 0; i < duties->len; i++)
    weigh_agreement (&weighing, duties->pdata[i]);
  for (guint i = 0; i < obligations->len; i++) {
    AkkObligation *self = obligations->pdata[i];

    if (self->next_step == NULL)
      self->next_step = g_ref_string_acquire (nothing);
  }
  g_ref_string_release (nothing);
  return obligations;
}

/* --- Public --- */

GPtrArray *
akk_obligations_new (AkkStore *store, AkkAgreement *agreement, gint64 day)
{
  g_autoptr (GPtrArray) duties = akk_duties_collect (store, agreement);

  return akk_duties_weigh (duties, day);
}

const AkkObligation *
akk_obligations_of_body (const GPtrArray *obligations, gint64 body_id, gint64 day)
{
  const AkkObligation *near = NULL;

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *self = obligations->pdata[i];

    if (self->kind != AKK_OBLIGATION_MEETING || self->body_id != body_id || self->required < 0 ||
        self->from == AKK_NO_DATE)
      continue;
    if (day >= self->from && day <= self->to)
      return self;
    /* Before the term its first window, after it the last one. */
    if (near == NULL || near->to < day)
      near = self;
  }
  return near;
}

guint
akk_obligations_count (const GPtrArray *obligations, gint64 day, gint64 days)
{
  guint n = 0;

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *self = obligations->pdata[i];

    if (self->status == AKK_OBLIGATION_MISSED)
      n += *self->next_step != '\0';
    else if (self->status == AKK_OBLIGATION_DUE)
      n += self->due != AKK_NO_DATE && self->due <= day + days;
  }
  return n;
}

gint64
akk_notice_end (const AkkAgreement *agreement, gint64 day)
{
  return agreement->notice_months > 0 ? akk_date_add_months (day, agreement->notice_months)
                                      : AKK_NO_DATE;
}
