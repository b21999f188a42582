/* Taking over what another copy of the dossier has.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why this is right. Every step has a dot that is unique in the world (session, number). A store
 * knows, per session, all steps up to some number: it starts as a copy that knows what the original
 * knew, adds its own steps at the end, and takes over another store as a whole or not at all. An
 * action replaces all values of a cell that its store holds. So for a value that one of two stores
 * holds and the other does not there are only two cases: the other never knew its dot, then it is
 * news and stands; or it did, then some step known there replaced it, and it is outdated. Which
 * values stand does not depend on who merges whom, in which order, or how often; the one that is
 * shown is the newest in a total order. Clocks only decide which one that is. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/store-private.h"

/* --- What a store has seen --- */

/* A merge that missed a row would count it as seen, for ever: so each reading has to come to its
 * end. Takes `failure`. */
static gboolean
read_to_the_end (sqlite3_stmt *rows, GError *failure, GError **error)
{
  if (failure != NULL)
    g_propagate_error (error, failure);
  return rows != NULL && failure == NULL;
}

/* NULL on error. */
static GHashTable *
read_seen (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = akk_sql_query (
      db, error, "SELECT id, coalesce (seq, (SELECT max (id) FROM step)) FROM replica", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GError *failure = NULL;

  while (rows != NULL && akk_sql_step (rows, &failure)) {
    gint64 id = sqlite3_column_int64 (rows, 0), seq = sqlite3_column_int64 (rows, 1);
    g_hash_table_insert (seen, g_memdup2 (&id, sizeof id), g_memdup2 (&seq, sizeof seq));
  }
  if (!read_to_the_end (rows, failure, error))
    return NULL;
  return g_steal_pointer (&seen);
}

static gboolean
take_sessions (AkkMerge *merge, GError **error)
{
  GHashTableIter iter;
  gint64 *id, *seq;

  g_hash_table_iter_init (&iter, merge->their_seen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &seq))
    if (!akk_sql_run (merge->self->db, error,
                      "INSERT INTO replica (id, seq) VALUES (?, ?) ON CONFLICT (id) DO UPDATE"
                      " SET seq = max (seq, excluded.seq) WHERE seq IS NOT NULL",
                      "ii", *id, *seq))
      return FALSE;
  return TRUE;
}

/* --- Steps --- */

/* What is permanent is made and never changed, whatever the other log says. */
static gboolean
may_be_logged (AkkStore *self, gint64 cell)
{
  g_autofree char *name = akk_store_word_text (self->db, cell);
  const AkkRecordType *type;
  const AkkField *field;

  return !akk_cell_parse (name, &type, &field) || !type->permanent || field == NULL;
}

static gboolean
take_ops (AkkMerge *merge, gint64 their_step, gint64 step, GError **error)
{
  g_autoptr (sqlite3_stmt) ops = akk_sql_query (
      merge->other->db, error,
      "SELECT n, record, cell, at, old, new FROM op WHERE step = ? ORDER BY n", "i", their_step);
  GError *failure = NULL;

  while (ops != NULL && akk_sql_step (ops, &failure)) {
    gint64 record = sqlite3_column_int64 (ops, 1);
    gint64 cell = akk_merge_word (merge, sqlite3_column_int64 (ops, 2), error);

    if (cell != 0 && !may_be_logged (merge->self, cell))
      continue;
    if (cell == 0 ||
        !akk_sql_run (merge->self->db, error, "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)",
                      "iiiivvv", step, sqlite3_column_int64 (ops, 0), record, cell,
                      sqlite3_column_value (ops, 3), sqlite3_column_value (ops, 4),
                      sqlite3_column_value (ops, 5)))
      return FALSE;
  }
  return read_to_the_end (ops, failure, error);
}

/* Their steps come in their order, before the step of the merge itself. Merges stay at home: what
 * they brought comes along, and otherwise two stores that merge each other would never be done. */
