/* Copies for publishing, and the thorough check of a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/schema.h"
#include "core/store-private.h"
#include "core/store-snapshot.h"

/* Pages per step: at 4 KB each the main thread, which needs the connection for its actions, never
 * waits for more than a fraction of a millisecond. */
#define PAGES_PER_STEP 64
#define PAUSE_US 200
/* The store's own index meanwhile: so long at a time, with such a pause, so many times for each
 * copy. */
#define INDEX_SLICE_US 2000
#define INDEX_PAUSE_US 10000
#define INDEX_SLICES 100

static int
cancelled_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static sqlite3 *
open_copy (const char *path, int flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, flags, NULL) != SQLITE_OK) {
    akk_sql_fail (db, error);
    return NULL;
  }
  akk_schema_harden (db);
  if (cancellable != NULL)
    sqlite3_progress_handler (db, 10000, cancelled_cb, cancellable);
  return g_steal_pointer (&db);
}

/* The store holds its database alone (EXCLUSIVE), so that no second connection could read it; and
 * one long statement on its connection would make the main thread wait. Hence a backup over the
 * store's connection in small steps: actions get their turn in between, and SQLite carries what
 * they change into the copy. An action holds the connection from BEGIN to COMMIT, so no half one is
 * ever copied. */
static gboolean
copy_pages (AkkStore *self, sqlite3 *copy, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", self->db, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return akk_sql_fail (copy, error);
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);
    if (code == SQLITE_DONE || g_cancellable_is_cancelled (cancellable))
      break;
    g_usleep (PAUSE_US);
  }
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    return akk_sql_fail (copy, error);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The store's own index of words follows here, a few records at a time, so that no search has to do
 * much of it. What remains, after a great import, the copy still does for itself. */
static void
index_words (AkkStore *self, GCancellable *cancellable)
{
  gboolean done = !self->read_only;
  gint64 until_us;

  for (guint i = 0; done && i < INDEX_SLICES && akk_search_is_behind (self->db); i++) {
    if (i > 0)
      g_usleep (INDEX_PAUSE_US);
    /* How far a slice comes depends on the machine; the file of an example must not. */
    until_us = self->deterministic ? G_MAXINT64 : g_get_monotonic_time () + INDEX_SLICE_US;
    done = !g_cancellable_is_cancelled (cancellable) && akk_store_transaction_begin (self, NULL);
    if (done)
      done = akk_store_transaction_end (self, akk_search_catch_up (self->db, until_us, NULL), NULL);
  }
}

static gboolean
vacuum_into (sqlite3 *copy, const char *target, GCancellable *cancellable, GError **error)
{
  int reserved = AKK_STORE_RESERVED_BYTES;

  sqlite3_file_control (copy, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  if (akk_sql_run (copy, g_cancellable_is_cancelled (cancellable) ? NULL : error, "VACUUM INTO ?",
                   "s", target))
    return TRUE;
  if (g_cancellable_is_cancelled (cancellable) && error != NULL) {
    g_clear_error (error);
    g_cancellable_set_error_if_cancelled (cancellable, error);
  }
  return FALSE;
}

gboolean
akk_store_copy_to (AkkStore *self, const char *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *raw = g_strconcat (target, ".raw", NULL);
  g_autoptr (sqlite3) copy = NULL;
  gboolean done;

  index_words (self, cancellable);
  g_unlink (raw);
  copy = open_copy (raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, cancellable, error);
  /* The raw copy is thrown away: it needs neither journal nor sync. */
  done = copy != NULL &&
         akk_sql_exec (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error) &&
         copy_pages (self, copy, cancellable, error) && akk_sql_exec (copy, "BEGIN", error) &&
         akk_search_catch_up (copy, G_MAXINT64, error) && akk_log_compact (copy, error) &&
         akk_sql_exec (copy, "COMMIT", error) && vacuum_into (copy, target, cancellable, error);
  g_clear_pointer (&copy, sqlite3_close_v2);
  g_unlink (raw);
  if (!done)
    g_unlink (target);
  return done;
}

gboolean
akk_store_check (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  g_autoptr (sqlite3) db =
      open_copy (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, cancellable, error);
  g_autofree char *result = NULL;

  if (db == NULL || !akk_schema_verify (db, error))
    return FALSE;
  result = akk_sql_text (db, "PRAGMA integrity_check (1)", NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_strcmp0 (result, "ok") != 0) {
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED,
                         _ ("The dossier is damaged. Open an earlier copy of it."));
    return FALSE;
  }
  return TRUE;
}

gint64
akk_store_get_last_step (AkkStore *self)
{
  return self->last_step;
}

AkkStore *
akk_store_snapshot (AkkStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (AkkStore) snapshot = g_object_new (AKK_TYPE_STORE, NULL);

  snapshot->read_only = TRUE;
  snapshot->db = open_copy (
      ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, NULL, error);
  if (snapshot->db == NULL || !copy_pages (self, snapshot->db, cancellable, error))
    return NULL;
  snapshot->last_step = akk_sql_int (snapshot->db, 0, "SELECT max(id) FROM step", NULL);
  return g_steal_pointer (&snapshot);
}
