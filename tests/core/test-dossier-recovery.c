/* Tests of the dossier after a crash: whatever is left, the work goes on with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "dossier-fixture.h"

/* Of the only working copy there is. */
static char *
working_database (void)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "akkoord", "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL && g_str_equal (name, "lock"))
    ;
  return g_build_filename (root, name, "dossier.db", NULL);
}

static void
test_crash_goes_on (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autoptr (AkkDossier) dossier = NULL;
  g_autofree char *motto = NULL;

  set_motto (crashed, "Nog niet bewaard");
  g_object_unref (crashed); /* without closing: all that is left is the working copy */
  dossier = must_open (fixture->path);
  motto = get_motto (akk_dossier_get_store (dossier));
  g_assert_true (akk_dossier_get_recovered (dossier));
  g_assert_cmpint (akk_dossier_get_state (dossier), ==, AKK_DOSSIER_PENDING);
  g_assert_cmpstr (motto, ==, "Nog niet bewaard");
  g_assert_nonnull (akk_store_get_undo_step (akk_dossier_get_store (dossier)));
  assert_closes (dossier);
  assert_motto (fixture->path, "Nog niet bewaard");
}

static void
test_crash_after_publishing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *newer = fixture_path (fixture, "newer.akkoord");
  AkkDossier *crashed = must_open (fixture->path);
  g_autoptr (AkkDossier) dossier = NULL;
  g_autofree char *motto = NULL;

  set_motto (crashed, "Van hier");
  g_assert_true (publish_now (crashed, NULL));
  g_object_unref (crashed);

  dossier = must_open (fixture->path);
  g_assert_false (akk_dossier_get_recovered (dossier));
  set_motto (dossier, "Van elders");
  g_assert_true (save_copy_now (dossier, newer, NULL));
  set_motto (dossier, "Van hier");
  g_assert_true (publish_now (dossier, NULL));
  g_clear_object (&dossier);

  /* All that the working copy holds is published, so the file that came in its place is opened. */
  g_assert_cmpint (g_rename (newer, fixture->path), ==, 0);
  dossier = must_open (fixture->path);
  motto = get_motto (akk_dossier_get_store (dossier));
  g_assert_false (akk_dossier_get_recovered (dossier));
  g_assert_cmpstr (motto, ==, "Van elders");
  assert_closes (dossier);
}

static void
test_vanished_file (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autoptr (AkkDossier) dossier = NULL;

  set_motto (crashed, "Alleen hier nog");
  g_object_unref (crashed);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  dossier = must_open (fixture->path);
  g_assert_true (akk_dossier_get_recovered (dossier));
  assert_closes (dossier);
  assert_motto (fixture->path, "Alleen hier nog");
}

/* Everything was published, and then the file went: what is left here is the only copy. */
static void
test_only_copy (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autoptr (AkkDossier) dossier = NULL;

  set_motto (crashed, "Bewaard");
  g_assert_true (publish_now (crashed, NULL));
  g_object_unref (crashed);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  dossier = must_open (fixture->path);
  g_assert_true (akk_dossier_get_recovered (dossier));
  g_assert_cmpint (akk_dossier_get_state (dossier), ==, AKK_DOSSIER_PENDING);
  assert_closes (dossier);
  assert_motto (fixture->path, "Bewaard");
}

static void
test_only_whole_copy (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autofree char *other = fixture_path (fixture, "mine.akkoord");
  g_autoptr (AkkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  set_motto (crashed, "Bewaard");
  g_assert_true (publish_now (crashed, NULL));
  g_object_unref (crashed);
  g_assert_true (g_file_set_contents (fixture->path, "boodschappen", -1, NULL));
  dossier = must_open (fixture->path);
  g_assert_true (akk_dossier_get_recovered (dossier));
  g_assert_false (close_now (dossier, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);
  g_assert_true (publish_as_now (dossier, other, NULL));
  assert_closes (dossier);
  assert_motto (other, "Bewaard");
}

/* A file that is made where one vanished with unsaved work must not bury that. */
static void
test_unsaved_in_the_way (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autoptr (AkkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  set_motto (crashed, "Alleen hier nog");
  g_object_unref (crashed);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (akk_dossier_create (fixture->path, "Nieuw", &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_UNSAVED);
  dossier = must_open (fixture->path);
  g_assert_true (akk_dossier_get_recovered (dossier));
  assert_closes (dossier);
  assert_motto (fixture->path, "Alleen hier nog");
}

/* `data`: what the database of the working copy holds. */
static void
test_broken_leftover (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autofree char *database = working_database ();
  g_autoptr (GError) error = NULL;

  set_motto (crashed, "Onleesbaar");
  g_object_unref (crashed);
  g_assert_true (g_file_set_contents (database, data, -1, NULL));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  akk_dossier_create (fixture->path, "Nieuw", &error);
  g_assert_no_error (error);
  assert_motto (fixture->path, "");
}

static void
test_broken_working_copy (Fixture *fixture, gconstpointer data)
{
  AkkDossier *crashed = must_open (fixture->path);
  g_autofree char *database = working_database ();
  g_autofree char *motto = NULL;
  g_autoptr (AkkDossier) dossier = NULL;

  set_motto (crashed, "Onleesbaar");
  g_assert_null (akk_dossier_get_set_aside (crashed));
  g_object_unref (crashed);
  g_assert_true (g_file_set_contents (database, data, -1, NULL));
  dossier = must_open (fixture->path);
  motto = get_motto (akk_dossier_get_store (dossier));
  g_assert_cmpstr (motto, ==, "");
  g_assert_false (akk_dossier_get_recovered (dossier));
  g_assert_nonnull (akk_dossier_get_set_aside (dossier));
  assert_closes (dossier);
  g_assert_true (g_file_test (akk_dossier_get_set_aside (dossier), G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD_WITH(name, data, function)                                                             \
  g_test_add ("/dossier/" name, Fixture, data, fixture_set_up, function, fixture_tear_down)
#define ADD(name, function) ADD_WITH (name, NULL, function)
  ADD ("crash-goes-on-where-it-was", test_crash_goes_on);
  ADD ("crash-after-publishing-takes-the-newer-file", test_crash_after_publishing);
  ADD ("vanished-file-is-written-again", test_vanished_file);
  ADD ("only-copy-is-written-again", test_only_copy);
  ADD ("only-whole-copy-is-kept", test_only_whole_copy);
  ADD ("unsaved-work-is-not-buried", test_unsaved_in_the_way);
  ADD_WITH ("broken-leftover-is-not-in-the-way", "kapot", test_broken_leftover);
  ADD_WITH ("empty-leftover-is-not-in-the-way", "", test_broken_leftover);
  ADD_WITH ("broken-working-copy-is-set-aside", "kapot", test_broken_working_copy);
  ADD_WITH ("empty-working-copy-is-set-aside", "", test_broken_working_copy);
  return g_test_run ();
}
