/* A meeting that is being presented: what the room sees now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/show.h"

#include <glib/gi18n.h>

#include "core/meetings.h"
#include "ui/show-private.h"

G_DEFINE_FINAL_TYPE (AkkShow, akk_show, G_TYPE_OBJECT)

enum { PROP_0, PROP_POSITION, PROP_PAGE, PROP_BLANK, PROP_PAUSED, PROP_CHOOSING, N_PROPS };

static GParamSpec *props[N_PROPS];
guint akk_show_signals[AKK_SHOW_N_SIGNALS];

void
akk_show_check (AkkShow *self, gboolean stored, GError *error)
{
  g_autoptr (GError) taken = error;

  if (!stored)
    g_signal_emit (self, akk_show_signals[AKK_SHOW_FAILED], 0, taken->message);
}

/* --- What is shown --- */

AkkStore *
akk_show_get_store (AkkShow *self)
{
  return self->store;
}

const AkkAgenda *
akk_show_get_agenda (AkkShow *self)
{
  return self->agenda;
}

const GArray *
akk_show_get_slides (AkkShow *self)
{
  return self->slides;
}

guint
akk_show_get_position (AkkShow *self)
{
  return self->position;
}

const AkkSlide *
akk_show_get_slide (AkkShow *self)
{
  return &g_array_index (self->slides, AkkSlide, self->position);
}

const AkkAgendaEntry *
akk_show_get_entry (AkkShow *self)
{
  return akk_agenda_entry (self->agenda, akk_show_get_slide (self)->item_id);
}

const AkkAgendaEntry *
akk_show_get_next (AkkShow *self)
{
  gint64 current = akk_show_get_slide (self)->item_id;

  for (guint i = self->position; i < self->slides->len; i++) {
    gint64 id = g_array_index (self->slides, AkkSlide, i).item_id;

    if (id != 0 && id != current)
      return akk_agenda_entry (self->agenda, id);
  }
  return NULL;
}

static void
set_page (AkkShow *self, guint page, guint n_pages)
{
  self->n_pages = n_pages;
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

void
akk_show_go (AkkShow *self, guint position)
{
  gint64 item = akk_show_get_slide (self)->item_id;
  gboolean leaves;

  if (position >= self->slides->len || position == self->position)
    return;
  akk_show_end_jot (self);
  leaves = g_array_index (self->slides, AkkSlide, position).item_id != item;
  if (leaves)
    akk_show_stop_clock (self);
  self->position = position;
  set_page (self, 0, 1);
  if (leaves)
    akk_show_start_clock (self);
  akk_show_queue_progress (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POSITION]);
}

void
akk_show_go_to_item (AkkShow *self, gint64 item_id)
{
  AkkSlide like = { AKK_SLIDE_ITEM, item_id, 0 };

  akk_show_go (self, akk_slides_find (self->slides, &like));
}

gboolean
akk_show_forward (AkkShow *self)
{
  if (self->page + 1 < self->n_pages) {
    set_page (self, self->page + 1, self->n_pages);
    return TRUE;
  }
  if (self->position + 1 >= self->slides->len)
    return FALSE;
  akk_show_go (self, self->position + 1);
  return TRUE;
}

gboolean
akk_show_back (AkkShow *self)
{
  if (self->page > 0) {
    set_page (self, self->page - 1, self->n_pages);
    return TRUE;
  }
  if (self->position == 0)
    return FALSE;
  akk_show_go (self, self->position - 1);
  return TRUE;
}

/* Whether an item begins at a slide, or what comes before the first one and after the last. */
static gboolean
begins (AkkShow *self, guint position)
{
  const AkkSlide *slide = &g_array_index (self->slides, AkkSlide, position);

  return slide->item_id == 0 || slide->kind == AKK_SLIDE_ITEM;
}

gboolean
akk_show_next_item (AkkShow *self)
{
  for (guint i = self->position + 1; i < self->slides->len; i++)
    if (begins (self, i)) {
      akk_show_go (self, i);
      return TRUE;
    }
  return FALSE;
}

