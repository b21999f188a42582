/* Searching words in all records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index follows the log when it is needed (a search, a copy) rather than with each action: a
 * burst of typing would otherwise index its whole section again. It holds words only, no text. The
 * high bits of its key `doc`.`n` say of which kind a record is, the low ones grow with each change:
 * so one walk along the matches counts each kind and meets the newest first, and no row is read for
 * those that are not shown. */
#include "config.h"

#include "core/store-search.h"

#include <string.h>

#include "core/store-private.h"

/* In the background: so long at a time, with such a pause. */
#define SLICE_US 6000
#define PAUSE_US 8000

/* The fields by which a record is known. */
static const char *const naming[] = { "title",   "short_title", "name", "short_name",
                                      "heading", "number",      NULL };

/* --- The index --- */

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

static char *
names_of (sqlite3 *db, const AkkRecordType *type, gint64 id)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ''");

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].search && g_strv_contains (naming, type->fields[i].name))
      g_string_append_printf (sql, " || ' ' || %s", type->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ? AND deleted = 0", type->table);
  return akk_sql_text (db, sql->str, "i", id);
}

static gboolean
is_part (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* The text, and its names once more with each word marked. */
static char *
with_names (const char *text, const char *names)
{
  GString *all = g_string_new (text);
  gboolean inside = FALSE;

  g_string_append_c (all, '\n');
  for (const char *c = names; *c != '\0'; c = g_utf8_next_char (c)) {
    gboolean part = is_part (g_utf8_get_char (c));

    if (part && !inside)
      g_string_append (all, " " AKK_NAME_MARK);
    g_string_append_len (all, c, g_utf8_next_char (c) - c);
    inside = part;
  }
  return g_string_free_and_steal (all);
}

/* The statements of one round. */
typedef struct {
  sqlite3 *db;
  sqlite3_stmt *find, *drop_words, *drop_doc, *add_doc, *add_words, *name;
} Indexer;

static gboolean
indexer_init (Indexer *indexer, sqlite3 *db, GError **error)
{
  *indexer = (Indexer) { .db = db };
  indexer->find = akk_sql_query (db, error, "SELECT n FROM doc WHERE id = ?", NULL);
  indexer->drop_words = akk_sql_query (db, error, "DELETE FROM search WHERE rowid = ?", NULL);
  indexer->drop_doc = akk_sql_query (db, error, "DELETE FROM doc WHERE n = ?", NULL);
  indexer->add_doc = akk_sql_query (db, error, AKK_SQL_ADD_DOC, NULL);
  indexer->add_words = akk_sql_query (
      db, error, "INSERT INTO search (rowid, text) SELECT n, ? FROM doc WHERE id = ?", NULL);
  indexer->name = akk_sql_query (db, error, "INSERT OR IGNORE INTO word (text) VALUES (?)", NULL);
  return indexer->find != NULL && indexer->drop_words != NULL && indexer->drop_doc != NULL &&
         indexer->add_doc != NULL && indexer->add_words != NULL && indexer->name != NULL;
}

static void
indexer_clear (Indexer *indexer)
{
  sqlite3_finalize (indexer->find);
  sqlite3_finalize (indexer->drop_words);
  sqlite3_finalize (indexer->drop_doc);
  sqlite3_finalize (indexer->add_doc);
  sqlite3_finalize (indexer->add_words);
  sqlite3_finalize (indexer->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Indexer, indexer_clear)

static gboolean
index_record (Indexer *indexer, const AkkRecordType *type, gint64 id, GError **error)
{
  g_autofree char *text = searchable_text (indexer->db, type, id);
  g_autofree char *names = names_of (indexer->db, type, id);
  g_autofree char *all = NULL;
  gint64 n = 0;

  akk_sql_bind (indexer->find, "i", id);
  if (sqlite3_step (indexer->find) == SQLITE_ROW)
    n = sqlite3_column_int64 (indexer->find, 0);
  sqlite3_reset (indexer->find);
  if (n != 0 && (!akk_sql_do (indexer->drop_words, error, "i", n) ||
                 !akk_sql_do (indexer->drop_doc, error, "i", n)))
    return FALSE;
  if (text == NULL || *g_strstrip (text) == '\0')
    return TRUE;
  all = with_names (text, names != NULL ? names : "");
  return akk_sql_do (indexer->name, error, "s", type->table) &&
         akk_sql_do (indexer->add_doc, error, "is", id, type->table) &&
         akk_sql_do (indexer->add_words, error, "si", all, id);
}

/* The place in the log up to which the index has come. */
typedef struct {
  gint64 step, n;
  gboolean forgot; /* whether on the way something was forgotten */
} Place;

static gboolean
index_since (sqlite3 *db, Place *place, gint64 until_us, gboolean *behind, GError **error)
{
  g_auto (Indexer) indexer = { NULL };
  g_autoptr (sqlite3_stmt) changed =
      akk_sql_query (db, error,
                     "SELECT step, op.n, record, text, at FROM op JOIN word ON word.n = op.cell"
                     " WHERE (step, op.n) > (?, ?) ORDER BY step, op.n",
                     "ii", place->step, place->n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GError *failure = NULL;

  if (changed == NULL || !indexer_init (&indexer, db, error))
    return FALSE;
  while (!*behind && akk_sql_step (changed, &failure)) {
    gint64 id = sqlite3_column_int64 (changed, 2);
    const AkkRecordType *type;
    const AkkField *field;

    place->step = sqlite3_column_int64 (changed, 0);
    place->n = sqlite3_column_int64 (changed, 1);
    place->forgot |= sqlite3_column_int64 (changed, 4) == AKK_OP_FORGOTTEN;
    if (!akk_cell_parse ((const char *) sqlite3_column_text (changed, 3), &type, &field) ||
        (field != NULL && !field->search && field != &akk_field_deleted) ||
        !g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
      continue;
    if (!index_record (&indexer, type, id, error))
      return FALSE;
    *behind = g_get_monotonic_time () >= until_us;
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* The words of a changed record stay in the index, marked, until it is merged; forgotten ones must
 * not. */
static gboolean
drop_forgotten (sqlite3 *db, const Place *place, GError **error)
{
  return !place->forgot ||
         akk_sql_exec (db, "INSERT INTO search (search) VALUES ('optimize')", error);
}

static gboolean
save_place (sqlite3 *db, const Place *place, GError **error)
{
  return akk_sql_run (db, error, "INSERT OR REPLACE INTO meta VALUES ('searched', ?)", "i",
                      place->step) &&
         akk_sql_run (db, error, "INSERT OR REPLACE INTO meta VALUES ('searched-n', ?)", "i",
                      place->n);
}

gboolean
akk_search_is_behind (sqlite3 *db)
{
  return akk_sql_int (db, 0,
                      "SELECT 1 FROM op WHERE (step, n) >"
                      " (coalesce ((SELECT value FROM meta WHERE key = 'searched'), 0),"
                      " coalesce ((SELECT value FROM meta WHERE key = 'searched-n'), 0)) LIMIT 1",
                      NULL) != 0;
}

gboolean
akk_search_catch_up (sqlite3 *db, gint64 until_us, GError **error)
{
  Place place = { akk_sql_int (db, 0, "SELECT value FROM meta WHERE key = 'searched'", NULL),
                  akk_sql_int (db, 0, "SELECT value FROM meta WHERE key = 'searched-n'", NULL),
                  FALSE };
  gboolean behind = FALSE;

  if (!akk_search_is_behind (db))
    return TRUE;
  return index_since (db, &place, until_us, &behind, error) && drop_forgotten (db, &place, error) &&
         save_place (db, &place, error);
}

gboolean
akk_store_index (AkkStore *self, GCancellable *cancellable)
{
  gboolean done = !self->read_only;

  for (gboolean first = TRUE; done && akk_search_is_behind (self->db); first = FALSE) {
    if (!first)
      g_usleep (PAUSE_US);
    done = !g_cancellable_is_cancelled (cancellable) && akk_store_transaction_begin (self, NULL);
    if (done)
      done = akk_store_transaction_end (
          self, akk_search_catch_up (self->db, g_get_monotonic_time () + SLICE_US, NULL), NULL);
  }
  return done;
}
