/* Tests of what mends a finding, and of what accepts it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/acceptance.h"
#include "core/definition.h"
#include "findings-fixture.h"
#include "parties-fixture.h"

#define TODAY "2021-07-01"
#define USUAL "does-not-sign"

static GPtrArray *
find (Model *self)
{
  return akk_findings_new (self->base.store, self->agreement, akk_date_parse (TODAY));
}

static void
assert_found (Model *self, const char *ids)
{
  g_autofree char *found = findings_ids (self->base.store, self->agreement, akk_date_parse (TODAY));

  g_assert_cmpstr (found, ==, ids);
}

static void
mend (Model *self, const char *id)
{
  g_autoptr (GPtrArray) findings = find (self);
  const AkkFinding *finding = findings_find (findings, id);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (finding);
  g_assert_nonnull (akk_finding_remedy (finding));
  g_assert_true (akk_finding_mend (self->base.store, self->agreement, finding, &error));
  g_assert_no_error (error);
}

/* Each in one step, that can be taken back. */
static void
test_text (Model *self, gconstpointer data)
{
  static const struct {
    const char *id, *body, *mended, *ids; /* what is found afterwards */
  } cases[] = {
    { "dead-link", "Zie [de **site**](#) en [hier](https://vdab.be).",
      "Zie de **site** en [hier](<https://vdab.be>).\n", USUAL },
    { "plan-only-linked", "- Zie het [actieplan](#).", "- Zie het actieplan.\n", USUAL },
    { "nearly-name", "*Lieve Van Horde*, en Lieve\nVan Horde.",
      "*Lieve Van Hoorde*, en Lieve Van Hoorde.\n", USUAL },
    { "function-differs", "Griet Lammens, provinciaal directeur, opent.",
      "Griet Lammens, directeur VDAB Oost-Vlaanderen, opent.\n", USUAL },
    { "missing-annex", "Zie bijlage 1.", "Zie bijlage 1.\n", USUAL },
    { "missing-annex", "Zie bijlage B.", "Zie bijlage B.\n", USUAL },
    { "function-differs", "Burgemeester Griet Lammens en\nburgemeester Griet Lammens.",
      "Directeur VDAB Oost-Vlaanderen Griet Lammens en burgemeester Griet Lammens.\n",
      USUAL ", function-differs" },
    { "function-differs", "Griet Lammens als burgemeester opent.",
      "Griet Lammens als directeur VDAB Oost-Vlaanderen opent.\n", USUAL },
    { "abbreviation", "Van de VVSG.", "Van de VVSG.\n", USUAL ", abbreviations-unprinted" },
  };
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *before = NULL;

    fixture_set (&self->base, section, "body", cases[i].body);
    before = findings_ids (self->base.store, self->agreement, akk_date_parse (TODAY));
    if (strstr (before, cases[i].id) == NULL)
      g_test_message ("%s: %s", cases[i].body, before);
    g_assert_nonnull (strstr (before, cases[i].id));
    mend (self, cases[i].id);
    g_assert_cmpstr (section->body, ==,
                     g_str_equal (cases[i].id, "missing-annex") ||
                             g_str_equal (cases[i].id, "abbreviation")
                         ? cases[i].body
                         : cases[i].mended);
    assert_found (self, cases[i].ids);
    g_assert_true (akk_store_undo (self->base.store, NULL));
    assert_found (self, before);
  }
}

static void
explain (Model *self, const char *term, const char *kind)
{
  akk_store_begin (self->base.store, "Explain");
  model_add (self->base.store, &akk_definition_record, "agreement_id",
             ID (self->agreement->record.id), "kind", kind, "term", term, "meaning",
             "wat het betekent", NULL);
  fixture_commit (&self->base);
}

/* "Tekst | Begrippen: {{clause:definitions}}": the sections and what stands in them. */
static void
assert_sections (Model *self, const char *expected)
{
  g_autoptr (GListModel) sections = akk_store_list (self->base.store, &akk_section_record,
                                                    "agreement_id", self->agreement->record.id);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);
    g_autofree char *body = g_strstrip (g_strdup (section->body));

    g_string_append_printf (words, "%s%s: %s", i > 0 ? " | " : "", section->heading, body);
  }
  g_assert_cmpstr (words->str, ==, expected);
}

