/* The tables of a dossier: made from the field lists, compared with what a file holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/schema.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "core/migrations.h"
#include "core/record.h"
#include "core/store.h"

/* No value of a dossier comes near; a foreign file gets no further. */
#define MAX_VALUE_BYTES (64 * 1024 * 1024)
#define MAX_SQL_BYTES (1024 * 1024)

/* What every dossier has beside its records.
 *
 * `word` holds each label, author and cell name ("section.body") once; other tables hold its
 * number. `replica` says what this copy has seen: of each editing session all steps up to `seq`
 * (NULL: the latest session of this copy, all there are). `step` is the log of actions, `op` their
 * changes, see store-private.h. `head` names, for each cell that was ever changed, the steps whose
 * values nobody has replaced yet: n = 0 is shown and has its value in the row, others keep theirs
 * here. `doc` and `search` are the index of words, `page` is the text of attached PDFs (number 0:
 * how it went, AkkReading). */
static const char log_tables[] =
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE word (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;\n"
    "CREATE TABLE replica (n INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, seq INTEGER) "
    "STRICT;\n"
    "CREATE TABLE step (id INTEGER PRIMARY KEY, replica INTEGER NOT NULL, seq INTEGER,"
    " kind INTEGER NOT NULL, label INTEGER NOT NULL, author INTEGER NOT NULL, time INTEGER NOT "
    "NULL,"
    " undone INTEGER) STRICT;\n"
    "CREATE TABLE op (step INTEGER NOT NULL, n INTEGER NOT NULL, record INTEGER NOT NULL,"
    " cell INTEGER NOT NULL, at INTEGER, old ANY, new ANY, PRIMARY KEY (step, n))"
    " STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE head (record INTEGER NOT NULL, cell INTEGER NOT NULL, n INTEGER NOT NULL,"
    " replica INTEGER NOT NULL, seq INTEGER NOT NULL, author INTEGER NOT NULL, time INTEGER NOT "
    "NULL,"
    " value ANY, PRIMARY KEY (record, cell, n)) STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX head_conflicts ON head (record, cell) WHERE n > 0;\n"
    "CREATE TABLE blob (sha256 TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;\n"
    "CREATE TABLE doc (n INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, kind INTEGER NOT NULL)"
    " STRICT;\n"
    "CREATE TABLE page (n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, number INTEGER NOT NULL,"
    " text TEXT NOT NULL, UNIQUE (sha256, number)) STRICT;\n"
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, detail=none, "
    "prefix='1 2 3 4 5',"
    " tokenize='unicode61 remove_diacritics 2');\n";

/* What is asked of all agendas and meetings at once is read from these alone: what a dossier holds
 * beside it, texts above all, costs nothing then. */
static const char more_indexes[] =
    "CREATE INDEX agenda_item_subjects ON agenda_item (meeting_id, deleted, subject, state, "
    "approves_id) WHERE subject <> 0 OR approves_id <> 0;\n"
    "CREATE INDEX meeting_dates ON meeting (date, deleted, body_id, state, starts_at, approved_on, "
    "approved_at_id);\n";

/* --- From the field lists --- */

static gint64
default_of (const AkkField *field)
{
  if (field->kind == AKK_FIELD_ENUM)
    return field->values[0].value;
  if (field->kind == AKK_FIELD_DATE || field->kind == AKK_FIELD_TIME)
    return AKK_NO_DATE;
  return field->initial;
}

/* Lists are read from indexes alone: rows, with their long texts, stay where they are. */
static void
append_indexes (GString *sql, const AkkRecordType *type)
{
  const char *position = akk_record_type_field (type, "position") != NULL ? ", position" : "";

  g_string_append_printf (sql, "CREATE INDEX %s_all ON %s (deleted%s);\n", type->table, type->table,
                          position);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == AKK_FIELD_REF)
      g_string_append_printf (sql, "CREATE INDEX %s_%s ON %s (%s, deleted%s);\n", type->table,
                              type->fields[i].name, type->table, type->fields[i].name, position);
}

char *
akk_schema_sql (void)
{
  GString *sql = g_string_new (log_tables);

  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    const AkkRecordType *type = akk_record_types[t];
    g_string_append_printf (
        sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0",
        type->table);
    for (guint i = 0; i < type->n_fields; i++) {
      const AkkField *field = &type->fields[i];
      if (field->kind == AKK_FIELD_TEXT)
        g_string_append_printf (sql, ", %s TEXT NOT NULL DEFAULT ''", field->name);
      else
        g_string_append_printf (sql, ", %s INTEGER NOT NULL DEFAULT %" G_GINT64_FORMAT, field->name,
                                default_of (field));
    }
    g_string_append (sql, ") STRICT;\n");
    append_indexes (sql, type);
  }
  g_string_append (sql, more_indexes);
  return g_string_free_and_steal (sql);
}