static gboolean
take_steps (AkkMerge *merge, GError **error)
{
  g_autoptr (sqlite3_stmt) steps = akk_sql_query (
      merge->other->db, error,
      "SELECT step.id, replica.id, coalesce (step.seq, step.id), kind, label, author, time, undone"
      " FROM step JOIN replica ON replica.n = replica ORDER BY step.id",
      NULL);
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GError *failure = NULL;

  while (steps != NULL && akk_sql_step (steps, &failure)) {
    gint64 theirs = sqlite3_column_int64 (steps, 0), replica = sqlite3_column_int64 (steps, 1);
    gint64 seq = sqlite3_column_int64 (steps, 2), undone = sqlite3_column_int64 (steps, 7);
    gint64 *ours = g_hash_table_lookup (taken, &undone);
    gint64 label, author;

    if (akk_merge_knows (merge->our_seen, replica, seq))
      continue;
    label = akk_merge_word (merge, sqlite3_column_int64 (steps, 4), error);
    author = akk_merge_word (merge, sqlite3_column_int64 (steps, 5), error);
    if (label == 0 || author == 0 ||
        !akk_sql_run (merge->self->db, error,
                      "INSERT INTO step SELECT ?, n, ?, ?, ?, ?, ?, nullif (?, 0) FROM replica"
                      " WHERE id = ?",
                      "iiiiiiii", merge->step, seq, sqlite3_column_int64 (steps, 3), label, author,
                      sqlite3_column_int64 (steps, 6), ours != NULL ? *ours : 0, replica) ||
        !take_ops (merge, theirs, merge->step, error))
      return FALSE;
    g_hash_table_insert (taken, g_memdup2 (&theirs, sizeof theirs),
                         g_memdup2 (&merge->step, sizeof merge->step));
    merge->step++;
    merge->changed = TRUE;
  }
  return read_to_the_end (steps, failure, error);
}

/* --- Records --- */

static gboolean
take_record (AkkMerge *merge, const AkkRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GString) columns = g_string_new ("id, deleted");
  g_autoptr (GString) marks = g_string_new ("?, ?");
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autofree char *select = NULL;
  g_autofree char *sql = NULL;
  gint64 cell = akk_store_word (merge->self, type->table, error);

  for (guint i = 0; i < type->n_fields; i++) {
    g_string_append_printf (columns, ", %s", type->fields[i].name);
    g_string_append (marks, ", ?");
  }
  select = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", columns->str, type->table);
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", type->table, columns->str, marks->str);
  row = akk_sql_query (merge->other->db, error, select, "i", id);
  insert = akk_sql_query (merge->self->db, error, sql, NULL);
  if (cell == 0 || row == NULL || insert == NULL || !akk_sql_step (row, error))
    return FALSE;
  for (guint i = 0; i < type->n_fields + 2; i++)
    sqlite3_bind_value (insert, i + 1, sqlite3_column_value (row, i));
  if (type->permanent) /* no action deletes it */
    sqlite3_bind_int64 (insert, 2, 0);
  if (sqlite3_step (insert) != SQLITE_DONE)
    return akk_sql_fail (merge->self->db, error);
  return akk_merge_log (merge, id, cell, NULL, NULL, NULL, error);
}

static gboolean
take_records (AkkMerge *merge, const AkkRecordType *type, GError **error)
{
  g_autofree char *list = g_strdup_printf ("SELECT id FROM %s", type->table);
  g_autofree char *known = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", type->table);
  g_autoptr (sqlite3_stmt) ids = akk_sql_query (merge->other->db, error, list, NULL);
  g_autoptr (sqlite3_stmt) find = akk_sql_query (merge->self->db, error, known, NULL);
  GError *failure = NULL;

  while (ids != NULL && find != NULL && akk_sql_step (ids, &failure)) {
    gint64 id = sqlite3_column_int64 (ids, 0);
    gboolean have;

    akk_sql_bind (find, "i", id);
    have = sqlite3_step (find) == SQLITE_ROW;
    sqlite3_reset (find);
    if (!have && !take_record (merge, type, id, error))
      return FALSE;
  }
  return read_to_the_end (ids, failure, error) && find != NULL;
}

/* --- All of it --- */

static gboolean
insert_merge_step (AkkMerge *merge, AkkStep *step, GError **error)
{
  gint64 label = akk_store_word (merge->self, N_ ("Merge with another copy"), error);
  gint64 author = akk_store_word (merge->self, merge->self->author, error);

  return label != 0 && author != 0 &&
         akk_sql_run (merge->self->db, error,
                      "INSERT INTO step VALUES (?, 0, NULL, ?, ?, ?, ?, NULL)", "iiiii",
                      merge->step, (gint64) AKK_STEP_MERGE, label, author,
                      akk_step_get_time (step));
}

