/* Tests of successors and copies of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/successor.h"

#include <string.h>

#include "core/action-edit.h"
#include "core/agreement-text.h"
#include "core/bearing.h"
#include "core/body.h"
#include "core/commitments.h"
#include "core/dates.h"
#include "core/export.h"
#include "core/findings.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "core/parties.h"
#include "core/seat.h"
#include "core/target.h"
#include "core/text-edit.h"
#include "plan-example.h"

#define TODAY "2025-11-17"

static AkkAgreement *
follow (PlanExample *self, gboolean with_actions)
{
  g_autoptr (AkkSuccessor) successor =
      akk_successor_new (self->base.store, self->agreement, AKK_SUCCESSOR_FOLLOWS);
  AkkAgreement *agreement;

  if (!with_actions)
    g_hash_table_remove_all (successor->chosen);
  akk_store_begin (self->base.store, "Make successor");
  agreement = akk_successor_write (successor);
  fixture_commit (&self->base);
  return agreement;
}

static GListModel *
of (PlanExample *self, const AkkRecordType *type, AkkAgreement *agreement)
{
  return akk_store_list (self->base.store, type, "agreement_id", agreement->record.id);
}

static void
test_term (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) next = follow (self, FALSE);

  g_assert_cmpint (next->starts_on, ==, akk_date_parse ("2026-01-01"));
  g_assert_cmpint (next->ends_on, ==, akk_date_parse ("2031-12-31"));
  g_assert_cmpstr (next->short_title, ==, "Samenwerkingsovereenkomst Scheldeland 2026–2031");
  g_assert_cmpint (next->stage, ==, AKK_STAGE_CONCEPT);
  g_assert_cmpint (next->predecessor_id, ==, self->agreement->record.id);
}

/* Every section leads to the one that it was, and asks whether it holds where it says something. */
static void
test_lineage (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) next = follow (self, FALSE);
  g_autoptr (GListModel) old = of (self, &akk_section_record, self->agreement);
  g_autoptr (GListModel) new = of (self, &akk_section_record, next);
  g_autoptr (GPtrArray) old_outline = akk_outline_new (old, "nl-BE");
  g_autoptr (GPtrArray) new_outline = akk_outline_new (new, "nl-BE");
  guint n_open = 0;

  g_assert_cmpuint (new_outline->len, ==, old_outline->len);
  for (guint i = 0; i < new_outline->len; i++) {
    const AkkOutlineEntry *is = new_outline->pdata[i], *was = old_outline->pdata[i];

    g_assert_cmpint (is->section->origin_id, ==, was->section->record.id);
    g_assert_cmpstr (is->section->heading, ==, was->section->heading);
    g_assert_cmpstr (is->number, ==, was->number);
    g_assert_cmpint (is->section->review, ==,
                     *was->section->body != '\0' ? AKK_REVIEW_OPEN : AKK_REVIEW_NONE);
    n_open += is->section->review == AKK_REVIEW_OPEN;
  }
  g_assert_cmpuint (akk_review_count_open (self->base.store, next), ==, n_open);
  g_assert_cmpuint (n_open, >, 5);
}

/* The parties of 2021 with who holds their offices today; the chairs of the councils are others
 * since 2025. */
static void
test_office_holders (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) next = follow (self, FALSE);
  g_autoptr (GPtrArray) old = akk_parties_new (self->base.store, self->agreement->record.id);
  g_autoptr (GPtrArray) new = akk_parties_new (self->base.store, next->record.id);
  gint64 today = akk_date_parse (TODAY);
  guint n_new = 0;

  g_assert_cmpuint (new->len, ==, 10);
  for (guint i = 0; i < new->len; i++) {
    const AkkPartyEntry *is = new->pdata[i], *was = old->pdata[i];

    g_assert_true (is->organisation == was->organisation);
    g_assert_null (is->decision);
    g_assert_cmpuint (is->people->len, ==, was->people->len);
    for (guint k = 0; k < is->people->len; k++) {
      const AkkPartyPerson *person = is->people->pdata[k];

      g_assert_true (akk_office_valid_on (person->office, today));
      n_new += person->office != ((AkkPartyPerson *) was->people->pdata[k])->office;
      g_assert_cmpint (person->representative->delegated_on, ==, AKK_NO_DATE);
    }
  }
  g_assert_cmpuint (n_new, >, 5);
}

