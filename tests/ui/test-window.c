/* A window from the first start to the next one, as a user goes through it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unistd.h>

#include "core/agreement.h"
#include "core/export.h"
#include "print/example.h"
#include "core/section.h"
#include "ui/application.h"
#include "ui/dossier-view.h"
#include "ui/settings.h"
#include "ui/window.h"

static AkkApplication *application;
static const char example_date[] = "example · 17 Nov 2025";

/* --- Looking and waiting --- */

typedef gboolean (*Is) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Is is, gconstpointer data)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && is (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, is, data);
  return found;
}

static gboolean
is_button_for (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static gboolean
is_banner (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_BANNER (widget) && adw_banner_get_revealed (ADW_BANNER (widget));
}

static void
iterate (void)
{
  g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
wait_for (AkkWindow *window, Is is, gconstpointer data)
{
  GtkWidget *found;

  while ((found = find (GTK_WIDGET (window), is, data)) == NULL)
    iterate ();
  return found;
}

static guint
n_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static AkkWindow *
active_window (void)
{
  return AKK_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static gboolean
is_dossier_view (GtkWidget *widget, gconstpointer data)
{
  return AKK_IS_DOSSIER_VIEW (widget);
}

/* On the page of the text, which says whether all is saved. */
static AkkWindow *
wait_for_dossier (void)
{
  while (active_window () == NULL || akk_window_get_dossier (active_window ()) == NULL)
    iterate ();
  akk_dossier_view_show_page (AKK_DOSSIER_VIEW (wait_for (active_window (), is_dossier_view, NULL)),
                              "text");
  return active_window ();
}

static void
close_all (void)
{
  while (n_windows () > 0) {
    guint before = n_windows ();

    gtk_window_close (GTK_WINDOW (active_window ()));
    while (n_windows () == before)
      iterate ();
  }
}

static void
open_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (application), &file, 1, "");
}

static char *
example_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "akkoord", "examples", "Scheldeland.akkoord",
                           NULL);
}

/* --- What an editor would do --- */

static AkkSection *
first_section (AkkStore *store)
{
  g_autoptr (GListModel) sections = akk_store_list (store, &akk_section_record, NULL, 0);

  return g_list_model_get_item (sections, 0);
}

static void
rename_section (AkkStore *store, AkkSection *section, const char *heading)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Rename section");
  akk_store_set_text (store, section, "heading", heading);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

/* --- Tests: each begins without windows --- */

static void
test_first_start (void)
{
  static const char *const actions[] = { "win.new", "win.open", "win.example" };

  g_application_activate (G_APPLICATION (application));
  wait_for (active_window (), is_label, "Welcome to Akkoord");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (
        gtk_widget_is_sensitive (wait_for (active_window (), is_button_for, actions[i])));
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (n_windows (), ==, 1);
  close_all ();
}

