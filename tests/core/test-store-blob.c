/* Attachments.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/organisation.h"
#include "core/store-private.h"
#include "store-fixture.h"

#define MEGABYTE (1000 * 1000)

static char *
add (AkkStore *store, const char *text)
{
  g_autoptr (GBytes) data = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  char *sha256 = akk_store_add_blob (store, data, &error);

  g_assert_no_error (error);
  return sha256;
}

static void
assert_holds (AkkStore *store, const char *sha256, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = akk_store_get_blob (store, sha256, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (data, NULL), g_bytes_get_size (data), text, strlen (text));
}

static void
test_same_bytes_are_kept_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = add (fixture->store, "logo");
  g_autofree char *same = add (fixture->store, "logo");
  g_autofree char *empty = add (fixture->store, "");
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "logo", -1);

  g_assert_cmpstr (one, ==, expected);
  g_assert_cmpstr (same, ==, expected);
  g_assert_cmpint (akk_sql_int (fixture->store->db, 0, "SELECT count (*) FROM blob", NULL), ==, 2);
  fixture_reopen (fixture);
  assert_holds (fixture->store, one, "logo");
  assert_holds (fixture->store, empty, "");
}

static void
test_inside_an_action (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Overeenkomst");
  g_autofree char *sha256 = NULL;

  akk_store_begin (fixture->store, "Change");
  sha256 = add (fixture->store, "scan");
  akk_store_set_text (fixture->store, agreement, "motto", sha256);
  fixture_commit (fixture);
  assert_holds (fixture->store, agreement->motto, "scan");
}

static void
test_missing_and_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = add (fixture->store, "brief");
  g_autofree char *unknown = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "x", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (akk_store_get_blob (fixture->store, unknown, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (akk_sql_exec (fixture->store->db, "UPDATE blob SET data = x'00'", NULL));
  g_assert_null (akk_store_get_blob (fixture->store, sha256, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED);
}

/* What SQLite holds at its highest are the pages of its cache (24 MiB), not the file. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  gsize n_bytes = 56 * MEGABYTE;
  guint8 *bytes = g_malloc (n_bytes);
  g_autoptr (GBytes) given = NULL;
  g_autoptr (GBytes) got = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = (guint8) (i * 31 + i / 251);
  given = g_bytes_new_take (bytes, n_bytes);
  sqlite3_memory_highwater (TRUE);
  before = sqlite3_memory_used ();
  sha256 = akk_store_add_blob (fixture->store, given, &error);
  g_assert_no_error (error);
  got = akk_store_get_blob (fixture->store, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (got, given));
  g_assert_cmpint (sqlite3_memory_highwater (FALSE) - before, <, 34 * MEGABYTE);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  gsize n_bytes = 61 * MEGABYTE;
  g_autoptr (GBytes) given = g_bytes_new_take (g_malloc0 (n_bytes), n_bytes);
  g_autoptr (GError) error = NULL;

  g_assert_null (akk_store_add_blob (fixture->store, given, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "60 MB"));
}

static AkkStore *
open_copy (Fixture *fixture, AkkStore *store, const char *name, char **path)
{
  g_autoptr (GError) error = NULL;
  AkkStore *copy;

  *path = g_build_filename (fixture->folder, name, NULL);
  akk_store_copy_to (store, *path, NULL, &error);
  g_assert_no_error (error);
  copy = akk_store_open (*path, 0, &error);
  g_assert_no_error (error);
  return copy;
}

static void
test_copies_and_merges (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = add (fixture->store, "oud");
  g_autofree char *other_path = NULL;
  g_autofree char *exchange_path = NULL;
  g_autoptr (AkkStore) other = open_copy (fixture, fixture->store, "other.db", &other_path);
  g_autofree char *ours = add (fixture->store, "van ons");
  g_autofree char *theirs = add (other, "van hen");
  g_autofree char *forged = add (other, "vals");
  g_autoptr (AkkStore) exchange = NULL;
  g_autoptr (GError) error = NULL;

  assert_holds (other, old, "oud");
  g_assert_true (
      akk_sql_run (other->db, NULL, "UPDATE blob SET data = x'00' WHERE sha256 = ?", "s", forged));
  g_assert_true (
      akk_sql_run (other->db, NULL, "UPDATE blob SET data = x'00' WHERE sha256 = ?", "s", old));
  exchange = open_copy (fixture, other, "exchange.db", &exchange_path);
  g_clear_object (&exchange);
  g_assert_true (akk_store_merge (fixture->store, exchange_path, NULL, &error));
  g_assert_no_error (error);
  assert_holds (fixture->store, old, "oud");
  assert_holds (fixture->store, ours, "van ons");
  assert_holds (fixture->store, theirs, "van hen");
  g_assert_null (akk_store_get_blob (fixture->store, forged, &error));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/store-blob/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-bytes-are-kept-once", test_same_bytes_are_kept_once);
  ADD ("kept-inside-an-action", test_inside_an_action);
  ADD ("missing-or-changed-is-told", test_missing_and_changed);
  ADD ("large-is-not-copied-needlessly", test_large);
  ADD ("too-large-is-refused", test_too_large);
  ADD ("copies-and-merges-keep-all", test_copies_and_merges);
  return g_test_run ();
}