/* By the name of the function, by a name that has it in it, or as who comes right after. */
static void
test_holders (PlanExample *self, gconstpointer data)
{
  static const struct {
    gint64 office, holder;
  } cases[] = { { 5536, 5537 }, { 5518, 5534 }, { 5519, 5535 }, { 5502, 5503 }, { 5551, 5551 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        akk_office_holder_on (self->base.store, cases[i].office, akk_date_parse (TODAY)), ==,
        cases[i].holder);
}

/* Nobody holds the office: the function is named, and left out. */
static void
test_vacancy (PlanExample *self, gconstpointer data)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (self->base.store, self->agreement->record.id);
  const AkkPartyEntry *entry = parties->pdata[9];
  AkkOffice *gone = ((AkkPartyPerson *) entry->people->pdata[0])->office;
  gint64 holder = akk_office_holder_on (self->base.store, gone->record.id, akk_date_parse (TODAY));
  g_autoptr (AkkOffice) office = akk_store_get (self->base.store, &akk_office_record, holder);
  g_autoptr (AkkSuccessor) before =
      akk_successor_new (self->base.store, self->agreement, AKK_SUCCESSOR_FOLLOWS);
  g_auto (GStrv) none = akk_successor_vacancies (before);
  g_auto (GStrv) lines = NULL;
  g_autofree char *says = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  akk_store_begin (self->base.store, "End");
  akk_store_set_int (self->base.store, office, "ends_on", akk_date_parse ("2025-11-16"));
  fixture_commit (&self->base);
  lines = akk_successor_vacancies (before);
  says = g_strdup_printf ("%s: %s", akk_organisation_short (entry->organisation), office->function);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_cmpstr (lines[0], ==, says);
}

/* Fields, commitments, bodies and seats are those of the successor. */
static void
test_references (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) next = follow (self, FALSE);
  g_autoptr (GListModel) bodies = of (self, &akk_body_record, next);
  g_autoptr (GListModel) sections = of (self, &akk_section_record, next);
  g_autoptr (GPtrArray) old_promises =
      akk_commitments_load (self->base.store, self->agreement, NULL);
  g_autoptr (GPtrArray) promises = akk_commitments_load (self->base.store, next, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (g_list_model_get_n_items (bodies), ==, 3);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    g_string_append (text, section->body);
  }
  g_assert_null (strstr (text->str, "{{body:72"));
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    g_autoptr (AkkSection) clause =
        akk_store_get (self->base.store, &akk_section_record, body->section_id);
    g_autoptr (GListModel) seats =
        akk_store_list (self->base.store, &akk_seat_record, "body_id", body->record.id);
    g_autoptr (AkkSeat) seat = g_list_model_get_item (seats, 0);
    g_autoptr (AkkParty) party =
        akk_store_get (self->base.store, &akk_party_record, seat->party_id);

    g_assert_true (clause == NULL || clause->agreement_id == next->record.id);
    g_assert_cmpint (party->agreement_id, ==, next->record.id);
  }
  g_assert_cmpuint (promises->len, ==, old_promises->len);
}

static char *
without_next (const char *json, const char *id)
{
  g_autoptr (GRegex) regex = g_regex_new ("\"successor_id\": (\"[0-9]+\"|null)", 0, 0, NULL);

  return g_regex_replace_literal (regex, json, -1, 0, id, 0, NULL);
}

/* One undo takes all away; what was there stays as it is but for the actions that go on. */
static void
test_undo (PlanExample *self, gconstpointer data)
{
  g_autofree char *before = akk_export_json (self->base.store);
  g_autoptr (AkkAgreement) next = follow (self, TRUE);
  g_autofree char *made = akk_export_json (self->base.store);
  g_autofree char *after = NULL;
  g_auto (GStrv) lines = g_strsplit (before, "\n    {", -1);
  g_autofree char *all = without_next (made, "");

  for (guint i = 1; lines[i] != NULL; i++) {
    g_autofree char *record = without_next (lines[i], "");
    char *end = strstr (record, "\n    }");

    g_assert_nonnull (end);
    *end = '\0';
    if (strstr (all, record) == NULL)
      g_error ("changed: %s", record);
  }
  g_assert_true (akk_store_undo (self->base.store, NULL));
  after = akk_export_json (self->base.store);
  g_assert_cmpstr (after, ==, before);
}

