/* Publishing: how what is in a working copy gets into a file of the user.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dossier.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/dossier-private.h"
#include "core/seal.h"

/* --- The file that is there --- */

static gboolean
seen_is_same_file (const AkkSeen *a, const AkkSeen *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size &&
         a->modified_ns == b->modified_ns && a->changed_ns == b->changed_ns;
}

static gboolean
set_changed (GError **error, const char *name)
{
  g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED,
               _ ("“%s” was changed by somebody else since you opened it, so your changes were not "
                  "written into it. They are kept safe: take over the other changes, or save yours "
                  "under another name."),
               name);
  return FALSE;
}

gboolean
akk_dossier_verify_seen (AkkWorkingCopy *working,
                         const char *target,
                         AkkSeen *now,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *name = g_filename_display_basename (target);
  g_autofree char *seal = NULL;
  g_autofd int file = open (target, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  *now = (AkkSeen) { 0 };

  /* Gone is not changed: nothing of anybody can be lost by writing it again. */
  if (file < 0 && errno == ENOENT)
    return TRUE;
  if (file < 0)
    return akk_dossier_set_errno (error, errno, name);
  if (akk_seen_from_file (file, now) && seen_is_same_file (now, &working->seen))
    return TRUE;

  /* A sync client may write the same bytes again, and a crash may have come between the rename and
   * our note of it. The contents decide. */
  seal = akk_seal_verify (file, -1, name, cancellable, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (seal == NULL ||
      !(g_str_equal (seal, working->seen.seal) || g_str_equal (seal, working->sent)))
    return set_changed (error, name);
  /* Remembered at once: `sent` is about to name the next file. */
  g_strlcpy (now->seal, seal, sizeof now->seal);
  working->seen = *now;
  return TRUE;
}

/* The group and the permission bits that the published file gets: those of the file it replaces;
 * mode 0 for a new one. */
static gboolean
find_mode (const char *target, mode_t *mode, gid_t *group, GError **error)
{
  g_autofree char *name = g_filename_display_basename (target);
  struct stat status;

  *mode = 0;
  if (stat (target, &status) != 0)
    return errno == ENOENT || akk_dossier_set_errno (error, errno, name);
  if (!S_ISREG (status.st_mode)) {
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_READ_ONLY,
                 _ ("“%s” is not a file that can be replaced. Choose another name."), name);
    return FALSE;
  }
  /* The rename would succeed all the same, but who takes away the right to write means it. */
  if (access (target, W_OK) != 0)
    return akk_dossier_set_errno (error, errno, name);
  *mode = status.st_mode & 07777;
  *group = status.st_gid;
  return TRUE;
}

/* --- The file that comes --- */

/* Beside the target, so that the rename stays within one file system. Always the same name for one
 * working copy: what a crash leaves behind is replaced by the next attempt. */
static char *
temporary_path (const AkkPublication *publication)
{
  g_autofree char *folder = g_path_get_dirname (publication->target);
  g_autofree char *id = g_path_get_basename (publication->working->folder);
  g_autofree char *name = g_strdup_printf (".~akkoord-%s.tmp", id);

  return g_build_filename (folder, name, NULL);
}

/* The rename was done; only a failing disk can still take it back. */
static gboolean
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return file < 0 || fsync (file) == 0 || errno != EIO;
}

/* Makes the sealed file within the working copy, where nobody trips over it. Returns its
 * descriptor, the file itself has no name any more; or -1. */
static int
make_sealed (const AkkPublication *publication,
             const char *name,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *path = g_build_filename (publication->working->folder, "outgoing.db", NULL);
  g_autofree char *seal = NULL;
  g_autofd int file = -1;

  g_unlink (path);
  if (akk_store_copy_to (publication->store, path, cancellable, error) &&
      akk_store_check (path, cancellable, error)) {
    file = open (path, O_RDWR | O_CLOEXEC);
    if (file < 0)
      akk_dossier_set_errno (error, errno, name);
    else
      seal = akk_seal_write (file, name, cancellable, error);
  } else {
    akk_dossier_translate_error (error, name);
  }
  g_unlink (path);
  return seal != NULL ? g_steal_fd (&file) : -1;
}

/* Colleagues who share the file through its group keep it, where we belong to that group. It is our
 * own file, so otherwise only a file system that knows no permissions refuses. */
static gboolean
set_mode (int file, mode_t mode, gid_t group)
{
  if (mode != 0 && fchown (file, (uid_t) -1, group) != 0)
    mode &= ~(mode_t) S_ISGID; /* of another group: not ours to lend */
  return mode == 0 || fchmod (file, mode) == 0 || errno == EPERM || errno == ENOTSUP ||
         errno == ENOSYS;
}

