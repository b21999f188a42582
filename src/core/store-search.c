/* Searching words in all records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index follows the log when it is needed (a search, a copy) rather than with each action: a
 * burst of typing would otherwise index its whole section again. It holds words only, no text; its
 * key `doc`.`n` grows with each change, so that the newest comes first without sorting. */
#include "config.h"

#include <string.h>

#include "core/store-private.h"

#define MAX_RESULTS 200

/* --- The index ----------------------------------------------------------------------------------
 */

static char *
searchable_text (sqlite3 *db, const AkkRecordType *type, gint64 id)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ''");

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].search)
      g_string_append_printf (sql, " || char (10) || %s", type->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ? AND deleted = 0", type->table);
  return akk_sql_text (db, sql->str, "i", id);
}

static gboolean
index_record (sqlite3 *db, const AkkRecordType *type, gint64 id, GError **error)
{
  g_autofree char *text = searchable_text (db, type, id);
  gint64 n = akk_sql_int (db, 0, "SELECT n FROM doc WHERE id = ?", "i", id);

  if (n != 0 && (!akk_sql_run (db, error, "DELETE FROM search WHERE rowid = ?", "i", n) ||
                 !akk_sql_run (db, error, "DELETE FROM doc WHERE n = ?", "i", n)))
    return FALSE;
  if (text == NULL || *g_strstrip (text) == '\0')
    return TRUE;
  return akk_sql_run (db, error, "INSERT OR IGNORE INTO word (text) VALUES (?)", "s",
                      type->table) &&
         akk_sql_run (
             db, error,
             "INSERT INTO doc (n, id, kind) SELECT coalesce ((SELECT max (n) FROM doc), 0) + 1,"
             " ?, n FROM word WHERE text = ?",
             "is", id, type->table) &&
         akk_sql_run (db, error,
                      "INSERT INTO search (rowid, text) SELECT n, ? FROM doc WHERE id = ?", "si",
                      text, id);
}

static gboolean
index_since (sqlite3 *db, gint64 searched, GError **error)
{
  g_autoptr (sqlite3_stmt) changed = akk_sql_query (
      db, error,
      "SELECT record, text FROM op JOIN word ON word.n = op.cell WHERE step > ? ORDER BY step", "i",
      searched);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GError *failure = NULL;

  while (changed != NULL && akk_sql_step (changed, &failure)) {
    gint64 id = sqlite3_column_int64 (changed, 0);
    const char *cell = (const char *) sqlite3_column_text (changed, 1);
    const AkkRecordType *type;
    const AkkField *field;

    if (!akk_cell_parse (cell, &type, &field) ||
        (field != NULL && !field->search && field != &akk_field_deleted) ||
        !g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
      continue;
    if (!index_record (db, type, id, error))
      return FALSE;
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return changed != NULL && failure == NULL;
}

/* The words of a changed record stay in the index, marked, until it is merged; forgotten ones must
 * not. */
static gboolean
drop_forgotten (sqlite3 *db, gint64 searched, GError **error)
{
  if (akk_sql_int (db, 0, "SELECT 1 FROM op WHERE step > ? AND at = ?", "ii", searched,
                   (gint64) AKK_OP_FORGOTTEN) == 0)
    return TRUE;
  return akk_sql_exec (db, "INSERT INTO search (search) VALUES ('optimize')", error);
}

gboolean
akk_search_catch_up (sqlite3 *db, GError **error)
{
  gint64 searched = akk_sql_int (db, 0, "SELECT value FROM meta WHERE key = 'searched'", NULL);
  gint64 last = akk_sql_int (db, 0, "SELECT max (id) FROM step", NULL);

  if (searched >= last)
    return TRUE;
  if (!akk_sql_exec (db, "SAVEPOINT search", error))
    return FALSE;
  if (index_since (db, searched, error) && drop_forgotten (db, searched, error) &&
      akk_sql_run (db, error, "INSERT OR REPLACE INTO meta VALUES ('searched', ?)", "i", last) &&
      akk_sql_exec (db, "RELEASE search", error))
    return TRUE;
  sqlite3_exec (db, "ROLLBACK TO search; RELEASE search", NULL, NULL, NULL);
  return FALSE;
}

/* --- Queries ------------------------------------------------------------------------------------
 */

/* All words, the last one as a prefix, in the language of FTS5; whatever else was typed only
 * separates. */
static char *
match_expression (const char *query)
{
  GString *words = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *c = query; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    gboolean part = g_unichar_isalnum (character) || g_unichar_ismark (character);

    if (part && !inside)
      g_string_append (words, words->len > 0 ? " \"" : "\"");
    else if (!part && inside)
      g_string_append_c (words, '"');
    if (part)
      g_string_append_unichar (words, character);
    inside = part;
  }
  if (inside)
    g_string_append_c (words, '"');
  if (words->len > 0)
    g_string_append_c (words, '*');
  return g_string_free_and_steal (words);
}

GPtrArray *
akk_store_search (AkkStore *self, const char *query)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *normal = g_utf8_normalize (query, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *expression = match_expression (normal != NULL ? normal : "");
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autoptr (GError) error = NULL;

  if (*expression == '\0')
    return found;
  if (!self->read_only) {
    gboolean done = FALSE;
    if (akk_store_transaction_begin (self, &error))
      done = akk_store_transaction_end (self, akk_search_catch_up (self->db, &error), &error);
    if (!done) /* what was indexed before can still be found */
      g_info ("The index of words is behind: %s", error->message);
  }
  rows = akk_sql_query (self->db, NULL,
                        "SELECT doc.id, word.text FROM search JOIN doc ON doc.n = search.rowid"
                        " JOIN word ON word.n = doc.kind WHERE search MATCH ?"
                        " ORDER BY search.rowid DESC LIMIT ?",
                        "si", expression, (gint64) MAX_RESULTS);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW) {
    const AkkRecordType *type = akk_record_type_find ((const char *) sqlite3_column_text (rows, 1));
    gpointer record =
        type != NULL ? akk_store_get (self, type, sqlite3_column_int64 (rows, 0)) : NULL;
    if (record != NULL)
      g_ptr_array_add (found, record);
  }
  return found;
}
