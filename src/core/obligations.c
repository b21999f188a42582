/* Everything that an agreement says must happen in time, and how it stands on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/obligations.h"

#include "core/obligations-private.h"
#include "core/store-values.h"

const char *const akk_obligation_kinds[] = {
  "meeting", "evaluation", "plan", "first-plan", "end", "notice", "minutes", "figures", NULL,
};

const char *const akk_obligation_statuses[] = {
  "met", "planned", "due", "missed", "future", NULL,
};

static void
obligation_clear (AkkObligation *self)
{
  g_ref_string_release (self->title);
  g_ref_string_release (self->source);
  g_ref_string_release (self->requirement);
  g_ref_string_release (self->next_step);
}

/* What did not change since the day before stands in the next list too. */
void
akk_obligation_free (AkkObligation *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) obligation_clear);
}

AkkObligation *
akk_obligation_new (AkkObligationKind kind, gint64 agreement_id)
{
  AkkObligation *self = g_rc_box_new0 (AkkObligation);

  self->kind = kind;
  self->agreement_id = agreement_id;
  self->required = self->held = self->planned = -1;
  self->from = self->to = self->due = AKK_NO_DATE;
  return self;
}

AkkObligation *
akk_obligation_add (AkkWeighing *weighing,
                    AkkObligationKind kind,
                    const AkkDuties *duties,
                    const AkkDutyBody *body)
{
  AkkObligation *self = akk_obligation_new (kind, duties->id);

  self->body_id = body != NULL ? body->id : 0;
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

/* --- Weighing, part by part --- */

static void
begin_part (AkkWeighing *weighing, GPtrArray **part)
{
  *part = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_obligation_free);
  weighing->obligations = *part;
}

static void
weigh_body (AkkWeighing *weighing, const AkkDuties *duties, AkkDutyBody *body)
{
  begin_part (weighing, &body->weighed[AKK_DUTY_MEETINGS]);
  akk_duties_add_meetings (weighing, duties, body);
  begin_part (weighing, &body->weighed[AKK_DUTY_EVALUATIONS]);
  akk_duties_add_evaluations (weighing, duties, body);
  begin_part (weighing, &body->weighed[AKK_DUTY_MINUTES]);
  akk_duties_add_minutes (weighing, duties, body);
}

/* A body that is not weighed may have dealt with a plan. */
static void
weigh_agreement (AkkWeighing *weighing, AkkDuties *duties)
{
  gboolean same_day = duties->weighed != NULL && duties->weighed_on == weighing->day;
  gboolean same = same_day;

  if (!same_day || duties->weighed_figures == NULL) {
    akk_duty_drop_weighed (&duties->weighed_figures, 1);
    begin_part (weighing, &duties->weighed_figures);
    akk_duties_add_figures (weighing, duties);
  }

  for (guint i = 0; i < duties->bodies->len; i++) {
    AkkDutyBody *body = duties->bodies->pdata[i];

    if (same_day && body->weighed[AKK_DUTY_MEETINGS] != NULL)
      continue;
    akk_duty_drop_weighed (body->weighed, AKK_DUTY_N_PARTS);
    weigh_body (weighing, duties, body);
    same = FALSE;
  }
  if (same)
    return;
  akk_duty_drop_weighed (&duties->weighed, 1);
  begin_part (weighing, &duties->weighed);
  akk_duties_add_plans (weighing, duties);
  akk_duties_add_first_plan (weighing, duties);
  akk_duties_add_end (weighing, duties);
  akk_duties_add_notice (weighing, duties);
  duties->weighed_on = weighing->day;
}

static void
take_over (GPtrArray *obligations, const GPtrArray *part, char *nothing)
{
  for (guint i = 0; i < part->len; i++) {
    AkkObligation *self = part->pdata[i];

    if (self->next_step == NULL)
      self->next_step = g_ref_string_acquire (nothing);
    g_ptr_array_add (obligations, g_rc_box_acquire (self));
  }
}

