/* Tests of the brief rows of actions, their filter, order and matrix.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-filter.h"
#include "core/agreement.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/pact.h"
#include "core/plan.h"
#include "core/priority.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  gint64 agreement, parties[2], priorities[2], plan;
  gint64 actions[4];
  AkkActionRows *rows;
  guint n_changed;
} Plan;

static gint64
add (Plan *self, const AkkRecordType *type, const char *field, const char *text, ...)
{
  g_autoptr (AkkRecord) record = akk_record_new (type);
  va_list fields;
  const char *name;

  if (field != NULL)
    akk_record_set_text (record, akk_record_type_field (type, field), text);
  va_start (fields, text);
  while ((name = va_arg (fields, const char *)) != NULL)
    akk_record_set_int (record, akk_record_type_field (type, name), va_arg (fields, gint64));
  va_end (fields);
  akk_store_add (self->base.store, record);
  return record->id;
}

static void
set_text (Plan *self, gint64 id, const char *field, const char *text)
{
  g_autoptr (AkkAction) action = akk_store_get (self->base.store, &akk_action_record, id);

  fixture_set (&self->base, action, field, text);
}

static void
set_int (Plan *self, gint64 id, const char *field, gint64 value)
{
  g_autoptr (AkkAction) action = akk_store_get (self->base.store, &akk_action_record, id);

  akk_store_begin (self->base.store, "Change");
  akk_store_set_int (self->base.store, action, field, value);
  g_assert_true (akk_store_commit (self->base.store, NULL));
}

static void
changed_cb (Plan *self)
{
  self->n_changed++;
}

/* Four actions: two of the first priority and the plan, one of the second, one of neither. */
static void
plan_set_up (Plan *self, gconstpointer data)
{
  static const struct {
    const char *title, *position;
    int priority;
    gboolean planned;
  } actions[] = {
    { "Beurs", "V00002", 0, TRUE },
    { "Atelier", "V00001", 0, TRUE },
    { "Café", "V00003", 1, TRUE },
    { "Draaiboek", "V00000", -1, FALSE },
  };

  fixture_set_up (&self->base, data);
  akk_store_begin (self->base.store, "Fill");
  self->agreement = add (self, &akk_agreement_record, "title", "Overeenkomst", NULL);
  for (guint i = 0; i < 2; i++) {
    gint64 organisation =
        add (self, &akk_organisation_record, "name", i == 0 ? "VDAB" : "Zele", NULL);
    self->parties[i] = add (self, &akk_party_record, "position", i == 0 ? "V0" : "V1",
                            "agreement_id", self->agreement, "organisation_id", organisation, NULL);
    self->priorities[i] = add (self, &akk_priority_record, "title", i == 0 ? "Bereiken" : "Leren",
                               "agreement_id", self->agreement, NULL);
  }
  self->plan = add (self, &akk_plan_record, NULL, NULL, "agreement_id", self->agreement,
                    "first_year", (gint64) 2024, "last_year", (gint64) 2025, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    self->actions[i] =
        add (self, &akk_action_record, "title", actions[i].title, "agreement_id", self->agreement,
             "plan_id", actions[i].planned ? self->plan : 0, "priority_id",
             actions[i].priority >= 0 ? self->priorities[actions[i].priority] : 0, NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    set_text (self, self->actions[i], "position", actions[i].position);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkPriority) priority =
        akk_store_get (self->base.store, &akk_priority_record, self->priorities[i]);

    fixture_set (&self->base, priority, "position", i == 0 ? "V0" : "V1");
  }
  self->rows = akk_action_rows_new (self->base.store, self->agreement);
  g_signal_connect_swapped (self->rows, "changed", G_CALLBACK (changed_cb), self);
}

static void
plan_tear_down (Plan *self, gconstpointer data)
{
  g_clear_object (&self->rows);
  fixture_tear_down (&self->base, data);
}

/* Their titles' first letters, in the order of the filter. */
static char *
letters (Plan *self, const AkkActionFilter *filter, AkkActionSort sort, gboolean descending)
{
  g_autoptr (GArray) found =
      akk_action_filter_apply (filter, self->rows, sort, descending, akk_date_parse ("2025-06-01"));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    const AkkActionRow *row = akk_action_rows_row (self->rows, g_array_index (found, guint, i));
    g_autoptr (AkkAction) action = akk_store_get (self->base.store, &akk_action_record, row->id);

    g_string_append_c (text, action->title[0]);
  }
  return g_string_free_and_steal (text);
}

