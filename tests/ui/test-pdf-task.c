/* Tests of paper that is made while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "print/agreement-pdf.h"
#include "ui/application.h"
#include "ui/pdf-task.h"
#include "ui/window-private.h"

static AkkApplication *application;
static GThread *window_thread;
static gint entered, may_go, left;
static guint let_go;

typedef struct {
  char *folder, *database, *path;
  AkkWindow *window;
  AkkAgreement *agreement;
} Fixture;

static void
set_title (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (self->window->store, "Name");
  akk_store_set_text (self->window->store, self->agreement, "title", title);
  akk_store_commit (self->window->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-task-XXXXXX", NULL);
  self->database = g_build_filename (self->folder, "a.db", NULL);
  self->path = g_build_filename (self->folder, "out.pdf", NULL);
  self->window = akk_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
  self->window->store = akk_store_open (self->database, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_record_new (&akk_agreement_record);
  g_object_set (self->agreement, "title", "Voor", NULL);
  akk_store_begin (self->window->store, "Make");
  akk_store_add (self->window->store, self->agreement);
  akk_store_commit (self->window->store, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&entered, 0);
  g_atomic_int_set (&may_go, 0);
  g_atomic_int_set (&left, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->agreement);
  g_clear_object (&self->window->store);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->path);
}

/* --- Making --- */

static GBytes *
make (AkkStore *store, gpointer subject, int number, char **caution, GError **error)
{
  const char *title = ((AkkAgreement *) subject)->title;

  g_assert_true (g_thread_self () != window_thread);
  g_assert_cmpint (number, ==, 7);
  g_atomic_int_set (&entered, 1);
  while (g_atomic_int_get (&may_go) == 0)
    g_usleep (1000);
  g_atomic_int_set (&left, 1);
  if (g_str_equal (title, "Fout")) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Zo gaat het niet.");
    return NULL;
  }
  if (g_str_equal (title, "Let op"))
    *caution = g_strdup ("Een bijlage past niet.");
  return g_bytes_new (title, strlen (title));
}

static void
iterate_until (gint *flag)
{
  while (g_atomic_int_get (flag) == 0)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static GtkWidget *
wait_for_label (Fixture *self, const char *text)
{
  GtkWidget *found;

  while ((found = find_label (GTK_WIDGET (self->window), text)) == NULL)
    g_main_context_iteration (NULL, FALSE);
  return found;
}

static void
start (Fixture *self)
{
  akk_pdf_task_start (self->window, make, self->agreement, 7, self->path);
  iterate_until (&entered);
}

/* The thread is done, and what follows from it in the window. */
static void
finish (Fixture *self)
{
  g_atomic_int_set (&may_go, 1);
  iterate_until (&left);
  for (gint64 end = g_get_monotonic_time () + 200000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
}

/* --- Tests --- */

static void
test_goes_on (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  start (self);
  wait_for_label (self, "Making the PDF…");
  set_title (self, "Na");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_atomic_int_set (&may_go, 1);
  wait_for_label (self, "Saved as “out.pdf”.");
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Voor");
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  start (self);
  wait_for_label (self, "Making the PDF…");
  button = gtk_widget_get_ancestor (wait_for_label (self, "_Cancel"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  finish (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_null (find_label (GTK_WIDGET (self->window), "PDF Not Made"));
}

static void
test_close (Fixture *self, gconstpointer data)
{
  start (self);
  g_clear_object (&self->window->store);
  gtk_window_destroy (GTK_WINDOW (self->window));
  finish (self);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  self->window = akk_window_new (application);
}

static void
test_fails (Fixture *self, gconstpointer data)
{
  set_title (self, "Fout");
  start (self);
  g_atomic_int_set (&may_go, 1);
  wait_for_label (self, "Zo gaat het niet.");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_cautions (Fixture *self, gconstpointer data)
{
  set_title (self, "Let op");
  start (self);
  g_atomic_int_set (&may_go, 1);
  wait_for_label (self, "Een bijlage past niet.");
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* --- Printing --- */

static AkkPages *
lay_out (AkkStore *store, gpointer data, char **title, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, *(const gint64 *) data);
  AkkPages *pages = NULL;

  g_assert_true (g_thread_self () != window_thread);
  g_atomic_int_set (&entered, 1);
  while (g_atomic_int_get (&may_go) == 0)
    g_usleep (1000);
  *title = g_strdup (agreement->title);
  if (g_str_equal (agreement->title, "Fout"))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Zo gaat het niet.");
  else
    pages = akk_agreement_pages (store, agreement, error);
  g_atomic_int_set (&left, 1);
  return pages;
}

/* On the thread of the window. */
static void
let_go_cb (gpointer data)
{
  g_assert_true (g_thread_self () == window_thread);
  g_free (data);
  let_go++;
}

static void
start_printing (Fixture *self)
{
  let_go = 0;
  akk_print_task_start (self->window, lay_out,
                        g_memdup2 (&self->agreement->record.id, sizeof (gint64)), let_go_cb);
  iterate_until (&entered);
}

static GtkWindow *
find_print_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), "GtkPrintUnixDialog"))
      return link->data;
  return NULL;
}

static void
test_print (Fixture *self, gconstpointer data)
{
  start_printing (self);
  wait_for_label (self, "Laying out the pages…");
  set_title (self, "Na");
  g_assert_null (find_print_dialog ());
  g_atomic_int_set (&may_go, 1);
  while (find_print_dialog () == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (let_go, ==, 1);
  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_CANCEL);
  while (find_print_dialog () != NULL)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_print_cancel (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  start_printing (self);
  wait_for_label (self, "Laying out the pages…");
  button = gtk_widget_get_ancestor (wait_for_label (self, "_Cancel"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  finish (self);
  g_assert_null (find_print_dialog ());
  g_assert_null (find_label (GTK_WIDGET (self->window), "Not Printed"));
  g_assert_cmpint (let_go, ==, 1);
}

static void
test_print_fails (Fixture *self, gconstpointer data)
{
  set_title (self, "Fout");
  start_printing (self);
  g_atomic_int_set (&may_go, 1);
  wait_for_label (self, "Zo gaat het niet.");
  g_assert_nonnull (find_label (GTK_WIDGET (self->window), "Not Printed"));
  g_assert_null (find_print_dialog ());
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  window_thread = g_thread_self ();
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  application = akk_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/pdf-task/the-window-goes-on-meanwhile", test_goes_on);
  ADD ("/pdf-task/can-be-stopped", test_cancel);
  ADD ("/pdf-task/stops-when-the-window-closes", test_close);
  ADD ("/pdf-task/says-why-not", test_fails);
  ADD ("/pdf-task/says-what-the-pdf-is-not", test_cautions);
  ADD ("/print-task/the-window-goes-on-meanwhile", test_print);
  ADD ("/print-task/can-be-stopped", test_print_cancel);
  ADD ("/print-task/says-why-not", test_print_fails);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
