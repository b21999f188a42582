/* The register, as somebody fills it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/dates.h"
#include "core/office.h"
#include "core/person.h"
#include "register-fixture.h"
#include "ui/partners-page.h"

static AkkPartnersPage *
page_of (RegisterFixture *f)
{
  GtkWidget *page = g_object_new (AKK_TYPE_PARTNERS_PAGE, NULL);

  akk_partners_page_set_store (AKK_PARTNERS_PAGE (page), f->store);
  register_show (f, page);
  return AKK_PARTNERS_PAGE (page);
}

static AkkRecord *
only (RegisterFixture *f, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = akk_store_list (f->store, type, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  return g_list_model_get_item (list, 0);
}

static void
add_office (RegisterFixture *f, const char *function, const char *name)
{
  register_click (f, "Add Function");
  register_write (f, "Function", function);
  register_click (f, "New Person");
  register_write (f, "Name", name);
  register_apply (f);
  register_write (f, "From", "1-1-2019");
  register_apply (f);
}

static void
an_organisation_and_who_holds_a_function (RegisterFixture *f, gconstpointer data)
{
  AkkPartnersPage *page = page_of (f);
  g_autoptr (AkkPerson) person = NULL;
  g_autoptr (AkkOffice) office = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "partners.add", NULL);
  register_write (f, "Name", "Kruibeke");
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_organisation_record), ==, 3);
  register_expect (f, "Still missing");

  add_office (f, "algemeen directeur", "Els Claes");
  person = (AkkPerson *) only (f, &akk_person_record);
  office = (AkkOffice *) only (f, &akk_office_record);
  g_assert_cmpstr (person->name, ==, "Els Claes");
  g_assert_cmpstr (office->function, ==, "algemeen directeur");
  g_assert_cmpint (office->person_id, ==, person->record.id);
  g_assert_cmpint (office->starts_on, ==, akk_date_from_ymd (2019, 1, 1));
  register_expect (f, "Els Claes");
}

static void
a_name_that_exists_is_not_entered_twice (RegisterFixture *f, gconstpointer data)
{
  AkkPartnersPage *page = page_of (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "partners.add", NULL);
  register_write (f, "Name", "zele");
  register_expect (f, "“Zele” exists already");
  register_click (f, "_Use It");
  register_settle ();
  g_assert_cmpuint (register_count (f, &akk_organisation_record), ==, 2);
}

static void
who_follows_ends_the_function_of_who_goes (RegisterFixture *f, gconstpointer data)
{
  AkkPartnersPage *page = page_of (f);
  g_autoptr (AkkOffice) office = NULL;
  g_autoptr (GError) error = NULL;

  akk_partners_page_show_organisation (page, f->berlare->record.id);
  add_office (f, "voorzitter", "Ann Claes");
  office = (AkkOffice *) only (f, &akk_office_record);
  gtk_widget_activate_action (register_button (f, "Add Function"), "partner.succeed", "x",
                              office->record.id);
  register_click (f, "New Person");
  register_write (f, "Name", "Jan Maes");
  register_apply (f);
  register_write (f, "From", "1 januari 2025");
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_office_record), ==, 2);
  g_assert_cmpint (office->ends_on, ==, akk_date_from_ymd (2024, 12, 31));

  akk_store_undo (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (register_count (f, &akk_office_record), ==, 1);
  g_assert_cmpint (office->ends_on, ==, AKK_NO_DATE);
}

static AkkOffice *
nth_office (RegisterFixture *f, guint index)
{
  g_autoptr (GListModel) list =
      akk_store_list (f->store, &akk_office_record, "organisation_id", f->berlare->record.id);

  return g_list_model_get_item (list, index);
}

static char *
functions_in_order (RegisterFixture *f)
{
  g_autoptr (GListModel) list =
      akk_store_list (f->store, &akk_office_record, "organisation_id", f->berlare->record.id);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (list, i);
    g_autoptr (AkkPerson) person = akk_store_get (f->store, &akk_person_record, office->person_id);

    g_string_append_printf (words, "%s%s: %s", i > 0 ? ", " : "", office->function, person->name);
  }
  return g_string_free_and_steal (words);
}

/* As they were entered, and who follows right behind who went, also behind one who followed. */
static void
functions_stand_in_order (RegisterFixture *f, gconstpointer data)
{
  static const struct {
    guint who_goes;
    const char *name, *from, *after;
  } steps[] = {
    { 0, "Jan Maes", "1-1-2025",
      "voorzitter: Ann Claes, voorzitter: Jan Maes, algemeen directeur: Els Aerts" },
    { 1, "Ine Bos", "1-1-2026",
      "voorzitter: Ann Claes, voorzitter: Jan Maes, voorzitter: Ine Bos, algemeen directeur: Els "
      "Aerts" },
  };
  AkkPartnersPage *page = page_of (f);

  akk_partners_page_show_organisation (page, f->berlare->record.id);
  add_office (f, "voorzitter", "Ann Claes");
  add_office (f, "algemeen directeur", "Els Aerts");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (AkkOffice) who_goes = nth_office (f, steps[i].who_goes);
    g_autofree char *words = NULL;

    gtk_widget_activate_action (register_button (f, "Add Function"), "partner.succeed", "x",
                                who_goes->record.id);
    register_click (f, "New Person");
    register_write (f, "Name", steps[i].name);
    register_apply (f);
    register_write (f, "From", steps[i].from);
    register_apply (f);
    words = functions_in_order (f);
    g_assert_cmpstr (words, ==, steps[i].after);
  }
}