#define ASSERT_LETTERS(EXPECTED, SORT, DESCENDING, ...)                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    AkkActionFilter filter_ = { __VA_ARGS__ };                                                     \
    g_autofree char *found_ = letters (self, &filter_, SORT, DESCENDING);                          \
    g_assert_cmpstr (found_, ==, EXPECTED);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_order (Plan *self, gconstpointer data)
{
  ASSERT_LETTERS ("ABCD", AKK_SORT_PLAN, FALSE, 0);
  ASSERT_LETTERS ("BACD", AKK_SORT_TITLE, TRUE, 0);
  set_int (self, self->actions[0], "deadline", akk_date_parse ("2025-12-31"));
  ASSERT_LETTERS ("BACD", AKK_SORT_DEADLINE, FALSE, 0);
  set_int (self, self->actions[1], "follow_up", akk_date_parse ("2025-11-30"));
  ASSERT_LETTERS ("ABCD", AKK_SORT_DEADLINE, FALSE, 0);
  set_int (self, self->actions[1], "lead_id", self->parties[1]);
  set_int (self, self->actions[0], "lead_id", self->parties[0]);
  ASSERT_LETTERS ("BACD", AKK_SORT_LEAD, FALSE, 0);
  set_int (self, self->actions[1], "deadline", akk_date_parse ("2025-05-31"));
  set_int (self, self->actions[1], "status", AKK_ACTION_BUSY);
  ASSERT_LETTERS ("ABCD", AKK_SORT_STATUS, FALSE, 0); /* late comes first */
  set_int (self, self->actions[1], "status", AKK_ACTION_DONE);
  ASSERT_LETTERS ("BACD", AKK_SORT_STATUS, FALSE, 0);
}

/* What an edit changes of an order that was asked for before. */
static void
test_order_follows_edits (Plan *self, gconstpointer data)
{
  gint64 new_action;

  ASSERT_LETTERS ("ABCD", AKK_SORT_TITLE, FALSE, 0);
  ASSERT_LETTERS ("ABCD", AKK_SORT_NUMBER, FALSE, 0);
  set_text (self, self->actions[1], "title", "Zaal");
  ASSERT_LETTERS ("BZCD", AKK_SORT_TITLE, FALSE, 0);
  ASSERT_LETTERS ("ZBCD", AKK_SORT_PLAN, FALSE, 0);
  set_text (self, self->actions[1], "number", "A10");
  set_text (self, self->actions[0], "number", "A9");
  ASSERT_LETTERS ("BZCD", AKK_SORT_NUMBER, FALSE, 0);
  set_text (self, self->actions[1], "position", "V00004");
  ASSERT_LETTERS ("BZCD", AKK_SORT_PLAN, FALSE, 0);
  akk_store_begin (self->base.store, "Add");
  new_action = add (self, &akk_action_record, "title", "Markt", "agreement_id", self->agreement,
                    "priority_id", self->priorities[0], NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  set_text (self, new_action, "position", "V00003");
  ASSERT_LETTERS ("BMZCD", AKK_SORT_PLAN, FALSE, 0);
  ASSERT_LETTERS ("BMZCD", AKK_SORT_TITLE, FALSE, 0);
  set_int (self, self->actions[0], "priority_id", self->priorities[1]);
  ASSERT_LETTERS ("MZBCD", AKK_SORT_PLAN, FALSE, 0);
  for (guint i = 0; i < akk_action_rows_length (self->rows); i++) {
    const AkkActionRow *row = akk_action_rows_row (self->rows, i);

    g_assert_true (akk_action_rows_find (self->rows, row->id) == row);
  }
}

static void
test_filter (Plan *self, gconstpointer data)
{
  ASSERT_LETTERS ("ABC", AKK_SORT_PLAN, FALSE, .year = 2024);
  ASSERT_LETTERS ("ABC", AKK_SORT_PLAN, FALSE, .year = 2025);
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .year = 2026);
  ASSERT_LETTERS ("D", AKK_SORT_PLAN, FALSE, .year = AKK_YEAR_NONE);
  ASSERT_LETTERS ("C", AKK_SORT_PLAN, FALSE, .priority_id = self->priorities[1]);
}

