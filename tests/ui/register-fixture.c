/* A store with a small register and an agreement, shown in a window, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include <glib/gstdio.h>

static AkkOrganisation *
add_organisation (RegisterFixture *f, const char *name, const char *position)
{
  AkkOrganisation *organisation = akk_record_new (&akk_organisation_record);
  g_autoptr (AkkParty) party = akk_record_new (&akk_party_record);

  g_object_set (organisation, "name", name, "designation", "het lokaal bestuur", "position",
                position, NULL);
  akk_store_add (f->store, organisation);
  g_object_set (party, "agreement-id", f->agreement->record.id, "organisation-id",
                organisation->record.id, "position", position, NULL);
  akk_store_add (f->store, party);
  return organisation;
}

void
register_set_up (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("akkoord-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "a.db", NULL);
  f->store = akk_store_open (f->path, 0, &error);
  g_assert_no_error (error);
  f->agreement = akk_record_new (&akk_agreement_record);
  g_object_set (f->agreement, "title", "Samenwerkingsovereenkomst", NULL);
  akk_store_begin_founding (f->store, "Fill");
  akk_store_add (f->store, f->agreement);
  f->berlare = add_organisation (f, "Berlare", "a0");
  f->zele = add_organisation (f, "Zele", "a1");
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 900);
}

void
register_show (RegisterFixture *f, GtkWidget *page)
{
  adw_window_set_content (ADW_WINDOW (f->window), page);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (page) == 0)
    g_main_context_iteration (NULL, TRUE);
}

void
register_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
register_tear_down (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (f->window));
  register_settle ();
  g_clear_object (&f->berlare);
  g_clear_object (&f->zele);
  g_clear_object (&f->agreement);
  g_clear_object (&f->store);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (f->folder, name, NULL);

    g_unlink (file);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

int
register_run (int argc, char **argv, const RegisterTest *tests, guint n)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < n; i++)
    g_test_add (tests[i].path, RegisterFixture, NULL, register_set_up, tests[i].test,
                register_tear_down);
  return g_test_run ();
}

/* --- Looking --- */

typedef gboolean (*Is) (GtkWidget *widget, const char *words);

/* The last one: dialogs come after what they lie over. */
static GtkWidget *
find (GtkWidget *widget, Is is, const char *words)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && is (widget, words) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *below = find (child, is, words);

    found = below != NULL ? below : found;
  }
  return found;
}

static GtkWidget *
wait_for (RegisterFixture *f, Is is, const char *words)
{
  GtkWidget *found;

  while ((found = find (f->window, is, words)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static gboolean
is_row (GtkWidget *widget, const char *words)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), words);
}

static gboolean
is_button (GtkWidget *widget, const char *words)
{
  return GTK_IS_BUTTON (widget) &&
         (g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) == 0 ||
          g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0);
}

static gboolean
is_label (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

GtkWidget *
register_row (RegisterFixture *f, const char *title)
{
  return wait_for (f, is_row, title);
}

GtkWidget *
register_button (RegisterFixture *f, const char *words)
{
  return wait_for (f, is_button, words);
}

void
register_click (RegisterFixture *f, const char *button)
{
  g_signal_emit_by_name (register_button (f, button), "clicked");
}

void
register_write (RegisterFixture *f, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (register_row (f, row)), text);
}

void
register_apply (RegisterFixture *f)
{
  GtkWidget *button = register_button (f, "_Apply");
  GtkWidget *dialog = gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG);
  gboolean gone = FALSE;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (button, "clicked");
  while (!gone) {
    gone = dialog == NULL || !gtk_widget_get_mapped (dialog);
    if (!gone)
      g_main_context_iteration (NULL, TRUE);
  }
  if (dialog != NULL)
    g_object_remove_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
}

void
register_expect (RegisterFixture *f, const char *words)
{
  wait_for (f, is_label, words);
}

guint
register_count (RegisterFixture *f, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = akk_store_list (f->store, type, NULL, 0);

  return g_list_model_get_n_items (list);
}