/* Writes the temporary file, synced. Returns its descriptor, or -1. */
static int
write_temporary (const AkkPublication *publication,
                 const char *temporary,
                 char **seal,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *name = g_filename_display_basename (publication->target);
  g_autofd int sealed = -1;
  g_autofd int file = -1;
  mode_t mode;
  gid_t group = 0;

  if (!find_mode (publication->target, &mode, &group, error))
    return -1;
  sealed = make_sealed (publication, name, cancellable, error);
  if (sealed < 0)
    return -1;
  /* Others must not read it before it has its final permissions. */
  g_unlink (temporary);
  file =
      open (temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode == 0 ? 0666 : 0600);
  if (file < 0) {
    akk_dossier_set_errno (error, errno, name);
    return -1;
  }
  *seal = akk_seal_verify (sealed, file, name, cancellable, error);
  if (*seal == NULL)
    return -1;
  if (!set_mode (file, mode, group) || fsync (file) != 0) {
    akk_dossier_set_errno (error, errno, name);
    return -1;
  }
  return g_steal_fd (&file);
}

/* Gives the temporary file a name that nobody has. Not every file system can refuse to replace in
 * one step: then a hard link can, or looking first must do (network shares behind FUSE). */
static int
rename_to_free_name (const char *temporary, const char *target)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (link (temporary, target) == 0)
    return g_unlink (temporary);
  if (errno != EPERM && errno != ENOSYS && errno != ENOTSUP)
    return -1;
  if (access (target, F_OK) == 0) {
    errno = EEXIST;
    return -1;
  }
  return rename (temporary, target);
}

/* Replaces the file that was verified, and no other: the two change places, and if what came out is
 * not what was verified a moment ago they change back. */
static int
rename_over_verified (const char *temporary, const char *target, const AkkSeen *verified)
{
  struct stat old;

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, target, RENAME_EXCHANGE) != 0)
    return errno == EINVAL || errno == ENOSYS ? rename (temporary, target) : -1;
  if (stat (temporary, &old) == 0 && (gint64) old.st_dev == verified->device &&
      (gint64) old.st_ino == verified->inode && old.st_size == verified->size &&
      akk_nanoseconds (&old.st_mtim) == verified->modified_ns) {
    g_unlink (temporary);
    return 0;
  }
  /* Should ours be gone by now, theirs still gets its name back: it must not go with the temporary
   * file. */
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, target, RENAME_EXCHANGE) != 0)
    rename_to_free_name (temporary, target);
  errno = EEXIST;
  return -1;
}

static gboolean
put_in_place (const AkkPublication *publication,
              const char *temporary,
              const AkkSeen *verified,
              GError **error)
{
  const char *target = publication->target;
  g_autofree char *name = g_filename_display_basename (target);
  gboolean over_seen = publication->mode == AKK_PUBLISH_OVER_SEEN;
  int result;

  if (over_seen && verified->inode != 0)
    result = rename_over_verified (temporary, target, verified);
  else if (over_seen || publication->mode == AKK_PUBLISH_NEW)
    result = rename_to_free_name (temporary, target);
  else
    result = rename (temporary, target);

  if (result == 0)
    return sync_folder_of (target) || akk_dossier_set_errno (error, EIO, name);
  if (over_seen && (errno == EEXIST || errno == ENOENT))
    return set_changed (error, name);
  if (errno == EEXIST)
    return akk_dossier_set_exists (error, name);
  return akk_dossier_set_errno (error, errno, name);
}

static gboolean
publish (const AkkPublication *publication,
         const char *temporary,
         AkkSeen *seen,
         GCancellable *cancellable,
         GError **error)
{
  AkkWorkingCopy *working = publication->working;
  const char *target = publication->target;
  gboolean over_seen = publication->mode == AKK_PUBLISH_OVER_SEEN;
  AkkSeen verified = { 0 };
  g_autofree char *seal = NULL;
  g_autofd int file = -1;

  /* Before the work, to spare it, and again before the rename, to be sure. */
  if (over_seen && !akk_dossier_verify_seen (working, target, &verified, cancellable, error))
    return FALSE;
  file = write_temporary (publication, temporary, &seal, cancellable, error);
  if (file < 0)
    return FALSE;
  if (over_seen) {
    g_strlcpy (working->sent, seal, sizeof working->sent);
    if (!akk_working_copy_save (working, error) ||
        !akk_dossier_verify_seen (working, target, &verified, cancellable, error))
      return FALSE;
  }
  if (!put_in_place (publication, temporary, &verified, error))
    return FALSE;
  if (seen != NULL) {
    /* Of the open file, not of the path: somebody may already have put another one there. */
    akk_seen_from_file (file, seen);
    g_strlcpy (seen->seal, seal, sizeof seen->seal);
  }
  return TRUE;
}

gboolean
akk_dossier_publish_to (const AkkPublication *publication,
                        AkkSeen *seen,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *temporary = temporary_path (publication);

  if (publish (publication, temporary, seen, cancellable, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}
