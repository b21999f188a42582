/* The history: what it lists, and what it tells of one step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/section.h"
#include "ui/history-dialog.h"

typedef struct {
  char *folder, *path;
  AkkStore *store;
  AkkSection *section;
  GtkWidget *window;
  AkkHistoryDialog *dialog;
} Fixture;

static void
set_text (Fixture *fixture, const char *label, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (fixture->store, label);
  akk_store_set_text (fixture->store, fixture->section, field, value);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);

  fixture->folder = g_dir_make_tmp ("akkoord-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->store = akk_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  akk_store_set_author (fixture->store, "Regisseur");

  fixture->section = akk_record_new (&akk_section_record);
  akk_record_set_text (agreement, akk_record_type_field (&akk_agreement_record, "title"), "Pact");
  akk_store_begin (fixture->store, "Add agreement");
  akk_store_add (fixture->store, agreement);
  akk_record_set_int (fixture->section, akk_record_type_field (&akk_section_record, "agreement_id"),
                      agreement->record.id);
  akk_store_add (fixture->store, fixture->section);
  akk_store_commit (fixture->store, &error);
  g_assert_no_error (error);
  set_text (fixture, "Rename section", "heading", "Doel");
  set_text (fixture, "Type", "body", "Samen **sterk** voor werk.");

  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (""));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = akk_history_dialog_new (fixture->store);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->section);
  g_clear_object (&fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

    g_unlink (file);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* --- Looking --- */

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
wait_for_label (Fixture *fixture, const char *text)
{
  while (find_label (fixture->window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkListView *
find_list (GtkWidget *widget)
{
  GtkListView *found = GTK_IS_LIST_VIEW (widget) ? GTK_LIST_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* --- Tests --- */

static void
test_names_what_changed (Fixture *fixture, gconstpointer data)
{
  wait_for_label (fixture, "Type · Doel");
  wait_for_label (fixture, "Rename section · Doel");
  wait_for_label (fixture, "Add agreement");
}

static void
test_follows_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  wait_for_label (fixture, "Type · Doel");
  akk_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  wait_for_label (fixture, "Undone: Type · Doel");
}

static void
test_shows_text_without_marks (Fixture *fixture, gconstpointer data)
{
  wait_for_label (fixture, "Type · Doel");
  g_signal_emit_by_name (find_list (fixture->window), "activate", 0);
  wait_for_label (fixture, "Section: Text");
  wait_for_label (fixture, "“Samen sterk voor werk.”");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/history/names-what-changed", Fixture, NULL, set_up, test_names_what_changed,
              tear_down);
  g_test_add ("/history/follows-undo", Fixture, NULL, set_up, test_follows_undo, tear_down);
  g_test_add ("/history/shows-text-without-marks", Fixture, NULL, set_up,
              test_shows_text_without_marks, tear_down);
  return g_test_run ();
}
