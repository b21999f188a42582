/* Actions, undo, and one object per row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/store-private.h"
#include "store-fixture.h"

static void
test_one_object_per_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Overeenkomst");
  g_autoptr (GListModel) list = akk_store_list (fixture->store, &akk_agreement_record, NULL, 0);
  g_autoptr (AkkAgreement) got =
      akk_store_get (fixture->store, &akk_agreement_record, agreement->record.id);
  g_autoptr (AkkAgreement) item = g_list_model_get_item (list, 0);
  gint64 id = agreement->record.id;

  g_assert_true (got == agreement);
  g_assert_true (item == agreement);
  g_assert_cmpint (id, >, 0);
  g_clear_object (&agreement);
  g_clear_object (&got);
  g_assert_finalize_object (g_steal_pointer (&item));
  got = akk_store_get (fixture->store, &akk_agreement_record, id);
  g_assert_cmpstr (got->title, ==, "Overeenkomst");
}

static void
test_undo_survives_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Één");
  gint64 id = agreement->record.id;

  fixture_set (fixture, agreement, "title", "Éénentwintig 🐟");
  fixture_set (fixture, agreement, "title", "Éénêntwintig 🐠");
  g_clear_object (&agreement);
  fixture_reopen (fixture);

  agreement = akk_store_get (fixture->store, &akk_agreement_record, id);
  g_assert_cmpstr (agreement->title, ==, "Éénêntwintig 🐠");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpstr (agreement->title, ==, "Éénentwintig 🐟");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpstr (agreement->title, ==, "Één");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpint (agreement->record.deleted, ==, 1);
  g_assert_null (akk_store_get_undo_step (fixture->store));
  g_clear_object (&agreement);
  fixture_reopen (fixture);

  agreement = akk_store_get (fixture->store, &akk_agreement_record, id);
  g_assert_cmpstr (akk_step_get_label (akk_store_get_redo_step (fixture->store)), ==,
                   "Add agreement");
  for (guint i = 0; i < 3; i++)
    g_assert_true (akk_store_redo (fixture->store, NULL));
  g_assert_null (akk_store_get_redo_step (fixture->store));
  g_assert_cmpstr (agreement->title, ==, "Éénêntwintig 🐠");
  g_assert_cmpint (agreement->record.deleted, ==, 0);
}

static void
test_refused_action_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkAgreement) extra = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, "Change text");
  akk_store_set_text (fixture->store, agreement, "motto", "Samen");
  akk_store_set_text (fixture->store, agreement, "title", " ");
  akk_store_add (fixture->store, extra);
  g_assert_cmpstr (agreement->motto, ==, "Samen");
  g_assert_false (akk_store_commit (fixture->store, &error));
  g_assert_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Fill in “Title”.");
  g_assert_cmpstr (agreement->title, ==, "Titel");
  g_assert_cmpstr (agreement->motto, ==, "");
  g_assert_cmpint (extra->record.id, ==, 0);
}

static void
test_action_without_change_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  AkkStep *before = akk_store_get_undo_step (fixture->store);

  akk_store_begin (fixture->store, "Change text");
  akk_store_set_text (fixture->store, agreement, "title", "Anders");
  akk_store_set_text (fixture->store, agreement, "title", "Titel");
  fixture_commit (fixture);
  g_assert_true (akk_store_get_undo_step (fixture->store) == before);
}

static void
test_new_action_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Een");

  fixture_set (fixture, agreement, "title", "Twee");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_nonnull (akk_store_get_redo_step (fixture->store));
  fixture_set (fixture, agreement, "title", "Drie");
  g_assert_null (akk_store_get_redo_step (fixture->store));
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_cmpstr (agreement->title, ==, "Een");
}

/* SQLite is told that there is no room left. */
static void
test_full_disk_takes_the_action_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkAgreement) extra = akk_record_new (&akk_agreement_record);
  g_autoptr (GListModel) list = akk_store_list (fixture->store, &akk_agreement_record, NULL, 0);
  g_autofree char *big = g_strnfill (1000000, 'x');
  g_autoptr (GError) error = NULL;

  sqlite3_exec (fixture->store->db, "PRAGMA max_page_count = 1", NULL, NULL, NULL);
  g_object_set (extra, "title", "Nieuw", NULL);
  akk_store_begin (fixture->store, "A label that is new");
  akk_store_add (fixture->store, extra);
  akk_store_set_text (fixture->store, agreement, "title", "Anders");
  akk_store_set_text (fixture->store, agreement, "motto", big);
  g_assert_false (akk_store_commit (fixture->store, &error));
  g_assert_error (error, AKK_STORE_ERROR, AKK_STORE_ERROR_FULL);
  g_assert_cmpstr (agreement->title, ==, "Titel");
  g_assert_cmpstr (agreement->motto, ==, "");
  g_assert_cmpint (extra->record.id, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);

  /* With room again the same objects go on. */
  sqlite3_exec (fixture->store->db, "PRAGMA max_page_count = 1000000", NULL, NULL, NULL);
  akk_store_begin (fixture->store, "A label that is new");
  akk_store_add (fixture->store, extra);
  akk_store_set_text (fixture->store, agreement, "motto", big);
  fixture_commit (fixture);
  g_clear_object (&list);
  g_clear_object (&extra);
  {
    gint64 id = agreement->record.id;
    g_clear_object (&agreement);
    fixture_reopen (fixture);
    agreement = akk_store_get (fixture->store, &akk_agreement_record, id);
  }
  g_assert_cmpstr (agreement->motto, ==, big);
  g_assert_cmpstr (akk_step_get_label (akk_store_get_undo_step (fixture->store)), ==,
                   "A label that is new");
}

