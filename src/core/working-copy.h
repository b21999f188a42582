/* A working copy: the private folder in which one dossier is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   DATA/akkoord/working/lock          held for moments, while folders are looked for, made or
 * removed DATA/akkoord/working/XXXXXX/lock   held by the process that edits dossier.db   the
 * database, with its -wal and -shm origin       which file it belongs to, and how that file looked
 * last
 *
 * A folder belongs to the file that its `origin` names. A folder without database is left over from
 * a moment that was cut off and holds nothing: it is removed by whoever comes by. On any thread. */
#pragma once

#include <gio/gio.h>
#include <time.h>

G_BEGIN_DECLS

/* How the user's file looked when it was last read or written. All zero: never. */
typedef struct {
  gint64 device, inode, size;
  gint64 modified_ns, changed_ns;
  char seal[65]; /* hexadecimal, see seal.h */
} AkkSeen;

typedef struct {
  char *folder;
  char *database;
  char *path; /* the user's file, real path */
  AkkSeen seen;
  char sent[65]; /* the seal of a file that was about to be published when this was written */
  gint64 published_step; /* the newest step that `seen` holds; -1: not known */
  gboolean existed; /* the database is one that was found, not one that was filled in now */
  int lock;
} AkkWorkingCopy;

/* Finds or makes the working copy of a file and locks it. Errors: AKK_DOSSIER_ERROR_IN_USE, …. */
AkkWorkingCopy *akk_working_copy_acquire (const char *path,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Lets go of it; the folder stays. */
void akk_working_copy_free (AkkWorkingCopy *self);
/* Removes the folder and lets go of it. */
void akk_working_copy_remove (AkkWorkingCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkWorkingCopy, akk_working_copy_free)

/* Makes durable what `path`, `seen`, `sent` and `published_step` say. */
gboolean akk_working_copy_save (AkkWorkingCopy *self, GError **error);
/* Goes on as the working copy of another file. IN_USE if there is already one of that. */
gboolean akk_working_copy_rename (AkkWorkingCopy *self, const char *path, GError **error);

/* Takes in the user's file, checked and sealed, in place of the database if there is one. Nobody
 * may have the database open. */
gboolean akk_working_copy_fill (AkkWorkingCopy *self, GCancellable *cancellable, GError **error);
/* The same file as `name` in the folder, for a merge; returns its path and how it looks. */
char *akk_working_copy_fetch (AkkWorkingCopy *self,
                              const char *name,
                              AkkSeen *seen,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets a broken database aside under another name in the folder, never to be opened again by
 * itself. Returns its path; NULL on error. */
char *akk_working_copy_set_aside (AkkWorkingCopy *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fills `seen`, all but the seal, from an open file. */
gint64 akk_nanoseconds (const struct timespec *time);
gboolean akk_seen_from_file (int file, AkkSeen *seen);

G_END_DECLS