static gboolean
set_version (sqlite3 *db, guint version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                          AKK_STORE_APPLICATION_ID, version);

  return akk_sql_exec (db, sql, error);
}

static gboolean
finish (sqlite3 *db, gboolean made, GError **error)
{
  if (made && akk_sql_exec (db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
akk_schema_create (sqlite3 *db, gint64 dossier, GError **error)
{
  g_autofree char *sql = akk_schema_sql ();

  if (!akk_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  return finish (
      db,
      akk_sql_exec (db, sql, error) && set_version (db, akk_n_migrations, error) &&
          akk_sql_run (db, error, "INSERT INTO meta VALUES ('dossier', ?)", "i", dossier),
      error);
}

gboolean
akk_schema_migrate (sqlite3 *db, GError **error)
{
  guint version = akk_sql_int (db, 0, "PRAGMA user_version", NULL);
  gboolean made = TRUE;

  if (version >= akk_n_migrations)
    return TRUE;
  if (!akk_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = version; made && i < akk_n_migrations; i++)
    made = akk_sql_exec (db, akk_migrations[i], error);
  return finish (db, made && set_version (db, akk_n_migrations, error), error);
}

/* --- What a file holds --- */

void
akk_schema_harden (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
  sqlite3_extended_result_codes (db, 0);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A column that a migration adds comes last, in the field list it may stand anywhere: so columns
 * count as a set. */
static char *
sort_columns (const char *sql)
{
  const char *open = strchr (sql, '('), *close = strrchr (sql, ')');
  g_autofree char *inner = NULL;
  g_auto (GStrv) columns = NULL;
  g_autofree char *sorted = NULL;

  if (open == NULL || close == NULL || close < open || !g_str_has_prefix (sql, "CREATE TABLE"))
    return g_strdup (sql);
  inner = g_strndup (open + 1, close - open - 1);
  columns = g_strsplit (inner, ", ", -1);
  qsort (columns, g_strv_length (columns), sizeof (char *), compare_strings);
  sorted = g_strjoinv (", ", columns);
  return g_strdup_printf ("%.*s(%s%s", (int) (open - sql), sql, sorted, close);
}

char *
akk_schema_describe (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) objects = akk_sql_query (
      db, error, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *failure = NULL;

  if (objects == NULL)
    return NULL;
  while (akk_sql_step (objects, &failure)) {
    g_autofree char *sql = akk_sql_column_text (objects, 2);
    g_autofree char *sorted = sort_columns (sql);
    g_string_append_printf (text, "%s %s: %s\n", sqlite3_column_text (objects, 0),
                            sqlite3_column_text (objects, 1), sorted);
  }
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return NULL;
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
describe_version (guint version, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open (":memory:", &db) != SQLITE_OK) {
    akk_sql_fail (db, error);
    return NULL;
  }
  for (guint i = 0; i < version; i++)
    if (!akk_sql_exec (db, akk_migrations[i], error))
      return NULL;
  return akk_schema_describe (db, error);
}

/* The schema of a version, made once; on any thread. */
static char *
expected_schema (guint version, GError **error)
{
  static GMutex mutex;
  static char **known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (known == NULL)
    known = g_new0 (char *, akk_n_migrations + 1);
  if (known[version] == NULL)
    known[version] = describe_version (version, error);
  return g_strdup (known[version]);
}

gboolean
akk_schema_verify (sqlite3 *db, GError **error)
{
  gint64 application = akk_sql_int (db, -1, "PRAGMA application_id", NULL);
  gint64 version = akk_sql_int (db, -1, "PRAGMA user_version", NULL);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (application < 0)
    return akk_sql_fail (db, error);
  if (application != AKK_STORE_APPLICATION_ID || version < 1) {
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_NOT_OURS,
                         _ ("This is not an Akkoord dossier. Choose another file."));
    return FALSE;
  }
  if (version > akk_n_migrations) {
    g_set_error_literal (
        error, AKK_STORE_ERROR, AKK_STORE_ERROR_NEWER,
        _ ("A newer version of Akkoord made this dossier. Update Akkoord to open it."));
    return FALSE;
  }
  found = akk_schema_describe (db, error);
  expected = found != NULL ? expected_schema (version, error) : NULL;
  if (expected == NULL)
    return FALSE;
  if (strcmp (found, expected) != 0) {
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_NOT_OURS,
                         _ ("This file holds more than a dossier does, or less. It was made or "
                            "changed by another program; "
                            "open a copy that Akkoord made."));
    return FALSE;
  }
  return TRUE;
}
