/* What the tests of the dossier share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier-fixture.h"

#include <glib/gstdio.h>

#include "core/agreement.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("akkoord-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = fixture_path (fixture, "Test.akkoord");
  akk_dossier_create (fixture->path, "Test", &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = fixture_path (fixture, name);

    g_remove (path);
  }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

char *
fixture_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

static void
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

AkkDossier *
open_now (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  akk_dossier_open_async (path, NULL, answer_cb, &answer);
  wait_for (&answer);
  return akk_dossier_open_finish (answer, error);
}

AkkDossier *
must_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  AkkDossier *dossier = open_now (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dossier);
  return dossier;
}

static gboolean
finish_now (AkkDossier *dossier, GAsyncResult **answer, GError **error)
{
  wait_for (answer);
  return akk_dossier_publish_finish (dossier, *answer, error);
}

gboolean
publish_now (AkkDossier *dossier, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  akk_dossier_publish_async (dossier, NULL, answer_cb, &answer);
  return finish_now (dossier, &answer, error);
}

gboolean
publish_as_now (AkkDossier *dossier, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  akk_dossier_publish_as_async (dossier, path, NULL, answer_cb, &answer);
  return finish_now (dossier, &answer, error);
}

gboolean
save_copy_now (AkkDossier *dossier, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  akk_dossier_save_copy_async (dossier, path, NULL, answer_cb, &answer);
  return finish_now (dossier, &answer, error);
}

gboolean
merge_now (AkkDossier *dossier, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  akk_dossier_merge_and_publish_async (dossier, NULL, answer_cb, &answer);
  return finish_now (dossier, &answer, error);
}

gboolean
close_now (AkkDossier *dossier, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  akk_dossier_close_async (dossier, NULL, answer_cb, &answer);
  return finish_now (dossier, &answer, error);
}

static AkkAgreement *
get_agreement (AkkStore *store)
{
  g_autoptr (GListModel) agreements = akk_store_list (store, &akk_agreement_record, NULL, 0);

  return g_list_model_get_item (agreements, 0);
}

void
set_motto (AkkDossier *dossier, const char *motto)
{
  AkkStore *store = akk_dossier_get_store (dossier);
  g_autoptr (AkkAgreement) agreement = get_agreement (store);
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Change the motto");
  akk_store_set_text (store, agreement, "motto", motto);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

char *
get_motto (AkkStore *store)
{
  g_autoptr (AkkAgreement) agreement = get_agreement (store);

  return g_strdup (agreement->motto);
}

char *
read_motto (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (path, &error);

  g_assert_no_error (error);
  return get_motto (store);
}

char *
hash_of (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

guint
count_working_copies (void)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "akkoord", "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += !g_str_equal (name, "lock");
  return n;
}

void
assert_motto (const char *path, const char *expected)
{
  g_autofree char *motto = read_motto (path);

  g_assert_cmpstr (motto, ==, expected);
}

void
assert_closes (AkkDossier *dossier)
{
  g_autoptr (GError) error = NULL;

  close_now (dossier, &error);
  g_assert_no_error (error);
}
