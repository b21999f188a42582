/* An example that ships with the program, opened and shown in a window, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "example-fixture.h"

#include <glib/gstdio.h>

#include "print/example.h"

void
example_settle (void)
{
  for (guint i = 0; i < 5; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

void
example_set_up (ExampleFixture *f, const char *name, guint n)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("akkoord-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "e.akkoord", NULL);
  akk_example_make (name, f->path, &error);
  g_assert_no_error (error);
  f->store = akk_store_open (f->path, 0, &error);
  g_assert_no_error (error);
  f->agreement = akk_agreement_nth (f->store, n);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 760);
}

void
example_show (ExampleFixture *f, GtkWidget *content)
{
  adw_window_set_content (ADW_WINDOW (f->window), content);
  gtk_window_present (GTK_WINDOW (f->window));
  example_settle ();
}

void
example_tear_down (ExampleFixture *f)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (f->window));
  example_settle ();
  g_clear_object (&f->agreement);
  g_clear_object (&f->store);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}
