/* What is handed over: the days that ask for something.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/handover-private.h"

#include "core/meetings.h"

void
akk_handover_date_free (gpointer date)
{
  AkkHandoverDate *self = date;

  g_clear_object (&self->meeting);
  g_clear_object (&self->body);
  g_free (self);
}

static AkkHandoverDate *
add_date (AkkHandover *self, gint64 day, gint64 meeting_id, gint64 body_id)
{
  AkkHandoverDate *date = g_new0 (AkkHandoverDate, 1);

  date->day = day;
  date->late = day != AKK_NO_DATE && day < self->day;
  date->meeting =
      meeting_id != 0 ? akk_store_get (self->store, &akk_meeting_record, meeting_id) : NULL;
  date->body = body_id != 0 ? akk_store_get (self->store, &akk_body_record, body_id) : NULL;
  g_ptr_array_add (self->dates, date);
  return date;
}

/* What one sees coming from afar: it takes more than three months to prepare. */
static gboolean
is_far (const AkkObligation *duty)
{
  return duty->kind == AKK_OBLIGATION_END || duty->kind == AKK_OBLIGATION_NOTICE ||
         duty->kind == AKK_OBLIGATION_FIRST_PLAN;
}

static gboolean
is_wanted (const AkkHandover *self, const AkkObligation *duty)
{
  /* The meetings that would meet it, or approve it, are dates themselves; of an agreement of
   * indefinite duration notice has no day of its own. */
  gboolean planned = duty->status == AKK_OBLIGATION_PLANNED;

  if ((duty->kind == AKK_OBLIGATION_MEETING && (planned || duty->required <= 0)) ||
      (duty->kind == AKK_OBLIGATION_MINUTES && planned) ||
      (duty->kind == AKK_OBLIGATION_NOTICE && self->agreement->indefinite))
    return FALSE;
  switch (duty->status) {
  case AKK_OBLIGATION_MET:
    return FALSE;
  case AKK_OBLIGATION_MISSED:
    return *duty->next_step != '\0'; /* else nothing can be done about it */
  case AKK_OBLIGATION_FUTURE:
    return is_far (duty);
  default:
    return is_far (duty) || duty->due == AKK_NO_DATE || duty->due <= self->until;
  }
}

static void
add_duties (AkkHandover *self)
{
  g_autoptr (GPtrArray) all = akk_obligations_new (self->store, self->agreement, self->day);

  self->obligations = akk_obligations_gathered (all, TRUE);
  for (guint i = 0; i < self->obligations->len; i++) {
    const AkkObligation *duty = self->obligations->pdata[i];
    AkkHandoverDate *date;
    if (!is_wanted (self, duty))
      continue;
    date = add_date (self, duty->due, duty->meeting_id, duty->body_id);
    date->duty = duty;
    date->late = duty->status == AKK_OBLIGATION_MISSED;
  }
}

static void
add_meetings (AkkHandover *self)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (self->store, self->agreement->record.id, 0);

  for (guint i = 0; i < meetings->len; i++) {
    const AkkMeeting *meeting = meetings->pdata[i];
    if (akk_meeting_ahead (meeting))
      add_date (self, meeting->date, meeting->record.id, meeting->body_id);
  }
}

/* Late, without a day, ahead. */
static int
rank (const AkkHandoverDate *date)
{
  return date->late ? 0 : date->day == AKK_NO_DATE ? 1 : 2;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const AkkHandoverDate *one = *(const AkkHandoverDate *const *) a;
  const AkkHandoverDate *other = *(const AkkHandoverDate *const *) b;

  if (rank (one) != rank (other))
    return rank (one) - rank (other);
  return one->day < other->day ? -1 : one->day > other->day;
}

void
akk_handover_read_dates (AkkHandover *self)
{
  add_meetings (self);
  add_duties (self);
  g_ptr_array_sort (self->dates, compare_dates);
}
