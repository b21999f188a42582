/* Tests of the seal: nothing that happens to a published file goes unnoticed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/seal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dossier-fixture.h"

#define PAGE_BYTES 4096
#define SEAL_START (PAGE_BYTES - 32)
#define N_RANDOM_BITS 1500

static gint64
file_size (int file)
{
  return lseek (file, 0, SEEK_END);
}

static gboolean
is_damaged (int file, gint64 byte)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = akk_seal_verify (file, -1, "x", NULL, &error);

  if (seal != NULL)
    return FALSE;
  /* The version of the format is the one thing that a damaged file may be wrong about. */
  if (byte >= 60 && byte < 64 &&
      g_error_matches (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NEWER))
    return TRUE;
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_DAMAGED);
  return TRUE;
}

static void
assert_flip_is_found (int file, gint64 byte, guint bit)
{
  guint8 whole, flipped;

  g_assert_cmpint (pread (file, &whole, 1, byte), ==, 1);
  flipped = whole ^ (1u << bit);
  g_assert_cmpint (pwrite (file, &flipped, 1, byte), ==, 1);
  if (!is_damaged (file, byte))
    g_error ("bit %u of byte %" G_GINT64_FORMAT " was flipped and not found", bit, byte);
  g_assert_cmpint (pwrite (file, &whole, 1, byte), ==, 1);
}

static void
test_flipped_bits (Fixture *fixture, gconstpointer data)
{
  g_autofd int file = open (fixture->path, O_RDWR | O_CLOEXEC);
  g_autofree char *seal = NULL;
  gint64 size = file_size (file);

  for (gint64 byte = 0; byte < 128; byte++)
    for (guint bit = 0; bit < 8; bit++)
      assert_flip_is_found (file, byte, bit);
  for (gint64 byte = SEAL_START - 8; byte < PAGE_BYTES + 8; byte++)
    for (guint bit = 0; bit < 8; bit++)
      assert_flip_is_found (file, byte, bit);
  for (guint i = 0; i < N_RANDOM_BITS; i++)
    assert_flip_is_found (file, g_test_rand_int_range (0, size), g_test_rand_int_range (0, 8));
  assert_flip_is_found (file, size - 1, 7);

  seal = akk_seal_verify (file, -1, "x", NULL, NULL);
  g_assert_nonnull (seal);
}

static void
test_truncations (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  for (guint i = 0; i < 200; i++) {
    /* Every length of the beginning, and page by page and in between after it. */
    gsize length = i < 110 ? i : (gsize) g_test_rand_int_range (110, size);
    g_autoptr (GError) error = NULL;

    length = i % 7 == 0 && i >= 110 ? length / PAGE_BYTES * PAGE_BYTES : length;
    g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
    g_assert_false (akk_dossier_check (fixture->path, &error));
    if (length < 100)
      g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_NOT_A_DOSSIER);
    else
      g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_DAMAGED);
  }
}

static void
test_appended_bytes (Fixture *fixture, gconstpointer data)
{
  static const gsize lengths[] = { 1, 32, PAGE_BYTES, 70000 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *contents = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
    contents = g_realloc (contents, size + lengths[i]);
    memset (contents + size, 0, lengths[i]);
    g_assert_true (g_file_set_contents (fixture->path, contents, size + lengths[i], NULL));
    g_assert_false (akk_dossier_check (fixture->path, &error));
    g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_DAMAGED);
    g_assert_true (g_file_set_contents (fixture->path, contents, size, NULL));
    g_assert_true (akk_dossier_check (fixture->path, NULL));
  }
}

static void
test_copy_is_the_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = fixture_path (fixture, "copy");
  g_autofree char *before = hash_of (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *again = NULL;
  g_autofd int source = open (fixture->path, O_RDONLY | O_CLOEXEC);
  g_autofd int target = open (copy, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  seal = akk_seal_verify (source, target, "x", NULL, NULL);
  again = akk_seal_verify (target, -1, "x", NULL, NULL);
  after = hash_of (copy);
  g_assert_nonnull (seal);
  g_assert_cmpstr (seal, ==, again);
  g_assert_cmpstr (before, ==, after);
}

static void
test_only_dossiers_look_like_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = fixture_path (fixture, "other");

  g_assert_true (g_file_set_contents (other, "SQLite format 3", 15, NULL));
  g_assert_true (akk_seal_is_dossier (fixture->path));
  g_assert_false (akk_seal_is_dossier (other));
  g_assert_false (akk_seal_is_dossier (fixture->folder));
  g_assert_false (akk_seal_is_dossier ("/nowhere/at/all"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function)                                                                        \
  g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/seal/any-flipped-bit-is-found", test_flipped_bits);
  ADD ("/seal/any-missing-end-is-found", test_truncations);
  ADD ("/seal/anything-appended-is-found", test_appended_bytes);
  ADD ("/seal/copying-on-the-way-changes-nothing", test_copy_is_the_same);
  ADD ("/seal/only-dossiers-look-like-one", test_only_dossiers_look_like_one);
  return g_test_run ();
}
