/* Attachments: files inside the dossier, each named by its SHA-256.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/store-private.h"

/* Below the limit that every connection has (schema.c). */
#define MAX_BYTES (60 * 1000 * 1000)

/* --- Writing --- */

/* Room first, then the bytes: as a value of the statement they would be copied into a row first. */
static gboolean
insert (sqlite3 *db,
        const char *sha256,
        gconstpointer data,
        gsize n_bytes,
        gboolean *new,
        GError **error)
{
  sqlite3_blob *blob = NULL;
  gboolean done;

  if (!akk_sql_run (
          db, error,
          "INSERT INTO blob (sha256, data) VALUES (?, zeroblob (?)) ON CONFLICT DO NOTHING", "si",
          sha256, (gint64) n_bytes))
    return FALSE;
  *new = sqlite3_changes (db) > 0;
  if (!*new || n_bytes == 0)
    return TRUE;
  done = sqlite3_blob_open (db, "main", "blob", "data", sqlite3_last_insert_rowid (db), TRUE,
                            &blob) == SQLITE_OK &&
         sqlite3_blob_write (blob, data, n_bytes, 0) == SQLITE_OK;
  if (!done)
    akk_sql_fail (db, error);
  sqlite3_blob_close (blob);
  return done;
}

char *
akk_store_add_blob (AkkStore *self, GBytes *data, GError **error)
{
  gsize n_bytes = g_bytes_get_size (data);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  gboolean new;

  g_return_val_if_fail (!self->read_only, NULL);

  akk_store_hurry (self);
  if (n_bytes > MAX_BYTES) {
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED,
                         _ ("The file is larger than 60 MB. Attach a smaller one: scan it in grey, "
                            "or at a lower resolution."));
    return NULL;
  }
  if (!akk_store_transaction_begin (self, error) ||
      !akk_store_transaction_end (
          self, insert (self->db, sha256, g_bytes_get_data (data, NULL), n_bytes, &new, error),
          error))
    return NULL;
  return g_steal_pointer (&sha256);
}

/* --- Reading --- */

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED,
                       _ ("An attachment is not what it was when it was added: it was changed by "
                          "another program. Take it from an earlier copy of the dossier."));
  return FALSE;
}

/* Straight into memory of our own: a column would be put together by SQLite first, as a second
 * copy. */
static GBytes *
read_row (sqlite3 *db, gint64 row, GError **error)
{
  g_autofree guint8 *data = NULL;
  sqlite3_blob *blob = NULL;
  int n_bytes, code;

  if (sqlite3_blob_open (db, "main", "blob", "data", row, 0, &blob) != SQLITE_OK) {
    sqlite3_blob_close (blob);
    akk_sql_fail (db, error);
    return NULL;
  }
  n_bytes = sqlite3_blob_bytes (blob);
  data = g_malloc (MAX (n_bytes, 1));
  code = sqlite3_blob_read (blob, data, n_bytes, 0);
  sqlite3_blob_close (blob);
  if (code != SQLITE_OK) {
    akk_sql_fail (db, error);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&data), n_bytes);
}

GBytes *
akk_store_get_blob (AkkStore *self, const char *sha256, GError **error)
{
  gint64 row = akk_sql_int (self->db, 0, "SELECT rowid FROM blob WHERE sha256 = ?", "s", sha256);
  g_autoptr (GBytes) data = NULL;
  g_autofree char *found = NULL;

  if (row == 0) {
    g_set_error_literal (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED,
                         _ ("The attachment is not in this dossier. Look in an earlier copy."));
    return NULL;
  }
  data = read_row (self->db, row, error);
  if (data == NULL)
    return NULL;
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  if (!g_str_equal (found, sha256) && !set_damaged (error))
    return NULL;
  return g_steal_pointer (&data);
}

/* --- Merge --- */

/* Only what is what its name says. */
static gboolean
take_blob (AkkMerge *merge, sqlite3_stmt *row, GError **error)
{
  const char *sha256 = (const char *) sqlite3_column_text (row, 0);
  gconstpointer data = sqlite3_column_blob (row, 1);
  gsize n_bytes = sqlite3_column_bytes (row, 1);
  g_autofree char *found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, n_bytes);
  gboolean new = FALSE;

  if (g_strcmp0 (found, sha256) != 0)
    return TRUE;
  if (!insert (merge->self->db, sha256, data, n_bytes, &new, error))
    return FALSE;
  merge->changed |= new;
  return TRUE;
}

gboolean
akk_merge_blobs (AkkMerge *merge, GError **error)
{
  g_autoptr (sqlite3_stmt) names = akk_sql_query (
      merge->other->db, error, "SELECT rowid, sha256 FROM blob ORDER BY rowid", NULL);
  GError *failure = NULL;

  while (names != NULL && akk_sql_step (names, &failure)) {
    g_autofree char *sha256 = akk_sql_column_text (names, 1);
    g_autoptr (sqlite3_stmt) row = NULL;

    if (akk_sql_int (merge->self->db, 0, "SELECT 1 FROM blob WHERE sha256 = ?", "s", sha256) != 0)
      continue;
    row = akk_sql_query (merge->other->db, error, "SELECT sha256, data FROM blob WHERE rowid = ?",
                         "i", sqlite3_column_int64 (names, 0));
    if (row == NULL || (akk_sql_step (row, &failure) && !take_blob (merge, row, error)))
      return FALSE;
    if (failure != NULL)
      break;
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return names != NULL && failure == NULL;
}
