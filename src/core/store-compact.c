/* The log, shortened in copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-private.h"

guint akk_undo_horizon = 200;

/* The newest step that nobody can undo or redo any more. */
static gint64
find_horizon (sqlite3 *db)
{
  g_autoptr (GArray) undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 oldest = akk_sql_int (db, 0, "SELECT max (id) FROM step", NULL) + 1;

  akk_undo_load (db, undo, redo);
  for (guint i = undo->len; i > 0 && undo->len - i < akk_undo_horizon; i--)
    oldest = MIN (oldest, g_array_index (undo, gint64, i - 1));
  for (guint i = redo->len; i > 0 && redo->len - i < akk_undo_horizon; i--)
    oldest = MIN (oldest, g_array_index (redo, gint64, i - 1));
  return oldest - 1;
}

/* Nothing here matters to a merge: what this copy has seen stands in `replica`, and which values
 * stand in `head`. The last step of each group stays, so that the newest step of all does too. */
static const char *const statements[] = {
  "CREATE TEMP TABLE gone AS SELECT id, max (id) OVER (PARTITION BY replica, seq IS NULL, kind, "
  "label, author,"
  " time / 3600000000) AS kept FROM step WHERE id <= ?",
  "CREATE TEMP TABLE shorter AS SELECT DISTINCT kept, record, cell, CASE at WHEN -2 THEN -2 END AS "
  "at"
  " FROM op JOIN gone ON gone.id = op.step WHERE step <= ?",
  "DELETE FROM op WHERE step <= ?",
  "INSERT INTO op SELECT kept, row_number () OVER (PARTITION BY kept) - 1, record, cell, at, NULL, "
  "NULL"
  " FROM temp.shorter WHERE kept <= ?",
  "UPDATE step SET undone = NULL WHERE id <= ?",
  "DELETE FROM step WHERE id <= ? AND id IN (SELECT id FROM temp.gone WHERE id <> kept)",
  "INSERT OR REPLACE INTO meta VALUES ('horizon', ?)",
};

gboolean
akk_log_compact (sqlite3 *db, GError **error)
{
  gint64 before = akk_sql_int (db, 0, "SELECT value FROM meta WHERE key = 'horizon'", NULL);
  gint64 horizon = find_horizon (db);

  if (horizon <= before)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!akk_sql_run (db, error, statements[i], "i", horizon))
      return FALSE;
  return akk_sql_exec (db, "DROP TABLE temp.gone; DROP TABLE temp.shorter", error);
}
