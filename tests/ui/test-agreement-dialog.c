/* The dialog of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "ui/agreement-dialogs.h"
#include "ui/reference-row.h"

static AkkAgreement *
add_agreement (RegisterFixture *f, const char *motto, gint64 predecessor)
{
  AkkAgreement *agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;

  g_object_set (agreement, "title", "Samenwerkingsovereenkomst", "motto", motto, "predecessor-id",
                predecessor, NULL);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, agreement);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  return agreement;
}

/* The one that is to be seen: only an addendum adds to another agreement. */
static GtkWidget *
find_reference (GtkWidget *widget)
{
  GtkWidget *found =
      AKK_IS_REFERENCE_ROW (widget) && gtk_widget_get_visible (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_reference (child);
  return found;
}

/* The first agreement has a second one after it, and that a third. */
static void
what_came_after_it_is_no_predecessor (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkAgreement) second = add_agreement (f, "Twee", f->agreement->record.id);
  g_autoptr (AkkAgreement) third = add_agreement (f, "Drie", second->record.id);
  /* One more choice: none. */
  const struct {
    AkkAgreement *agreement;
    guint n_choices;
  } cases[] = { { f->agreement, 1 }, { second, 2 }, { third, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AkkRecordDialog *dialog =
        g_object_ref_sink (akk_agreement_dialog_new (f->store, cases[i].agreement));
    GtkWidget *row = find_reference (adw_dialog_get_child (ADW_DIALOG (dialog)));

    g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))), ==,
                      cases[i].n_choices);
    g_object_unref (dialog);
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/agreement-dialog/what-came-after-it-is-no-predecessor", RegisterFixture, NULL,
              register_set_up, what_came_after_it_is_no_predecessor, register_tear_down);
  return g_test_run ();
}
