/* The page Overleg: what is said of meetings, kept as long as it is true.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page-private.h"

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/attendance.h"
#include "core/decision.h"
#include "core/signal.h"
#include "core/store-values.h"
#include "ui/consultation-words.h"

/* A step that touches more is a new beginning. */
#define MOST_TOUCHED 200

static void
forget (AkkConsultationPage *self, gint64 meeting_id)
{
  g_hash_table_remove (self->facts, &meeting_id);
}

static void
forget_item (AkkConsultationPage *self, gint64 id)
{
  g_autoptr (AkkAgendaItem) item = akk_store_get (self->store, &akk_agenda_item_record, id);

  if (item != NULL)
    forget (self, item->meeting_id);
}

/* Of what belongs to one meeting: that one, and the one that it came from. FALSE: what was touched
 * may matter to all. */
static gboolean
forget_touched (AkkConsultationPage *self, const AkkTouch *touch)
{
  g_autoptr (AkkRecord) record = akk_store_get (self->store, touch->type, touch->id);
  gboolean moved = touch->field != NULL && touch->field->kind == AKK_FIELD_REF;

  if (record == NULL)
    return FALSE;
  if (touch->type == &akk_meeting_record) {
    forget (self, touch->id);
    return !moved;
  }
  if (touch->type == &akk_agenda_item_record)
    forget (self, ((AkkAgendaItem *) record)->meeting_id);
  else if (touch->type == &akk_attendance_record)
    forget (self, ((AkkAttendance *) record)->meeting_id);
  else if (touch->type == &akk_decision_record)
    forget (self, ((AkkDecision *) record)->meeting_id);
  else if (touch->type == &akk_action_record)
    forget_item (self, ((AkkAction *) record)->item_id);
  else if (touch->type == &akk_signal_record)
    forget_item (self, ((AkkSignal *) record)->item_id);
  else
    return FALSE;
  return !moved;
}

void
akk_consultation_page_follow_facts (AkkConsultationPage *self)
{
  gint64 step = akk_store_get_last_step (self->store);
  g_autoptr (GArray) touches = NULL;
  gboolean known = self->facts_day == self->today;

  if (known && step != self->facts_step) {
    touches = akk_store_touched (self->store, self->facts_step, MOST_TOUCHED);
    known = touches != NULL;
    for (guint i = 0; known && i < touches->len; i++)
      known = forget_touched (self, &g_array_index (touches, AkkTouch, i));
  }
  if (!known)
    g_hash_table_remove_all (self->facts);
  self->facts_step = step;
  self->facts_day = self->today;
}

const char *
akk_consultation_page_facts (AkkConsultationPage *self, AkkMeeting *meeting)
{
  char *facts = g_hash_table_lookup (self->facts, &meeting->record.id);

  if (facts == NULL) {
    facts = akk_meeting_facts (self->store, meeting, self->today);
    g_hash_table_insert (self->facts, g_memdup2 (&meeting->record.id, sizeof meeting->record.id),
                         facts);
  }
  return facts;
}
