/* Finding words in all that a store holds: in its records, and in the PDFs attached to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index of words follows the log. It and the text of PDFs are derived: outside the log, never
 * merged, made anew where they are missing. */
#pragma once

#include "core/search-words.h"
#include "core/store.h"

G_BEGIN_DECLS

/* What was found of one type of record: those not deleted whose searchable fields together hold all
 * the words. Names are the fields by which a record is known: title, name, heading, number. */
typedef struct {
  const AkkRecordType *type; /* NULL: pages of PDFs, see akk_store_get_page () */
  guint n, n_named; /* how many; how many of them in their names alone */
  GArray *ids; /* gint64: first of those named so, then of the others, newest change first */
} AkkFound;

/* Elements AkkFound, in no order, without those of which nothing was found; at most `limit` ids
 * each. NULL words: an empty array. Changes of the last moment may not be in it, if they were very
 * many: akk_store_index () follows them. */
GPtrArray *
akk_store_find (AkkStore *self, const AkkSearchWords *words, guint limit) G_GNUC_WARN_UNUSED_RESULT;

/* Brings the index up to date, in slices between which others get their turn: for a worker thread,
 * which holds a reference of the store. FALSE when cancelled, or when it could not. */
gboolean akk_store_index (AkkStore *self, GCancellable *cancellable);

/* --- The text of attached files --- */

typedef enum {
  AKK_READING_TO_COME, /* nobody has tried yet */
  AKK_READING_DONE, /* its pages are found */
  AKK_READING_BLANK, /* a PDF without a letter, as of a scanner */
  AKK_READING_LOCKED, /* a PDF with a password */
  AKK_READING_DAMAGED, /* a PDF that cannot be read */
  AKK_READING_NO_PDF, /* a file of another kind */
} AkkReading;

/* The file (SHA-256) of an attachment or a signature that has not been read yet; NULL: all have. On
 * any thread, as are the next two. */
char *akk_store_next_unread (AkkStore *self) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps the pages (char *) of a file, or why it has none. */
gboolean akk_store_keep_reading (AkkStore *self,
                                 const char *sha256,
                                 AkkReading reading,
                                 const GPtrArray *pages,
                                 GCancellable *cancellable,
                                 GError **error);
/* Like akk_store_get_blob (), in pieces between which others get their turn, and unchecked. */
GBytes *akk_store_read_blob (AkkStore *self,
                             const char *sha256,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Drops the pages of files that nothing refers to any more. */
gboolean akk_store_drop_pages (AkkStore *self, GError **error);

AkkReading akk_store_get_reading (AkkStore *self, const char *sha256);
/* The text of a page; of which file, and its number from 1. NULL: there is none (any more). */
char *akk_store_get_page (AkkStore *self, gint64 id, char **sha256, guint *number)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
