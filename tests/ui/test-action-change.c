/* Changing many actions: the window goes on, it is one step, and nothing is half done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"
#include "ui/action-change.h"

#define MANY 2000

typedef struct {
  RegisterFixture base;
  GtkWidget *page;
  GArray *ids;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  register_set_up (&f->base, data);
  f->page = gtk_label_new ("Acties");
  register_show (&f->base, f->page);
  f->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  akk_store_begin (f->base.store, "Fill");
  for (guint i = 0; i < MANY; i++) {
    g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);

    g_object_set (action, "agreement-id", f->base.agreement->record.id, "title", "Infosessie",
                  NULL);
    akk_store_add (f->base.store, action);
    g_array_append_val (f->ids, action->record.id);
  }
  g_assert_true (akk_store_commit (f->base.store, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_array_unref (f->ids);
  register_tear_down (&f->base, data);
}

/* What others see: straight from the store. */
static guint
count (Fixture *f, AkkActionStatus status)
{
  guint n = 0;

  for (guint i = 0; i < f->ids->len; i++) {
    g_autoptr (AkkAction) action =
        akk_store_get (f->base.store, &akk_action_record, g_array_index (f->ids, gint64, i));

    n += !action->record.deleted && action->status == (gint64) status ? 1 : 0;
  }
  return n;
}

static void
stepped_cb (gboolean *stepped)
{
  *stepped = TRUE;
}

static void
wait_for_step (Fixture *f)
{
  gboolean stepped = FALSE;
  gulong handler =
      g_signal_connect_swapped (f->base.store, "stepped", G_CALLBACK (stepped_cb), &stepped);

  while (!stepped)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (f->base.store, handler);
  register_settle ();
}

static void
test_one_step (Fixture *f, gconstpointer data)
{
  akk_actions_set_status (f->page, f->base.store, f->ids, AKK_ACTION_BUSY);
  g_assert_nonnull (register_button (&f->base, "_Cancel")); /* the window goes on */
  wait_for_step (f);
  g_assert_cmpuint (count (f, AKK_ACTION_BUSY), ==, MANY);
  g_assert_true (akk_store_undo (f->base.store, NULL));
  g_assert_cmpuint (count (f, AKK_ACTION_BUSY), ==, 0);
}

static void
test_stopped (Fixture *f, gconstpointer data)
{
  akk_actions_set_status (f->page, f->base.store, f->ids, AKK_ACTION_BUSY);
  register_click (&f->base, "_Cancel");
  register_settle ();
  g_assert_cmpuint (count (f, AKK_ACTION_BUSY), ==, 0);
  akk_actions_delete (f->page, f->base.store, f->ids);
  wait_for_step (f);
  g_assert_cmpuint (count (f, AKK_ACTION_TO_START), ==, 0);
}

static void
test_few (Fixture *f, gconstpointer data)
{
  g_array_set_size (f->ids, 100);
  akk_actions_set_status (f->page, f->base.store, f->ids, AKK_ACTION_BUSY);
  g_assert_cmpuint (count (f, AKK_ACTION_BUSY), ==, 100);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function)                                                                        \
  g_test_add ("/action-change/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("many-change-as-one-step", test_one_step);
  ADD ("stopped-it-leaves-nothing", test_stopped);
  ADD ("few-change-at-once", test_few);
#undef ADD
  return g_test_run ();
}
