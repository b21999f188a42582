/* Tests of questions that are answered aside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "core/agreement.h"
#include "ui/aside.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkAgreement *agreement;
  AkkAside *aside;
  GPtrArray *answers; /* titles; "-": none */
} Fixture;

/* The thread waits in its work until it may go on. */
static gint entered, may_go, n_freed;

static void
free_answer (gpointer answer)
{
  g_atomic_int_inc (&n_freed);
  g_free (answer);
}

/* "2 Title": the number that was asked for, and what the copy holds. */
static gpointer
read_title (AkkStore *copy, const AkkQuestion *question, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (copy, &akk_agreement_record, question->record);

  g_atomic_int_inc (&entered);
  while (g_atomic_int_get (&may_go) == 0)
    g_usleep (1000);
  if (agreement == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is none");
  return agreement != NULL ? g_strdup_printf ("%d %s", question->number, agreement->title) : NULL;
}

static void
answered_cb (gpointer object, gpointer answer)
{
  Fixture *self = object;

  g_ptr_array_add (self->answers, answer != NULL ? answer : g_strdup ("-"));
}

static void
set_title (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->store, "Name");
  akk_store_set_text (self->store, self->agreement, "title", title);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-aside-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.db", NULL);
  self->store = akk_store_open (self->path, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_record_new (&akk_agreement_record);
  g_object_set (self->agreement, "title", "First", NULL);
  akk_store_begin (self->store, "Make");
  akk_store_add (self->store, self->agreement);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
  self->answers = g_ptr_array_new_with_free_func (g_free);
  self->aside = akk_aside_new (read_title, free_answer, answered_cb, self);
  g_atomic_int_set (&entered, 0);
  g_atomic_int_set (&may_go, 0);
  g_atomic_int_set (&n_freed, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&self->aside, akk_aside_free);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
ask (Fixture *self, int number)
{
  akk_aside_ask (self->aside, self->store, (AkkQuestion) { self->agreement->record.id, 0, number });
}

static void
wait_for_thread (gint n_entered)
{
  while (g_atomic_int_get (&entered) < n_entered)
    g_usleep (1000);
}

static void
wait_for_answer (Fixture *self)
{
  while (akk_aside_is_busy (self->aside))
    g_main_context_iteration (NULL, TRUE);
}

static void
it_is_answered_from_what_was_stored (Fixture *self, gconstpointer data)
{
  ask (self, 1);
  wait_for_thread (1);
  set_title (self, "Second"); /* goes on meanwhile */
  g_assert_cmpuint (self->answers->len, ==, 0);
  g_atomic_int_set (&may_go, 1);
  wait_for_answer (self);
  g_assert_cmpuint (self->answers->len, ==, 1);
  g_assert_cmpstr (self->answers->pdata[0], ==, "1 First");
}

static void
only_the_last_question_is_answered (Fixture *self, gconstpointer data)
{
  ask (self, 1);
  wait_for_thread (1);
  ask (self, 2);
  set_title (self, "Second");
  ask (self, 3);
  g_atomic_int_set (&may_go, 1);
  wait_for_answer (self);
  g_assert_cmpuint (self->answers->len, ==, 1);
  g_assert_cmpstr (self->answers->pdata[0], ==, "3 Second");
  g_assert_cmpint (g_atomic_int_get (&entered), ==, 2); /* nobody looked for the second */
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 1);
}

static void
what_cannot_be_read_has_no_answer (Fixture *self, gconstpointer data)
{
  g_atomic_int_set (&may_go, 1);
  akk_aside_ask (self->aside, self->store, (AkkQuestion) { G_MAXINT64, 0, 1 });
  wait_for_answer (self);
  g_assert_cmpuint (self->answers->len, ==, 1);
  g_assert_cmpstr (self->answers->pdata[0], ==, "-");
}

/* Until the answer has come, and nobody took it. */
static void
wait_for_freed (void)
{
  g_atomic_int_set (&may_go, 1);
  while (g_atomic_int_get (&n_freed) == 0)
    g_main_context_iteration (NULL, FALSE);
}

static void
what_was_stopped_is_not_answered (Fixture *self, gconstpointer data)
{
  ask (self, 1);
  wait_for_thread (1);
  akk_aside_stop (self->aside);
  g_assert_false (akk_aside_is_busy (self->aside));
  wait_for_freed ();
  g_assert_cmpuint (self->answers->len, ==, 0);
  ask (self, 2);
  wait_for_answer (self);
  g_assert_cmpstr (self->answers->pdata[0], ==, "2 First");
}

/* The store is let go of on this thread, also by who is gone. */
static void
who_asked_may_be_gone (Fixture *self, gconstpointer data)
{
  ask (self, 1);
  wait_for_thread (1);
  g_clear_pointer (&self->aside, akk_aside_free);
  wait_for_freed ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (G_OBJECT (self->store)->ref_count, ==, 1);
}

#define CASE(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/aside/it-is-answered-from-what-was-stored", it_is_answered_from_what_was_stored);
  CASE ("/aside/only-the-last-question-is-answered", only_the_last_question_is_answered);
  CASE ("/aside/what-cannot-be-read-has-no-answer", what_cannot_be_read_has_no_answer);
  CASE ("/aside/what-was-stopped-is-not-answered", what_was_stopped_is_not_answered);
  CASE ("/aside/who-asked-may-be-gone", who_asked_may_be_gone);
  return g_test_run ();
}
