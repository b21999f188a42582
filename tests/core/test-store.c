/* Actions, undo, and one object per row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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
  return g_test_run ();
}
