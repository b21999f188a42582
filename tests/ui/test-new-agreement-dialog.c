/* What a new agreement begins with: the chooser, and what it makes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "core/action.h"
#include "core/dates.h"
#include "core/indicator.h"
#include "core/section.h"
#include "core/successor.h"
#include "ui/new-agreement-dialog.h"

static gint64 made;
static char *chosen;

static void
made_cb (AdwDialog *dialog, gint64 id)
{
  made = id;
}

static void
chosen_cb (AdwDialog *dialog, const char *name)
{
  g_set_str (&chosen, name);
}

static void
open_dialog (RegisterFixture *f, AkkStore *store)
{
  AdwDialog *dialog = akk_new_agreement_dialog_new (store);

  register_show (f, gtk_label_new ("Leeg"));
  made = 0;
  g_signal_connect (dialog, "made", G_CALLBACK (made_cb), NULL);
  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), NULL);
  adw_dialog_present (dialog, f->window);
}

static GtkWidget *
first_row (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_ACTION_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = first_row (child);
  return found;
}

/* The group above that of the copies. */
static void
choose_successor (RegisterFixture *f, const char *title)
{
  GtkWidget *copy = register_row (f, title);
  GtkWidget *group = gtk_widget_get_ancestor (copy, ADW_TYPE_PREFERENCES_GROUP);

  adw_action_row_activate (ADW_ACTION_ROW (first_row (gtk_widget_get_prev_sibling (group))));
  register_settle ();
}

static void
choose (RegisterFixture *f, const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (register_row (f, title)));
  register_settle ();
}

static AkkAgreement *
get_made (RegisterFixture *f)
{
  g_assert_cmpint (made, !=, 0);
  return akk_store_get (f->store, &akk_agreement_record, made);
}

static void
a_template_makes_an_agreement (RegisterFixture *f, gconstpointer data)
{
  guint n_before = register_count (f, &akk_agreement_record);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GListModel) sections = NULL;

  open_dialog (f, f->store);
  choose (f, "Samenwerkingsovereenkomst met de rubrieken van het Pact");
  register_write (f, "Title", "Streekakkoord");
  register_write (f, "Start", "2026-01-01");
  register_click (f, "_Make Agreement");
  register_settle ();

  agreement = get_made (f);
  sections = akk_store_list (f->store, &akk_section_record, "agreement_id", made);
  g_assert_cmpstr (agreement->title, ==, "Streekakkoord");
  g_assert_cmpstr (agreement->template, ==, "pact");
  g_assert_cmpint (agreement->starts_on, ==, akk_date_parse ("2026-01-01"));
  g_assert_cmpuint (g_list_model_get_n_items (sections), >, 10);
  g_assert_true (akk_store_undo (f->store, NULL));
  g_assert_cmpuint (register_count (f, &akk_agreement_record), ==, n_before);
}

/* Without a term nothing is made. */
static void
a_successor_asks_for_its_term (RegisterFixture *f, gconstpointer data)
{
  GtkWidget *button;
  g_autoptr (AkkAgreement) agreement = NULL;

  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, f->agreement, "short_title", "Samen 2021–2025");
  akk_store_set_int (f->store, f->agreement, "starts_on", akk_date_parse ("2021-01-01"));
  akk_store_set_int (f->store, f->agreement, "ends_on", akk_date_parse ("2025-12-31"));
  akk_store_commit (f->store, NULL);
  open_dialog (f, f->store);
  choose_successor (f, "Samen 2021–2025");
  button = register_button (f, "_Make Agreement");
  g_assert_true (gtk_widget_get_sensitive (button));
  register_write (f, "End", "");
  register_settle ();
  g_assert_false (gtk_widget_get_sensitive (button));
  register_write (f, "End", "2025-01-01");
  register_settle ();
  g_assert_false (gtk_widget_get_sensitive (button));
  register_expect (f, "The end comes before the start.");
  register_write (f, "End", "2030-12-31");
  register_settle ();
  g_assert_true (gtk_widget_get_sensitive (button));
  register_click (f, "_Make Agreement");
  register_settle ();

  agreement = get_made (f);
  g_assert_cmpint (agreement->predecessor_id, ==, f->agreement->record.id);
  g_assert_cmpint (agreement->starts_on, ==, akk_date_parse ("2026-01-01"));
  g_assert_cmpint (agreement->ends_on, ==, akk_date_parse ("2030-12-31"));
}

static void
add (RegisterFixture *f, const AkkRecordType *type, const char *field, const char *words)
{
  g_autoptr (AkkRecord) record = akk_record_new (type);

  g_object_set (record, "agreement-id", f->agreement->record.id, field, words, NULL);
  akk_store_add (f->store, record);
}

/* Actions and indicators are offered, each with its own tick, and all with one click. */
static void
a_successor_offers_what_goes_along (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (GListModel) actions = NULL, indicators = NULL;
  g_autoptr (AkkIndicator) indicator = NULL;
  GtkWidget *expander;

  akk_store_begin (f->store, "Change");
  akk_store_set_text (f->store, f->agreement, "short_title", "Samen");
  akk_store_set_int (f->store, f->agreement, "ends_on", akk_date_parse ("2025-12-31"));
  add (f, &akk_action_record, "title", "Bezoek");
  add (f, &akk_indicator_record, "name", "Vacatures");
  add (f, &akk_indicator_record, "name", "Gesprekken");
  akk_store_commit (f->store, NULL);
  open_dialog (f, f->store);
  choose_successor (f, "Samen");
  register_expect (f, "1 of 1 goes along");
  register_expect (f, "2 of 2 go along");
  register_click (f, "None");
  register_expect (f, "0 of 2 go along");
  expander = gtk_widget_get_ancestor (register_row (f, "Indicators"), ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  choose (f, "Vacatures");
  register_expect (f, "1 of 2 goes along");
  register_click (f, "_Make Agreement");
  register_settle ();

  actions = akk_store_list (f->store, &akk_action_record, "agreement_id", made);
  indicators = akk_store_list (f->store, &akk_indicator_record, "agreement_id", made);
  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (indicators), ==, 1);
  indicator = g_list_model_get_item (indicators, 0);
  g_assert_cmpstr (indicator->name, ==, "Vacatures");
}

static void
a_new_dossier_asks_for_a_template_only (RegisterFixture *f, gconstpointer data)
{
  open_dialog (f, NULL);
  choose (f, "Engagementsverklaring");
  g_assert_cmpstr (chosen, ==, "engagementsverklaring");
  g_assert_cmpint (made, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (RegisterFixture *f, gconstpointer data);
  } tests[] = {
    { "/new-agreement/a-template-makes-an-agreement", a_template_makes_an_agreement },
    { "/new-agreement/a-successor-asks-for-its-term", a_successor_asks_for_its_term },
    { "/new-agreement/a-successor-offers-what-goes-along", a_successor_offers_what_goes_along },
    { "/new-agreement/a-new-dossier-asks-for-a-template-only",
      a_new_dossier_asks_for_a_template_only },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, RegisterFixture, NULL, register_set_up, tests[i].run,
                register_tear_down);
  return g_test_run ();
}
