/* Actions: what they change in records at once, and in the database when they end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/store-private.h"

/* --- The running action --- */

static void
change_clear (gpointer data)
{
  AkkChange *change = data;

  g_clear_object (&change->record);
  g_clear_pointer (&change->text, g_free);
}

static guint
cell_hash (gconstpointer key)
{
  const gconstpointer *cell = key;

  return g_direct_hash (cell[0]) * 31 + g_direct_hash (cell[1]);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, 2 * sizeof (gpointer)) == 0;
}

static void
action_free (AkkAction *action)
{
  g_free (action->label);
  g_hash_table_unref (action->known);
  g_hash_table_unref (action->made);
  g_hash_table_unref (action->notes);
  g_array_unref (action->changes);
  g_free (action);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkAction, action_free)

void
akk_store_begin_kind (AkkStore *self, const char *label, gint kind, gint64 undone)
{
  AkkAction *action = g_new0 (AkkAction, 1);

  action->label = g_strdup (label);
  action->kind = kind;
  action->undone = undone;
  action->changes = g_array_new (FALSE, FALSE, sizeof (AkkChange));
  g_array_set_clear_func (action->changes, change_clear);
  action->known = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  action->made = g_hash_table_new (NULL, NULL);
  action->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->action = action;
}

/* Remembers, once, what a cell held before the action. */
static void
remember (AkkStore *self, AkkRecord *record, const AkkField *field)
{
  AkkAction *action = self->action;
  gconstpointer cell[2] = { record, field };
  AkkChange change = { .field = field };

  if (g_hash_table_contains (action->made, record) || g_hash_table_contains (action->known, cell))
    return;
  change.record = g_object_ref (record);
  if (field != NULL && field->kind == AKK_FIELD_TEXT)
    change.text = g_strdup (akk_record_get_text (record, field));
  else if (field != NULL)
    change.number = akk_record_get_int (record, field);
  g_array_append_val (action->changes, change);
  g_hash_table_add (action->known, g_memdup2 (cell, sizeof cell));
}

void
akk_store_change (
    AkkStore *self, AkkRecord *record, const AkkField *field, const char *text, gint64 number)
{
  remember (self, record, field);
  if (field->kind == AKK_FIELD_TEXT)
    akk_record_set_text (record, field, text);
  else
    akk_record_set_int (record, field, number);
}

/* Takes back what records show. Newest first, so that a record that is new goes last. */
static void
take_back (AkkStore *self, AkkAction *action)
{
  for (guint i = action->changes->len; i > 0; i--) {
    AkkChange *change = &g_array_index (action->changes, AkkChange, i - 1);
    if (change->field == NULL) {
      akk_store_disown (self, change->record);
      change->record->id = 0;
    } else if (change->field->kind == AKK_FIELD_TEXT) {
      akk_record_set_text (change->record, change->field, change->text);
    } else {
      akk_record_set_int (change->record, change->field, change->number);
    }
  }
}

static gboolean
differs (const AkkChange *change)
{
  if (change->field == NULL)
    return TRUE;
  if (change->field->kind == AKK_FIELD_TEXT)
    return strcmp (change->text, akk_record_get_text (change->record, change->field)) != 0;
  return change->number != akk_record_get_int (change->record, change->field);
}

static void
drop_unchanged (GArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    if (!differs (&g_array_index (changes, AkkChange, i - 1)))
      g_array_remove_index (changes, i - 1);
}

/* Made once, when something is frozen or a new dossier is filled, and then as it is for ever. What
 * an action does to a record that it made itself is no change. */
static gboolean
check_permanent (AkkStore *self, AkkAction *action, GError **error)
{
  gboolean may_make = action->kind == AKK_STEP_PERMANENT ||
                      (action->kind == AKK_STEP_FOUNDING && self->last_step == 0);

  for (guint i = 0; i < action->changes->len; i++) {
    const AkkChange *change = &g_array_index (action->changes, AkkChange, i);

    if (!change->record->type->permanent)
      continue;
    if (change->field == NULL && may_make && change->record->deleted == 0)
      continue;
    g_set_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED,
                 change->field == NULL
                     ? _ ("“%s” can only be made by freezing an agreement.")
                     : _ ("“%s” is frozen and stays as it is. Make a new version instead."),
                 _ (change->record->type->label));
    return FALSE;
  }
  return TRUE;
}

/* --- The end of an action --- */

