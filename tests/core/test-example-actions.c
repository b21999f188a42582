/* Tests of the library of example actions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/example-actions.h"

#include "core/contribution.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/tags.h"
#include "core/text.h"
#include "store-fixture.h"

static GPtrArray *
load (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *examples = akk_example_actions_new ("nl-BE", &error);

  g_assert_no_error (error);
  return examples;
}

static void
each_is_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) examples = load ();

  g_assert_cmpuint (examples->len, ==, 12);
  for (guint i = 0; i < examples->len; i++) {
    const AkkExampleAction *example = examples->pdata[i];
    g_autoptr (AkkText) text = akk_text_parse (example->description);

    g_assert_cmpstr (example->title, !=, "");
    g_assert_cmpuint (text->n_lines, >, 0);
    g_assert_cmpstr (example->domains, !=, "");
    g_assert_cmpstr (example->target_groups, !=, "");
    g_assert_cmpstr (example->policies, !=, "");
    g_assert_cmpuint (example->roles->len, >=, 2);
    for (guint k = 0; k < example->roles->len; k++) {
      const AkkExampleRole *role = example->roles->pdata[k];

      g_assert_nonnull (role->partner);
      g_assert_cmpstr (role->partner, !=, "");
      g_assert_cmpstr (role->contribution, !=, "");
    }
  }
}

static void
the_only_party_of_its_kind_takes_the_role (Fixture *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (self, "Samen");
  g_autoptr (GPtrArray) examples = load ();
  g_autoptr (AkkOrganisation) service = akk_record_new (&akk_organisation_record);
  g_autoptr (AkkParty) party = akk_record_new (&akk_party_record);
  g_autoptr (AkkAction) action = NULL;
  g_autoptr (GListModel) parts = NULL;
  g_autoptr (AkkContribution) first = NULL, second = NULL;

  g_object_set (service, "name", "VDAB", "kind", (gint64) AKK_ORGANISATION_EMPLOYMENT_SERVICE,
                NULL);
  akk_store_begin (self->store, "Insert example action");
  akk_store_add (self->store, service);
  g_object_set (party, "agreement-id", agreement->record.id, "organisation-id", service->record.id,
                NULL);
  akk_store_add (self->store, party);
  fixture_commit (self);
  akk_store_begin (self->store, "Insert example action");
  action = akk_example_action_insert (examples->pdata[2], self->store, agreement, NULL);
  fixture_commit (self);
  g_assert_cmpstr (action->number, ==, "A1");
  g_assert_true (akk_tags_contain (action->domains, "Trajectbepaling"));
  parts = akk_store_list (self->store, &akk_contribution_record, "action_id", action->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (parts), ==, 2);
  first = g_list_model_get_item (parts, 0);
  second = g_list_model_get_item (parts, 1);
  g_assert_cmpint (first->party_id, ==, party->record.id);
  g_assert_cmpstr (first->partner, ==, "");
  g_assert_cmpint (second->party_id, ==, 0);
  g_assert_cmpstr (second->partner, ==, "Lokale besturen");
  g_assert_true (akk_store_undo (self->store, NULL));
  g_assert_true (action->record.deleted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/example-actions/each-is-whole", Fixture, NULL, fixture_set_up, each_is_whole,
              fixture_tear_down);
  g_test_add ("/example-actions/the-only-party-of-its-kind-takes-the-role", Fixture, NULL,
              fixture_set_up, the_only_party_of_its_kind_takes_the_role, fixture_tear_down);
  return g_test_run ();
}
