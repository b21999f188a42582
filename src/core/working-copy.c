/* A working copy: the private folder in which one dossier is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/dossier-private.h"
#include "core/seal.h"

#define DATABASE "dossier.db"
#define ORIGIN "origin"
#define LOCK "lock"
#define ASIDE "broken-" /* begins the names of databases that were set aside */
#define GROUP "Origin"

/* --- Folders and locks --- */

static char *
working_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "akkoord", "working", NULL);
}

/* A lock dies with its process, so nothing is left over after a crash. -1 with errno. */
static int
take_lock (const char *folder, int how)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int file = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (file < 0)
    return -1;
  while (flock (file, how) != 0) {
    int saved_errno = errno;

    if (saved_errno == EINTR)
      continue;
    close (file);
    errno = saved_errno;
    return -1;
  }
  return file;
}

/* Locks the folder of all working copies, and makes it first; -1 on error. */
static int
lock_root (GError **error)
{
  g_autofree char *root = working_root ();
  int lock = -1;

  if (g_mkdir_with_parents (root, 0700) == 0)
    lock = take_lock (root, LOCK_EX);
  if (lock < 0)
    akk_dossier_set_errno (error, errno, root);
  return lock;
}

static gboolean
folder_has (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whatever a killed process left in it goes too. What was set aside stays, and then the folder. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (!g_str_has_prefix (name, ASIDE))
      g_unlink (path);
  }
  g_rmdir (folder);
}

/* --- The origin --- */

static gboolean
load_origin (AkkWorkingCopy *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, ORIGIN, NULL);
  g_autofree char *uri = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *sent = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  uri = g_key_file_get_string (file, GROUP, "uri", NULL);
  if (uri == NULL || (self->path = g_filename_from_uri (uri, NULL, NULL)) == NULL)
    return FALSE;
  seal = g_key_file_get_string (file, GROUP, "seal", NULL);
  sent = g_key_file_get_string (file, GROUP, "sent", NULL);
  g_strlcpy (self->seen.seal, seal != NULL ? seal : "", sizeof self->seen.seal);
  g_strlcpy (self->sent, sent != NULL ? sent : "", sizeof self->sent);
  self->seen.device = g_key_file_get_int64 (file, GROUP, "device", NULL);
  self->seen.inode = g_key_file_get_int64 (file, GROUP, "inode", NULL);
  self->seen.size = g_key_file_get_int64 (file, GROUP, "size", NULL);
  self->seen.modified_ns = g_key_file_get_int64 (file, GROUP, "modified-ns", NULL);
  self->seen.changed_ns = g_key_file_get_int64 (file, GROUP, "changed-ns", NULL);
  self->published_step = g_key_file_has_key (file, GROUP, "step", NULL)
                             ? g_key_file_get_int64 (file, GROUP, "step", NULL)
                             : -1;
  return TRUE;
}

gboolean
akk_working_copy_save (AkkWorkingCopy *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, ORIGIN, NULL);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length;

  g_key_file_set_string (file, GROUP, "uri", uri);
  g_key_file_set_string (file, GROUP, "seal", self->seen.seal);
  g_key_file_set_string (file, GROUP, "sent", self->sent);
  g_key_file_set_int64 (file, GROUP, "device", self->seen.device);
  g_key_file_set_int64 (file, GROUP, "inode", self->seen.inode);
  g_key_file_set_int64 (file, GROUP, "size", self->seen.size);
  g_key_file_set_int64 (file, GROUP, "modified-ns", self->seen.modified_ns);
  g_key_file_set_int64 (file, GROUP, "changed-ns", self->seen.changed_ns);
  if (self->published_step >= 0)
    g_key_file_set_int64 (file, GROUP, "step", self->published_step);
  data = g_key_file_to_data (file, &length, NULL);
  if (g_file_set_contents_full (path, data, length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &cause))
    return TRUE;
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return akk_dossier_set_errno (error, ENOSPC, name);
  g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_FAILED, _ ("“%s” cannot be used: %s"),
               name, cause->message);
  return FALSE;
}

/* --- Finding --- */

static AkkWorkingCopy *
working_copy_new (char *folder)
{
  AkkWorkingCopy *self = g_new0 (AkkWorkingCopy, 1);

  self->folder = folder;
  self->database = g_build_filename (folder, DATABASE, NULL);
  self->published_step = -1;
  self->lock = -1;
  return self;
}

void
akk_working_copy_free (AkkWorkingCopy *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->path);
  g_free (self);
}

/* The folder that belongs to `path`, not locked yet; NULL when there is none. With the root locked.
 */
static AkkWorkingCopy *
find (const char *root, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autoptr (AkkWorkingCopy) candidate = working_copy_new (g_build_filename (root, name, NULL));

    if (!g_file_test (candidate->folder, G_FILE_TEST_IS_DIR))
      continue;
    if (!folder_has (candidate->folder, DATABASE)) {
      int lock = take_lock (candidate->folder, LOCK_EX | LOCK_NB);

      if (lock >= 0) {
        remove_folder (candidate->folder);
        close (lock);
        continue;
      }
    }
    if (load_origin (candidate) && g_str_equal (candidate->path, path))
      return g_steal_pointer (&candidate);
  }
  return NULL;
}

static AkkWorkingCopy *
make (const char *root, const char *path, GError **error)
{
  g_autofree char *folder = g_build_filename (root, "XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL) {
    akk_dossier_set_errno (error, errno, root);
    return NULL;
  }

  AkkWorkingCopy *self = working_copy_new (g_steal_pointer (&folder));

  self->path = g_strdup (path);
  return self;
}

