/* Tests of the dossier: nothing is lost, and nobody's file is overwritten.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/agreement.h"
#include "core/section.h"
#include "dossier-fixture.h"

/* --- Making, opening, closing --- */

static void
test_new_dossier (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (fixture->path, &error);
  g_autoptr (GListModel) agreements = NULL;
  g_autoptr (GListModel) sections = NULL;

  g_assert_no_error (error);
  agreements = akk_store_list (store, &akk_agreement_record, NULL, 0);
  sections = akk_store_list (store, &akk_section_record, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (agreements), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 1);
  g_assert_false (akk_dossier_create (fixture->path, "Other", &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_EXISTS);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

static void
test_making_cannot_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);

  g_assert_null (akk_store_get_undo_step (akk_dossier_get_store (dossier)));
  assert_closes (dossier);
}

static void
test_close_publishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);

  g_assert_false (akk_dossier_get_recovered (dossier));
  g_assert_cmpint (akk_dossier_get_state (dossier), ==, AKK_DOSSIER_PUBLISHED);
  set_motto (dossier, "Samen sterk");
  g_assert_cmpint (akk_dossier_get_state (dossier), ==, AKK_DOSSIER_PENDING);
  assert_motto (fixture->path, "");
  assert_closes (dossier);
  assert_motto (fixture->path, "Samen sterk");
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

static void
test_publishes_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);

  set_motto (dossier, "Vanzelf");
  while (akk_dossier_get_state (dossier) != AKK_DOSSIER_PUBLISHED)
    g_main_context_iteration (NULL, TRUE);
  assert_motto (fixture->path, "Vanzelf");
  assert_closes (dossier);
}

static void
test_nothing_to_publish (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = hash_of (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  struct stat old_status, status;

  g_assert_cmpint (stat (fixture->path, &old_status), ==, 0);
  g_assert_true (publish_now (dossier, NULL));
  assert_closes (dossier);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  after = hash_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (status.st_ino, ==, old_status.st_ino);
}

static void
test_opened_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = fixture_path (fixture, "link.akkoord");
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autoptr (AkkDossier) again = must_open (fixture->path);
  g_autoptr (AkkDossier) through_link = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  through_link = must_open (link);
  g_assert_true (again == dossier);
  g_assert_true (through_link == dossier);
  assert_closes (dossier);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GQueue *opened = data;
  g_autoptr (GError) error = NULL;

  g_queue_push_tail (opened, akk_dossier_open_finish (result, &error));
  g_assert_no_error (error);
}

static void
test_opened_at_once (Fixture *fixture, gconstpointer data)
{
  GQueue opened = G_QUEUE_INIT;
  g_autoptr (AkkDossier) one = NULL;
  g_autoptr (AkkDossier) other = NULL;

  akk_dossier_open_async (fixture->path, NULL, opened_cb, &opened);
  akk_dossier_open_async (fixture->path, NULL, opened_cb, &opened);
  while (g_queue_get_length (&opened) < 2)
    g_main_context_iteration (NULL, TRUE);
  one = g_queue_pop_head (&opened);
  other = g_queue_pop_head (&opened);
  g_assert_true (one == other);
  assert_closes (one);
}

static void
test_open_while_closing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autoptr (AkkDossier) again = NULL;
  g_autofree char *motto = NULL;

  set_motto (dossier, "Tot straks");
  akk_dossier_close_async (dossier, NULL, NULL, NULL);
  again = must_open (fixture->path);
  g_assert_true (again != dossier);
  motto = get_motto (akk_dossier_get_store (again));
  g_assert_cmpstr (motto, ==, "Tot straks");
  assert_closes (again);
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  akk_dossier_publish_finish (AKK_DOSSIER (source), result, &error);
  if (error == NULL)
    (*(guint *) data)++;
  else
    g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_FAILED);
}

static void
test_asked_after_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autofree char *copy = fixture_path (fixture, "copy.akkoord");
  guint n_done = 0;

  set_motto (dossier, "Tot straks");
  akk_dossier_close_async (dossier, NULL, count_cb, &n_done);
  akk_dossier_publish_async (dossier, NULL, count_cb, &n_done);
  akk_dossier_close_async (dossier, NULL, count_cb, &n_done);
  g_assert_false (save_copy_now (dossier, copy, NULL));
  g_assert_cmpuint (n_done, ==, 3);
  g_assert_false (save_copy_now (dossier, copy, NULL));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  assert_motto (fixture->path, "Tot straks");
}

/* --- Somebody else's changes --- */

/* What a colleague does with a copy of the file, while this process has it open. */
static void
change_elsewhere (Fixture *fixture, const char *heading)
{
  g_autofree char *elsewhere = fixture_path (fixture, "elsewhere.akkoord");
  g_autofree char *contents = NULL;
  gsize length;
  AkkDossier *dossier;
  AkkStore *store;
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (AkkSection) section = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (elsewhere, contents, length, NULL));
  dossier = must_open (elsewhere);
  store = akk_dossier_get_store (dossier);
  sections = akk_store_list (store, &akk_section_record, NULL, 0);
  section = g_list_model_get_item (sections, 0);
  akk_store_begin (store, "Rename");
  akk_store_set_text (store, section, "heading", heading);
  g_assert_true (akk_store_commit (store, NULL));
  assert_closes (dossier);
  g_object_unref (dossier);
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
}

