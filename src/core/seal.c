/* The seal of a published dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "core/dossier-private.h"
#include "core/store.h"

#define SEAL_BYTES 32
#define HEADER_BYTES 100
/* The largest page of SQLite: the seal lies in the first chunk, whatever the page size. */
#define CHUNK_BYTES 65536

G_STATIC_ASSERT (SEAL_BYTES == AKK_STORE_RESERVED_BYTES);

/* --- The header, see "Database File Format" of SQLite --- */

static guint32
get_u32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gsize
header_page_size (const guint8 *header)
{
  gsize size = (gsize) header[16] << 8 | header[17];

  return size == 1 ? 65536 : size;
}

/* Two marks of three, so that a flipped bit in one does not turn a damaged dossier into a stranger.
 */
static gboolean
header_is_ours (const guint8 *header)
{
  guint marks = 0;

  marks += memcmp (header, "SQLite format 3", 16) == 0;
  marks += get_u32 (header + 68) == AKK_STORE_APPLICATION_ID;
  marks += header[20] == AKK_STORE_RESERVED_BYTES;
  return marks >= 2;
}

static gboolean
find_seal (const guint8 *start, gsize n_bytes, const char *name, gsize *offset, GError **error)
{
  if (n_bytes == 0) {
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NOT_A_DOSSIER,
                 _ ("“%s” is empty. It is not an Akkoord dossier; look for a copy of it."), name);
    return FALSE;
  }
  if (n_bytes < HEADER_BYTES || !header_is_ours (start)) {
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NOT_A_DOSSIER,
                 _ ("“%s” is not an Akkoord dossier."), name);
    return FALSE;
  }

  gsize page_size = header_page_size (start);

  if (page_size < 512 || page_size > n_bytes) {
    akk_dossier_set_damaged (error, name);
    return FALSE;
  }
  *offset = page_size - SEAL_BYTES;
  return TRUE;
}

/* --- Reading --- */

/* Reads until the chunk is full or the file ends; -1 with errno. */
static gssize
read_chunk (int file, guint8 *chunk)
{
  gsize n_bytes = 0;

  while (n_bytes < CHUNK_BYTES) {
    gssize n = read (file, chunk + n_bytes, CHUNK_BYTES - n_bytes);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      break;
    n_bytes += n;
  }
  return n_bytes;
}

static gboolean
write_all (int file, const guint8 *bytes, gsize n_bytes)
{
  while (n_bytes > 0) {
    gssize n = write (file, bytes, n_bytes);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    bytes += n;
    n_bytes -= n;
  }
  return TRUE;
}

/* What the seal of a file should be, and what and where it is. */
typedef struct {
  gsize offset;
  guint8 found[SEAL_BYTES];
  guint8 computed[SEAL_BYTES];
  guint version;
} Seal;

static gboolean
compute_seal (
    int source, int target, const char *name, GCancellable *cancellable, Seal *seal, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gsize n_computed = SEAL_BYTES;
  gboolean first = TRUE;

  if (lseek (source, 0, SEEK_SET) < 0)
    return akk_dossier_set_errno (error, errno, name);

  for (;;) {
    gssize n_bytes = read_chunk (source, chunk);

    if (n_bytes < 0)
      return akk_dossier_set_errno (error, errno, name);
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (first && !find_seal (chunk, n_bytes, name, &seal->offset, error))
      return FALSE;
    if (target >= 0 && !write_all (target, chunk, n_bytes))
      return akk_dossier_set_errno (error, errno, name);
    if (first) {
      memcpy (seal->found, chunk + seal->offset, SEAL_BYTES);
      memset (chunk + seal->offset, 0, SEAL_BYTES);
      seal->version = get_u32 (chunk + 60);
      first = FALSE;
    }
    g_checksum_update (checksum, chunk, n_bytes);
    if (n_bytes < CHUNK_BYTES)
      break;
  }
  g_checksum_get_digest (checksum, seal->computed, &n_computed);
  return TRUE;
}

static char *
seal_to_text (const guint8 *seal)
{
  GString *text = g_string_sized_new (2 * SEAL_BYTES);

  for (guint i = 0; i < SEAL_BYTES; i++)
    g_string_append_printf (text, "%02x", seal[i]);
  return g_string_free_and_steal (text);
}

/* --- Public --- */

char *
akk_seal_verify (
    int source, int target, const char *name, GCancellable *cancellable, GError **error)
{
  Seal seal;

  if (!compute_seal (source, target, name, cancellable, &seal, error))
    return NULL;

  gboolean whole = memcmp (seal.found, seal.computed, SEAL_BYTES) == 0;

  if (seal.version > akk_store_version ()) {
    const char *message =
        whole ? _ ("“%s” was made by a newer version of Akkoord. Update Akkoord to open it.")
              : _ ("“%s” was made by a newer version of Akkoord, or it is damaged. Update Akkoord, "
                   "or look for an older copy of the file.");

    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NEWER, message, name);
    return NULL;
  }
  if (!whole) {
    akk_dossier_set_damaged (error, name);
    return NULL;
  }
  return seal_to_text (seal.found);
}

char *
akk_seal_write (int file, const char *name, GCancellable *cancellable, GError **error)
{
  Seal seal;

  if (!compute_seal (file, -1, name, cancellable, &seal, error))
    return NULL;
  if (lseek (file, seal.offset, SEEK_SET) < 0 || !write_all (file, seal.computed, SEAL_BYTES)) {
    akk_dossier_set_errno (error, errno, name);
    return NULL;
  }
  return seal_to_text (seal.computed);
}

gboolean
akk_seal_is_dossier (const char *path)
{
  guint8 header[HEADER_BYTES];
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (file < 0)
    return FALSE;

  gboolean ours = read (file, header, HEADER_BYTES) == HEADER_BYTES && header_is_ours (header);

  close (file);
  return ours;
}
