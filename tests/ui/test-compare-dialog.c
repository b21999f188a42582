/* Two versions beside each other: what is shown, and where it leads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "core/section.h"
#include "ui/compare-dialog.h"

typedef struct {
  gint64 agreement, section;
  char *page, *gone;
} Place;

static void
go_to_cb (AkkCompareDialog *dialog,
          gint64 agreement,
          const char *page,
          gint64 section,
          const char *gone,
          Place *place)
{
  place->gone = g_strdup (gone);
  place->agreement = agreement;
  place->section = section;
  place->page = g_strdup (page);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static AkkSection *
add_section (RegisterFixture *f, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);

  akk_record_set_int (section, akk_record_type_field (&akk_section_record, "agreement_id"),
                      f->agreement->record.id);
  akk_record_set_text (section, akk_record_type_field (&akk_section_record, "heading"), "Doel");
  akk_record_set_text (section, akk_record_type_field (&akk_section_record, "body"), body);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, section);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&section);
}

/* A successor of the agreement that says another thing. */
static AkkAgreement *
add_successor (RegisterFixture *f)
{
  g_autoptr (GError) error = NULL;
  AkkAgreement *successor = akk_record_new (&akk_agreement_record);

  akk_record_set_text (successor, akk_record_type_field (&akk_agreement_record, "title"),
                       "Opvolger");
  akk_record_set_int (successor, akk_record_type_field (&akk_agreement_record, "predecessor_id"),
                      f->agreement->record.id);
  akk_store_begin (f->store, "Add");
  akk_store_add (f->store, successor);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  return successor;
}

static void
changes_lead_to_their_place (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkSection) section = add_section (f, "Samen twee keer per jaar.");
  g_autoptr (AkkAgreement) successor = add_successor (f);
  g_autoptr (AkkSection) changed = NULL;
  g_autoptr (GtkSelectionModel) model = NULL;
  AkkCompareDialog *dialog;
  Place place = { 0 };
  GtkWidget *list;

  g_clear_object (&f->agreement);
  f->agreement = g_object_ref (successor);
  changed = add_section (f, "Samen drie keer per jaar.");
  dialog = akk_compare_dialog_new (f->store, successor);
  g_signal_connect (dialog, "go-to", G_CALLBACK (go_to_cb), &place);
  register_show (f, gtk_label_new ("Akkoord"));
  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  register_expect (f, "Samen twee\342\200\211drie keer per jaar.");
  list = find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  model = g_object_ref (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >=, 4);
  g_signal_emit_by_name (list, "activate", g_list_model_get_n_items (G_LIST_MODEL (model)) - 1);
  g_assert_null (place.gone);
  g_assert_cmpint (place.agreement, ==, successor->record.id);
  g_assert_cmpint (place.section, ==, changed->record.id);
  g_assert_cmpstr (place.page, ==, "text");
  g_free (place.page);
  register_settle ();
}

/* What was removed has no place any more: it leads to where it stood, and says so. */
static void
what_is_gone_leads_to_where_it_stood (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkSection) section = add_section (f, "Samen twee keer per jaar.");
  g_autoptr (AkkSection) gone = add_section (f, "Wij bellen elkaar elke maandag.");
  g_autoptr (AkkAgreement) successor = add_successor (f);
  g_autoptr (AkkSection) kept = NULL;
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autoptr (GError) error = NULL;
  AkkCompareDialog *dialog;
  Place place = { 0 };
  GtkWidget *list;

  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, gone, "heading", "Afspraken");
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  g_clear_object (&f->agreement);
  f->agreement = g_object_ref (successor);
  kept = add_section (f, "Samen twee keer per jaar.");
  dialog = akk_compare_dialog_new (f->store, successor);
  g_signal_connect (dialog, "go-to", G_CALLBACK (go_to_cb), &place);
  register_show (f, gtk_label_new ("Akkoord"));
  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  register_expect (f, "Afspraken");
  list = find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  model = g_object_ref (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_signal_emit_by_name (list, "activate", g_list_model_get_n_items (G_LIST_MODEL (model)) - 1);
  g_assert_cmpint (place.section, ==, kept->record.id);
  g_assert_cmpstr (place.gone, ==, "Afspraken");
  g_free (place.page);
  g_free (place.gone);
  register_settle ();
}

/* Closing while it is still being compared is no harm. */
static void
closing_early (RegisterFixture *f, gconstpointer data)
{
  AkkCompareDialog *dialog = akk_compare_dialog_new (f->store, f->agreement);

  register_show (f, gtk_label_new ("Akkoord"));
  adw_dialog_present (ADW_DIALOG (dialog), f->window);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  register_settle ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test)                                                                            \
  g_test_add (name, RegisterFixture, NULL, register_set_up, test, register_tear_down)
  ADD ("/compare-dialog/changes-lead-to-their-place", changes_lead_to_their_place);
  ADD ("/compare-dialog/what-is-gone-leads-to-where-it-stood",
       what_is_gone_leads_to_where_it_stood);
  ADD ("/compare-dialog/closing-early-is-no-harm", closing_early);
  return g_test_run ();
}
