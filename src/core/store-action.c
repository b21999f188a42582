/* Actions: what they change in records at once, and in the database when they end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/store-private.h"

/* --- Differences of text ------------------------------------------------------------------------
 */

static gboolean
is_inside_character (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

AkkSpan
akk_text_span (const char *old, const char *new)
{
  gsize n_old = strlen (old), n_new = strlen (new), shorter = MIN (n_old, n_new);
  gsize start = 0, end = 0;

  while (start < shorter && old[start] == new[start])
    start++;
  while (start > 0 && (is_inside_character (old[start]) || is_inside_character (new[start])))
    start--;
  while (end < shorter - start && old[n_old - 1 - end] == new[n_new - 1 - end])
    end++;
  while (end > 0 && is_inside_character (old[n_old - end]))
    end--;
  return (AkkSpan) { start, n_old - start - end, n_new - start - end };
}

/* --- The running action -------------------------------------------------------------------------
 */

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

static gboolean
check_rules (AkkAction *action, GError **error)
{
  for (guint i = 0; i < action->changes->len; i++) {
    AkkRecord *record = g_array_index (action->changes, AkkChange, i).record;
    if (record->deleted == 0 && !akk_record_check (record, error))
      return FALSE;
  }
  return TRUE;
}

/* --- Writing a step -----------------------------------------------------------------------------
 */

gboolean
akk_store_transaction_begin (AkkStore *self, GError **error)
{
  sqlite3_mutex_enter (sqlite3_db_mutex (self->db));
  if (akk_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return TRUE;
  sqlite3_mutex_leave (sqlite3_db_mutex (self->db));
  return FALSE;
}

gboolean
akk_store_transaction_end (AkkStore *self, gboolean commit, GError **error)
{
  gboolean done = commit && akk_sql_exec (self->db, "COMMIT", error);

  if (!done) {
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
    g_hash_table_remove_all (self->words);
  }
  sqlite3_mutex_leave (sqlite3_db_mutex (self->db));
  return done;
}

/* Each time a store is opened and changes something it is a session of its own: so a copied file
 * that is edited twice never gives two steps the same dot. The session before is closed at its last
 * step. */
gboolean
akk_store_join (AkkStore *self, GError **error)
{
  if (self->replica != 0)
    return TRUE;
  if (!akk_sql_run (self->db, error, "UPDATE replica SET seq = ? WHERE seq IS NULL", "i",
                    self->last_step) ||
      !akk_sql_run (self->db, error, "INSERT INTO replica (id) VALUES (?)", "i",
                    akk_store_random_id (self)))
    return FALSE;
  self->replica = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

static gboolean
insert_row (AkkStore *self, AkkRecord *record, GError **error)
{
  const AkkRecordType *type = record->type;
  AkkTypeStatements *statements = &self->types[akk_store_type_index (type)];
  sqlite3_stmt *insert = statements->insert;

  if (insert == NULL) {
    g_autoptr (GString) sql = g_string_new (NULL);
    g_string_printf (sql, "INSERT INTO %s (id, deleted", type->table);
    for (guint i = 0; i < type->n_fields; i++)
      g_string_append_printf (sql, ", %s", type->fields[i].name);
    g_string_append (sql, ") VALUES (?, ?");
    for (guint i = 0; i < type->n_fields; i++)
      g_string_append (sql, ", ?");
    g_string_append (sql, ")");
    insert = akk_sql_keep (self->db, &statements->insert, sql->str, error);
    if (insert == NULL)
      return FALSE;
  }
  akk_sql_bind (insert, "ii", record->id, record->deleted);
  for (guint i = 0; i < type->n_fields; i++) {
    const AkkField *field = &type->fields[i];
    if (field->kind == AKK_FIELD_TEXT)
      sqlite3_bind_text (insert, i + 3, akk_record_get_text (record, field), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (insert, i + 3, akk_record_get_int (record, field));
  }
  return akk_sql_do (insert, error, NULL);
}

static gboolean
update_row (AkkStore *self, AkkRecord *record, const AkkField *field, GError **error)
{
  const AkkRecordType *type = record->type;
  guint index = field == &akk_field_deleted ? type->n_fields : (guint) (field - type->fields);
  sqlite3_stmt **slot = &self->types[akk_store_type_index (type)].update[index];

  if (*slot == NULL) {
    g_autofree char *sql =
        g_strdup_printf ("UPDATE %s SET %s = ? WHERE id = ?", type->table, field->name);
    if (akk_sql_keep (self->db, slot, sql, error) == NULL)
      return FALSE;
  }
  if (field->kind == AKK_FIELD_TEXT)
    return akk_sql_do (*slot, error, "si", akk_record_get_text (record, field), record->id);
  return akk_sql_do (*slot, error, "ii", akk_record_get_int (record, field), record->id);
}

static sqlite3_stmt *
op_statement (AkkStore *self, GError **error)
{
  return akk_sql_keep (self->db, &self->insert_op, "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)",
                       error);
}

static gboolean
insert_op (
    AkkStore *self, gint64 step, gint64 n, gint64 cell, const AkkChange *change, GError **error)
{
  sqlite3_stmt *insert = op_statement (self, error);
  gboolean done;

  if (insert == NULL)
    return FALSE;
  akk_sql_bind (insert, "iiii", step, n, change->record->id, cell);
  if (change->field != NULL && change->field->kind == AKK_FIELD_TEXT) {
    const char *new = akk_record_get_text (change->record, change->field);
    AkkSpan span = akk_text_span (change->text, new);
    sqlite3_bind_int64 (insert, 5, span.at);
    sqlite3_bind_text (insert, 6, change->text + span.at, span.n_old, SQLITE_TRANSIENT);
    sqlite3_bind_text (insert, 7, new + span.at, span.n_new, SQLITE_TRANSIENT);
  } else if (change->field != NULL) {
    sqlite3_bind_int64 (insert, 6, change->number);
    sqlite3_bind_int64 (insert, 7, akk_record_get_int (change->record, change->field));
  }
  done = akk_sql_do (insert, error, NULL);
  sqlite3_clear_bindings (insert);
  return done;
}

/* The action has the last word on this cell: the values of a conflict go to the log. */
static gboolean
replace_heads (AkkStore *self, gint64 step, gint64 *n, gint64 record, gint64 cell, GError **error)
{
  sqlite3_stmt *heads = akk_sql_keep (
      self->db, &self->replaced_heads,
      "SELECT value FROM head WHERE record = ? AND cell = ? AND n > 0 ORDER BY n", error);
  gboolean any = FALSE, done = TRUE;

  if (heads == NULL)
    return FALSE;
  akk_sql_bind (heads, "ii", record, cell);
  while (done && sqlite3_step (heads) == SQLITE_ROW) {
    sqlite3_stmt *insert = op_statement (self, error);
    any = TRUE;
    akk_sql_bind (insert, "iiiiiv", step, (*n)++, record, cell, (gint64) AKK_OP_REPLACED,
                  sqlite3_column_value (heads, 0));
    done = akk_sql_do (insert, error, NULL);
    sqlite3_clear_bindings (insert);
  }
  sqlite3_reset (heads);
  if (!done || !any)
    return done;
  return akk_sql_do (akk_sql_keep (self->db, &self->drop_heads,
                                   "DELETE FROM head WHERE record = ? AND cell = ? AND n > 0",
                                   error),
                     error, "ii", record, cell);
}

static gboolean
write_change (
    AkkStore *self, AkkStep *step, gint64 author, gint64 *n, AkkChange *change, GError **error)
{
  gint64 id = akk_step_get_id (step);
  g_autofree char *name = akk_cell_name (change->record->type, change->field);
  gint64 cell = akk_store_word (self, name, error);

  if (cell == 0)
    return FALSE;
  if (change->field == NULL)
    return insert_row (self, change->record, error) &&
           insert_op (self, id, (*n)++, cell, change, error);
  return update_row (self, change->record, change->field, error) &&
         insert_op (self, id, (*n)++, cell, change, error) &&
         replace_heads (self, id, n, change->record->id, cell, error) &&
         akk_sql_do (akk_sql_keep (self->db, &self->insert_head,
                                   "INSERT OR REPLACE INTO head VALUES (?, ?, 0, ?, ?, ?, ?, NULL)",
                                   error),
                     error, "iiiiii", change->record->id, cell, self->replica, id, author,
                     akk_step_get_time (step));
}

static gboolean
write_step (AkkStore *self, AkkAction *action, AkkStep *step, GError **error)
{
  gint64 label, author, n = 0;
  sqlite3_stmt *insert;

  if (!akk_store_join (self, error) || (label = akk_store_word (self, action->label, error)) == 0 ||
      (author = akk_store_word (self, self->author, error)) == 0)
    return FALSE;
  insert = akk_sql_keep (self->db, &self->insert_step,
                         "INSERT INTO step VALUES (?, ?, NULL, ?, ?, ?, ?, nullif (?, 0))", error);
  if (!akk_sql_do (insert, error, "iiiiiii", akk_step_get_id (step), self->replica,
                   (gint64) action->kind, label, author, akk_step_get_time (step), action->undone))
    return FALSE;
  for (guint i = 0; i < action->changes->len; i++)
    if (!write_change (self, step, author, &n, &g_array_index (action->changes, AkkChange, i),
                       error))
      return FALSE;
  return TRUE;
}

/* --- Public -------------------------------------------------------------------------------------
 */

void
akk_store_begin (AkkStore *self, const char *label)
{
  g_return_if_fail (self->action == NULL && !self->read_only && label != NULL);

  akk_store_begin_kind (self, label, AKK_STEP_DO, 0);
}

void
akk_store_begin_founding (AkkStore *self, const char *label)
{
  g_return_if_fail (self->action == NULL && !self->read_only && label != NULL);

  akk_store_begin_kind (self, label, AKK_STEP_FOUNDING, 0);
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
  g_autoptr (AkkAction) action = g_steal_pointer (&self->action);
  g_autoptr (AkkStep) step = NULL;
  gboolean by_hand, done;
  gint64 replica = self->replica;

  g_return_val_if_fail (action != NULL, FALSE);

  by_hand = action->kind == AKK_STEP_DO || action->kind == AKK_STEP_FOUNDING;
  drop_unchanged (action->changes);
  if (by_hand && action->changes->len == 0)
    return TRUE;
  if (by_hand && !check_rules (action, error)) {
    take_back (self, action);
    return FALSE;
  }
  step = akk_step_new (self->last_step + 1, action->kind, action->undone, action->label,
                       self->author, akk_store_now (self));
  done = akk_store_transaction_begin (self, error) &&
         akk_store_transaction_end (self, write_step (self, action, step, error), error);
  if (!done) {
    self->replica = replica;
    take_back (self, action);
    return FALSE;
  }

  self->last_step = akk_step_get_id (step);
  akk_undo_push (self->undo, self->redo, self->last_step, action->kind, action->undone);
  akk_store_update_lists (self, action->changes);
  akk_store_stepped (self, g_steal_pointer (&step));
  return TRUE;
}