static void
test_cancel_takes_the_action_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (AkkAgreement) duplicate = akk_record_duplicate (agreement);

  g_object_set (duplicate, "title", "Anders", "motto", "Samen", NULL);
  akk_store_begin (fixture->store, "Change");
  akk_store_apply (fixture->store, agreement, duplicate);
  g_assert_cmpstr (agreement->motto, ==, "Samen");
  akk_store_cancel (fixture->store);
  g_assert_cmpstr (agreement->title, ==, "Titel");
  g_assert_cmpstr (agreement->motto, ==, "");
}

static void
stepped_cb (AkkStore *store, AkkStep *step, GString *log)
{
  g_string_append_printf (log, "%d:%s ", akk_step_get_kind (step), akk_step_get_label (step));
}

static void
test_steps_are_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "Titel");
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (fixture->store, "stepped", G_CALLBACK (stepped_cb), log);
  fixture_set (fixture, agreement, "title", "Anders");
  g_assert_true (akk_store_undo (fixture->store, NULL));
  g_assert_true (akk_store_redo (fixture->store, NULL));
  g_assert_cmpstr (log->str, ==, "0:Change text 1:Change text 2:Change text ");
}

/* Undo and redo at random, against a list of all states. */
static void
test_undo_goes_to_the_start_and_back (Fixture *fixture, gconstpointer data)
{
  static const char *const bits[] = { "a", "é", "ê", "€", "𝄞", "𝄢", "" };
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (fixture, "x");
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint at = 0;

  g_ptr_array_add (states, g_strdup (""));
  for (guint i = 0; i < 400; i++) {
    gint dice = g_rand_int_range (rand, 0, 3);
    if (dice == 0 && at > 0) {
      g_assert_true (akk_store_undo (fixture->store, NULL));
      at--;
    } else if (dice == 1 && at + 1 < states->len) {
      g_assert_true (akk_store_redo (fixture->store, NULL));
      at++;
    } else {
      const char *old = states->pdata[at];
      glong cut = g_utf8_strlen (old, -1) / 2;
      const char *middle = g_utf8_offset_to_pointer (old, cut);
      char *new =
          g_strdup_printf ("%.*s%s%s", (int) (middle - old), old,
                           bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))],
                           dice == 2 && *middle != '\0' ? g_utf8_next_char (middle) : middle);
      fixture_set (fixture, agreement, "motto", new);
      if (g_str_equal (new, old)) {
        g_free (new);
        continue;
      }
      g_ptr_array_set_size (states, ++at);
      g_ptr_array_add (states, new);
    }
    g_assert_cmpstr (agreement->motto, ==, states->pdata[at]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("one-object-per-row", test_one_object_per_row);
  ADD ("undo-survives-restart", test_undo_survives_restart);
  ADD ("refused-action-is-taken-back", test_refused_action_is_taken_back);
  ADD ("action-without-change-leaves-no-trace", test_action_without_change_leaves_no_trace);
  ADD ("new-action-ends-redo", test_new_action_ends_redo);
  ADD ("full-disk-takes-the-action-back", test_full_disk_takes_the_action_back);
  ADD ("cancel-takes-the-action-back", test_cancel_takes_the_action_back);
  ADD ("steps-are-told", test_steps_are_told);
  ADD ("undo-goes-to-the-start-and-back", test_undo_goes_to_the_start_and_back);
  return g_test_run ();
}
