/* Tests of the library of example indicators.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/example-indicators.h"

#include "store-fixture.h"

static GPtrArray *
load (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *examples = akk_example_indicators_new ("nl-BE", &error);

  g_assert_no_error (error);
  return examples;
}

static guint
place_of (GPtrArray *examples, const char *id)
{
  for (guint i = 0; i < examples->len; i++)
    if (g_str_equal (((AkkExampleIndicator *) examples->pdata[i])->id, id))
      return i;
  return G_MAXUINT;
}

static guint
count (Fixture *self)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, &akk_indicator_record, NULL, 0);

  return g_list_model_get_n_items (list);
}

static void
each_is_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) examples = load ();
  guint kinds = 0;

  g_assert_cmpuint (examples->len, ==, 12);
  for (guint i = 0; i < examples->len; i++) {
    const AkkExampleIndicator *example = examples->pdata[i];
    const AkkIndicator *it = example->indicator;

    g_assert_cmpstr (it->name, !=, "");
    g_assert_cmpstr (it->definition, !=, "");
    g_assert_cmpstr (it->source, !=, "");
    g_assert_cmpstr (it->unit, !=, it->kind < AKK_INDICATOR_YES_NO ? "" : "-");
    g_assert_true ((it->rule == AKK_RULE_MEAN) == (*example->weight != '\0'));
    /* What weighs another one comes before it. */
    if (*example->weight != '\0')
      g_assert_cmpuint (place_of (examples, example->weight), <, i);
    kinds |= 1u << it->kind;
  }
  /* Words are as good as numbers. */
  g_assert_cmpuint (kinds & (1u << AKK_INDICATOR_SCALE | 1u << AKK_INDICATOR_YES_NO), ==,
                    1u << AKK_INDICATOR_SCALE | 1u << AKK_INDICATOR_YES_NO);
}

static guint
insert (Fixture *self, GPtrArray *examples, AkkAgreement *agreement, const char *const *ids)
{
  g_autofree gboolean *wanted = g_new0 (gboolean, examples->len);
  guint n;

  for (guint i = 0; ids[i] != NULL; i++)
    wanted[place_of (examples, ids[i])] = TRUE;
  akk_store_begin (self->store, "Insert");
  n = akk_example_indicators_insert (examples, wanted, self->store, agreement);
  fixture_commit (self);
  return n;
}

static void
what_weighs_it_comes_along_once (Fixture *self, gconstpointer data)
{
  static const char *const first[] = { "employment-rate", NULL };
  static const char *const then[] = { "employment-rate", "inhabitants", "jobseekers", "long-term",
                                      NULL };
  g_autoptr (AkkAgreement) agreement = fixture_add_agreement (self, "Samen");
  g_autoptr (GPtrArray) examples = load ();
  g_autoptr (GListModel) all = akk_store_list (self->store, &akk_indicator_record, NULL, 0);
  g_autoptr (AkkIndicator) people = NULL, rate = NULL;

  g_assert_cmpuint (insert (self, examples, agreement, first), ==, 2);
  people = g_list_model_get_item (all, 0);
  rate = g_list_model_get_item (all, 1);
  g_assert_cmpint (rate->weight_id, ==, people->record.id);
  g_assert_cmpint (people->agreement_id, ==, agreement->record.id);
  g_assert_cmpstr (people->position, <, rate->position);
  g_assert_true (akk_example_indicator_known (examples->pdata[0], self->store, agreement));
  g_assert_cmpuint (insert (self, examples, agreement, then), ==, 2);
  g_assert_cmpuint (count (self), ==, 4);
  g_assert_true (akk_store_undo (self->store, NULL));
  g_assert_true (akk_store_undo (self->store, NULL));
  g_assert_cmpuint (count (self), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/example-indicators/each-is-whole", Fixture, NULL, fixture_set_up, each_is_whole,
              fixture_tear_down);
  g_test_add ("/example-indicators/what-weighs-it-comes-along-once", Fixture, NULL, fixture_set_up,
              what_weighs_it_comes_along_once, fixture_tear_down);
  return g_test_run ();
}