static void
test_dates (Plan *self, gconstpointer data)
{
  set_int (self, self->actions[0], "deadline", akk_date_parse ("2025-05-31"));
  set_int (self, self->actions[1], "deadline", akk_date_parse ("2025-06-01"));
  ASSERT_LETTERS ("B", AKK_SORT_PLAN, FALSE, .late = TRUE);
  set_int (self, self->actions[0], "successor_id", self->actions[2]);
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .late = TRUE);
  ASSERT_LETTERS ("ACD", AKK_SORT_PLAN, FALSE, .open = TRUE);
  set_int (self, self->actions[2], "reported_on", akk_date_parse ("2025-02-02"));
  set_int (self, self->actions[3], "starts_on", akk_date_parse ("2025-02-01"));
  ASSERT_LETTERS ("D", AKK_SORT_PLAN, FALSE, .silent = TRUE);
  set_int (self, self->actions[3], "status", AKK_ACTION_STOPPED);
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .silent = TRUE);
  ASSERT_LETTERS ("D", AKK_SORT_PLAN, FALSE, .statuses = 1u << AKK_ACTION_STOPPED);
}

/* As it is told of everywhere else: what was carried over is no longer busy or to start. */
static void
test_carried_over (Plan *self, gconstpointer data)
{
  set_int (self, self->actions[0], "status", AKK_ACTION_BUSY);
  set_int (self, self->actions[1], "status", AKK_ACTION_BUSY);
  set_int (self, self->actions[1], "successor_id", self->actions[2]);
  ASSERT_LETTERS ("B", AKK_SORT_PLAN, FALSE, .statuses = 1u << AKK_ACTION_BUSY);
  ASSERT_LETTERS ("A", AKK_SORT_PLAN, FALSE, .statuses = 1u << AKK_ACTION_CARRIED_OVER);
  set_int (self, self->actions[1], "status", AKK_ACTION_DONE);
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .statuses = 1u << AKK_ACTION_CARRIED_OVER);
}

/* Leads, owns or contributes; a contribution that is gone no longer counts. */
static void
test_partners (Plan *self, gconstpointer data)
{
  g_autoptr (AkkContribution) contribution = akk_record_new (&akk_contribution_record);

  set_int (self, self->actions[0], "lead_id", self->parties[1]);
  set_int (self, self->actions[2], "municipality_id", self->parties[1]);
  contribution->action_id = self->actions[3];
  contribution->party_id = self->parties[1];
  akk_store_begin (self->base.store, "Add");
  akk_store_add (self->base.store, contribution);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  ASSERT_LETTERS ("BCD", AKK_SORT_PLAN, FALSE, .party_id = self->parties[1]);
  ASSERT_LETTERS ("B", AKK_SORT_PLAN, FALSE, .lead_id = self->parties[1]);
  ASSERT_LETTERS ("C", AKK_SORT_PLAN, FALSE, .municipality_id = self->parties[1]);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  ASSERT_LETTERS ("BC", AKK_SORT_PLAN, FALSE, .party_id = self->parties[1]);
}

static void
test_rows_follow_the_store (Plan *self, gconstpointer data)
{
  g_autoptr (AkkAction) action =
      akk_store_get (self->base.store, &akk_action_record, self->actions[0]);
  g_autoptr (AkkPriority) priority =
      akk_store_get (self->base.store, &akk_priority_record, self->priorities[0]);

  akk_store_begin (self->base.store, "Delete");
  akk_store_delete (self->base.store, action);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (akk_action_rows_length (self->rows), ==, 3);
  g_assert_null (akk_action_rows_find (self->rows, self->actions[0]));
  for (guint i = 1; i < G_N_ELEMENTS (self->actions); i++)
    g_assert_cmpint (akk_action_rows_find (self->rows, self->actions[i])->id, ==, self->actions[i]);
  g_assert_true (akk_store_undo (self->base.store, NULL));
  ASSERT_LETTERS ("ABCD", AKK_SORT_PLAN, FALSE, 0);
  akk_store_begin (self->base.store, "Move");
  akk_store_set_text (self->base.store, priority, "position", "Z");
  g_assert_true (akk_store_commit (self->base.store, NULL));
  ASSERT_LETTERS ("CABD", AKK_SORT_PLAN, FALSE, 0);
}