static void
take_over_bodies (GPtrArray *obligations, const AkkDuties *duties, guint part, char *nothing)
{
  for (guint i = 0; i < duties->bodies->len; i++)
    take_over (obligations, ((const AkkDutyBody *) duties->bodies->pdata[i])->weighed[part],
               nothing);
}

GPtrArray *
akk_duties_weigh (const GPtrArray *duties, gint64 day)
{
  GPtrArray *obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_obligation_free);
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  AkkWeighing weighing = { NULL, day, days };
  char *nothing = g_ref_string_new_intern ("");

  for (guint i = 0; i < duties->len; i++) {
    AkkDuties *each = duties->pdata[i];

    weigh_agreement (&weighing, each);
    take_over_bodies (obligations, each, AKK_DUTY_MEETINGS, nothing);
    take_over_bodies (obligations, each, AKK_DUTY_EVALUATIONS, nothing);
    take_over (obligations, each->weighed, nothing);
    take_over_bodies (obligations, each, AKK_DUTY_MINUTES, nothing);
    take_over (obligations, each->weighed_figures, nothing);
  }
  g_ref_string_release (nothing);
  return obligations;
}

/* --- Kept with the store, so that all who ask after a step share one reckoning --- */

typedef struct {
  AkkDutyBook *book;
  gint64 step, day;
  GPtrArray *obligations; /* of all agreements */
} Kept;

static void
kept_free (Kept *self)
{
  g_clear_pointer (&self->book, akk_duty_book_free);
  g_clear_pointer (&self->obligations, g_ptr_array_unref);
  g_free (self);
}

static Kept *
kept_of (AkkStore *store)
{
  static GQuark quark = 0;
  Kept *self;

  if (quark == 0)
    quark = g_quark_from_static_string ("akk-obligations");
  self = g_object_get_qdata (G_OBJECT (store), quark);
  if (self == NULL) {
    self = g_new0 (Kept, 1);
    g_object_set_qdata_full (G_OBJECT (store), quark, self, (GDestroyNotify) kept_free);
  }
  return self;
}

static GPtrArray *
reckon (AkkStore *store, gint64 day)
{
  g_autoptr (AkkDutyBook) passing = NULL;
  Kept *kept = NULL;
  gint64 step = akk_store_get_last_step (store);

  /* Records may show what an open action will take back. */
  if (akk_store_acting (store)) {
    passing = akk_duty_book_new (store);
    return akk_duties_weigh (passing->duties, day);
  }
  kept = kept_of (store);
  if (kept->obligations != NULL && kept->step == step && kept->day == day)
    return g_ptr_array_ref (kept->obligations);
  if (kept->book != NULL && kept->step != step && !akk_duty_book_follow (kept->book, kept->step))
    g_clear_pointer (&kept->book, akk_duty_book_free);
  if (kept->book == NULL)
    kept->book = akk_duty_book_new (store);
  g_clear_pointer (&kept->obligations, g_ptr_array_unref);
  kept->obligations = akk_duties_weigh (kept->book->duties, day);
  kept->step = step;
  kept->day = day;
  return g_ptr_array_ref (kept->obligations);
}

/* --- Public --- */

GPtrArray *
akk_obligations_new (AkkStore *store, AkkAgreement *agreement, gint64 day)
{
  g_autoptr (GPtrArray) all = reckon (store, day);
  GPtrArray *own;

  if (agreement == NULL)
    return g_steal_pointer (&all);
  own = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_obligation_free);
  for (guint i = 0; i < all->len; i++)
    if (((const AkkObligation *) all->pdata[i])->agreement_id == agreement->record.id)
      g_ptr_array_add (own, g_rc_box_acquire (all->pdata[i]));
  return own;
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
  g_autoptr (GPtrArray) gathered = akk_obligations_gathered (obligations, FALSE);
  guint n = 0;

  for (guint i = 0; i < gathered->len; i++) {
    const AkkObligation *self = gathered->pdata[i];

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
