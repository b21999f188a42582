/* Tests of the public edition of an action plan, from the question to the file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>

#include "../core/plan-example.h"
#include "ui/action-plan-print.h"
#include "ui/application.h"
#include "ui/window-private.h"

static AkkApplication *application;

typedef struct {
  PlanExample example;
  AkkWindow *window;
  AkkActionScope *scope;
} Publishing;

/* A person is named in every text that somebody may have written. */
static void
set_up (Publishing *self, gconstpointer data)
{
  plan_example_set_up (&self->example, data);
  plan_example_name_somebody (&self->example);
  self->window = akk_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
  self->window->store = g_object_ref (self->example.base.store);
  self->scope = akk_action_scope_new (self->example.base.store, self->example.agreement);
  akk_action_scope_set_year (self->scope, 2025);
}

static void
tear_down (Publishing *self, gconstpointer data)
{
  g_clear_object (&self->scope);
  g_clear_object (&self->window->store);
  gtk_window_destroy (GTK_WINDOW (self->window));
  plan_example_tear_down (&self->example, data);
}

/* --- Answering --- */

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static GtkWidget *
wait_for_label (Publishing *self, const char *text)
{
  GtkWidget *found;

  while ((found = find_label (GTK_WIDGET (self->window), text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
choose_edition (Publishing *self, const char *title)
{
  GtkWidget *row = gtk_widget_get_ancestor (wait_for_label (self, title), ADW_TYPE_ACTION_ROW);

  gtk_widget_activate (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
press_save (Publishing *self)
{
  AdwDialog *dialog =
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  GtkWidget *label = find_label (GTK_WIDGET (dialog), "_Save…");

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

/* GTK's own dialog: there is no portal in a test. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static GtkWindow *
file_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
      return window;
  }
  return NULL;
}

static void
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
}

/* As somebody looks at what was typed. GTK crashes when its dialog goes while it still looks up the
 * folders that its path bar names, which it does more than once, and nothing says that it is done.
 */
static void
look (void)
{
  gboolean over = FALSE;

  g_timeout_add_once (750, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* As if the whole path were typed, once the folder that it begins with is read. */
static void
choose_file (const char *path)
{
  g_autoptr (GFile) wanted = g_file_new_for_path (path);
  GtkFileChooser *chooser;
  gboolean typed = FALSE, there = FALSE;

  while ((chooser = (GtkFileChooser *) file_chooser ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (!there) {
    g_autoptr (GFile) now = gtk_file_chooser_get_file (chooser);

    if (now != NULL && !typed)
      gtk_file_chooser_set_current_name (chooser, path);
    typed = now != NULL;
    there = now != NULL && g_file_equal (now, wanted);
    g_main_context_iteration (NULL, FALSE);
  }
  look ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}
G_GNUC_END_IGNORE_DEPRECATIONS

/* Takes the path of the edition. */
static char *
publish (Publishing *self, const char *edition, const char *name)
{
  char *path = g_build_filename (self->example.base.folder, name, NULL);

  akk_action_plan_publish (GTK_WIDGET (self->window), self->scope);
  choose_edition (self, edition);
  press_save (self);
  choose_file (path);
  wait_for_label (self, "Saved as");
  return path;
}

/* --- Tests --- */

static void
test_page (Publishing *self, gconstpointer data)
{
  g_autofree char *path = publish (self, "Web page", "plan.html");
  g_autofree char *page = NULL;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (page, "<h1>Actieplan 2025</h1>"));
  g_assert_nonnull (strstr (page, ">A54<"));
  assert_names_nobody (&self->example, page);
}

static void
test_pdf (Publishing *self, gconstpointer data)
{
  g_autofree char *path = publish (self, "PDF document", "plan.pdf");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    PopplerPage *page = poppler_document_get_page (document, i);
    g_autofree char *text = poppler_page_get_text (page);

    g_string_append (words, text);
    g_object_unref (page);
  }
  g_object_unref (document);
  g_assert_nonnull (strstr (words->str, "Openbare uitgave"));
  g_assert_nonnull (strstr (words->str, "A54"));
  assert_names_nobody (&self->example, words->str);
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
#define ADD(path, test) g_test_add (path, Publishing, NULL, set_up, test, tear_down)
  ADD ("/action-plan-print/the-public-page-names-nobody", test_page);
  ADD ("/action-plan-print/the-public-pdf-names-nobody", test_pdf);
#undef ADD
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
