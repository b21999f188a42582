/* Tests of the action plans of the example Scheldeland.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-filter.h"
#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/dossier.h"
#include "core/export.h"
#include "core/fulfilment.h"
#include "core/plan.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkAgreement *agreement;
  AkkActionRows *rows;
} Example;

static void
example_set_up (Example *self, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("AKKOORD_DATADIR"), "examples", "scheldeland.json", NULL);
  g_autofree char *json = NULL;

  fixture_set_up (&self->base, data);
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  g_assert_true (akk_import_json (self->base.store, json, NULL));
  self->agreement = akk_agreement_nth (self->base.store, 1);
  self->rows = akk_action_rows_new (self->base.store, self->agreement->record.id);
}

static void
example_tear_down (Example *self, gconstpointer data)
{
  g_clear_object (&self->rows);
  g_clear_object (&self->agreement);
  fixture_tear_down (&self->base, data);
}

static void
test_four_years (Example *self, gconstpointer data)
{
  g_autoptr (GPtrArray) plans = akk_plans (self->base.store, self->agreement->record.id);

  g_assert_cmpuint (plans->len, ==, 4);
  for (guint i = 0; i < plans->len; i++) {
    AkkPlan *plan = plans->pdata[i];

    g_assert_cmpint (plan->first_year, ==, 2022 + i);
    g_assert_cmpint (plan->state, ==, i < 3 ? AKK_PLAN_CLOSED : AKK_PLAN_ADOPTED);
    g_assert_cmpint (plan->meeting_id, !=, 0);
    g_assert_cmpint (plan->successor_id, ==,
                     i < 3 ? ((AkkPlan *) plans->pdata[i + 1])->record.id : 0);
  }
}

/* A closed year leaves nothing open: it is done, stopped, or goes on in the year after. */
static void
test_actions (Example *self, gconstpointer data)
{
  guint n_planned = 0, n_carried = 0, n_stopped = 0, n_own = 0, n_silent = 0;
  gint64 today = akk_store_today (self->base.store);

  for (guint i = 0; i < akk_action_rows_length (self->rows); i++) {
    const AkkActionRow *row = akk_action_rows_row (self->rows, i);

    if (row->plan_id == 0)
      continue;
    n_planned++;
    n_stopped += row->status == AKK_ACTION_STOPPED;
    n_own += row->kind == AKK_ACTION_MUNICIPALITY && row->municipality_id != 0;
    n_silent += akk_action_row_silent (row, today) > 0;
    g_assert_cmpuint (row->priority, >, 0);
    if (row->first_year < 2025)
      g_assert_false (akk_action_row_open (row));
    if (row->successor_id != 0) {
      const AkkActionRow *next = akk_action_rows_find (self->rows, row->successor_id);

      n_carried++;
      g_assert_cmpint (next->first_year, ==, row->first_year + 1);
      g_assert_cmpint (next->priority, ==, row->priority);
    }
  }
  g_assert_cmpuint (n_planned, ==, 52);
  g_assert_cmpuint (n_carried, >=, 10);
  g_assert_cmpuint (n_stopped, >=, 3);
  g_assert_cmpuint (n_own, >=, 5);
  g_assert_cmpuint (n_silent, >=, 2);
}

static void
test_matrix_of_2025 (Example *self, gconstpointer data)
{
  AkkActionFilter filter = { .year = 2025 };
  g_autoptr (GArray) shown = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, 0);
  g_autoptr (AkkActionMatrix) matrix = akk_action_matrix_new (self->rows, shown);

  g_assert_cmpuint (akk_action_matrix_missing (matrix), ==, 3);
  g_assert_cmpuint (matrix->outside, ==, 1); /* the plan on the websites is for everybody */
}

/* Every fulfilment names a commitment of the text, and some commitments have no action. */
static void
test_commitments (Example *self, gconstpointer data)
{
  g_autoptr (GListModel) sections = akk_store_list (self->base.store, &akk_section_record,
                                                    "agreement_id", self->agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, "nl-BE");
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  g_autoptr (GPtrArray) commitments = akk_commitments_new (outline, text, NULL);
  g_autoptr (GListModel) fulfilments =
      akk_store_list (self->base.store, &akk_fulfilment_record, NULL, 0);
  guint n_without = 0;

  for (guint k = 0; k < g_list_model_get_n_items (fulfilments); k++) {
    g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (fulfilments, k);
    guint n = 0;

    for (guint i = 0; i < commitments->len; i++)
      n += ((AkkCommitment *) commitments->pdata[i])->id == fulfilment->commitment;
    g_assert_cmpuint (n, ==, 1);
  }
  for (guint i = 0; i < commitments->len; i++) {
    gboolean carried = FALSE;

    for (guint k = 0; k < g_list_model_get_n_items (fulfilments); k++) {
      g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (fulfilments, k);

      carried |= fulfilment->commitment == ((AkkCommitment *) commitments->pdata[i])->id;
    }
    n_without += !carried;
  }
  g_assert_cmpuint (commitments->len, >=, 12);
  g_assert_cmpuint (n_without, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC)                                                                            \
  g_test_add ("/example-plans/" NAME, Example, NULL, example_set_up, FUNC, example_tear_down)
  ADD ("four-years-follow-each-other", test_four_years);
  ADD ("closed-years-leave-nothing-open", test_actions);
  ADD ("three-cells-wait-for-an-action", test_matrix_of_2025);
  ADD ("three-commitments-have-no-action", test_commitments);
#undef ADD
  return g_test_run ();
}