static void
what_an_agreement_uses_is_not_deleted (RegisterFixture *f, gconstpointer data)
{
  AkkPartnersPage *page = page_of (f);

  akk_partners_page_show_organisation (page, f->berlare->record.id);
  register_click (f, "_Delete Organisation");
  register_expect (f, "“Berlare” is a party of “Samenwerkingsovereenkomst");
  g_assert_false (f->berlare->record.deleted);
}

/* The title of the row that has the focus, once it is this. */
static void
expect_focus (RegisterFixture *f, const char *title)
{
  for (;;) {
    GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));
    GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

    if (row != NULL &&
        g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
the_focus_stays_with_the_work (RegisterFixture *f, gconstpointer data)
{
  AkkPartnersPage *page = page_of (f);
  g_autoptr (AkkOffice) office = NULL;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (page), "partners.add", NULL);
  register_write (f, "Name", "Kruibeke");
  register_apply (f);
  expect_focus (f, "Kruibeke");

  akk_partners_page_show_organisation (page, f->berlare->record.id);
  add_office (f, "voorzitter", "Ann Claes");
  expect_focus (f, "Ann Claes");
  row = register_row (f, "Ann Claes");
  office = (AkkOffice *) only (f, &akk_office_record);
  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, office, "function", "burgemeester");
  g_assert_true (akk_store_commit (f->store, NULL));
  expect_focus (f, "Ann Claes");
  g_assert_true (register_row (f, "Ann Claes") == row);
}

static void
a_date_that_is_none_is_not_taken (RegisterFixture *f, gconstpointer data)
{
  AkkPartnersPage *page = page_of (f);

  akk_partners_page_show_organisation (page, f->berlare->record.id);
  register_click (f, "Add Function");
  register_write (f, "Function", "voorzitter");
  register_write (f, "From", "31-2-2025");
  register_click (f, "_Apply");
  register_expect (f, "From: write a day like 1-10-2021");
  g_assert_cmpuint (register_count (f, &akk_office_record), ==, 0);
}

int
main (int argc, char **argv)
{
  static const RegisterTest tests[] = {
    { "/partners/an-organisation-and-who-holds-a-function",
      an_organisation_and_who_holds_a_function },
    { "/partners/a-name-that-exists-is-not-entered-twice",
      a_name_that_exists_is_not_entered_twice },
    { "/partners/who-follows-ends-the-function-of-who-goes",
      who_follows_ends_the_function_of_who_goes },
    { "/partners/functions-stand-in-order", functions_stand_in_order },
    { "/partners/what-an-agreement-uses-is-not-deleted", what_an_agreement_uses_is_not_deleted },
    { "/partners/the-focus-stays-with-the-work", the_focus_stays_with_the_work },
    { "/partners/a-date-that-is-none-is-not-taken", a_date_that_is_none_is_not_taken },
  };

  return register_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
