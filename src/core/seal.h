/* The seal of a published dossier: proof that not one bit of the file differs from what was
 * written. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seal is the SHA-256 over all bytes of the file, its own 32 bytes taken as zero. It lies at
 * the end of page 1, in the bytes that SQLite keeps free on each page when asked to
 * (AKK_STORE_RESERVED_BYTES), so that a sealed file is an ordinary database. Its place follows from
 * the page size in the header alone: there is nothing to search for, so no second seal, no text of
 * the user and no crafted row can be taken for it. A changed page size moves the place, but then
 * other bytes are hashed as well. A seal is no signature: it finds accidents. Crafted files are the
 * business of akk_store_check (). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a file from its start to its end, and copies it to `target` on the way unless that is -1.
 * Returns the seal in hexadecimal, which then also identifies the contents. `name` is for messages.
 * Errors: AKK_DOSSIER_ERROR NOT_A_DOSSIER, DAMAGED (the copy is then worth nothing), NEWER, FULL,
 * …; G_IO_ERROR_CANCELLED. On any thread. */
char *akk_seal_verify (int source,
                       int target,
                       const char *name,
                       GCancellable *cancellable,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Seals a dossier that nobody has open; the same errors. Returns the seal. */
char *akk_seal_write (int file, const char *name, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether a file begins as a dossier does, damaged or not: never overwrite such a file with
 * anything else. */
gboolean akk_seal_is_dossier (const char *path);

G_END_DECLS
