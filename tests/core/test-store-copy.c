/* Copies for publishing, and the check of files that come from elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/store-private.h"
#include "store-fixture.h"

static char *
copy (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_store_copy_to (fixture->store, path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static void
type_much (Fixture *fixture, AkkSection *section, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *body = g_strdup_printf ("%s %u", section->body, i);
    fixture_set (fixture, section, "body", body);
  }
}

/* --- Copies --- */

static void
test_copy_is_whole_and_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Één");
  g_autofree char *path = copy (fixture, "copy.db");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) reader = NULL;
  g_autoptr (AkkAgreement) read = NULL;
  gsize length;

  g_assert_true (akk_store_check (path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpint (contents[18], ==, 1); /* no journal beside it */
  g_assert_cmpint (contents[20], ==, AKK_STORE_RESERVED_BYTES);
  reader = akk_store_open (path, AKK_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  read = akk_store_get (reader, &akk_agreement_record, agreement->record.id);
  g_assert_cmpstr (read->title, ==, "Één");
}

static void
test_copy_keeps_undo_up_to_the_horizon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autoptr (AkkSection) section = fixture_add_section (fixture, agreement, "a", "A");
  g_autofree char *last = NULL;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  guint n = 0;

  fixture_set (fixture, section, "body", "zeldzaamwoord");
  fixture_set (fixture, section, "body", "");
  type_much (fixture, section, akk_undo_horizon + 20);
  last = g_strdup (section->body);
  path = copy (fixture, "copy.db");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_clear_object (&section);
  g_object_unref (fixture->store);
  g_set_str (&fixture->path, path);
  fixture_open (fixture);

  section = NULL;
  while (akk_store_get_undo_step (fixture->store) != NULL && n < 1000) {
    g_assert_true (akk_store_undo (fixture->store, NULL));
    n++;
  }
  g_assert_cmpuint (n, ==, akk_undo_horizon);
  while (akk_store_get_redo_step (fixture->store) != NULL)
    g_assert_true (akk_store_redo (fixture->store, NULL));
  {
    g_autoptr (GListModel) list = akk_store_list (fixture->store, &akk_section_record, NULL, 0);
    section = g_list_model_get_item (list, 0);
    g_assert_cmpstr (section->body, ==, last);
  }
}

static gboolean
file_contains (const char *path, const char *word)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return memmem (contents, length, word, strlen (word)) != NULL;
}

static void
test_what_is_forgotten_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, agreement, "motto", "Geheimenaam");
  fixture_set (fixture, agreement, "motto", "Geheimenaam en nog wat");
  before = copy (fixture, "before.db");
  g_assert_true (file_contains (before, "Geheimenaam"));
  g_assert_true (akk_store_forget (fixture->store, agreement, "motto", &error));
  g_assert_cmpstr (agreement->motto, ==, "");
  after = copy (fixture, "after.db");
  g_assert_false (file_contains (after, "eheimenaam"));
  found = fixture_find (fixture->store, "geheimenaam");
  g_assert_cmpuint (found->len, ==, 0);
  while (akk_store_get_undo_step (fixture->store) != NULL)
    g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpstr (agreement->motto, ==, "");
}

/* However little of the index is brought up to date at a time. */
static void
test_index_forgets_in_small_rounds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autoptr (AkkAgreement) other = fixture_add_agreement (fixture, "Twee");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_set (fixture, agreement, "motto", "Geheimenaam");
  before = copy (fixture, "before.db");
  g_assert_true (akk_store_forget (fixture->store, agreement, "motto", NULL));
  fixture_set (fixture, other, "motto", "Nieuw");
  while (akk_search_is_behind (fixture->store->db)) {
    g_assert_true (akk_store_transaction_begin (fixture->store, NULL));
    g_assert_true (akk_store_transaction_end (
        fixture->store, akk_search_catch_up (fixture->store->db, 0, NULL), NULL));
  }
  after = copy (fixture, "after.db");
  g_assert_false (file_contains (after, "eheimenaam"));
}