typedef enum {
  STAGE_LOOK,
  STAGE_RULES,
  STAGE_BEGIN,
  STAGE_WRITE,
  STAGE_COMMIT,
  STAGE_LISTS,
  STAGE_OVER,
} Stage;

static gboolean
is_by_hand (const AkkAction *action)
{
  return action->kind != AKK_STEP_UNDO && action->kind != AKK_STEP_REDO;
}

/* Everything is as it was before the action. */
static void
fail (AkkEnding *self)
{
  AkkStore *store = self->store;

  if (self->stage > STAGE_BEGIN)
    akk_store_transaction_end (store, FALSE, NULL);
  store->replica = self->replica;
  take_back (store, self->action);
  self->stage = STAGE_OVER;
}

static void
look (AkkEnding *self)
{
  AkkAction *action = self->action;

  if (!action->settles)
    drop_unchanged (action->changes);
  if (is_by_hand (action) && action->changes->len == 0) {
    self->done = TRUE;
    self->stage = STAGE_OVER;
  } else if (!check_permanent (self->store, action, &self->error)) {
    fail (self);
  }
}

/* FALSE: all of them were, or one is wrong. */
static gboolean
check_rules (AkkEnding *self, guint n)
{
  AkkAction *action = self->action;
  const guint end = self->next + MIN (n, action->changes->len - self->next);

  for (; is_by_hand (action) && self->next < end; self->next++) {
    AkkRecord *record = g_array_index (action->changes, AkkChange, self->next).record;

    if (record->deleted == 0 && !akk_record_check (record, &self->error)) {
      fail (self);
      return FALSE;
    }
  }
  return is_by_hand (action) && self->next < action->changes->len;
}

static void
begin_writing (AkkEnding *self)
{
  AkkStore *store = self->store;

  self->next = 0;
  self->step = akk_step_new (store->last_step + 1, self->action->kind, self->action->undone,
                             self->action->label, store->author, akk_store_now (store));
  if (!akk_store_transaction_begin (store, &self->error)) {
    fail (self);
    return;
  }
  self->stage = STAGE_WRITE; /* a transaction is there to be taken back */
  if (!akk_store_write_step (store, self->action, self->step, &self->author, &self->error))
    fail (self);
}

static gboolean
write_changes (AkkEnding *self, guint n)
{
  const guint end = self->next + MIN (n, self->action->changes->len - self->next);

  for (; self->next < end; self->next++)
    if (!akk_store_write_change (self->store, self->action, self->next, self->step, self->author,
                                 &self->n, &self->error)) {
      fail (self);
      return FALSE;
    }
  return self->next < self->action->changes->len;
}

static void
commit (AkkEnding *self)
{
  AkkStore *store = self->store;

  if (!akk_store_transaction_end (store, TRUE, &self->error)) {
    self->stage = STAGE_BEGIN; /* there is no transaction any more */
    fail (self);
    return;
  }
  self->done = TRUE;
  store->last_step = akk_step_get_id (self->step);
  akk_undo_push (store->undo, store->redo, store->last_step, self->action->kind,
                 self->action->undone);
}

static void
tell (AkkEnding *self)
{
  akk_store_update_lists (self->store, self->action->changes);
  akk_store_stepped (self->store, g_steal_pointer (&self->step));
}

void
akk_ending_init (AkkEnding *self, AkkStore *store)
{
  *self = (AkkEnding) { .store = store,
                        .action = g_steal_pointer (&store->action),
                        .replica = store->replica };
}

gboolean
akk_ending_step (AkkEnding *self, guint n)
{
  const Stage stage = self->stage;
  gboolean more = FALSE;

  switch (stage) {
  case STAGE_LOOK:
    look (self);
    break;
  case STAGE_RULES:
    more = check_rules (self, n);
    break;
  case STAGE_BEGIN:
    begin_writing (self);
    break;
  case STAGE_WRITE:
    more = write_changes (self, n);
    break;
  case STAGE_COMMIT:
    commit (self);
    break;
  case STAGE_LISTS:
    tell (self);
    break;
  default:
    return FALSE;
  }
  if (self->stage == stage && !more)
    self->stage++;
  return self->stage != STAGE_OVER;
}

void
akk_ending_take_back (AkkEnding *self)
{
  if (self->stage < STAGE_LISTS)
    fail (self);
  while (akk_ending_step (self, G_MAXUINT))
    continue; /* what is stored is to be told */
}

