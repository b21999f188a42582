/* Tests of what is found before an agreement is frozen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/findings.h"

#include <string.h>

#include "core/agreement-text.h"
#include "findings-fixture.h"
#include "parties-fixture.h"

#define TODAY "2021-07-01"

/* What the ten parties give when nothing is wrong: one person who does not sign. */
#define USUAL "does-not-sign"

static void
assert_found (Model *self, const char *what, const char *ids)
{
  g_autofree char *found = findings_ids (self->base.store, self->agreement, akk_date_parse (TODAY));

  if (strcmp (found, ids) != 0)
    g_test_message ("%s", what);
  g_assert_cmpstr (found, ==, ids);
}

/* --- Records --- */

typedef enum { THE_AGREEMENT, CHAIR, DELEGATE, OFFICE, PARTY, IVSES, DECISION } Target;

static gint64
target_id (Model *self, Target target, const AkkRecordType **type)
{
  g_autoptr (AkkRepresentative) chair =
      akk_store_get (self->base.store, &akk_representative_record, self->representatives[2]);
  const struct {
    const AkkRecordType *type;
    gint64 id;
  } targets[] = { [THE_AGREEMENT] = { &akk_agreement_record, self->agreement->record.id },
                  [CHAIR] = { &akk_representative_record, self->representatives[2] },
                  [DELEGATE] = { &akk_representative_record, self->representatives[1] },
                  [OFFICE] = { &akk_office_record, chair->office_id },
                  [PARTY] = { &akk_party_record, self->parties[1] },
                  [IVSES] = { &akk_representative_record, self->representatives[18] },
                  [DECISION] = { &akk_council_decision_record, self->decisions[4] } };

  *type = targets[target].type;
  return targets[target].id;
}