static void
test_forgetting_reaches_other_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autofree char *other_path = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autoptr (AkkStore) other = NULL;

  fixture_set (fixture, agreement, "motto", "Geheimenaam");
  other_path = copy (fixture, "other.db");
  other = akk_store_open (other_path, 0, NULL);
  g_assert_true (akk_store_forget (fixture->store, agreement, "motto", NULL));
  here = copy (fixture, "here.db");
  g_assert_true (akk_store_merge (other, here, NULL, NULL));
  there = g_build_filename (fixture->folder, "there.db", NULL);
  g_assert_true (akk_store_copy_to (other, there, NULL, NULL));
  g_assert_false (file_contains (there, "eheimenaam"));
}

static void
test_long_logs_become_short (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autoptr (AkkSection) section = fixture_add_section (fixture, agreement, "a", "A");
  g_autofree char *path = NULL;
  g_autoptr (AkkStore) reader = NULL;
  g_autoptr (GListModel) history = NULL;

  type_much (fixture, section, 3 * akk_undo_horizon);
  path = copy (fixture, "copy.db");
  reader = akk_store_open (path, AKK_STORE_READ_ONLY, NULL);
  history = akk_store_history (reader);
  g_assert_cmpuint (g_list_model_get_n_items (history), <=, akk_undo_horizon + 6);
}

typedef struct {
  Fixture *fixture;
  char *path;
  gint done; /* atomic */
} Copier;

static gpointer
copy_thread (gpointer data)
{
  Copier *copier = data;

  copier->path = copy (copier->fixture, "busy.db");
  g_atomic_int_set (&copier->done, 1);
  return NULL;
}

/* Both cells always change together: a copy that shows them apart caught half an action. */
static void
test_actions_go_on_while_copying (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "0");
  g_autofree char *filler = g_strnfill (20000, 'x');
  Copier copier = { fixture, NULL, 0 };
  GThread *thread;
  guint n = 0;

  for (guint i = 0; i < 100; i++) {
    g_autoptr (AkkSection) section = fixture_add_section (fixture, agreement, "a", "A");
    fixture_set (fixture, section, "body", filler);
  }
  fixture_set (fixture, agreement, "motto", "0");
  for (guint round = 0; round < 3; round++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AkkStore) reader = NULL;
    g_autoptr (AkkAgreement) read = NULL;

    copier.done = 0;
    thread = g_thread_new ("copy", copy_thread, &copier);
    while (!g_atomic_int_get (&copier.done)) {
      g_autofree char *number = g_strdup_printf ("%u", ++n);
      akk_store_begin (fixture->store, "Count");
      akk_store_set_text (fixture->store, agreement, "title", number);
      akk_store_set_text (fixture->store, agreement, "motto", number);
      fixture_commit (fixture);
    }
    g_thread_join (thread);
    g_assert_true (akk_store_check (copier.path, NULL, &error));
    g_assert_no_error (error);
    reader = akk_store_open (copier.path, AKK_STORE_READ_ONLY, &error);
    g_assert_no_error (error);
    read = akk_store_get (reader, &akk_agreement_record, agreement->record.id);
    g_assert_cmpstr (read->title, ==, read->motto);
    g_unlink (copier.path);
    g_clear_pointer (&copier.path, g_free);
  }
}

static void
test_cancelled_copy_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *raw = g_strconcat (path, ".raw", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (akk_store_copy_to (fixture->store, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (raw, G_FILE_TEST_EXISTS));
}

static void
make_twin (Fixture *fixture, const char *name, char **contents, gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *target = g_strconcat (path, ".copy", NULL);
  g_autoptr (AkkStore) store = akk_store_open (path, 0, NULL);
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);

  akk_store_set_deterministic (store, 42, 1700000000000000);
  akk_store_set_author (store, "An Peeters");
  g_object_set (agreement, "title", "Een", NULL);
  akk_store_begin_founding (store, "Fill");
  akk_store_add (store, agreement);
  g_assert_true (akk_store_commit (store, NULL));
  g_assert_null (akk_store_get_undo_step (store));
  g_assert_true (akk_store_copy_to (store, target, NULL, NULL));
  g_assert_true (g_file_get_contents (target, contents, length, NULL));
}

