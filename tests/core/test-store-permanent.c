/* What is frozen stays as it is, by whatever route one comes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/signature.h"
#include "core/signatory.h"
#include "core/store-private.h"
#include "core/version.h"
#include "store-fixture.h"

/* A dossier with an agreement that was changed, frozen with one signatory, and changed again. */
typedef struct {
  Fixture fixture;
  AkkAgreement *agreement;
  AkkVersion *version;
  AkkSignatory *signatory;
} Frozen;

static void
set_text (gpointer record, const char *field, const char *value)
{
  akk_record_set_text (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

static void
set_int (gpointer record, const char *field, gint64 value)
{
  akk_record_set_int (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

static AkkVersion *
new_version (AkkAgreement *agreement)
{
  AkkVersion *version = akk_record_new (&akk_version_record);

  set_int (version, "agreement_id", agreement->record.id);
  set_text (version, "code", "AAAABBBBCCCCDDDD");
  set_text (version, "content", "{\"title\": \"Samen\"}");
  return version;
}

static void
frozen_set_up (Frozen *self, gconstpointer data)
{
  AkkStore *store;

  fixture_set_up (&self->fixture, data);
  store = self->fixture.store;
  self->agreement = fixture_add_agreement (&self->fixture, "Overeenkomst");
  fixture_set (&self->fixture, self->agreement, "motto", "Samen");
  self->version = new_version (self->agreement);
  self->signatory = akk_record_new (&akk_signatory_record);
  akk_store_begin_permanent (store, "Freeze");
  akk_store_add (store, self->version);
  set_int (self->signatory, "version_id", self->version->record.id);
  set_text (self->signatory, "name", "An Peeters");
  akk_store_add (store, self->signatory);
  akk_store_set_int (store, self->agreement, "stage", AKK_STAGE_SIGNING);
  fixture_commit (&self->fixture);
}

static void
frozen_tear_down (Frozen *self, gconstpointer data)
{
  g_clear_object (&self->agreement);
  g_clear_object (&self->version);
  g_clear_object (&self->signatory);
  fixture_tear_down (&self->fixture, data);
}

static void
assert_untouched (AkkVersion *version, AkkSignatory *signatory)
{
  g_assert_cmpint (version->record.deleted, ==, 0);
  g_assert_cmpint (version->number, ==, 1);
  g_assert_cmpstr (version->code, ==, "AAAABBBBCCCCDDDD");
  g_assert_cmpstr (version->content, ==, "{\"title\": \"Samen\"}");
  g_assert_cmpint (signatory->record.deleted, ==, 0);
  g_assert_cmpstr (signatory->name, ==, "An Peeters");
}

/* Also as it is read from the file. */
static void
assert_whole (Frozen *self)
{
  gint64 version = self->version->record.id, signatory = self->signatory->record.id;

  assert_untouched (self->version, self->signatory);
  g_clear_object (&self->version);
  g_clear_object (&self->signatory);
  g_clear_object (&self->agreement);
  fixture_reopen (&self->fixture);
  self->version = akk_store_get (self->fixture.store, &akk_version_record, version);
  self->signatory = akk_store_get (self->fixture.store, &akk_signatory_record, signatory);
  assert_untouched (self->version, self->signatory);
}

/* --- Actions --- */

static void
set_text_of_version (Frozen *self)
{
  akk_store_set_text (self->fixture.store, self->version, "content", "{}");
}

static void
set_number_of_version (Frozen *self)
{
  akk_store_set_int (self->fixture.store, self->version, "number", 2);
}

static void
delete_version (Frozen *self)
{
  akk_store_delete (self->fixture.store, self->version);
}

static void
delete_signatory (Frozen *self)
{
  akk_store_delete (self->fixture.store, self->signatory);
}

static void
apply_to_signatory (Frozen *self)
{
  g_autoptr (AkkSignatory) duplicate = akk_record_duplicate (self->signatory);

  set_text (duplicate, "name", "Bert Claes");
  akk_store_apply (self->fixture.store, self->signatory, duplicate);
}

static void
test_actions_are_refused (Frozen *self, gconstpointer data)
{
  static void (*const changes[]) (Frozen *) = { set_text_of_version, set_number_of_version,
                                                delete_version, delete_signatory,
                                                apply_to_signatory };
  static void (*const begins[]) (AkkStore *, const char *) = { akk_store_begin,
                                                               akk_store_begin_permanent,
                                                               akk_store_begin_founding };
  gint64 last = akk_store_get_last_step (self->fixture.store);

  for (guint i = 0; i < G_N_ELEMENTS (changes) * G_N_ELEMENTS (begins); i++) {
    g_autoptr (GError) error = NULL;

    begins[i % G_N_ELEMENTS (begins)](self->fixture.store, "Change");
    akk_store_set_text (self->fixture.store, self->agreement, "motto", "Anders");
    changes[i / G_N_ELEMENTS (begins)](self);
    g_assert_false (akk_store_commit (self->fixture.store, &error));
    g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
    g_assert_nonnull (strstr (error->message, "is frozen"));
    g_assert_cmpstr (self->agreement->motto, ==, "Samen");
    assert_untouched (self->version, self->signatory);
  }
  g_assert_cmpint (akk_store_get_last_step (self->fixture.store), ==, last);
  assert_whole (self);
}

static void
test_only_permanent_actions_make (Frozen *self, gconstpointer data)
{
  static void (*const begins[]) (AkkStore *, const char *) = { akk_store_begin,
                                                               akk_store_begin_founding };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++) {
    g_autoptr (AkkVersion) version = new_version (self->agreement);
    g_autoptr (GListModel) list = NULL;
    g_autoptr (GError) error = NULL;

    begins[i](self->fixture.store, "Add");
    akk_store_add (self->fixture.store, version);
    g_assert_false (akk_store_commit (self->fixture.store, &error));
    g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
    g_assert_cmpint (version->record.id, ==, 0);
    list = akk_store_list (self->fixture.store, &akk_version_record, NULL, 0);
    g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  }
}

static void
test_forgetting_is_refused (Frozen *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (akk_store_forget (self->fixture.store, self->signatory, "name", &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
  assert_whole (self);
}

/* --- Undo --- */

/* The step before is undone; what the freezing did stays. `data`: after the file was opened again.
 */
static void
test_undo_passes_over (Frozen *self, gconstpointer data)
{
  gint64 agreement = self->agreement->record.id;

  if (data != NULL) {
    assert_whole (self);
    self->agreement = akk_store_get (self->fixture.store, &akk_agreement_record, agreement);
  }
  g_assert_cmpstr (akk_step_get_label (akk_store_get_undo_step (self->fixture.store)), ==,
                   "Change text");
  g_assert_null (akk_store_get_redo_step (self->fixture.store));
  g_assert_true (akk_store_undo (self->fixture.store, NULL));
  g_assert_cmpstr (self->agreement->motto, ==, "");
  g_assert_cmpint (self->agreement->stage, ==, AKK_STAGE_SIGNING);
  assert_untouched (self->version, self->signatory);
  g_assert_true (akk_store_redo (self->fixture.store, NULL));
  g_assert_cmpstr (self->agreement->motto, ==, "Samen");
  while (akk_store_get_undo_step (self->fixture.store) != NULL)
    g_assert_true (akk_store_undo (self->fixture.store, NULL));
  assert_whole (self);
}

/* The stage was changed before the freezing, and by it. */
static void
test_undo_leaves_what_freezing_set (Frozen *self, gconstpointer data)
{
  AkkStore *store = self->fixture.store;
  g_autoptr (AkkVersion) second = new_version (self->agreement);

  akk_store_begin (store, "Change stage");
  akk_store_set_int (store, self->agreement, "stage", AKK_STAGE_DECISION);
  akk_store_set_text (store, self->agreement, "motto", "Besluit");
  fixture_commit (&self->fixture);
  akk_store_begin_permanent (store, "Freeze");
  akk_store_add (store, second);
  akk_store_set_int (store, self->agreement, "stage", AKK_STAGE_SIGNING);
  fixture_commit (&self->fixture);
  g_assert_true (akk_store_undo (store, NULL));
  g_assert_cmpstr (self->agreement->motto, ==, "Samen");
  g_assert_cmpint (self->agreement->stage, ==, AKK_STAGE_SIGNING);
  g_assert_true (akk_store_redo (store, NULL));
  g_assert_cmpstr (self->agreement->motto, ==, "Besluit");
  g_assert_cmpint (self->agreement->stage, ==, AKK_STAGE_SIGNING);
}

static void
test_freezing_ends_redo (Frozen *self, gconstpointer data)
{
  g_autoptr (AkkVersion) version = new_version (self->agreement);

  g_assert_true (akk_store_undo (self->fixture.store, NULL));
  akk_store_begin_permanent (self->fixture.store, "Freeze");
  akk_store_add (self->fixture.store, version);
  fixture_commit (&self->fixture);
  g_assert_null (akk_store_get_redo_step (self->fixture.store));
}

/* Another program wrote into the log that an ordinary step changed the version. */
static void
test_forged_log_is_passed_over (Frozen *self, gconstpointer data)
{
  AkkStore *store = self->fixture.store;
  gint64 word;

  fixture_set (&self->fixture, self->agreement, "motto", "Later");
  g_assert_true (akk_sql_run (store->db, NULL, "INSERT INTO word (text) VALUES (?)", "s",
                              "agreement_version.code"));
  word = sqlite3_last_insert_rowid (store->db);
  g_assert_true (akk_sql_run (store->db, NULL, "INSERT INTO op VALUES (?, 77, ?, ?, 0, 'X', 'A')",
                              "iii", store->last_step, self->version->record.id, word));
  g_assert_true (akk_store_undo (store, NULL));
  g_assert_cmpstr (self->agreement->motto, ==, "Samen");
  assert_whole (self);
}

/* --- Merge --- */

static char *
copy (Frozen *self, AkkStore *store, const char *name)
{
  char *path = g_build_filename (self->fixture.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  akk_store_copy_to (store, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static AkkStore *
open (const char *path)
{
  g_autoptr (GError) error = NULL;
  AkkStore *store = akk_store_open (path, 0, &error);

  g_assert_no_error (error);
  return store;
}

static void
test_merge_brings_what_is_missing (Frozen *self, gconstpointer data)
{
  g_autofree char *path = copy (self, self->fixture.store, "other.db");
  g_autofree char *exchange = NULL;
  g_autoptr (AkkVersion) second = new_version (self->agreement);
  g_autoptr (AkkVersion) taken = NULL;
  g_autoptr (AkkStore) other = open (path);
  g_autoptr (GError) error = NULL;

  set_int (second, "number", 2);
  akk_store_begin_permanent (self->fixture.store, "Freeze");
  akk_store_add (self->fixture.store, second);
  fixture_commit (&self->fixture);
  exchange = copy (self, self->fixture.store, "exchange.db");
  g_assert_true (akk_store_merge (other, exchange, NULL, &error));
  g_assert_no_error (error);
  taken = akk_store_get (other, &akk_version_record, second->record.id);
  g_assert_nonnull (taken);
  g_assert_cmpint (taken->number, ==, 2);
  g_assert_cmpstr (taken->content, ==, second->content);
}

/* What another program did to a copy of the dossier: to rows, and to the log as a step of a
 * session of its own with the newest clock. */
static const char *const forgeries[] = {
  "UPDATE agreement_version SET content = '{}', code = 'XXXX', number = 9, deleted = 1;",
  "UPDATE signatory SET name = 'Bert Claes', deleted = 1;",
  "INSERT INTO replica (n, id, seq) VALUES (900, 424242, 5000);"
  "INSERT INTO word (n, text) VALUES (901, 'agreement_version.code'),"
  " (902, 'agreement_version.deleted'), (903, 'signatory.name');"
  "INSERT INTO step VALUES (5000, 900, 5000, 0, 1, 1, 9000000000000000, NULL);"
  "INSERT INTO op SELECT 5000, 0, id, 901, 0, 'A', 'X' FROM agreement_version;"
  "INSERT INTO op SELECT 5000, 1, id, 902, NULL, 0, 1 FROM agreement_version;"
  "INSERT INTO op SELECT 5000, 2, id, 903, -2, NULL, NULL FROM signatory;"
  "INSERT INTO head SELECT id, 901, 0, 900, 5000, 1, 9000000000000000, NULL FROM agreement_version;"
  "INSERT INTO head SELECT id, 902, 0, 900, 5000, 1, 9000000000000000, NULL FROM agreement_version;"
  "INSERT INTO head SELECT id, 903, 0, 900, 5000, 1, 9000000000000000, NULL FROM signatory;"
  "UPDATE agreement_version SET code = 'XAAABBBBCCCCDDDD', deleted = 1;"
  "UPDATE signatory SET name = '';",
  "DELETE FROM agreement_version; DELETE FROM signatory;",
};

static void
test_merge_changes_nothing (Frozen *self, gconstpointer data)
{
  g_autofree char *path = copy (self, self->fixture.store, "other.db");
  g_autofree char *exchange = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  AkkStore *store = self->fixture.store;
  gint64 forged_ops;

  {
    g_autoptr (AkkStore) other = open (path);
    g_autoptr (AkkAgreement) agreement =
        akk_store_get (other, &akk_agreement_record, self->agreement->record.id);

    akk_store_begin (other, "Change");
    akk_store_set_text (other, agreement, "eyebrow", "Nieuw");
    g_assert_true (akk_store_commit (other, NULL));
    g_assert_true (akk_sql_exec (other->db, data, &error));
    g_assert_no_error (error);
    exchange = copy (self, other, "exchange.db");
  }
  g_assert_true (akk_store_merge (store, exchange, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (self->agreement->eyebrow, ==, "Nieuw");
  conflicts = akk_store_conflicts (store);
  g_assert_cmpuint (conflicts->len, ==, 0);
  forged_ops = akk_sql_int (
      store->db, 0,
      "SELECT count (*) FROM op JOIN word ON n = cell WHERE text LIKE 'agreement_version.%'", NULL);
  g_assert_cmpint (forged_ops, ==, 0);
  assert_whole (self);
}

/* A forged row that is new here comes, but not as deleted. */
static void
test_merge_brings_nothing_deleted (Frozen *self, gconstpointer data)
{
  g_autofree char *path = copy (self, self->fixture.store, "other.db");
  g_autofree char *exchange = NULL;
  g_autoptr (AkkStore) other = open (path);
  g_autoptr (AkkVersion) second = new_version (self->agreement);
  g_autoptr (AkkVersion) taken = NULL;
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (other, &akk_agreement_record, self->agreement->record.id);

  akk_store_begin_permanent (other, "Freeze");
  akk_store_add (other, second);
  akk_store_set_text (other, agreement, "motto", "Twee");
  g_assert_true (akk_store_commit (other, NULL));
  g_assert_true (akk_sql_exec (other->db, "UPDATE agreement_version SET deleted = 1", NULL));
  exchange = copy (self, other, "exchange.db");
  g_assert_true (akk_store_merge (self->fixture.store, exchange, NULL, NULL));
  taken = akk_store_get (self->fixture.store, &akk_version_record, second->record.id);
  g_assert_cmpint (taken->record.deleted, ==, 0);
  assert_untouched (self->version, self->signatory);
}

/* A conflict about a frozen cell can only come from a file that another program wrote. */
static void
test_resolving_is_refused (Frozen *self, gconstpointer data)
{
  AkkConflictValue values[] = { { .text = (char *) "A", .author = (char *) "" },
                                { .text = (char *) "B", .author = (char *) "" } };
  const AkkConflict conflict = {
    .type = &akk_signatory_record,
    .id = self->signatory->record.id,
    .field = akk_record_type_field (&akk_signatory_record, "name"),
    .values = values,
    .n_values = G_N_ELEMENTS (values),
  };
  g_autoptr (GError) error = NULL;

  g_assert_false (akk_store_resolve (self->fixture.store, &conflict, 1, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FAILED);
  assert_whole (self);
}

#define ADD(path, data, test)                                                                      \
  g_test_add ("/store-permanent/" path, Frozen, data, frozen_set_up, test, frozen_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("actions-are-refused-and-taken-back", NULL, test_actions_are_refused);
  ADD ("only-permanent-actions-make", NULL, test_only_permanent_actions_make);
  ADD ("forgetting-is-refused", NULL, test_forgetting_is_refused);
  ADD ("undo-passes-over", NULL, test_undo_passes_over);
  ADD ("undo-passes-over-after-restart", "restart", test_undo_passes_over);
  ADD ("undo-leaves-what-freezing-set", NULL, test_undo_leaves_what_freezing_set);
  ADD ("freezing-ends-redo", NULL, test_freezing_ends_redo);
  ADD ("forged-log-is-passed-over", NULL, test_forged_log_is_passed_over);
  ADD ("merge-brings-what-is-missing", NULL, test_merge_brings_what_is_missing);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++) {
    g_autofree char *path =
        g_strdup_printf ("/store-permanent/merge-changes-nothing-after-forgery-%u", i);

    g_test_add (path, Frozen, forgeries[i], frozen_set_up, test_merge_changes_nothing,
                frozen_tear_down);
  }
  ADD ("merge-brings-nothing-deleted", NULL, test_merge_brings_nothing_deleted);
  ADD ("resolving-is-refused", NULL, test_resolving_is_refused);
  return g_test_run ();
}