static void
test_records (Model *self, gconstpointer data)
{
  static const struct {
    Target target;
    const char *name, *value, *ids;
  } cases[] = {
    { THE_AGREEMENT, "motto", "Samen", USUAL },
    { THE_AGREEMENT, "starts_on", "", "no-start | " USUAL },
    { THE_AGREEMENT, "starts_on", "2026-01-01", "end-before-start | " USUAL },
    { THE_AGREEMENT, "ends_on", "", "no-end | " USUAL },
    { THE_AGREEMENT, "ends_on", "2021-09-30", "end-before-start | " USUAL },
    { THE_AGREEMENT, "ends_on", "2021-10-01", USUAL },
    { THE_AGREEMENT, "notice_months", "0", "no-notice, " USUAL },
    { THE_AGREEMENT, "dispute", "", "no-dispute, " USUAL },
    { THE_AGREEMENT, "subtitle", "tussen VDAB en ____", "blank | " USUAL },
    { THE_AGREEMENT, "frames", "Decreet\nbesluit d.d. …", "blank | " USUAL },
    { CHAIR, "signs", "0", "does-not-sign, does-not-sign" },
    { IVSES, "signs", "0", "no-signatory | does-not-sign, does-not-sign" },
    { CHAIR, "delegated", "1", "delegation-organ, delegation-date | " USUAL },
    { DELEGATE, "delegation", "bij besluit d.d. ….", "blank | " USUAL },
    { DELEGATE, "function", "directeur [...]", "blank | " USUAL },
    { OFFICE, "ends_on", "2021-06-30", "does-not-sign, office-expired" },
    { OFFICE, "ends_on", "2021-07-01", USUAL },
    { OFFICE, "starts_on", "2021-07-02", "does-not-sign, office-expired" },
    { PARTY, "capacity", "in uitvoering van het besluit d.d. ….", "blank | " USUAL },
    { DECISION, "result", "0", "does-not-sign, decision-outstanding" },
    { DECISION, "result", "2", "decision-rejected | " USUAL },
    { DECISION, "result", "3", USUAL },
    { DECISION, "decided_on", "", "does-not-sign, decision-date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const AkkRecordType *type;
    gint64 id = target_id (self, cases[i].target, &type);
    g_autofree char *what = g_strdup_printf ("%s = %s", cases[i].name, cases[i].value);

    model_change (self, type, id, cases[i].name, cases[i].value);
    assert_found (self, what, cases[i].ids);
    g_assert_true (akk_store_undo (self->base.store, NULL));
  }
  assert_found (self, "all undone", USUAL);
}

static void
delete_record (Model *self, const AkkRecordType *type, gint64 id)
{
  g_autoptr (AkkRecord) record = akk_store_get (self->base.store, type, id);

  akk_store_begin (self->base.store, "Delete");
  akk_store_delete (self->base.store, record);
  fixture_commit (&self->base);
}

static void
test_missing (Model *self, gconstpointer data)
{
  delete_record (self, &akk_council_decision_record, self->decisions[4]);
  assert_found (self, "no decision", "does-not-sign, decision-outstanding");
  delete_record (self, &akk_representative_record, self->representatives[18]);
  assert_found (self, "no representative",
                "no-representative | does-not-sign, decision-outstanding");
  for (guint i = 1; i < 10; i++)
    delete_record (self, &akk_party_record, self->parties[i]);
  assert_found (self, "one party", "no-parties | does-not-sign");
}

static void
test_twice (Model *self, gconstpointer data)
{
  g_autoptr (AkkParty) first =
      akk_store_get (self->base.store, &akk_party_record, self->parties[2]);
  g_autoptr (AkkParty) second =
      akk_store_get (self->base.store, &akk_party_record, self->parties[3]);

  akk_store_begin (self->base.store, "Change");
  akk_store_set_int (self->base.store, second, "organisation_id", first->organisation_id);
  fixture_commit (&self->base);
  assert_found (self, "an organisation twice", "does-not-sign, party-twice");
}

/* Delegation is complete with its organ and its date; who does not sign needs neither. */
static void
test_delegation (Model *self, gconstpointer data)
{
  static const char *const steps[][3] = {
    { "delegated", "1", "delegation-organ, delegation-date | " USUAL },
    { "delegation_organ", "college", "delegation-date | " USUAL },
    { "delegated_on", "2021-06-14", USUAL },
    { "delegation_organ", "", "delegation-organ | " USUAL },
    { "signs", "0", "no-signatory | does-not-sign, does-not-sign" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    model_change (self, &akk_representative_record, self->representatives[1], steps[i][0],
                  steps[i][1]);
    assert_found (self, steps[i][1], steps[i][2]);
  }
}

/* Once it is signed, who held the function then counts, not who holds it today. */
static void
test_signed (Model *self, gconstpointer data)
{
  const AkkRecordType *type;
  gint64 office = target_id (self, OFFICE, &type);

  model_change (self, type, office, "starts_on", "2021-08-01");
  assert_found (self, "concept", "does-not-sign, office-expired");
  model_change (self, &akk_agreement_record, self->agreement->record.id, "stage", "3");
  assert_found (self, "running", USUAL);
}

/* --- Text --- */

static void
test_text (Model *self, gconstpointer data)
{
  static const struct {
    const char *body, *ids;
    guint line; /* of the first finding in the text, from the heading on */
  } cases[] = {
    { "Gewoon.", USUAL, 0 },
    { "Van {{agreement.start}} af, {{parties.count}} partijen.", USUAL, 0 },
    { "Ten eerste.\n\nBij besluit d.d. …. van het college.", "blank | " USUAL, 2 },
    { "- een\n- Naam: ____", "blank | " USUAL, 2 },
    { "Van ... tot ...", "blank, blank | " USUAL, 1 },
    { "| a | b |\n| - | - |\n| c | d.d. … |", "blank | " USUAL, 1 },
    { "Noot.[^a]\n\n[^a]: Zie nr. ….", "blank | " USUAL, 2 },
    { "| | |\n| - | - |\n| c | d |", USUAL ", empty-header", 1 },
    { "| | b |\n| - | - |\n| c | d |", USUAL, 0 },
    { "Noot.[^a]\n\n[^a]:", "empty-note | " USUAL, 2 },
    { "Het {{agreement.predecessor}} liep af.", "empty-field | " USUAL, 1 },
    { "Van {{party:1.short}}.", "unknown-field | " USUAL, 1 },
    { "| {{agreement.colour}} |\n| - |\n| x |", "unknown-field | " USUAL, 1 },
    { "Zie {{ref:1}} op p. {{ref:1.page}}.", "dead-reference, dead-reference | " USUAL, 1 },
    { "Zie {{ref:71}} en {{ref:71.page}}.\n\n{{caption:71}} Cijfers\n\n| a |\n| - |\n| b |", USUAL,
      0 },
    { "{{clause:term}}", USUAL, 0 },
    { "{{clause:weather}}", "unknown-clause | " USUAL, 1 },
    { "{{text:term}}Vrij\n\nen blij.{{end:term}}", USUAL, 0 },
    { "Eerst.\n\n{{text:term}}Vrij.", "clause-open | " USUAL, 2 },
    { "Vrij.{{end:term}}", "clause-open | " USUAL, 1 },
    { "{{text:term}}Vrij.{{end:bodies}}", "clause-open, clause-open | " USUAL, 1 },
    { "{{text:term}}Een.\n\n{{text:bodies}}Twee.{{end:bodies}}", "clause-open | " USUAL, 1 },
    { "Zie bijlage 2 en Bijlage B, en nog eens bijlage 2.",
      "does-not-sign, missing-annex, missing-annex", 1 },
    { "Zie de bijlagen, bijlage 7 en bijlage A.", USUAL, 0 },
    { "In bijlage bij punt 1.", USUAL, 0 },
    { "", "does-not-sign, empty-section", 0 },
    { "- {{commitment:12}}doen;\n- {{commitment:13}}laten.\n\n{{break}}", USUAL, 0 },
  };
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");
  g_autoptr (AkkSection) annex =
      fixture_add_section (&self->base, self->agreement, "Bijlage 7. Cijfers", "V2");
  g_autoptr (AkkSection) other =
      fixture_add_section (&self->base, self->agreement, "BIJLAGE A", "V3");

  fixture_set (&self->base, annex, "body", "Cijfers.");
  fixture_set (&self->base, other, "body", "Meer cijfers.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) findings = NULL;
    gboolean placed = FALSE;

    if (i > 0)
      fixture_set (&self->base, section, "body", cases[i].body);
    else
      fixture_set (&self->base, section, "body", "Gewoon.");
    assert_found (self, cases[i].body, cases[i].ids);
    findings = akk_findings_new (self->base.store, self->agreement, akk_date_parse (TODAY));
    for (guint k = 0; !placed && k < findings->len; k++) {
      const AkkFinding *finding = findings->pdata[k];
      if (finding->section == 0)
        continue;
      g_assert_cmpint (finding->section, ==, section->record.id);
      g_assert_cmpuint (finding->line, ==, cases[i].line);
      placed = TRUE;
    }
    g_assert_cmpint (placed, ==, !g_str_equal (cases[i].ids, USUAL));
  }
}

static void
test_sections (Model *self, gconstpointer data)
{
  g_autoptr (AkkSection) part = fixture_add_section (&self->base, self->agreement, "Deel", "V1");
  g_autoptr (AkkSection) section = fixture_add_section (&self->base, self->agreement, "Een", "V2");
  g_autofree char *body = g_strdup_printf ("Zie {{ref:%" G_GINT64_FORMAT "}}.", part->record.id);

  fixture_set (&self->base, section, "body", body);
  assert_found (self, "empty part", "does-not-sign, empty-section");
  model_change (self, &akk_section_record, section->record.id, "parent_id", ID (part->record.id));
  assert_found (self, "part with a section", USUAL);
  fixture_set (&self->base, section, "heading", "Artikel XX");
  assert_found (self, "blank in a heading", "blank | " USUAL);
  fixture_set (&self->base, section, "heading", "Een");
  delete_record (self, &akk_section_record, part->record.id);
  assert_found (self, "target deleted", "dead-reference | " USUAL);
}

/* Ten parties, nineteen representatives, eighteen of them sign: the one who does not is named. */
static void
test_acceptance (Model *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings =
      akk_findings_new (self->base.store, self->agreement, akk_date_parse (TODAY));
  const AkkFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->id, ==, "does-not-sign");
  g_assert_cmpint (finding->record, ==, self->representatives[0]);
  g_assert_true (finding->type == &akk_representative_record);
  g_assert_nonnull (strstr (finding->text, "Joris Van Acker"));
}

static void
test_new (Model *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) other = fixture_add_agreement (&self->base, "Nieuw");

  g_clear_object (&self->agreement);
  self->agreement = g_object_ref (other);
  assert_found (self, "new", "no-start, no-end, no-parties | no-notice, no-dispute");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/findings/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nineteen-represent-and-eighteen-sign", test_acceptance);
  ADD ("a-new-agreement-lacks-nearly-all", test_new);
  ADD ("records-are-checked-one-by-one", test_records);
  ADD ("what-is-missing-is-found", test_missing);
  ADD ("an-organisation-is-a-party-once", test_twice);
  ADD ("delegation-needs-organ-and-date", test_delegation);
  ADD ("offices-count-on-the-day-of-signing", test_signed);
  ADD ("text-is-checked-line-by-line", test_text);
  ADD ("sections-are-checked-as-a-tree", test_sections);
  return g_test_run ();
}
