/* The shipped example in a store of its own, for tests of versions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "core/dossier.h"
#include "core/agreement.h"
#include "core/export.h"
#include "core/version.h"
#include "print/freeze.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *agreement; /* the second: a draft */
} Fixture;

static inline AkkStore *
fixture_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  AkkStore *store = akk_store_open (path, 0, &error);

  g_assert_no_error (error);
  return store;
}

static inline char *
fixture_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Made once; each test has a copy of its own. */
static inline GBytes *
fixture_example (const char *path)
{
  static GBytes *example;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (example == NULL) {
    akk_example_create ("scheldeland", path, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &data, &length, NULL));
    example = g_bytes_new_take (data, length);
  }
  return example;
}

static inline void
fixture_set_up (Fixture *self, gconstpointer data)
{
  GBytes *example;

  self->folder = g_dir_make_tmp ("akkoord-freeze-XXXXXX", NULL);
  self->path = fixture_path (self, "a.akkoord");
  example = fixture_example (self->path);
  g_assert_true (g_file_set_contents (self->path, g_bytes_get_data (example, NULL),
                                      g_bytes_get_size (example), NULL));
  self->store = fixture_open (self->path);
  self->agreement = akk_agreement_nth (self->store, 2);
}

static inline void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = fixture_path (self, name);
    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static inline AkkVersion *
fixture_freeze (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  AkkVersion *version =
      akk_freeze (self->store, self->agreement, akk_store_today (self->store), &error);

  g_assert_no_error (error);
  return version;
}

static inline void
fixture_set (Fixture *self, gpointer record, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, "Change");
  akk_store_set_text (self->store, record, field, value);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
}