gboolean
akk_show_previous_item (AkkShow *self)
{
  for (guint i = self->position; i > 0; i--)
    if (begins (self, i - 1)) {
      akk_show_go (self, i - 1);
      return TRUE;
    }
  return FALSE;
}

void
akk_show_set_pages (AkkShow *self, guint page, guint n_pages)
{
  set_page (self, MIN (page, MAX (n_pages, 1) - 1), MAX (n_pages, 1));
}

guint
akk_show_get_page (AkkShow *self)
{
  return self->page;
}

guint
akk_show_get_n_pages (AkkShow *self)
{
  g_return_val_if_fail (AKK_IS_SHOW (self), 1);
  return self->n_pages;
}

gboolean
akk_show_get_blank (AkkShow *self)
{
  return self->blank;
}

void
akk_show_set_blank (AkkShow *self, gboolean blank)
{
  if (self->blank == blank)
    return;
  self->blank = blank;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BLANK]);
}

/* --- Others --- */

void
akk_show_set_attendance (AkkShow *self, const AkkAgendaSeat *seat, AkkAttendanceState state)
{
  GError *error = NULL;
  gboolean stored;

  akk_show_store_typed (self);
  akk_store_begin (self->store, N_ ("Note attendance"));
  if (seat->attendance != NULL) {
    akk_store_set_int (self->store, seat->attendance, "state", state);
  } else {
    g_autoptr (AkkAttendance) attendance = akk_record_new (&akk_attendance_record);

    g_object_set (attendance, "meeting-id", self->meeting->record.id, "seat-id",
                  seat->seat->record.id, "state", (gint64) state, NULL);
    akk_store_add (self->store, attendance);
  }
  stored = akk_store_commit (self->store, &error);
  akk_show_check (self, stored, error);
}

gboolean
akk_show_turn_attendance (AkkShow *self, guint place)
{
  const AkkAgendaSeat *seat =
      place < self->agenda->seats->len ? self->agenda->seats->pdata[place] : NULL;

  if (seat == NULL)
    return FALSE;
  akk_show_set_attendance (self, seat,
                           seat->state == AKK_ATTENDANCE_PRESENT   ? AKK_ATTENDANCE_EXCUSED
                           : seat->state == AKK_ATTENDANCE_EXCUSED ? AKK_ATTENDANCE_ABSENT
                                                                   : AKK_ATTENDANCE_PRESENT);
  return TRUE;
}

static void
hold (AkkShow *self, gint64 date)
{
  GError *error = NULL;
  gboolean stored;

  akk_store_begin (self->store, N_ ("Hold meeting"));
  akk_store_set_int (self->store, self->meeting, "date", date);
  akk_store_set_int (self->store, self->meeting, "ended_at", akk_show_get_time (self) / 60);
  akk_store_set_int (self->store, self->meeting, "stage", AKK_STAGE_NONE);
  akk_store_set_int (self->store, self->meeting, "item_id", 0);
  akk_meeting_hold (self->store, self->meeting);
  stored = akk_store_commit (self->store, &error);
  akk_show_check (self, stored, error);
}

void
akk_show_end (AkkShow *self, gint64 held_on)
{
  if (self->over)
    return;
  akk_show_end_jot (self);
  akk_show_store_progress (self);
  self->over = TRUE;
  g_clear_handle_id (&self->tick_source, g_source_remove);
  if (held_on != AKK_NO_DATE)
    hold (self, held_on);
  g_signal_emit (self, akk_show_signals[AKK_SHOW_ENDED], 0);
}

/* --- Following the store --- */

