/* The page Gemeenten: each cell has its words and its way, and is kept up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-fixture.h"

#include "core/council-decision.h"
#include "ui/municipalities-page.h"

static void
show (RegisterFixture *f)
{
  GtkWidget *page = g_object_new (AKK_TYPE_MUNICIPALITIES_PAGE, NULL);

  register_show (f, page);
  akk_municipalities_page_set_agreement (AKK_MUNICIPALITIES_PAGE (page), f->store, f->agreement);
  register_settle ();
}

/* The buttons below a widget that lead to a page, counted. */
static guint
count_cells (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "view.show-page") == 0)
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cells (child);
  return n;
}

/* Two boards without anything: decision, signature and actions are asked of each. */
static void
each_cell_leads_to_its_page (RegisterFixture *f, gconstpointer data)
{
  show (f);
  register_expect (f, "Berlare");
  register_expect (f, "Zele");
  register_expect (f, "Council decision");
  g_assert_cmpuint (count_cells (f->window), ==, 6);
}

static void
noting_a_decision_is_shown (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkCouncilDecision) decision = akk_record_new (&akk_council_decision_record);
  g_autoptr (GListModel) parties =
      akk_store_list (f->store, &akk_party_record, "agreement_id", f->agreement->record.id);
  g_autoptr (AkkParty) party = g_list_model_get_item (parties, 0);
  g_autoptr (GError) error = NULL;

  show (f);
  register_expect (f, "6 to do");
  akk_record_set_int (decision, akk_record_type_field (&akk_council_decision_record, "party_id"),
                      party->record.id);
  akk_record_set_int (decision, akk_record_type_field (&akk_council_decision_record, "result"),
                      AKK_COUNCIL_APPROVED);
  akk_store_begin (f->store, "Decide");
  akk_store_add (f->store, decision);
  akk_store_commit (f->store, &error);
  g_assert_no_error (error);
  register_expect (f, "5 to do");
}

static void
narrow_is_a_list (RegisterFixture *f, gconstpointer data)
{
  GtkWidget *page = g_object_new (AKK_TYPE_MUNICIPALITIES_PAGE, "narrow", TRUE, NULL);

  register_show (f, page);
  akk_municipalities_page_set_agreement (AKK_MUNICIPALITIES_PAGE (page), f->store, f->agreement);
  register_row (f, "Council decision");
  g_assert_cmpuint (count_cells (f->window), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/municipalities-page/" name, RegisterFixture, NULL, register_set_up, test,          \
              register_tear_down)
  ADD ("each-cell-leads-to-its-page", each_cell_leads_to_its_page);
  ADD ("noting-a-decision-is-shown", noting_a_decision_is_shown);
  ADD ("narrow-is-a-list", narrow_is_a_list);
  return g_test_run ();
}