static void
test_example (void)
{
  g_autofree char *path = example_path ();
  AkkWindow *window;

  g_application_activate (G_APPLICATION (application));
  g_signal_emit_by_name (wait_for (active_window (), is_button_for, "win.example"), "clicked");
  window = wait_for_dossier ();
  g_assert_cmpuint (n_windows (), ==, 1);
  g_assert_cmpstr (akk_window_get_path (window), ==, path);
  wait_for (window, is_label, "All saved");
  wait_for (window, is_label, example_date);
  close_all ();
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_next_start (void)
{
  g_autofree char *path = example_path ();
  AkkWindow *window;

  g_application_activate (G_APPLICATION (application));
  window = wait_for_dossier ();
  g_assert_cmpstr (akk_window_get_path (window), ==, path);
  close_all ();
}

static void
test_undo (void)
{
  g_autofree char *path = example_path ();
  g_autoptr (AkkSection) section = NULL;
  g_autofree char *heading = NULL;
  AkkWindow *window;
  AkkStore *store;
  GtkWidget *undo, *redo;

  open_file (path);
  window = wait_for_dossier ();
  store = akk_dossier_get_store (akk_window_get_dossier (window));
  section = first_section (store);
  heading = g_strdup (section->heading);
  undo = wait_for (window, is_button_for, "win.undo");
  redo = wait_for (window, is_button_for, "win.redo");
  g_assert_false (gtk_widget_is_sensitive (undo));

  rename_section (store, section, "Waarom");
  g_assert_true (gtk_widget_is_sensitive (undo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo: Rename section");

  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpstr (section->heading, ==, heading);
  g_assert_false (gtk_widget_is_sensitive (undo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (redo), ==, "Redo: Rename section");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpstr (section->heading, ==, "Waarom");
  close_all ();
}

static void
test_offer_ends (void)
{
  static const char said[] = "“Doel” has been deleted.";
  g_autofree char *path = example_path ();
  g_autoptr (AkkSection) section = NULL;
  AkkWindow *window;
  AkkStore *store;

  open_file (path);
  window = wait_for_dossier ();
  store = akk_dossier_get_store (akk_window_get_dossier (window));
  section = first_section (store);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.offer-undo", "s", said);
  wait_for (window, is_label, said);
  rename_section (store, section, "Iets anders");
  while (find (GTK_WIDGET (window), is_label, said) != NULL)
    iterate ();
  close_all ();
}

static void
test_close_publishes (void)
{
  g_autofree char *path = example_path ();
  g_autoptr (AkkSection) section = NULL;
  g_autoptr (AkkSection) stored = NULL;
  g_autoptr (AkkStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  AkkStore *store;

  open_file (path);
  store = akk_dossier_get_store (akk_window_get_dossier (wait_for_dossier ()));
  section = first_section (store);
  rename_section (store, section, "Op de valreep");
  close_all ();

  copy = akk_dossier_read (path, &error);
  g_assert_no_error (error);
  stored = akk_store_get (copy, &akk_section_record, section->record.id);
  g_assert_cmpstr (stored->heading, ==, "Op de valreep");
}

static void
test_one_window_per_file (void)
{
  g_autofree char *path = example_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (folder, "Ander.akkoord", NULL);
  g_autofree char *link = g_build_filename (folder, "Koppeling.akkoord", NULL);
  g_autoptr (GError) error = NULL;
  AkkWindow *first;

  akk_dossier_create (other, "Ander", &error);
  g_assert_no_error (error);
  g_assert_cmpint (symlink (path, link), ==, 0);

  open_file (path);
  first = wait_for_dossier ();
  open_file (path);
  open_file (link);
  g_assert_cmpuint (n_windows (), ==, 1);
  open_file (other);
  g_assert_cmpuint (n_windows (), ==, 2);
  while (active_window () == first || akk_window_get_dossier (active_window ()) == NULL)
    iterate ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (active_window ())), ==, "Ander");
  open_file (path);
  g_assert_cmpuint (n_windows (), ==, 2);
  close_all ();
}

/* --- Somebody else's changes --- */

static gboolean
is_response (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* Presses a button of the dialog that is shown, and waits until that dialog is gone. */
static void
answer (AkkWindow *window, const char *label)
{
  AdwApplicationWindow *parent = ADW_APPLICATION_WINDOW (window);
  AdwDialog *dialog;
  GtkWidget *button;

  while ((dialog = adw_application_window_get_visible_dialog (parent)) == NULL ||
         (button = find (GTK_WIDGET (dialog), is_response, label)) == NULL)
    iterate ();
  g_signal_emit_by_name (button, "clicked");
  while (n_windows () > 0 && adw_application_window_get_visible_dialog (parent) == dialog)
    iterate ();
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Opens a fresh example, changes its first heading, and puts a file below it of which somebody else
 * changed the second heading. Gives the window when it has noticed. */
static AkkWindow *
meet_somebody_else (const char *name, char **path)
{
  g_autofree char *file = g_strconcat (name, ".akkoord", NULL);
  g_autofree char *other = g_strconcat (name, "-2.akkoord", NULL);
  g_autofree char *other_path = g_build_filename (g_get_user_data_dir (), other, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkSection) theirs = NULL;
  g_autoptr (AkkSection) ours = NULL;
  g_autoptr (GListModel) sections = NULL;
  AkkWindow *window;
  AkkStore *store;

  *path = g_build_filename (g_get_user_data_dir (), file, NULL);
  akk_example_make ("scheldeland", *path, &error);
  g_assert_no_error (error);
  copy_file (*path, other_path);

  open_file (other_path);
  store = akk_dossier_get_store (akk_window_get_dossier (wait_for_dossier ()));
  sections = akk_store_list (store, &akk_section_record, NULL, 0);
  theirs = g_list_model_get_item (sections, 1);
  rename_section (store, theirs, "Van een ander");
  close_all ();

  open_file (*path);
  window = wait_for_dossier ();
  ours = first_section (akk_dossier_get_store (akk_window_get_dossier (window)));
  copy_file (other_path, *path);
  rename_section (akk_dossier_get_store (akk_window_get_dossier (window)), ours, "Van ons");
  akk_dossier_publish_async (akk_window_get_dossier (window), NULL, NULL, NULL);
  wait_for (window, is_label, "Not saved in the file");
  return window;
}

static gboolean
holds_heading (const char *path, const char *heading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (path, &error);
  g_autoptr (GListModel) sections = NULL;

  g_assert_no_error (error);
  sections = akk_store_list (store, &akk_section_record, NULL, 0);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    if (g_str_equal (section->heading, heading))
      return TRUE;
  }
  return FALSE;
}

static void
test_keep_both (void)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  AkkWindow *window = meet_somebody_else ("beide", &path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.resolve-failure", NULL);
  answer (window, "_Keep Both");
  wait_for (window, is_label, "All saved");
  copy = g_strdup (akk_window_get_path (window));
  g_assert_true (g_str_has_suffix (copy, "beide (copy).akkoord"));
  close_all ();
  g_assert_true (holds_heading (path, "Van een ander"));
  g_assert_false (holds_heading (path, "Van ons"));
  g_assert_true (holds_heading (copy, "Van ons"));
}

static void
test_combine (void)
{
  g_autofree char *path = NULL;
  AkkWindow *window = meet_somebody_else ("samen", &path);

  g_assert_nonnull (find (GTK_WIDGET (window), is_banner, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.resolve-failure", NULL);
  answer (window, "_Combine");
  wait_for (window, is_label, "All saved");
  g_assert_null (find (GTK_WIDGET (window), is_banner, NULL));
  g_assert_cmpstr (akk_window_get_path (window), ==, path);
  close_all ();
  g_assert_true (holds_heading (path, "Van een ander"));
  g_assert_true (holds_heading (path, "Van ons"));
}

static void
test_close_asks (void)
{
  g_autofree char *path = NULL;
  AkkWindow *window = meet_somebody_else ("sluiten", &path);

  gtk_window_close (GTK_WINDOW (window));
  wait_for (window, is_label, "Not in the File Yet");
  answer (window, "_Cancel");
  g_assert_cmpuint (n_windows (), ==, 1);

  gtk_window_close (GTK_WINDOW (window));
  answer (window, "Close _Anyway");
  while (n_windows () > 0)
    iterate ();
  g_assert_false (holds_heading (path, "Van ons"));

  open_file (path);
  window = wait_for_dossier ();
  wait_for (window, is_label, "Your last changes have been recovered.");
  gtk_window_close (GTK_WINDOW (window));
  answer (window, "_Choose…");
  answer (window, "_Combine");
  while (n_windows () > 0)
    iterate ();
  g_assert_true (holds_heading (path, "Van een ander"));
  g_assert_true (holds_heading (path, "Van ons"));
}

static void
test_refused_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "stuk.akkoord", NULL);
  AkkWindow *window;

  g_assert_true (g_file_set_contents (path, "This is no dossier.", -1, NULL));
  open_file (path);
  window = active_window ();
  wait_for (window, is_label, "Dossier Not Opened");
  g_assert_null (akk_window_get_path (window));
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  wait_for (window, is_label, "Welcome to Akkoord");
  close_all ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  application = akk_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/window/first-start-welcomes", test_first_start);
  g_test_add_func ("/window/example-opens-from-the-welcome-page", test_example);
  g_test_add_func ("/window/next-start-opens-the-last-dossier", test_next_start);
  g_test_add_func ("/window/undo-names-what-it-undoes", test_undo);
  g_test_add_func ("/window/offer-to-undo-ends-with-the-next-step", test_offer_ends);
  g_test_add_func ("/window/closing-publishes-first", test_close_publishes);
  g_test_add_func ("/window/one-window-per-file", test_one_window_per_file);
  g_test_add_func ("/window/somebody-else-and-both-are-kept", test_keep_both);
  g_test_add_func ("/window/somebody-else-and-both-are-combined", test_combine);
  g_test_add_func ("/window/closing-asks-what-to-do-with-unsaved-changes", test_close_asks);
  g_test_add_func ("/window/refused-file-gets-a-sentence", test_refused_file);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
