/* Merging two copies of a dossier, case by case; see test-merge-simulation.c for all the others.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-private.h"
#include "store-fixture.h"

/* Two copies of a dossier with one section. */
typedef struct {
  Fixture fixture; /* ours */
  AkkStore *other;
  AkkSection *ours, *theirs;
} Pair;

static char *
copy (Pair *pair, AkkStore *store, const char *name)
{
  char *path = g_build_filename (pair->fixture.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  akk_store_copy_to (store, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
pair_set_up (Pair *pair, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&pair->fixture, data);
  agreement = fixture_add_agreement (&pair->fixture, "Overeenkomst");
  pair->ours = fixture_add_section (&pair->fixture, agreement, "Doel", "a");
  path = copy (pair, pair->fixture.store, "other.db");
  pair->other = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  pair->theirs = akk_store_get (pair->other, &akk_section_record, pair->ours->record.id);
}

static void
pair_tear_down (Pair *pair, gconstpointer data)
{
  g_clear_object (&pair->ours);
  g_clear_object (&pair->theirs);
  g_clear_object (&pair->other);
  fixture_tear_down (&pair->fixture, data);
}

static void
change (AkkStore *store, AkkSection *section, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Change");
  if (text != NULL)
    akk_store_set_text (store, section, field, text);
  else
    akk_store_delete (store, section);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static guint
merge (Pair *pair, AkkStore *into, AkkStore *from)
{
  g_autofree char *path = copy (pair, from, "exchange.db");
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 0;

  akk_store_merge (into, path, &n_conflicts, &error);
  g_assert_no_error (error);
  return n_conflicts;
}

static void
assert_stays (AkkStore *store, AkkSection *section)
{
  g_autoptr (GListModel) list = akk_store_list (store, &akk_section_record, NULL, 0);
  g_autoptr (GPtrArray) conflicts = akk_store_conflicts (store);
  const AkkConflict *conflict;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpint (section->record.deleted, ==, 0);
  g_assert_cmpstr (section->body, ==, "Nieuw");
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = conflicts->pdata[0];
  g_assert_cmpstr (conflict->field->name, ==, "deleted");
  g_assert_cmpint (conflict->values[0].number, ==, 0);
  g_assert_cmpint (conflict->values[1].number, ==, 1);
}

/* --- Tests --- */

/* `data`: whether the deletion is the newer of the two. */
static void
test_deleted_and_changed (Pair *pair, gconstpointer data)
{
  if (data == NULL)
    change (pair->fixture.store, pair->ours, NULL, NULL);
  change (pair->other, pair->theirs, "body", "Nieuw");
  if (data != NULL)
    change (pair->fixture.store, pair->ours, NULL, NULL);
  g_assert_cmpuint (merge (pair, pair->fixture.store, pair->other), ==, 1);
  assert_stays (pair->fixture.store, pair->ours);
  merge (pair, pair->other, pair->fixture.store);
  assert_stays (pair->other, pair->theirs);
}

static void
test_deletion_can_be_chosen (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GListModel) list = akk_store_list (pair->fixture.store, &akk_section_record, NULL, 0);

  change (pair->fixture.store, pair->ours, NULL, NULL);
  change (pair->other, pair->theirs, "body", "Nieuw");
  merge (pair, pair->fixture.store, pair->other);
  conflicts = akk_store_conflicts (pair->fixture.store);
  g_assert_true (akk_store_resolve (pair->fixture.store, conflicts->pdata[0], 1, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_cmpuint (merge (pair, pair->other, pair->fixture.store), ==, 0);
  g_assert_cmpint (pair->theirs->record.deleted, ==, 1);
}

static void
test_deletion_that_knew_stands (Pair *pair, gconstpointer data)
{
  change (pair->other, pair->theirs, "body", "Nieuw");
  merge (pair, pair->fixture.store, pair->other);
  change (pair->fixture.store, pair->ours, NULL, NULL);
  g_assert_cmpuint (merge (pair, pair->other, pair->fixture.store), ==, 0);
  g_assert_cmpint (pair->theirs->record.deleted, ==, 1);
}

/* Undoing the making of a section would take away what others wrote in it since. */
static void
test_undo_spares_others (Pair *pair, gconstpointer data)
{
  change (pair->other, pair->theirs, "body", "Nieuw");
  merge (pair, pair->fixture.store, pair->other);
  g_assert_cmpstr (akk_step_get_label (akk_store_get_undo_step (pair->fixture.store)), ==,
                   "Add section");
  g_assert_true (akk_store_undo (pair->fixture.store, NULL));
  g_assert_cmpint (pair->ours->record.deleted, ==, 0);
}

static void
test_changes_of_a_merge (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  const AkkCellChange *only;

  change (pair->other, pair->theirs, "body", "Nieuw");
  merge (pair, pair->fixture.store, pair->other);
  changes =
      akk_store_step_changes (pair->fixture.store, akk_store_get_last_step (pair->fixture.store));
  g_assert_cmpuint (changes->len, ==, 1);
  only = changes->pdata[0];
  g_assert_cmpstr (only->field->name, ==, "body");
}

static void
edit_cb (AkkSection *section, GParamSpec *pspec, AkkStore *store)
{
  g_signal_handlers_disconnect_by_func (section, edit_cb, store);
  change (store, section, "heading", "Meteen");
}

static void
test_action_while_told (Pair *pair, gconstpointer data)
{
  g_signal_connect (pair->ours, "notify::body", G_CALLBACK (edit_cb), pair->fixture.store);
  change (pair->other, pair->theirs, "body", "Nieuw");
  merge (pair, pair->fixture.store, pair->other);
  g_assert_cmpstr (pair->ours->heading, ==, "Meteen");
  g_assert_cmpstr (pair->ours->body, ==, "Nieuw");
}

static void
test_stranger (Pair *pair, gconstpointer data)
{
  g_autofree char *path = g_build_filename (pair->fixture.folder, "stranger.db", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_object (&pair->theirs);
  g_clear_object (&pair->other);
  pair->other = akk_store_open (path, 0, NULL);
  g_clear_object (&pair->other);
  g_assert_false (akk_store_merge (pair->fixture.store, path, NULL, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_NOT_OURS);
}

/* A cell of a record that is not there: the whole merge is refused. */
static void
test_torn_copy (Pair *pair, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = akk_store_get_last_step (pair->fixture.store);

  change (pair->other, pair->theirs, "body", "Nieuw");
  path = copy (pair, pair->other, "torn.db");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (akk_sql_exec (db, "DELETE FROM section", NULL));
  g_assert_false (akk_store_merge (pair->fixture.store, path, NULL, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_DAMAGED);
  g_assert_cmpint (akk_store_get_last_step (pair->fixture.store), ==, last);
  g_assert_cmpstr (pair->ours->body, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function)                                                                  \
  g_test_add ("/merge/" name, Pair, data, pair_set_up, function, pair_tear_down)
  ADD ("deleted-and-then-changed-stays", NULL, test_deleted_and_changed);
  ADD ("changed-and-then-deleted-stays", "newer", test_deleted_and_changed);
  ADD ("deletion-can-be-chosen", NULL, test_deletion_can_be_chosen);
  ADD ("deletion-that-knew-stands", NULL, test_deletion_that_knew_stands);
  ADD ("undo-spares-what-others-wrote", NULL, test_undo_spares_others);
  ADD ("history-tells-what-a-merge-changed", NULL, test_changes_of_a_merge);
  ADD ("who-is-told-may-act", NULL, test_action_while_told);
  ADD ("stranger-is-refused", NULL, test_stranger);
  ADD ("torn-copy-is-refused-whole", NULL, test_torn_copy);
  return g_test_run ();
}