static void
test_matrix (Plan *self, gconstpointer data)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autofree char *both = g_strdup_printf ("%s; Nieuwkomers", akk_pact_target_group (phrases, 1));
  g_autoptr (GArray) all = NULL;
  g_autoptr (AkkActionMatrix) matrix = NULL;
  AkkActionFilter everything = { 0 };

  set_text (self, self->actions[0], "domains", akk_pact_domain (phrases, 6));
  set_text (self, self->actions[0], "target_groups", both);
  set_text (self, self->actions[1], "domains", akk_pact_domain (phrases, 8));
  all = akk_action_filter_apply (&everything, self->rows, AKK_SORT_PLAN, FALSE, 0);
  matrix = akk_action_matrix_new (self->rows, all);
  g_assert_cmpuint (matrix->n_domains, ==, AKK_PACT_N_DOMAINS);
  g_assert_cmpuint (matrix->n_target_groups, ==, AKK_PACT_N_TARGET_GROUPS + 1);
  for (guint domain = 0; domain < matrix->n_domains; domain++)
    for (guint group = 0; group < matrix->n_target_groups; group++)
      g_assert_cmpuint (akk_action_matrix_cell (matrix, domain, group)->len, ==,
                        domain == 6 && (group == 1 || group == 4));
  g_assert_cmpuint (matrix->outside, ==, 3); /* one names a domain, but no target group */
  g_assert_cmpuint (akk_action_matrix_missing (matrix), ==, AKK_PACT_N_EXPECTED - 1);
}

static void
test_facets (Plan *self, gconstpointer data)
{
  AkkActionFilter filter = { .year = 2025,
                             .lead_id = self->parties[1],
                             .statuses = 1u << AKK_ACTION_BUSY | 1u << AKK_ACTION_STOPPED,
                             .late = TRUE };
  g_autoptr (GPtrArray) facets = NULL;
  static const char *const values[] = { "Zele", "busy", "stopped", "" };

  filter.tags[AKK_TAG_POLICY] = g_strdup ("Wonen");
  facets = akk_action_filter_facets (&filter, self->base.store);
  g_assert_cmpuint (facets->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpstr (((AkkFacet *) facets->pdata[i])->value, ==, values[i]);
  for (guint i = 0; i < facets->len; i++) {
    g_assert_false (akk_action_filter_is_empty (&filter));
    akk_action_filter_remove (&filter, facets->pdata[i]);
  }
  g_assert_true (akk_action_filter_is_empty (&filter));
  g_assert_cmpint (filter.year, ==, 2025);
}

static void
test_words (Plan *self, gconstpointer data)
{
  set_text (self, self->actions[2], "progress", "Twaalf deelnemers in de bibliotheek");
  ASSERT_LETTERS ("C", AKK_SORT_PLAN, FALSE, .text = "biblio");
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .text = "zwembad");
  ASSERT_LETTERS ("ABCD", AKK_SORT_PLAN, FALSE, .text = " ");
}

/* All words, the last one as a beginning, as a search in the whole dossier does. */
static void
test_words_have_no_case_or_accents (Plan *self, gconstpointer data)
{
  static const struct {
    const char *query, *found;
  } cases[] = {
    { "cafe", "C" },        { "CAFÉ", "C" },          { "cafe\314\201", "C" },
    { "geintegr", "AC" },   { "geïntegreerd", "AC" }, { "geïntegreerde werkg", "A" },
    { "werk geïnt", "A" },  { "geïnt werkg", "" },    { "co-operatie", "C" },
    { "operatie co", "C" }, { "perat", "" },          { "…!", "ABCD" },
    { "2024 werk", "A" },
  };

  set_text (self, self->actions[1], "description",
            "De geïntegreerde werking van de werkgroep aan het werk.");
  set_text (self, self->actions[1], "means", "begroting 2024");
  set_text (self, self->actions[2], "reason", "Co-operatie, gei\314\210ntegreerde dienst.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("“%s”", cases[i].query);
    ASSERT_LETTERS (cases[i].found, AKK_SORT_PLAN, FALSE, .text = (char *) cases[i].query);
  }
}

