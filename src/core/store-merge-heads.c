/* Merging, cell by cell: which values stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/store-private.h"

/* --- Reading heads --- */

static void
head_free (gpointer data)
{
  AkkHead *head = data;

  sqlite3_value_free (head->value);
  g_free (head);
}

/* What the row shows. */
static sqlite3_value *
row_value (sqlite3 *db, const AkkRecordType *type, const AkkField *field, gint64 id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", field->name, type->table);
  g_autoptr (sqlite3_stmt) row = akk_sql_query (db, NULL, sql, "i", id);

  if (row == NULL || sqlite3_step (row) != SQLITE_ROW)
    return NULL;
  return sqlite3_value_dup (sqlite3_column_value (row, 0));
}

/* A cell of a record that has no row. */
static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED,
                       _ ("The dossier is damaged. Open an earlier copy of it."));
  return FALSE;
}

static gboolean
have_values (GPtrArray *heads)
{
  for (guint i = 0; i < heads->len; i++)
    if (((AkkHead *) heads->pdata[i])->value == NULL)
      return FALSE;
  return TRUE;
}

/* NULL on error. */
static GPtrArray *
read_heads (sqlite3 *db,
            gint64 record,
            gint64 cell,
            const AkkRecordType *type,
            const AkkField *field,
            gboolean ours,
            GError **error)
{
  g_autoptr (sqlite3_stmt) rows = akk_sql_query (db, error,
                                                 "SELECT head.n, id, head.seq, time, author, value "
                                                 "FROM head JOIN replica ON replica.n = replica"
                                                 " WHERE record = ? AND cell = ? ORDER BY head.n",
                                                 "ii", record, cell);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (head_free);
  GError *failure = NULL;

  while (rows != NULL && akk_sql_step (rows, &failure)) {
    AkkHead *head = g_new0 (AkkHead, 1);
    head->replica = sqlite3_column_int64 (rows, 1);
    head->seq = sqlite3_column_int64 (rows, 2);
    head->time = sqlite3_column_int64 (rows, 3);
    head->author = sqlite3_column_int64 (rows, 4);
    head->value = sqlite3_column_int (rows, 0) == 0
                      ? row_value (db, type, field, record)
                      : sqlite3_value_dup (sqlite3_column_value (rows, 5));
    head->ours = ours;
    head->theirs = !ours;
    g_ptr_array_add (heads, head);
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (rows == NULL || failure != NULL || (!have_values (heads) && !set_damaged (error)))
    return NULL;
  return g_steal_pointer (&heads);
}

/* --- Deciding --- */

gboolean
akk_merge_knows (GHashTable *seen, gint64 replica, gint64 seq)
{
  gint64 *newest = g_hash_table_lookup (seen, &replica);

  return newest != NULL && *newest >= seq;
}

static AkkHead *
find_head (GPtrArray *heads, const AkkHead *wanted)
{
  for (guint i = 0; i < heads->len; i++) {
    AkkHead *head = heads->pdata[i];
    if (head->replica == wanted->replica && head->seq == wanted->seq)
      return head;
  }
  return NULL;
}

/* A total order that is the same everywhere: the newest first; clocks need not be right for that.
 */
static int
compare_heads (gconstpointer a, gconstpointer b)
{
  const AkkHead *one = *(AkkHead *const *) a, *two = *(AkkHead *const *) b;

  if (one->time != two->time)
    return one->time > two->time ? -1 : 1;
  if (one->replica != two->replica)
    return one->replica > two->replica ? -1 : 1;
  return one->seq == two->seq ? 0 : one->seq > two->seq ? -1 : 1;
}

/* Of those who deleted a record and those who changed it, unknowing, the latter prevail: else what
 * they wrote would be out of sight. */
static int
compare_presence (gconstpointer a, gconstpointer b)
{
  const AkkHead *one = *(AkkHead *const *) a, *two = *(AkkHead *const *) b;
  gint64 deleted = sqlite3_value_int64 (one->value);

  if (deleted != sqlite3_value_int64 (two->value))
    return deleted == 0 ? -1 : 1;
  return compare_heads (a, b);
}

/* What both have stands. What only one has stands if the other never knew it; if it did, it has
 * replaced it. */
static GPtrArray *
surviving (AkkMerge *merge, const AkkField *field, GPtrArray *ours, GPtrArray *theirs)
{
  GPtrArray *heads = g_ptr_array_new ();

  for (guint i = 0; i < ours->len; i++) {
    AkkHead *head = ours->pdata[i];
    head->theirs = find_head (theirs, head) != NULL;
    if (head->theirs || !akk_merge_knows (merge->their_seen, head->replica, head->seq))
      g_ptr_array_add (heads, head);
  }
  for (guint i = 0; i < theirs->len; i++) {
    AkkHead *head = theirs->pdata[i];
    if (find_head (ours, head) == NULL &&
        !akk_merge_knows (merge->our_seen, head->replica, head->seq))
      g_ptr_array_add (heads, head);
  }
  g_ptr_array_sort (heads, field == &akk_field_deleted ? compare_presence : compare_heads);
  return heads;
}

static gboolean
same_heads (GPtrArray *ours, GPtrArray *surviving_heads)
{
  if (ours->len != surviving_heads->len)
    return FALSE;
  for (guint i = 0; i < surviving_heads->len; i++)
    if (!((AkkHead *) surviving_heads->pdata[i])->ours)
      return FALSE;
  return TRUE;
}

static gboolean
same_value (sqlite3_value *a, sqlite3_value *b)
{
  if (a == NULL || b == NULL || sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;
  if (sqlite3_value_type (a) == SQLITE_INTEGER)
    return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
  return sqlite3_value_bytes (a) == sqlite3_value_bytes (b) &&
         memcmp (sqlite3_value_text (a), sqlite3_value_text (b), sqlite3_value_bytes (a)) == 0;
}

/* --- Writing --- */

gint64
akk_merge_word (AkkMerge *merge, gint64 n, GError **error)
{
  g_autofree char *text = akk_store_word_text (merge->other->db, n);

  return akk_store_word (merge->self, text, error);
}

gboolean
akk_merge_log (AkkMerge *merge,
               gint64 record,
               gint64 cell,
               const AkkField *field,
               sqlite3_value *old,
               sqlite3_value *new,
               GError **error)
{
  g_autoptr (sqlite3_stmt) insert =
      akk_sql_query (merge->self->db, error, "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)", "iiii",
                     merge->step, merge->n_ops++, record, cell);

  if (insert == NULL)
    return FALSE;
  merge->changed = TRUE;
  g_hash_table_add (merge->refresh, g_memdup2 (&record, sizeof record));
  if (field != NULL && field->kind == AKK_FIELD_TEXT && old != NULL && new != NULL) {
    const char *before = (const char *) sqlite3_value_text (old);
    const char *after = (const char *) sqlite3_value_text (new);
    AkkSpan span = akk_text_span (before, after);
    sqlite3_bind_int64 (insert, 5, span.at);
    sqlite3_bind_text (insert, 6, before + span.at, span.n_old, SQLITE_TRANSIENT);
    sqlite3_bind_text (insert, 7, after + span.at, span.n_new, SQLITE_TRANSIENT);
  } else if (old != NULL && new != NULL) {
    sqlite3_bind_value (insert, 6, old);
    sqlite3_bind_value (insert, 7, new);
  }
  return sqlite3_step (insert) == SQLITE_DONE || akk_sql_fail (merge->self->db, error);
}

static gboolean
write_head (AkkMerge *merge, gint64 record, gint64 cell, gint64 n, AkkHead *head, GError **error)
{
  gint64 author = head->ours ? head->author : akk_merge_word (merge, head->author, error);
  g_autoptr (sqlite3_stmt) insert = NULL;

  if (author == 0)
    return FALSE;
  insert =
      akk_sql_query (merge->self->db, error,
                     "INSERT INTO head SELECT ?, ?, ?, n, ?, ?, ?, ? FROM replica WHERE id = ?",
                     "iiiiii", record, cell, n, head->seq, author, head->time);
  if (insert == NULL)
    return FALSE;
  if (n > 0)
    sqlite3_bind_value (insert, 7, head->value);
  sqlite3_bind_int64 (insert, 8, head->replica);
  return sqlite3_step (insert) == SQLITE_DONE || akk_sql_fail (merge->self->db, error);
}

static gboolean
write_cell (AkkMerge *merge,
            gint64 record,
            gint64 cell,
            const AkkRecordType *type,
            const AkkField *field,
            GPtrArray *heads,
            GError **error)
{
  sqlite3 *db = merge->self->db;
  AkkHead *shown = heads->pdata[0];
  sqlite3_value *old = row_value (db, type, field, record);
  gboolean done = old != NULL || set_damaged (error);

  done = done && akk_sql_run (db, error, "DELETE FROM head WHERE record = ? AND cell = ?", "ii",
                              record, cell);
  for (guint i = 0; done && i < heads->len; i++)
    done = write_head (merge, record, cell, i, heads->pdata[i], error);
  if (done && !same_value (old, shown->value)) {
    g_autofree char *sql =
        g_strdup_printf ("UPDATE %s SET %s = ? WHERE id = ?", type->table, field->name);
    done = akk_sql_run (db, error, sql, "vi", shown->value, record);
  }
  done = done && akk_merge_log (merge, record, cell, field, old, shown->value, error);
  sqlite3_value_free (old);
  return done;
}

static gboolean
merge_cell (AkkMerge *merge, gint64 record, gint64 their_cell, GError **error)
{
  g_autofree char *name = akk_store_word_text (merge->other->db, their_cell);
  gint64 cell = akk_store_word (merge->self, name, error);
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) heads = NULL;
  const AkkRecordType *type;
  const AkkField *field;

  if (cell == 0)
    return FALSE;
  if (!akk_cell_parse (name, &type, &field) || field == NULL || type->permanent)
    return TRUE;
  ours = read_heads (merge->self->db, record, cell, type, field, TRUE, error);
  theirs = read_heads (merge->other->db, record, their_cell, type, field, FALSE, error);
  if (ours == NULL || theirs == NULL)
    return FALSE;
  heads = surviving (merge, field, ours, theirs);
  if (heads->len == 0 || same_heads (ours, heads))
    return TRUE;
  for (guint i = 1; i < heads->len; i++)
    if (!same_value (((AkkHead *) heads->pdata[0])->value, ((AkkHead *) heads->pdata[i])->value)) {
      merge->n_conflicts++;
      break;
    }
  return write_cell (merge, record, cell, type, field, heads, error);
}

gboolean
akk_merge_heads (AkkMerge *merge, GError **error)
{
  g_autoptr (sqlite3_stmt) cells =
      akk_sql_query (merge->other->db, error,
                     "SELECT record, cell FROM head WHERE n = 0 ORDER BY record, cell", NULL);
  GError *failure = NULL;

  while (cells != NULL && akk_sql_step (cells, &failure))
    if (!merge_cell (merge, sqlite3_column_int64 (cells, 0), sqlite3_column_int64 (cells, 1),
                     error))
      return FALSE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return cells != NULL && failure == NULL;
}