static void
test_same_seed_gives_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gsize n_one, n_two;

  make_twin (fixture, "one.db", &one, &n_one);
  make_twin (fixture, "two.db", &two, &n_two);
  g_assert_cmpmem (one, n_one, two, n_two);
}

/* --- Foreign files --- */

static const struct {
  const char *name;
  const char *sql;
  AkkStoreError code;
} foreign[] = {
  { "a-trigger", "CREATE TRIGGER t AFTER UPDATE ON section BEGIN DELETE FROM section; END",
    AKK_STORE_ERROR_NOT_OURS },
  { "a-view", "CREATE VIEW v AS SELECT * FROM section", AKK_STORE_ERROR_NOT_OURS },
  { "another-table", "CREATE TABLE extra (x)", AKK_STORE_ERROR_NOT_OURS },
  { "another-column", "ALTER TABLE section ADD COLUMN extra TEXT", AKK_STORE_ERROR_NOT_OURS },
  { "a-missing-table", "DROP TABLE section", AKK_STORE_ERROR_NOT_OURS },
  { "an-index-with-an-expression", "CREATE INDEX i ON section (abs (scheme))",
    AKK_STORE_ERROR_NOT_OURS },
  { "another-application", "PRAGMA application_id = 1", AKK_STORE_ERROR_NOT_OURS },
  { "no-version", "PRAGMA user_version = 0", AKK_STORE_ERROR_NOT_OURS },
  { "a-newer-version", "PRAGMA user_version = 9999", AKK_STORE_ERROR_NEWER },
};

static void
test_foreign_files_are_refused (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    g_autofree char *path = copy (fixture, foreign[i].name);
    g_autoptr (GError) check_error = NULL;
    g_autoptr (GError) open_error = NULL;
    g_autoptr (sqlite3) db = NULL;

    sqlite3_open (path, &db);
    g_assert_cmpint (sqlite3_exec (db, foreign[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
    g_clear_pointer (&db, sqlite3_close_v2);
    g_test_message ("%s", foreign[i].name);
    g_assert_false (akk_store_check (path, NULL, &check_error));
    g_assert_error (check_error, AKK_STORE_ERROR, (int) foreign[i].code);
    g_assert_null (akk_store_open (path, AKK_STORE_READ_ONLY, &open_error));
    g_assert_error (open_error, AKK_STORE_ERROR, (int) foreign[i].code);
  }
}

static void
test_what_is_no_database_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "text", NULL);
  g_autofree char *text = g_strnfill (9000, 'x');
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, NULL);
  g_assert_false (akk_store_check (path, NULL, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED);
}

static void
test_reading_leaves_the_file_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");
  g_autofree char *path = copy (fixture, "copy.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  {
    g_autoptr (AkkStore) reader = akk_store_open (path, AKK_STORE_READ_ONLY, NULL);
    g_autoptr (GPtrArray) found = fixture_find (reader, "een");
    g_assert_cmpuint (found->len, ==, 1);
  }
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store-copy/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("copy-is-whole-and-alone", test_copy_is_whole_and_alone);
  ADD ("copy-keeps-undo-up-to-the-horizon", test_copy_keeps_undo_up_to_the_horizon);
  ADD ("what-is-forgotten-is-gone", test_what_is_forgotten_is_gone);
  ADD ("index-forgets-in-small-rounds", test_index_forgets_in_small_rounds);
  ADD ("forgetting-reaches-other-copies", test_forgetting_reaches_other_copies);
  ADD ("long-logs-become-short", test_long_logs_become_short);
  ADD ("actions-go-on-while-copying", test_actions_go_on_while_copying);
  ADD ("cancelled-copy-leaves-nothing", test_cancelled_copy_leaves_nothing);
  ADD ("same-seed-gives-same-bytes", test_same_seed_gives_same_bytes);
  ADD ("foreign-files-are-refused", test_foreign_files_are_refused);
  ADD ("what-is-no-database-is-refused", test_what_is_no_database_is_refused);
  ADD ("reading-leaves-the-file-untouched", test_reading_leaves_the_file_untouched);
  return g_test_run ();
}
