/* A document is checked: what is shown is what was checked last.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "ui/verify-dialog.h"

/* The first widget of a type below `widget` that shows, or NULL. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
a_file_takes_the_place_of_a_code (RegisterFixture *f, gconstpointer data)
{
  AkkVerifyDialog *dialog = akk_verify_dialog_new (f->store);
  g_autofree char *path = g_build_filename (f->folder, "R&D.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *row, *result;

  g_assert_true (g_file_set_contents (path, "no pdf", -1, &error));
  register_show (f, gtk_label_new ("Akkoord"));
  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  row = find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_null (find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW));

  gtk_editable_set_text (GTK_EDITABLE (row), "ABCD");
  g_signal_emit_by_name (row, "entry-activated");
  result = find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (result);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (result)), ==, "Mistyped");

  akk_verify_dialog_check_file (dialog, file);
  while (*gtk_editable_get_text (GTK_EDITABLE (row)) != '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (result)), ==, "Not checked");
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (
                       gtk_widget_get_ancestor (result, ADW_TYPE_PREFERENCES_GROUP))),
                   ==, "R&D.pdf");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/verify-dialog/a-file-takes-the-place-of-a-code", RegisterFixture, NULL,
              register_set_up, a_file_takes_the_place_of_a_code, register_tear_down);
  return g_test_run ();
}
