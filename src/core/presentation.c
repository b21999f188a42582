/* Presenting a meeting: what the room is shown one after the other, and how the time goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/presentation.h"

#include "core/agenda-private.h"
#include "core/attachment.h"
#include "core/bearing.h"

const AkkAgendaEntry *
akk_agenda_entry (const AkkAgenda *agenda, gint64 item_id)
{
  for (guint i = 0; i < agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = agenda->entries->pdata[i];

    if (entry->item->record.id == item_id)
      return entry;
  }
  return NULL;
}

/* --- What an item is about --- */

static gboolean
holds (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (AKK_RECORD (records->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* Adds the record, unless it is there already, or gone. */
static void
take (GPtrArray *records, AkkStore *store, const AkkRecordType *type, gint64 id)
{
  g_autoptr (AkkRecord) record =
      id != 0 && !holds (records, id) ? akk_store_get (store, type, id) : NULL;

  if (record != NULL && !record->deleted)
    g_ptr_array_add (records, g_steal_pointer (&record));
}

static void
take_bearing (GPtrArray *indicators, AkkStore *store, const char *ref, gint64 id)
{
  g_autoptr (GPtrArray) bearings = NULL;

  if (id == 0)
    return;
  bearings = akk_agenda_records (store, &akk_bearing_record, ref, id);
  for (guint i = 0; i < bearings->len; i++)
    take (indicators, store, &akk_indicator_record,
          ((const AkkBearing *) bearings->pdata[i])->indicator_id);
}

static void
take_dashboard (GPtrArray *indicators, AkkStore *store, gint64 agreement_id)
{
  g_autoptr (GPtrArray) all =
      akk_agenda_records (store, &akk_indicator_record, "agreement_id", agreement_id);

  for (guint i = 0; i < all->len; i++) {
    const AkkIndicator *indicator = all->pdata[i];

    if (indicator->dashboard)
      take (indicators, store, &akk_indicator_record, indicator->record.id);
  }
}

GPtrArray *
akk_item_indicators (AkkStore *store, const AkkAgenda *agenda, const AkkAgendaItem *item)
{
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AkkAction) action =
      item->action_id != 0 ? akk_store_get (store, &akk_action_record, item->action_id) : NULL;

  if (item->subject == AKK_SUBJECT_INDICATORS)
    take_dashboard (indicators, store, agenda->agreement->record.id);
  take (indicators, store, &akk_indicator_record, item->indicator_id);
  if (indicators->len == 0 && action != NULL)
    take_bearing (indicators, store, "action_id", action->record.id);
  if (indicators->len == 0 && action != NULL)
    take_bearing (indicators, store, "priority_id", action->priority_id);
  return indicators;
}

/* Those that were born where a decision was taken, or a signal raised. */
static void
take_born (GPtrArray *actions, AkkStore *store, const AkkRecordType *type, gint64 id)
{
  g_autoptr (AkkRecord) record = id != 0 ? akk_store_get (store, type, id) : NULL;
  gint64 item =
      record != NULL ? akk_record_get_int (record, akk_record_type_field (type, "item_id")) : 0;
  g_autoptr (GPtrArray) born = NULL;

  if (item == 0)
    return;
  born = akk_agenda_records (store, &akk_action_record, "item_id", item);
  for (guint i = 0; i < born->len; i++)
    take (actions, store, &akk_action_record, AKK_RECORD (born->pdata[i])->id);
}

GPtrArray *
akk_item_actions (AkkStore *store, const AkkAgendaEntry *entry)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func (g_object_unref);

  take (actions, store, &akk_action_record, entry->item->action_id);
  take_born (actions, store, &akk_decision_record, entry->item->decision_id);
  take_born (actions, store, &akk_signal_record, entry->item->signal_id);
  for (guint i = 0; i < entry->actions->len; i++)
    take (actions, store, &akk_action_record, AKK_RECORD (entry->actions->pdata[i])->id);
  return actions;
}

/* --- Slides --- */

static void
add_slide (GArray *slides, AkkSlideKind kind, gint64 item_id, gint64 record)
{
  AkkSlide slide = { kind, item_id, record };

  g_array_append_val (slides, slide);
}

static void
add_charts (GArray *slides, AkkStore *store, const AkkAgenda *agenda, const AkkAgendaItem *item)
{
  g_autoptr (GPtrArray) indicators = akk_item_indicators (store, agenda, item);

  for (guint i = 0; i < indicators->len; i++)
    add_slide (slides, AKK_SLIDE_CHART, item->record.id, AKK_RECORD (indicators->pdata[i])->id);
}

/* What an item shows because of what it does for the agreement. */
static void
add_subject (GArray *slides, const AkkAgendaItem *item)
{
  gint64 id = item->record.id;

  if (item->approves_id != 0)
    add_slide (slides, AKK_SLIDE_DECISIONS, id, item->approves_id);
  if (item->subject == AKK_SUBJECT_PROGRESS)
    add_slide (slides, AKK_SLIDE_ACTIONS, id, 0);
  if (item->subject == AKK_SUBJECT_PROGRESS || item->subject == AKK_SUBJECT_PLAN)
    add_slide (slides, AKK_SLIDE_MATRIX, id, 0);
  if (item->subject == AKK_SUBJECT_SIGNALS || item->signal_id != 0)
    add_slide (slides, AKK_SLIDE_SIGNALS, id, item->signal_id);
}

GArray *
akk_slides_new (AkkStore *store, const AkkAgenda *agenda)
{
  GArray *slides = g_array_new (FALSE, FALSE, sizeof (AkkSlide));

  add_slide (slides, AKK_SLIDE_TITLE, 0, 0);
  add_slide (slides, AKK_SLIDE_ATTENDANCE, 0, 0);
  for (guint i = 0; i < agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = agenda->entries->pdata[i];
    const AkkAgendaItem *item = entry->item;

    add_slide (slides, AKK_SLIDE_ITEM, item->record.id, 0);
    add_subject (slides, item);
    add_charts (slides, store, agenda, item);
    if (item->section_id != 0)
      add_slide (slides, AKK_SLIDE_CLAUSE, item->record.id, item->section_id);
    for (guint j = 0; j < entry->attachments->len; j++)
      add_slide (slides, AKK_SLIDE_FILE, item->record.id,
                 AKK_RECORD (entry->attachments->pdata[j])->id);
  }
  add_slide (slides, AKK_SLIDE_CLOSING, 0, 0);
  return slides;
}

guint
akk_slides_find (const GArray *slides, const AkkSlide *like)
{
  guint own = 0;

  for (guint i = 0; i < slides->len; i++) {
    const AkkSlide *slide = &g_array_index (slides, AkkSlide, i);

    if (slide->item_id != like->item_id)
      continue;
    if (slide->kind == like->kind && slide->record == like->record)
      return i;
    if (slide->kind == AKK_SLIDE_ITEM)
      own = i;
  }
  return own;
}

guint
akk_slides_resume (const GArray *slides, const AkkMeeting *meeting)
{
  static const AkkSlideKind kinds[] = { [AKK_STAGE_NONE] = AKK_SLIDE_TITLE,
                                        [AKK_STAGE_TITLE] = AKK_SLIDE_TITLE,
                                        [AKK_STAGE_ATTENDANCE] = AKK_SLIDE_ATTENDANCE,
                                        [AKK_STAGE_ITEM] = AKK_SLIDE_ITEM,
                                        [AKK_STAGE_CLOSING] = AKK_SLIDE_CLOSING };
  AkkSlide like = { AKK_SLIDE_TITLE, 0, 0 };

  if (meeting->stage >= 0 && meeting->stage < (gint64) G_N_ELEMENTS (kinds))
    like.kind = kinds[meeting->stage];
  if (like.kind == AKK_SLIDE_ITEM)
    like.item_id = meeting->item_id;
  return akk_slides_find (slides, &like);
}

/* --- Time --- */

#define MINUTE 60
#define DAY (G_GINT64_CONSTANT (24) * 60 * MINUTE)

/* A time of the clock as the nearest one to another: meetings may run past midnight. */
static gint64
near (gint64 time, gint64 other)
{
  if (time - other > DAY / 2)
    return time - DAY;
  return other - time > DAY / 2 ? time + DAY : time;
}

/* Minutes since midnight from which on the hours of the agenda count. */
static gint64
first_hour (const AkkMeeting *meeting)
{
  gint64 off;

  if (meeting->starts_at == AKK_NO_DATE || meeting->began_at == AKK_NO_DATE)
    return meeting->starts_at != AKK_NO_DATE ? meeting->starts_at : meeting->began_at;
  off =
      near (meeting->began_at * MINUTE, meeting->starts_at * MINUTE) - meeting->starts_at * MINUTE;
  return ABS (off) > 60 * MINUTE ? meeting->began_at : meeting->starts_at;
}

AkkPace
akk_agenda_pace (const AkkAgenda *agenda, gint64 item_id, gint64 spent, gint64 now)
{
  const AkkMeeting *meeting = agenda->meeting;
  gint64 hour = first_hour (meeting);
  gint64 start = hour != AKK_NO_DATE ? near (hour * MINUTE, now) : now;
  const AkkAgendaEntry *entry = item_id != 0 ? akk_agenda_entry (agenda, item_id) : NULL;
  gint64 due = start;
  AkkPace pace = { 0 };

  for (guint i = 0; i < agenda->entries->len; i++) {
    const AkkAgendaEntry *other = agenda->entries->pdata[i];

    if (other == entry || (entry == NULL && other->item->spent_s == 0))
      break;
    due += other->item->duration_min * MINUTE;
  }
  if (entry != NULL) {
    pace.planned = entry->item->duration_min * MINUTE;
    pace.spent = spent;
    pace.left = pace.planned - spent;
    due += pace.planned;
  }
  pace.behind = now + MAX (pace.left, 0) - due;
  pace.total_left = start + meeting->duration_min * MINUTE - now;
  return pace;
}