static void
test_changed_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autofree char *other = fixture_path (fixture, "mine.akkoord");
  g_autofree char *theirs = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  change_elsewhere (fixture, "Van een collega");
  theirs = hash_of (fixture->path);
  set_motto (dossier, "Van mij");
  g_assert_false (publish_now (dossier, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  g_assert_error (akk_dossier_get_failure (dossier), AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  g_assert_cmpint (akk_dossier_get_state (dossier), ==, AKK_DOSSIER_PENDING);
  g_clear_error (&error);
  g_assert_false (close_now (dossier, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (publish_as_now (dossier, other, &error));
  g_assert_no_error (error);
  g_assert_no_error (akk_dossier_get_failure (dossier));
  g_assert_cmpstr (akk_dossier_get_path (dossier), ==, other);
  set_motto (dossier, "Weer van mij");
  assert_closes (dossier);
  after = hash_of (fixture->path);
  g_assert_cmpstr (theirs, ==, after);
  assert_motto (other, "Weer van mij");
}

static char *
read_heading (const char *path)
{
  g_autoptr (AkkStore) store = akk_dossier_read (path, NULL);
  g_autoptr (GListModel) sections = akk_store_list (store, &akk_section_record, NULL, 0);
  g_autoptr (AkkSection) section = g_list_model_get_item (sections, 0);

  return g_strdup (section->heading);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autofree char *heading = NULL;
  g_autoptr (GError) error = NULL;

  change_elsewhere (fixture, "Van een collega");
  set_motto (dossier, "Van mij");
  g_assert_false (publish_now (dossier, NULL));
  merge_now (dossier, &error);
  g_assert_no_error (error);
  g_assert_no_error (akk_dossier_get_failure (dossier));
  g_assert_cmpint (akk_dossier_get_state (dossier), ==, AKK_DOSSIER_PUBLISHED);
  assert_motto (fixture->path, "Van mij");
  heading = read_heading (fixture->path);
  g_assert_cmpstr (heading, ==, "Van een collega");
  set_motto (dossier, "En weer verder");
  assert_closes (dossier);
  assert_motto (fixture->path, "En weer verder");
}

static void
test_damaged_behind_our_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autofree char *other = fixture_path (fixture, "mine.akkoord");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "boodschappen", -1, NULL));
  set_motto (dossier, "Van mij");
  g_assert_false (publish_now (dossier, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  g_assert_true (publish_as_now (dossier, other, NULL));
  assert_closes (dossier);
}

static void
test_same_bytes_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
  set_motto (dossier, "Gewoon verder");
  g_assert_true (publish_now (dossier, &error));
  g_assert_no_error (error);
  assert_closes (dossier);
}

/* --- Where it goes --- */

static void
test_symbolic_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = fixture_path (fixture, "link.akkoord");
  g_autoptr (AkkDossier) dossier = NULL;

  g_assert_cmpint (symlink ("Test.akkoord", link), ==, 0);
  dossier = must_open (link);
  set_motto (dossier, "Door de link");
  assert_closes (dossier);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_motto (fixture->path, "Door de link");
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0644 };
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);
  struct stat status;
  gid_t group;

  /* Another group where we may give one; else that which it has. */
  if (chown (fixture->path, (uid_t) -1, getgid () + 1) != 0)
    g_test_message ("The group stays %u", (guint) getgid ());
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  group = status.st_gid;
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *motto = g_strdup_printf ("%zu", i);

    g_assert_cmpint (chmod (fixture->path, modes[i]), ==, 0);
    set_motto (dossier, motto);
    g_assert_true (publish_now (dossier, NULL));
    g_assert_cmpint (stat (fixture->path, &status), ==, 0);
    g_assert_cmphex (status.st_mode & 07777, ==, modes[i]);
    g_assert_cmpuint (status.st_gid, ==, group);
  }
  assert_closes (dossier);
}

static void
test_save_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = fixture_path (fixture, "Kopie van 'ons' dossier.akkoord");
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);

  set_motto (dossier, "In beide");
  g_assert_true (save_copy_now (dossier, copy, NULL));
  assert_motto (copy, "In beide");
  assert_motto (fixture->path, "");
  g_assert_cmpstr (akk_dossier_get_path (dossier), ==, fixture->path);
  assert_closes (dossier);
  assert_motto (fixture->path, "In beide");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/dossier/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("new-has-one-agreement-with-one-section", test_new_dossier);
  ADD ("making-cannot-be-undone", test_making_cannot_be_undone);
  ADD ("close-publishes-and-cleans-up", test_close_publishes);
  ADD ("publishes-by-itself", test_publishes_by_itself);
  ADD ("looking-does-not-write", test_nothing_to_publish);
  ADD ("opened-twice-is-one", test_opened_twice);
  ADD ("opened-at-once-is-one", test_opened_at_once);
  ADD ("opened-while-closing-waits", test_open_while_closing);
  ADD ("asked-after-closing-is-answered", test_asked_after_close);
  ADD ("changed-file-is-never-overwritten", test_changed_file);
  ADD ("other-changes-can-be-taken-over", test_merge);
  ADD ("damaged-file-is-never-overwritten", test_damaged_behind_our_back);
  ADD ("same-bytes-again-are-no-change", test_same_bytes_again);
  ADD ("link-leads-to-the-real-file", test_symbolic_link);
  ADD ("permissions-and-group-are-kept", test_permissions);
  ADD ("copy-leaves-the-dossier-where-it-is", test_save_copy);
  return g_test_run ();
}
