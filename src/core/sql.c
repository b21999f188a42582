/* SQLite in one line each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/sql.h"

#include <glib/gi18n.h>

#include "core/store.h"

gboolean
akk_sql_fail (sqlite3 *db, GError **error)
{
  int code = db != NULL ? sqlite3_errcode (db) & 0xff : SQLITE_NOMEM;

  switch (code) {
  case SQLITE_FULL:
    g_set_error_literal (
        error, AKK_STORE_ERROR, AKK_STORE_ERROR_FULL,
        _ ("The disk is full. Make room and try again; what was saved before is safe."));
    break;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_READ_ONLY,
                         _ ("The dossier cannot be written here. Save a copy in another folder."));
    break;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED,
                         _ ("The dossier is damaged. Open an earlier copy of it."));
    break;
  default:
    g_set_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED,
                 _ ("The dossier could not be read or written (%s). Try again."),
                 db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
  }
  return FALSE;
}

static void
bind_list (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 1; types != NULL && types[i - 1] != '\0'; i++) {
    switch (types[i - 1]) {
    case 'i':
      sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
      break;
    case 's':
      sqlite3_bind_text (statement, i, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
      break;
    case 'v':
      sqlite3_bind_value (statement, i, va_arg (values, sqlite3_value *));
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

static sqlite3_stmt *
query_list (sqlite3 *db, GError **error, const char *sql, const char *types, va_list values)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK) {
    akk_sql_fail (db, error);
    return NULL;
  }
  bind_list (statement, types, values);
  return statement;
}

gboolean
akk_sql_exec (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || akk_sql_fail (db, error);
}

gboolean
akk_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list values;
  int code;

  va_start (values, types);
  statement = query_list (db, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    ;
  return code == SQLITE_DONE || akk_sql_fail (db, error);
}

sqlite3_stmt *
akk_sql_query (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = query_list (db, error, sql, types, values);
  va_end (values);
  return statement;
}

gint64
akk_sql_int (sqlite3 *db, gint64 fallback, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list values;

  va_start (values, types);
  statement = query_list (db, NULL, sql, types, values);
  va_end (values);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW ||
      sqlite3_column_type (statement, 0) == SQLITE_NULL)
    return fallback;
  return sqlite3_column_int64 (statement, 0);
}

char *
akk_sql_text (sqlite3 *db, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list values;

  va_start (values, types);
  statement = query_list (db, NULL, sql, types, values);
  va_end (values);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW ||
      sqlite3_column_type (statement, 0) == SQLITE_NULL)
    return NULL;
  return akk_sql_column_text (statement, 0);
}

sqlite3_stmt *
akk_sql_keep (sqlite3 *db, sqlite3_stmt **slot, const char *sql, GError **error)
{
  if (*slot == NULL &&
      sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL) != SQLITE_OK)
    akk_sql_fail (db, error);
  return *slot;
}

void
akk_sql_bind (sqlite3_stmt *statement, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  bind_list (statement, types, values);
  va_end (values);
}

gboolean
akk_sql_do (sqlite3_stmt *statement, GError **error, const char *types, ...)
{
  va_list values;
  gboolean done;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  bind_list (statement, types, values);
  va_end (values);
  done = sqlite3_step (statement) == SQLITE_DONE ||
         akk_sql_fail (sqlite3_db_handle (statement), error);
  sqlite3_reset (statement);
  return done;
}

gboolean
akk_sql_step (sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    akk_sql_fail (sqlite3_db_handle (statement), error);
  return code == SQLITE_ROW;
}

char *
akk_sql_column_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL)
    return g_strdup ("");
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}
