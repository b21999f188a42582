/* The parties of an agreement, as somebody orders and fills them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/body.h"
#include "core/council-decision.h"
#include "core/representative.h"
#include "core/version.h"
#include "register-fixture.h"
#include "ui/parties-page.h"

static AkkPartiesPage *
page_of (RegisterFixture *f)
{
  GtkWidget *page = g_object_new (AKK_TYPE_PARTIES_PAGE, NULL);

  akk_parties_page_set_agreement (AKK_PARTIES_PAGE (page), f->store, f->agreement);
  register_show (f, page);
  return AKK_PARTIES_PAGE (page);
}

static AkkParty *
nth_party (RegisterFixture *f, guint n)
{
  g_autoptr (GListModel) list = akk_store_list (f->store, &akk_party_record, NULL, 0);

  return g_list_model_get_item (list, n);
}

static void
a_new_municipality_with_who_signs (RegisterFixture *f, gconstpointer data)
{
  AkkPartiesPage *page = page_of (f);
  g_autoptr (AkkParty) party = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (AkkRepresentative) representative = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "parties.add", NULL);
  register_click (f, "New Organisation");
  register_write (f, "Name", "Kruibeke");
  register_write (f, "Words before the name", "het lokaal bestuur");
  register_apply (f);
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_party_record), ==, 3);
  g_assert_cmpuint (register_count (f, &akk_council_decision_record), ==, 1);
  party = nth_party (f, 2);

  register_click (f, "Add Representative");
  register_click (f, "New Function");
  register_write (f, "Function", "burgemeester");
  register_click (f, "New Person");
  register_write (f, "Name", "Mia Smet");
  register_apply (f);
  register_apply (f);
  register_apply (f);
  list = akk_store_list (f->store, &akk_representative_record, "party_id", party->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  representative = g_list_model_get_item (list, 0);
  g_assert_true (representative->signs);
  register_expect (f, "het lokaal bestuur Kruibeke");
  register_expect (f, "Mia Smet, burgemeester");
}

static void
a_party_without_organisation_is_refused (RegisterFixture *f, gconstpointer data)
{
  AkkPartiesPage *page = page_of (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "parties.add", NULL);
  register_click (f, "_Apply");
  register_expect (f, "Not Stored");
  g_assert_cmpuint (register_count (f, &akk_party_record), ==, 2);
}

static void
parties_move_with_the_keyboard (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkParty) before = NULL;
  g_autoptr (AkkParty) after = NULL;

  page_of (f);
  before = nth_party (f, 1);
  gtk_widget_activate_action (register_row (f, "2. Zele"), "list.move-up", "x", before->record.id);
  after = nth_party (f, 0);
  g_assert_true (after == before);
  g_assert_nonnull (register_row (f, "1. Zele"));
  gtk_widget_activate_action (register_row (f, "1. Zele"), "list.move-up", "x", after->record.id);
  g_assert_nonnull (register_row (f, "1. Zele"));
}

static void
a_deleted_party_comes_back_whole (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkParty) party = NULL;
  g_autoptr (GError) error = NULL;

  page_of (f);
  party = nth_party (f, 0);
  gtk_widget_activate_action (register_row (f, "1. Berlare"), "list.delete", "x", party->record.id);
  g_assert_cmpuint (register_count (f, &akk_party_record), ==, 1);
  g_assert_true (akk_store_undo (f->store, &error));
  g_assert_nonnull (register_row (f, "1. Berlare"));
}

static void
a_body_says_how_often_it_meets (RegisterFixture *f, gconstpointer data)
{
  AkkPartiesPage *page = page_of (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "parties.add-body", NULL);
  register_write (f, "Name", "Werkgroep");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (adw_action_row_get_activatable_widget (
                                 ADW_ACTION_ROW (register_row (f, "Meetings")))),
                             3);
  register_apply (f);
  g_assert_cmpuint (register_count (f, &akk_body_record), ==, 1);
  register_expect (f, "at least 3 meetings in every year");
}

/* Both organisations are parties already. */
static void
a_party_is_not_offered_twice (RegisterFixture *f, gconstpointer data)
{
  AkkPartiesPage *page = page_of (f);
  g_autoptr (AkkParty) twice = nth_party (f, 1);
  GListModel *offered;

  gtk_widget_activate_action (GTK_WIDGET (page), "parties.add", NULL);
  offered = adw_combo_row_get_model (ADW_COMBO_ROW (register_row (f, "Organisation")));
  g_assert_cmpuint (g_list_model_get_n_items (offered), ==, 1); /* "Choose…" */

  akk_store_begin (f->store, "Change");
  akk_store_set_int (f->store, twice, "organisation_id", f->berlare->record.id);
  g_assert_true (akk_store_commit (f->store, NULL));
  register_expect (f, "This organisation is a party twice");
}

static void
a_frozen_version_is_told (RegisterFixture *f, gconstpointer data)
{
  g_autoptr (AkkVersion) version = akk_record_new (&akk_version_record);

  page_of (f);
  g_object_set (version, "agreement-id", f->agreement->record.id, "number", (gint64) 3, NULL);
  akk_store_begin_permanent (f->store, "Freeze");
  akk_store_add (f->store, version);
  akk_store_set_int (f->store, f->agreement, "stage", AKK_STAGE_SIGNING);
  g_assert_true (akk_store_commit (f->store, NULL));
  register_expect (f, "Version 3 lies for signing");
}

int
main (int argc, char **argv)
{
  static const RegisterTest tests[] = {
    { "/parties/a-new-municipality-with-who-signs", a_new_municipality_with_who_signs },
    { "/parties/a-party-without-organisation-is-refused", a_party_without_organisation_is_refused },
    { "/parties/parties-move-with-the-keyboard", parties_move_with_the_keyboard },
    { "/parties/a-deleted-party-comes-back-whole", a_deleted_party_comes_back_whole },
    { "/parties/a-party-is-not-offered-twice", a_party_is_not_offered_twice },
    { "/parties/a-frozen-version-is-told", a_frozen_version_is_told },
    { "/parties/a-body-says-how-often-it-meets", a_body_says_how_often_it_meets },
  };

  return register_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
