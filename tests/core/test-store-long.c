/* Long actions: one action, whatever happens between its steps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agreement.h"
#include "core/store-long.h"
#include "core/store-snapshot.h"
#include "store-fixture.h"

#define N_RECORDS 1000
#define N_AT_ONCE 50

typedef struct {
  guint made;
  const char *title; /* "" is refused */
} Filling;

static void
add (AkkStore *store, const char *title)
{
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);

  g_object_set (agreement, "title", title, NULL);
  akk_store_add (store, agreement);
}

static gboolean
fill (AkkStore *store, gpointer data)
{
  Filling *filling = data;

  for (guint i = 0; i < N_AT_ONCE; i++)
    add (store, ++filling->made == N_RECORDS ? filling->title : "Titel");
  return filling->made < N_RECORDS;
}

static guint
count (AkkStore *store)
{
  g_autoptr (GListModel) all = akk_store_list (store, &akk_agreement_record, NULL, 0);

  return g_list_model_get_n_items (all);
}

static guint
steps_of (AkkLongAction *action)
{
  guint n = 1;

  while (akk_long_action_step (action))
    n++;
  return n;
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Filling filling = { .title = "Laatste" };
  g_autoptr (AkkLongAction) action = akk_long_action_new (fixture->store, "Veel", fill, &filling);
  gint64 last = akk_store_get_last_step (fixture->store);

  g_assert_cmpuint (steps_of (action), >, N_RECORDS / N_AT_ONCE);
  g_assert_true (akk_long_action_finish (action, &error));
  g_assert_no_error (error);
  g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, last + 1);
  g_assert_cmpuint (count (fixture->store), ==, N_RECORDS);
  g_assert_true (akk_store_undo (fixture->store, &error));
  g_assert_cmpuint (count (fixture->store), ==, 0);
  g_assert_true (akk_store_redo (fixture->store, &error));
  g_assert_cmpuint (count (fixture->store), ==, N_RECORDS);
}

/* Left after any number of steps: nothing of it is there, also not in the file, unless it was
 * stored. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_stored = 0;

  for (guint steps = 0; n_stored == 0; steps++) {
    Filling filling = { .title = "Laatste" };
    g_autoptr (AkkStore) copy = NULL;
    gint64 last = akk_store_get_last_step (fixture->store);
    AkkLongAction *action = akk_long_action_new (fixture->store, "Veel", fill, &filling);

    for (guint i = 0; i < steps; i++)
      akk_long_action_step (action);
    akk_long_action_free (action);
    n_stored = count (fixture->store);
    g_assert_true (n_stored == 0 || n_stored == N_RECORDS);
    g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, last + (n_stored > 0));
    copy = akk_store_snapshot (fixture->store, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count (copy), ==, n_stored);
  }
}

/* A list that was made while half of it was written shows none of it when it is left. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  Filling filling = { .title = "Laatste" };
  AkkLongAction *action = akk_long_action_new (fixture->store, "Veel", fill, &filling);
  g_autoptr (GListModel) all = NULL;

  while (akk_long_action_get_progress (action) < 0.5)
    akk_long_action_step (action);
  all = akk_store_list (fixture->store, &akk_agreement_record, NULL, 0);
  akk_long_action_free (action);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 0);
}

/* Whoever writes meanwhile comes after it. */
static void
test_hurry (Fixture *fixture, gconstpointer data)
{
  for (guint steps = 0; steps < 40; steps += 3) {
    g_autoptr (GError) error = NULL;
    Filling filling = { .title = "Laatste" };
    guint before = count (fixture->store);
    g_autoptr (AkkLongAction) action = akk_long_action_new (fixture->store, "Veel", fill, &filling);
    gint64 last = akk_store_get_last_step (fixture->store);

    for (guint i = 0; i < steps; i++)
      akk_long_action_step (action);
    akk_store_begin (fixture->store, "Een");
    add (fixture->store, "Een");
    g_assert_true (akk_store_commit (fixture->store, &error));
    g_assert_false (akk_long_action_step (action));
    g_assert_true (akk_long_action_finish (action, &error));
    g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, last + 2);
    g_assert_cmpuint (count (fixture->store), ==, before + N_RECORDS + 1);
    g_assert_cmpstr (akk_step_get_label (akk_store_get_undo_step (fixture->store)), ==, "Een");
  }
}

/* Undo takes the whole of it back, not what came before. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Filling filling = { .title = "Laatste" };
  g_autoptr (AkkLongAction) action = NULL;

  akk_store_begin (fixture->store, "Een");
  add (fixture->store, "Een");
  g_assert_true (akk_store_commit (fixture->store, &error));
  action = akk_long_action_new (fixture->store, "Veel", fill, &filling);
  akk_long_action_step (action);
  g_assert_true (akk_store_undo (fixture->store, &error));
  g_assert_cmpuint (count (fixture->store), ==, 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Filling filling = { .title = "" };
  g_autoptr (AkkLongAction) action = akk_long_action_new (fixture->store, "Veel", fill, &filling);
  gint64 last = akk_store_get_last_step (fixture->store);

  g_assert_false (akk_long_action_finish (action, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (akk_store_get_last_step (fixture->store), ==, last);
  g_assert_cmpuint (count (fixture->store), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store-long/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("it-is-one-action", test_whole);
  ADD ("left-at-any-step-nothing-is-changed", test_left);
  ADD ("a-list-made-meanwhile-is-true", test_list);
  ADD ("who-writes-meanwhile-comes-after-it", test_hurry);
  ADD ("undo-meanwhile-takes-it-back", test_undo);
  ADD ("what-breaks-a-rule-is-not-stored", test_refused);
#undef ADD
  return g_test_run ();
}