/* The chosen ones go on in a plan of the first year; the others stay where they are. */
static void
test_actions (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkSuccessor) successor =
      akk_successor_new (self->base.store, self->agreement, AKK_SUCCESSOR_FOLLOWS);
  g_autoptr (AkkAgreement) next = NULL;
  g_autoptr (GListModel) actions = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  guint n = successor->actions->len;
  AkkAction *left;

  g_assert_cmpuint (n, >, 3);
  left = successor->actions->pdata[1];
  akk_successor_choose (successor, left, FALSE);
  akk_store_begin (self->base.store, "Make successor");
  next = akk_successor_write (successor);
  fixture_commit (&self->base);

  actions = of (self, &akk_action_record, next);
  plans = akk_plans (self->base.store, next->record.id);
  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, n - 1);
  g_assert_cmpuint (plans->len, ==, 1);
  g_assert_cmpint (((AkkPlan *) plans->pdata[0])->first_year, ==, 2026);
  g_assert_cmpint (left->successor_id, ==, 0);
  for (guint i = 0; i < n; i++) {
    AkkAction *old = successor->actions->pdata[i];
    g_autoptr (AkkAction) new =
        akk_store_get (self->base.store, &akk_action_record, old->successor_id);
    g_autoptr (AkkPriority) priority = NULL;

    if (old == left)
      continue;
    g_assert_cmpstr (new->title, ==, old->title);
    g_assert_cmpstr (new->number, !=, old->number);
    g_assert_cmpint (new->plan_id, ==, ((AkkPlan *) plans->pdata[0])->record.id);
    priority = akk_store_get (self->base.store, &akk_priority_record, new->priority_id);
    g_assert_true (priority == NULL || priority->agreement_id == next->record.id);
    g_assert_false (akk_action_open (old));
  }
}

/* What is written anew is changed; what was only read is not. */
static void
test_review (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) next = follow (self, FALSE);
  g_autoptr (GListModel) list = of (self, &akk_section_record, next);
  g_autoptr (GPtrArray) outline = akk_outline_new (list, "nl-BE");
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  AkkSection *first = ((AkkOutlineEntry *) outline->pdata[0])->section;
  AkkSection *second = ((AkkOutlineEntry *) outline->pdata[1])->section;
  g_autoptr (AkkText) edited = akk_text_insert (text, 1, 0, "Nu: ", 0);

  akk_store_begin (self->base.store, "Edit");
  g_assert_cmpuint (akk_agreement_text_save (self->base.store, outline, edited), ==, 1);
  fixture_commit (&self->base);
  g_assert_cmpint (first->review, ==, AKK_REVIEW_CHANGED);
  g_assert_cmpint (second->review, ==, AKK_REVIEW_OPEN);
}

/* What is measured goes along if it is chosen: without the values, the baseline and the targets of
 * the old term, and bearing on what went along. */
static void
test_indicators (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkSuccessor) successor =
      akk_successor_new (self->base.store, self->agreement, AKK_SUCCESSOR_FOLLOWS);
  g_autoptr (AkkAgreement) next = NULL;
  g_autoptr (GListModel) indicators = NULL, targets = NULL;
  AkkIndicator *first, *left;
  guint n = successor->indicators->len, n_bearings = 0;

  g_assert_cmpuint (n, >, 3);
  first = successor->indicators->pdata[0];
  left = successor->indicators->pdata[1];
  akk_successor_choose (successor, left, FALSE);
  akk_store_begin (self->base.store, "Target");
  for (gint64 year = 2025; year <= 2026; year++) {
    g_autoptr (AkkTarget) target = akk_record_new (&akk_target_record);

    g_object_set (target, "indicator-id", first->record.id, "year", year, NULL);
    akk_store_add (self->base.store, target);
  }
  fixture_commit (&self->base);
  akk_store_begin (self->base.store, "Make successor");
  next = akk_successor_write (successor);
  fixture_commit (&self->base);

  indicators = of (self, &akk_indicator_record, next);
  g_assert_cmpuint (g_list_model_get_n_items (indicators), ==, n - 1);
  for (guint i = 0; i < n - 1; i++) {
    g_autoptr (AkkIndicator) copy = g_list_model_get_item (indicators, i);
    g_autoptr (GListModel) values =
        akk_store_list (self->base.store, &akk_measurement_record, "indicator_id", copy->record.id);
    g_autoptr (GListModel) bearings =
        akk_store_list (self->base.store, &akk_bearing_record, "indicator_id", copy->record.id);

    g_assert_cmpstr (copy->name, !=, left->name);
    g_assert_cmpint (copy->baseline_on, ==, AKK_NO_DATE);
    g_assert_cmpint (copy->weight_id, !=, left->record.id);
    g_assert_cmpuint (g_list_model_get_n_items (values), ==, 0);
    for (guint k = 0; k < g_list_model_get_n_items (bearings); k++) {
      g_autoptr (AkkBearing) bearing = g_list_model_get_item (bearings, k);
      const AkkRecordType *type =
          bearing->action_id != 0 ? &akk_action_record : &akk_priority_record;
      g_autoptr (AkkRecord) about =
          akk_store_get (self->base.store, type,
                         bearing->action_id != 0 ? bearing->action_id : bearing->priority_id);
      gint64 agreement_id = 0;

      g_object_get (about, "agreement-id", &agreement_id, NULL);
      g_assert_cmpint (agreement_id, ==, next->record.id);
      n_bearings++;
    }
    if (g_str_equal (copy->name, first->name)) {
      g_assert_cmpstr (copy->definition, ==, first->definition);
      targets =
          akk_store_list (self->base.store, &akk_target_record, "indicator_id", copy->record.id);
    }
  }
  g_assert_cmpuint (n_bearings, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 1);
}