/* Nothing of that kind is found any more. */
static void
assert_gone (Model *self, const char *id)
{
  g_autofree char *found = findings_ids (self->base.store, self->agreement, akk_date_parse (TODAY));

  g_assert_null (strstr (found, id));
}

/* At the end, the two beside one another, before the annexes. */
static void
test_lists (Model *self, gconstpointer data)
{
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");
  g_autoptr (AkkSection) annex =
      fixture_add_section (&self->base, self->agreement, "Cijfers", "V2");

  model_change (self, &akk_section_record, annex->record.id, "scheme", "10");
  model_change (self, &akk_section_record, annex->record.id, "content", "4");
  fixture_set (&self->base, section, "body", "Tekst.");
  explain (self, "FTE", "1");
  mend (self, "abbreviations-unprinted");
  assert_gone (self, "unprinted");
  assert_sections (self, "Tekst: Tekst. | Afkortingen: {{clause:abbreviations}} | Cijfers: ");
  explain (self, "traject", "0");
  mend (self, "definitions-unprinted");
  assert_gone (self, "unprinted");
  assert_sections (self, "Tekst: Tekst. | Afkortingen: {{clause:abbreviations}} | "
                         "Begrippen: {{clause:definitions}} | Cijfers: ");
}

/* Under the heading that waits for it. */
static void
test_list_under_heading (Model *self, gconstpointer data)
{
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "begrippen", "V1");

  fixture_set (&self->base, section, "body", "Wat volgt, geldt overal.\n");
  explain (self, "traject", "0");
  mend (self, "definitions-unprinted");
  assert_sections (self, "begrippen: Wat volgt, geldt overal.\n\n{{clause:definitions}}");
  g_assert_true (akk_store_undo (self->base.store, NULL));
  assert_found (self, USUAL ", definitions-unprinted");
}

/* Four chapters by hand: all are numbered, not only the one that stands twice. */
static void
test_numbers (Model *self, gconstpointer data)
{
  static const struct {
    const char *headings[3], *mended[3];
    AkkScheme scheme;
  } cases[] = {
    { { "Deel I. Een", "Deel II. Twee", "Deel II. Drie" },
      { "Een", "Twee", "Drie" },
      AKK_SCHEME_PART },
    { { "4 Een", "5. Twee", "5 Drie" }, { "Een", "Twee", "Drie" }, AKK_SCHEME_DECIMAL },
    { { "5.1 Een", "5.1 Twee", "Drie" }, { "Een", "Twee", "Drie" }, AKK_SCHEME_DECIMAL_PATH },
    { { "a) Een", "A) Twee", "A) Drie" }, { "a) Een", "Twee", "Drie" }, AKK_SCHEME_LETTER_PAREN },
  };
  AkkSection *sections[3];

  for (guint i = 0; i < 3; i++) {
    sections[i] = fixture_add_section (&self->base, self->agreement, "x",
                                       (const char *[]) { "V1", "V2", "V3" }[i]);
    fixture_set (&self->base, sections[i], "body", "Tekst.");
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (guint k = 0; k < 3; k++)
      fixture_set (&self->base, sections[k], "heading", cases[i].headings[k]);
    mend (self, "number-twice");
    for (guint k = 0; k < 3; k++) {
      g_assert_cmpstr (sections[k]->heading, ==, cases[i].mended[k]);
      g_assert_cmpint (sections[k]->scheme, ==,
                       g_str_equal (cases[i].headings[k], cases[i].mended[k]) ? AKK_SCHEME_NONE
                                                                              : cases[i].scheme);
    }
    assert_found (self, USUAL);
    g_assert_true (akk_store_undo (self->base.store, NULL));
  }
  for (guint i = 0; i < 3; i++)
    g_object_unref (sections[i]);
}

static void
test_records (Model *self, gconstpointer data)
{
  model_change (self, &akk_agreement_record, self->agreement->record.id, "notice_months", "0");
  mend (self, "no-notice");
  g_assert_cmpint (self->agreement->notice_months, ==, 6);
  model_change (self, &akk_agreement_record, self->agreement->record.id, "dispute", "");
  mend (self, "no-dispute");
  g_assert_cmpstr (self->agreement->dispute, !=, "");
  model_change (self, &akk_body_record, self->steering, "evaluates", "1");
  mend (self, "stricter-duty");
  mend (self, "does-not-sign");
  assert_found (self, "");
}

