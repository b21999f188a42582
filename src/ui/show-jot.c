/* What is being noted while a meeting is presented.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/show-private.h"

/* When it is time to store, first the letter is seen. */
#define STORE_SOON_MS 60

static void
jotted (AkkShow *self)
{
  g_signal_emit (self, akk_show_signals[AKK_SHOW_JOTTED], 0);
}

static void
stop_choosing (AkkShow *self)
{
  if (self->choosing == AKK_SHOW_CHOOSING_NOTHING)
    return;
  self->choosing = AKK_SHOW_CHOOSING_NOTHING;
  g_object_notify (G_OBJECT (self), "choosing");
}

static gboolean
blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

/* --- The line --- */

AkkJot *
akk_show_get_jot (AkkShow *self)
{
  return self->jot;
}

AkkRecord *
akk_show_get_last (AkkShow *self)
{
  return self->last;
}

const char *
akk_show_get_typed (AkkShow *self)
{
  return self->typed;
}

/* Takes the line. */
static void
begin (AkkShow *self, AkkJot *jot)
{
  self->jot = jot;
  g_set_str (&self->typed, jot != NULL ? akk_jot_get_text (jot) : "");
  self->n_letters = 0;
  jotted (self);
}

void
akk_show_jot (AkkShow *self, AkkJotKind kind)
{
  AkkJot *jot;

  akk_show_end_jot (self);
  jot = akk_jot_new (self->store, self->meeting, akk_show_get_slide (self)->item_id, kind);
  if (jot != NULL)
    begin (self, jot);
}

void
akk_show_resume_jot (AkkShow *self, AkkRecord *record)
{
  akk_show_end_jot (self);
  begin (self, akk_jot_resume (self->store, self->meeting, record));
}

void
akk_show_store_typed (AkkShow *self)
{
  GError *error = NULL;
  gboolean stored;

  g_clear_handle_id (&self->store_source, g_source_remove);
  self->n_letters = 0;
  if (self->jot == NULL)
    return;
  /* Other words of a record that is there change nothing of what is shown beside the line. */
  self->quiet = akk_jot_get_record (self->jot) != NULL && !blank (self->typed);
  self->stale |= self->quiet;
  stored = akk_jot_set_text (self->jot, self->typed, &error);
  self->quiet = FALSE;
  akk_show_check (self, stored, error);
}

static void
store_cb (gpointer data)
{
  AkkShow *self = data;

  self->store_source = 0;
  akk_show_store_typed (self);
}

void
akk_show_type (AkkShow *self, const char *text)
{
  if (self->jot == NULL || g_str_equal (self->typed, text))
    return;
  g_set_str (&self->typed, text);
  if (self->n_letters < AKK_SHOW_STORE_LETTERS) {
    g_clear_handle_id (&self->store_source, g_source_remove);
    self->n_letters++;
    self->store_source = g_timeout_add_once (
        self->n_letters < AKK_SHOW_STORE_LETTERS ? AKK_SHOW_STORE_MS : STORE_SOON_MS, store_cb,
        self);
  }
  jotted (self);
}

void
akk_show_drop_jot (AkkShow *self)
{
  g_clear_handle_id (&self->store_source, g_source_remove);
  stop_choosing (self);
  if (self->jot == NULL)
    return;
  self->brief = FALSE;
  g_clear_pointer (&self->jot, akk_jot_free);
  g_set_str (&self->typed, "");
  jotted (self);
}

/* A note is words only. */
static void
keep_last (AkkShow *self)
{
  AkkRecord *record = self->jot != NULL ? akk_jot_get_record (self->jot) : NULL;

  if (record != NULL && akk_jot_get_kind (self->jot) != AKK_JOT_NOTE)
    g_set_object (&self->last, record);
}

void
akk_show_end_jot (AkkShow *self)
{
  akk_show_store_typed (self);
  keep_last (self);
  akk_show_drop_jot (self);
  if (self->stale) {
    self->stale = FALSE;
    g_signal_emit (self, akk_show_signals[AKK_SHOW_CHANGED], 0);
  }
}

/* --- Who and when --- */

AkkShowChoosing
akk_show_get_choosing (AkkShow *self)
{
  return self->choosing;
}

void
akk_show_choose (AkkShow *self, AkkShowChoosing choosing)
{
  if (self->jot == NULL || self->choosing == choosing ||
      (choosing == AKK_SHOW_CHOOSING_WHO && !akk_jot_has_who (self->jot)) ||
      (choosing == AKK_SHOW_CHOOSING_WHEN && !akk_jot_has_when (self->jot)))
    return;
  akk_show_store_typed (self);
  self->choosing = choosing;
  g_object_notify (G_OBJECT (self), "choosing");
}

void
akk_show_set_who (AkkShow *self, AkkParty *party, const char *who)
{
  GError *error = NULL;
  gboolean stored;

  akk_show_store_typed (self);
  if (self->jot == NULL)
    return;
  stored = akk_jot_set_who (self->jot, party, who, &error);
  akk_show_check (self, stored, error);
  stop_choosing (self);
  jotted (self);
  if (self->brief)
    akk_show_end_jot (self);
}

void
akk_show_set_when (AkkShow *self, gint64 date)
{
  GError *error = NULL;
  gboolean stored;

  akk_show_store_typed (self);
  if (self->jot == NULL)
    return;
  stored = akk_jot_set_when (self->jot, date, &error);
  akk_show_check (self, stored, error);
  stop_choosing (self);
  jotted (self);
  if (self->brief)
    akk_show_end_jot (self);
}

void
akk_show_approve (AkkShow *self)
{
  GError *error = NULL;
  gboolean stored;

  akk_show_store_typed (self);
  if (self->jot == NULL)
    return;
  stored = akk_jot_approve (self->jot, &error);
  akk_show_check (self, stored, error);
  jotted (self);
}

/* The line of what was noted last, as long as it is there. */
static gboolean
take_last (AkkShow *self)
{
  if (self->jot != NULL || self->last == NULL || self->last->deleted)
    return FALSE;
  akk_show_resume_jot (self, self->last);
  self->brief = TRUE;
  return TRUE;
}

gboolean
akk_show_choose_last (AkkShow *self, AkkShowChoosing choosing)
{
  if (!take_last (self))
    return FALSE;
  akk_show_choose (self, choosing);
  if (self->choosing == choosing)
    return TRUE;
  akk_show_end_jot (self);
  return FALSE;
}

gboolean
akk_show_approve_last (AkkShow *self)
{
  if (!take_last (self))
    return FALSE;
  akk_show_approve (self);
  akk_show_end_jot (self);
  return TRUE;
}

/* --- Undo --- */

/* The line shows what the store holds then. */
static void
show_stored (AkkShow *self)
{
  if (self->jot == NULL)
    return;
  akk_jot_follow (self->jot);
  g_set_str (&self->typed, akk_jot_get_text (self->jot));
  jotted (self);
}

static void
step (AkkShow *self, AkkStep *next, gboolean (*take) (AkkStore *, GError **))
{
  GError *error = NULL;
  gboolean stored = next == NULL || take (self->store, &error);

  akk_show_check (self, stored, error);
  show_stored (self);
}

void
akk_show_undo (AkkShow *self)
{
  akk_show_store_typed (self);
  step (self, akk_store_get_undo_step (self->store), akk_store_undo);
}

void
akk_show_redo (AkkShow *self)
{
  akk_show_store_typed (self);
  step (self, akk_store_get_redo_step (self->store), akk_store_redo);
}
