/* Writing a step: the rows it changes, and what the log keeps of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/store-private.h"

/* --- Differences of text --- */

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

/* --- Writing a step --- */

gboolean
akk_store_transaction_begin (AkkStore *self, GError **error)
{
  sqlite3_mutex_enter (sqlite3_db_mutex (self->db));
  if (akk_sql_do (akk_sql_keep (self->db, &self->begin, "BEGIN IMMEDIATE", error), error, NULL))
    return TRUE;
  sqlite3_mutex_leave (sqlite3_db_mutex (self->db));
  return FALSE;
}

gboolean
akk_store_transaction_end (AkkStore *self, gboolean commit, GError **error)
{
  gboolean done =
      commit && akk_sql_do (akk_sql_keep (self->db, &self->commit, "COMMIT", error), error, NULL);

  if (!done) {
    /* After some errors, as a full disk, SQLite has rolled back by itself. */
    if (!sqlite3_get_autocommit (self->db))
      akk_sql_do (akk_sql_keep (self->db, &self->rollback, "ROLLBACK", NULL), NULL, NULL);
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

/* Values of a conflict go too, instead of into the log. */
static gboolean
forget_cell (AkkStore *self, gint64 step, gint64 n, gint64 record, gint64 cell, GError **error)
{
  return akk_sql_run (self->db, error,
                      "UPDATE op SET old = NULL, new = NULL WHERE record = ? AND cell = ?", "ii",
                      record, cell) &&
         akk_sql_run (self->db, error, "DELETE FROM head WHERE record = ? AND cell = ? AND n > 0",
                      "ii", record, cell) &&
         akk_sql_run (self->db, error, "INSERT INTO op VALUES (?, ?, ?, ?, ?, NULL, NULL)", "iiiii",
                      step, n, record, cell, (gint64) AKK_OP_FORGOTTEN);
}

static gboolean
write_head (
    AkkStore *self, gint64 record, gint64 cell, gint64 author, AkkStep *step, GError **error)
{
  sqlite3_stmt *insert =
      akk_sql_keep (self->db, &self->insert_head,
                    "INSERT OR REPLACE INTO head VALUES (?, ?, 0, ?, ?, ?, ?, NULL)", error);

  return akk_sql_do (insert, error, "iiiiii", record, cell, self->replica, akk_step_get_id (step),
                     author, akk_step_get_time (step));
}

static gboolean
write_change (AkkStore *self,
              gint kind,
              AkkStep *step,
              gint64 author,
              gint64 *n,
              AkkChange *change,
              GError **error)
{
  AkkRecord *record = change->record;
  gint64 id = akk_step_get_id (step);
  g_autofree char *name = akk_cell_name (record->type, change->field);
  gint64 cell = akk_store_word (self, name, error);
  gboolean logged;

  if (cell == 0)
    return FALSE;
  if (change->field == NULL)
    return insert_row (self, record, error) && insert_op (self, id, (*n)++, cell, change, error);

  logged = kind == AKK_STEP_FORGETTING ? forget_cell (self, id, (*n)++, record->id, cell, error)
                                       : insert_op (self, id, (*n)++, cell, change, error);
  return logged && replace_heads (self, id, n, record->id, cell, error) &&
         update_row (self, record, change->field, error) &&
         write_head (self, record->id, cell, author, step, error);
}

/* Who changes a record takes it to be there, so that deleting it without knowing of the change
 * disagrees with that, see store-merge-heads.c. */
static gboolean
write_presence (
    AkkStore *self, AkkStep *step, gint64 author, gint64 *n, AkkChange *change, GError **error)
{
  AkkRecord *record = change->record;
  g_autofree char *name = NULL;
  gint64 cell;

  if (change->field == NULL || change->field == &akk_field_deleted || record->deleted != 0)
    return TRUE;
  name = akk_cell_name (record->type, &akk_field_deleted);
  cell = akk_store_word (self, name, error);
  return cell != 0 && replace_heads (self, akk_step_get_id (step), n, record->id, cell, error) &&
         write_head (self, record->id, cell, author, step, error);
}

gboolean
akk_store_write_step (
    AkkStore *self, AkkAction *action, AkkStep *step, gint64 *author, GError **error)
{
  gint64 label;
  sqlite3_stmt *insert;

  if (!akk_store_join (self, error) || (label = akk_store_word (self, action->label, error)) == 0 ||
      (*author = akk_store_word (self, self->author, error)) == 0)
    return FALSE;
  insert = akk_sql_keep (self->db, &self->insert_step,
                         "INSERT INTO step VALUES (?, ?, NULL, ?, ?, ?, ?, nullif (?, 0))", error);
  return akk_sql_do (insert, error, "iiiiiii", akk_step_get_id (step), self->replica,
                     (gint64) action->kind, label, *author, akk_step_get_time (step),
                     action->undone);
}

gboolean
akk_store_write_change (AkkStore *self,
                        AkkAction *action,
                        guint index,
                        AkkStep *step,
                        gint64 author,
                        gint64 *n,
                        GError **error)
{
  AkkChange *change = &g_array_index (action->changes, AkkChange, index);

  return write_change (self, action->kind, step, author, n, change, error) &&
         write_presence (self, step, author, n, change, error);
}