/* A rubric that a template asks for comes before the annexes, and then wants its text. */
static void
test_rubrics (Model *self, gconstpointer data)
{
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");
  g_autoptr (AkkSection) annex =
      fixture_add_section (&self->base, self->agreement, "Cijfers", "V2");
  g_autoptr (GListModel) sections = akk_store_list (self->base.store, &akk_section_record,
                                                    "agreement_id", self->agreement->record.id);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (AkkSection) rubric = NULL;

  fixture_set (&self->base, section, "body", "Tekst.");
  fixture_set (&self->base, annex, "body", "Cijfers.");
  model_change (self, &akk_section_record, annex->record.id, "scheme", "10");
  model_change (self, &akk_agreement_record, self->agreement->record.id, "template", "pact");
  mend (self, "rubric-missing");
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 3);
  rubric = g_list_model_get_item (sections, 1);
  g_assert_cmpstr (rubric->rubric, ==, "omgevingsanalyse");
  findings = find (self);
  g_assert_cmpint (findings_find (findings, "rubric-empty")->section, ==, rubric->record.id);
  g_assert_null (findings_find (findings, "empty-section"));
  fixture_set (&self->base, rubric, "body", "Wie hier woont en werkt.");
  g_ptr_array_unref (findings);
  findings = find (self);
  g_assert_null (findings_find (findings, "rubric-empty"));
}

/* --- Accepting --- */

static void
accept (Model *self, const char *id, const char *reason)
{
  g_autoptr (GPtrArray) findings = find (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (akk_finding_accept (self->base.store, self->agreement,
                                     findings_find (findings, id), reason, &error));
  g_assert_no_error (error);
}

static void
test_accept (Model *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  const AkkFinding *finding;

  model_change (self, &akk_agreement_record, self->agreement->record.id, "dispute", "");
  assert_found (self, "no-dispute, does-not-sign");
  accept (self, "no-dispute", "Dat doet de raad");
  assert_found (self, "does-not-sign / no-dispute");
  findings = find (self);
  g_assert_cmpuint (akk_findings_count_open (findings), ==, 1);
  finding = findings_find (findings, "no-dispute");
  g_assert_cmpstr (finding->reason, ==, "Dat doet de raad");
  g_assert_null (akk_finding_remedy (finding));
  g_assert_true (akk_finding_reopen (self->base.store, finding, NULL));
  assert_found (self, "no-dispute, does-not-sign");
  g_assert_true (akk_store_undo (self->base.store, NULL));
  assert_found (self, "does-not-sign / no-dispute");
}

/* The same finding elsewhere is another one; where it was accepted it stays so when the text around
 * it changes. */
static void
test_place (Model *self, gconstpointer data)
{
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Tekst", "V1");

  fixture_set (&self->base, section, "body", "Zie bijlage 2 en bijlage 3.");
  assert_found (self, "does-not-sign, missing-annex, missing-annex");
  accept (self, "missing-annex", "Die van het vorige jaar");
  assert_found (self, "does-not-sign, missing-annex / missing-annex");
  fixture_set (&self->base, section, "body", "Meer.\n\nZie bijlage 3 en, verder, bijlage 2.");
  assert_found (self, "does-not-sign, missing-annex / missing-annex");
  fixture_set (&self->base, section, "body", "Zie bijlage 3.");
  assert_found (self, "does-not-sign, missing-annex");
}

static void
test_reason (Model *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = find (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (akk_finding_accept (self->base.store, self->agreement,
                                      findings_find (findings, "does-not-sign"), "", &error));
  g_assert_error (error, AKK_RECORD_ERROR, AKK_RECORD_ERROR_INVALID);
  assert_found (self, USUAL);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/findings-mend/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text-is-mended-in-one-step", test_text);
  ADD ("headings-are-numbered-together", test_numbers);
  ADD ("records-are-mended", test_records);
  ADD ("a-rubric-is-inserted-and-filled", test_rubrics);
  ADD ("lists-get-a-section-of-their-own", test_lists);
  ADD ("a-list-goes-under-the-heading-that-waits-for-it", test_list_under_heading);
  ADD ("what-is-accepted-stands-apart", test_accept);
  ADD ("acceptance-belongs-to-its-place", test_place);
  ADD ("acceptance-wants-a-reason", test_reason);
  return g_test_run ();
}
