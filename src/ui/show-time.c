/* How the time goes while a meeting is presented, and how far it came.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/show-private.h"

#include <glib/gi18n.h>

/* The time that an item took is stored at least so often: a crash forgets no more. */
#define STORE_TIME_S 30
/* Where it is is stored so long after it went there: first the room sees it. */
#define STORE_PLACE_MS 60

/* --- The clock of the item --- */

static gint64
spent_us (AkkShow *self)
{
  return self->spent_us + (self->paused ? 0 : g_get_monotonic_time () - self->since);
}

static gint64
spent_before_us (AkkShow *self, const AkkAgendaItem *item)
{
  const gint64 *unstored = g_hash_table_lookup (self->unstored, &item->record.id);

  return unstored != NULL ? *unstored : item->spent_s * G_USEC_PER_SEC;
}

void
akk_show_start_clock (AkkShow *self)
{
  const AkkAgendaEntry *entry = akk_show_get_entry (self);

  self->spent_us = entry != NULL ? spent_before_us (self, entry->item) : 0;
  self->since = g_get_monotonic_time ();
  self->n_ticks = 0;
}

void
akk_show_stop_clock (AkkShow *self)
{
  const AkkAgendaEntry *entry = akk_show_get_entry (self);
  gint64 spent = spent_us (self);

  if (entry != NULL)
    g_hash_table_insert (self->unstored, g_memdup2 (&entry->item->record.id, sizeof (gint64)),
                         g_memdup2 (&spent, sizeof spent));
}

gint64
akk_show_get_spent (AkkShow *self, const AkkAgendaItem *item)
{
  const AkkAgendaEntry *shown = akk_show_get_entry (self);

  return (shown != NULL && shown->item == item ? spent_us (self) : spent_before_us (self, item)) /
         G_USEC_PER_SEC;
}

/* --- How far it came --- */

static void
set_spent (AkkShow *self)
{
  const AkkAgendaEntry *shown = akk_show_get_entry (self);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->unstored);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const AkkAgendaEntry *left = akk_agenda_entry (self->agenda, *(gint64 *) id);

    if (left != NULL)
      akk_store_set_int (self->store, left->item, "spent_s", akk_show_get_spent (self, left->item));
  }
  if (shown != NULL)
    akk_store_set_int (self->store, shown->item, "spent_s", akk_show_get_spent (self, shown->item));
}

/* Nobody wants to undo that: undo passes over it. */
void
akk_show_store_progress (AkkShow *self)
{
  static const AkkMeetingStage stages[] = { [AKK_SLIDE_TITLE] = AKK_STAGE_TITLE,
                                            [AKK_SLIDE_ATTENDANCE] = AKK_STAGE_ATTENDANCE,
                                            [AKK_SLIDE_CLOSING] = AKK_STAGE_CLOSING };
  const AkkSlide *slide = akk_show_get_slide (self);
  GError *error = NULL;
  gboolean stored;

  g_clear_handle_id (&self->progress_source, g_source_remove);
  self->n_ticks = 0;
  akk_store_begin_permanent (self->store, N_ ("Present meeting"));
  akk_store_set_int (self->store, self->meeting, "stage",
                     slide->item_id != 0 ? AKK_STAGE_ITEM : stages[slide->kind]);
  akk_store_set_int (self->store, self->meeting, "item_id", slide->item_id);
  set_spent (self);
  if (self->meeting->began_at == AKK_NO_DATE && slide->kind != AKK_SLIDE_TITLE)
    akk_store_set_int (self->store, self->meeting, "began_at", akk_show_get_time (self) / 60);
  self->quiet = TRUE;
  stored = akk_store_commit (self->store, &error);
  self->quiet = FALSE;
  if (stored)
    g_hash_table_remove_all (self->unstored);
  akk_show_check (self, stored, error);
}

static void
progress_cb (gpointer data)
{
  AkkShow *self = data;

  self->progress_source = 0;
  akk_show_store_progress (self);
}

/* Not put off by who turns on: what is lost by a crash is no more than that moment. */
void
akk_show_queue_progress (AkkShow *self)
{
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add_once (STORE_PLACE_MS, progress_cb, self);
}

static gboolean
tick_cb (gpointer data)
{
  AkkShow *self = data;

  if (!self->paused && ++self->n_ticks >= STORE_TIME_S && akk_show_get_entry (self) != NULL)
    akk_show_store_progress (self);
  g_signal_emit (self, akk_show_signals[AKK_SHOW_TICKED], 0);
  return G_SOURCE_CONTINUE;
}

void
akk_show_run_clock (AkkShow *self)
{
  akk_show_start_clock (self);
  self->tick_source = g_timeout_add_seconds (1, tick_cb, self);
}

/* --- For who looks --- */

gint64
akk_show_get_time (AkkShow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (gint64) g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 +
         g_date_time_get_second (now);
}

AkkPace
akk_show_get_pace (AkkShow *self)
{
  return akk_agenda_pace (self->agenda, akk_show_get_slide (self)->item_id,
                          spent_us (self) / G_USEC_PER_SEC, akk_show_get_time (self));
}

gboolean
akk_show_get_paused (AkkShow *self)
{
  return self->paused;
}

void
akk_show_set_paused (AkkShow *self, gboolean paused)
{
  if (self->paused == paused)
    return;
  self->spent_us = spent_us (self);
  self->since = g_get_monotonic_time ();
  self->paused = paused;
  g_object_notify (G_OBJECT (self), "paused");
}
