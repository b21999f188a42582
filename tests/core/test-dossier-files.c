/* Tests of the dossier with files that are none, and with folders that refuse.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/seal.h"
#include "dossier-fixture.h"

/* --- Files that are no dossiers --- */

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_text (const char *path)
{
  g_autofree char *text = g_strnfill (5000, 'a');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
reseal (const char *path)
{
  g_autofd int file = open (path, O_RDWR | O_CLOEXEC);
  g_autofree char *seal = akk_seal_write (file, "x", NULL, NULL);

  g_assert_nonnull (seal);
}

static void
make_other_database (const char *path)
{
  g_unlink (path);
  run_sql (path, "CREATE TABLE recipe (title TEXT)");
}

static void
make_newer (const char *path)
{
  run_sql (path, "PRAGMA user_version = 4711");
  reseal (path);
}

static void
make_newer_unsealed (const char *path)
{
  run_sql (path, "PRAGMA user_version = 4711");
}

static void
make_edited (const char *path)
{
  run_sql (path, "UPDATE agreement SET title = 'Van een ander programma'");
}

/* A file made on purpose: the seal fits, but it would run what its maker wrote. */
static void
make_trapped (const char *path)
{
  run_sql (path, "CREATE TRIGGER trap AFTER UPDATE ON agreement BEGIN DELETE FROM section; END");
  reseal (path);
}

/* The seal fits here as well, but a page is nonsense. */
static void
make_corrupt (const char *path)
{
  g_autofd int file = open (path, O_RDWR | O_CLOEXEC);
  guint8 nonsense[64];

  memset (nonsense, 0xff, sizeof nonsense);
  g_assert_cmpint (pwrite (file, nonsense, sizeof nonsense, 4 * 4096), ==, sizeof nonsense);
  reseal (path);
}

static void
make_folder (const char *path)
{
  g_unlink (path);
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
}

static void
make_unreadable (const char *path)
{
  g_assert_cmpint (chmod (path, 0), ==, 0);
}

static void
make_missing (const char *path)
{
  g_unlink (path);
}

static const struct {
  const char *name;
  void (*make) (const char *path);
  AkkDossierError error;
} strangers[] = {
  { "/dossier/refuses/empty-file", make_empty, AKK_DOSSIER_ERROR_NOT_A_DOSSIER },
  { "/dossier/refuses/text", make_text, AKK_DOSSIER_ERROR_NOT_A_DOSSIER },
  { "/dossier/refuses/other-database", make_other_database, AKK_DOSSIER_ERROR_NOT_A_DOSSIER },
  { "/dossier/refuses/newer-version", make_newer, AKK_DOSSIER_ERROR_NEWER },
  { "/dossier/refuses/newer-version-or-damaged", make_newer_unsealed, AKK_DOSSIER_ERROR_NEWER },
  { "/dossier/refuses/edited-by-others", make_edited, AKK_DOSSIER_ERROR_DAMAGED },
  { "/dossier/refuses/trap", make_trapped, AKK_DOSSIER_ERROR_DAMAGED },
  { "/dossier/refuses/corrupt-page", make_corrupt, AKK_DOSSIER_ERROR_DAMAGED },
  { "/dossier/refuses/folder", make_folder, AKK_DOSSIER_ERROR_NOT_A_DOSSIER },
  { "/dossier/refuses/pipe", make_pipe, AKK_DOSSIER_ERROR_NOT_A_DOSSIER },
  { "/dossier/refuses/unreadable-file", make_unreadable, AKK_DOSSIER_ERROR_READ_ONLY },
  { "/dossier/refuses/missing-file", make_missing, AKK_DOSSIER_ERROR_NOT_FOUND },
};

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_sentence (const GError *error)
{
  g_assert_true (strchr (".?", error->message[strlen (error->message) - 1]) != NULL);
  g_assert_nonnull (strstr (error->message, "Test.akkoord"));
}

static void
test_stranger (Fixture *fixture, gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) check_error = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GError) open_error = NULL;
  struct stat before = { 0 }, after = { 0 };
  guint n_files;

  strangers[i].make (fixture->path);
  n_files = count_files (fixture);
  stat (fixture->path, &before);

  g_assert_false (akk_dossier_check (fixture->path, &check_error));
  g_assert_error (check_error, AKK_DOSSIER_ERROR, (int) strangers[i].error);
  assert_sentence (check_error);
  g_assert_null (akk_dossier_read (fixture->path, &read_error));
  g_assert_error (read_error, AKK_DOSSIER_ERROR, (int) strangers[i].error);
  g_assert_null (open_now (fixture->path, &open_error));
  g_assert_error (open_error, AKK_DOSSIER_ERROR, (int) strangers[i].error);

  stat (fixture->path, &after);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  g_assert_cmpint (before.st_ctim.tv_sec, ==, after.st_ctim.tv_sec);
  g_assert_cmpint (before.st_ctim.tv_nsec, ==, after.st_ctim.tv_nsec);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = hash_of (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (AkkStore) store = NULL;
  g_autofree char *motto = NULL;
  struct stat old_status, status;

  g_assert_cmpint (stat (fixture->path, &old_status), ==, 0);
  g_assert_true (akk_dossier_check (fixture->path, NULL));
  store = akk_dossier_read (fixture->path, NULL);
  motto = get_motto (store);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_clear_object (&store);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  after = hash_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (status.st_ctim.tv_nsec, ==, old_status.st_ctim.tv_nsec);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

/* --- Places that refuse --- */

typedef enum { DISK_FINE, DISK_FULL, WORKING_DISK_FULL } Disk;
static gint disk; /* Disk, atomic: publishing runs on a thread */

/* Stands in for the one of the C library in the code under test, to play a full disk. */
ssize_t
write (int file, const void *bytes, size_t n_bytes)
{
  if (g_atomic_int_get (&disk) == DISK_FULL && n_bytes > 4096) {
    errno = ENOSPC;
    return -1;
  }
  return syscall (SYS_write, file, bytes, n_bytes);
}

static const char *swapped_in; /* what a sync client puts in place at the last moment */

static const char *locked_folder; /* where nothing can be noted after the rename, as after a kill */

/* Likewise, to play somebody who is quicker than we are. */
int
renameat2 (int old_folder, const char *old, int new_folder, const char *new, unsigned int flags)
{
  if (locked_folder != NULL)
    g_assert_cmpint (chmod (locked_folder, 0555), ==, 0);
  if (swapped_in != NULL) {
    g_assert_cmpint (g_rename (swapped_in, new), ==, 0);
    swapped_in = NULL;
  }
  return syscall (SYS_renameat2, old_folder, old, new_folder, new, flags);
}

static ssize_t
full_pwrite (int file, const void *bytes, size_t n_bytes, off_t offset)
{
  if (g_atomic_int_get (&disk) == WORKING_DISK_FULL) {
    errno = ENOSPC;
    return -1;
  }
  return pwrite (file, bytes, n_bytes, offset);
}

static ssize_t
full_sqlite_write (int file, const void *bytes, size_t n_bytes)
{
  if (g_atomic_int_get (&disk) == WORKING_DISK_FULL) {
    errno = ENOSPC;
    return -1;
  }
  return write (file, bytes, n_bytes);
}

static void
take_over_writes (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  vfs->xSetSystemCall (vfs, "pwrite", (sqlite3_syscall_ptr) full_pwrite);
  vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) full_pwrite);
  vfs->xSetSystemCall (vfs, "write", (sqlite3_syscall_ptr) full_sqlite_write);
}

