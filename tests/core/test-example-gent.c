/* Tests of the example Gent: a city, the decision around its agreement, and what went before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/action.h"
#include "core/bearing.h"
#include "core/body.h"
#include "core/council-decision.h"
#include "core/dates.h"
#include "core/figures.h"
#include "core/frequency.h"
#include "core/indicator.h"
#include "core/plan.h"
#include "core/priority.h"
#include "core/successor.h"
#include "example-fixture.h"

#define N_AGREEMENTS 3
#define CURRENT (N_AGREEMENTS - 1)

static void
test_structure (Example *self, gconstpointer name)
{
  example_assert_numbers (self, CURRENT,
                          "1 2 3 - - - - 4 - - - A. B. 5 5.1 5.2 5.3 A. B. 6 7 8 - - - 9 10 - "
                          "Bijlage 1. - - - Bijlage 2.");
  example_assert_commitments (self, CURRENT, "5.1 8, 5.2 11, A. 4, B. 9");
}

/* Where the council decided in May, the aldermen sign by a delegation of the year before. */
static void
test_people (Example *self, gconstpointer name)
{
  g_autofree char *people = example_people (self, CURRENT);
  g_autofree char *summary = example_field (self, CURRENT, "parties.summary");
  g_autoptr (GListModel) representatives =
      akk_store_list (self->base.store, &akk_representative_record, NULL, 0);

  g_assert_cmpstr (people, ==, "2 parties, 5 represent, 5 sign, 2 by delegation");
  g_assert_cmpstr (summary, ==, "Stad/OCMW Gent en VDAB");
  for (guint i = 0; i < g_list_model_get_n_items (representatives); i++) {
    g_autoptr (AkkRepresentative) each = g_list_model_get_item (representatives, i);
    if (!each->delegated)
      continue;
    g_assert_cmpint (each->delegated_on, ==, akk_date_from_ymd (2019, 11, 26));
    g_assert_cmpstr (each->delegation_organ, ==, "gemeenteraad");
  }
}

static void
test_predecessors (Example *self, gconstpointer name)
{
  static const char *const terms[N_AGREEMENTS] = {
    "van 1 september 2008 tot en met 31 december 2012",
    "van 1 januari 2014 tot en met 31 december 2018",
    "van de datum van de laatste handtekening tot en met 31 december 2025",
  };
  g_autoptr (AkkAgreement) current = akk_agreement_current (self->base.store);

  g_assert_cmpuint (self->agreements->len, ==, N_AGREEMENTS);
  g_assert_true (current == self->agreements->pdata[CURRENT]);
  for (guint i = 0; i < N_AGREEMENTS; i++) {
    AkkAgreement *agreement = self->agreements->pdata[i];
    AkkAgreement *before = i > 0 ? self->agreements->pdata[i - 1] : NULL;
    g_autofree char *term = example_field (self, i, "agreement.term");

    g_assert_cmpstr (term, ==, terms[i]);
    g_assert_cmpint (agreement->predecessor_id, ==, before != NULL ? before->record.id : 0);
    g_assert_true ((agreement->stage == AKK_STAGE_ENDED) == (i < CURRENT));
  }
}

/* What follows comes after it, although it names no day on which it starts. */
static void
test_successor (Example *self, gconstpointer name)
{
  AkkAgreement *agreement = self->agreements->pdata[CURRENT];
  g_autoptr (AkkSuccessor) successor =
      akk_successor_new (self->base.store, agreement, AKK_SUCCESSOR_FOLLOWS);
  g_autoptr (AkkAgreement) made = NULL, last = NULL, current = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (successor->short_title, ==, "Samenwerkingsovereenkomst Gent 2026–2031");
  akk_store_begin (self->base.store, "Follow");
  made = akk_successor_write (successor);
  g_assert_true (akk_store_commit (self->base.store, &error));
  g_assert_no_error (error);
  last = akk_agreement_nth (self->base.store, N_AGREEMENTS + 1);
  current = akk_agreement_current (self->base.store);
  g_assert_true (last == made);
  g_assert_true (current == agreement);
  g_assert_cmpint (made->predecessor_id, ==, agreement->record.id);
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines);
}

static void
test_decision (Example *self, gconstpointer name)
{
  AkkAgreement *agreement = self->agreements->pdata[CURRENT];
  g_autoptr (GPtrArray) parties = akk_parties_new (self->base.store, agreement->record.id);
  const AkkCouncilDecision *decision = ((AkkPartyEntry *) parties->pdata[0])->decision;

  g_assert_nonnull (decision);
  g_assert_cmpint (decision->result, ==, AKK_COUNCIL_APPROVED);
  g_assert_cmpint (decision->decided_on, ==, akk_date_from_ymd (2020, 5, 25));
  g_assert_cmpstr (decision->reference, ==, "2020_GRMW_00300");
  g_assert_true (decision->printed);
  g_assert_cmpuint (count_lines (decision->present), ==, 34);
  g_assert_cmpuint (count_lines (decision->involved), ==, 2);
  g_assert_cmpuint (count_lines (decision->attached), ==, 3);
  g_assert_nonnull (strstr (decision->legal_basis, "artikel 78, 6°"));
  g_assert_nonnull (strstr (decision->articles, "Artikel 1."));
  g_assert_cmpstr (decision->vote, !=, "");
  g_assert_cmpstr (agreement->code_address, !=, "");
}

