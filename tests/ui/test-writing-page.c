/* Writing much: the window goes on, and nothing is half done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"
#include "ui/writing-page.h"

typedef struct {
  RegisterFixture base;
  AkkWritingPage *page;
  guint n_before, n_made, n_most;
  gboolean went_on, written, failed;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  register_set_up (&self->base, data);
  self->page = AKK_WRITING_PAGE (akk_writing_page_new ("Schrijven…"));
  register_show (&self->base, GTK_WIDGET (self->page));
  self->n_before = register_count (&self->base, &akk_organisation_record);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  register_tear_down (&self->base, data);
}

/* Comes to an end only if the window goes on meanwhile. */
static gboolean
fill_cb (AkkStore *store, gpointer data)
{
  Fixture *self = data;
  g_autoptr (AkkOrganisation) organisation = akk_record_new (&akk_organisation_record);

  g_object_set (organisation, "name", "Vereniging", NULL);
  akk_store_add (store, organisation);
  return ++self->n_made < self->n_most || !self->went_on;
}

static void
go_on_cb (gpointer data)
{
  ((Fixture *) data)->went_on = TRUE;
}

static void
written_cb (gpointer data, const GError *error)
{
  Fixture *self = data;

  self->written = TRUE;
  self->failed = error != NULL;
}

static void
start (Fixture *self, guint n_most)
{
  self->n_most = n_most;
  akk_writing_page_start (self->page, akk_long_action_new (self->base.store, "Veel", fill_cb, self),
                          written_cb, self);
}

static guint
count (Fixture *self)
{
  return register_count (&self->base, &akk_organisation_record) - self->n_before;
}

static void
test_goes_on (Fixture *self, gconstpointer data)
{
  start (self, 1000);
  g_assert_true (akk_writing_page_is_busy (self->page));
  g_timeout_add_once (20, go_on_cb, self);
  while (!self->written)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (self->failed);
  g_assert_false (akk_writing_page_is_busy (self->page));
  g_assert_cmpuint (count (self), ==, self->n_made);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  g_assert_cmpuint (count (self), ==, 0);
}

static void
test_little (Fixture *self, gconstpointer data)
{
  self->went_on = TRUE;
  start (self, 3);
  g_assert_true (self->written);
  g_assert_false (akk_writing_page_is_busy (self->page));
  g_assert_cmpuint (count (self), ==, 3);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  start (self, 1000);
  akk_writing_page_stop (self->page);
  g_assert_cmpuint (count (self), ==, 0);
  register_settle ();
  g_assert_false (self->written);
}

/* The window is closed. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  start (self, 1000);
  register_show (&self->base, gtk_label_new ("Iets anders"));
  register_settle ();
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_false (self->written);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function)                                                                        \
  g_test_add ("/writing-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("the-window-goes-on", test_goes_on);
  ADD ("little-is-written-at-once", test_little);
  ADD ("stopped-it-leaves-nothing", test_stop);
  ADD ("gone-it-leaves-nothing", test_gone);
#undef ADD
  return g_test_run ();
}
