/* A store in a folder of its own, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/section.h"
#include "core/store-search.h"
#include "core/store.h"

typedef struct {
  char *folder;
  char *path;
  AkkStore *store;
} Fixture;

static inline void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = akk_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  akk_store_set_author (fixture->store, "An Peeters");
}

/* Where the disk is memory, if there is such a place: for tests that are not about disks. */
static inline char *
fixture_memory_folder (void)
{
  g_autofree char *folder = g_strdup ("/dev/shm/akkoord-store-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);
  return g_dir_make_tmp ("akkoord-store-XXXXXX", NULL);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_memory_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture_open (fixture);
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture_open (fixture);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline void
fixture_commit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean done = akk_store_commit (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static inline AkkAgreement *
fixture_add_agreement (Fixture *fixture, const char *title)
{
  AkkAgreement *agreement = akk_record_new (&akk_agreement_record);

  akk_record_set_text (agreement, akk_record_type_field (&akk_agreement_record, "title"), title);
  akk_store_begin (fixture->store, "Add agreement");
  akk_store_add (fixture->store, agreement);
  fixture_commit (fixture);
  return agreement;
}

static inline AkkSection *
fixture_add_section (Fixture *fixture,
                     AkkAgreement *agreement,
                     const char *heading,
                     const char *position)
{
  AkkSection *section = akk_record_new (&akk_section_record);

  akk_record_set_int (section, akk_record_type_field (&akk_section_record, "agreement_id"),
                      agreement->record.id);
  akk_record_set_text (section, akk_record_type_field (&akk_section_record, "heading"), heading);
  akk_record_set_text (section, akk_record_type_field (&akk_section_record, "position"), position);
  akk_store_begin (fixture->store, "Add section");
  akk_store_add (fixture->store, section);
  fixture_commit (fixture);
  return section;
}

static inline void
fixture_set (Fixture *fixture, gpointer record, const char *field, const char *value)
{
  akk_store_begin (fixture->store, "Change text");
  akk_store_set_text (fixture->store, record, field, value);
  fixture_commit (fixture);
}

/* The records in which words are found, by type; each type newest first. Elements AkkRecord. */
static inline GPtrArray *
fixture_find (AkkStore *store, const char *query)
{
  g_autoptr (AkkSearchWords) words = akk_search_words_new (query);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;

  akk_store_index (store, NULL);
  found = akk_store_find (store, words, 100);
  for (guint i = 0; i < found->len; i++) {
    const AkkFound *one = found->pdata[i];

    for (guint k = 0; one->type != NULL && k < one->ids->len; k++)
      g_ptr_array_add (records,
                       akk_store_get (store, one->type, g_array_index (one->ids, gint64, k)));
  }
  return records;
}