static void
stepped_cb (AkkShow *self)
{
  AkkSlide shown = *akk_show_get_slide (self);
  AkkAgenda *before = self->agenda;
  guint position = self->position;

  if (self->over || self->quiet)
    return;
  if (self->meeting->record.deleted) {
    self->over = TRUE;
    akk_show_drop_jot (self);
    g_clear_handle_id (&self->tick_source, g_source_remove);
    g_clear_handle_id (&self->progress_source, g_source_remove);
    g_signal_emit (self, akk_show_signals[AKK_SHOW_ENDED], 0);
    return;
  }
  self->agenda = akk_agenda_new (self->store, self->meeting);
  g_array_unref (self->slides);
  self->slides = akk_slides_new (self->store, self->agenda);
  self->position = akk_slides_find (self->slides, &shown);
  if (akk_show_get_slide (self)->item_id != shown.item_id) {
    akk_show_drop_jot (self);
    akk_show_start_clock (self);
  }
  if (self->jot != NULL)
    akk_jot_follow (self->jot);
  g_signal_emit (self, akk_show_signals[AKK_SHOW_CHANGED], 0);
  if (self->position != position)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POSITION]);
  akk_agenda_free (before);
}

/* --- Virtual functions --- */

static void
akk_show_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  AkkShow *self = AKK_SHOW (object);

  switch (id) {
  case PROP_POSITION:
    g_value_set_uint (value, self->position);
    break;
  case PROP_PAGE:
    g_value_set_uint (value, self->page);
    break;
  case PROP_BLANK:
    g_value_set_boolean (value, self->blank);
    break;
  case PROP_PAUSED:
    g_value_set_boolean (value, self->paused);
    break;
  default:
    g_value_set_int (value, self->choosing);
  }
}

static void
akk_show_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  AkkShow *self = AKK_SHOW (object);

  switch (id) {
  case PROP_POSITION:
    akk_show_go (self, g_value_get_uint (value));
    break;
  case PROP_BLANK:
    akk_show_set_blank (self, g_value_get_boolean (value));
    break;
  case PROP_PAUSED:
    akk_show_set_paused (self, g_value_get_boolean (value));
    break;
  default:
    akk_show_choose (self, g_value_get_int (value));
  }
}

static void
akk_show_dispose (GObject *object)
{
  AkkShow *self = AKK_SHOW (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_handle_id (&self->store_source, g_source_remove);
  g_clear_pointer (&self->unstored, g_hash_table_unref);
  g_clear_object (&self->last);
  g_clear_pointer (&self->jot, akk_jot_free);
  g_clear_pointer (&self->agenda, akk_agenda_free);
  g_clear_pointer (&self->slides, g_array_unref);
  g_clear_pointer (&self->typed, g_free);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_show_parent_class)->dispose (object);
}

static void
akk_show_class_init (AkkShowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const char *const signals[] = { "changed", "jotted", "ticked", "failed", "ended" };

  object_class->get_property = akk_show_get_property;
  object_class->set_property = akk_show_set_property;
  object_class->dispose = akk_show_dispose;
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PAGE] =
      g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags & ~(guint) G_PARAM_WRITABLE);
  props[PROP_BLANK] = g_param_spec_boolean ("blank", NULL, NULL, FALSE, flags);
  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  props[PROP_CHOOSING] =
      g_param_spec_int ("choosing", NULL, NULL, AKK_SHOW_CHOOSING_NOTHING, AKK_SHOW_CHOOSING_WHEN,
                        AKK_SHOW_CHOOSING_NOTHING, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  for (guint i = 0; i < AKK_SHOW_N_SIGNALS; i++)
    akk_show_signals[i] = i == AKK_SHOW_FAILED
                              ? g_signal_new (signals[i], AKK_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING)
                              : g_signal_new (signals[i], AKK_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_show_init (AkkShow *self)
{
  self->typed = g_strdup ("");
  self->unstored = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->n_pages = 1;
}

AkkShow *
akk_show_new (AkkStore *store, AkkMeeting *meeting)
{
  AkkShow *self = g_object_new (AKK_TYPE_SHOW, NULL);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  self->agenda = akk_agenda_new (store, meeting);
  self->slides = akk_slides_new (store, self->agenda);
  self->position = akk_slides_resume (self->slides, meeting);
  akk_show_run_clock (self);
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  return self;
}
