/* The text of attached PDFs, page by page, for searching.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is read in the background, on a worker thread. Whatever takes longer there is cut into short
 * pieces: the main thread waits for the connection while a piece is written. */
#include "config.h"

#include "core/store-search.h"

#include <string.h>

#include "core/store-private.h"

#define PAUSE_US 5000
#define PAGES_PER_SLICE 4
#define BYTES_PER_PIECE (256 * 1024)

/* The row of a file with this number says how its reading went; it is written last. */
#define OUTCOME "0"

/* What refers to files that people read. */
#define FILES                                                                                      \
  "SELECT file AS sha256 FROM attachment WHERE deleted = 0 AND file <> ''"                         \
  " UNION SELECT scan FROM signature WHERE deleted = 0 AND scan <> ''"

static const char *const outcomes[] = {
  [AKK_READING_TO_COME] = "",        [AKK_READING_DONE] = "read",
  [AKK_READING_BLANK] = "blank",     [AKK_READING_LOCKED] = "locked",
  [AKK_READING_DAMAGED] = "damaged", [AKK_READING_NO_PDF] = "no pdf",
};

/* --- Writing --- */

static gboolean
drop_page (sqlite3 *db, gint64 id, GError **error)
{
  return akk_sql_run (db, error,
                      "DELETE FROM search WHERE rowid = (SELECT n FROM doc WHERE id = ?)", "i",
                      -id) &&
         akk_sql_run (db, error, "DELETE FROM doc WHERE id = ?", "i", -id) &&
         akk_sql_run (db, error, "DELETE FROM page WHERE n = ?", "i", id);
}

static gboolean
add_page (sqlite3 *db, const char *sha256, guint number, const char *text, GError **error)
{
  gint64 id;

  if (!akk_sql_run (db, error, "INSERT INTO page (sha256, number, text) VALUES (?, ?, ?)", "sis",
                    sha256, (gint64) number, text))
    return FALSE;
  id = sqlite3_last_insert_rowid (db);
  if (number == 0 || *text == '\0')
    return TRUE;
  return akk_sql_run (db, error, "INSERT OR IGNORE INTO word (text) VALUES (?)", "s",
                      AKK_PAGE_KIND) &&
         akk_sql_run (db, error, AKK_SQL_ADD_DOC, "is", -id, AKK_PAGE_KIND) &&
         akk_sql_run (db, error,
                      "INSERT INTO search (rowid, text) SELECT n, ? FROM doc WHERE id = ?", "si",
                      text, -id);
}

/* Pages whose file nobody refers to, or of `sha256`, some at a time. */
static gboolean
drop_pages (AkkStore *self, const char *sha256, GError **error)
{
  gboolean done = TRUE;

  for (gboolean more = TRUE; done && more;) {
    gint64 id = 0;

    more = FALSE;
    if (!akk_store_transaction_begin (self, error))
      return FALSE;
    for (guint i = 0; done && i < PAGES_PER_SLICE; i++) {
      id = sha256 != NULL
               ? akk_sql_int (self->db, 0, "SELECT n FROM page WHERE sha256 = ? LIMIT 1", "s",
                              sha256)
               : akk_sql_int (self->db, 0,
                              "SELECT n FROM page WHERE sha256 NOT IN (" FILES ") LIMIT 1", NULL);
      more = id != 0;
      done = !more || drop_page (self->db, id, error);
    }
    done = akk_store_transaction_end (self, done, done ? error : NULL);
    if (more)
      g_usleep (PAUSE_US);
  }
  return done;
}

gboolean
akk_store_drop_pages (AkkStore *self, GError **error)
{
  return self->read_only || drop_pages (self, NULL, error);
}

gboolean
akk_store_keep_reading (AkkStore *self,
                        const char *sha256,
                        AkkReading reading,
                        const GPtrArray *pages,
                        GCancellable *cancellable,
                        GError **error)
{
  guint n = pages != NULL ? pages->len : 0;
  gboolean done = TRUE;

  g_return_val_if_fail (!self->read_only && reading != AKK_READING_TO_COME, FALSE);

  /* What a reading that was broken off left behind. */
  if (!drop_pages (self, sha256, error))
    return FALSE;
  for (guint i = 0; done && i <= n; i += PAGES_PER_SLICE) {
    if (i > 0)
      g_usleep (PAUSE_US);
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !akk_store_transaction_begin (self, error))
      return FALSE;
    for (guint k = i; done && k < MIN (i + PAGES_PER_SLICE, n); k++)
      done = add_page (self->db, sha256, k + 1, pages->pdata[k], error);
    if (done && i + PAGES_PER_SLICE > n)
      done = add_page (self->db, sha256, 0, outcomes[reading], error);
    done = akk_store_transaction_end (self, done, done ? error : NULL);
  }
  return done;
}

/* --- Reading --- */

char *
akk_store_next_unread (AkkStore *self)
{
  return akk_sql_text (self->db,
                       "SELECT sha256 FROM (" FILES ") WHERE NOT EXISTS (SELECT 1 FROM page WHERE"
                       " page.sha256 = sha256 AND number = " OUTCOME ") LIMIT 1",
                       NULL);
}

GBytes *
akk_store_read_blob (AkkStore *self, const char *sha256, GCancellable *cancellable, GError **error)
{
  gint64 row = akk_sql_int (self->db, 0, "SELECT rowid FROM blob WHERE sha256 = ?", "s", sha256);
  g_autofree guint8 *data = NULL;
  sqlite3_blob *blob = NULL;
  int n_bytes, code = sqlite3_blob_open (self->db, "main", "blob", "data", row, 0, &blob);

  n_bytes = code == SQLITE_OK ? sqlite3_blob_bytes (blob) : 0;
  data = g_malloc (MAX (n_bytes, 1));
  for (int i = 0; code == SQLITE_OK && i < n_bytes; i += BYTES_PER_PIECE) {
    code = sqlite3_blob_read (blob, data + i, MIN (BYTES_PER_PIECE, n_bytes - i), i);
    if (g_cancellable_is_cancelled (cancellable))
      break;
  }
  sqlite3_blob_close (blob);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (code != SQLITE_OK) {
    akk_sql_fail (self->db, error);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&data), (gsize) n_bytes);
}

AkkReading
akk_store_get_reading (AkkStore *self, const char *sha256)
{
  g_autofree char *outcome = akk_sql_text (
      self->db, "SELECT text FROM page WHERE sha256 = ? AND number = " OUTCOME, "s", sha256);

  for (guint i = 0; outcome != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (outcome, outcomes[i]))
      return (AkkReading) i;
  return AKK_READING_TO_COME;
}

char *
akk_store_get_page (AkkStore *self, gint64 id, char **sha256, guint *number)
{
  sqlite3_stmt *page = akk_store_query (self, "SELECT text, sha256, number FROM page WHERE n = ?");
  char *text = NULL;

  if (page == NULL)
    return NULL;
  akk_sql_bind (page, "i", id);
  if (sqlite3_step (page) == SQLITE_ROW) {
    text = akk_sql_column_text (page, 0);
    *sha256 = akk_sql_column_text (page, 1);
    *number = (guint) sqlite3_column_int64 (page, 2);
  }
  sqlite3_reset (page);
  return text;
}