void
akk_ending_clear (AkkEnding *self)
{
  g_clear_pointer (&self->action, action_free);
  g_clear_object (&self->step);
  g_clear_error (&self->error);
}

/* --- Public --- */

void
akk_store_begin (AkkStore *self, const char *label)
{
  akk_store_hurry (self);
  g_return_if_fail (self->action == NULL && !self->read_only && label != NULL);

  akk_store_begin_kind (self, label, AKK_STEP_DO, 0);
}

void
akk_store_begin_founding (AkkStore *self, const char *label)
{
  akk_store_hurry (self);
  g_return_if_fail (self->action == NULL && !self->read_only && label != NULL);

  akk_store_begin_kind (self, label, AKK_STEP_FOUNDING, 0);
}

void
akk_store_begin_permanent (AkkStore *self, const char *label)
{
  akk_store_hurry (self);
  g_return_if_fail (self->action == NULL && !self->read_only && label != NULL);

  akk_store_begin_kind (self, label, AKK_STEP_PERMANENT, 0);
}

void
akk_store_add (AkkStore *self, gpointer data)
{
  AkkRecord *record = data;

  g_return_if_fail (self->action != NULL);
  g_return_if_fail (record->id == 0 || akk_store_peek (self, record->id) == NULL);

  if (record->id == 0)
    record->id = akk_store_random_id (self);
  remember (self, record, NULL);
  g_hash_table_add (self->action->made, record);
  akk_store_adopt (self, record);
}

void
akk_store_note (AkkStore *self, const char *key, const char *text)
{
  g_return_if_fail (self->action != NULL);

  g_hash_table_replace (self->action->notes, g_strdup (key), g_strdup (text));
}

const char *
akk_store_noted (AkkStore *self, const char *key)
{
  return self->action != NULL ? g_hash_table_lookup (self->action->notes, key) : NULL;
}

void
akk_store_apply (AkkStore *self, gpointer record, gconstpointer duplicate)
{
  const AkkRecordType *type = AKK_RECORD (record)->type;

  g_return_if_fail (self->action != NULL);
  g_return_if_fail (((const AkkRecord *) duplicate)->type == type);

  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    if (akk_record_field_equal (record, duplicate, field))
      continue;
    if (field->kind == AKK_FIELD_TEXT)
      akk_store_change (self, record, field, akk_record_get_text (duplicate, field), 0);
    else
      akk_store_change (self, record, field, NULL, akk_record_get_int (duplicate, field));
  }
}

void
akk_store_set_text (AkkStore *self, gpointer record, const char *name, const char *value)
{
  const AkkField *field = akk_record_type_field (AKK_RECORD (record)->type, name);

  g_return_if_fail (self->action != NULL && field != NULL && field->kind == AKK_FIELD_TEXT);
  g_return_if_fail (akk_store_peek (self, AKK_RECORD (record)->id) == record);
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));

  akk_store_change (self, record, field, value, 0);
}

void
akk_store_set_int (AkkStore *self, gpointer record, const char *name, gint64 value)
{
  const AkkField *field = akk_record_type_field (AKK_RECORD (record)->type, name);

  g_return_if_fail (self->action != NULL && field != NULL && field->kind != AKK_FIELD_TEXT);
  g_return_if_fail (akk_store_peek (self, AKK_RECORD (record)->id) == record);

  akk_store_change (self, record, field, NULL, value);
}

void
akk_store_delete (AkkStore *self, gpointer record)
{
  g_return_if_fail (self->action != NULL);
  g_return_if_fail (akk_store_peek (self, AKK_RECORD (record)->id) == record);

  akk_store_change (self, record, &akk_field_deleted, NULL, 1);
}

void
akk_store_cancel (AkkStore *self)
{
  g_autoptr (AkkAction) action = g_steal_pointer (&self->action);

  g_return_if_fail (action != NULL);
  take_back (self, action);
}

gboolean
akk_store_commit (AkkStore *self, GError **error)
{
  g_auto (AkkEnding) ending = { 0 };

  g_return_val_if_fail (self->action != NULL, FALSE);

  akk_ending_init (&ending, self);
  while (akk_ending_step (&ending, G_MAXUINT))
    continue;
  if (ending.error != NULL)
    g_propagate_error (error, g_steal_pointer (&ending.error));
  return ending.done;
}
