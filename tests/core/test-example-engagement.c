/* Tests of the example of a statement: headings that run in, and a promise with a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/action.h"
#include "core/dates.h"
#include "core/fulfilment.h"
#include "core/indicator.h"
#include "core/organisation.h"
#include "core/target.h"
#include "example-fixture.h"

#define NAME "engagementsverklaring"

static void
test_structure (Example *self, gconstpointer name)
{
  g_autoptr (GPtrArray) outline = example_outline (self, 0);

  example_assert_numbers (self, 0, "- 1. 2. 3. 4. 5. 6. 7. 8.");
  example_assert_commitments (self, 0, "1. 4, 5. 1, 6. 5, 7. 1, 8. 1");
  for (guint i = 1; i < outline->len; i++)
    g_assert_cmpint (((AkkOutlineEntry *) outline->pdata[i])->section->scheme, ==,
                     AKK_SCHEME_RUN_IN);
}

/* Social partners, a public service, an association and a government. */
static void
test_people (Example *self, gconstpointer name)
{
  static const AkkOrganisationKind kinds[] = { AKK_ORGANISATION_SOCIAL_PARTNER,
                                               AKK_ORGANISATION_EMPLOYMENT_SERVICE,
                                               AKK_ORGANISATION_ASSOCIATION,
                                               AKK_ORGANISATION_GOVERNMENT };
  AkkAgreement *agreement = self->agreements->pdata[0];
  g_autoptr (GPtrArray) parties = akk_parties_new (self->base.store, agreement->record.id);
  g_autofree char *people = example_people (self, 0);

  g_assert_cmpstr (people, ==, "4 parties, 7 represent, 7 sign, 0 by delegation");
  for (guint i = 0; i < parties->len; i++)
    g_assert_cmpint (((AkkPartyEntry *) parties->pdata[i])->organisation->kind, ==, kinds[i]);
  g_assert_cmpint (agreement->kind, ==, AKK_AGREEMENT_STATEMENT);
}

/* Case 7: the pact is promised by 31 October 2023, and one sees how that stands. */
static void
test_promise (Example *self, gconstpointer name)
{
  g_autoptr (GPtrArray) commitments =
      akk_commitments_load (self->base.store, self->agreements->pdata[0], NULL);
  const AkkCommitment *last = commitments->pdata[commitments->len - 1];
  g_autoptr (GListModel) fulfilments =
      akk_store_list (self->base.store, &akk_fulfilment_record, NULL, 0);
  g_autoptr (AkkAction) action = NULL;

  g_assert_nonnull (strstr (last->text, "31 oktober 2023"));
  for (guint i = 0; i < g_list_model_get_n_items (fulfilments); i++) {
    g_autoptr (AkkFulfilment) each = g_list_model_get_item (fulfilments, i);
    if (each->commitment == last->id)
      action = akk_store_get (self->base.store, &akk_action_record, each->action_id);
  }
  g_assert_nonnull (action);
  g_assert_cmpint (action->deadline, ==, akk_date_from_ymd (2023, 10, 31));
  g_assert_cmpint (action->status, ==, AKK_ACTION_BUSY);
  g_assert_false (akk_action_late (action, action->deadline));
  g_assert_true (akk_action_late (action, action->deadline + 1));
}

/* Eighty out of a hundred at work. */
static void
test_ambition (Example *self, gconstpointer name)
{
  g_autoptr (GListModel) targets = akk_store_list (self->base.store, &akk_target_record, NULL, 0);
  g_autoptr (AkkTarget) target = g_list_model_get_item (targets, 0);
  g_autoptr (AkkIndicator) indicator =
      akk_store_get (self->base.store, &akk_indicator_record, target->indicator_id);

  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 1);
  g_assert_cmpint (target->value, ==, 80 * AKK_DECIMAL);
  g_assert_cmpint (indicator->level, ==, AKK_LEVEL_FLANDERS);
}

static void
test_findings (Example *self, gconstpointer name)
{
  example_assert_nothing_blocks (self);
  example_assert_accepted (self, 0, "no-notice no-dispute");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EXAMPLE_TEST ("/example-engagement/headings-run-in", NAME, test_structure);
  EXAMPLE_TEST ("/example-engagement/four-kinds-of-parties", NAME, test_people);
  EXAMPLE_TEST ("/example-engagement/promise-has-a-day-and-a-status", NAME, test_promise);
  EXAMPLE_TEST ("/example-engagement/ambition-is-a-target", NAME, test_ambition);
  EXAMPLE_TEST ("/example-engagement/nothing-blocks-and-what-lacks-is-meant", NAME, test_findings);
  EXAMPLE_TEST ("/example-engagement/texts-are-as-the-editor-writes-them", NAME,
                example_assert_rich_text);
  return g_test_run ();
}