/* Case 4: signed on day D, the first plans are due on D + 6 months. */
static void
test_first_plans (Example *self, gconstpointer name)
{
  AkkAgreement *agreement = self->agreements->pdata[CURRENT];
  g_autoptr (GPtrArray) obligations = NULL;
  g_autoptr (GError) error = NULL;
  const AkkObligation *first;

  akk_store_begin (self->base.store, "Sign");
  akk_store_set_int (self->base.store, agreement, "starts_on", akk_date_from_ymd (2020, 6, 18));
  akk_store_set_int (self->base.store, agreement, "stage", AKK_STAGE_RUNNING);
  g_assert_true (akk_store_commit (self->base.store, &error));
  g_assert_no_error (error);
  obligations =
      akk_obligations_new (self->base.store, agreement, akk_store_today (self->base.store));
  first = example_obligation (obligations, AKK_OBLIGATION_FIRST_PLAN, 0);
  g_assert_cmpint (first->due, ==, akk_date_from_ymd (2020, 12, 18));
  g_assert_cmpint (first->status, ==, AKK_OBLIGATION_PLANNED);
  g_assert_cmpstr (first->source, !=, "");
}

/* Case 4 too: 5.1 to 5.3 each have who leads them, a plan and indicators. */
static void
test_priorities (Example *self, gconstpointer name)
{
  g_autoptr (GListModel) priorities =
      akk_store_list (self->base.store, &akk_priority_record, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (priorities), ==, 3);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (AkkPriority) priority = g_list_model_get_item (priorities, i);
    g_autoptr (GListModel) plans =
        akk_store_list (self->base.store, &akk_plan_record, "priority_id", priority->record.id);
    g_autoptr (GListModel) actions =
        akk_store_list (self->base.store, &akk_action_record, "priority_id", priority->record.id);
    g_autoptr (GListModel) bearings =
        akk_store_list (self->base.store, &akk_bearing_record, "priority_id", priority->record.id);
    g_autoptr (AkkPlan) plan = g_list_model_get_item (plans, 0);

    g_assert_cmpint (priority->lead_id, !=, 0);
    g_assert_cmpint (priority->lead_office_id, !=, 0);
    g_assert_cmpuint (g_list_model_get_n_items (plans), ==, 1);
    g_assert_cmpint (plan->first_year, ==, 2020);
    g_assert_cmpint (plan->last_year, ==, 2021);
    g_assert_cmpuint (g_list_model_get_n_items (actions), ==, 5);
    g_assert_cmpuint (g_list_model_get_n_items (bearings), >, 0);
  }
  g_assert_cmpuint (example_count (self, &akk_indicator_record), ==, 4);
}

/* The zero measurement of 2019 is where it starts from: it is behind nothing. */
static void
test_baseline (Example *self, gconstpointer name)
{
  AkkAgreement *agreement = self->agreements->pdata[CURRENT];
  g_autoptr (AkkFigures) figures = akk_figures_new (self->base.store, agreement->record.id);
  g_autoptr (GListModel) indicators =
      akk_store_list (self->base.store, &akk_indicator_record, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++) {
    g_autoptr (AkkIndicator) indicator = g_list_model_get_item (indicators, i);
    gint64 target;
    int year;

    g_assert_true (akk_figures_target (figures, indicator, 2019, 0, &target, NULL, &year));
    g_assert_cmpint (year, ==, 2025);
    g_assert_cmpint (akk_figures_standing (figures, indicator, 2019, 0), ==, AKK_STANDING_NONE);
  }
}

/* The text names no rhythm for the steering group, but a yearly evaluation: so once a year. */
static void
test_bodies (Example *self, gconstpointer name)
{
  static const struct {
    AkkBodyKind kind;
    gint64 times_a_year; /* 0: no number */
    gboolean derived;
  } expected[] = { { AKK_BODY_POLICY, 1, FALSE },
                   { AKK_BODY_STEERING, 1, TRUE },
                   { AKK_BODY_DATA, 0, FALSE } };
  g_autoptr (GListModel) bodies = akk_store_list (self->base.store, &akk_body_record, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (bodies), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    g_autoptr (GArray) rules = akk_frequencies (body);
    const AkkFrequency *strictest = akk_frequency_strictest (rules);

    g_assert_cmpint (body->kind, ==, expected[i].kind);
    g_assert_true ((strictest != NULL) == (expected[i].times_a_year > 0));
    if (strictest == NULL)
      continue;
    g_assert_cmpint (strictest->times * 12, ==,
                     expected[i].times_a_year * strictest->period_months);
    g_assert_true (strictest->derived == expected[i].derived);
    g_assert_cmpint (strictest->section_id, !=, 0);
  }
}

static void
test_findings (Example *self, gconstpointer name)
{
  example_assert_nothing_blocks (self);
  example_assert_accepted (self, CURRENT, "no-notice no-dispute no-frequency");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EXAMPLE_TEST ("/example-gent/chapters-and-commitments", "gent", test_structure);
  EXAMPLE_TEST ("/example-gent/two-of-five-sign-by-delegation", "gent", test_people);
  EXAMPLE_TEST ("/example-gent/two-agreements-went-before", "gent", test_predecessors);
  EXAMPLE_TEST ("/example-gent/successor-comes-after-it", "gent", test_successor);
  EXAMPLE_TEST ("/example-gent/council-decided", "gent", test_decision);
  EXAMPLE_TEST ("/example-gent/first-plans-six-months-after-signing", "gent", test_first_plans);
  EXAMPLE_TEST ("/example-gent/each-priority-has-lead-plan-indicators", "gent", test_priorities);
  EXAMPLE_TEST ("/example-gent/zero-measurement-is-behind-nothing", "gent", test_baseline);
  EXAMPLE_TEST ("/example-gent/rhythm-of-steering-group-is-derived", "gent", test_bodies);
  EXAMPLE_TEST ("/example-gent/nothing-blocks-and-what-lacks-is-meant", "gent", test_findings);
  EXAMPLE_TEST ("/example-gent/texts-are-as-the-editor-writes-them", "gent",
                example_assert_rich_text);
  return g_test_run ();
}