/* Forgetting reaches the copies that still remember; also what this merge itself noted. */
static gboolean
forget_too (AkkMerge *merge, GError **error)
{
  return akk_sql_run (merge->self->db, error,
                      "UPDATE op SET old = NULL, new = NULL WHERE (record, cell) IN"
                      " (SELECT record, cell FROM op WHERE step > ? AND at = ?)",
                      "ii", merge->self->last_step, (gint64) AKK_OP_FORGOTTEN);
}

static gboolean
take_all (AkkMerge *merge, AkkStep **step, GError **error)
{
  if (!akk_store_join (merge->self, error) || !take_sessions (merge, error) ||
      !take_steps (merge, error))
    return FALSE;
  *step = akk_step_new (merge->step, AKK_STEP_MERGE, 0, N_ ("Merge with another copy"),
                        merge->self->author, akk_store_now (merge->self));
  for (guint t = 0; akk_record_types[t] != NULL; t++)
    if (!take_records (merge, akk_record_types[t], error))
      return FALSE;
  return akk_merge_blobs (merge, error) && akk_merge_heads (merge, error) &&
         forget_too (merge, error) && insert_merge_step (merge, *step, error);
}

static void
show_result (AkkMerge *merge, AkkStep *step)
{
  AkkStore *self = merge->self;
  GHashTableIter iter;
  gint64 *id;

  self->last_step = self->last_merge = merge->step; /* whoever is told may begin an action */
  g_hash_table_iter_init (&iter, merge->refresh);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    AkkRecord *held = akk_store_peek (self, *id);
    g_autoptr (AkkRecord) record = held != NULL ? g_object_ref (held) : NULL;
    if (record != NULL)
      akk_store_refresh_record (self, record);
  }
  akk_store_reload_lists (self);
  akk_store_stepped (self, step);
}

static void
merge_clear (AkkMerge *merge)
{
  g_clear_object (&merge->other);
  g_clear_pointer (&merge->our_seen, g_hash_table_unref);
  g_clear_pointer (&merge->their_seen, g_hash_table_unref);
  g_clear_pointer (&merge->refresh, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AkkMerge, merge_clear)

static gboolean
check_kinship (AkkMerge *merge, GError **error)
{
  static const char sql[] = "SELECT value FROM meta WHERE key = 'dossier'";

  if (akk_sql_int (merge->self->db, 0, sql, NULL) == akk_sql_int (merge->other->db, -1, sql, NULL))
    return TRUE;
  g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_NOT_OURS,
                       _ ("The other file is not a copy of this dossier. Open it on its own."));
  return FALSE;
}

gboolean
akk_store_merge (AkkStore *self, const char *path, guint *n_conflicts, GError **error)
{
  g_auto (AkkMerge) merge = { .self = self };
  g_autoptr (AkkStep) step = NULL;
  gint64 replica;
  gboolean taken;

  akk_store_hurry (self);
  replica = self->replica;
  merge.step = self->last_step + 1;
  g_return_val_if_fail (self->action == NULL && !self->read_only, FALSE);

  if (n_conflicts != NULL)
    *n_conflicts = 0;
  merge.other = akk_store_open (path, AKK_STORE_READ_ONLY, error);
  if (merge.other == NULL || !check_kinship (&merge, error))
    return FALSE;
  merge.refresh = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  merge.our_seen = read_seen (self->db, error);
  merge.their_seen = merge.our_seen != NULL ? read_seen (merge.other->db, error) : NULL;
  if (merge.their_seen == NULL || !akk_store_transaction_begin (self, error))
    return FALSE;
  taken = take_all (&merge, &step, error);
  if (!akk_store_transaction_end (self, taken && merge.changed, error)) {
    self->replica = replica;
    return taken && !merge.changed;
  }
  if (n_conflicts != NULL)
    *n_conflicts = merge.n_conflicts;
  show_result (&merge, g_steal_pointer (&step));
  return TRUE;
}