AkkWorkingCopy *
akk_working_copy_acquire (const char *path, GError **error)
{
  g_autofree char *root = working_root ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofd int root_lock = lock_root (error);
  g_autoptr (AkkWorkingCopy) self = NULL;

  if (root_lock < 0)
    return NULL;
  self = find (root, path);
  if (self == NULL && (self = make (root, path, error)) == NULL)
    return NULL;
  self->existed = folder_has (self->folder, DATABASE);
  self->lock = take_lock (self->folder, LOCK_EX | LOCK_NB);
  if (self->lock < 0 && errno == EWOULDBLOCK) {
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_IN_USE,
                 _ ("“%s” is open in another window or session of Akkoord. Close it there first."),
                 name);
    return NULL;
  }
  if (self->lock < 0) {
    akk_dossier_set_errno (error, errno, name);
    return NULL;
  }
  if (!self->existed && !akk_working_copy_save (self, error)) {
    remove_folder (self->folder);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
akk_working_copy_remove (AkkWorkingCopy *self)
{
  /* Without this lock somebody could find the folder and lock a file that is about to vanish. */
  g_autofd int root_lock = lock_root (NULL);

  remove_folder (self->folder);
  akk_working_copy_free (self);
}

gboolean
akk_working_copy_rename (AkkWorkingCopy *self, const char *path, GError **error)
{
  g_autofree char *root = working_root ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *old_path = NULL;
  g_autofd int root_lock = lock_root (error);
  g_autoptr (AkkWorkingCopy) other = NULL;

  if (root_lock < 0)
    return FALSE;
  other = find (root, path);
  if (other != NULL) {
    g_set_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_IN_USE,
                 _ ("“%s” is open, or holds work that was not saved yet. Choose another name."),
                 name);
    return FALSE;
  }
  old_path = g_steal_pointer (&self->path);
  self->path = g_strdup (path);
  if (akk_working_copy_save (self, error))
    return TRUE;
  g_free (self->path);
  self->path = g_steal_pointer (&old_path);
  return FALSE;
}

/* --- Contents --- */

gint64
akk_nanoseconds (const struct timespec *time)
{
  return time->tv_sec * G_GINT64_CONSTANT (1000000000) + time->tv_nsec;
}

gboolean
akk_seen_from_file (int file, AkkSeen *seen)
{
  struct stat status;

  if (fstat (file, &status) != 0)
    return FALSE;
  seen->device = status.st_dev;
  seen->inode = status.st_ino;
  seen->size = status.st_size;
  seen->modified_ns = akk_nanoseconds (&status.st_mtim);
  seen->changed_ns = akk_nanoseconds (&status.st_ctim);
  return TRUE;
}

char *
akk_working_copy_fetch (AkkWorkingCopy *self,
                        const char *name,
                        AkkSeen *seen,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *copy = g_build_filename (self->folder, name, NULL);
  g_autofree char *display = g_filename_display_basename (self->path);
  g_autofree char *seal = NULL;
  g_autofd int source = akk_dossier_open_file (self->path, error);
  g_autofd int target = -1;
  gboolean done;

  if (source < 0)
    return NULL;
  target = open (copy, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (target < 0 || !akk_seen_from_file (source, seen)) {
    akk_dossier_set_errno (error, errno, display);
    return NULL;
  }
  seal = akk_seal_verify (source, target, display, cancellable, error);
  if (seal == NULL) {
    g_unlink (copy);
    return NULL;
  }
  done = akk_store_check (copy, cancellable, error);
  if (!done)
    akk_dossier_translate_error (error, display);
  else if (!(done = fsync (target) == 0))
    akk_dossier_set_errno (error, errno, display);
  if (!done) {
    g_unlink (copy);
    return NULL;
  }
  g_strlcpy (seen->seal, seal, sizeof seen->seal);
  return g_steal_pointer (&copy);
}

/* Opens a database that nobody else knows of yet, hence on this thread, for its newest step. For
 * writing: the change to WAL and migrations take time that the main thread does not have. */
static gboolean
make_ready (const char *database, gint64 *last_step, GError **error)
{
  g_autoptr (AkkStore) store = akk_store_open (database, 0, error);

  if (store != NULL)
    *last_step = akk_store_get_last_step (store);
  return store != NULL;
}

gboolean
akk_working_copy_fill (AkkWorkingCopy *self, GCancellable *cancellable, GError **error)
{
  static const char *const companions[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *incoming = NULL;
  AkkSeen seen = { 0 };
  gint64 last_step;

  incoming = akk_working_copy_fetch (self, "incoming.db", &seen, cancellable, error);
  if (incoming == NULL)
    return FALSE;
  if (!make_ready (incoming, &last_step, error))
    return akk_dossier_translate_error (error, name);

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *old = g_strconcat (self->database, companions[i], NULL);

    g_unlink (old);
  }
  self->existed = FALSE;
  self->seen = seen;
  self->sent[0] = '\0';
  self->published_step = last_step;
  if (!akk_working_copy_save (self, error))
    return FALSE;
  if (g_rename (incoming, self->database) != 0)
    return akk_dossier_set_errno (error, errno, name);
  return TRUE;
}

char *
akk_working_copy_set_aside (AkkWorkingCopy *self, GError **error)
{
  static const char *const companions[] = { "-wal", "-shm", "" };
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *aside =
      g_strdup_printf ("%s/" ASIDE "%" G_GINT64_FORMAT ".db", self->folder, g_get_real_time ());

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *from = g_strconcat (self->database, companions[i], NULL);
    g_autofree char *to = g_strconcat (aside, companions[i], NULL);

    if (g_rename (from, to) != 0 && errno != ENOENT) {
      akk_dossier_set_errno (error, errno, name);
      return NULL;
    }
  }
  self->existed = FALSE;
  return g_steal_pointer (&aside);
}
