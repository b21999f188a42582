/* Searching, history, conflicts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

static char *
search (Fixture *fixture, const char *query)
{
  g_autoptr (GPtrArray) found = fixture_find (fixture->store, query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    AkkSection *section = found->pdata[i];
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", section->heading);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_words_are_found (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *query, *found;
  } cases[] = {
    { "", "" },
    { "  …! ", "" },
    { "geïntegreerde", "twee een" },
    { "GEINTEGREERDE", "twee een" },
    { "geïntegreerd", "twee een" },
    { "werk geïnt", "een" },
    { "geïntegreerde werkg", "een" },
    { "geïnt werkg", "een" },
    { "co-operatie", "twee" },
    { "\"AND\" OR NOT", "" },
    { "een*", "een" },
    { "niets", "" },
  };
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkSection) one = fixture_add_section (fixture, agreement, "een", "A");
  g_autoptr (AkkSection) two = fixture_add_section (fixture, agreement, "twee", "B");

  fixture_set (fixture, one, "body", "De geïntegreerde werking van de werkgroep aan het werk.");
  fixture_set (fixture, two, "body", "Co-operatie, gei\314\210ntegreerde dienst.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = search (fixture, cases[i].query);
    g_test_message ("“%s”", cases[i].query);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
}

static void
test_search_follows_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkSection) one = fixture_add_section (fixture, agreement, "een", "A");
  g_autoptr (AkkSection) two = fixture_add_section (fixture, agreement, "twee", "B");
  g_autofree char *found = NULL;

  fixture_set (fixture, one, "body", "dorp");
  fixture_set (fixture, two, "body", "dorp");
  found = search (fixture, "dorp");
  g_assert_cmpstr (found, ==, "twee een");
  fixture_set (fixture, one, "body", "het dorp");
  g_set_str (&found, NULL);
  found = search (fixture, "dorp");
  g_assert_cmpstr (found, ==, "een twee");
  akk_store_begin (fixture->store, "Delete");
  akk_store_delete (fixture->store, two);
  fixture_commit (fixture);
  fixture_set (fixture, one, "body", "de stad");
  g_free (found);
  found = search (fixture, "dorp");
  g_assert_cmpstr (found, ==, "");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_free (found);
  found = search (fixture, "dorp");
  g_assert_cmpstr (found, ==, "twee een");
}

static void
test_history_tells_who_changed_what (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (GListModel) history = akk_store_history (fixture->store);
  g_autoptr (AkkStep) step = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  AkkCellChange *change;

  akk_store_set_author (fixture->store, "Els Maes");
  akk_store_begin (fixture->store, "Change");
  akk_store_set_text (fixture->store, agreement, "title", "Tittel");
  akk_store_delete (fixture->store, agreement);
  fixture_commit (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  step = g_list_model_get_item (history, 0);
  g_assert_cmpstr (akk_step_get_author (step), ==, "Els Maes");
  g_assert_cmpint (akk_step_get_kind (step), ==, AKK_STEP_DO);
  changes = akk_store_step_changes (fixture->store, akk_step_get_id (step));
  g_assert_cmpuint (changes->len, ==, 2);
  change = changes->pdata[0];
  g_assert_true (change->type == &akk_agreement_record);
  g_assert_cmpint (change->id, ==, agreement->record.id);
  g_assert_cmpstr (change->field->name, ==, "title");
  g_assert_cmpstr (change->before, ==, "");
  g_assert_cmpstr (change->after, ==, "t");
  change = changes->pdata[1];
  g_assert_cmpstr (change->field->name, ==, "deleted");
  g_assert_cmpstr (change->after, ==, "Yes");
}

static AkkStore *
open_copy (Fixture *fixture, const char *name, char **path)
{
  g_autoptr (GError) error = NULL;
  AkkStore *store;

  *path = g_build_filename (fixture->folder, name, NULL);
  akk_store_copy_to (fixture->store, *path, NULL, &error);
  g_assert_no_error (error);
  store = akk_store_open (*path, 0, &error);
  g_assert_no_error (error);
  akk_store_set_author (store, "Els Maes");
  return store;
}

static void
change_there (AkkStore *store, gint64 id, const char *field, const char *value)
{
  g_autoptr (AkkAgreement) agreement = akk_store_get (store, &akk_agreement_record, id);

  akk_store_begin (store, "Change there");
  akk_store_set_text (store, agreement, field, value);
  g_assert_true (akk_store_commit (store, NULL));
}

static void
merge_from (Fixture *fixture, AkkStore *other, guint expected_conflicts)
{
  g_autofree char *path = g_build_filename (fixture->folder, "exchange.db", NULL);
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 99;

  g_unlink (path);
  akk_store_copy_to (other, path, NULL, &error);
  g_assert_no_error (error);
  akk_store_merge (fixture->store, path, &n_conflicts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_conflicts, ==, expected_conflicts);
}

static void
test_conflict_is_kept_and_can_be_settled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autofree char *path = NULL;
  g_autoptr (AkkStore) other = open_copy (fixture, "other.db", &path);
  g_autoptr (GPtrArray) conflicts = NULL;
  AkkConflict *conflict;

  change_there (other, agreement->record.id, "title", "Titel daar");
  fixture_set (fixture, agreement, "title", "Titel hier");
  change_there (other, agreement->record.id, "motto", "Samen");
  merge_from (fixture, other, 1);
  g_assert_cmpstr (agreement->title, ==, "Titel hier");
  g_assert_cmpstr (agreement->motto, ==, "Samen");
  conflicts = akk_store_conflicts (fixture->store);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = conflicts->pdata[0];
  g_assert_cmpuint (conflict->n_values, ==, 2);
  g_assert_cmpstr (conflict->values[1].text, ==, "Titel daar");
  g_assert_cmpstr (conflict->values[1].author, ==, "Els Maes");
  g_assert_true (akk_store_resolve (fixture->store, conflict, 0, NULL));
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  conflicts = akk_store_conflicts (fixture->store);
  g_assert_cmpuint (conflicts->len, ==, 0);
  merge_from (fixture, other, 0);
  g_assert_cmpstr (agreement->title, ==, "Titel hier");
}

static void
test_undo_leaves_what_a_merge_brought (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autofree char *path = NULL;
  g_autoptr (AkkStore) other = NULL;

  fixture_set (fixture, agreement, "title", "Titel hier");
  fixture_set (fixture, agreement, "motto", "Hier");
  other = open_copy (fixture, "other.db", &path);
  change_there (other, agreement->record.id, "title", "Titel daar");
  merge_from (fixture, other, 0);
  g_assert_cmpstr (agreement->title, ==, "Titel daar");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpstr (agreement->motto, ==, "");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpstr (agreement->title, ==, "Titel daar");
}

static void
test_other_dossier_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "stranger.db", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "stranger-copy.db", NULL);
  g_autoptr (AkkStore) stranger = akk_store_open (path, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_store_copy_to (stranger, copy, NULL, NULL));
  g_assert_false (akk_store_merge (fixture->store, copy, NULL, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_NOT_OURS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("words-are-found", test_words_are_found);
  ADD ("search-follows-changes", test_search_follows_changes);
  ADD ("history-tells-who-changed-what", test_history_tells_who_changed_what);
  ADD ("conflict-is-kept-and-can-be-settled", test_conflict_is_kept_and_can_be_settled);
  ADD ("undo-leaves-what-a-merge-brought", test_undo_leaves_what_a_merge_brought);
  ADD ("other-dossier-is-refused", test_other_dossier_is_refused);
  return g_test_run ();
}