/* Publishing fails, tells so, leaves the file alone and the work safe; later it succeeds. */
static void
assert_refused_for_now (Fixture *fixture,
                        AkkDossierError code,
                        void (*forbid) (Fixture *),
                        void (*allow) (Fixture *))
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autofree char *before = hash_of (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *motto = NULL;
  g_autoptr (AkkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  set_motto (crashed, "Blijft bewaard");
  forbid (fixture);
  g_assert_false (publish_now (crashed, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, (int) code);
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (close_now (crashed, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, (int) code);
  g_clear_error (&error);
  g_object_unref (crashed);
  allow (fixture);
  after = hash_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  dossier = must_open (fixture->path);
  g_assert_true (akk_dossier_get_recovered (dossier));
  g_assert_true (close_now (dossier, &error));
  g_assert_no_error (error);
  motto = read_motto (fixture->path);
  g_assert_cmpstr (motto, ==, "Blijft bewaard");
}

static void
forbid_file (Fixture *fixture)
{
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
}

static void
allow_file (Fixture *fixture)
{
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
}

static void
forbid_folder (Fixture *fixture)
{
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
}

static void
allow_folder (Fixture *fixture)
{
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
}

static void
fill_disk (Fixture *fixture)
{
  g_atomic_int_set (&disk, DISK_FULL);
}

static void
fill_working_disk (Fixture *fixture)
{
  g_atomic_int_set (&disk, WORKING_DISK_FULL);
}

static void
empty_disk (Fixture *fixture)
{
  g_atomic_int_set (&disk, DISK_FINE);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  assert_refused_for_now (fixture, AKK_DOSSIER_ERROR_READ_ONLY, forbid_file, allow_file);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  assert_refused_for_now (fixture, AKK_DOSSIER_ERROR_READ_ONLY, forbid_folder, allow_folder);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  assert_refused_for_now (fixture, AKK_DOSSIER_ERROR_FULL, fill_disk, empty_disk);
}

static void
test_full_working_disk (Fixture *fixture, gconstpointer data)
{
  assert_refused_for_now (fixture, AKK_DOSSIER_ERROR_FULL, fill_working_disk, empty_disk);
}

/* Somebody's file comes between the last look and the rename. */
static void
assert_stays_in_place (Fixture *fixture, gboolean gone_before)
{
  g_autofree char *other = fixture_path (fixture, "other");
  g_autofree char *contents = NULL;
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (other, "Van een collega", -1, NULL));
  set_motto (dossier, "Van mij");
  if (gone_before)
    g_unlink (fixture->path);
  swapped_in = other;
  g_assert_false (publish_now (dossier, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  g_assert_null (swapped_in);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Van een collega");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  assert_stays_in_place (fixture, FALSE);
}

static void
test_overtaken_when_gone (Fixture *fixture, gconstpointer data)
{
  assert_stays_in_place (fixture, TRUE);
}

static char *
find_working_folder (void)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "akkoord", "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL && g_str_equal (name, "lock"))
    ;
  return g_build_filename (root, name, NULL);
}

static void
test_killed_before_the_note (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autofree char *folder = find_working_folder ();
  g_autoptr (AkkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  set_motto (crashed, "Een");
  locked_folder = folder;
  g_assert_true (publish_now (crashed, NULL));
  locked_folder = NULL;
  g_object_unref (crashed);
  g_assert_cmpint (chmod (folder, 0700), ==, 0);

  dossier = must_open (fixture->path);
  set_motto (dossier, "Twee");
  publish_now (dossier, &error);
  g_assert_no_error (error);
  set_motto (dossier, "Drie");
  close_now (dossier, &error);
  g_assert_no_error (error);
}

/* Root may write everywhere; without these rights permissions count for it as well. */
static void
give_up_root_rights (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3] = { 0 };
  guint32 rights = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH;

  g_assert_cmpint (syscall (SYS_capget, &header, sets), ==, 0);
  sets[0].effective &= ~rights;
  sets[0].permitted &= ~rights;
  g_assert_cmpint (syscall (SYS_capset, &header, sets), ==, 0);
}

int
main (int argc, char **argv)
{
  give_up_root_rights ();
  take_over_writes ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_test_add (strangers[i].name, Fixture, GSIZE_TO_POINTER (i), fixture_set_up, test_stranger,
                fixture_tear_down);
#define ADD(name, function)                                                                        \
  g_test_add ("/dossier/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("reading-leaves-no-trace", test_reading);
  ADD ("read-only-file-keeps-the-work", test_read_only_file);
  ADD ("read-only-folder-keeps-the-work", test_read_only_folder);
  ADD ("full-disk-keeps-the-work", test_full_disk);
  ADD ("full-disk-at-home-keeps-the-work", test_full_working_disk);
  ADD ("file-that-comes-at-the-last-moment-stays", test_overtaken);
  ADD ("kill-before-the-note-is-no-change-by-others", test_killed_before_the_note);
  ADD ("file-that-comes-back-at-the-last-moment-stays", test_overtaken_when_gone);
  return g_test_run ();
}