static void
set_int (PlanExample *self, gpointer record, const char *field, gint64 value)
{
  akk_store_begin (self->base.store, "Set");
  akk_store_set_int (self->base.store, record, field, value);
  fixture_commit (&self->base);
}

static guint
count_of (GPtrArray *findings, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const AkkFinding *) findings->pdata[i])->id, id);
  return n;
}

/* One finding for all that was not read again, at the first; accepted, it stays so while others are
 * read; who signs has read. */
static void
test_owed (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) next = follow (self, FALSE);
  g_autoptr (GListModel) list = of (self, &akk_section_record, next);
  g_autoptr (GPtrArray) outline = akk_outline_new (list, "nl-BE");
  gint64 today = akk_date_parse (TODAY);
  guint n = akk_review_count_open (self->base.store, next);
  g_autofree char *begin = g_strdup_printf ("%u ", n);
  const AkkFinding *open = NULL;

  for (guint round = 0; round < 3; round++) {
    g_autoptr (GPtrArray) findings = akk_findings_new (self->base.store, next, today);
    gboolean found = FALSE;

    g_assert_cmpuint (count_of (findings, "not-reviewed"), ==, round < 2 ? 1 : 0);
    for (guint i = 0; i < findings->len && !found; i++) {
      open = findings->pdata[i];
      found = g_str_equal (open->id, "not-reviewed");
    }
    if (round == 0) {
      AkkSection *first = ((AkkOutlineEntry *) outline->pdata[0])->section;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_str_has_prefix (open->text, begin));
      g_assert_cmpint (open->severity, ==, AKK_FINDING_ADVICE);
      g_assert_cmpint (open->section, ==, first->record.id);
      g_assert_cmpuint (open->line, ==, 0);
      g_assert_true (akk_finding_accept (self->base.store, next, open, "Later", &error));
      set_int (self, first, "review", AKK_REVIEW_VALID);
    } else if (round == 1) {
      g_assert_cmpstr (open->reason, ==, "Later");
      g_assert_cmpint (open->section, !=,
                       ((AkkOutlineEntry *) outline->pdata[0])->section->record.id);
      set_int (self, next, "stage", AKK_STAGE_SIGNING);
    }
  }
}

static void
test_copy (PlanExample *self, gconstpointer data)
{
  g_autoptr (AkkSuccessor) copy =
      akk_successor_new (self->base.store, self->agreement, AKK_SUCCESSOR_COPY);
  g_autoptr (AkkAgreement) made = NULL;
  g_autoptr (GListModel) actions = NULL;

  akk_store_begin (self->base.store, "Copy");
  made = akk_successor_write (copy);
  fixture_commit (&self->base);
  actions = of (self, &akk_action_record, made);
  g_assert_cmpint (made->predecessor_id, ==, 0);
  g_assert_cmpint (made->starts_on, ==, AKK_NO_DATE);
  g_assert_cmpuint (akk_review_count_open (self->base.store, made), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (actions), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (PlanExample *self, gconstpointer data);
  } tests[] = { { "/successor/begins-when-the-old-one-ends", test_term },
                { "/successor/sections-know-their-origin", test_lineage },
                { "/successor/office-holders-are-those-of-today", test_office_holders },
                { "/successor/offices-are-handed-on", test_holders },
                { "/successor/vacant-offices-are-named", test_vacancy },
                { "/successor/refers-to-its-own-records", test_references },
                { "/successor/one-undo-and-nothing-old-changed", test_undo },
                { "/successor/chosen-actions-go-along", test_actions },
                { "/successor/chosen-indicators-go-along", test_indicators },
                { "/successor/unread-sections-are-found", test_owed },
                { "/successor/edited-sections-are-changed", test_review },
                { "/successor/copy-has-no-past", test_copy } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, PlanExample, NULL, plan_example_set_up, tests[i].run,
                plan_example_tear_down);
  return g_test_run ();
}
