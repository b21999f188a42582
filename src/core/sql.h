/* SQLite in one line each. Only core includes this.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values follow `types`, one letter each: i gint64, s const char * (NULL is SQL's NULL), v
 * sqlite3_value *. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
typedef char AkkSqlText;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkSqlText, sqlite3_free)

/* Sets an AKK_STORE_ERROR that says what went wrong with `db` (NULL: no memory). Returns FALSE. */
gboolean akk_sql_fail (sqlite3 *db, GError **error);

/* Runs statements without values. */
gboolean akk_sql_exec (sqlite3 *db, const char *sql, GError **error);
/* Runs one statement to its end. */
gboolean akk_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...);
/* A statement to step through; NULL on error. */
sqlite3_stmt *akk_sql_query (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
    G_GNUC_WARN_UNUSED_RESULT;
/* The first column of the first row; `fallback` when there is none. */
gint64 akk_sql_int (sqlite3 *db, gint64 fallback, const char *sql, const char *types, ...);
char *akk_sql_text (sqlite3 *db, const char *sql, const char *types, ...) G_GNUC_WARN_UNUSED_RESULT;

/* A statement that is kept: prepared at first use into `*slot`. */
sqlite3_stmt *akk_sql_keep (sqlite3 *db, sqlite3_stmt **slot, const char *sql, GError **error);
void akk_sql_bind (sqlite3_stmt *statement, const char *types, ...);
/* Binds, runs to the end and resets a kept statement. */
gboolean akk_sql_do (sqlite3_stmt *statement, GError **error, const char *types, ...);
/* TRUE while there is a row; FALSE at the end, and with `error` set on failure. */
gboolean akk_sql_step (sqlite3_stmt *statement, GError **error);

/* Column as valid UTF-8 without zero bytes, whatever the file holds. */
char *akk_sql_column_text (sqlite3_stmt *statement, int column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