static void
test_words_follow_the_store (Plan *self, gconstpointer data)
{
  akk_action_rows_follow_words (self->rows);
  ASSERT_LETTERS ("B", AKK_SORT_PLAN, FALSE, .text = "beurs");
  set_text (self, self->actions[0], "title", "Jobdag");
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .text = "beurs");
  ASSERT_LETTERS ("J", AKK_SORT_PLAN, FALSE, .text = "jobdag");
  akk_store_begin (self->base.store, "Change both");
  {
    g_autoptr (AkkPriority) priority =
        akk_store_get (self->base.store, &akk_priority_record, self->priorities[0]);
    g_autoptr (AkkAction) action =
        akk_store_get (self->base.store, &akk_action_record, self->actions[0]);

    akk_store_set_text (self->base.store, priority, "title", "Anders");
    akk_store_set_text (self->base.store, action, "title", "Zomerschool");
  }
  g_assert_true (akk_store_commit (self->base.store, NULL));
  ASSERT_LETTERS ("", AKK_SORT_PLAN, FALSE, .text = "jobdag");
  ASSERT_LETTERS ("Z", AKK_SORT_PLAN, FALSE, .text = "zomer");
  ASSERT_LETTERS ("A", AKK_SORT_PLAN, FALSE, .text = "atelier");
  g_assert_true (akk_store_undo (self->base.store, NULL));
  ASSERT_LETTERS ("J", AKK_SORT_PLAN, FALSE, .text = "jobdag");
}

static void
searchable_cb (guint *n_times)
{
  (*n_times)++;
}

/* After an import, as of so many that they are read little by little. */
static void
test_words_of_an_import_come_in_the_background (Plan *self, gconstpointer data)
{
  AkkActionFilter filter = { .text = (char *) "nieuw" };
  g_autoptr (GArray) at_once = NULL;
  g_autoptr (GArray) later = NULL;
  guint n_searchable = 0;

  akk_action_rows_follow_words (self->rows);
  akk_action_rows_want_words (self->rows);
  g_signal_connect_swapped (self->rows, "searchable", G_CALLBACK (searchable_cb), &n_searchable);
  akk_store_begin (self->base.store, "Import");
  for (guint i = 0; i < 1200; i++)
    add (self, &akk_action_record, "title", "Nieuw", "agreement_id", self->agreement, NULL);
  g_assert_true (akk_store_commit (self->base.store, NULL));
  at_once = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, 0);
  g_assert_cmpuint (at_once->len, <, 1200);
  ASSERT_LETTERS ("C", AKK_SORT_PLAN, FALSE, .text = "café");
  while (n_searchable == 0)
    g_main_context_iteration (NULL, TRUE);
  later = akk_action_filter_apply (&filter, self->rows, AKK_SORT_PLAN, FALSE, 0);
  g_assert_cmpuint (later->len, ==, 1200);
  ASSERT_LETTERS ("C", AKK_SORT_PLAN, FALSE, .text = "café");
}

static void
test_a_change_tells_what_it_touched (Plan *self, gconstpointer data)
{
  set_int (self, self->actions[1], "status", AKK_ACTION_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (self->actions); i++)
    g_assert_cmpint (akk_action_rows_touched (self->rows, self->actions[i]), ==, i == 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC)                                                                            \
  g_test_add ("/action-rows/" NAME, Plan, NULL, plan_set_up, FUNC, plan_tear_down)
  ADD ("order-within-priorities", test_order);
  ADD ("order-follows-edits", test_order_follows_edits);
  ADD ("filter-by-plan-and-priority", test_filter);
  ADD ("late-silent-and-open", test_dates);
  ADD ("what-was-carried-over-is-not-busy", test_carried_over);
  ADD ("partners-lead-own-or-contribute", test_partners);
  ADD ("rows-follow-the-store", test_rows_follow_the_store);
  ADD ("matrix-counts-each-cell", test_matrix);
  ADD ("facets-say-and-undo-the-filter", test_facets);
  ADD ("words-are-found", test_words);
  ADD ("words-have-no-case-or-accents", test_words_have_no_case_or_accents);
  ADD ("words-follow-the-store", test_words_follow_the_store);
  ADD ("words-of-an-import-come-in-the-background", test_words_of_an_import_come_in_the_background);
  ADD ("a-change-tells-what-it-touched", test_a_change_tells_what_it_touched);
#undef ADD
  return g_test_run ();
}
